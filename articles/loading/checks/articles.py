"""An article is in its place, and its parts are numbered and point to each other as they should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import ARTICLES, Content
from articles.loading.schema.text import ParagraphTable


def numbers(content: Content) -> Iterator[Fault]:
    """Every part of the treaty is there once, each in the file of its number."""
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
            yield Fault(f"{ARTICLES}/{number:02}.toml", "", f"{label} missing: write the file")
        if found[number] > 1:
            yield Fault(ARTICLES, "number", f"{number} stands in {found[number]} files: keep one")


def paragraphs(content: Content) -> Iterator[Fault]:
    """Paragraphs count 1, 2, 3 … without gaps, and so do their points, as the treaty does."""
    for name, article in content.articles.items():
        given = [paragraph.number for paragraph in article.paragraph]
        if given != list(range(1, len(given) + 1)):
            yield Fault(
                name,
                "paragraph.number",
                f"{', '.join(map(str, given))}: number them 1, 2, 3 … in order, without gaps",
            )
        for i, paragraph in enumerate(article.paragraph, 1):
            yield from points(name, f"paragraph[{i}].point.label", article.number, paragraph)


def points(name: str, key: str, article: int, paragraph: ParagraphTable) -> Iterator[Fault]:
    """The labels of points are the numbers that the treaty gives them."""
    if paragraph.point and (article, paragraph.number) not in treaty.POINT_NUMBERS:
        yield Fault(name, key, "the treaty has no points here: put them into the text as a list")
        return
    for i, row in enumerate(paragraph.point, 1):
        number = treaty.point_number(article, paragraph.number, i)
        if row.label.strip(".)") != number:
            yield Fault(name, key, f"'{row.label}' stands where point {number} belongs: correct it")


def cautions(content: Content) -> Iterator[Fault]:
    """A caution speaks of a paragraph that is there."""
    for name, article in content.articles.items():
        given = {paragraph.number for paragraph in article.paragraph}
        for i, caution in enumerate(article.caution, 1):
            if caution.paragraph is not None and caution.paragraph not in given:
                yield Fault(
                    name,
                    f"caution[{i}].paragraph",
                    f"there is no paragraph {caution.paragraph}: correct it, or drop the key",
                )


def related(content: Content) -> Iterator[Fault]:
    """A related article is another one, and named once."""
    for name, article in content.articles.items():
        seen: set[int] = set()
        for i, row in enumerate(article.related, 1):
            key = f"related[{i}].number"
            if row.number == article.number:
                yield Fault(name, key, "an article is not related to itself: name another")
            if row.number in seen:
                yield Fault(name, key, f"{row.number} stands twice: keep one")
            seen.add(row.number)
