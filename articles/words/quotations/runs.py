"""What a comparison of a quotation with a text is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of a comparison is; the values are classes of the page's style sheet too."""

    SAME = "same"
    ALTERED = "altered"
    MISSING = "missing"
    ADDED = "added"
    MARKED = "marked"
    NUMBER = "number"
    OMITTED = "omitted"
    CONTEXT = "context"

    @property
    def is_difference(self) -> bool:
        """Whether the quotation is wrong here."""
        return self in {Kind.ALTERED, Kind.MISSING, Kind.ADDED}


class Variation(StrEnum):
    """In what a quotation may depart from the text without another word."""

    PUNCTUATION = "punctuation"
    CAPITALS = "capitals"
    SPELLING = "the way words are joined or letters written"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a comparison: what is published, what was quoted, and how many words differ."""

    kind: Kind
    published: str = ""
    quoted: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a passage, from ``first`` up to ``after``, beside words of the text.

    At most ``most`` words differ, where that is not for the words themselves to tell.
    """

    kind: Kind
    first: int
    after: int
    start: int
    end: int
    most: int | None = None


def joined(runs: Sequence[Run], kind: Kind, most: int | None = None) -> Run:
    """Return neighbouring runs as one."""
    return Run(kind, runs[0].first, runs[-1].after, runs[0].start, runs[-1].end, most)


def words_in(text: str) -> int:
    """Return how many words a reader counts: one where a hyphen or half-space joins several."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
