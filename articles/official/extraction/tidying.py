"""Tidies the white space of a line and its raised signs, and changes not one word."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

INVISIBLE: Final = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD]
)
"""Marks of direction and places where a line may break. The Persian half-space stays."""

WHITE_SPACE: Final = re.compile(r"\s+")
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
PRESENTATION_FORMS: Final = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")
LOOSE_JOINER: Final = re.compile(r"\u200c*\s+\u200c*|^\u200c+|\u200c+$")

RAISED: Final = str.maketrans("0123456789۰۱۲۳۴۵۶۷۸۹abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ")
RAISABLE: Final = re.compile(r"\s*(?:[0-9۰-۹]{1,3}|[a-e])\s*")


def raised(text: str) -> str:
    """Return a number or letter that is set higher than its line in the signs for that.

    Other text comes back as it is.
    """
    return text.translate(RAISED) if RAISABLE.fullmatch(text) else text


def tidy(text: str) -> str:
    """Return the text on one line with single spaces, without marks that cannot be seen.

    Letters that a PDF holds in the shape they have in print become the letters they are.
    """
    text = unicodedata.normalize("NFC", CONTROL.sub("", text.translate(INVISIBLE)))
    text = PRESENTATION_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return LOOSE_JOINER.sub(" ", WHITE_SPACE.sub(" ", text)).strip()
