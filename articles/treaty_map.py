"""The map of the treaty: every article in one glance, in runs of the same leading theme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from articles.models import Article


@dataclass(frozen=True)
class Cell:
    """An article on the map; ``is_lit`` is false where a filter leaves it out."""

    article: Article
    hue: int | None
    is_lit: bool
    begins_run: bool


def treaty_map(articles: Iterable[Article], lit: set[int] | None = None) -> list[Cell]:
    """Return the cells in the treaty's order.

    ``articles`` must come from ``for_map``. ``lit`` holds the numbers that a filter leaves;
    without it every cell is lit. The hue is the position of the leading theme, from 1.
    """
    cells = []
    for hue, run in groupby(articles, key=lambda article: article.leading_theme_position):
        for i, article in enumerate(run):
            is_lit = lit is None or article.number in lit
            cells.append(Cell(article, hue, is_lit, begins_run=i == 0))
    return cells
