"""References: every way in which people name provisions, read in one place.

``read`` finds them in any text (a query, a citation, a quotation): words in a dozen languages,
numerals in digits, in words and in Roman, and addresses of this site however they are wrapped.
``items`` reads a list of provisions and nothing else, in which numbers need no words; ``at_path``
the path of an address. Whether there is such a provision is for others to say.

Text is broken into words, numbers and marks (``tokens``), which have roles (``words``) and worth
(``numerals``); ``grammar`` reads them, ``pasted`` addresses, and ``meaning`` says what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from articles.treaty.references.grammar import Grammar
from articles.treaty.references.meaning import Found, Reference
from articles.treaty.references.numerals import ROMAN
from articles.treaty.references.pasted import Named, addresses, named_in, straightened
from articles.treaty.references.tokens import Token, fold, tokens
from articles.treaty.references.words import (
    CITED,
    COUNTED,
    HELPERS,
    OTHER_TEXTS,
    SILENT,
    Role,
)

__all__ = ["Found", "Reading", "Reference", "at_path", "is_filler", "items", "read", "references"]

MAX_LENGTH: Final = 4_000
"""Characters of a text that are read."""

MOST: Final = 60
"""Provisions of a text that are told one by one."""

MOST_WORDS: Final = 40
"""Words and marks of a text that may be a reference as a whole."""

QUOTED: Final = re.compile(r'["“”„‟«»][^"“”„‟«»]*["“”„‟«»]')
ROMAN_TYPED: Final = re.compile(r"[IVXLХІ]{2,}\b")
LINKING: Final = HELPERS[Role.OF] | HELPERS[Role.THE]
CALCULATING: Final = frozenset("+=")
CITATION: Final = frozenset({"restated", "partnership", "accessed", "signed"})
"""Words of which one is in every citation of ours."""


@dataclass(frozen=True)
class Reading:
    """The references in a text, and the text without them.

    Nothing is left of it, ``rest``, if all else is filler: ``what does … say``.
    """

    found: tuple[Found, ...] = ()
    rest: str = ""

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every provision that is named, once, in the order of the text."""
        named = dict.fromkeys(row for found in self.found for row in found.references)
        return tuple(named)[:MOST]

    @property
    def only(self) -> Reference | None:
        """The provision that the text as a whole is a reference to."""
        named = () if self.rest else self.references
        return named[0] if len(named) == 1 else None


def read(text: str) -> Reading:
    """Return the references in a text, and what is left of it.

    A number without a word that tells what it is counts only if there is nothing else. Words in
    quotation marks, or after a minus sign, are no references: they are to be found as they are.
    """
    text = text[:MAX_LENGTH]
    said, pasted = broken(text)
    mute(text, said)
    found = together(of_the_treaty(said, Grammar(said).found()), pasted)
    if not found and len(said) <= MOST_WORDS:
        whole = tuple(Grammar(said, is_bare=True).found())
        found = () if rest_of(text, said, whole) or is_doubtful(text, said, whole) else whole
    return Reading(found, rest_of(text, said, found))


def references(text: str) -> tuple[Found, ...]:
    """Return the references in a text, each a provision or a run of them, in order."""
    return read(text).found


def items(text: str) -> tuple[Found, ...]:
    """Return what a list of provisions names, in which every number is one."""
    said, pasted = broken(text)
    return together(Grammar(said, is_bare=True, is_list=True).found(), pasted)


def at_path(path: str) -> tuple[Reference, str] | None:
    """Return the provision that the path of an address names, however bent, and its suffix.

    If its parts are no numbers, they are read as a citation or as words: ``/articles/22/2/c``,
    ``/articles/3/paragraph/3``.
    """
    named = named_in(path)
    found = () if named.is_set else in_address(named)
    if not found:
        article, *below = named.text.split("/")
        cited = article + "".join(f"({part})" for part in below)
        words = re.sub(r"(?<=[^\W\d])[-_](?=\w)", " ", " ".join(straightened(path)[0]))
        said = (reading.only for reading in map(read, (cited, words)))
        return next(((only, "") for only in said if only), None)
    if not found or found[0].first != found[0].last or 0 in found[0].first.below:
        return None
    return found[0].first, named.suffix


