"""The map of the treaty: every article in one glance, in runs of the same leading theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from articles import treaty
from articles.edition import Edition, derived
from articles.models import Article
from articles.treaty import addresses


@dataclass(frozen=True)
class Cell:
    """An article on the map, and where it leads; one that a filter leaves out is not lit.

    The family is that of the leading theme. Cells that are the same in every map
    have a ``key``.
    """

    article: Article
    address: str
    family: int
    ends_run: bool
    is_lit: bool = True
    key: tuple[int, bool] | None = None

    @property
    def label(self) -> str:
        """What the cell shows: the number, P for the preamble, or C for the closing lines."""
        number = self.article.number
        return treaty.NAMED[number][0] if number in treaty.NAMED else str(number)

    @property
    def name(self) -> str:
        """What the cell is called: ``Article 14: Regional organisations``."""
        dimmed = "" if self.is_lit else " (not among the results)"
        return f"{self.article.label}: {self.article.title}{dimmed}"


@derived
def cells(edition: Edition) -> list[dict[bool, Cell]]:
    """Return the cells in the treaty's order, each lit and not lit."""
    found = []
    for family, run in groupby(edition.articles, key=lambda article: article.family):
        *others, last = run
        for article in (*others, last):
            cell = Cell(article, addresses.article_url(article.number), family, article is last)
            found.append(
                {
                    is_lit: replace(cell, is_lit=is_lit, key=(article.number, is_lit))
                    for is_lit in (True, False)
                }
            )
    return found


def treaty_map(edition: Edition, lit: set[int] | None = None) -> list[Cell]:
    """Return the cells in the treaty's order.

    ``lit`` holds the numbers that a filter leaves; without it every cell is lit.
    """
    return [both[lit is None or both[True].article.number in lit] for both in cells(edition)]


def leading(edition: Edition, address: Callable[[int], str]) -> list[Cell]:
    """Return the cells, which lead to what ``address`` says for the number of each article."""
    return [
        replace(cell, address=address(cell.article.number), key=None)
        for cell in treaty_map(edition)
    ]
