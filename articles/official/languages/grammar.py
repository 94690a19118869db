"""The shape that every language's module has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Final

from articles.official.numerals import roman

DIGITS: Final = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
"""ASCII, Arabic and Persian digits: a publication in any language may use any."""

ROMAN: Final = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3}|C)(?:IX|IV|V?I{0,3})", re.IGNORECASE)

NUMBER_SIGN: Final = r"(?:(?:№|n[o°º]\.?|شمار(?:ه|ۀ|هٔ))\s*)?"
"""What may stand before the number of an article."""


@dataclass(frozen=True)
class Grammar:
    """How treaties in a language name and end their parts; every text is a regular expression.

    ``script`` are its letters, ``article`` is the word before an article's number, ``ordinals``
    the numbers written out. ``preamble`` is the heading of a preamble, ``recital`` begins a
    recital, ``enacting`` stands in the words with which the preamble ends, ``agreed`` at their
    end, and ``instrument`` in the title of a treaty. ``part`` begins the heading of a part or
    chapter, ``closing`` the closing formula, and ``closing_words`` stand anywhere in one.
    ``signature`` begins a line under it, and ``annex`` what may follow. ``page`` is the word
    before a page number, ``common`` are the words that stand most often in any text, and
    ``open`` others with which no sentence ends. ``edit`` stands in square brackets after a
    heading where a page offers to change it, ``invitation`` begins a line with which a page turns
    to its readers, and ``citation`` stands where a text says in which collection it was printed.
    ``months`` are those of the Gregorian calendar and ``solar_months`` those of the Solar Hijri
    one, in order, as dates have them. ``older_article`` is the word before an article's number
    in old treaties, if it means something else today.
    """

    code: str
    name: str
    script: str
    article: str
    ordinals: Mapping[str, int]
    preamble: str
    recital: str
    enacting: str
    agreed: str
    instrument: str
    part: str
    closing: str
    closing_words: str
    signature: str
    annex: str
    page: str
    common: tuple[str, ...]
    open: tuple[str, ...]
    edit: str
    invitation: str
    citation: str
    months: tuple[str, ...]
    solar_months: tuple[str, ...]
    older_article: str = ""

    @property
    def older(self) -> Grammar:
        """The same language as in treaties that have the older word for an article."""
        part = "|".join(word for word in self.part.split("|") if word != self.older_article)
        return replace(self, article=self.older_article, part=part, older_article="")

    @cached_property
    def number(self) -> str:
        """A pattern of a number in digits, in Roman numerals or in words."""
        written_out = "|".join(sorted(self.ordinals, key=len, reverse=True))
        return rf"{DIGITS}{{1,3}}|{ROMAN.pattern}(?!\w)|(?:{written_out})(?!\w)"

    @cached_property
    def part_heading(self) -> re.Pattern[str]:
        """Match the heading of a part or chapter: its number alone, or a name after a mark."""
        return re.compile(
            rf"(?:{self.part})\s+(?:{self.number})(?![^\Wـ])(?:\s*|\s*[.:–—ـ-].*[^.,;:،؛])",
            re.IGNORECASE,
        )

    @cached_property
    def article_heading(self) -> re.Pattern[str]:
        """Match the heading of an article: its ``number``, and the ``rest`` of the line."""
        return re.compile(
            rf"(?P<head>(?:{self.article})[\s\u200c]*{NUMBER_SIGN}[(«]?\s*"
            rf"(?P<number>{self.number})(?![^\Wـ])\s*[)»]?"
            r"(?P<mark>[\s.:)\-–—−ـ]*))(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )

    def value(self, number: str) -> int:
        """Return the number that a heading writes in digits, in Roman numerals or in words."""
        if number[0].isdigit():
            return int(number)
        words = " ".join(number.replace("\u200c", " ").split()).casefold()
        for written, value in self.ordinals.items():
            if re.fullmatch(written, words, re.IGNORECASE):
                return value
        return next(value for value in count(1) if roman(value) == number.lower())


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text: a list of them is written so."""
    return tuple(text.split())


def ordinals(
    units: Sequence[str], tens: Iterable[tuple[str, str]], between: str = " "
) -> dict[str, int]:
    """Return numbers by the regular expressions of how they are written out.

    ``units`` are those from 1 on that are one word. ``tens`` has, from 20 on, each as it is
    alone and as it is before one of the first nine units, with ``between`` between them.
    """
    numbers = {unit: value for value, unit in enumerate(units, 1)}
    for ten, (alone, before) in enumerate(tens, 2):
        numbers[alone] = ten * 10
        for value, unit in enumerate(units[:9], 1):
            numbers[f"{before}{between}(?:{unit})"] = ten * 10 + value
    return numbers
