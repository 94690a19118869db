"""Finds the names of bodies, agreements, places and ideas in a text.

The words are those of ``fixtures/cues.toml``. They are compared by their stems, so that a name
is known in every inflected form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articles.search import analysis

PERSIAN: Final = "fa"
JOINED: Final = (
    (re.compile(r"\b(ن?می)\s+(?=\w)"), "\\1\u200c"),
    (re.compile(r"\s+(?=(?:ها|های|هایی)\b)"), "\u200c"),
)
"""Parts of Persian words that are also written apart: the prefix of the present, the plural."""


@dataclass(frozen=True)
class Cue:
    """Words that name something when they stand in a row; ``label`` is what they name."""

    label: str
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The cues in one language, by the first word of each."""

    language: str
    by_first: Mapping[str, tuple[Cue, ...]]

    @classmethod
    def of(cls, language: str, words: Iterable[tuple[str, Sequence[str]]]) -> Vocabulary:
        """Make a vocabulary from labels and the cues of each."""
        by_first: dict[str, tuple[Cue, ...]] = {}
        for label, texts in words:
            for text in texts:
                cue = Cue(label, text, cue_keys(text, language))
                by_first[cue.keys[0]] = (*by_first.get(cue.keys[0], ()), cue)
        return cls(language, by_first)

    @property
    def labels(self) -> frozenset[str]:
        """What the cues can name."""
        return frozenset(cue.label for cues in self.by_first.values() for cue in cues)

    def find(self, text: str) -> dict[str, str]:
        """Return what the text names, each with the first of its cues that was found.

        The words of a longer cue do not count again for a shorter one; the same words may be a
        cue of several labels.
        """
        places = text_keys(text, self.language)
        hits = [
            (-len(cue.keys), start, cue)
            for start, keys in enumerate(places)
            for key in keys
            for cue in self.by_first.get(key, ())
            if stands_at(cue, places, start)
        ]
        taken: dict[int, tuple[int, tuple[str, ...]]] = {}
        found: dict[str, str] = {}
        for _, start, cue in sorted(hits, key=lambda hit: hit[:2]):
            mine = (start, cue.keys)
            span = range(start, start + len(cue.keys))
            if all(taken.get(at, mine) == mine for at in span):
                taken.update(dict.fromkeys(span, mine))
                found.setdefault(cue.label, cue.text)
        return found


def stands_at(cue: Cue, places: Sequence[frozenset[str]], start: int) -> bool:
    """Return whether the words of the cue stand in a row from there."""
    here = places[start : start + len(cue.keys)]
    return len(here) == len(cue.keys) and all(map(frozenset.__contains__, here, cue.keys))


def cue_keys(text: str, language: str) -> tuple[str, ...]:
    """Return what to look for: stems, but of Persian words the form in which they are given.

    A Persian stem is the word without what looks like a plural, which some singulars do, too.
    """
    tokens = tokens_of(text, language)
    return tuple(token.word if language == PERSIAN else token.stem for token in tokens)


def text_keys(text: str, language: str) -> list[frozenset[str]]:
    """Return for each word of a text the keys of cues that it answers to."""
    both = language == PERSIAN
    return [
        frozenset({token.word, token.stem} if both else {token.stem})
        for token in tokens_of(text, language)
    ]


def tokens_of(text: str, language: str) -> tuple[analysis.Token, ...]:
    """Return the words of a text, with those of Persian written in one way."""
    if language == PERSIAN:
        for apart, together in JOINED:
            text = apart.sub(together, text)
    return analysis.tokens(text)
