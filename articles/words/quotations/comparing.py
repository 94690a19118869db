"""Compares a passage of a quotation with words of a text, and says what differs, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from articles.words.quotations.finding import Span
from articles.words.quotations.index import IndexedText
from articles.words.quotations.reading import Piece
from articles.words.quotations.runs import Kind, Run, Segment, Variation, joined
from articles.words.quotations.wholes import (
    published_words,
    quoted_words,
    size_of,
    whole_words,
    widened,
)
from articles.words.quotations.words import appearance

MAX_REPLACED: Final = 12
"""Published words for which the quoter's own words in brackets may stand."""

LIST_MARK: Final = re.compile(r"(?:\n|(?<=[.,;:])\s)\s*(?:[-–—−*•·‣▪◦>|]+\s+)+")
"""What stands before an item of a list, or before each line of a mail that is quoted."""

ITEM: Final = re.compile(r"^[^\w\n]*(?:[^\W\d_][.)]|\d{1,2}\))\s", re.MULTILINE)
"""By what quoters number the items of a list; ``4.`` is how paragraphs are numbered."""

MARKDOWN: Final = str.maketrans("", "", "*_`\\")

NUMBERING: Final = frozenset(
    {"article", "paragraph", "para", "point", "recital"}
    | {"статья", "пункт", "подпункт", "ماده", "بند"}
)
"""Words that may stand beside a number where a paragraph or point begins, but not of its text."""


@dataclass(frozen=True)
class Comparison:
    """A passage beside the words of a text, from ``start`` up to ``end``."""

    segments: tuple[Segment, ...]
    variations: frozenset[Variation]
    start: int
    end: int


def compare(piece: Piece, letters: str, span: Span, text: IndexedText) -> Comparison:
    """Compare a passage, whose words are the letters, with the words of the span."""
    span = widened(fitted(piece, span, text), text)
    runs = [
        settled
        for run in grouped(aligned(piece, letters, span, text))
        for settled in settle(run, piece, text)
    ]
    runs = trimmed(whole_words(runs, piece, text), piece, text)
    runs = [run for run in runs if run.kind is not Kind.NUMBER]
    return Comparison(
        segments=tuple(segments_of(runs, piece, text)),
        variations=frozenset(variations_of(runs, piece, text)),
        start=min((run.start for run in runs if run.end > run.start), default=span.start),
        end=max((run.end for run in runs if run.end > run.start), default=span.start),
    )


def fitted(piece: Piece, span: Span, text: IndexedText) -> Span:
    """Return the span with a word more or less at an end where one is written as two."""
    quoted = [word.key for word in piece.words]
    start, end = span.start, span.end
    if quoted[0] == joined_keys(text, start - 1, start + 1):
        start -= 1
    elif "".join(quoted[:2]) == joined_keys(text, start + 1, start + 2):
        start += 1
    if quoted[-1] == joined_keys(text, end - 1, end + 1):
        end += 1
    elif "".join(quoted[-2:]) == joined_keys(text, end - 2, end - 1):
        end -= 1
    return Span(start, end, span.cost) if start < end else span


def joined_keys(text: IndexedText, start: int, end: int) -> str:
    """Return the words of a text joined as one, or nothing if it has no such words."""
    return "".join(word.key for word in text.words[start:end]) if start >= 0 else ""


def aligned(piece: Piece, letters: str, span: Span, text: IndexedText) -> Iterable[Run]:
    """Yield runs of one word on either side, or on both, with as few differences as can be."""
    for step in Levenshtein.opcodes(letters, text.letters[span.start : span.end]):
        quoted = range(step.src_start, step.src_end)
        published = range(span.start + step.dest_start, span.start + step.dest_end)
        if step.tag == "insert":
            yield Run(Kind.MISSING, quoted.start, quoted.stop, published.start, published.stop)
        elif step.tag == "delete":
            for at in quoted:
                kind = Kind.MARKED if piece.words[at].is_loose else Kind.ADDED
                yield Run(kind, at, at + 1, published.start, published.stop)
        else:
            for at, place in zip(quoted, published, strict=True):
                run = Run(Kind.SAME, at, at + 1, place, place + 1)
                yield replace(run, kind=kind_of_pair(run, piece, text))


def kind_of_pair(run: Run, piece: Piece, text: IndexedText) -> Kind:
    """Return what a quoted word is beside a published one."""
    word, published = piece.words[run.first], text.words[run.start].key
    if word.is_marked:
        is_written_so = without_brackets(piece.shown(run.first, run.after)) == appearance(
            text.shown(run.start, run.end)
        )
        if not is_written_so and word.may_stand_for(published):
            return Kind.MARKED
    return Kind.SAME if word.key == published else Kind.ALTERED


def grouped(runs: Iterable[Run]) -> list[list[Run]]:
    """Return neighbouring runs together where neither is the same as published."""
    found: list[list[Run]] = []
    for is_same, group in groupby(runs, key=lambda run: run.kind is Kind.SAME):
        members = list(group)
        found += [[run] for run in members] if is_same else [members]
    return found


