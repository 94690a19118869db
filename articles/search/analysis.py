"""Breaks text into words the same way for the index, for queries and for marking.

The databases receive words that are folded and stemmed already, so both find the same articles.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import snowballstemmer

WORD: Final = re.compile(r"[^\W_][\w\u00ad\u0300-\u036f\u064b-\u065f\u0670\u200c]*")
POSSESSIVE: Final = re.compile(r"['’]s$")
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|(?<![\w.])[uU]\.[sSkKnN]\b")
"""U.N. · U.S.A · U.S"""

JOINED: Final = r"[cC][oO][-\u2010\u2011](?=[oO][pPrR])"  # co-operate, co-ordinate
WORD_WITH_POSSESSIVE: Final = re.compile(
    rf"{INITIALS.pattern}|(?:{JOINED})?{WORD.pattern}(?:['’]s\b)?"
)
HYPHENS: Final = str.maketrans(dict.fromkeys("-\u2010\u2011"))
"""Hyphens within what is one word otherwise."""

UNITED_STATES: Final = re.compile(r"US|[uU]\.[sS]\.?")
LETTERS_OR_DIGITS: Final = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
"""Chinese is written without spaces: each character counts as a word."""

# Letters that Arabic keyboards and Persian ones write differently for the same word.
SAME_LETTER: Final = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه", "ـ": None, "ё": "е"}
)

SAME_STEM: Final = {
    "analyz": "analys",
    "catalog": "catalogu",
    "center": "centr",
    "color": "colour",
    "defens": "defenc",
    "fulfil": "fulfill",
    "harbor": "harbour",
    "labor": "labour",
    "licens": "licenc",
    "neighbor": "neighbour",
    "offens": "offenc",
    "programm": "program",
    "rubl": "roubl",
}
"""American stems that differ from the British ones, beside those of words in ``-ize``."""

JOINERS: Final = "\u00ad\u200c"
"""The soft hyphen, and what joins the parts of a Persian word."""

AMERICAN: Final = re.compile(r"(?<=\w{3})iz(?=(?:e[drs]?|ers|ing|ations?)$)")
US_WITHIN: Final = re.compile(r"(?<=\s)US\b")

PERSIAN: Final = re.compile(r"[\u0620-\u06d3]+")
PERSIAN_PLURAL: Final = re.compile(r"(?<=..)(?:هایی|های|ها)$|(?<=...)(?:ان|ات)$")
RUSSIAN: Final = re.compile(r"[а-я]+")
ENGLISH: Final = re.compile(r"[a-z]+")


class Token(NamedTuple):
    """A word of a text: its folded form and stem, and where it stands in the text."""

    word: str
    stem: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the word without case, accents, joiners and variant letters or digits."""
    if word.isascii():  # as most are, and then all this is quick
        return word.lower()
    # й is a letter, not an и with an accent, though Unicode takes it apart like one.
    parts = unicodedata.normalize("NFKC", word).casefold().split("й")
    folded = "й".join(map(without_accents, parts)).translate(SAME_LETTER)
    if folded.isalpha():
        return folded
    return "".join(
        str(unicodedata.digit(character)) if character.isdigit() else character
        for character in folded
    )


def without_accents(word: str) -> str:
    """Return the word without accents, vowel signs and joiners."""
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", word)
        if not unicodedata.combining(character) and character not in JOINERS
    )


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded English, Russian or Persian word; any other word as it is.

    English and Russian after Snowball, British and American spelling alike; of Persian words
    only the endings of the plural are taken off.
    """
    # A stemmer keeps state while it works; one of its own makes each call thread-safe.
    if ENGLISH.fullmatch(word):
        british = AMERICAN.sub("is", word)
        found = str(snowballstemmer.stemmer("english").stemWord(british))
        return SAME_STEM.get(found, found)
    if RUSSIAN.fullmatch(word):
        return str(snowballstemmer.stemmer("russian").stemWord(word))
    if PERSIAN.fullmatch(word):
        return PERSIAN_PLURAL.sub("", word)
    return word


@lru_cache(maxsize=400)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order, with a possessive ``'s`` left off."""
    found = []
    for match in WORD_WITH_POSSESSIVE.finditer(with_small_us(text)):
        text_of_word = POSSESSIVE.sub("", match.group()).translate(HYPHENS)
        if UNITED_STATES.fullmatch(text_of_word):
            text_of_word = "USA"
        if INITIALS.fullmatch(text_of_word):
            text_of_word = text_of_word.replace(".", "")
        for part in LETTERS_OR_DIGITS.findall(fold(text_of_word)):
            found.append(Token(part, stem(part), match.start(), match.end()))
    return tuple(found)


def with_small_us(text: str) -> str:
    """Return the text, its ``US`` in small letters where all is in capitals: ``TELL US WHY``.

    Otherwise, and where the text begins with it, ``US`` means the United States.
    """
    return US_WITHIN.sub("us", text) if text.isupper() else text


def words(text: str) -> str:
    """Return the folded words of a text with single spaces between them."""
    return " ".join(token.word for token in tokens(text))


def stems(text: str) -> str:
    """Return the stems of a text's words with single spaces between them."""
    return " ".join(token.stem for token in tokens(text))
