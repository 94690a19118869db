"""How common a word is in everyday English, Russian or Persian, wherever it is used.

A word that people use all day tells little of what they look for, however rare it is in a treaty;
and a word of the dictionary is not misspelt. The words and their counts are those of the package
``pyspellchecker``; servers hold only the hash of each word, and how common it is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from math import log10
from typing import Final

from spellchecker import SpellChecker

from articles.edition.edition import Edition, derived

LANGUAGES: Final = ("en", "ru", "fa")

COMMONEST: Final = 7.5
RAREST: Final = 3.5
"""From how often on, as powers of ten in a thousand million words, a word tells next to nothing,
and up to how often it tells all that it can."""

LEAST: Final = 0.1
"""What a word tells that is as common as any."""

STEPS: Final = 10
"""Powers of ten are kept to so many parts of one."""

ENDINGS: Final = (
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

SHORTEST_BASE: Final = 3


@dataclass(frozen=True)
class Dictionary:
    """The words of all languages together: none is written in the letters of another.

    ``packed`` has the hashes of the words in order, of eight bytes each, and after them as many
    bytes that say how common each is.
    """

    packed: bytes = b""

    @classmethod
    def of(cls, counts: Iterable[tuple[str, float]]) -> Dictionary:
        """Return the dictionary of folded words, each with its power of ten."""
        rows = sorted((hash_of(word), round(max(power, 0.0) * STEPS)) for word, power in counts)
        hashes = array("Q", [found for found, _ in rows])
        return cls(hashes.tobytes() + bytes(power for _, power in rows))

    @cached_property
    def hashes(self) -> Sequence[int]:
        """The hashes of the words, in order."""
        return memoryview(self.packed)[: len(self.packed) // 9 * 8].cast("Q")

    def power(self, word: str) -> float | None:
        """Return how often the word comes in a thousand million, as a power of ten."""
        wanted = hash_of(word)
        at = bisect_left(self.hashes, wanted)
        is_there = at < len(self.hashes) and self.hashes[at] == wanted
        return self.packed[len(self.hashes) * 8 + at] / STEPS if is_there else None

    def has(self, word: str) -> bool:
        """Whether the folded word is one of the dictionary."""
        return self.power(word) is not None

    def telling(self, word: str) -> float:
        """Return how much of what it could a folded word tells, given how common it is."""
        share = (COMMONEST - (self.power(word) or 0.0)) / (COMMONEST - RAREST)
        return min(max(share, LEAST), 1.0)


EMPTY: Final = Dictionary()


@derived
def dictionary(edition: Edition) -> Dictionary:
    """Return the dictionary that was loaded with an edition."""
    return Dictionary(edition.everyday)


def hash_of(word: str) -> int:
    """Return a number of eight bytes that is the word's alone, as good as surely."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=1)
def read() -> Dictionary:
    """Return the dictionary of the package, which takes half a second and 30 MB: for loaders."""
    return Dictionary.of(row for language in LANGUAGES for row in powers_of(language))


def powers_of(language: str) -> Iterator[tuple[str, float]]:
    """Yield each word of a language, and how common it is."""
    counts = dict(SpellChecker(language=language).word_frequency.items())
    total = sum(counts.values())
    for word, count in counts.items():
        yield word.replace("ё", "е"), log10(count / total) + 9


def are_forms(word: str, other: str) -> bool:
    """Whether two English words are forms of one: singular and plural, or of the same verb."""
    return not bases(word).isdisjoint(bases(other))


@lru_cache(maxsize=4_000)
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
