"""Puts lines together into paragraphs, as they were before a page was too narrow for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.text import Line

NUMBER: Final = re.compile(
    rf"(?P<label>\(?(?:(?P<within>{DIGITS}{{1,3}})\.)?(?P<number>{DIGITS}{{1,3}})"
    r"(?:\s?[.)/ـ]+\s?[-–—]?|\s?[-–—:]))(?:\s+(?=\S)|(?=[^\W\d_]))"
)
"""The number of a paragraph: ``1.``, ``1)``, ``(1)``, ``3.1.``, ``۱-``, ``1 –``."""

LETTER: Final = (
    r"[a-z]{1,2}|[ivx]{1,5}|[а-яё]|"
    r"الف|ا|آ|ب|پ|ت|ث|ج|چ|ح|خ|د|ذ|ر|ز|ژ|س|ش|ص|ض|ط|ظ|ع|غ|ف|ق|ک|گ|ل|م|ن|و|ه|ی"
)
ITEM: Final = re.compile(
    rf"(?P<label>\((?:{LETTER})\)|(?:{LETTER})(?:[.)]|\s?[-–—ـ](?=\s))|[-–—−•·▪●◦*])(?:\s+(?=\S)|(?<=[)–—−•·▪●◦*-])(?=[^\W\d_]))"
)
"""The letter or dash of an item: ``(a)``, ``a)``, ``a.``, ``а)``, ``الف)``, ``الف -``, ``–``."""

ENDS: Final = re.compile(r"[.;:!?؛؟][»”\")\]]*$")
"""How a line ends that may be the last of its paragraph."""

WRAPPED: Final = 0.45
"""The share of lines without room for the next word, or that end amid a sentence, from which on
a text was wrapped."""

WIDE: Final = 0.72
"""The share of the width that a line has at least if the next one goes on with it."""

WIDEST: Final = 160
"""Characters that a line has at most in a text that was wrapped; longer ones are paragraphs."""

NEARLY_FULL: Final = 0.9
PAUSE: Final = re.compile(r"[.;:,،؛]$")
"""How a line ends before one that begins with a number, a letter or a dash as its label."""

OPEN: Final = re.compile(r"[:;؛]$")
"""How a line ends after which even a small letter begins something new."""

MOST_INDENTED: Final = 0.7
AFTER_PAUSE: Final = 0.6
"""The share of lines that may be set in at most, and of these the share that must come after the
end of a sentence, if that is how paragraphs begin in a text."""

HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐]$")


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


@dataclass(frozen=True)
class Joiner:
    """Knows of a text how wide it was set, and whether words were broken at the ends of lines."""

    lines: Sequence[Line]
    grammar: Grammar

    @cached_property
    def candidates(self) -> list[tuple[Line, Line]]:
        """Each line with the next one, where that may go on with it."""
        return [pair for pair in pairwise(self.lines) if self.may_go_on(*pair)]

    @cached_property
    def width(self) -> int:
        """How many characters a full line has, more or less."""
        lengths = sorted(len(line.text) for line, _ in self.candidates)
        return lengths[int(len(lengths) * 0.95)] if lengths else 0

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether lines end where they are full, and not only where a paragraph does."""
        pairs = self.candidates
        if self.begins_indented:
            pairs = [(line, after) for line, after in pairs if not after.is_indented]
        full = sum(self.is_full(line, after) for line, after in pairs)
        amid = sum(not PAUSE.search(line.text) for line, _ in pairs)
        return bool(pairs) and self.width <= WIDEST and max(full, amid) >= WRAPPED * len(pairs)

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
            and not self.grammar.part_heading.fullmatch(line.text)
            and is_in_capitals(line.text) == is_in_capitals(after.text)
        )

    def is_full(self, line: Line, after: Line) -> bool:
        """Whether the next line's first word would have found no room."""
        next_share = (1 + len(first_word(after.text))) / len(line.text)
        return self.extent(line) * (1 + next_share) > self.width

    def extent(self, line: Line) -> float:
        """How many characters wide a line is; where it was printed, by its place on the page."""
        return line.fill * self.width or len(line.text)

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
        return bool(indented) and (
            len(indented) <= MOST_INDENTED * len(pairs)
            and after_pause >= AFTER_PAUSE * len(indented)
        )

    @cached_property
    def preamble_end(self) -> int:
        """The place of the first line that begins an article."""
        matches = self.grammar.article_heading.fullmatch
        places = (i for i, line in enumerate(self.lines) if matches(line.text))
        return next(places, len(self.lines))

    @cached_property
    def headings(self) -> dict[int, list[int]]:
        """The places of the lines that begin like the heading of each article."""
        found: dict[int, list[int]] = {}
        for place, line in enumerate(self.lines):
            if number := heading_number(line.text, self.grammar):
                found.setdefault(number, []).append(place)
        return found

    def goes_on(self, place: int, article: int) -> bool:
        """Whether the line at a place belongs to the paragraph of the line before it.

        ``article`` is the number of the article that must come next.
        """
        line, after = self.lines[place - 1], self.lines[place]
        if not self.is_wrapped or (self.begins_indented and after.is_indented):
            return False
        if not self.may_go_on(line, after):
            number = heading_number(after.text, self.grammar)
            is_due = number == article and place == self.headings[number][-1]
            return not is_due and self.is_amid(line, after)
        is_recital = place < self.preamble_end and self.is_recital(after.text)
        return not (is_recital and PAUSE.search(line.text)) and self.is_continued(line, after)

    def is_continued(self, line: Line, after: Line) -> bool:
        """Whether a sentence, or one more of the same paragraph, goes on with the next line."""
        if self.begins_indented and not line.is_whole:
            return True
        ends = bool(ENDS.search(line.text))
        is_short = self.extent(line) < WIDE * self.width
        if (HYPHEN.search(line.text) or after.text[0].islower()) and not OPEN.search(line.text):
            return not (is_short and PAUSE.search(line.text))
        if is_short:
            return False
        if not ends:
            return True
        if line.page != after.page:
            return bool(line.fill) and self.is_full(line, after)
        return self.is_full(line, after) or self.extent(line) >= NEARLY_FULL * self.width

    def is_recital(self, text: str) -> bool:
        """Whether a line begins like a recital."""
        begins = re.compile(self.grammar.recital, re.IGNORECASE).match(text)
        return bool(begins) and not text[0].islower()

    def is_amid(self, line: Line, after: Line) -> bool:
        """Whether what looks like a label, or like another article's heading, is of a sentence."""
        return bool(
            line.text
            and after.text
            and not (line.is_whole or after.is_whole)
            and not PAUSE.search(line.text)
            and self.extent(line) >= WIDE * self.width
            and not is_heading(line.text, self.grammar)
        )

    def join(self, text: str, after: str) -> str:
        """Return two lines as one; a hyphen that only the line's end called for goes."""
        if not HYPHEN.search(text):
            return f"{text} {after}"
        joined = last_word(text)[:-1] + first_word(after)
        hyphened = last_word(text) + first_word(after)
        known, kept = self.words[joined.casefold()], self.words[hyphened.casefold()]
        drops = known > kept or (not kept and self.breaks_words and after[0].islower())
        return (text[:-1] if drops else text) + after


