"""Takes an article apart: its title if it has one, its paragraphs, and their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from articles.official.headings import ASIDE, Heading
from articles.official.labels import ITEM, NUMBER, SENTENCE_END, is_in_capitals, is_preamble
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.paragraphs import Words
from articles.official.text import Block, ParsedArticle, ParsedParagraph

LONGEST_TITLE: Final = 120
"""Characters that the title of an article or part has at most."""

TITLED: Final = 0.6
"""The share of articles with what looks like a title, from which on it is taken for one."""

MOST_PART_LINES: Final = 4
GOES_ON: Final = re.compile(r"[,;:،؛]$")
"""How a paragraph ends that the next one goes on with."""

LONGEST_ENACTING: Final = 120
"""Characters of the words with which a preamble ends (“have agreed as follows:”), at most."""

BARE_NUMBER: Final = re.compile(rf"\(?{DIGITS}{{1,3}}[.)]{{0,2}}")

POINT: Final = re.compile(
    rf"(?P<label>({DIGITS}{{1,3}})[.–/ـ-]({DIGITS}{{1,3}})[.):–ـ-]?)\s+(?=\S)"
)
"""The label of a point that has the number of its paragraph in it: ``2.1.``, ``2.1``, ``۲-۱``."""


@dataclass
class Section:
    """An article's heading and the paragraphs under it, up to the next heading.

    ``parts`` are headings of parts or chapters that stand at its end and belong to what follows;
    ``aside`` is a remark in brackets under the heading. Nothing follows the ``is_last`` article.
    """

    heading: Heading
    paragraphs: list[Words]
    grammar: Grammar
    is_last: bool = False
    parts: tuple[str, ...] = field(init=False, default=())
    aside: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Part the paragraphs from the headings that follow them; put what is beside first."""
        if self.heading.rest:
            self.paragraphs.insert(0, Words(self.heading.rest, [self.heading.source]))
        if not self.is_last:
            self.paragraphs, self.parts = without_parts(self.paragraphs, self.grammar)
            if not self.parts:
                self.paragraphs, self.parts = without_capitals(self.paragraphs)
        if len(self.paragraphs) > 1 and ASIDE.fullmatch(self.paragraphs[0].text):
            self.aside = self.paragraphs.pop(0).text

    @property
    def title(self) -> str:
        """What may be the title of the article: a short first line that is no sentence."""
        if not self.paragraphs:
            return ""
        first, *others = (each.text for each in self.paragraphs[:2])
        is_title = (
            len(first) <= LONGEST_TITLE
            and not SENTENCE_END.search(first)
            and not NUMBER.match(first)
            and not ITEM.match(first)
            and not ASIDE.fullmatch(first)
            and not any(text[0].islower() for text in others)
        )
        return first if is_title else ""

    def article(self, before: tuple[str, ...], *, is_titled: bool) -> ParsedArticle:
        """Return the article, given the headings of parts before it."""
        title = self.title if is_titled else ""
        words = self.paragraphs[1:] if title else self.paragraphs
        return ParsedArticle(
            number=self.heading.number,
            heading=f"{self.heading.text} {self.aside}".strip(),
            title=title,
            paragraphs=paragraphs_of(words, self.heading.number),
            line=self.heading.line,
            before=before,
        )


def are_titled(sections: Sequence[Section]) -> bool:
    """Whether the articles of the treaty have titles, and a text under them."""
    titles = sum(bool(section.title) and len(section.paragraphs) > 1 for section in sections)
    return titles > 0 and titles >= TITLED * len(sections)


def without_parts(paragraphs: list[Words], grammar: Grammar) -> tuple[list[Words], tuple[str, ...]]:
    """Return the paragraphs without headings of parts at their end, and those headings."""
    begins = re.compile(rf"(?:{grammar.part})\s+\w+", re.IGNORECASE)
    for i in range(max(1, len(paragraphs) - MOST_PART_LINES), len(paragraphs)):
        tail = [each.text for each in paragraphs[i:]]
        is_short = all(len(t) <= LONGEST_TITLE and not SENTENCE_END.search(t[:-1]) for t in tail)
        if begins.match(tail[0]) and is_short and not any(GOES_ON.search(text) for text in tail):
            return paragraphs[:i], tuple(tail)
    return paragraphs, ()


def without_capitals(paragraphs: list[Words]) -> tuple[list[Words], tuple[str, ...]]:
    """Return the paragraphs without lines of capitals at their end, and those: they are headings.

    Such a line stands after the end of a sentence.
    """
    end = len(paragraphs)
    while end > 1 and is_in_capitals(paragraphs[end - 1].text):
        end -= 1
    if end == len(paragraphs) or not SENTENCE_END.search(paragraphs[end - 1].text):
        return paragraphs, ()
    return paragraphs[:end], tuple(each.text for each in paragraphs[end:])


