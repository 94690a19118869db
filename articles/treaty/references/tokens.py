"""Breaks a text into folded words, numbers and marks, each with where it stands in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

INVISIBLE: Final = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
ACCENTS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0962\u0963"
)
"""What belongs to the letter before it, in the scripts that are read."""

NUMERALS: Final = "〇零一二三四五六七八九十"
COUNTERS: Final = "第条條款项項제조"
"""What Chinese, Japanese and Korean write without spaces around a number."""

TOKEN: Final = re.compile(
    rf"[{INVISIBLE}]*(?:(?P<number>\d[\d{INVISIBLE}]*)"
    rf"|(?P<word>[{NUMERALS}]+|[{COUNTERS}]"
    rf"|(?:(?![{NUMERALS}{COUNTERS}])[^\W\d_][{ACCENTS}{INVISIBLE}]*)+)"
    rf"|(?P<mark>[^\s{INVISIBLE}]))"
)

SAME_LETTER: Final = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ـ": None, "ı": "i"}
)
"""Letters that keyboards write differently for the same word."""

SAME_MARK: Final = {
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    **dict.fromkeys("،، 、，", ","),
    **dict.fromkeys("؛；", ";"),
    **dict.fromkeys("№º°", "no"),
    "¶": "§",
}

MOST_DIGITS: Final = 4
"""Digits of the longest number that is one; longer ones are larger than any that is meant."""

TOO_LARGE: Final = 10**MOST_DIGITS


class Token(NamedTuple):
    """A word, number or mark. It is ``glued`` to the one before if there is no space between.

    The ``kind`` is ``word``, ``number`` or ``mark``; or else nothing may be read into it.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    value: int = 0


@lru_cache(maxsize=4_000)
def fold(word: str) -> str:
    """Return a word without case, accents, joiners and variants of the same letter."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(
        letter for letter in plain if unicodedata.category(letter) not in {"Mn", "Cf"}
    ).translate(SAME_LETTER)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of a text, or of a part of it."""
    before = start
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup or ""
        said, value = match[kind], 0
        if kind == "word":
            said = fold(said)
        elif kind == "mark":
            said = SAME_MARK.get(said) or unicodedata.normalize("NFKC", said)
        else:
            digits = [letter for letter in said[: 2 * MOST_DIGITS] if letter.isdecimal()]
            value = int("".join(digits)) if len(digits) <= MOST_DIGITS else TOO_LARGE
        is_glued = match.start() == before and before > start
        yield Token(kind, said, match.start(), match.end(), is_glued, value)
        before = match.end()
