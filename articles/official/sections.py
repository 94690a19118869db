"""Takes an article apart: its title if it has one, its paragraphs, and their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from articles.official.headings import ASIDE, Heading
from articles.official.labels import (
    BARE_NUMBER,
    ITEM,
    NUMBER,
    SENTENCE_END,
    is_in_capitals,
    is_open,
    is_preamble,
)
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.paragraphs import Words
from articles.official.text import Block, ParsedArticle, ParsedParagraph

LONGEST_TITLE: Final = 120
"""Characters that the title of an article or part has at most."""

TITLED: Final = 0.6
"""The share of articles with what looks like a title, from which on it is taken for one."""

NEARLY_ALL: Final = 0.8
LONGER_TITLE: Final = 400
"""Where so many have one, a title may take more characters."""

GOES_ON: Final = re.compile(r"[,;:،؛]$")
"""How a paragraph ends that the next one goes on with."""

LONGEST_ENACTING: Final = 120
"""Characters of the words with which a preamble ends (“have agreed as follows:”), at most."""

POINT: Final = re.compile(
    rf"(?P<label>({DIGITS}{{1,3}})[.–/ـ-]({DIGITS}{{1,3}})[.):–ـ-]?)\s+(?=\S)"
)
"""The label of a point that has the number of its paragraph in it: ``2.1.``, ``2.1``, ``۲-۱``."""


SENTENCE_BREAK: Final = re.compile(r"(?:(?<=[.;:!?؟»”)])\s+|(?<=\D[.;:!?؟»”)]))(?=[(\d])")
"""Between a sentence and a number that comes right after it."""

LIST_BREAK: Final = re.compile(SENTENCE_BREAK.pattern.replace(".;", ".,;"))
"""The same, where it may be the number of a point."""


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

    def title(self, longest: int) -> list[str]:
        """Return the lines that may be the title of the article: the first, if it is no sentence.

        Another belongs to it if it is no sentence either, and the first calls for one.
        """
        texts = [each.text for each in self.paragraphs]
        end = 0
        while end < len(texts) and is_no_sentence(texts[end]):
            end += 1
            is_whole = end + 1 >= len(texts) or not is_no_sentence(texts[end])
            if is_whole or not (texts[end][0].islower() or is_open(texts[end - 1], self.grammar)):
                break
        title, rest = texts[:end], texts[end:]
        is_title = (
            len(" ".join(title)) <= (longest if rest else min(longest, LONGEST_TITLE))
            and not ASIDE.fullmatch(" ".join(title))
            and not any(text[0].islower() for text in rest[:1])
        )
        return title if is_title else []

    def article(self, before: tuple[str, ...], longest: int) -> ParsedArticle:
        """Return the article, given the headings of parts before it, and how long titles are."""
        title = self.title(longest)
        return ParsedArticle(
            number=self.heading.number,
            heading=f"{self.heading.text} {self.aside}".strip(),
            title=" ".join(title),
            paragraphs=paragraphs_of(self.paragraphs[len(title) :], self.heading.number),
            line=self.heading.line,
            before=before,
        )


def is_no_sentence(text: str) -> bool:
    """Whether a line may be of a title: it ends like none of the text, and has no number."""
    return not (SENTENCE_END.search(text) or NUMBER.match(text) or ITEM.match(text))


def longest_title(sections: Sequence[Section]) -> int:
    """Return how many characters a title has at most; 0 if articles have none over a text."""
    for share, longest in ((NEARLY_ALL, LONGER_TITLE), (TITLED, LONGEST_TITLE)):
        titles = [section.title(longest) for section in sections]
        titled = sum(
            0 < len(title) < len(section.paragraphs)
            for title, section in zip(titles, sections, strict=True)
        )
        if titled and titled >= share * len(sections):
            return longest
    return 0


def without_parts(paragraphs: list[Words], grammar: Grammar) -> tuple[list[Words], tuple[str, ...]]:
    """Return the paragraphs without headings of parts at their end, and those headings."""
    begins = re.compile(rf"(?:{grammar.part})\s+\w+", re.IGNORECASE)
    texts = [each.text for each in paragraphs]
    start = len(texts)
    while start > 1 and may_name_part(texts[start - 1]):
        start -= 1
    first = next((i for i in range(start, len(texts)) if begins.match(texts[i])), len(texts))
    return paragraphs[:first], tuple(texts[first:])


def may_name_part(text: str) -> bool:
    """Whether a line may be of the heading of a part: short, and no sentence that goes on."""
    return (
        len(text) <= LONGEST_TITLE
        and not SENTENCE_END.search(text[:-1])
        and not GOES_ON.search(text)
    )


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
    texts = with_points_apart(with_numbers_apart(texts, article, style))
    found: list[ParsedParagraph] = []
    listed_last = 0
    for place, (text, line) in enumerate(texts):
        number = numbered(text, article)
        last = found[-1].number if found else 0
        if number and shape(number["label"]) == style:
            value = int(number["number"])
            is_listed = 0 < listed_last == value - 1 and begins_with(
                value, texts[place + 1 :], article, style
            )
            if value == last + 1 and not is_listed:
                words_of = Block("", text[number.end() :], line)
                found.append(ParsedParagraph(value, number["label"].strip(), (words_of,), line))
                listed_last = 0
                continue
            introduces = bool(found) and found[-1].blocks[-1].text.endswith(":")
            listed_last = value if is_listed or (value == 1 and introduces) else 0
        listed = point(text, last) or item(text)
        goes_on = found and (listed or style or GOES_ON.search(found[-1].blocks[-1].text))
        block = Block(*(listed or ("", text)), line)
        if goes_on:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        else:
            found.append(ParsedParagraph(0 if style else last + 1, "", (block,), line))
    return tuple(found)


def begins_with(value: int, texts: Sequence[tuple[str, int]], article: int, style: str) -> bool:
    """Whether one of the texts begins with this number, written like those of paragraphs."""
    found = (numbered(text, article) for text, _ in texts)
    return any(
        each and shape(each["label"]) == style and int(each["number"]) == value for each in found
    )


def with_numbers_apart(
    texts: Sequence[tuple[str, int]], article: int, style: str
) -> list[tuple[str, int]]:
    """Return texts and lines; a paragraph that a source has run on with others becomes its own.

    It begins after the end of a sentence with the next number, which begins no other text.
    """
    found = list(texts)
    for place, (text, line) in enumerate(found):
        first = numbered(text, article)
        if first is None or shape(first["label"]) != style:
            continue
        value = int(first["number"]) + 1
        if begins_with(value, found, article, style):
            continue
        for end in SENTENCE_BREAK.finditer(text):
            rest = text[end.end() :]
            if begins_with(value, [(rest, line)], article, style) and not goes_on_small(rest):
                found[place : place + 1] = [(text[: end.start()], line), (rest, line)]
                break
    return found


def with_points_apart(texts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return texts and lines; counted points within a text, after a colon, become their own."""
    found = list(texts)
    for place, (text, line) in enumerate(found):
        kind, last = counted(text)
        for end in LIST_BREAK.finditer(text):
            rest = text[end.end() :]
            begins = counted(rest)
            is_first = begins[1] == 1 and text[: end.start()].endswith(":")
            is_next = begins == (kind, last + 1) and last > 0
            others = [rest[each.end() :] for each in LIST_BREAK.finditer(rest)]
            second = map(counted, [*others, *(text for text, _ in found[place + 1 :])])
            if is_next or (is_first and (begins[0], 2) in second):
                found[place : place + 1] = [(text[: end.start()], line), (rest, line)]
                break
    return found


def counted(text: str) -> tuple[str, int]:
    """Return how a text that begins with a number is counted, and that number; 0 if it has none."""
    if found := POINT.match(text):
        return f"{int(found[2])}{shape(found['label'])}", int(found[3])
    found = NUMBER.match(text)
    return (shape(found["label"]), int(found["number"])) if found else ("", 0)


def goes_on_small(text: str) -> bool:
    """Whether the first letter of a text is a small one."""
    first = re.search(r"[^\W\d_]", text)
    return bool(first) and first[0].islower()  # type: ignore[index]


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


def point(text: str, paragraph: int) -> tuple[str, str] | None:
    """Return label and words of a point whose label has its paragraph's number in it."""
    found = POINT.match(text)
    if found is None or paragraph not in {int(found[2]), int(found[3])}:
        return None
    return found["label"], text[found.end() :]


def item(text: str) -> tuple[str, str] | None:
    """Return the letter, dash or number of an item of a paragraph, and its words."""
    found = ITEM.match(text) or NUMBER.match(text)
    return (found["label"].strip(), text[found.end() :]) if found else None
