"""Mends what a source has broken: headings in two lines, and the lines of a narrow page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from articles.official.labels import PAUSE, is_heading
from articles.official.languages import LANGUAGES
from articles.official.setting import WIDEST, length_of_first, width_of
from articles.official.text import Line

ARTICLE: Final = re.compile("|".join(one.article for one in LANGUAGES.values()), re.IGNORECASE)

CUT: Final = 0.2
"""The share of lines that end where the page did, from which on all are lines of a narrow one."""


def mended(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a source, the number of each article beside the word before it.

    No line counts as a whole paragraph where the format has one for each line of a narrow page.
    """
    found: list[Line] = []
    last = -1
    are_whole = not are_parts(lines)
    for line in lines:
        text, number = line.text, line.number
        if text and last >= 0 and is_heading_in_two(found[last].text, text):
            text, number = f"{found[last].text} {text}", found[last].number
            del found[last:]
        last = len(found) if text else last
        found.append(replace(line, text=text, number=number, is_whole=line.is_whole and are_whole))
    return found


def is_heading_in_two(first: str, second: str) -> bool:
    """Whether two lines are the heading of an article: its word, and its number."""
    return bool(ARTICLE.fullmatch(first)) and any(
        is_heading(f"{first} {second}", grammar) for grammar in LANGUAGES.values()
    )


def are_parts(lines: Sequence[Line]) -> bool:
    """Whether what the format has as paragraphs are lines of a narrow page.

    Many of them have no room for the word after them, and end amid a sentence.
    """
    whole = [line for line in lines if line.is_whole and not line.left_out]
    width = width_of(whole)
    cut = [
        line
        for line, after in pairwise(whole)
        if len(line.text) + length_of_first(after) >= width and not PAUSE.search(line.text)
    ]
    return width <= WIDEST and len(cut) >= CUT * len(lines) > 0
