"""How lines begin and end: numbers, letters, headings, stops."""

from __future__ import annotations

import re
from typing import Final

from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS

NUMBER: Final = re.compile(
    rf"(?P<label>\(?(?:(?P<within>{DIGITS}{{1,3}})\.)?(?P<number>{DIGITS}{{1,3}})"
    r"(?:\s?[.)/ـ]+\s?[-–—]?|\s?[-–—:]))(?:\s+(?=\S)|(?=[^\W\d_]))"
)
"""The number of a paragraph: ``1.``, ``1)``, ``(1)``, ``3.1.``, ``۱-``, ``1 –``."""

BARE_NUMBER: Final = re.compile(rf"\(?(?:{DIGITS}{{1,3}}\.)?{DIGITS}{{1,3}}[.)]{{0,2}}")
"""The same alone on its line, with its mark or without."""

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

PAUSE: Final = re.compile(r"(?:[.;:,،؛]|[;؛] (?:and|or|и|или|و|یا))$")
"""How a line ends before one that begins with a number, a letter or a dash as its label."""

SENTENCE_END: Final = re.compile(r"[.,;:،؛]$")
"""How a paragraph ends that is no title."""

OPEN: Final = re.compile(r"[:;؛]$")
"""How a line ends after which even a small letter begins something new."""

HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐]$")
SLASH: Final = re.compile(r"(?<=\w)/$")


def is_heading(text: str, grammar: Grammar) -> bool:
    """Whether a line is the heading of an article, or of the preamble, and nothing else."""
    if is_preamble(text, grammar):
        return True
    found = grammar.article_heading.fullmatch(text)
    return bool(found) and not found["rest"]  # type: ignore[index]


def is_preamble(text: str, grammar: Grammar) -> bool:
    """Whether a line is the heading of the preamble."""
    return bool(re.fullmatch(rf"(?:{grammar.preamble})[.:]?", text, re.IGNORECASE))


def begins_closing(text: str, grammar: Grammar) -> bool:
    """Whether a text has the first word of a closing formula."""
    return bool(re.match(rf"(?:{grammar.closing})(?!\w)", text, re.IGNORECASE))


def is_closing(text: str, grammar: Grammar) -> bool:
    """Whether a text is of the closing formula."""
    return begins_closing(text, grammar) or bool(
        re.search(grammar.closing_words, text, re.IGNORECASE | re.DOTALL)
    )


def is_agreed(text: str, grammar: Grammar) -> bool:
    """Whether a text ends as a preamble does, with a stop or without."""
    return bool(re.search(rf"(?:{grammar.agreed})\s*[–—-]?$", text, re.IGNORECASE))


def is_open(text: str, grammar: Grammar) -> bool:
    """Whether a text ends with a word that calls for another."""
    last = re.search(r"\w+$", text)
    return bool(last) and last[0].casefold() in {*grammar.common, *grammar.open}  # type: ignore[index]


def is_first(text: str) -> bool:
    """Whether a line begins with the number of the first paragraph."""
    found = NUMBER.match(text)
    return bool(found) and int(found["number"]) == 1  # type: ignore[index]


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
    return begins_with_label(text)


def begins_with_label(text: str) -> bool:
    """Whether a text begins with the number of a paragraph or the letter or dash of an item."""
    is_bare = BARE_NUMBER.fullmatch(text) and not text[-1].isdigit()
    return bool(NUMBER.match(text) or ITEM.match(text) or is_bare)
