"""Russian and Persian words that were typed with Latin letters.

Either as they sound, in whichever transliteration, or with the keyboard set to the wrong layout.
Words are compared by skeletons: what all the usual spellings of a word have in common. Of Persian
that are the consonants, since its short vowels are not written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

QWERTY: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
LAYOUTS: Final = (
    dict(zip(QWERTY, "йцукенгшщзхъфывапролджэячсмитьбю", strict=True)),
    dict(zip(QWERTY, "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو.", strict=True)),
)
"""The letters on the keys of a Russian and of a Persian keyboard."""

TYPED: Final = re.compile(r"[a-z\[\];',. ]+")

RUSSIAN: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцчшщыэюя", "abvgdeziiklmnoprstufhccssieua", strict=True))
    | {"ж": "z", "ь": "", "ъ": ""}
)
BEFORE_VOWEL: Final = "[yji]+(?=[aeou])"
"""One hears little of them, and they are spelt in every way."""

RUSSIAN_SPELLINGS: Final = (
    (r"shch|sch|sh", "s"),
    (r"zh|j(?![aeiou]|$)(?<=[^aeiou]j)", "z"),
    (r"ch|ts|tz", "c"),
    (r"kh|x", "h"),
    (BEFORE_VOWEL, ""),
    (r"[yj]", "i"),
    (r"w", "v"),
    (r"q", "k"),
)

PERSIAN: Final = str.maketrans(
    dict(zip("بپتطثسصجچحهخدذزضظرژشغقفکگلمن", "bpttsssjchhxdzzzzrzSqqfkglmn", strict=True))
    | dict.fromkeys("اآأئؤءعوی\u200c", "")
)
PERSIAN_SPELLINGS: Final = (
    (r"sh", "S"),
    (r"kh|x", "X"),
    (r"gh|q", "q"),
    (r"ch", "C"),
    (r"zh", "z"),
    (r"[aeiouyvw']", ""),
    (r"X", "x"),
    (r"C", "c"),
)
ENDS: Final = {"i": "ی", "y": "ی", "u": "و", "o": "و", "a": "ا", "e": "ه", "h": "ه"}
"""How Persian writes the vowels at the end of a word, where all of them are written."""

DOUBLED: Final = re.compile(r"(.)\1+")
CYRILLIC: Final = re.compile(r"[а-я]+")
ARABIC: Final = re.compile(r"[\u0620-\u06ff\u200c]+")

LATIN: Final = re.compile(r"[a-z']+")

SHORTEST: Final = 2
"""Letters of a skeleton that is compared."""

SHORTEST_READ: Final = 4
"""Letters of a word that is read by its sound."""

LONG: Final = 6
LONGER: Final = 9
"""From how many letters on a skeleton may differ by one letter, and by two."""


@dataclass(frozen=True)
class Skeletons:
    """The words of a language by their skeletons."""

    words: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, words: Iterable[str], letters: re.Pattern[str], table: dict[int, str]) -> Skeletons:
        """Return the skeletons of the words that are written in these letters, short ones first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=lambda word: (len(word), word)):
            if letters.fullmatch(word):
                found[bare(re.sub(BEFORE_VOWEL, "", word.translate(table)))].append(word)
        return cls({each: tuple(same) for each, same in found.items() if len(each) >= SHORTEST})

    def like(self, skeleton: str, most: int) -> Sequence[str]:
        """Return the words whose skeleton is the nearest, of those that differ by so much."""
        near = process.extractOne(
            skeleton, self.words.keys(), scorer=OSA.distance, score_cutoff=most
        )
        return self.words[near[0]] if near else ()


@dataclass(frozen=True)
class Scripts:
    """The Russian and the Persian words that search knows, by how they sound."""

    russian: Skeletons
    persian: Skeletons

    @classmethod
    def of(cls, words: Collection[str]) -> Scripts:
        """Return them of all words."""
        return cls(Skeletons.of(words, CYRILLIC, RUSSIAN), Skeletons.of(words, ARABIC, PERSIAN))

    def read(self, word: str) -> Sequence[str]:
        """Return the words that a folded word in Latin letters stands for by its sound.

        Of the Persian ones those come first that end as it does, then the short ones.
        """
        if len(word) < SHORTEST_READ or not LATIN.fullmatch(word):
            return ()
        persian = self.persian.words.get(spelt(word, PERSIAN_SPELLINGS), ())
        return (
            *self.russian.words.get(spelt(word, RUSSIAN_SPELLINGS), ()),
            *sorted(persian, key=lambda each: ENDS.get(word[-1], "") != vowel_at_end(each)),
        )

    def read_loosely(self, word: str) -> Sequence[str]:
        """Return the Russian words that sound most like a long one."""
        if not LATIN.fullmatch(word):
            return ()
        skeleton = spelt(word, RUSSIAN_SPELLINGS)
        return self.russian.like(skeleton, (len(skeleton) >= LONG) + (len(skeleton) >= LONGER))


def vowel_at_end(word: str) -> str:
    """Return the vowel with which a Persian word ends, or nothing."""
    return word[-1] if word[-1] in ENDS.values() else ""


def spelt(word: str, spellings: Iterable[tuple[str, str]]) -> str:
    """Return the skeleton of a word in Latin letters."""
    word = DOUBLED.sub(r"\1", word)
    for pattern, letters in spellings:
        word = re.sub(pattern, letters, word)
    return bare(word)


def bare(skeleton: str) -> str:
    """Return a skeleton without doubled letters and what is silent at the end.

    One letter and two may sound the same: ``учиться`` is typed ``uchitsya``.
    """
    return DOUBLED.sub(r"\1", skeleton.replace("ts", "c")).removesuffix("h")


def in_layouts(text: str) -> list[str]:
    """Return what the keys of a text would have typed on a Russian and on a Persian keyboard."""
    plain = text.casefold()
    if not TYPED.fullmatch(plain):
        return []
    return ["".join(keys.get(letter, letter) for letter in plain) for keys in LAYOUTS]
