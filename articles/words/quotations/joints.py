"""Tells the parts of a paste that are quotations of their own from those of one that is broken.

A line break says nothing of what is missing there. Parts are several quotations where one ends
and the next begins as sentences do, or where the quoter set each in marks of quotation or cited
it; otherwise they are one, and so is whatever was put in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Final

from articles.treaty.phrases import counted
from articles.treaty.places import Place
from articles.words.quotations.asides import Aside
from articles.words.quotations.matches import Match, Verification

IN_MARKS: Final = re.compile(r"""[\s>]*["“„«].*["”“»][\s.,;]*""", re.DOTALL)
"""A part that stands in marks of quotation."""

LEFT_OUT: Final = "Between the words above and these, {} of {} are left out."
TURNED: Final = "In the text, these words stand before those above."

Rows = Sequence[Verification]
"""The parts of a paste in order, each verified by itself."""


def in_groups(rows: Rows) -> list[Rows]:
    """Return the parts with those together that are to be verified as one."""
    found = [at for at, row in enumerate(rows) if row.is_found]
    together = {
        at
        for first, after in pairwise(found)
        if goes_on(rows[first], rows[after]) or not is_apart(rows, first, after)
        for at in range(first + 1, after + 1)
    }
    groups: list[list[Verification]] = []
    for at, row in enumerate(rows):
        if at in together:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [*groups]


def are_apart(rows: Rows) -> bool:
    """Tell whether all the parts that are found are quotations of their own."""
    found = [at for at, row in enumerate(rows) if row.is_found]
    return all(is_apart(rows, first, after) for first, after in pairwise(found))


def are_several(passages: Sequence[Rows], asides: Sequence[Aside]) -> bool:
    """Tell whether passages, with an aside between each two, are quotations of their own.

    Those that go on where the one before ends are, too, and those of which only one is where the
    aside says.
    """
    rows = [row for passage in passages for row in passage]
    named = [
        beside
        for passage, aside in zip(passages, (Aside(), *asides), strict=True)
        for beside in (aside.named, *[()] * len(passage))[: len(passage)]
    ]
    found = [at for at, row in enumerate(rows) if row.is_found]
    return all(
        is_apart(rows, first, after)
        or goes_on(rows[first], rows[after])
        or any(
            rows[first].is_at(place) is not rows[after].is_at(place)
            for beside in named[first + 1 : after + 1]
            for _, place in beside
        )
        for first, after in pairwise(found)
    )


def goes_on(row: Verification, after: Verification) -> bool:
    """Tell whether a part begins in some text where the one before it ends."""
    return any(
        before.text is match.text and before.end == match.start
        for before, match in product(row.quoted, after.quoted)
    )


def with_joints(rows: Rows) -> Iterator[Verification]:
    """Give each part what lies between it and the one before that is found, in a sentence."""
    before: Verification | None = None
    for row in rows:
        yield replace(row, joint=joint(before, row)) if before else row
        before = row if row.is_found else before


def joint(row: Verification, after: Verification) -> str:
    """Tell how many words of an article are left out between two parts, or that they are turned."""
    pairs = [
        (before, match)
        for before, match in product(row.quoted, after.quoted)
        if before.text is match.text and before.last.article == match.first.article
    ]
    gaps = [match.start - before.end for before, match in pairs]
    if any(gap >= 0 for gap in gaps):
        fewest = min(gap for gap in gaps if gap >= 0)
        words, article = counted(fewest, "word"), Place(pairs[0][1].first.article).label
        return LEFT_OUT.format(words, article) if fewest else ""
    return TURNED if any(match.end <= before.start for before, match in pairs) else ""


def is_apart(rows: Rows, first: int, after: int) -> bool:
    """Tell whether one part and the next that is found are quotations of their own."""
    if all(IN_MARKS.fullmatch(rows[at].quotation.text) for at in (first, after)):
        return True
    pairs = [*product(rows[first].quoted, rows[after].quoted)]
    return not any(are_turned(*pair) for pair in pairs) and any(
        before.whole_ends[1] and match.whole_ends[0] and not skips(before, match, rows[after + 1 :])
        for before, match in pairs
    )


def are_turned(before: Match, match: Match) -> bool:
    """Tell whether two places may be the halves of a paragraph in another order.

    Whole sentences are none.
    """
    return (
        before.text is match.text
        and match.start < before.start
        and is_beside(match.last, before.first)
        and not all((*before.whole_ends, *match.whole_ends))
    )


def skips(before: Match, match: Match, later: Rows) -> bool:
    """Tell whether points may be missing between two places: there a unit is no sentence.

    What introduces a list may stand before a single point of it.
    """
    last, point = before.last, match.first
    if not point.point or not is_beside(last, point) or before.end == match.start:
        return False
    is_single = len(match.places) == 1 and not any(
        is_beside(other.first, point) for row in later for other in row.quoted
    )
    return bool(last.point) or not is_single


def is_beside(place: Place, other: Place) -> bool:
    """Tell whether two places are in the same paragraph."""
    return (place.article, place.paragraph) == (other.article, other.paragraph)
