"""Every loaded text as a string of words, in which passages are found fast.

Each different word is a character of an alphabet of its own, so a text is a string, to find a
passage is ``str.find``, and the edit distance of strings is that of passages by words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles.edition import Edition, derived
from articles.edition.corpus import ReadableText, Unit, corpus
from articles.words.quotations.words import Word, words_of

FIRST_LETTER: Final = 0x10000
UNKNOWN: Final = "\uffff"
"""Stands for every word that no text has."""

SENTENCE_ENDS: Final = frozenset(".!?؟")


@dataclass(frozen=True)
class IndexedText:
    """A text: its paragraphs one below the other, its words, and the places of each.

    ``letters`` has a character for each word; ``places`` says where each character and each pair
    of them stands; ``units`` gives for each word the place of its paragraph in ``source``.
    """

    source: ReadableText
    whole: str
    words: tuple[Word, ...]
    units: tuple[int, ...]
    letters: str
    places: dict[str, list[int]]

    def unit(self, word: int) -> Unit:
        """Return the paragraph in which a word stands."""
        return self.source.units[self.units[word]]

    def place_in_unit(self, word: int) -> int:
        """Return how many words of its paragraph stand before a word."""
        return word - bisect_left(self.units, self.units[word])

    def shown(self, first: int, after: int) -> str:
        """Return what is published from one word up to another."""
        return self.whole[self.words[first].start : self.words[after - 1].end]

    def between(self, word: int) -> str:
        """Return what stands between the word before and this one."""
        return self.whole[self.words[word - 1].end : self.words[word].start]

    def begins_unit(self, word: int) -> bool:
        """Tell whether the word is the first of its paragraph."""
        return word == 0 or self.units[word - 1] != self.units[word]

    def begins_sentence(self, word: int) -> bool:
        """Tell whether a sentence, or else a paragraph, begins with the word.

        After a full stop neither a figure nor a small letter begins one: "Art. 5" goes on.
        """
        if word >= len(self.words) or self.begins_unit(word):
            return True
        first = self.whole[self.words[word].start]
        ends = not SENTENCE_ENDS.isdisjoint(self.between(word))
        return ends and not (first.islower() or first.isdigit())


@dataclass(frozen=True)
class Index:
    """Every loaded text, the official ones first, and the alphabet they are written in."""

    alphabet: dict[str, str]
    texts: tuple[IndexedText, ...]

    def spell(self, keys: Iterable[str]) -> str:
        """Return words, by their keys, as a string of the alphabet."""
        return "".join(self.alphabet.get(key, UNKNOWN) for key in keys)


@derived
def index(edition: Edition) -> Index:
    """Return the index of every text that is loaded."""
    alphabet: dict[str, str] = {}
    return Index(alphabet, tuple(indexed(text, alphabet) for text in corpus(edition)))


def indexed(source: ReadableText, alphabet: dict[str, str]) -> IndexedText:
    """Return a text with its words; words that are new get the next letters of the alphabet."""
    words: list[Word] = []
    units: list[int] = []
    at = 0
    for number, unit in enumerate(source.units):
        found = words_of(unit.text)
        words += [Word(word.key, at + word.start, at + word.end) for word in found]
        units += [number] * len(found)
        at += len(unit.text) + 1
    letters = "".join(
        alphabet.setdefault(word.key, chr(FIRST_LETTER + len(alphabet))) for word in words
    )
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, letter in enumerate(letters):
        places[letter].append(place)
    for place, pair in enumerate(pairwise(letters)):
        places["".join(pair)].append(place)
    whole = "\n".join(unit.text for unit in source.units)
    return IndexedText(source, whole, tuple(words), tuple(units), letters, dict(places))
