"""Draws a card that has been set: the one place where pictures are made.

A card is drawn with few colours, each letter in shades between its own and the paper's, so that
nothing needs to be reduced afterwards: the same card gives the same bytes.
"""

from __future__ import annotations

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


def draw(setting: Setting) -> bytes:
    """Return the picture of a card as a PNG file, 1200 pixels wide and 630 high."""
    palette: list[Colour] = [colours.PAPER]
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    canvas = ImageDraw.Draw(image)
    for box in setting.boxes:
        draw_box(canvas, box, entry(palette, box.colour))
    for colour in dict.fromkeys(line.colour for line in setting.lines):
        letters = Image.new("L", (WIDTH, HEIGHT), 0)
        pen = ImageDraw.Draw(letters)
        for line in setting.lines:
            if line.colour == colour:
                draw_line(pen, line)
        shades = [
            entry(palette, colours.mixed(colour, shade / SHADES)) for shade in range(SHADES + 1)
        ]
        levels = [round(value * SHADES / OPAQUE) for value in range(OPAQUE + 1)]
        inked = letters.point([OPAQUE if level else 0 for level in levels])
        image.paste(letters.point([shades[level] for level in levels]), None, inked)
    image.putpalette([part for colour in palette for part in colour])
    file = BytesIO()
    image.save(file, "PNG", compress_level=9)
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


def draw_line(pen: ImageDraw.ImageDraw, line: Line) -> None:
    """Draw a line of text."""
    letters = font(line.language, line.weight, line.size)
    drawn = in_visual_order(line.text, line.language)
    pen.text((line.left, line.baseline), drawn, fill=OPAQUE, font=letters, anchor="ls")
