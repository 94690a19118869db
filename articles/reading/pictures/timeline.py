"""The treaty's life, drawn to scale: once for a wide window, once downwards for a narrow one.

Chief events stand on the axis and are named; the others hang beside it where they would cover one
another. An outline around a dot reaches to the other dates that sources give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from articles.edition import Edition, derived
from articles.models import Event
from articles.reading.pictures.labels import Span, raised, rows_of, spaced
from articles.reading.pictures.scale import Scale, Stretch, day_of, laid_out, months, years
from articles.reading.pictures.shapes import Box, Frame, Line, Text

STRETCHES: Final = (
    Stretch("95 years", date(1920, 1, 1), date(2015, 1, 1), years(1920, 1940, 1960, 1980, 2000)),
    Stretch("10 years", date(2015, 1, 1), date(2025, 1, 1), years(2015, 2017, 2019, 2021, 2023)),
    Stretch("2025, month by month", date(2025, 1, 1), date(2026, 1, 1), months(2025)),
    Stretch("26 years", date(2026, 1, 1), date(2052, 1, 1), years(2026, 2035, 2045)),
)
"""Decades in which little happened, the year in which nearly everything did, and the term."""

ENLARGED: Final = 2
"""The stretch that stands on a ground of its own."""

PITCH: Final = 10
"""From one row of dots to the next; a dot is a little smaller."""

LETTER: Final = 7.6
"""What a letter of a name takes, on average, in the widest fonts of the systems."""

LEVEL: Final = 20
"""From one name to the next above or below it."""

EDGE: Final = 6
"""From the edge of a drawing to the beginning of the axis."""


@dataclass(frozen=True)
class Dot:
    """An event: where its dot is, what outlines it, and its name with the line that leads there."""

    event: Event
    x: float
    y: float
    outline: Box | None
    name: Text | None
    leader: str


@dataclass(frozen=True)
class Drawing:
    """A drawing of the timeline."""

    width: float
    height: float
    ground: Box
    axes: list[Line]
    breaks: list[Line]
    marks: list[tuple[Line, Text]]
    titles: list[Text]
    dots: list[Dot]


@dataclass(frozen=True)
class Placed:
    """An event on the scale: where, over which span, and in which row beside the axis."""

    event: Event
    at: float
    span: Span
    row: int

    @property
    def beside(self) -> float:
        """How far from the axis its dot is."""
        return self.row * PITCH

    def outline(self, frame: Frame) -> Box | None:
        """Return what reaches to the other dates that are given for it, if there are any."""
        if not self.event.other_dates:
            return None
        first, last = self.span
        return frame.box((first + 1, self.beside - 6), (last - 1, self.beside + 6))


@derived
def drawings(edition: Edition) -> dict[str, Drawing]:
    """Return the timeline for a ``wide`` window, and a ``tall`` one for a narrow window."""
    return {"wide": wide(edition.events), "tall": tall(edition.events)}


def wide(events: Sequence[Event]) -> Drawing:
    """Draw the timeline from left to right."""
    width = 1056
    scale = laid_out(STRETCHES, (186, 226, 436, 154), gap=16)
    rows = placed(events, scale)
    named = [row for row in rows if row.event.short]
    widths = [LETTER * len(row.event.short) + 5 for row in named]
    flags = raised([(row.at, size) for row, size in zip(named, widths, strict=True)], width - EDGE)
    above = LEVEL * (max((flag.level for flag in flags), default=0) + 1) + 20
    frame = Frame(axis=above, start=EDGE)
    foot = room_beside(rows)
    names = {}
    for row, flag in zip(named, flags, strict=True):
        rise = 16 + LEVEL * flag.level
        x, y = frame.point(row.at, -rise)
        anchor, shift = ("end", -5) if flag.is_before else ("start", 5)
        top = frame.point(row.at, -rise - 10)
        leader = path(frame.point(row.at, row.beside), top)
        names[row.event.slug] = Text(x + shift, y, row.event.short, anchor), leader
    return Drawing(
        width,
        above + foot + 46,
        ground_of(frame, scale, -above, foot + 24),
        axes_of(frame, scale),
        breaks_of(frame, scale),
        [
            (frame.line((at, 0), (at, foot + 18)), Text(*frame.point(at + 4, foot + 18), words))
            for at, words in marks_of(scale)
        ],
        [Text(*frame.point(row.start, foot + 40), row.title) for row in scale.stretches],
        dots_of(rows, frame, names),
    )


def tall(events: Sequence[Event]) -> Drawing:
    """Draw the timeline from the top down."""
    scale = laid_out(STRETCHES, (150, 200, 430, 110), gap=44)
    rows = placed(events, scale)
    named = sorted((row for row in rows if row.event.short), key=lambda row: row.at)
    foot = room_beside(rows)
    frame = Frame(axis=foot + 44, start=EDGE + 24, is_tall=True)
    names = {}
    for row, at in zip(named, spaced([row.at for row in named], LEVEL), strict=True):
        x, y = frame.point(at, -30)
        knee, end = frame.point(row.at, -12), frame.point(at, -26)
        leader = path(frame.point(row.at, row.beside), knee, end)
        names[row.event.slug] = Text(x, y + 5, row.event.short), leader
    return Drawing(
        360,
        frame.start + scale.stretches[-1].end + EDGE,
        ground_of(frame, scale, -(360 - frame.axis), frame.axis),
        axes_of(frame, scale),
        breaks_of(frame, scale),
        [
            (frame.line((at, 0), (at, foot)), Text(*frame.point(at + 12, foot), words, "end"))
            for at, words in marks_of(scale)
        ],
        [Text(*frame.point(row.start - 17, -30), row.title) for row in scale.stretches],
        dots_of(rows, frame, names),
    )


def placed(events: Sequence[Event], scale: Scale) -> list[Placed]:
    """Return where the events go; those that have a name have the first choice of rows."""
    chief_first = sorted(events, key=lambda event: not event.short)
    spans = [span_of(event, scale) for event in chief_first]
    return [
        Placed(event, scale.at(day_of(event.date)), span, row)
        for event, span, row in zip(chief_first, spans, rows_of(spans), strict=True)
    ]


def span_of(event: Event, scale: Scale) -> Span:
    """Return what an event covers on the scale, with all dates that are given for it."""
    places = [scale.at(day_of(value)) for value in (event.date, *event.other_dates)]
    reach = 7 if event.other_dates else PITCH / 2
    return min(places) - reach, max(places) + reach


def room_beside(rows: Sequence[Placed]) -> float:
    """Return how far from the axis the dots reach."""
    return max((row.beside for row in rows), default=0) + PITCH


def marks_of(scale: Scale) -> Iterator[tuple[float, str]]:
    """Yield where the marks stand, and what they are called."""
    for stretch in scale.stretches:
        for day, words in stretch.marks:
            yield stretch.at(day), words


def ground_of(frame: Frame, scale: Scale, above: float, below: float) -> Box:
    """Return the ground of the stretch that is enlarged, from above the axis to below it."""
    stretch = scale.stretches[ENLARGED]
    return frame.box((stretch.start - 4, above), (stretch.end + 4, below))


def axes_of(frame: Frame, scale: Scale) -> list[Line]:
    """Return the axis of each stretch."""
    return [frame.line((row.start, 0), (row.end, 0)) for row in scale.stretches]


def breaks_of(frame: Frame, scale: Scale) -> list[Line]:
    """Return the two strokes across the axis wherever its scale changes."""
    middles = [(row.end + after.start) / 2 for row, after in pairwise(scale.stretches)]
    return [
        frame.line((middle + shift - 2, 5), (middle + shift + 2, -5))
        for middle in middles
        for shift in (-2, 2)
    ]


def dots_of(rows: Sequence[Placed], frame: Frame, names: dict[str, tuple[Text, str]]) -> list[Dot]:
    """Return the dots in order of date, as the list has the events."""
    return [
        Dot(
            row.event,
            *frame.point(row.at, row.beside),
            row.outline(frame),
            *names.get(row.event.slug, (None, "")),
        )
        for row in sorted(rows, key=lambda row: row.event.position)
    ]


def path(*points: tuple[float, float]) -> str:
    """Return the points as SVG writes a line through them."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)
