"""Says of a quotation where it is from, and whether it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, groupby, pairwise
from typing import Final

from articles.edition import Edition
from articles.models import OfficialText
from articles.treaty.references import Reference
from articles.words.quotations.asides import Aside, Parts, in_marks, one_line, parted
from articles.words.quotations.comparing import MAX_REPLACED, Comparison, compare
from articles.words.quotations.finding import Span, chain, exact_spans, near_spans
from articles.words.quotations.furniture import Furniture
from articles.words.quotations.index import IndexedText, index
from articles.words.quotations.joints import are_apart, are_several, in_groups, with_joints
from articles.words.quotations.matches import Match, Verification, merged
from articles.words.quotations.reading import (
    MAX_PIECES,
    Piece,
    Quotation,
    readings,
    shortened,
    without_remarks,
)
from articles.words.quotations.runs import Kind, Segment
from articles.words.quotations.wholes import of_whole_words
from articles.words.quotations.words import language_of

MAX_COMPARED: Final = 30
"""Places of the same words that are looked at closely; beyond, they are only counted."""

MAX_ALTERED: Final = 3
"""Texts shown for a quotation that is not right in any."""

BLANK_LINE: Final = re.compile(r"\n[^\w\n]*\n")
"""What stands between blocks of text; marks of quotation may stand in it."""

CONTEXT: Final = 12
"""Words shown before and after a passage, of its own paragraph."""

Spans = Sequence[Span | None]


@dataclass(frozen=True)
class Checked:
    """What is known of what was pasted: each passage verified, and what was set aside.

    ``named`` are the provisions that citations and addresses name, where there is no passage. It
    ``was_cut`` if only the beginning was read.
    """

    passages: tuple[Verification, ...]
    set_aside: tuple[str, ...] = ()
    named: tuple[Reference, ...] = ()
    was_cut: bool = False

    @property
    def told(self) -> Iterator[tuple[Verification, bool]]:
        """Each passage, and whether its warning is not one that was said before."""
        said: set[tuple[str, str]] = set()
        for row in self.passages:
            warning = row.warning, row.remark
            yield row, warning not in said
            said.add(warning)

    @property
    def without_scraps(self) -> Checked:
        """The same with passages of a few words that are nowhere set aside around those found.

        Between those they may be words that somebody put in.
        """
        found = [at for at, row in enumerate(self.passages) if row.is_found]
        if not found:
            return self
        found = [at for at in found if self.passages[at].quotation.length > 1] or found
        is_kept = [
            row.is_telling or found[0] <= at <= found[-1] for at, row in enumerate(self.passages)
        ]
        kept = tuple(compress(self.passages, is_kept))
        scraps = (one_line(row.quotation.text) for row in self.passages if row not in kept)
        set_aside = tuple(dict.fromkeys((*self.set_aside, *scraps)))
        return replace(self, passages=kept, set_aside=set_aside)


def check(typed: str, edition: Edition, furniture: Furniture, most: int = 20) -> Checked:
    """Verify every passage of what was pasted, each with what stands around it.

    What may stand around passages is set aside if the rest is nearer to a text without it.
    """
    short = shortened(typed)
    text, remarks = without_remarks(short)
    found = verify(text, edition, most)
    ways = [Checked((found,) if found else ())]
    if found is None or not found.is_right:
        known = index(edition)
        for parts in (parted(text, furniture, known), in_marks(text, known)):
            ways += by_parts(parts, edition, most) if parts else ()
    best = min(ways, key=lambda way: unlikeness_of(way.passages)).without_scraps
    return replace(
        best,
        passages=tuple(with_joints(best.passages)),
        set_aside=(*best.set_aside, *remarks),
        was_cut=len(short) < len(typed.strip()),
    )


def by_parts(parts: Parts, edition: Edition, most: int) -> Iterator[Checked]:
    """Yield the ways to read what was pasted: its passages as one, or each by itself."""
    if not parts.passages:
        if parts.is_telling:
            named = dict.fromkeys(reference for _, reference in parts.named)
            yield Checked((), parts.set_aside, tuple(named))
        return
    whole = [verified("\n".join(parts.passages), edition, most)]
    each = [verified(passage, edition, most) for passage in parts.passages]
    if are_several(each, parts.asides[1:-1]):
        yield Checked(tuple(with_named(each, parts.asides)), parts.set_aside)
    around = (Aside(named=parts.named), Aside())
    yield Checked(tuple(with_named(whole, around)), parts.set_aside)


def verified(passage: str, edition: Edition, most: int) -> list[Verification]:
    """Verify a passage as a whole, or in blocks or lines if these are nearer to a text."""
    found: list[list[Verification]] = []
    for texts in ([passage], BLANK_LINE.split(passage), passage.splitlines()):
        rows = [row for text in texts if (row := verify(text, edition, most))]
        found.append(put_together(rows, edition, most))
        if not any(row.cost for row in found[-1]):
            break
    return min(found, key=unlikeness_of)


def put_together(rows: Sequence[Verification], edition: Edition, most: int) -> list[Verification]:
    """Return the parts of a passage, those that are no quotations of their own verified as one."""
    found: list[Verification] = []
    for group in in_groups(rows):
        text = "\n".join(row.quotation.text for row in group)
        whole = verify(text, edition, most) if len(group) > 1 else group[0]
        is_kept = whole and (whole.is_found or not are_apart(group))
        found += [whole] if whole and is_kept else group
    return found


def unlikeness_of(passages: Sequence[Verification]) -> tuple[int, ...]:
    """Return how many words are not as published, in how many passages, and of how many.

    Of ways that are alike, the one with fewer words that the quoter is taken to have changed.
    """
    wrong = [passage for passage in passages if passage.is_found and passage.cost]
    changes = sum(len(passage.matches[0].changes) for passage in passages if passage.is_found)
    return sum(passage.cost for passage in passages), len(wrong), changes, len(passages)


def with_named(
    passages: Sequence[Sequence[Verification]], asides: Sequence[Aside]
) -> Iterator[Verification]:
    """Give each block of the passages what the asides around its passage name.

    What is right of another block around an aside is not wrong of this one.
    """
    around = [(), *passages, ()]
    for at, passage in enumerate(passages):
        beside = [
            (
                row,
                [other for near in (0, 1) if aside.is_of[near] for other in around[before + near]],
            )
            for before, aside in enumerate(asides[at : at + 2], at)
            if aside.is_of[at - before + 1]
            for row in aside.named
        ]
        for block in passage:
            yield block.with_named(
                row
                for row, near in beside
                if block.is_at(row[1]) or not any(other.is_at(row[1]) for other in near)
            )


def verify(text: str, edition: Edition, most: int = 20) -> Verification | None:
    """Compare a quotation with every text of the edition; ``None`` if it has no words.

    At most ``most`` places are shown. A citation at either end is left aside if the rest is
    nearer to a text without it.
    """
    found = [look_up(row, edition, most) for row in readings(text) if row.size]
    return min(found, key=unlikeness, default=None)


def unlikeness(found: Verification) -> tuple[bool, int, int, int, bool]:
    """Return how far a reading of a quotation is from what is published.

    Of two that are alike, the one with a citation is nearer: its numbers might be those of the
    paragraph that follows.
    """
    nearest = [(match.cost, len(match.changes), -match.same) for match in found.matches]
    return not found.is_found, *min(nearest, default=(0, 0, 0)), not found.quotation.named


def look_up(quotation: Quotation, edition: Edition, most: int) -> Verification:
    """Compare a quotation with every text."""
    known = index(edition)
    letters = [known.spell(word.key for word in piece.words) for piece in quotation.pieces]
    exact: list[Match] = []
    others: list[Match] = []
    uncompared: set[tuple[object, ...]] = set()
    official = {text.source.language for text in known.texts if text.source.is_official}
    written_in = language_of(quotation.text)
    has_official = written_in in official
    missing = OfficialText.Language(written_in).label if official and not has_official else ""
    for text in known.texts:
        places, in_order = places_in(text, quotation.pieces, letters)
        compared = (
            matched(quotation, letters, spans, text, in_order) for spans in places[:MAX_COMPARED]
        )
        here = [match for match in compared if match.places]
        right = [match for match in here if match.is_exact]
        exact += right
        if right:
            uncompared |= {address(spans, text) for spans in places[MAX_COMPARED:]}
        others += [] if right else sorted(here, key=likeness)[:1]
    exact = merged(exact)
    count = len(exact) + len(uncompared)
    others = merged(sorted(others, key=lambda match: match.cost))
    altered = [match for match in others if match.is_altered]
    if exact:
        exact.sort(key=lambda match: (not match.text.is_official, order(match, quotation)))
        is_ours = not exact[0].text.is_official
        nearest = [match for match in altered if is_ours and match.text.is_official][:1]
        shown = [*exact[:most], *nearest]
    else:
        near = [replace(match, is_quoted=False) for match in others if match.is_near]
        shown = altered[:MAX_ALTERED] or near[:1]
    return Verification(quotation, tuple(shown), count, has_official, missing)


def address(spans: Spans, text: IndexedText) -> tuple[object, ...]:
    """Return where spans stand, alike in texts of one language with the same paragraphs there."""
    places = [
        (unit.place, unit.text, text.place_in_unit(span.start))
        for span in spans
        if span and (unit := text.unit(span.start))
    ]
    return text.source.is_official, text.source.language, *places


def likeness(match: Match) -> tuple[int, int]:
    """Return what puts places of altered words in order: whole sentences before parts of some."""
    return match.cost, -sum(match.whole_ends)


def order(match: Match, quotation: Quotation) -> tuple[bool, int]:
    """Return what puts places of the same words in order: the one cited, and the most alike."""
    is_cited = any(match.is_at(reference) for _, reference in quotation.named)
    return not is_cited, len(match.variations)


def places_in(
    text: IndexedText, pieces: Sequence[Piece], letters: Sequence[str]
) -> tuple[list[Spans], bool]:
    """Return where a text has the passages, or something like them, and whether in their order.

    Each place has a span, or ``None``, for every passage.
    """
    exact = [of_whole_words(exact_spans(passage, text), text) for passage in letters]
    spans = [
        places
        or bridged_spans(piece, passage, text)
        or near_spans(passage, text, len(piece.words) - piece.size)
        for piece, passage, places in zip(pieces, letters, exact, strict=True)
    ]
    if len(spans) == 1:
        return [[span] for span in spans[0]], True
    best = chain(spans, [len(passage) for passage in letters])
    if best.cost and all(exact):
        return [[places[0] for places in exact]], False
    return ([best.spans] if any(best.spans) else []), True


def bridged_spans(piece: Piece, letters: str, text: IndexedText) -> list[Span]:
    """Return where a text has a passage but for the words that stand whole in brackets."""
    stretches = [
        "".join(letter for _, letter in group)
        for is_loose, group in groupby(
            zip(piece.words, letters, strict=True), key=lambda pair: pair[0].is_loose
        )
        if not is_loose
    ]
    has_loose = len("".join(stretches)) < len(letters)
    if not has_loose or len(stretches) > MAX_PIECES:
        return []
    exact = [exact_spans(stretch, text) for stretch in stretches]
    best = chain(exact, [len(stretch) for stretch in stretches])
    is_close = best.end - best.start <= len(letters) + MAX_REPLACED * len(stretches)
    return [] if best.cost or not is_close else [Span(best.start, best.end)]


def matched(
    quotation: Quotation,
    letters: Sequence[str],
    spans: Spans,
    text: IndexedText,
    in_order: bool,
) -> Match:
    """Compare a quotation with one place of a text."""
    compared = [
        compare(piece, passage, span, text) if span else None
        for piece, passage, span in zip(quotation.pieces, letters, spans, strict=True)
    ]
    placed = [comparison for comparison in compared if comparison]
    words = [word for part in placed for word in range(part.start, part.end)]
    units = dict.fromkeys(text.units[word] for word in words)
    return Match(
        text=text.source,
        places=tuple(text.source.units[number] for number in units),
        segments=tuple(segments(quotation.pieces, compared, text)),
        variations=frozenset().union(*(part.variations for part in placed)),
        size=quotation.size,
        in_order=in_order,
        start=placed[0].start,
        end=placed[-1].end,
        whole_ends=(
            bool(words) and text.begins_sentence(placed[0].start),
            bool(words) and text.begins_sentence(placed[-1].end),
        ),
    )


def segments(
    pieces: Sequence[Piece], compared: Sequence[Comparison | None], text: IndexedText
) -> Iterator[Segment]:
    """Yield the segments of all passages, with their context and what is left out between."""
    placed = [part for part in compared if part]
    yield from before(placed[0].start, text)
    gaps = {after.start: after.start - part.end for part, after in pairwise(placed)}
    for piece, part in zip(pieces, compared, strict=True):
        if part is None:
            yield Segment(Kind.ADDED, quoted=f"{piece.text.strip()} ", size=len(piece.words))
            continue
        if part is not placed[0]:
            yield Segment(Kind.OMITTED, size=max(gaps[part.start], 0))
        yield from part.segments
    yield from after_passage(placed[-1].end, text)


def before(start: int, text: IndexedText) -> Iterator[Segment]:
    """Yield the words of the same paragraph before a passage."""
    first = start
    while first > 0 and not text.begins_unit(first) and start - first < CONTEXT:
        first -= 1
    if first < start:
        cut = "" if text.begins_unit(first) else "… "
        words = text.whole[text.words[first].start : text.words[start].start]
        yield Segment(Kind.CONTEXT, f"{cut}{words}")


def after_passage(end: int, text: IndexedText) -> Iterator[Segment]:
    """Yield what follows a passage in the same paragraph."""
    last = end
    while last < len(text.words) and not text.begins_unit(last) and last - end < CONTEXT:
        last += 1
    begins = text.words[end - 1].end
    if last == len(text.words) or text.begins_unit(last):
        unit_end = text.words[last].start if last < len(text.words) else len(text.whole)
        yield Segment(Kind.CONTEXT, text.whole[begins:unit_end].rstrip())
    else:
        yield Segment(Kind.CONTEXT, f"{text.whole[begins : text.words[last - 1].end]} …")
