"""Sets a card: where each of its texts stands and at what size, and the ornaments about them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from articles import treaty
from articles.cards import HOME_LANGUAGE, colours
from articles.cards.colours import Colour
from articles.cards.face import Face, Kind
from articles.cards.fitting import Style, fit
from articles.cards.lettering import Weight, is_right_to_left, width

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 72
MEASURE: Final = WIDTH - 2 * MARGIN
"""How wide a line of text may be, in pixels."""

TOP: Final = 52
FOOT_BOTTOM: Final = 604
STRIP_BOTTOM: Final = 510
"""Where the ticks end that stand for the parts of the treaty, above the foot."""

HEAD: Final = Style((96, 88, 80, 72, 64, 56), Weight.BOLD, colours.ACCENT, leading=1.2)
TITLE: Final = Style((88, 80, 72, 64), Weight.BOLD, colours.ACCENT, lines=2, leading=1.2)
ASKED: Final = Style((60, 54, 48, 42), Weight.BOLD, colours.ACCENT, lines=3, leading=1.2)
SUBJECT: Final = Style((54, 48, 42, 38), Weight.BOLD, colours.INK, lines=2)
SMALL_SUBJECT: Final = Style((40, 36, 34), Weight.BOLD, colours.INK, lines=2)
BODY: Final = Style((42, 39, 36, 34, 32), Weight.REGULAR, colours.INK, lines=9, leading=1.34)
KICKER: Final = Style((30, 28, 26), Weight.REGULAR, colours.INK)
FOOT: Final = Style((28, 26, 24), Weight.BOLD, colours.INK, leading=1.1)
WHOSE: Final = Style((28, 26, 24, 22), Weight.REGULAR, colours.QUIET, leading=1.1)

LOOKS: Final[Mapping[Kind, tuple[Style, Style]]] = {
    Kind.SITE: (TITLE, SUBJECT),
    Kind.THEME: (TITLE, SMALL_SUBJECT),
    Kind.QUESTION: (ASKED, SMALL_SUBJECT),
    Kind.ARTICLE: (HEAD, SUBJECT),
    Kind.PARAGRAPH: (HEAD, SMALL_SUBJECT),
}
"""The looks of the heading and of the subject."""

GAP: Final = 10
"""Pixels between two texts, besides what their line heights leave."""

ROOM_BELOW: Final = 18
"""Pixels between the last line of the text and what stands under it."""

MOST_TIGHTER: Final = 2
"""How many sizes heading and subject may give way to what follows."""

SWATCH: Final = 26
SWATCH_GAP: Final = 14
TAG_PADDING: Final = 14
EDGE: Final = 2

TICK: Final = 18
TICK_HEIGHT: Final = 4
LIT_HEIGHT: Final = 16

MAP_ROWS: Final = 2
MAP_CELL: Final = 38
MAP_PITCH: Final = 43
"""Pixels from one row of the map to the next."""

MAP_TOP: Final = STRIP_BOTTOM - MAP_ROWS * MAP_PITCH - 6


@dataclass(frozen=True)
class Line:
    """A line as it is drawn: where it begins on the left, and the height on which it stands."""

    text: str
    language: str
    weight: Weight
    size: int
    colour: Colour
    left: float
    baseline: int


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; with an ``edge`` only that is drawn, so many pixels wide."""

    left: int
    top: int
    width: int
    height: int
    colour: Colour
    edge: int = 0
    radius: int = 0


