"""Finds where each article begins, and tells a heading from a mention of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles.official.labels import ENDS
from articles.official.languages import Grammar
from articles.official.paragraphs import Words
from articles.official.text import Line

ASIDE: Final = re.compile(r"[(\[][^()\[\]]+[)\]]")
"""A remark in brackets behind or under a heading, such as the article's former number."""

LONGEST_ENTRY: Final = 120
"""Characters that an entry in a table of contents has at most."""

CONTENTS: Final = re.compile(r"[\s.…·_\d\u06f0-\u06f9-]*")
"""What follows an entry in a table of contents: dots and a page number."""


@dataclass(frozen=True)
class Heading:
    """The heading of an article: the place of its paragraph, and what stands after it there."""

    place: int
    number: int
    text: str
    mark: str
    rest: str
    source: Line

    @property
    def line(self) -> int:
        """The line of the source in which it stands."""
        return self.source.number

    @property
    def is_alone(self) -> bool:
        """Whether nothing else stands in the paragraph, but for a remark in brackets."""
        return not CONTENTS.sub("", self.rest) or bool(ASIDE.fullmatch(self.rest))

    @property
    def is_marked(self) -> bool:
        """Whether nothing follows, or only after a mark."""
        return self.is_alone or bool(self.mark.strip())

    @property
    def is_set_off(self) -> bool:
        """Whether a mark, or a capital letter, sets what follows apart from the heading."""
        return self.is_marked or not self.rest[0].islower()


def find(paragraphs: Sequence[Words], grammar: Grammar, count: int | None) -> list[Heading]:
    """Return the headings of the articles in order, as far as they can be told.

    Headings that stand alone count first; those with text on the same line only if the articles
    are not complete without them, or are more with them. What comes again after the last article
    is an annex's.
    """
    candidates = all_candidates(paragraphs, grammar)
    choices = (
        [found for found in candidates if found.is_alone],
        [found for found in candidates if found.is_marked],
        [found for found in candidates if found.is_set_off],
    )
    readings = [in_treaty(without_contents(each, paragraphs), count) for each in choices]
    return min(
        readings,
        key=lambda reading: (not reading, len(problems(reading, count)), -len(reading)),
    )


def all_candidates(paragraphs: Sequence[Words], grammar: Grammar) -> list[Heading]:
    """Return every paragraph that begins like the heading of an article."""
    found = []
    for place, paragraph in enumerate(paragraphs):
        match = grammar.article_heading.fullmatch(paragraph.text)
        if match is None or goes_on_before(paragraphs, place, match["rest"]):
            continue
        found.append(
            Heading(
                place,
                grammar.value(match["number"]),
                match["head"].strip(),
                match["mark"],
                match["rest"].strip(),
                paragraph.lines[0],
            )
        )
    return found


def goes_on_before(paragraphs: Sequence[Words], place: int, rest: str) -> bool:
    """Whether "Article 5" is a mention, broken off from the sentence before and after it."""
    if not place or rest:
        return False
    before = paragraphs[place - 1].text
    after = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
    return not ENDS.search(before) and before[-1] not in ",–—" and after[:1].islower()


def without_contents(headings: Sequence[Heading], paragraphs: Sequence[Words]) -> list[Heading]:
    """Return the headings without those of a table of contents before the text.

    Under these stands no text before the next heading, and each comes again. Under the last of
    them may stand the title and the preamble, before Article 1 itself.
    """
    if not headings:
        return []
    numbers = Counter(heading.number for heading in headings)
    ends = [heading.place for heading in headings[1:]] + [len(paragraphs)]
    following = [heading.number for heading in headings[1:]] + [0]
    kept: list[Heading] = []
    for heading, end, number in zip(headings, ends, following, strict=True):
        is_short = heading.is_alone or len(heading.rest) < LONGEST_ENTRY
        is_empty = end == heading.place + 1
        is_last = not kept and number == 1 < heading.number
        if is_short and (is_empty or is_last) and numbers[heading.number] > 1:
            numbers[heading.number] -= 1
        else:
            kept.append(heading)
    return kept


def in_treaty(headings: Sequence[Heading], count: int | None) -> list[Heading]:
    """Return the headings up to the last article; after it a new Article 1 begins an annex."""
    for i, heading in enumerate(headings):
        is_complete = [each.number for each in headings[:i]] == list(range(1, i + 1))
        if i and heading.number == 1 and is_complete and i == (count or i):
            return list(headings[:i])
    return list(headings)


def next_text(paragraphs: Sequence[Words], last: Heading, grammar: Grammar) -> int:
    """Return where, after the last article, another Article 1 stands alone, or the end."""
    candidates = all_candidates(paragraphs, grammar)
    first = (each for each in candidates if each.number == 1 and each.is_alone)
    return next((each.place for each in first if each.place > last.place), len(paragraphs))


def problems(headings: Sequence[Heading], count: int | None) -> list[str]:
    """Return what is missing, doubled or out of order, with the lines; nothing if all is well."""
    numbers = [heading.number for heading in headings]
    last = count or max(numbers, default=0)
    found = []
    if missing := [number for number in range(1, last + 1) if number not in numbers]:
        found.append(f"{named(missing)} missing: no heading was found for it")
    for number, times in Counter(numbers).items():
        if times > 1:
            at = [str(heading.line) for heading in headings if heading.number == number]
            found.append(f"Article {number} is doubled: it begins at lines {' and '.join(at)}")
    for before, heading in pairwise(headings):
        if heading.number < before.number:
            found.append(
                f"Article {heading.number} is out of order: at line {heading.line} it comes after "
                f"Article {before.number}"
            )
    for heading in headings:
        if heading.number > last:
            found.append(
                f"Article {heading.number} at line {heading.line} is one too many: "
                f"the treaty has {last}"
            )
    return found


def named(numbers: Sequence[int]) -> str:
    """Return ``Article 3 is``, or ``Articles 3, 4 are`` with at most ten of the numbers."""
    listed = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")  # noqa: PLR2004
    return f"Articles {listed} are" if len(numbers) > 1 else f"Article {listed} is"
