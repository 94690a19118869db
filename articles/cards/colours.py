"""The colours of the design, light, as red, green and blue from 0 to 255."""

from __future__ import annotations

import colorsys
from typing import Final

Colour = tuple[int, int, int]

PAPER: Final[Colour] = (0xFB, 0xFA, 0xF7)
INK: Final[Colour] = (0x1C, 0x1B, 0x19)
QUIET: Final[Colour] = (0x5B, 0x57, 0x50)
RULE: Final[Colour] = (0xDD, 0xD8, 0xCC)
ACCENT: Final[Colour] = (0x0B, 0x5A, 0x5E)

HUES: Final = (168, 336, 144, 312, 120, 288, 96, 264, 72, 240, 48, 216, 24, 192, 0)
"""The hue of each theme in degrees, by its position, as in ``site.css``."""

SATURATION: Final = 0.42
LINE: Final = 0.40
"""How light the strong colour of a theme is."""


def theme_line(position: int) -> Colour:
    """Return the strong colour of the theme at a position, from 1; hues come again at the end."""
    hue = HUES[(position - 1) % len(HUES)] / 360
    red, green, blue = colorsys.hls_to_rgb(hue, LINE, SATURATION)
    return round(red * 255), round(green * 255), round(blue * 255)


def mixed(front: Colour, share: float, back: Colour = PAPER) -> Colour:
    """Return a share, from 0 to 1, of one colour on another."""
    red, green, blue = (
        round(over * share + under * (1 - share)) for over, under in zip(front, back, strict=True)
    )
    return red, green, blue
