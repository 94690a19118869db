"""Time to scale: stretches of it one after another, each of them linear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

MIDDLE: Final = ("-07-02", "-15", "")
"""What makes a day of a year, of a month and of a day of the fixtures: the middle of it."""


@dataclass(frozen=True)
class Stretch:
    """Time from one day up to another, drawn to one scale.

    ``title`` says how much time it is; ``marks`` are days on the scale, with what they are called.
    ``start`` and ``end`` are where it begins and ends on the drawing.
    """

    title: str
    first: date
    last: date
    marks: tuple[tuple[date, str], ...]
    start: float = 0
    end: float = 0

    def at(self, day: date) -> float:
        """Return where a day stands; one outside the stretch at its beginning or end."""
        part = (day - self.first) / (self.last - self.first)
        return self.start + min(max(part, 0), 1) * (self.end - self.start)


@dataclass(frozen=True)
class Scale:
    """The stretches, one after another."""

    stretches: Sequence[Stretch]

    def at(self, day: date) -> float:
        """Return where a day stands."""
        later = (stretch for stretch in self.stretches if day < stretch.last)
        return next(later, self.stretches[-1]).at(day)


def laid_out(stretches: Sequence[Stretch], lengths: Sequence[float], gap: float) -> Scale:
    """Return the scale on which the stretches have these lengths, with a gap between them."""
    laid, start = [], 0.0
    for stretch, length in zip(stretches, lengths, strict=True):
        laid.append(replace(stretch, start=start, end=start + length))
        start += length + gap
    return Scale(laid)


def day_of(value: str) -> date:
    """Return a date of the fixtures as a day; for a month or a year, the middle of it."""
    return date.fromisoformat(value + MIDDLE[value.count("-")])


def years(*wanted: int) -> tuple[tuple[date, str], ...]:
    """Return marks at the beginning of years."""
    return tuple((date(year, 1, 1), str(year)) for year in wanted)


def months(year: int) -> tuple[tuple[date, str], ...]:
    """Return marks at the beginning of the months of a year."""
    days = [date(year, month, 1) for month in range(1, 13)]
    return tuple((day, f"{day:%b}") for day in days)