def settle(group: Sequence[Run], piece: Piece, text: IndexedText) -> list[Run]:
    """Return what neighbouring runs come to, taken together where they belong together."""
    if len(group) == 1 and group[0].kind is Kind.SAME:
        return list(group)
    whole = joined(group, Kind.MARKED)
    words = piece.words[whole.first : whole.after]
    is_quoters_own = bool(words) and all(word.is_marked for word in words)
    if is_quoters_own and all(run.kind in {Kind.MARKED, Kind.MISSING} for run in group):
        is_loose = any(word.is_loose for word in words)
        if whole.end - whole.start <= (MAX_REPLACED if is_loose else len(words)):
            return [whole]
    found = []
    for is_marked, members in groupby(group, key=lambda run: run.kind is Kind.MARKED):
        kind = Kind.MARKED if is_marked else Kind.ALTERED
        run = joined(list(members), kind)
        found.append(run if is_marked else judged(run, piece, text))
    return found


def judged(run: Run, piece: Piece, text: IndexedText) -> Run:
    """Return the run as what it is: the same words otherwise parted, altered, missing or added."""
    quoted = [word.key for word in piece.words[run.first : run.after]]
    published = [word.key for word in text.words[run.start : run.end]]
    if "".join(quoted) == "".join(published):
        kind = Kind.SAME
    elif not quoted:
        kind = Kind.MISSING
    elif published and is_numbering(quoted, run.end, text):
        return Run(Kind.MISSING, run.after, run.after, run.start, run.end)
    elif published:
        kind = Kind.ALTERED
    else:
        is_number = is_numbering(quoted, run.start, text) or is_item(run, piece)
        kind = Kind.NUMBER if is_number else Kind.ADDED
    return Run(kind, run.first, run.after, run.start, run.end)


def is_numbering(keys: Sequence[str], place: int, text: IndexedText) -> bool:
    """Tell whether the words are the number of the paragraph or point that begins at the place."""
    if place >= len(text.words) or not text.begins_unit(place):
        return False
    return set(keys) <= NUMBERING | set(map(str, text.unit(place).place.numbers))


def is_item(run: Run, piece: Piece) -> bool:
    """Tell whether the words are what numbers the item that begins a line of a quotation."""
    typed = piece.words[run.first : run.after]
    return len(typed) == 1 and any(
        match.start() <= typed[0].start < match.end() for match in ITEM.finditer(piece.text)
    )


def trimmed(runs: Sequence[Run], piece: Piece, text: IndexedText) -> list[Run]:
    """Return the runs without published words at either end that were not meant.

    What was quoted before or after the passage may lie beside words of the sentence before or
    after: it then was added, and does not stand for those.
    """
    found = list(runs)
    for edge in (0, -1):
        if found and found[edge].kind is Kind.MISSING:
            found.pop(edge)
        if len(found) > 1 and is_outside(found[edge], piece):
            run = found[edge]
            place = run.start if edge else run.end
            if text.begins_sentence(place):
                alone = Run(run.kind, run.first, run.after, place, place)
                found[edge] = alone if run.kind is Kind.MARKED else judged(alone, piece, text)
    return found


def is_outside(run: Run, piece: Piece) -> bool:
    """Tell whether the run may be words that the quoter put before or after the passage."""
    if run.kind is Kind.MARKED:
        return all(word.is_loose for word in piece.words[run.first : run.after])
    return run.kind is Kind.ALTERED


def segments_of(runs: Sequence[Run], piece: Piece, text: IndexedText) -> list[Segment]:
    """Return the published passage in segments, with what stands between the runs."""
    found: list[Segment] = []
    is_begun = False
    for run in runs:
        is_published = run.end > run.start
        if found:
            space = text.between(run.start) if is_begun and is_published else " "
            found.append(Segment(Kind.SAME, space))
        is_begun = is_begun or is_published
        published, quoted = published_words(run, text), quoted_words(run, piece)
        found.append(Segment(run.kind, published, quoted, size_of(run, piece, text)))
    return merged(found)


def merged(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with neighbours that are the same as published put together."""
    found: list[Segment] = []
    for is_same, group in groupby(segments, key=lambda segment: segment.kind is Kind.SAME):
        members = list(group)
        if is_same:
            words = "".join(segment.published for segment in members)
            found.append(Segment(Kind.SAME, words, size=sum(part.size for part in members)))
        else:
            found += members
    return found


def variations_of(runs: Sequence[Run], piece: Piece, text: IndexedText) -> Iterable[Variation]:
    """Yield in what the words that are the same are written otherwise than published."""
    for run in runs:
        if run.kind is not Kind.SAME or any(
            word.is_marked for word in piece.words[run.first : run.after]
        ):
            continue
        quoted = appearance(piece.shown(run.first, run.after))
        published = appearance(text.shown(run.start, run.end))
        if quoted != published:
            is_case = quoted.casefold() == published.casefold()
            yield Variation.CAPITALS if is_case else Variation.SPELLING
    for run, after in pairwise(runs):
        if run.kind is after.kind is Kind.SAME and not text.begins_unit(after.start):
            typed = piece.text[piece.words[run.after - 1].end : piece.words[after.first].start]
            if punctuation(bare(typed)) != punctuation(text.between(after.start)):
                yield Variation.PUNCTUATION


def without_brackets(typed: str) -> str:
    """Return what was typed without the quoter's square brackets, as it appears."""
    return appearance(bare(typed))


def bare(typed: str) -> str:
    """Return what was typed without the quoter's square brackets."""
    return typed.replace("[", "").replace("]", "")


def punctuation(between: str) -> str:
    """Return what stands between two words as it appears, less what a list or a mail puts there."""
    return appearance(LIST_MARK.sub(" ", between).translate(MARKDOWN))
