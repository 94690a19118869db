"""The letters of the cards: fonts from packages, how wide words are, and Persian in its forms.

Everything is done with the same plain layout on every machine. Pillow could shape Persian by
itself only where the system has FriBidi, so letters are joined and lines put in order before.
"""

from __future__ import annotations

import hashlib
from enum import Enum
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Final

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from django.core.management.base import CommandError
from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

from articles.cards.phrases import RIGHT_TO_LEFT

LATIN: Final = ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf")
"""Latin and Cyrillic, one file for every weight."""

NASKH: Final = ("fontpkg_amiri", "Amiri-Regular.ttf")
NASKH_BOLD: Final = ("fontpkg_amiri", "Amiri-Bold.ttf")

FULL_WIDTH: Final = 100


class Weight(Enum):
    """How heavy letters are; the value is the weight on the scale of variable fonts."""

    REGULAR = 400
    BOLD = 650


RESHAPER: Final = ArabicReshaper(
    {"delete_harakat": False, "support_ligatures": True, "ARABIC LIGATURE ALLAH": False}
)

UNDRAWN: Final = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u00ad")
)
"""Characters that say how others are shaped and ordered; fonts draw some of them as bars."""

HEH_WITH_HAMZA: Final = ("\u0647\u0654", "\u06c0")
"""The ending of ``خانهٔ``: two characters, and the one for which the font has a form."""


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language in RIGHT_TO_LEFT


class FontError(CommandError):
    """A font is not where its package should have it, so that no card can be drawn.

    Only commands draw, and they say this in a line instead of a traceback.
    """


@cache
def font_data(package: str, file: str) -> bytes:
    """Return the bytes of a font that a package brings along.

    Raises ``FontError``: a site that leaves out its cards, or keeps some that no longer say
    what its pages say, would be worse than one whose operator is told what to install.
    """
    try:
        return resources.files(package).joinpath("files", file).read_bytes()
    except (ImportError, OSError) as error:
        name = package.replace("_", "-")
        raise FontError(
            f"The font {file} of the package {name} is missing, so the preview cards cannot be "
            f"drawn ({error}). Nothing was changed. Install what requirements.txt names."
        ) from error


@cache
def font(language: str, weight: Weight, size: int) -> FreeTypeFont:
    """Return the font for a language, at a size in pixels."""
    is_bold = weight is Weight.BOLD
    name = (NASKH_BOLD if is_bold else NASKH) if is_right_to_left(language) else LATIN
    letters = ImageFont.truetype(
        BytesIO(font_data(*name)), size, layout_engine=ImageFont.Layout.BASIC
    )
    if name == LATIN:
        letters.set_variation_by_axes([weight.value, FULL_WIDTH])
    return letters


@cache
def fonts_digest() -> str:
    """Return the SHA-256 of all the fonts, in hexadecimal."""
    digest = hashlib.sha256()
    for name in (LATIN, NASKH, NASKH_BOLD):
        digest.update(font_data(*name))
    return digest.hexdigest()


@lru_cache(maxsize=20_000)
def joined(word: str) -> str:
    """Return a word with each Arabic letter in the form that it has between its neighbours."""
    return str(RESHAPER.reshape(word.replace(*HEH_WITH_HAMZA))).translate(UNDRAWN)


def in_visual_order(line: str, language: str) -> str:
    """Return a line as it is drawn, from left to right, with Persian letters joined."""
    if not is_right_to_left(language):
        return line.translate(UNDRAWN)
    return str(get_display(" ".join(map(joined, line.split(" "))), base_dir="R"))


@lru_cache(maxsize=50_000)
def word_width(word: str, language: str, weight: Weight, size: int) -> float:
    """Return how wide a word is, in pixels; the order of its letters makes no difference."""
    drawn = joined(word) if is_right_to_left(language) else word.translate(UNDRAWN)
    return font(language, weight, size).getlength(drawn)


def width(line: str, language: str, weight: Weight, size: int) -> float:
    """Return how wide a line is, in pixels."""
    words = line.split(" ")
    space = word_width(" ", language, weight, size)
    return sum(word_width(word, language, weight, size) for word in words) + space * (
        len(words) - 1
    )
