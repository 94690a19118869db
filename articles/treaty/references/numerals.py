"""Numbers in words and in Roman numerals: what they are worth.

The words are those of the package ``num2words2``; what stands here is how they change in other
cases and genders, and what else people call a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from num2words2 import num2words

from articles import treaty
from articles.treaty.references.tokens import fold, tokens
from articles.treaty.references.words import OTHER_TEXTS, SILENT

LANGUAGES: Final = ("en", "ru", "uk", "fa", "ar", "de", "es", "fr", "tr", "az", "hi", "zh")

MOST: Final = 60
"""The largest number that is read in words."""

LONGEST: Final = 5
"""Words of the longest number."""


class Numeral(NamedTuple):
    """The worth of a number in words, and whether it is an ordinal: ``fourteenth``."""

    value: int
    is_ordinal: bool = False


INFLECTED: Final = {
    "ru": (
        (r"[ыио]й$", "ый ий ой ая ое ые ого ому ую ым ом ых ыми ою"),
        (r"(?<=рет)ий$", "ий ья ье ьи ьего ьей ьему ью ьим ьем ьих ьими"),
        (r"(?<=[тм])ь$", "ь и ью"),
        (r"восемь$", "восьми восьмью"),
        (r"(?<=сорок)$", "- а"),
    ),
    "uk": (
        (r"ий$", "ий а е у і ого ої ому ій ою им их"),
        (r"ій$", "ій я є ю ього ьої ьому ім ьою"),
    ),
    "fa": ((r"م$", "م مین ام"),),
    "ar": ((r"(?<!ون)$", "- ة"), (r"ون$", "ون ين"), (r"الأول$", "الأولى الحادي الحادية")),
    "de": ((r"e$", "e en er es em"),),
    "es": ((r"o$", "o a"), (r"(?<=[mc]er)o$", "- o")),
    "fr": ((r"er$", "er ère"),),
    "hi": ((r"ाँ?$", "ा ी े"),),
}
"""The endings of the words of each language, and what may stand in their place (``-``: nothing)."""

ONES: Final = """
    1 одна одно одного одной одному одним одном одну однієї اول نخست, 2 две двух двум двумя дві,
    3 трёх трём тремя, 4 четырёх четырём четырьмя, 18 هیجده, 40 fourty
"""
ORDINALS: Final = "1 اول نخست اولین نخستین, 2 second seconde, 18 هیجدهم"
"""Other words for single numbers."""

LAST: Final = """
    last final letzter letzte letzten dernier último ultimo son sonuncu آخر آخرین پایانی پایانین
    последний последняя последнее последнего последней последнему последнюю последним последнем
    остання останньої останній останню
"""
LASTS: Final = frozenset(map(fold, LAST.split()))
OTHERS: Final = dict.fromkeys(LASTS, treaty.LAST_ARTICLE) | {
    "penultimate": treaty.LAST_ARTICLE - 1,
    "предпоследняя": treaty.LAST_ARTICLE - 1,
}
"""Words for the last article, and for the one before it."""

ENDINGS_OF_DIGITS: Final = """
    st nd rd th й я е го му м ю ой ей ый ий ая ое ую ого ому ом ым та та ої
    inci ıncı uncu üncü nci ncı ncu ncü ci cı cu cü er ère re e ème te o a º ª ام م امین مین
"""
ENDINGS: Final = frozenset(map(fold, ENDINGS_OF_DIGITS.split()))
"""What makes digits an ordinal: 14th, 3-я, 7-ci."""


def in_words() -> Iterator[tuple[str, Numeral]]:
    """Yield every way of saying a number in words. Of cardinals Arabic has other meanings."""
    for language, value in product(LANGUAGES, range(1, MOST + 1)):
        for kind in ("cardinal", "ordinal"):
            if (language, kind) != ("ar", "cardinal"):
                said = num2words(value, lang=language, to=kind)
                for form in inflected(said, language):
                    yield form, Numeral(value, kind == "ordinal")
    for listed, is_ordinal in ((ONES, False), (ORDINALS, True)):
        for row in listed.split(","):
            number, *words = row.split()
            yield from ((word, Numeral(int(number), is_ordinal)) for word in words)
    yield from ((word, Numeral(value, True)) for word, value in OTHERS.items())


def inflected(said: str, language: str) -> Iterator[str]:
    """Yield a number in words in all its forms."""
    yield said
    ways = [[*forms_of(word, language)] for word in said.split()]
    yield from map(" ".join, product(*ways))


def forms_of(word: str, language: str) -> Iterator[str]:
    """Yield a word with each of the endings that it may have."""
    yield word
    for pattern, endings in INFLECTED.get(language, ()):
        if re.search(pattern, word):
            yield from (re.sub(pattern, end.strip("-"), word, count=1) for end in endings.split())


def keys(said: str) -> Iterator[tuple[str, ...]]:
    """Yield the folded words of a number, and as one word: ``چهل‌وهفت``."""
    words = tuple(token.text for token in tokens(said) if token.kind == "word")
    yield from (words, ("".join(words),))


MEANING_MORE: Final = SILENT | OTHER_TEXTS
"""Words that are a number in one language (on: ten in Turkish), and say more in another."""

WORDS: Final = {
    key: numeral
    for said, numeral in in_words()
    for key in keys(said)
    if len(key) > 1 or key[0] not in MEANING_MORE
}
ROMAN: Final = {
    tens + ones: Numeral(10 * tenth + one)
    for tenth, tens in enumerate(("", "x", "xx", "xxx", "xl", "l"))
    for one, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if tens + ones
}

LOOKALIKES: Final = str.maketrans("хі", "xi")
"""Cyrillic letters with which Roman numerals are typed."""


def begun(words: Sequence[str]) -> tuple[Numeral, int] | None:
    """Return the number with which folded words begin, and how many of them say it.

    Tens and ones are one number in any form: ``двадцати одной``.
    """
    tens = longest(words)
    if tens is None or tens[0].is_ordinal or tens[0].value % 10:
        return tens
    ones = longest(words[tens[1] :])
    if ones is None or ones[0].value // 10:
        return tens
    return Numeral(tens[0].value + ones[0].value, ones[0].is_ordinal), tens[1] + ones[1]


def longest(words: Sequence[str]) -> tuple[Numeral, int] | None:
    """Return the longest number of the table with which words begin, and its length."""
    for count in range(min(len(words), LONGEST), 0, -1):
        if found := WORDS.get(tuple(words[:count])):
            return found, count
    return None


def of_roman(word: str) -> Numeral | None:
    """Return the worth of a folded word as a Roman numeral."""
    return ROMAN.get(word.translate(LOOKALIKES))
