"""Draws a card that has been set: the one place where pictures are made.

A card is drawn with few colours, each letter in shades between its own and the paper's, so that
nothing needs to be reduced afterwards: the same card gives the same bytes.
"""

from __future__ import annotations

import math
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from articles.cards import colours
from articles.cards.colours import Colour
from articles.cards.lettering import font, in_visual_order
from articles.cards.setting import HEIGHT, WIDTH, Box, Line, Setting

SHADES: Final = 4
"""Shades of each colour of letters, its own among them; with them a card has up to 16 colours."""

OPAQUE: Final = 255

LEVELS: Final = [round(value * SHADES / OPAQUE) for value in range(OPAQUE + 1)]
"""The shade for each share of a pixel that a letter covers."""

INKED: Final = [OPAQUE if level else 0 for level in LEVELS]
"""Whether anything is drawn, likewise."""

REACH: Final = 1.5
"""How far from its line a letter may reach, in sizes: Persian marks stand high above it."""

COMPRESSION: Final = 6
"""How hard zlib tries: the highest level takes nine times as long for a twentieth less."""


def draw(setting: Setting) -> bytes:
    """Return the picture of a card as a PNG file, 1200 pixels wide and 630 high."""
    palette: list[Colour] = [colours.PAPER]
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    canvas = ImageDraw.Draw(image)
    for box in setting.boxes:
        draw_box(canvas, box, entry(palette, box.colour))
    for line in setting.lines:
        shades = [colours.mixed(line.colour, shade / SHADES) for shade in range(SHADES + 1)]
        write(image, line, [entry(palette, shade) for shade in shades])
    image.putpalette([part for colour in palette for part in colour])
    file = BytesIO()
    image.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


def entry(palette: list[Colour], colour: Colour) -> int:
    """Return the place of a colour in the palette, to which it is added if it is new."""
    if colour not in palette:
        palette.append(colour)
    return palette.index(colour)


def draw_box(canvas: ImageDraw.ImageDraw, box: Box, ink: int) -> None:
    """Draw a rectangle, filled or only its edge."""
    corners = (box.left, box.top, box.left + box.width - 1, box.top + box.height - 1)
    fill, outline = (None, ink) if box.edge else (ink, None)
    canvas.rounded_rectangle(corners, box.radius, fill=fill, outline=outline, width=box.edge)


def write(image: Image.Image, line: Line, shades: list[int]) -> None:
    """Write a line of text, given the palette's entries from the paper's colour to the line's."""
    letters = font(line.language, line.weight, line.size)
    drawn = in_visual_order(line.text, line.language)
    reach = round(line.size * REACH)
    wide, left, top = math.ceil(letters.getlength(drawn)), round(line.left), line.baseline
    strokes = Image.new("L", (wide + 2 * reach, 2 * reach), 0)
    ImageDraw.Draw(strokes).text((reach, reach), drawn, fill=OPAQUE, font=letters, anchor="ls")
    inked = strokes.point(INKED)
    image.paste(
        strokes.point([shades[level] for level in LEVELS]), (left - reach, top - reach), inked
    )
