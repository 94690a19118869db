"""What takes several files, or several keys of one, to find wrong in the fixtures.

Each check is a function from the whole content to its faults; ``CHECKS`` names them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from articles import treaty
from articles.loading.reading import ARTICLES, FILES, PHRASINGS, THESAURUS, Content
from articles.loading.schema import PointTable
from articles.loading.tables import Fault
from articles.search import analysis
from articles.treaty.places import Place

FILE_OF: Final = {key: name for name, table in FILES.items() for key in table.model_fields} | {
    "concept": THESAURUS,
    "phrasing": PHRASINGS,
}
"""Where rows of each name stand."""

UNIQUE: Final = {
    "theme": ("slug", "name"),
    "mention": ("slug", "name"),
    "source": ("key", "url"),
    "event": ("slug",),
    "comment": ("slug",),
    "question": ("slug", "question"),
    "concept": ("slug",),
    "phrasing": ("place",),
    "landmark": ("article",),
    "body": ("mention",),
    "official_text or text_copy": ("slug",),
}
"""The slugs, keys, names and addresses of which each must differ."""

SOURCED: Final = ("mention", "event", "comment", "official_text", "text_copy", "reuse_fact")
"""Rows that name sources, outside of articles."""

WHOLE_DATE: Final = len("2025-01-17")

Reference = tuple[str, str, str, Sequence[str]]
"""File, key, kind and slugs of a list that refers to another file."""


def check(content: Content) -> list[Fault]:
    """Return every fault that the checks find, in the order of files."""
    return sorted(fault for find in CHECKS for fault in find(content))


def files(content: Content) -> Iterator[Fault]:
    """Every part of the treaty is there, in the file of its number."""
    for name, article in content.articles.items():
        right = file_of(article.number)
        if name != right:
            message = f"{article.number} belongs in {right}: correct or rename it"
            yield Fault(name, "number", message)
    found = {article.number for article in content.articles.values()}
    for number in treaty.NUMBERS:
        name = file_of(number)
        if number not in found and name not in {*content.articles, *content.faulty}:
            yield Fault(name, "", f"is missing ({treaty.label(number)}): put it back")


def file_of(number: int) -> str:
    """Return the name of the file of a part of the treaty."""
    return f"{ARTICLES}/{number:02}.toml"


def uniqueness(content: Content) -> Iterator[Fault]:
    """A slug, key, name or address that must tell things apart stands once."""
    for tables, keys in UNIQUE.items():
        names = tables.split(" or ")
        rows = [row for name in names for row in getattr(content, name)]
        for key in keys:
            for value, count in Counter(getattr(row, key) for row in rows).items():
                if count > 1:
                    message = f"'{value}' stands {count} times: each must differ"
                    yield Fault(FILE_OF[names[0]], f"{tables}.{key}", message)


def references(content: Content) -> Iterator[Fault]:
    """Every theme, mention, source and event that is referred to exists."""
    known = {
        "theme": {theme.slug for theme in content.theme},
        "mention": {mention.slug for mention in content.mention},
        "source": {source.key for source in content.source},
        "event": {event.slug for event in content.event},
    }
    for file, key, kind, slugs in referring(content):
        if FILE_OF[kind] in content.faulty:
            continue  # its own fault is reported; these would only repeat it
        for slug in slugs:
            if slug not in known[kind]:
                message = f"no {kind} '{slug}' in {FILE_OF[kind]}: correct it or add one there"
                yield Fault(file, key, message)


def referring(content: Content) -> Iterator[Reference]:
    """Yield file, key, kind and slugs of every list that refers to other files."""
    for name, article in content.articles.items():
        yield name, "themes", "theme", article.themes
        yield name, "mentions", "mention", article.mentions.named + article.mentions.background
        yield name, "reports", "source", article.reports
        for key in ("caution", "background"):
            for i, table in enumerate(getattr(article, key), 1):
                yield name, f"{key}[{i}].sources", "source", table.sources
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            yield name, f"concept[{i}].mentions", "mention", concept.mentions
    for i, question in enumerate(content.question, 1):
        yield FILE_OF["question"], f"question[{i}].events", "event", question.events
    for i, body in enumerate(content.body, 1):
        yield FILE_OF["body"], f"body[{i}].mention", "mention", [body.mention]
    for key in SOURCED:
        for i, table in enumerate(getattr(content, key), 1):
            yield FILE_OF[key], f"{key}[{i}].sources", "source", table.sources


def paragraphs(content: Content) -> Iterator[Fault]:
    """Paragraphs count 1, 2, 3 … without gaps, and so do their points, as the treaty does."""
    for name, article in content.articles.items():
        given = [paragraph.number for paragraph in article.paragraph]
        if given != list(range(1, len(given) + 1)):
            numbers = ", ".join(map(str, given))
            message = f"{numbers}: number them 1, 2, 3 … in order, without gaps"
            yield Fault(name, "paragraph.number", message)
        for i, paragraph in enumerate(article.paragraph, 1):
            for key, message in points(article.number, i, paragraph.point):
                yield Fault(name, f"paragraph[{i}].{key}", message)


def points(article: int, paragraph: int, found: Sequence[PointTable]) -> Iterator[tuple[str, str]]:
    """Yield key and message of each point that is not labelled as the treaty does."""
    if found and (article, paragraph) not in treaty.POINT_NUMBERS:
        yield "point", "the treaty has no points here: put them into the text as a list"
        return
    for i, point in enumerate(found, 1):
        number = treaty.point_number(article, paragraph, i)
        if point.label not in {f"{number}.", f"{number})"}:
            yield f"point[{i}].label", f"'{point.label}' is not the number {number}: correct it"


def cautions(content: Content) -> Iterator[Fault]:
    """A caution speaks of a paragraph that is there."""
    for name, article in content.articles.items():
        for i, caution in enumerate(article.caution, 1):
            if caution.paragraph is not None and caution.paragraph > len(article.paragraph):
                message = f"there is no paragraph {caution.paragraph}: correct it, or drop the key"
                yield Fault(name, f"caution[{i}].paragraph", message)


def related(content: Content) -> Iterator[Fault]:
    """A related article is another one, and named once."""
    for name, article in content.articles.items():
        others = [row.number for row in article.related]
        for i, number in enumerate(others, 1):
            key = f"related[{i}].number"
            if number == article.number:
                yield Fault(name, key, "an article is not related to itself: name another")
            if number in others[: i - 1]:
                yield Fault(name, key, f"{number} stands twice: keep one")


def order_of_events(content: Content) -> Iterator[Fault]:
    """Events stand in order of date; a month alone stands after the days of that month."""
    dates = [event.date for event in content.event]
    keys = [date if len(date) == WHOLE_DATE else f"{date}-99" for date in dates]
    for i, (before, after) in enumerate(pairwise(keys), 2):
        if before > after:
            message = f"{dates[i - 1]} is earlier than the one before: move the event up"
            yield Fault(FILE_OF["event"], f"event[{i}].date", message)


def headings(content: Content) -> Iterator[Fault]:
    """The questions under a heading stand together."""
    names = [heading for heading, _ in groupby(row.heading for row in content.question)]
    for i, name in enumerate(names):
        if name in names[:i]:
            message = f"'{name}' stands in several places: put its questions together"
            yield Fault(FILE_OF["question"], "question.heading", message)


def provisions(content: Content) -> Iterator[Fault]:
    """Concepts and questions lead to provisions that are there."""
    if not is_whole(content):
        return
    known = set(codes(content))
    for file, key, places in leading(content):
        for code in places:
            if code not in known:
                yield Fault(file, key, f"the treaty has no {code}: correct it")


def leading(content: Content) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield file, key and provisions of every list that leads to some."""
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            yield name, f"concept[{i}].provisions", concept.provisions
    for i, phrasing in enumerate(content.phrasing, 1):
        yield PHRASINGS, f"phrasing[{i}].place", [phrasing.place]
    for i, question in enumerate(content.question, 1):
        yield FILE_OF["question"], f"question[{i}].places", question.places
        yield FILE_OF["question"], f"question[{i}].nearest", question.nearest


