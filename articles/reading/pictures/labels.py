"""Where dots and their names go, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

AIR = 6.0
"""What is kept free between two names, and between a name and the line to another."""

Span = tuple[float, float]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have more than an end in common."""
    return one[0] < other[1] and other[0] < one[1]


def rows_of(spans: Iterable[Span]) -> list[int]:
    """Return a row for each span, the first in which it covers no span before it."""
    taken: list[list[Span]] = []
    rows = []
    for span in spans:
        row = next(
            (i for i, there in enumerate(taken) if not any(overlap(span, one) for one in there)),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        rows.append(row)
    return rows


@dataclass(frozen=True)
class Flag:
    """A name on a line that rises from a point ``at`` an axis, so many levels above it.

    The name stands after the line, or before it.
    """

    at: float
    width: float
    level: int = 0
    is_before: bool = False

    @property
    def span(self) -> Span:
        """What the name covers, with the air around it."""
        if self.is_before:
            return self.at - self.width - AIR, self.at + AIR
        return self.at - AIR, self.at + self.width + AIR

    def clashes(self, other: Flag) -> bool:
        """Whether the names cover each other, or one the line to the other."""
        if self.level == other.level:
            return overlap(self.span, other.span)
        low, high = sorted((self, other), key=lambda flag: flag.level)
        return low.span[0] < high.at < low.span[1]


def raised(points: Sequence[tuple[float, float]], length: float) -> list[Flag]:
    """Return a flag for each point of an axis and width of its name, as low as they can be.

    Names that would reach beyond the ``length`` of the axis stand before their lines.
    """
    flags: dict[int, Flag] = {}
    last_first = sorted(range(len(points)), key=lambda index: points[index], reverse=True)
    for index in last_first:
        at, width = points[index]
        levels = (Flag(at, width, level, at + width > length) for level in count())
        flags[index] = next(flag for flag in levels if is_free(flag, flags.values()))
    return [flags[index] for index in range(len(points))]


def is_free(flag: Flag, others: Iterable[Flag]) -> bool:
    """Whether a flag clashes with none; above all others it has to be taken as it is."""
    rows = list(others)
    if all(flag.level > other.level for other in rows):
        return True
    return not any(flag.clashes(other) for other in rows)


def spaced(wanted: Sequence[float], room: float) -> list[float]:
    """Return places in the same order, each ``room`` or more after the one before.

    They are as near as can be to those that are wanted, which rise: neighbours that are too close
    share what they have to move (the pool-adjacent-violators algorithm of isotonic regression).
    """
    pools: list[tuple[float, int]] = []
    for index, place in enumerate(wanted):
        mean, size = place - index * room, 1
        while pools and pools[-1][0] > mean:
            before, number = pools.pop()
            mean = (before * number + mean * size) / (number + size)
            size += number
        pools.append((mean, size))
    means = [mean for mean, size in pools for _ in range(size)]
    return [mean + index * room for index, mean in enumerate(means)]
