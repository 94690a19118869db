"""What a site prints around the words of a text, known by the phrases that print it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from articles.words.quotations.words import words_of

NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True)
class Furniture:
    """Phrases as letters without spaces, the longest first, by the letter that each begins with.

    A page that is copied may lose the space between two of them.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Iterable[str]) -> Self:
        """Return the furniture that consists of what is said, whatever numbers stand in it."""
        parts = {letters_of(part) for text in said for part in NUMBERS.split(text)} - {""}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(parts, key=lambda phrase: (-len(phrase), phrase)):
            found[phrase[0]].append(phrase)
        return cls({first: tuple(phrases) for first, phrases in found.items()})

    def reach(self, letters: str, start: int, ends: Collection[int]) -> int:
        """Return the furthest of the ends to which one phrase goes, or several within a word.

        If none does, it is the start.
        """
        here = [
            start + len(phrase)
            for phrase in self.phrases.get(letters[start : start + 1], ())
            if letters.startswith(phrase, start)
        ]
        for end in here:
            if end in ends:
                return end
        beyond = ((end, self.reach(letters, end, ends)) for end in here)
        return next((after for end, after in beyond if after > end), start)


def letters_of(text: str) -> str:
    """Return the words of a text as they are compared, without anything between them."""
    return "".join(word.key for word in words_of(text))
