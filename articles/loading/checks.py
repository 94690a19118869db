"""What takes several files, or several keys of one, to find wrong in the fixtures.

Each check is a function from the whole content to its faults; ``CHECKS`` names them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import PurePath
from typing import Final, Protocol

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import ARTICLES, Content
from articles.loading.schema import ArticleFile
from articles.models import Basis, Evidence
from articles.search import analysis


def check(content: Content) -> list[Fault]:
    """Return every fault that the checks find, in the order of files."""
    return sorted(fault for find in CHECKS for fault in find(content))


def numbers(content: Content) -> Iterator[Fault]:
    """There is the preamble and every article once, each in the file of its number."""
    for name, article in content.articles.items():
        expected = f"{article.number:02}"
        if PurePath(name).stem != expected:
            yield Fault(
                name, "number", f"{article.number} belongs in {ARTICLES}/{expected}.toml: rename it"
            )
    found = Counter(article.number for article in content.articles.values())
    files = {PurePath(name).stem for name in [*content.articles, *content.faulty]}
    for number in treaty.NUMBERS:
        if not found[number] and f"{number:02}" not in files:
            label = treaty.label(number)
            yield Fault(f"{ARTICLES}/{number:02}.toml", "", f"{label} is missing: write the file")
        if found[number] > 1:
            yield Fault(ARTICLES, "number", f"{number} stands in {found[number]} files: keep one")


def uniqueness(content: Content) -> Iterator[Fault]:
    """A slug, key, name or address that must tell things apart stands once."""
    columns = (
        ("themes.toml", "theme", "slug", content.themes),
        ("themes.toml", "theme", "name", content.themes),
        ("mentions.toml", "mention", "slug", content.mentions),
        ("mentions.toml", "mention", "name", content.mentions),
        ("subjects.toml", "subject", "slug", content.subjects),
        ("subjects.toml", "subject", "name", content.subjects),
        ("sources.toml", "source", "key", content.sources),
        ("sources.toml", "source", "url", content.sources),
        ("timeline.toml", "event", "slug", content.events),
        ("commentary.toml", "comment", "slug", content.comments),
        ("thesaurus", "concept", "slug", content.concepts),
        ("cues.toml", "landmark", "article", content.landmarks),
        ("cues.toml", "subject", "slug", content.cues.subject),
        ("cues.toml", "subject", "name", content.cues.subject),
        ("cues.toml", "body", "mention", content.cues.body),
        ("cues.toml", "strength", "kind", content.cues.strength),
        (
            "publication.toml",
            "official_text or text_copy",
            "slug",
            [*content.publication.official_text, *content.publication.text_copy],
        ),
    )
    for file, table, key, rows in columns:
        for value, count in Counter(getattr(row, key) for row in rows).items():
            if count > 1:
                yield Fault(
                    file, f"{table}.{key}", f"'{value}' stands {count} times: each must differ"
                )


def references(content: Content) -> Iterator[Fault]:
    """Every theme, mention, source and article that is referred to exists, and stands once."""
    known: dict[str, set[str] | None] = {
        "theme": {theme.slug for theme in content.themes},
        "mention": {mention.slug for mention in content.mentions},
        "source": {source.key for source in content.sources},
        "subject": {subject.slug for subject in content.subjects},
    }
    for kind in known:
        if f"{kind}s.toml" not in content.files:
            known[kind] = None  # its own fault is reported; these would only repeat it
    for file, key, kind, slugs in referring(content):
        names = known[kind]
        for slug, count in Counter(slugs).items():
            if names is not None and slug not in names:
                yield Fault(
                    file, key, f"no {kind} '{slug}' in {kind}s.toml: correct it or add one there"
                )
            if count > 1:
                yield Fault(file, key, f"'{slug}' stands {count} times: keep one")


Reference = tuple[str, str, str, Iterable[str]]


def referring(content: Content) -> Iterator[Reference]:
    """Yield file, key, kind and slugs of every list that refers to other files."""
    for name, article in content.articles.items():
        yield name, "themes", "theme", article.themes
        lists = article.mentions
        yield name, "mentions", "mention", lists.named + lists.thought_named + lists.background
        for i, paragraph in enumerate(article.paragraph, 1):
            yield from sources_of(name, f"paragraph[{i}].statement", paragraph.statement)
        yield from sources_of(name, "background", article.background)
    for i, subject in enumerate(content.subjects, 1):
        yield "subjects.toml", f"subject[{i}].themes", "theme", subject.themes
        yield from sources_of("subjects.toml", f"subject[{i}].statement", subject.statement)
        yield from sources_of("subjects.toml", f"subject[{i}].background", subject.background)
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            yield name, f"concept[{i}].mentions", "mention", concept.mentions
            yield name, f"concept[{i}].subjects", "subject", concept.subjects
    for i, subject_cues in enumerate(content.cues.subject, 1):
        yield "cues.toml", f"subject[{i}].themes", "theme", subject_cues.themes
    for i, body in enumerate(content.cues.body, 1):
        yield "cues.toml", f"body[{i}].mention", "mention", [body.mention]
    publication = content.publication
    for file_name, key, tables in (
        ("mentions.toml", "mention", content.mentions),
        ("timeline.toml", "event", content.events),
        ("commentary.toml", "comment", content.comments),
        ("publication.toml", "official_text", publication.official_text),
        ("publication.toml", "text_copy", publication.text_copy),
        ("publication.toml", "language_fact", publication.language_fact),
        ("publication.toml", "reuse_fact", publication.reuse_fact),
    ):
        yield from sources_of(file_name, key, tables)


class HasSources(Protocol):
    """A table that names sources."""

    @property
    def sources(self) -> list[str]:
        """Their keys."""


def sources_of(file: str, key: str, tables: Iterable[HasSources]) -> Iterator[Reference]:
    """Yield the source lists of tables that carry them."""
    for i, table in enumerate(tables, 1):
        yield file, f"{key}[{i}].sources", "source", table.sources


def paragraphs(content: Content) -> Iterator[Fault]:
    """Paragraphs count 1, 2, 3 … without gaps, and not beyond the number the article has."""
    for name, article in content.articles.items():
        given = [paragraph.number for paragraph in article.paragraph]
        if given != list(range(1, len(given) + 1)):
            yield Fault(
                name,
                "paragraph.number",
                f"{', '.join(map(str, given))}: number them 1, 2, 3 … in order, without gaps",
            )
        if article.paragraph_count_confirmed:
            if article.paragraph_count is None:
                yield Fault(name, "paragraph_count", "is confirmed but missing: add it")
            elif len(given) > article.paragraph_count:
                yield Fault(
                    name,
                    "paragraph_count",
                    f"is {article.paragraph_count}, but {len(given)} paragraphs follow: mend one",
                )


def related(content: Content) -> Iterator[Fault]:
    """A related article is another one, described, and named once."""
    undescribed = {
        article.number
        for article in content.articles.values()
        if article.evidence in {Evidence.UNPLACED, Evidence.OUTLINE}
    }
    for name, article in content.articles.items():
        seen: set[int] = set()
        for i, row in enumerate(article.related, 1):
            key = f"related[{i}].number"
            if row.number == article.number:
                yield Fault(name, key, "an article is not related to itself: name another")
            if row.number in undescribed:
                yield Fault(name, key, f"{treaty.label(row.number)} has no report: name another")
            if row.number in seen:
                yield Fault(name, key, f"{row.number} stands twice: keep one")
            seen.add(row.number)


def evidence(content: Content) -> Iterator[Fault]:
    """An article says as much as its evidence grade allows, and no less."""
    for name, article in content.articles.items():
        bases = {row.basis for part in article.paragraph for row in part.statement}
        for wrong, message in evidence_rules(article, bases):
            if wrong:
                yield Fault(name, "evidence", f"'{article.evidence.value}' {message}")


def evidence_rules(article: ArticleFile, bases: set[Basis]) -> list[tuple[bool, str]]:
    """Return the rules of the four grades, each as whether it is broken and how to mend it.

    The grades are those of the about page: ``reported`` and ``placed`` rest on a report,
    ``outline`` on none, and of an ``unplaced`` article nothing may be said.
    """
    bare_title = article.title == treaty.label(article.number)
    mentions = article.mentions
    says_anything = (
        article.paragraph
        or article.themes
        or article.keywords
        or article.related
        or article.background
        or mentions.named
        or mentions.thought_named
        or mentions.background
    )
    match article.evidence:
        case Evidence.UNPLACED:
            return [
                (bool(says_anything), "says nothing of the content: drop all but the cautions"),
                (not bare_title, f"has only '{treaty.label(article.number)}' for a title"),
            ]
        case Evidence.OUTLINE:
            return [
                (bases != {Basis.UNCONFIRMED}, "holds unconfirmed statements, and only those"),
                (not bare_title, "has an unconfirmed subject: give only the number as the title"),
                (not article.themes, "needs a theme: give at least one"),
            ]
        case _:
            return [
                (Basis.REPORTED not in bases, "needs a reported statement: add it with its source"),
                (not article.themes, "needs a theme: give at least one"),
            ]


def order_of_events(content: Content) -> Iterator[Fault]:
    """Events stand in order of date; a month alone stands after the days of that month."""
    dates = [event.date for event in content.events]
    keys = [date + "-99" * (len("2025-01-17") > len(date)) for date in dates]
    for i, (before, after) in enumerate(pairwise(keys), 2):
        if before > after:
            yield Fault(
                "timeline.toml",
                f"event[{i}].date",
                f"{dates[i - 1]} is earlier than the one before: move the event up",
            )


def thesaurus(content: Content) -> Iterator[Fault]:
    """A concept leads to described articles, once each, by terms that the edition really has."""
    undescribed = {
        article.number
        for article in content.articles.values()
        if article.evidence == Evidence.UNPLACED
    }
    edition = "".join(stems_of(texts) for texts in searched(content))
    # Where a file is missing or faulty, its words would only seem to be missing, too.
    is_whole = (
        len(content.articles) == len(treaty.NUMBERS) and "subjects.toml" not in content.faulty
    )
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            for number, count in Counter(concept.articles).items():
                key = f"concept[{i}].articles"
                if number in undescribed:
                    yield Fault(name, key, f"{treaty.label(number)} is not described: drop it")
                if count > 1:
                    yield Fault(name, key, f"{number} stands {count} times: keep one")
            for term in concept.terms:
                if is_whole and f" {analysis.stems(term)} " not in edition:
                    yield Fault(
                        name,
                        f"concept[{i}].terms",
                        f"the edition has no '{term}': correct it, or move it to readers' words",
                    )


def searched(content: Content) -> Iterator[list[str]]:
    """Yield the texts of each article and each subject in which search looks."""
    for article in content.articles.values():
        statements = [row.text for part in article.paragraph for row in part.statement]
        yield [article.title, *article.keywords, article.gist, *statements]
    for subject in content.subjects:
        yield [subject.name, *(row.text for row in subject.statement)]


def stems_of(texts: Iterable[str]) -> str:
    """Return the stems of texts, with white space around each and something between them."""
    return " . ".join(["", *map(analysis.stems, texts), ""])


def cues(content: Content) -> Iterator[Fault]:
    """A cue stands once in its list."""
    for key in ("landmark", "subject", "body", "strength"):
        for i, table in enumerate(getattr(content.cues, key), 1):
            for language, words in table.lists.items():
                for word, count in Counter(words).items():
                    if count > 1:
                        place = f"{key}[{i}].{language}"
                        message = f"'{word}' stands {count} times: keep one"
                        yield Fault("cues.toml", place, message)


CHECKS: Final[tuple[Callable[[Content], Iterator[Fault]], ...]] = (
    numbers,
    uniqueness,
    references,
    paragraphs,
    related,
    evidence,
    order_of_events,
    thesaurus,
    cues,
)
