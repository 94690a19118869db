"""Numbers of list items in the styles that word processors and web pages have."""

from __future__ import annotations

from typing import Final

LETTERS: Final = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "arabicAlpha": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
"""The letters of each style, in their order."""

ROMAN: Final = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def numeral(number: int, style: str) -> str:
    """Return a number from 1 on in a style, by its name in Office Open XML (``ST_NumberFormat``).

    Styles that are not known, and numbers that a style has no sign for, come in digits.
    """
    lower = style.replace("upper", "lower").replace("Upper", "Lower")
    if lower == "lowerRoman":
        written = roman(number)
    elif 0 < number <= len(LETTERS.get(lower, "")):
        written = LETTERS[lower][number - 1]
    else:
        written = str(number)
    return written if lower == style else written.upper()


def roman(number: int) -> str:
    """Return a number below 400 in small Roman numerals."""
    written = ""
    for value, letters in ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written
