"""The map of the treaty: every article in one glance, in runs of the same leading theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from articles import treaty
from articles.edition import Edition
from articles.models import Article
from articles.treaty import addresses


@dataclass(frozen=True)
class Cell:
    """An article on the map, and where it leads; one that a filter leaves out is not lit."""

    article: Article
    address: str
    hue: int | None
    is_lit: bool
    ends_run: bool

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


def treaty_map(
    edition: Edition,
    lit: set[int] | None = None,
    address: Callable[[int], str] = addresses.article_url,
) -> list[Cell]:
    """Return the cells in the treaty's order.

    ``lit`` holds the numbers that a filter leaves;
    without it every cell is lit. The hue is the position of the leading theme, from 1.
    ``address`` says where the cell of a number leads.
    """
    cells = []
    for hue, run in groupby(edition.articles, key=lambda article: article.hue):
        *others, last = run
        for article in (*others, last):
            is_lit = lit is None or article.number in lit
            leads_to = address(article.number)
            cells.append(Cell(article, leads_to, hue, is_lit, ends_run=article is last))
    return cells