@dataclass(frozen=True)
class Setting:
    """A card laid out: boxes, and the lines of text, of which only the tag's has one about it."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass
class Column:
    """Texts set one below the other from ``top``, which moves down, to ``bottom``."""

    language: str
    top: int
    bottom: int
    lines: list[Line] = field(default_factory=list)

    def put(self, text: str, style: Style) -> bool:
        """Add a text, and return whether it is there wholly."""
        fitted = fit(text, style, self.language, MEASURE, self.bottom - self.top)
        size, height = fitted.size, fitted.line_height
        for line in fitted.lines:
            left: float = MARGIN
            if is_right_to_left(self.language):
                left = WIDTH - MARGIN - width(line, self.language, style.weight, size)
            stands = base(self.top, height, size)
            self.lines.append(
                Line(line, self.language, style.weight, size, style.colour, left, stands)
            )
            self.top += height
        return fitted.is_whole


def set_face(face: Face) -> Setting:
    """Return a card laid out, from the top down, with the foot in its place at the bottom.

    Heading and subject give way, by up to two sizes, to show the whole of what follows.
    """
    boxes = [*frame(), *(treaty_map(face) if face.families else strip(face))]
    kicker: list[Line] = []
    top = TOP + set_kicker(face, boxes, kicker)
    for tighter in range(MOST_TIGHTER + 1):
        said, is_whole = set_said(face, top, tighter)
        if is_whole:
            break
    return Setting(tuple(boxes), (*kicker, *said, *set_foot(face)))


def set_said(face: Face, top: int, tighter: int) -> tuple[list[Line], bool]:
    """Return the lines of heading, subject and body, and whether the body is there wholly.

    ``tighter`` is how many of their sizes heading and subject pass over.
    """
    bottom = (MAP_TOP if face.families else STRIP_BOTTOM - LIT_HEIGHT) - ROOM_BELOW
    column = Column(face.language, top, bottom)
    head, subject = (replace(style, sizes=style.sizes[tighter:]) for style in LOOKS[face.kind])
    for text, style in ((face.heading, head), (face.subject, subject)):
        if text:
            column.put(text, style)
            column.top += GAP
    is_whole = column.put(face.body, BODY)
    return column.lines, is_whole


def set_foot(face: Face) -> list[Line]:
    """Return the lines at the foot: which treaty, and whose words."""
    style_heights = [
        style.line_height(face.language, style.sizes_for(face.language)[0])
        for style in (FOOT, WHOSE)
    ]
    column = Column(face.language, FOOT_BOTTOM - sum(style_heights), HEIGHT)
    column.put(face.foot, FOOT)
    column.put(face.whose, WHOSE)
    return column.lines


def base(top: int, line_height: int, size: int) -> int:
    """Return the height on which the letters stand in a line; capitals are in its middle."""
    return round(top + line_height / 2 + size * 0.35)


def set_kicker(face: Face, boxes: list[Box], lines: list[Line]) -> int:
    """Add the theme with its swatch and, at the other side, how the paragraph binds.

    Both are the site's, in English; a card that reads from the right has them the other way
    round. Returns how high they are.
    """
    if not face.theme:
        return 0
    tag_width = 0
    if face.tag:
        tag_width = round(text_width(face.tag, KICKER.sizes[-1])) + 2 * TAG_PADDING
    room = MEASURE - 2 * SWATCH - tag_width - 2 * GAP
    fitted = fit(face.theme, KICKER, HOME_LANGUAGE, room, HEIGHT)
    [theme] = fitted.lines
    swatch_left, text_left = MARGIN, float(MARGIN + SWATCH + SWATCH_GAP)
    tag_left = WIDTH - MARGIN - tag_width
    if is_right_to_left(face.language):
        swatch_left, tag_left = WIDTH - MARGIN - SWATCH, MARGIN
        text_left = swatch_left - SWATCH_GAP - text_width(theme, fitted.size)
    height = KICKER.line_height(HOME_LANGUAGE, KICKER.sizes[0])
    swatch_top = TOP + (height - SWATCH) // 2
    colour = colours.family(face.family)
    boxes.append(Box(swatch_left, swatch_top, SWATCH, SWATCH, colour, radius=4))
    lines.append(kicker_line(theme, fitted.size, text_left, height))
    if face.tag:
        boxes.append(Box(tag_left, TOP - 4, tag_width, height + 8, colours.QUIET, EDGE, radius=6))
        lines.append(kicker_line(face.tag, KICKER.sizes[-1], tag_left + TAG_PADDING, height))
    return height + GAP


def kicker_line(text: str, size: int, left: float, height: int) -> Line:
    """Return a line of the kicker, whose line is so high."""
    baseline = base(TOP, height, size)
    return Line(text, HOME_LANGUAGE, KICKER.weight, size, KICKER.colour, left, baseline)


def text_width(text: str, size: int) -> float:
    """Return how wide a text of the kicker is."""
    return width(text, HOME_LANGUAGE, KICKER.weight, size)


def frame() -> Iterator[Box]:
    """Yield the edge of the card, which parts it from a white chat as from a black one."""
    yield Box(0, 0, WIDTH, HEIGHT, colours.QUIET, EDGE)


def strip(face: Face) -> Iterator[Box]:
    """Yield a tick for the preamble, each article and the closing lines, high if it is marked."""
    lit = set(face.lit)
    for place, number in enumerate(treaty.NUMBERS):
        left = spread(place, len(treaty.NUMBERS), TICK)
        if is_right_to_left(face.language):
            left = WIDTH - left - TICK
        height = LIT_HEIGHT if number in lit else TICK_HEIGHT
        colour = colours.ACCENT if number in lit else colours.RULE
        yield Box(left, STRIP_BOTTOM - height, TICK, height, colour)


def treaty_map(face: Face) -> Iterator[Box]:
    """Yield a cell for each of the same, in the colour of its leading theme."""
    in_row = math.ceil(len(face.families) / MAP_ROWS)
    for place, family in enumerate(face.families):
        row, column = divmod(place, in_row)
        left, top = spread(column, in_row, MAP_CELL), MAP_TOP + row * MAP_PITCH
        yield Box(left, top, MAP_CELL, MAP_CELL, colours.family(family), radius=4)


def spread(place: int, count: int, wide: int) -> int:
    """Return where one of so many boxes of a width begins, in a row that fills the measure."""
    return MARGIN + round(place * (MEASURE - wide) / (count - 1))
