"""An article is in its place, counts its paragraphs, and says what its evidence allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import ARTICLES, Content
from articles.loading.schema import ArticleFile
from articles.models import Basis, Evidence


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