def preamble(recitals: Sequence[Words], grammar: Grammar) -> ParsedArticle:
    """Return the preamble: each recital a paragraph, its heading apart if it has one.

    The words that name the parties are no recital: they have the number 0. Nor are those with
    which the preamble ends: they are the second block of the last recital, which alone has two.
    """
    heading = recitals[0].text if recitals and is_preamble(recitals[0].text, grammar) else ""
    words = recitals[1:] if heading else recitals
    start = opening_end(words, grammar)
    found = [
        ParsedParagraph(number, "", (Block("", each.text),), each.line)
        for number, each in enumerate(words[start:], 1)
    ]
    if len(found) > 1 and is_enacting(words[-1].text, grammar):
        enacting = found.pop()
        found[-1] = replace(found[-1], blocks=found[-1].blocks + enacting.blocks)
    if start:
        opening = tuple(Block("", each.text) for each in words[:start])
        found.insert(0, ParsedParagraph(0, "", opening, words[0].line))
    line = recitals[0].line if recitals else 0
    return ParsedArticle(0, heading, "", tuple(found), line)


def opening_end(words: Sequence[Words], grammar: Grammar) -> int:
    """Return how many paragraphs of a preamble name the parties, before its first recital.

    They go on until the first that ends like one. What enacts the treaty comes after a recital.
    """
    if not words or re.match(grammar.recital, words[0].text, re.IGNORECASE):
        return 0
    end = next((i for i, each in enumerate(words, 1) if GOES_ON.search(each.text)), 0)
    return end if any(not is_enacting(each.text, grammar) for each in words[end:]) else 0


def is_enacting(text: str, grammar: Grammar) -> bool:
    """Whether a paragraph has the words with which a preamble ends."""
    holds = re.search(grammar.enacting, text, re.IGNORECASE)
    return bool(holds) and len(text) <= LONGEST_ENACTING


def paragraphs_of(words: Sequence[Words], article: int) -> tuple[ParsedParagraph, ...]:
    """Return the paragraphs of an article.

    Numbers count only if they begin with 1 and go on one by one in one style; other numbers,
    letters and dashes are items of the paragraph they stand in, as all are after words that end
    in a colon. In an article without numbers each paragraph has its place as number.
    """
    texts = with_numbers_joined(words)
    style = style_of(texts, article)
    found: list[ParsedParagraph] = []
    for text, line in texts:
        number = numbered(text, article)
        last = found[-1].number if found else 0
        if number and shape(number["label"]) == style and int(number["number"]) == last + 1:
            words_of = Block("", text[number.end() :])
            found.append(ParsedParagraph(last + 1, number["label"].strip(), (words_of,), line))
            continue
        listed = point(text, last) or item(text)
        goes_on = found and (listed or style or GOES_ON.search(found[-1].blocks[-1].text))
        block = listed or Block("", text)
        if goes_on:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        else:
            found.append(ParsedParagraph(0 if style else last + 1, "", (block,), line))
    return tuple(found)


def with_numbers_joined(words: Sequence[Words]) -> list[tuple[str, int]]:
    """Return texts and lines; a number that stands alone goes before the text that follows."""
    found: list[tuple[str, int]] = []
    for each in words:
        if found and BARE_NUMBER.fullmatch(found[-1][0]):
            number, line = found.pop()
            found.append((f"{number} {each.text}", line))
        else:
            found.append((each.text, each.line))
    return found


def numbered(text: str, article: int) -> re.Match[str] | None:
    """Return the number that begins a paragraph; one like ``3.1.`` only in Article 3."""
    found = NUMBER.match(text)
    if found is None or (found["within"] and int(found["within"]) != article):
        return None
    return found


def style_of(texts: Sequence[tuple[str, int]], article: int) -> str:
    """Return how the numbers of an article's paragraphs are written; empty if it has none.

    What is counted after words that end in a colon are items of these.
    """
    for place, (text, _) in enumerate(texts):
        found = numbered(text, article)
        if found and int(found["number"]) == 1:
            is_list = place > 0 and texts[place - 1][0].endswith(":")
            return "" if is_list else shape(found["label"])
    return ""


def shape(label: str) -> str:
    """Return what marks a number beside its digits: ``1.`` and ``2.`` have the same shape."""
    return re.sub(rf"{DIGITS}+|\s", "", label)


def point(text: str, paragraph: int) -> Block | None:
    """Return a point whose label has the number of its paragraph in it, or ``None``."""
    found = POINT.match(text)
    if found is None or paragraph not in {int(found[2]), int(found[3])}:
        return None
    return Block(found["label"], text[found.end() :])


def item(text: str) -> Block | None:
    """Return an item of a paragraph, its letter, dash or number apart; ``None`` if it is none."""
    found = ITEM.match(text) or NUMBER.match(text)
    return Block(found["label"].strip(), text[found.end() :]) if found else None
