"""An article is in its place, and its parts are numbered and point to each other as they should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import ARTICLES, Content
from articles.loading.schema.text import PointTable


def files(content: Content) -> Iterator[Fault]:
    """Every part of the treaty is there, in the file of its number."""
    for name, article in content.articles.items():
        right = file_of(article.number)
        if name != right:
            yield Fault(
                name, "number", f"{article.number} belongs in {right}: correct or rename it"
            )
    found = {article.number for article in content.articles.values()}
    for number in treaty.NUMBERS:
        name = file_of(number)
        if number not in found and name not in {*content.articles, *content.faulty}:
            yield Fault(name, "", f"is missing ({treaty.label(number)}): put it back")


def file_of(number: int) -> str:
    """Return the name of the file of a part of the treaty."""
    return f"{ARTICLES}/{number:02}.toml"


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
