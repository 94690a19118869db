"""Figures made of measurements, and tables made of figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the value that a percentage of the values do not exceed, between two if need be.

    Raises ``ValueError`` if there are none.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("Nothing was measured.")
    place = (len(ordered) - 1) * percent / 100
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return how many times the latter the former are: the median of what each round says.

    What else the machine does meets both sides of a round, and so leaves their ratio alone.
    """
    return median(this / that for this, that in zip(these, those, strict=True))


PLACES = ((100, 0), (10, 1), (0.1, 2))
"""How many decimals are shown of a figure of at least that size; of a smaller one, three."""


def shown(value: float | None) -> str:
    """Return a figure with as many digits as say something, and with commas; a dash for none."""
    if value is None:
        return "–"
    decimals = next((decimals for least, decimals in PLACES if abs(value) >= least), 3)
    return f"{value:,.{decimals}f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """Return a table in Markdown: names to the left, figures to the right."""
    lines = [
        [cell if isinstance(cell, str) else shown(cell) for cell in row] for row in (head, *rows)
    ]
    lines.insert(1, ["---", *["---:"] * (len(head) - 1)])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