def last_word(text: str) -> str:
    """Return the last word of a line with the hyphen after it."""
    found = re.search(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*[-‐]?$", text)
    return found[0] if found else ""


def first_word(text: str) -> str:
    """Return the first word of a line, without the mark after it."""
    found = re.match(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", text)
    return found[0] if found else text.split(" ", 1)[0]


def is_heading(text: str, grammar: Grammar) -> bool:
    """Whether a line is the heading of an article, or of the preamble, and nothing else."""
    if re.fullmatch(rf"(?:{grammar.preamble})[.:]?", text, re.IGNORECASE):
        return True
    found = grammar.article_heading.fullmatch(text)
    return bool(found) and not found["rest"]  # type: ignore[index]


def is_in_capitals(text: str) -> bool:
    """Whether a line is of capital letters alone: several words, so that it is no short name."""
    return text.isupper() and " " in text


def heading_number(text: str, grammar: Grammar) -> int:
    """Return the number of the article that a line is the heading of, or 0."""
    found = grammar.article_heading.fullmatch(text)
    return grammar.value(found["number"]) if found else 0


def begins_anew(text: str, grammar: Grammar) -> bool:
    """Whether a line begins a paragraph, an item or an article by what it begins with."""
    if is_heading(text, grammar) or grammar.part_heading.fullmatch(text):
        return True
    if found := grammar.article_heading.fullmatch(text):
        return bool(found["mark"].strip())
    return bool(NUMBER.match(text) or ITEM.match(text))


def put_together(lines: Sequence[Line], grammar: Grammar) -> list[Words]:
    """Return the paragraphs of a text, given its lines.

    Lines that are left out do not part what stands around them.
    """
    kept = without_gaps(lines)
    joiner = Joiner(kept, grammar)
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
