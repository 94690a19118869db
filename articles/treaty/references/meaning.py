"""What numbers of a reference mean in this treaty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from articles import treaty
from articles.treaty.places import Place

Path = tuple[int, ...]
"""The numbers of a reference from the article down, as they were written."""

CLOSING: Final = (-1,)
"""The path of the closing lines, which are no article 48."""

LETTER: Final = 10_000
"""What is added to the place of a letter: (a) is the first point, if there are points."""

DEPTH: Final = 3
"""Numbers of the longest path: of an article, a paragraph and a point."""

POINTED: Final[dict[Path, str]] = dict(treaty.POINT_NUMBERS.items())
"""The paragraph of an article that has points."""


@dataclass(frozen=True)
class Reference:
    """The numbers of an article, and of a paragraph and a point of it if they are meant.

    There need not be such a provision. ``is_article_there`` tells an article 48, which there is
    not, from the closing lines.
    """

    article: int
    paragraph: int | None = None
    point: int | None = None
    is_article_there: bool = True

    @property
    def place(self) -> Place:
        """The provision that is meant."""
        return Place(self.article, self.paragraph, self.point)

    @property
    def below(self) -> Path:
        """The numbers of the paragraph and the point, as far as they are meant."""
        return tuple(number for number in (self.paragraph, self.point) if number is not None)

    @property
    def label(self) -> str:
        """``Article 3, paragraph 3``."""
        return self.place.label if self.is_article_there else f"Article {self.article}"

    @property
    def code(self) -> str:
        """``3.3``, also of what is not there."""
        first = self.place.code.partition(".")[0] if self.is_article_there else str(self.article)
        return ".".join([first, *map(str, self.below)])


@dataclass(frozen=True)
class Found:
    """A provision, or a run of them, and where in a text it is named."""

    first: Reference
    last: Reference
    start: int
    end: int

    @property
    def references(self) -> Iterator[Reference]:
        """Every provision of the run, in its order."""
        level, (first, last) = self.level, self.numbers
        step = 1 if first <= last else -1
        for number in range(first, last + step, step):
            there = self.first.is_article_there
            if level == "article" and first != last:
                there = number <= treaty.LAST_ARTICLE
            yield replace(self.first, is_article_there=there, **{level: number})

    @property
    def numbers(self) -> tuple[int, int]:
        """The first and the last number of the run."""
        return getattr(self.first, self.level), getattr(self.last, self.level)

    @property
    def level(self) -> str:
        """The number by which the run counts."""
        if self.first.point is not None:
            return "point"
        return "article" if self.first.paragraph is None else "paragraph"

    @property
    def code(self) -> str:
        """How the address of a selection writes it: ``12.2-4``."""
        end = "" if self.first == self.last else f"-{self.numbers[1]}"
        return self.first.code + end


def written(path: Path) -> Path | None:
    """Return a path without a paragraph that the number of its point says again (22.2.2.3)."""
    if len(path) > DEPTH and path[1] == path[2] and "." in POINTED.get(path[:2], ""):
        path = path[:2] + path[3:]
    return path if len(path) <= DEPTH else None


def joined(path: Path, below: Path) -> Path:
    """Return the path of what stands below another, whose number may say that, too: 22(2)(2.3)."""
    return path + (below[1:] if len(below) > 1 and path[1:] == below[:-1] else below)


def last_below(path: Path) -> Path:
    """Return the path of the last paragraph of an article, or of the last recital."""
    return (*path, treaty.PARAGRAPHS.get(path[0], 1))


def with_point(path: Path, point: Path) -> Path:
    """Return the path of a point; that of the paragraph need not be said if only one has points."""
    if len(path) == 1 and len(point) == 1:
        with_points = [paragraph for article, paragraph in POINTED if article == path[0]]
        return path + tuple(with_points) + point
    return joined(path, point)


def run_to(first: Path, last: Path) -> Path | None:
    """Return the path at which a run ends that is written ``12.2-4`` or ``12(2)-12(4)``."""
    whole = first[: len(first) - len(last)] + last
    return whole if len(last) <= len(first) and whole[:-1] == first[:-1] else None


def reference(path: Path, *, is_spoken: bool) -> Reference:
    """Return what a path means.

    The only paragraph of Article 28 bears no number, so a number beside that of the article is
    that of a point, unless an address has it for the paragraph: ``28(4)``, but ``/28.1``. A letter
    is that of a point if there are points, and otherwise of nothing that has a number.
    """
    article, below = path[0], path[1:]
    if article in treaty.LISTS and len(below) == 1 and (is_spoken or below[0] != 1):
        below = (1, *below)
    elif len(below) == 1 and below[0] > LETTER:
        below = (*(row[1] for row in POINTED if row[0] == article), *below)
    if below and below[-1] > LETTER:
        point = (below[-1] - LETTER,) if (article, *below[:-1]) in POINTED else ()
        below = below[:-1] + point
    paragraph, point_number = (*below, None, None)[:2]
    if (article,) == CLOSING:
        return Reference(treaty.CLOSING, paragraph, point_number)
    return Reference(article, paragraph, point_number, article <= treaty.LAST_ARTICLE)


def found(first: Path, last: Path, start: int, end: int, *, is_spoken: bool) -> Found:
    """Return what a run of paths means."""
    is_spoken = is_spoken or first != last
    return Found(
        reference(first, is_spoken=is_spoken), reference(last, is_spoken=is_spoken), start, end
    )
