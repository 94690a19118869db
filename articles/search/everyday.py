"""How common a word is in everyday English, Russian or Persian, wherever it is used.

A word that people use all day tells little of what they look for, however rare it is in a treaty;
and a word of the dictionary is not misspelt. The words and their counts are those of the package
``pyspellchecker``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from spellchecker import SpellChecker

LANGUAGES = ("en", "ru", "fa")

COMMONEST = 7.5
RAREST = 3.5
"""From how often on, as powers of ten in a thousand million words, a word tells next to nothing,
and up to how often it tells all that it can."""

LEAST = 0.1
"""What a word tells that is as common as any."""

ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)
"""The endings of English words, and what stands in their place without them."""

SHORTEST_BASE = 3


@dataclass(frozen=True)
class Dictionary:
    """The words of a language and how common each is.

    It holds the hash of each word instead of the word, which takes a tenth of the memory.
    """

    hashes: array[int]
    powers: array[float]

    def power(self, word: str) -> float | None:
        """Return how often the word comes in a thousand million, as a power of ten."""
        wanted = hash(word)
        at = bisect_left(self.hashes, wanted)
        is_there = at < len(self.hashes) and self.hashes[at] == wanted
        return self.powers[at] if is_there else None


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """Return the words of all languages together: none is written in the letters of another."""
    rows = sorted(row for language in LANGUAGES for row in powers_of(language))
    return Dictionary(array("q", [row[0] for row in rows]), array("f", [row[1] for row in rows]))


def powers_of(language: str) -> Iterator[tuple[int, float]]:
    """Yield the hash of each word of a language, and how common it is."""
    counts = dict(SpellChecker(language=language).word_frequency.items())
    total = sum(counts.values())
    for word, count in counts.items():
        yield hash(word.replace("ё", "е")), log10(count / total) + 9


def is_word(word: str) -> bool:
    """Whether the folded word is one of the dictionary."""
    return dictionary().power(word) is not None


def are_forms(word: str, other: str) -> bool:
    """Whether two English words are forms of one: singular and plural, or of the same verb."""
    return not bases(word).isdisjoint(bases(other))


@lru_cache(maxsize=20_000)
def bases(word: str) -> frozenset[str]:
    """Return what a folded English word may be a form of."""
    found = {word}
    for ending, bare in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_BASE:
            base = word.removesuffix(ending)
            found.add(base + bare)
            if not bare and base[-1] == base[-2]:
                found.add(base[:-1])  # planning, planned
    return frozenset(found)


@lru_cache(maxsize=20_000)
def telling(word: str) -> float:
    """Return how much of what it could a folded word tells, given how common it is."""
    power = dictionary().power(word) or 0.0
    share = (COMMONEST - power) / (COMMONEST - RAREST)
    return min(max(share, LEAST), 1.0)
