"""Keeps the words of a comparison whole that a half-space joins of several parts.

Words are compared by their parts, as a half-space counts like a space; what differs is shown by
the whole word, since a part may be no word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articles.words.quotations.finding import Span
from articles.words.quotations.index import IndexedText
from articles.words.quotations.reading import Piece
from articles.words.quotations.runs import Kind, Run, joined, words_in
from articles.words.quotations.words import INVISIBLE

JOINT: Final = re.compile(rf"[\[\]{INVISIBLE}]*\u200c[\[\]\u200c{INVISIBLE}]*")
"""What stands between the parts of a word; a quoter's bracket may open or close there."""


def widened(span: Span, text: IndexedText) -> Span:
    """Return the span with the whole of the words at its ends."""
    start, end = span.start, span.end
    while is_within_published_word(start, text):
        start -= 1
    while is_within_published_word(end, text):
        end += 1
    return Span(start, end, span.cost)


def of_whole_words(spans: list[Span], text: IndexedText) -> list[Span]:
    """Return the spans that begin and end with whole words or, if none does, all of them."""
    return [span for span in spans if widened(span, text) == span] or spans


def whole_words(runs: Sequence[Run], piece: Piece, text: IndexedText) -> list[Run]:
    """Return the runs with those put together in which parts of one word differ."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and is_within_word(groups[-1][-1], run, piece, text):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [whole for group in groups for whole in put_together(group, piece, text)]


def put_together(group: list[Run], piece: Piece, text: IndexedText) -> list[Run]:
    """Return the runs of one word as one if any of them is not the same as published."""
    changed = [run for run in group if run.kind is not Kind.SAME]
    if len(group) == 1 or not changed:
        return group
    is_wrong = any(run.kind.is_difference for run in changed)
    most = sum(size_of(run, piece, text) for run in changed)
    return [joined(group, Kind.ALTERED if is_wrong else Kind.MARKED, most)]


def size_of(run: Run, piece: Piece, text: IndexedText) -> int:
    """Return how many words of a run differ, of the quotation or of the text."""
    sides = (published_words(run, text), quoted_words(run, piece))
    size = max(map(words_in, sides))
    return size if run.most is None else min(size, run.most)


def published_words(run: Run, text: IndexedText) -> str:
    """Return the words of a run as published, or nothing."""
    return text.shown(run.start, run.end) if run.end > run.start else ""


def quoted_words(run: Run, piece: Piece) -> str:
    """Return the words of a run as typed, or nothing."""
    return piece.shown(run.first, run.after) if run.after > run.first else ""


def is_within_word(before: Run, run: Run, piece: Piece, text: IndexedText) -> bool:
    """Tell whether one run goes on within a word of the one before, on either side."""
    if Kind.NUMBER in {before.kind, run.kind}:
        return False
    return is_within_published_word(run.start, text) or is_within_quoted_word(run.first, piece)


def is_within_published_word(place: int, text: IndexedText) -> bool:
    """Tell whether a half-space joins the word at the place to the one before it."""
    if not 0 < place < len(text.words) or text.begins_unit(place):
        return False
    return JOINT.fullmatch(text.between(place)) is not None


def is_within_quoted_word(place: int, piece: Piece) -> bool:
    """Tell the same of a word of the quotation."""
    if not 0 < place < len(piece.words):
        return False
    between = piece.text[piece.words[place - 1].end : piece.words[place].start]
    return JOINT.fullmatch(between) is not None
