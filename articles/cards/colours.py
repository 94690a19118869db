"""The colours of the design, light, as red, green and blue from 0 to 255."""

from __future__ import annotations

from typing import Final

Colour = tuple[int, int, int]

PAPER: Final[Colour] = (0xFB, 0xFA, 0xF7)
INK: Final[Colour] = (0x1C, 0x1B, 0x19)
QUIET: Final[Colour] = (0x5B, 0x57, 0x50)
RULE: Final[Colour] = (0xDD, 0xD8, 0xCC)
ACCENT: Final[Colour] = (0x0B, 0x5A, 0x5E)

FAMILIES: Final[tuple[Colour, ...]] = (
    ACCENT,
    (0x7B, 0x34, 0x28),
    (0x3F, 0x6A, 0xBC),
    (0x80, 0x6A, 0x04),
    (0x55, 0x73, 0x4E),
    (0x4D, 0x18, 0x56),
    (0x34, 0x33, 0x34),
)
"""The colours of the families of themes, as in ``site.css``."""


def family(number: int) -> Colour:
    """Return the colour of a family of themes, from 1."""
    return FAMILIES[number - 1]


def mixed(front: Colour, share: float, back: Colour = PAPER) -> Colour:
    """Return a share, from 0 to 1, of one colour on another."""
    red, green, blue = (
        round(over * share + under * (1 - share)) for over, under in zip(front, back, strict=True)
    )
    return red, green, blue