def in_address(named: Named) -> tuple[Found, ...]:
    """Return what an address names; nothing if there is more in it than that."""
    if named.is_set:
        return items(named.text)
    said = list(tokens(named.text))
    found = tuple(Grammar(said, is_bare=True).found())
    is_all = len(found) == 1 and (found[0].start, found[0].end) == (said[0].start, said[-1].end)
    return found if is_all else ()


def broken(text: str) -> tuple[list[Token], list[Found]]:
    """Return the tokens of a text, each address one of them, and what the addresses name."""
    said: list[Token] = []
    found: list[Found] = []
    before = 0
    for start, end, named in addresses(text):
        said += tokens(text, before, start)
        said.append(Token("address", "", start, end, False))
        found += [replace(row, start=start, end=end) for row in in_address(named)]
        before = end
    said += tokens(text, before)
    return said, found


def mute(text: str, said: list[Token]) -> None:
    """Let nothing be read into what is quoted or to be left out."""
    spans = [
        (found.start(), found.end())
        for found in QUOTED.finditer(text)
        if len(found.group().strip()) > len("«а»") or found.group()[1:-1].isdecimal()
    ]
    is_out = False
    for at, token in enumerate(said):
        if not token.glued:
            following = said[at + 1 : at + 2]
            is_out = token.text == "-" and bool(following) and following[0].glued
        while spans and spans[0][1] <= token.start:
            spans.pop(0)
        is_quoted = bool(spans) and spans[0][0] <= token.start
        if token.kind in {"word", "number"} and (is_out or is_quoted):
            said[at] = token._replace(kind="mute")


def together(spoken: Iterable[Found], pasted: Sequence[Found]) -> tuple[Found, ...]:
    """Return all references in order.

    Beside an address, the citation of an article is of the paragraph that the address is of.
    """
    found = [*pasted]
    for row in spoken:
        nearer = [address for address in pasted if f"{address.code}.".startswith(f"{row.code}.")]
        found.append(replace(row, first=nearer[0].first, last=nearer[0].last) if nearer else row)
    return tuple(sorted(found, key=lambda row: row.start))


def rest_of(text: str, said: Sequence[Token], found: Sequence[Found]) -> str:
    """Return a text without the references in it; nothing if only filler is left."""
    left, rows = [], [*found]
    for token in said:
        while rows and rows[0].end <= token.start:
            rows.pop(0)
        if not (rows and rows[0].start <= token.start):
            left.append(token)
    is_citation = any(token.text in CITATION for token in left)
    if all(is_silent(token, is_citation=is_citation) for token in left):
        return ""
    ends = [0, *(end for row in found for end in (row.start, row.end)), len(text)]
    kept = [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    return " ".join(" ".join(kept).split())


def is_doubtful(text: str, said: Sequence[Token], found: Sequence[Found]) -> bool:
    """Whether a number that nothing tells the meaning of may be a mere word.

    In words it must stand alone, in Roman numerals in two capitals at least.
    """
    starts = {row.start for row in found}
    in_words = [row for row in said if row.start in starts and row.kind == "word"]
    if any(row.text in ROMAN and not ROMAN_TYPED.match(text, row.start) for row in in_words):
        return True
    words = [token for token in said if token.kind == "word" and token.text != "the"]
    return bool(in_words) and not all(
        any(row.start <= token.start < row.end for row in found) for token in words
    )


def of_the_treaty(said: Sequence[Token], found: Iterable[Found]) -> Iterator[Found]:
    """Yield those references that are not to another text: ``Article 51 of the UN Charter``."""
    places = {token.start: at for at, token in enumerate(said)}
    ends = {token.end: at for at, token in enumerate(said)}
    for row in found:
        after = ends[row.end] + 1
        while after < len(said) and said[after].text in LINKING:
            after += 1
        beside = [
            *said[max(places[row.start] - 1, 0) : places[row.start]],
            *said[after : after + 1],
        ]
        if not any(token.text in OTHER_TEXTS for token in beside):
            yield row


def is_filler(word: str) -> bool:
    """Whether a word beside references only joins them, or asks for nothing else."""
    return fold(word) in SILENT


def is_silent(token: Token, *, is_citation: bool) -> bool:
    """Whether a token beside a reference asks for nothing else."""
    if token.kind == "mark":
        return token.text not in COUNTED | CALCULATING
    if token.kind == "number":
        return is_citation
    return token.kind == "word" and token.text in (CITED if is_citation else SILENT)
