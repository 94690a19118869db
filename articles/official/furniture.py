"""Finds what publishers add to a text: page numbers, running heads, links, footnote marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from articles.official.labels import ENDS, PAUSE, begins_anew, is_closing
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.text import Line

PAGE_NUMBER: Final = "page number"
RUNNING_HEAD: Final = "running head"
EDIT_LINK: Final = "link to edit the page"
NOTE_MARK: Final = "mark of a footnote"
PAGE_LINK: Final = "link of the page"
PAGE_LINE: Final = "line of the page"

RAISED: Final = "[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ]+"

NOTE: Final = (
    rf"(?P<mark>(?<=\S)\[(?:{DIGITS}{{1,3}}|\*{{1,3}})\]|"
    rf"(?:(?<=[^\W\d_]{{3}})(?<!met[er]{{2}})(?<!метр)(?<!متر)|(?<=[.,;:!?،؛؟»”\")\]]))"
    rf"(?:{RAISED}|\*{{1,3}}(?!\w)))"
)
"""The mark of a footnote, right behind the word or stop that it belongs to.

A sign that is raised behind a digit or a short word is a power: 10³, m².
"""

EDGE: Final = 3
"""Lines at the top and at the foot of a page among which its furniture stands."""

SHARE_OF_PAGES: Final = 0.4
"""The share of pages that must have a line for it to be a running head: left or right ones."""

OFTEN: Final = 0.2
"""The share of articles after which the same line must stand for it to be the page's."""

LONGEST_STRAY: Final = 60
LONGEST_PAGE_LINE: Final = 120
"""Characters of a line of the page that is no sentence, and of any other."""

FEWEST_PAGES: Final = 3
"""How many pages must have it at least, or have numbers that go on one by one; all of fewer."""


def marked(lines: Sequence[Line], grammar: Grammar, *, is_page: bool) -> list[Line]:
    """Return the lines, each page number and running head marked as left out.

    So are the lines that a web page, if it ``is_page``, has between the articles.

    Links to edit a page and the marks of footnotes become lines of their own, marked likewise,
    at the end, where they part nothing.
    """
    parted = [list(without_marks(line, grammar)) for line in lines]
    lines = [line for line, *_ in parted]
    marks = [mark for _, *marks in parted for mark in marks]
    number = re.compile(
        rf"[-–—\[( ]*(?:(?:{grammar.page})\s*)?({DIGITS}{{1,4}})"
        rf"(?:\s*(?:/|of|из|از)\s*{DIGITS}{{1,4}})?[-–—\]). ]*",
        re.IGNORECASE,
    )
    pages = [list(page) for _, page in groupby(range(len(lines)), key=lambda i: lines[i].page)]
    has_pages = len(pages) > 1
    numbers = numbers_on(lines, pages, number) if has_pages else numbers_in(lines, number)
    why = dict.fromkeys(numbers, PAGE_NUMBER)
    if has_pages:
        why |= dict.fromkeys(repeated(lines, pages, why, grammar), RUNNING_HEAD)
    why |= between(lines, grammar, is_page=is_page)
    return [
        *(
            replace(line, left_out=line.left_out or why[i]) if i in why else line
            for i, line in enumerate(lines)
        ),
        *marks,
    ]


def without_marks(line: Line, grammar: Grammar) -> Iterator[Line]:
    """Yield a line without links to edit the page and marks of footnotes, and then these."""
    edit = rf"(?P<mark>\s*\[\s*(?:{grammar.edit})(?:\s*\|\s*(?:{grammar.edit}))?\s*\]$)"
    headed = rf"^(?:{grammar.article})\s*(?:{DIGITS}{{1,3}}|[IVXLC]+)\.?(?P<mark>{RAISED}|\*+)"
    aside = []
    text = line.text
    for pattern, why in ((edit, EDIT_LINK), (headed, NOTE_MARK), (NOTE, NOTE_MARK)):
        found = list(re.finditer(pattern, text, re.IGNORECASE))
        for match in reversed(found):
            text = text[: match.start("mark")] + text[match.end("mark") :]
        if found:
            marks = " ".join(match["mark"].strip() for match in found)
            aside.append(replace(line, text=marks, left_out=line.left_out or why))
    yield replace(line, text=text) if aside else line
    yield from aside


