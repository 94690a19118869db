"""Puts lines together into paragraphs, as they were before a page was too narrow for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from articles.official.joining import Joiner
from articles.official.labels import heading_number
from articles.official.languages import Grammar
from articles.official.setting import Setting
from articles.official.text import Line


@dataclass
class Words:
    """A paragraph put together, with the lines of the source that it comes from."""

    text: str
    lines: list[Line] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def left_out(self) -> str:
        """Why it is not the treaty's, if the format shows it."""
        return self.lines[0].left_out


def put_together(lines: Sequence[Line], grammar: Grammar) -> list[Words]:
    """Return the paragraphs of a text, given its lines.

    Lines that are left out do not part what stands around them.
    """
    kept = without_gaps(lines)
    joiner = Joiner(Setting(kept, grammar))
    found: list[Words] = []
    article = 1
    for place, line in enumerate(kept):
        if not line.text:
            continue
        if found and joiner.goes_on(place, article):
            found[-1].text = joiner.join(found[-1].text, line.text)
            found[-1].lines.append(line)
        else:
            found.append(Words(line.text, [line]))
            article += heading_number(line.text, grammar) == article
    return found


def without_gaps(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are kept, without the empty ones where one page ends.

    ``page`` of each then counts the stretches between page numbers, running heads and menus.
    """
    kept: list[Line] = []
    gap: list[Line] = []
    stretch, page = 0, 0
    for line in lines:
        if not line.text or line.left_out:
            gap.append(line)
            continue
        if line.page != page or any(each.left_out for each in gap):
            stretch += 1
        else:
            kept += gap
        kept.append(replace(line, page=stretch))
        gap, page = [], line.page
    return kept


def left_out(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that are no part of the treaty by their format alone."""
    return (line for line in lines if line.left_out and line.text)
