"""Words as quotations are compared by them, and what about a word or a mark may vary freely.

Unlike search, a quotation is taken literally: words are folded but not stemmed, and a possessive
``'s`` counts. A half-space parts words like a space, so that either may be typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from articles.search.analysis import LETTERS_OR_DIGITS, fold

BRACKET: Final = "\u2060"
"""An invisible character that stands for a square bracket while words are looked for."""

INVISIBLE: Final = r"\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
ACCENTS: Final = r"\u0300-\u036f\u064b-\u065f\u0670"
WORD: Final = re.compile(rf"[^\W_](?:[\w{INVISIBLE}{ACCENTS}]|['’ʼ](?=[^\W_]))*")

NOT_SEEN: Final = re.compile(rf"[{INVISIBLE}]")
WHITE_SPACE: Final = re.compile(r"[\s\u200c]+")
SPACED_DASH: Final = re.compile(r"\s*-\s*")
SAME_MARK: Final = str.maketrans(
    dict.fromkeys("“”„‟«»‹›‘’‚‛ʼ'", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"،": ",", "؛": ";"}
)
"""Marks that differ only in typography: quotation marks of any kind, dashes of any length."""

SCRIPTS: Final = {"fa": "ARABIC", "ru": "CYRILLIC", "en": "LATIN"}
"""The script of each language, as Unicode names its letters."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: what it is compared by, and where it stands in the text."""

    key: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    found = ((key_of(match.group()), match) for match in WORD.finditer(text))
    return [Word(key, match.start(), match.end()) for key, match in found if key]


@lru_cache(maxsize=4_000)
def key_of(word: str) -> str:
    """Return what words that count as the same have in common, or nothing if it is none."""
    return "".join(LETTERS_OR_DIGITS.findall(fold(word)))


def appearance(text: str) -> str:
    """Return the text as a reader sees it, whatever the typography of marks and spaces."""
    visible = NOT_SEEN.sub("", unicodedata.normalize("NFKC", text)).translate(SAME_MARK)
    return SPACED_DASH.sub("-", WHITE_SPACE.sub(" ", visible))


def language_of(text: str) -> str:
    """Return the language of the treaty that is written in the script of most letters."""
    counts = Counter(
        next((code for code, name in SCRIPTS.items() if name in unicodedata.name(letter, "")), "en")
        for letter in text
        if letter.isalpha()
    )
    return counts.most_common(1)[0][0] if counts else "en"
