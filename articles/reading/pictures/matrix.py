"""Themes and articles: a row for each theme, a column for each article, a mark where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from articles.edition import Edition, derived
from articles.models import Theme
from articles.reading.spread import spread_of_theme
from articles.reading.strip import Tick, ticks

COLUMN: Final = 18.5
"""From one column to the next."""

BETWEEN_RUNS: Final = 2.5
"""What is added where another theme begins to lead."""

ROW: Final = 25
"""From one row to the next."""

MARK: Final = 13
"""The side of a mark."""

NAMES: Final = 268
"""The room for the names of the themes."""

HEAD: Final = 26
"""The room for the numbers above the rows, and below them."""

HEIGHTS: Final = {"dim": 8, "also": 26, "lit": 56}
"""How high the ticks of a strip are, by their state."""


@dataclass(frozen=True)
class Mark:
    """Where a theme and an article meet; ``x`` is the left edge."""

    tick: Tick
    x: float

    @property
    def middle(self) -> float:
        """The middle of the column."""
        return self.x + MARK / 2


@dataclass(frozen=True)
class Row:
    """A theme: its marks, and its strip as three paths, by the state of the ticks."""

    theme: Theme
    y: float
    marks: list[Mark]
    paths: dict[str, str]

    @property
    def top(self) -> float:
        """The upper edge of its marks."""
        return self.y - MARK / 2

    @property
    def leads(self) -> list[Tick]:
        """The articles in which it leads."""
        return [mark.tick for mark in self.marks if mark.tick.is_lit]

    @property
    def others(self) -> list[Tick]:
        """The other articles that have it."""
        return [mark.tick for mark in self.marks if not mark.tick.is_lit]


@dataclass(frozen=True)
class Matrix:
    """The rows, and the columns by their heads; ``strip`` is the size of the strip of a row."""

    width: float
    height: float
    columns: list[Mark]
    rows: list[Row]
    strip: tuple[float, float]

    @property
    def foot(self) -> float:
        """Where the numbers below the rows stand."""
        return self.height - 6


@derived
def matrix(edition: Edition) -> Matrix:
    """Return the matrix of an edition."""
    columns = [Mark(tick, NAMES + x) for tick, x in placed(ticks(edition))]
    rows = [
        row_of(theme, HEAD + ROW * (place + 0.5), spread_of_theme(edition, theme))
        for place, theme in enumerate(edition.themes)
    ]
    width = columns[-1].x + MARK
    return Matrix(
        width,
        HEAD * 2 + ROW * len(rows),
        columns,
        rows,
        (round(width - NAMES, 1), HEIGHTS["lit"]),
    )


def row_of(theme: Theme, y: float, spread: Sequence[Tick]) -> Row:
    """Return the row of a theme, given how it spreads over the articles."""
    there = list(placed(spread))
    marks = [Mark(tick, NAMES + x) for tick, x in there if tick.state != "dim"]
    paths = {
        state: " ".join(bar(x, height) for tick, x in there if tick.state == state)
        for state, height in HEIGHTS.items()
    }
    return Row(theme, y, marks, paths)


def placed(row: Iterable[Tick]) -> Iterable[tuple[Tick, float]]:
    """Yield the ticks with where they begin."""
    x = 0.0
    for tick in row:
        yield tick, round(x, 1)
        x += COLUMN + (BETWEEN_RUNS if tick.ends_run else 0)


def bar(x: float, height: float) -> str:
    """Return a tick as SVG writes it, on the lower edge of a strip."""
    return f"M{x:g} {HEIGHTS['lit'] - height:g}h{MARK + 3}v{height:g}h-{MARK + 3}z"