def numbers_on(
    lines: Sequence[Line], pages: Sequence[Sequence[int]], number: re.Pattern[str]
) -> Iterable[int]:
    """Yield the first or last line of each page that is its number.

    On most pages the number must be as far from that of the page as on the others, so that a
    paragraph's number alone on its line is none.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for page in pages:
        filled = [i for i in page if lines[i].text]
        for i in {*filled[:1], *filled[-1:]}:
            if match := number.fullmatch(lines[i].text):
                found[int(match[1]) - lines[i].page].append(i)
    for places in found.values():
        if len(places) >= min(FEWEST_PAGES, len(pages)) - 1:
            yield from places


def numbers_in(lines: Sequence[Line], number: re.Pattern[str]) -> Iterable[int]:
    """Yield page numbers in a text without page breaks: they count up throughout, alone on a line.

    Numbers of paragraphs begin anew with every article, and a mark goes with them.
    """
    alone = [
        (i, int(match[1]))
        for i, line in enumerate(lines)
        if not line.is_whole
        and (match := number.fullmatch(line.text))
        and (match[1] == line.text or not re.match(rf"\(?{DIGITS}", line.text))
    ]
    row = all(after - before == 1 for (_, before), (_, after) in pairwise(alone))
    return [i for i, _ in alone] if row and len(alone) >= FEWEST_PAGES else []


def repeated(
    lines: Sequence[Line], pages: Sequence[Sequence[int]], aside: Collection[int], grammar: Grammar
) -> Iterable[int]:
    """Return the lines that stand at the same place of many pages, but for their numbers.

    The place is counted from the top or from the foot. What ends like a sentence, and the
    heading of an article, is never one of them.
    """
    shapes: dict[tuple[int, str], list[int]] = defaultdict(list)
    for page in pages:
        filled = [i for i in page if lines[i].text and i not in aside]
        places = [*enumerate(filled[:EDGE]), *((-n, i) for n, i in enumerate(filled[:-EDGE:-1], 1))]
        for place, i in places:
            text = lines[i].text
            if not PAUSE.search(text) and not grammar.article_heading.fullmatch(text):
                shapes[place, re.sub(rf"{DIGITS}+", "#", text)].append(i)
    fewest = max(min(FEWEST_PAGES, len(pages)), SHARE_OF_PAGES * len(pages))
    return {i for places in shapes.values() if len(places) >= fewest for i in places}


def between(lines: Sequence[Line], grammar: Grammar, *, is_page: bool) -> dict[int, str]:
    """Return why lines that stand between paragraphs or articles are no part of the treaty.

    They come after the end of a sentence, and not under a heading: links, lines with which a page
    turns to its readers and, on a page, those that come again or are no sentence.
    """
    heads = [i for i, line in enumerate(lines) if grammar.article_heading.match(line.text)]
    filled = [i for i in range(*edges(lines, heads, grammar)) if lines[i].text]
    filled = [i for i in filled if not lines[i].left_out]
    loose = [
        (i, following)
        for before, i, following in zip(filled, filled[1:], filled[2:], strict=False)
        if ENDS.search(lines[before].text) and not begins_anew(lines[i].text, grammar)
    ]
    invitation = re.compile(rf"(?:{grammar.invitation})", re.IGNORECASE)
    times = Counter(lines[i].text for i, _ in loose)
    fewest = max(2, OFTEN * len(heads))
    found = {}
    for i, following in loose:
        text = lines[i].text
        is_short = len(text) <= LONGEST_PAGE_LINE
        is_stray = len(text) <= LONGEST_STRAY and not (ENDS.search(text) or text[0].islower())
        is_last = begins_anew(lines[following].text, grammar) and not text.isupper()
        if lines[i].is_link:
            found[i] = PAGE_LINK
        elif is_short and (
            invitation.match(text) or (is_page and is_last and (is_stray or times[text] >= fewest))
        ):
            found[i] = PAGE_LINE
    return found


def edges(lines: Sequence[Line], heads: Sequence[int], grammar: Grammar) -> tuple[int, int]:
    """Return where the articles begin, and where the closing formula does, or the last article."""
    if not heads:
        return 0, 0
    closing = (i for i in range(heads[-1] + 1, len(lines)) if is_closing(lines[i].text, grammar))
    return heads[0], next(closing, heads[-1]) + 1
