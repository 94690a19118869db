"""Lines of plain text and of Markdown."""

from __future__ import annotations

import re
from typing import Final

from articles.official.extraction.decoding import decode
from articles.official.extraction.tidying import tidy
from articles.official.text import Line

MARKDOWN: Final = (
    (re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)+"), ""),  # headings and quotations
    (re.compile(r"\s+#+\s*$"), ""),
    (re.compile(r"^\s{0,3}(?:[*_-]\s*){3,}$"), ""),  # rules
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"^(\s*)[*+](?=\s)"), r"\1•"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
"""Signs of Markdown, and what is left of them."""

PAGE_BREAK: Final = "\f"


def lines(data: bytes) -> list[Line]:
    """Return the lines of a text file, empty ones too: they part paragraphs."""
    return [
        Line(number, tidy(text), page=page, is_indented=text[:2].isspace() and bool(text.strip()))
        for number, (page, text) in enumerate(with_pages(decode(data)), 1)
    ]


def markdown_lines(data: bytes) -> list[Line]:
    """Return the lines of a Markdown file without its signs. Numbers stay as they are written."""
    return [
        Line(line.number, tidy(without_signs(line.text)), page=line.page) for line in lines(data)
    ]


def with_pages(text: str) -> list[tuple[int, str]]:
    """Return each line with the number of its page; without page breaks that is 0."""
    pages = text.split(PAGE_BREAK)
    first = 1 if len(pages) > 1 else 0
    return [(page, line) for page, part in enumerate(pages, first) for line in part.splitlines()]


def without_signs(line: str) -> str:
    """Return a line of Markdown as plain text."""
    for sign, rest in MARKDOWN:
        line = sign.sub(rest, line)
    return line
