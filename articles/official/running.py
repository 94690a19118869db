"""Parts articles that a source has run on, where it has lost its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from articles.official import headings
from articles.official.headings import Heading
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS, ROMAN
from articles.official.paragraphs import Words

MOSTLY: Final = 0.5
"""The share of headings that stand within lines, from which on a text has lost its breaks."""


def apart(
    paragraphs: Sequence[Words], grammar: Grammar, count: int | None
) -> tuple[Sequence[Words], list[Heading]]:
    """Return the paragraphs and the headings of the articles, given how many there must be.

    Headings within paragraphs count only if there are not enough others, and if most are so: a
    sentence may begin with the mention of an article.
    """
    found = headings.find(paragraphs, grammar, count)
    if count and found and not headings.problems(found, count):
        return paragraphs, found
    parted = [part for each in paragraphs for part in parts(each, grammar)]
    more = headings.find(parted, grammar, count)
    mostly = len(more) - len(found) >= MOSTLY * len(more) > 0
    return (parted, more) if mostly and not headings.problems(more, count) else (paragraphs, found)


def parts(paragraph: Words, grammar: Grammar) -> Iterator[Words]:
    """Yield a paragraph in parts, each but the first begun by what may be a heading.

    It follows a stop; a mark, a capital letter or a number comes right after it.
    """
    heading = rf"(?i:(?:{grammar.article})\s*(?:{DIGITS}{{1,3}}|{ROMAN.pattern}))"
    begins = rf"(?<=[.;:!?»”)])\s*(?={heading}(?:\s*[.:–—ـ-]+\s*\S|\s*[A-ZА-ЯЁ(«“]|\s+{DIGITS}))"
    for text in re.split(begins, paragraph.text):
        glued = re.sub(rf"^({heading})(?=[A-ZА-ЯЁ])", r"\1 ", text)
        if glued:
            yield Words(glued, paragraph.lines)
