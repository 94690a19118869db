"""Reads single words and numbers among the tokens of a text, before anything is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from articles.treaty.references import numerals
from articles.treaty.references.meaning import LETTER, Path
from articles.treaty.references.tokens import Token
from articles.treaty.references.words import COUNTED, HELPERS, MEANINGS, SILENT, Meaning, Role

LARGEST: Final = 999
"""The largest number that is taken for that of an article in prose; years are larger."""

MOST_BELOW: Final = 99
"""The same of a paragraph or point."""

SAID: Final = frozenset({"say", "provide", "of", "and", "or", "to", "in", ",", ";", "-"})
"""What may follow Article I; after another word it is a pronoun: the article I need."""

WITHIN_NUMBERS: Final = frozenset("-'’")
"""Marks that words of one number may have between them: ``forty-seven``, ``п'ять``."""

NOTHING: Final = Token("end", "", 0, 0, False)
LETTERS: Final = {
    letter: LETTER + place
    for row in ("abcdefghi", "абвгдежзи", "ابپتثجچحخ")
    for place, letter in enumerate(row, 1)
}


class Number(NamedTuple):
    """A number as it was read. It ``is_plain`` if it was in digits."""

    value: int
    after: int
    is_ordinal: bool = False
    is_plain: bool = False


class Cursor:
    """The tokens of a text: what stands at a place, and how far it goes.

    ``largest`` is the largest number that is taken for that of an article.
    """

    def __init__(self, tokens: Sequence[Token], largest: int) -> None:
        """Take the tokens."""
        self.tokens = tokens
        self.largest = largest

    def token(self, at: int) -> Token:
        """Return a token, or one that is nothing after the last."""
        return self.tokens[at] if at < len(self.tokens) else NOTHING

    def means(self, at: int) -> Meaning | None:
        """Return which kind of provision a word names."""
        token = self.token(at)
        return MEANINGS.get(token.text) if token.kind in {"word", "mark"} else None

    def noun(self, at: int, *roles: Role) -> tuple[Meaning, int] | None:
        """Return a word for a provision of some kind, its full stop with it: ``sub-point``."""
        found, after = self.means(at), at + 1
        if found is None and self.token(at).text == "sub" and self.token(at + 1).text == "-":
            found, after = self.means(at + 2), at + 3
            found = Meaning(Role.POINT, found.is_many) if found else None
        if found is None or found.role not in roles:
            return None
        if self.token(after).text == "." and self.token(after).glued:
            is_path = self.token(after + 1).glued and found.role is Role.PREAMBLE
            after += not is_path
        return found, after

    def helps(self, at: int, role: Role) -> bool:
        """Whether a token is a word or mark with a role."""
        token = self.token(at)
        return token.kind in {"word", "mark"} and token.text in HELPERS[role]

    def past(self, at: int, *roles: Role, most: int = 2) -> int:
        """Return the place after some words of these roles."""
        end = at + most
        while at < end and any(self.helps(at, role) for role in roles):
            at += 1
        return at

    def number(self, at: int, *, is_roman: bool = False, most: int | None = None) -> Number | None:
        """Return the number that begins with a token, in digits or in words."""
        token = self.token(at)
        if token.kind == "number" and token.value <= (most or self.largest):
            after = self.past_ending(at + 1)
            return Number(token.value, after, after > at + 1, is_plain=True)
        return self.number_in_words(at, is_roman=is_roman) if token.kind == "word" else None

    def number_in_words(self, at: int, *, is_roman: bool) -> Number | None:
        """Return the number that begins with a word: ``forty-seven``, ``xiv``."""
        said = self.words(at)
        if found := numerals.begun([word for word, _ in said]):
            numeral, count = found
            return Number(numeral.value, said[count - 1][1], numeral.is_ordinal)
        word = self.token(at).text
        roman = numerals.of_roman(word) if is_roman else None
        if roman is None or (word == "i" and self.token(at + 1).text in SILENT - SAID):
            return None  # the article I read
        return Number(roman.value, at + 1)

    def words(self, at: int) -> list[tuple[str, int]]:
        """Return the next words, as many as a number may have, each with the place after it."""
        found: list[tuple[str, int]] = []
        while self.token(at).kind == "word" and len(found) < numerals.LONGEST:
            found.append((self.token(at).text, at + 1))
            at += 1
            at += self.token(at).text in WITHIN_NUMBERS
        return found

    def past_ending(self, at: int) -> int:
        """Return the place after the ending of an ordinal that is written in digits."""
        token = self.token(at)
        if token.glued and token.text in {"-", "'", "’"}:
            at, token = at + 1, self.token(at + 1)
        is_ending = token.glued and token.kind == "word" and token.text in numerals.ENDINGS
        return at + 1 if is_ending else at - (self.token(at - 1).kind != "number")

    def counts(self, at: int) -> bool:
        """Whether what follows a number tells that it counts something, or is part of a date."""
        token = self.token(at)
        return token.text in COUNTED

    def in_brackets(self, at: int) -> tuple[Path, Path | None, int] | None:
        """Read ``(2)``, ``(2.3)``, ``(2-4)`` or ``(a)``."""
        if self.token(at).text != "(":
            return None
        first = self.numbers_below(at + 1)
        if first is None:
            return None
        path, at = first
        last = None
        if self.helps(at, Role.RANGE):
            end = self.numbers_below(at + 1)
            if end is None:
                return None
            last, at = end
        return (path, last, at + 1) if self.token(at).text == ")" else None

    def numbers_below(self, at: int) -> tuple[Path, int] | None:
        """Read the number of a paragraph or point: ``2``, ``2.3``, ``b``, ``second``."""
        while self.token(at).text in {"«", "“", '"', "'"}:
            at += 1
        letter = LETTERS.get(self.token(at).text)
        if letter:
            after = at + 1
            while self.token(after).text in {"»", "”", '"', "'"}:
                after += 1
            return (letter,), after
        number = self.number(at, is_roman=True, most=MOST_BELOW)
        if number is None:
            return None
        mark, below = self.token(number.after), self.token(number.after + 1)
        if mark.glued and mark.text == "." and below.glued and below.kind == "number":
            return (number.value, below.value), number.after + 2
        return (number.value,), number.after

    def is_apart(self, at: int) -> bool:
        """Whether nothing that a number could be part of stands before it."""
        before = self.token(at - 1) if at and self.token(at).glued else None
        if before is None:
            return True
        if before.kind in {"word", "number"}:
            return False
        return not (before.glued and before.text in "-/.:(*" and self.token(at - 2).kind != "mark")

    def past_chain(self, at: int) -> int:
        """Return the place after all that is written in one with a token: ``22.2.3.1``, ``5G``."""
        at += 1
        while (token := self.token(at)).glued:
            if token.kind == "mark":
                following = self.token(at + 1)
                if token.text not in "-./:(*" or not following.glued or following.kind == "mark":
                    return at + (token.text == "*")
            at += 1
        return at

    def is_end(self, at: int) -> bool:
        """Whether no word of another matter follows."""
        token = self.token(at)
        return token.kind != "word" or token.text in SILENT or token.text in MEANINGS
