"""Lines of plain text and of Markdown."""

from __future__ import annotations

import re
from typing import Final

from articles.official.extraction.decoding import decode
from articles.official.extraction.tidying import tidy
from articles.official.text import Line

MARKDOWN: Final = (
    (re.compile(r"^\s{0,3}(?:#{1,6}\s*|>\s?)+"), ""),  # headings and quotations
    (re.compile(r"\s+#+\s*$"), ""),
    (re.compile(r"^\s{0,3}(?:[*_-]\s*){3,}$"), ""),  # rules
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"^(\*\*|__)\s*((?:(?!\1).)+\s(?:(?!\1).)*?)\s*\1(?=[^\W_])"), r"\2 "),  # glued
    (re.compile(r"(?<![\w\\*_])(\*{2,3}|_{2,3})(?![*_])\s*(.+?)\s*(?<!\\)\1(?![*_])"), r"\2"),
    (re.compile(r"(\*{2,3})(?=\S)(.+?)(?<=\S)\1"), r"\2"),  # within a word
    (re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s\\])\1(?![\w*_])"), r"\2"),
    (re.compile(r"(?<!\\)\*{2,}"), ""),  # begun or ended on another line
    (re.compile(r"^(\s*)[*+](?=\s)"), r"\1•"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
"""Signs of Markdown, and what is left of them."""

PAGE_BREAK: Final = "\f"


def lines(data: bytes) -> list[Line]:
    """Return the lines of a text file, empty ones too: they part paragraphs."""
    pages = decode(data).split(PAGE_BREAK)
    first = 1 if len(pages) > 1 else 0
    rows = [(page, row) for page, text in enumerate(pages, first) for row in text.splitlines()]
    return [
        Line(number, tidy(row), page=page, is_indented=row[:2].isspace() and bool(row.strip()))
        for number, (page, row) in enumerate(rows, 1)
    ]


def markdown_lines(data: bytes) -> list[Line]:
    """Return the lines of a Markdown file without its signs. Numbers stay as they are written."""
    found = []
    for line in lines(data):
        text = line.text
        for sign, rest in MARKDOWN:
            text = sign.sub(rest, text)
        found.append(Line(line.number, tidy(text), page=line.page))
    return found
