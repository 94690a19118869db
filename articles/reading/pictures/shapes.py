"""What drawings consist of, in units of their own."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Text:
    """Words that begin at a point, or end there if they are anchored at their ``end``."""

    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True)
class Frame:
    """Turns places along an axis and beside it into points, for an axis that runs right or down.

    ``axis`` is where it lies, ``start`` where it begins. What is beside it lies below an axis that
    runs right, and to the left of one that runs down.
    """

    axis: float
    start: float
    is_tall: bool = False

    def point(self, along: float, beside: float = 0) -> Point:
        """Return the point at a place."""
        x, y = self.start + along, self.axis + beside
        if self.is_tall:
            x, y = self.axis - beside, self.start + along
        return round(x, 1), round(y, 1)

    def line(self, one: Point, other: Point) -> Line:
        """Return the line between two places."""
        return Line(*self.point(*one), *self.point(*other))

    def box(self, one: Point, other: Point) -> Box:
        """Return the rectangle of which two places are opposite corners."""
        (x1, y1), (x2, y2) = self.point(*one), self.point(*other)
        size = round(abs(x2 - x1), 1), round(abs(y2 - y1), 1)
        return Box(min(x1, x2), min(y1, y2), *size)
