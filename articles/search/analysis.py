"""Breaks text into words the same way for the index, for queries and for marking.

The databases receive words that are folded and stemmed already, so both find the same articles.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

WORD: Final = re.compile(r"[^\W_][\w\u0300-\u036f\u064b-\u065f\u0670\u200c]*")
POSSESSIVE: Final = re.compile(r"['’]s$")
WORD_WITH_POSSESSIVE: Final = re.compile(WORD.pattern + r"(?:['’]s\b)?")
LETTERS_OR_DIGITS: Final = re.compile(r"[^\W_]+")

# Letters that Arabic keyboards and Persian ones write differently for the same word.
SAME_LETTER: Final = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ـ": None})

STEMMERS: Final = (("english", re.compile(r"[a-z]+")), ("russian", re.compile(r"[а-я]+")))


@dataclass(frozen=True)
class Token:
    """A word of a text: its folded form and stem, and where it stands in the text."""

    word: str
    stem: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the word without case, accents, joiners and variant letters or digits."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", word)
        if not unicodedata.combining(character) and character != "\u200c"
    )
    return bare.casefold().translate(SAME_LETTER)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded English or Russian word, and any other word as it is."""
    for language, letters in STEMMERS:
        if letters.fullmatch(word):
            # A stemmer keeps state while it works; one of its own makes each call thread-safe.
            return str(snowballstemmer.stemmer(language).stemWord(word))
    return word


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order, with a possessive ``'s`` left off."""
    found = []
    for match in WORD_WITH_POSSESSIVE.finditer(text):
        for part in LETTERS_OR_DIGITS.findall(fold(POSSESSIVE.sub("", match.group()))):
            found.append(Token(part, stem(part), match.start(), match.end()))
    return found
