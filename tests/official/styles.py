"""How treaties print their headings, numbers and letters: one table for each language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

ROMAN: Final = ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
PERSIAN_ORDINALS: Final = (
    "یکم",
    "دوم",
    "سوم",
    "چهارم",
    "پنجم",
    "ششم",
    "هفتم",
    "هشتم",
    "نهم",
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
    "چهاردهم",
    "پانزدهم",
    "شانزدهم",
    "هفدهم",
    "هجدهم",
    "نوزدهم",
)
PERSIAN_TENS: Final = {20: ("بیست", "بیستم"), 30: ("سی", "سی‌ام"), 40: ("چهل", "چهلم")}

LETTERS: Final = {
    "en": ("a", "b", "c", "d", "e", "f"),
    "ru": ("а", "б", "в", "г", "д", "е"),
    "fa": ("الف", "ب", "پ", "ت", "ث", "ج"),
}


@dataclass(frozen=True)
class Style:
    """How a treaty prints its headings, numbers and letters.

    ``heading`` has the place ``number``, which ``numerals`` fills; ``label`` that of a
    paragraph, filled by ``digits``. ``item`` has ``letter``, or is a dash. ``titles`` tells
    where the articles' titles stand: nowhere, ``below`` the heading or ``beside`` it; with
    ``text`` the article's first words follow its heading. ``chapter`` has ``number``, a Roman
    one, and stands as lines before every tenth article.
    """

    heading: str
    numerals: Callable[[int], str] = str
    label: str = "{number}."
    digits: Callable[[int], str] = str
    item: str = "{letter})"
    titles: str = ""
    chapter: tuple[str, ...] = ()
    preamble: bool = False
    closing: int = 0


def roman(number: int) -> str:
    """Return a number below 50 in Roman numerals."""
    written = ""
    for value, letters in ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def persian(number: int) -> str:
    """Return a number in Persian digits."""
    return str(number).translate(PERSIAN_DIGITS)


def ordinal(number: int) -> str:
    """Return a number below 50 as a Persian ordinal."""
    if number < 20:
        return PERSIAN_ORDINALS[number - 1]
    tens, rest = PERSIAN_TENS[number // 10 * 10], number % 10
    return f"{tens[0]} و {PERSIAN_ORDINALS[rest - 1]}" if rest else tens[1]


STYLES: Final[dict[str, dict[str, Style]]] = {
    "en": {
        "plain": Style("Article {number}"),
        "capitals": Style("ARTICLE {number}.", label="({number})", item="({letter})", closing=1),
        "roman": Style("Article {number}", roman, label="{number})", item="–", preamble=True),
        "roman capitals": Style("ARTICLE {number}", roman, chapter=("PART {number}", "LAKES")),
        "title below": Style("Article {number}", titles="below", item="{letter}."),
        "title beside": Style(
            "Article {number} –", titles="beside", chapter=("CHAPTER {number}. LAKES",)
        ),
        "title after stop": Style("Article {number}.", titles="beside", item="-"),
        "text beside": Style("Article {number}.", titles="text", label="{number})", preamble=True),
    },
    "ru": {
        "plain": Style("Статья {number}", item="{letter})"),
        "capitals": Style("СТАТЬЯ {number}.", label="{number})", item="–", closing=1),
        "roman": Style("Статья {number}", roman, item="-", preamble=True),
        "title below": Style(
            "Статья {number}", titles="below", chapter=("РАЗДЕЛ {number}", "ОЗЁРА")
        ),
        "title beside": Style(
            "Статья {number}.", titles="beside", chapter=("Глава {number}. Озёра",)
        ),
        "text beside": Style("Статья {number}.", titles="text"),
    },
    "fa": {
        "plain": Style("ماده {number}", persian, digits=persian),
        "latin": Style("ماده {number}", label="{number}-", item="-"),
        "ordinal": Style(
            "ماده {number}", ordinal, label="{number}-", digits=persian, preamble=True
        ),
        "dash": Style("ماده {number} –", persian, label="{number}-", digits=persian, item="–"),
        "colon": Style("ماده {number}:", persian, label="({number})", digits=persian, closing=1),
        "title below": Style(
            "ماده {number}", persian, digits=persian, titles="below", chapter=("فصل {number}",)
        ),
        "title beside": Style(
            "ماده {number} –", persian, label="{number})", digits=persian, titles="beside"
        ),
        "text beside": Style(
            "ماده {number} –", persian, label="{number}-", digits=persian, titles="text"
        ),
    },
}
