"""Puts lines together into paragraphs, as they were before a page was too narrow for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from articles.official.labels import (
    ENDS,
    HYPHEN,
    OPEN,
    PAUSE,
    SLASH,
    heading_number,
    is_closing,
    is_first,
    is_heading,
    is_in_capitals,
    is_preamble,
)
from articles.official.languages import Grammar
from articles.official.setting import Setting, first_word, last_word
from articles.official.text import Line

NEARLY_FULL: Final = 0.9

CLOSING_LINES: Final = 4
"""Lines of a closing formula among which the words stand that tell it."""


@dataclass
class Words:
    """A paragraph put together, with the lines of the source that it comes from.

    ``put_together`` has the words that the end of a line had parted, and ``doubtful`` the lines
    with which it may have ended as well as gone on.
    """

    text: str
    lines: list[Line] = field(default_factory=list)
    put_together: list[str] = field(default_factory=list)
    doubtful: list[Line] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0].number


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
            last = found[-1]
            last.text, word = joiner.join(last.text, line.text)
            last.put_together += [word] * bool(word)
            last.lines.append(line)
        else:
            found.append(Words(line.text, [line]))
            article += heading_number(line.text, grammar) == article
        if place and joiner.is_doubtful(place):
            found[-1].doubtful.append(kept[place - 1])
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


@dataclass(frozen=True)
class Joiner:
    """Puts lines of a text together, given how it was set."""

    setting: Setting

    def goes_on(self, place: int, article: int) -> bool:
        """Whether the line at a place belongs to the paragraph of the line before it.

        ``article`` is the number of the article that must come next.
        """
        line, after = self.setting.lines[place - 1], self.setting.lines[place]
        if not self.setting.is_wrapped or (self.setting.begins_indented and after.is_indented):
            return False
        if line.text and self.are_parted(place):
            return False
        if not self.setting.may_go_on(line, after):
            number = heading_number(after.text, self.setting.grammar)
            is_due = number == article and place == self.setting.headings[number][-1]
            return not is_due and self.is_amid(line, after)
        is_recital = (
            place < self.setting.preamble_end
            and not (self.setting.begins_indented or self.setting.is_apart)
            and self.setting.begins_recital(after.text)
            and (self.setting.has_small_recitals or not after.text[0].islower())
        )
        return not (is_recital and PAUSE.search(line.text)) and self.is_continued(line, after)

    def is_doubtful(self, place: int) -> bool:
        """Whether nothing tells if the line at a place begins a paragraph.

        The line before it ends a sentence, and has no room for one more word.
        """
        setting = self.setting
        line, after = setting.lines[place - 1], setting.lines[place]
        return (
            setting.is_wrapped
            and not setting.begins_indented
            and not (setting.is_apart and line.page == after.page)
            and setting.may_go_on(line, after)
            and bool(ENDS.search(line.text))
            and not after.text[0].islower()
            and not setting.is_short(line, after)
            and not self.are_parted(place)
        )

    def are_parted(self, place: int) -> bool:
        """Whether the line at a place and the one before it cannot be of the same paragraph."""
        setting = self.setting
        line, after = setting.lines[place - 1], setting.lines[place]
        is_under_title = setting.has_titles and self.is_title(place - 1)
        is_under_last = place > setting.last_heading and ENDS.search(line.text)
        return bool(
            (setting.is_short(line, after) and setting.grammar.part_heading.fullmatch(line.text))
            or is_preamble(after.text, setting.grammar)
            or (is_in_capitals(line.text) and not after.text.isupper())
            or (is_in_capitals(after.text) and not line.text.isupper())
            or (is_under_title and not after.text[0].islower())
            or (is_under_last and self.is_closing(place))
        )

    def is_continued(self, line: Line, after: Line) -> bool:
        """Whether a sentence, or one more of the same paragraph, goes on with the next line."""
        setting = self.setting
        if setting.begins_indented and not line.is_whole:
            return True
        is_short = setting.is_short(line, after)
        if setting.is_exact and is_short:
            return False
        if (HYPHEN.search(line.text) or after.text[0].islower()) and not OPEN.search(line.text):
            return not (is_short and PAUSE.search(line.text) and setting.has_room(line, after))
        if is_short or not ENDS.search(line.text):
            return not is_short
        if line.page != after.page:
            return bool(line.fill) and setting.is_full(line, after)
        is_nearly_full = setting.extent(line) >= NEARLY_FULL * setting.width
        return (
            setting.is_exact or setting.is_apart or is_nearly_full or setting.is_full(line, after)
        )

    def is_amid(self, line: Line, after: Line) -> bool:
        """Whether what looks like a label, or like another article's heading, is of a sentence."""
        return bool(
            line.text
            and after.text
            and not (line.is_whole or after.is_whole)
            and not PAUSE.search(line.text)
            and not self.setting.is_short(line, after)
            and not is_heading(line.text, self.setting.grammar)
            and not is_in_capitals(line.text)
            and not is_first(after.text)
            and not self.are_entries(line, after)
        )

    def are_entries(self, line: Line, after: Line) -> bool:
        """Whether two lines begin with the headings of two articles on end, as in contents."""
        first, second = (heading_number(one.text, self.setting.grammar) for one in (line, after))
        return 0 < first == second - 1

    def is_title(self, place: int) -> bool:
        """Whether the line at a place stands right under the heading of an article."""
        return bool(place and is_heading(self.setting.lines[place - 1].text, self.setting.grammar))

    def is_closing(self, place: int) -> bool:
        """Whether the line at a place begins the closing formula, or is a signature under it."""
        lines = self.setting.lines[place : place + CLOSING_LINES]
        end = next((i for i, line in enumerate(lines, 1) if ENDS.search(line.text)), len(lines))
        text = " ".join(line.text for line in lines[:end])
        grammar = self.setting.grammar
        is_signature = re.match(grammar.signature, text, re.IGNORECASE)
        return bool(is_signature) or is_closing(text, grammar)

    def join(self, text: str, after: str) -> tuple[str, str]:
        """Return two lines as one, and the word that the first ends with, if a hyphen parts it.

        A hyphen that only the line's end called for goes; a word that has another one keeps it.
        Behind a slash after a word was no space.
        """
        if not HYPHEN.search(text):
            return (text if SLASH.search(text) else f"{text} ") + after, ""
        joined = last_word(text)[:-1] + first_word(after)
        hyphened = last_word(text) + first_word(after)
        known, kept = self.setting.words[joined.casefold()], self.setting.words[hyphened.casefold()]
        may_drop = after[0].islower() and not re.search("[-‐].", last_word(text))
        drops = known > kept or (not kept and self.setting.breaks_words and may_drop)
        return (text[:-1] if drops else text) + after, joined if drops else hyphened
