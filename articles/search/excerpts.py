"""Shows what was found: text with the found words marked, and excerpts around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from typing import Final, NamedTuple

from articles.search.analysis import Token, tokens
from articles.search.needs import Plan, Probe

EXCERPT_LENGTH: Final = 240
"""Characters of an excerpt, more or less: it begins and ends with whole words."""

LEAD: Final = 60
"""Characters shown before the first word found."""

TAG: Final = re.compile(r"(<[^>]*>)")

Span = tuple[int, int]


class Segment(NamedTuple):
    """A stretch of plain text, marked where it is what was looked for."""

    text: str
    is_marked: bool = False

    @property
    def html(self) -> str:
        """The stretch as HTML."""
        text = escape(self.text, quote=False)
        return f"<mark>{text}</mark>" if self.is_marked else text


@dataclass(frozen=True)
class Marker:
    """Marks in any text what a plan looks for."""

    probes: tuple[Probe, ...]

    @classmethod
    def of(cls, plan: Plan) -> Marker:
        """Return the marker of a plan."""
        return cls(tuple(dict.fromkeys(probe for need in plan.needs for probe in need.shown)))

    def segments(self, text: str) -> tuple[Segment, ...]:
        """Return the plain text in segments, what is looked for marked."""
        if not self.probes:
            return (Segment(text),) if text else ()
        segments, at = [], 0
        for start, end in self.spans(text):
            if start > at:
                segments.append(Segment(text[at:start]))
            segments.append(Segment(text[start:end], is_marked=True))
            at = end
        if at < len(text):
            segments.append(Segment(text[at:]))
        return tuple(segments)

    def html(self, html: str) -> str:
        """Return sanitised HTML with what is looked for in its text marked."""
        if not self.probes:
            return html
        parts = TAG.split(html)
        return "".join(
            part if i % 2 else "".join(row.html for row in self.segments(unescape(part)))
            for i, part in enumerate(parts)
        )

    @cached_property
    def by_first(self) -> Mapping[tuple[bool, str], Sequence[Sequence[str]]]:
        """The words or stems in a row that are marked, by whether they are stems and the first."""
        found: defaultdict[tuple[bool, str], list[Sequence[str]]] = defaultdict(list)
        for probe in self.probes:
            if probe.form != "prefix":
                row = probe.needle.split()
                found[probe.form == "stem", row[0]].append(row)
        return dict(found)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What words begin with that are marked."""
        return tuple(probe.needle for probe in self.probes if probe.form == "prefix")

    def places(self, words: Sequence[Token]) -> Iterator[Span]:
        """Yield start and end of each place to mark among the words of a text."""
        for at, word in enumerate(words):
            if self.beginnings and word.word.startswith(self.beginnings):
                yield word.start, word.end
            for is_stem, first in ((False, word.word), (True, word.stem)):
                for row in self.by_first.get((is_stem, first), ()):
                    there = words[at : at + len(row)]
                    if [each.stem if is_stem else each.word for each in there] == row:
                        yield word.start, there[-1].end

    def spans(self, text: str) -> list[Span]:
        """Return start and end of each place to mark, in order, without overlap."""
        found = sorted(self.places(tokens(text)))
        merged: list[Span] = []
        for start, end in found:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged


NO_MARKS: Final = Marker(())


def cut(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return about ``EXCERPT_LENGTH`` characters, from a little before the first mark."""
    text = "".join(segment.text for segment in segments)
    before = next((i for i, segment in enumerate(segments) if segment.is_marked), 0)
    first = sum(len(segment.text) for segment in segments[:before])
    start = text.rfind(" ", 0, max(first - LEAD, 0)) + 1 if first > LEAD else 0
    end = start + EXCERPT_LENGTH
    end = len(text) if end >= len(text) else max(text.rfind(" ", 0, end), first)
    kept, at = [], 0
    for segment in segments:
        part = segment.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            kept.append(Segment(part, segment.is_marked))
        at += len(segment.text)
    ellipsis_before = [Segment("… ")] if start else []
    ellipsis_after = [Segment(" …")] if end < len(text) else []
    return (*ellipsis_before, *kept, *ellipsis_after)
