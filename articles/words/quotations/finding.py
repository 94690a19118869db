"""Finds where the passages of a quotation stand in a text, or where something like them does."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from articles.words.quotations.index import IndexedText

MAX_CANDIDATES: Final = 5
"""Neighbourhoods of a text that are looked at for something like a passage."""

MAX_COMPARED: Final = 3
"""Of those, the ones that are compared word by word."""

MAX_EDGES: Final = 5
"""Beginnings, and ends, that are tried in each neighbourhood."""

MAX_VOTES: Final = 1_500
"""Places of words and pairs of words that vote for a neighbourhood, those of the rarest first."""

MOST_DIFFERENT: Final = 0.65
"""The share of the words of a passage that may differ for a neighbourhood to be of any use."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text, from ``start`` up to ``end``, and how many of a passage's differ."""

    start: int
    end: int
    cost: int = 0


def exact_spans(letters: str, text: IndexedText) -> list[Span]:
    """Return every place where a text has exactly the words."""
    found, at = [], text.letters.find(letters)
    while at >= 0:
        found.append(Span(at, at + len(letters)))
        at = text.letters.find(letters, at + 1)
    return found


def near_spans(letters: str, text: IndexedText, free: int = 0) -> list[Span]:
    """Return places where a text has something like the words, those with fewest differences.

    Words that both have in common vote for the place where the passage would begin; the rarer
    they are, the more. Around the places that are voted for most, the beginning and end with the
    fewest differences are chosen, and of those a passage as long as the quoted one. As ``free``
    words may differ without being wrong, spans with so many differences more are kept as well.
    """
    votes = traces(letters, text)
    reach = len(letters) // 3 + 2
    found: list[Span] = []
    for place, _ in votes.most_common(MAX_CANDIDATES):
        around = Counter({at: votes[at] for at in range(place - reach, place + reach + 1)})
        edges = [at for at, weight in around.most_common(MAX_EDGES) if weight]
        found.append(best_span(letters, text, edges))
    least = min((span.cost for span in found), default=0)
    most = min(least, len(letters) * MOST_DIFFERENT) + free
    found.sort(key=lambda span: span.cost)
    return [span for span in dict.fromkeys(found) if span.cost <= most][:MAX_COMPARED]


def best_span(letters: str, text: IndexedText, edges: Sequence[int]) -> Span:
    """Return the span with the fewest differences that begins and ends at one of the edges.

    An edge is where the passage would begin; where it would end follows from that.
    """
    size, total = len(letters), len(text.letters)
    starts = {max(edge, 0) for edge in edges}
    ends = {min(edge + size, total) for edge in edges}
    least, best = size + total, (0, 0, 0)
    for start in starts:
        for end in ends:
            if start < end:
                passage = text.letters[start:end]
                cost = Levenshtein.distance(letters, passage, score_cutoff=least)
                found = abs(end - start - size), start, end
                least, best = min((least, best), (cost, found))
    return Span(best[1], best[2], least)


def traces(letters: str, text: IndexedText) -> Counter[int]:
    """Return the votes for each place of a text where the words could begin."""
    pairs = ("".join(pair) for pair in pairwise(letters))
    signs = [
        (len(text.places[sign]), at, sign)
        for at, sign in (*enumerate(letters), *enumerate(pairs))
        if sign in text.places
    ]
    votes: Counter[int] = Counter()
    left = MAX_VOTES
    for count, at, sign in sorted(signs):
        for place in text.places[sign]:
            votes[place - at] += 1000 // count + 1
        left -= count
        if left < 0:
            break
    return votes


@dataclass(frozen=True, slots=True)
class Chain:
    """Spans for the first passages of a quotation, in the order of the text; ``None`` for none."""

    spans: tuple[Span | None, ...] = ()
    start: int = 0
    end: int = 0
    cost: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        """What makes one chain better than another with the same end: smaller is better."""
        return self.cost, -self.start

    def with_span(self, span: Span) -> Chain:
        """Return the chain with a span for the next passage."""
        start = self.start if any(self.spans) else span.start
        return Chain((*self.spans, span), start, span.end, self.cost + span.cost)

    def without_span(self, size: int) -> Chain:
        """Return the chain without any span for the next passage, of so many words."""
        return Chain((*self.spans, None), self.start, self.end, self.cost + size)


def chain(spans: Sequence[Sequence[Span]], sizes: Sequence[int]) -> Chain:
    """Return a span for each passage, in order, with the fewest differences and closest together.

    ``spans`` are the places of each passage, ``sizes`` the words of each.
    """
    chains = [Chain()]
    for places, size in zip(spans, sizes, strict=True):
        ends = [found.end for found in chains]
        longer = [found.without_span(size) for found in chains]
        for span in places:
            before = bisect_right(ends, span.start)
            if before:
                longer.append(chains[before - 1].with_span(span))
        chains = best_by_end(longer)
    return min(chains, key=lambda found: (found.cost, found.end - found.start))


def best_by_end(chains: Sequence[Chain]) -> list[Chain]:
    """Return chains by their ends, each better than all that end before it."""
    kept: list[Chain] = []
    for found in sorted(chains, key=lambda found: (found.end, found.rank)):
        if not kept or found.rank < kept[-1].rank:
            kept.append(found)
    return kept