def terms(content: Content) -> Iterator[Fault]:
    """The edition has the terms of each concept."""
    if not is_whole(content):
        return
    edition = "".join(stems_of(texts) for texts in searched(content))
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            for term in concept.terms:
                if f" {analysis.stems(term)} " not in edition:
                    message = f"the edition has no '{term}': correct it, or move it to 'en'"
                    yield Fault(name, f"concept[{i}].terms", message)


def is_whole(content: Content) -> bool:
    """Whether every article was read: what a missing one holds would only seem to be missing."""
    return {article.number for article in content.articles.values()} == set(treaty.NUMBERS)


def codes(content: Content) -> Iterator[str]:
    """Yield how every provision is written; a lone paragraph has no number to write."""
    for article in content.articles.values():
        yield Place(article.number).code
        for number, paragraph in enumerate(article.paragraph, 1):
            if len(article.paragraph) > 1:
                yield Place(article.number, number).code
            for point in range(1, len(paragraph.point) + 1):
                yield Place(article.number, number, point).code


def searched(content: Content) -> Iterator[list[str]]:
    """Yield the texts of each article in which search looks."""
    for article in content.articles.values():
        passages = [
            text
            for paragraph in article.paragraph
            for text in (paragraph.text, *(point.text for point in paragraph.point))
        ]
        yield [article.title, *article.keywords, article.gist, *passages]


def stems_of(texts: Iterable[str]) -> str:
    """Return the stems of texts, with white space around each and something between them."""
    return " . ".join(["", *map(analysis.stems, texts), ""])


CHECKS: Final[tuple[Callable[[Content], Iterator[Fault]], ...]] = (
    files,
    uniqueness,
    references,
    paragraphs,
    cautions,
    related,
    order_of_events,
    headings,
    provisions,
    terms,
)
