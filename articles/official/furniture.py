"""Finds what publishers add to a text: page numbers, running heads, links, footnote marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from articles.official.labels import PAUSE
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.text import Line

PAGE_NUMBER: Final = "page number"
RUNNING_HEAD: Final = "running head"
EDIT_LINK: Final = "link to edit the page"
NOTE_MARK: Final = "mark of a footnote"

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

FEWEST_PAGES: Final = 3
"""How many pages must have it at least, or have numbers that go on one by one; all of fewer."""


def marked(lines: Sequence[Line], grammar: Grammar) -> list[Line]:
    """Return the lines, each page number and running head marked as left out.

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
    """Yield page numbers in a text without page breaks: bare numbers that count up throughout.

    Numbers of paragraphs begin anew with every article, so they are no such row.
    """
    alone = [
        (i, int(match[1]))
        for i, line in enumerate(lines)
        if not line.is_whole and (match := number.fullmatch(line.text)) and match[1] == line.text
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
