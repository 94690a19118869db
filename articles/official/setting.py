"""How a text was set: how wide, with paragraphs set in or not, with words parted or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count, pairwise
from typing import Final

from articles.official.labels import (
    HYPHEN,
    PAUSE,
    begins_anew,
    heading_number,
    is_heading,
    is_in_capitals,
)
from articles.official.languages import Grammar
from articles.official.text import Line

WRAPPED: Final = 0.45
"""The share of lines without room for the next word, or that end amid a sentence, from which on
a text was wrapped."""

WIDE: Final = 0.72
NARROW: Final = 0.5
"""The share of the width that a line has at least if the next one goes on with it, in a text
without empty lines between paragraphs and in one with them."""

APART: Final = 0.8
"""The share of numbers and headings that come after an empty line in a text of the second kind."""

WIDEST: Final = 160
"""Characters that a line has at most in a text that was wrapped; longer ones are paragraphs."""

TITLED: Final = 0.6
"""The share of articles with a short line under the heading, if these are titles."""

LOOSE: Final = 0.1
"""The share of lines with room for the next word, at most, in a text that a program wrapped."""

MOST: Final = 0.95
NEARLY_EVERY: Final = 0.99
"""Shares of the lines that tell the width: beside a text stand a few that are longer."""

MOST_INDENTED: Final = 0.7
AFTER_PAUSE: Final = 0.6
"""The share of lines that may be set in at most, and of these the share that must come after the
end of a sentence, if that is how paragraphs begin in a text."""


@dataclass(frozen=True)
class Setting:
    """Knows of the lines of a text, all together, how they were set."""

    lines: Sequence[Line]
    grammar: Grammar

    @cached_property
    def candidates(self) -> list[tuple[Line, Line]]:
        """Each line with the next one, where that may go on with it."""
        return [pair for pair in pairwise(self.lines) if self.may_go_on(*pair)]

    def may_go_on(self, line: Line, after: Line) -> bool:
        """Whether nothing shows that the paragraph ends between two lines."""
        return bool(
            line.text
            and after.text
            and not line.is_whole
            and not after.is_whole
            and bool(line.left_out) == bool(after.left_out)
            and not begins_anew(after.text, self.grammar)
            and not is_heading(line.text, self.grammar)
        )

    @cached_property
    def width(self) -> int:
        """How many characters a full line has, more or less."""
        return width_of(line for line, _ in self.candidates)

    @cached_property
    def longest(self) -> int:
        """How many characters the longest lines have that others go on with, but for a few."""
        return width_of((line for line, _ in self.candidates), NEARLY_EVERY)

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether lines end where they are full, and not only where a paragraph does."""
        pairs = self.candidates
        if self.begins_indented:
            pairs = [(line, after) for line, after in pairs if not after.is_indented]
        full = sum(self.is_full(line, after) for line, after in pairs)
        amid = sum(not PAUSE.search(line.text) for line, _ in pairs)
        is_narrow = width_of(line for line in self.lines if line.text) <= WIDEST
        return bool(pairs) and is_narrow and max(full, amid) >= WRAPPED * len(pairs)

    @cached_property
    def begins_indented(self) -> bool:
        """Whether the first line of each paragraph is set in."""
        pairs = [(line, after) for line, after in pairwise(self.lines) if line.text and after.text]
        indented = [
            (line, after)
            for line, after in pairs
            if after.is_indented and not is_heading(after.text, self.grammar)
        ]
        begins_article = self.grammar.article_heading.fullmatch
        after_pause = sum(
            bool(PAUSE.search(line.text) or begins_article(line.text)) for line, _ in indented
        )
        under = [after for line, after in pairs if is_heading(line.text, self.grammar)]
        return bool(indented) and (
            len(indented) <= MOST_INDENTED * len(pairs)
            and after_pause >= AFTER_PAUSE * len(indented)
            and sum(line.is_indented for line in under) >= AFTER_PAUSE * len(under)
        )

    @cached_property
    def is_exact(self) -> bool:
        """Whether a program wrapped the text: hardly a line has room for the word after it."""
        pairs = [
            (line, after)
            for line, after in self.candidates
            if not after.text[0].isupper()
            and not PAUSE.search(line.text)
            and not is_in_capitals(line.text)
        ]
        loose = sum(bool(line.fill) or self.has_room(line, after) for line, after in pairs)
        return len(pairs) > 0 and loose <= LOOSE * len(pairs)

    @cached_property
    def is_apart(self) -> bool:
        """Whether empty lines part the paragraphs: most that begin with a number follow one."""
        begun = [
            line for line, after in pairwise(self.lines) if begins_anew(after.text, self.grammar)
        ]
        return sum(not line.text for line in begun) > APART * len(begun)

    @cached_property
    def has_titles(self) -> bool:
        """Whether under most headings stands a short line that is no sentence."""
        alone = [i for i, line in enumerate(self.lines) if is_heading(line.text, self.grammar)]
        titles = [
            after
            for i in alone
            for after in self.lines[i + 1 : i + 2]
            if not (PAUSE.search(after.text) or begins_anew(after.text, self.grammar))
            and 0 < len(after.text) < WIDE * self.width
        ]
        return len(titles) >= TITLED * len(alone) > 0

    @cached_property
    def has_small_recitals(self) -> bool:
        """Whether recitals begin with small letters, which lines that end early show."""
        pairs = [*pairwise(self.lines[: self.preamble_end])]
        return any(
            line.text
            and PAUSE.search(line.text)
            and self.is_short(line, after)
            and self.begins_recital(after.text)
            and after.text[0].islower()
            for line, after in pairs
        )

    @cached_property
    def preamble_end(self) -> int:
        """The place of the first line that begins an article."""
        return min((places[0] for places in self.headings.values()), default=len(self.lines))

    @cached_property
    def headings(self) -> dict[int, list[int]]:
        """The places of the lines that begin like the heading of each article."""
        found: dict[int, list[int]] = {}
        for place, line in enumerate(self.lines):
            if number := heading_number(line.text, self.grammar):
                found.setdefault(number, []).append(place)
        return found

    @cached_property
    def last_heading(self) -> int:
        """The place of the heading of the last article, up to which they count one by one.

        Around the treaty a page may speak of its articles ("Article 12 explained"). Such a line
        is no heading: it does not go on with the count, or no mark sets the number apart.
        """
        marked: dict[int, list[int]] = {}
        for number, places in self.headings.items():
            if kept := [place for place in places if self.is_set_apart(place)]:
                marked[number] = kept
        found = max(marked, self.headings, key=last_in_row)
        last = last_in_row(found)
        return found[last][-1] if last else 0

    def is_set_apart(self, place: int) -> bool:
        """Whether nothing follows the number of the article at a place, or a mark does."""
        found = self.grammar.article_heading.fullmatch(self.lines[place].text)
        return bool(found and (found["mark"].strip() or not found["rest"]))

    @cached_property
    def words(self) -> Counter[str]:
        """The words within lines, to tell which hyphens at their ends belong to a word."""
        return Counter(
            word.casefold()
            for line in self.lines
            for word in re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", line.text)[1:-1]
        )

    @cached_property
    def breaks_words(self) -> bool:
        """Whether some word that a line's end parts stands whole elsewhere."""
        return any(
            HYPHEN.search(line.text) and self.words[joined.casefold()] > 0
            for line, after in self.candidates
            for joined in [last_word(line.text)[:-1] + first_word(after.text)]
        )

    def is_full(self, line: Line, after: Line) -> bool:
        """Whether the next line's first word would have found no room."""
        next_share = (1 + length_of_first(after)) / len(line.text)
        return self.extent(line) * (1 + next_share) > self.width

    def is_short(self, line: Line, after: Line) -> bool:
        """Whether a line is so short that the paragraph may end with it."""
        if self.is_apart:
            return self.has_room(line, after) and self.extent(line) < NARROW * self.width
        if self.is_exact:
            return self.has_room(line, after)
        return self.extent(line) < WIDE * self.width and not self.is_full(line, after)

    def extent(self, line: Line) -> float:
        """How many characters wide a line is; where it was printed, by its place on the page."""
        return line.fill * self.width or len(line.text)

    def has_room(self, line: Line, after: Line) -> bool:
        """Whether the next line's first word would have found room in the longest line."""
        if line.fill:
            return not self.is_full(line, after)
        return len(line.text) + 1 + length_of_first(after) <= self.longest

    def begins_recital(self, text: str) -> bool:
        """Whether a line has the first word of a recital, with a capital letter or without."""
        return bool(re.match(self.grammar.recital, text, re.IGNORECASE))


def last_in_row(numbers: Container[int]) -> int:
    """Return the last number, counting from 1, before one is missing; 0 if there is no 1."""
    return next(number for number in count() if number + 1 not in numbers)


def width_of(lines: Iterable[Line], share: float = MOST) -> int:
    """Return how many characters this share of the lines has at most, or 0 of no lines."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * share)] if lengths else 0


def length_of_first(line: Line) -> int:
    """Return how many characters the first word of a line has, with the marks at it."""
    return len(line.text.split(" ", 1)[0])


def last_word(text: str) -> str:
    """Return the last word of a line with the hyphen after it."""
    found = re.search(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*[-‐]?$", text)
    return found[0] if found else ""


def first_word(text: str) -> str:
    """Return the first word of a line, without the mark after it."""
    found = re.match(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", text)
    return found[0] if found else text.split(" ", 1)[0]
