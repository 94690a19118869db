"""Reads a quotation as people write it: with ellipses, changes in brackets and a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from articles.treaty import references
from articles.treaty.references.pasted import addresses
from articles.words.quotations.asides import ADDRESS, CITATION, Named
from articles.words.quotations.runs import words_in
from articles.words.quotations.words import BRACKET, key_of, words_of

MAX_LENGTH: Final = 5_000
"""Characters of a quotation that are looked at."""

MAX_PIECES: Final = 10
"""Passages that ellipses may join; later ellipses are read as if they were not there."""

CITATION_LENGTH: Final = 80
"""Characters at either end of a quotation among which a citation is looked for."""

ELLIPSIS: Final = re.compile(r"[\[(<]?\s*(?:…|\.(?:[ \u00a0]?\.){2,})[\s.…]*[\])>]?")
TAG: Final = re.compile(
    r"</?(?:p|br|div|span|blockquote|q|cite|a|b|i|u|em|strong|mark|su[bp]|h[1-6]|[uo]l|li|t[dr])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""A tag of HTML, in the source of which people quote, too."""

BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")

REMARKS: Final = (
    r"(?:my |our |own |author['’]s )?(?:emphasis|italics|translation|underlining|highlighting)",
    r"(?:emphasis|italics|underlining|highlighting|brackets) "
    r"(?:added|mine|ours|supplied|omitted|removed|in (?:the )?original)",
    r"(?:unofficial|free|informal|machine|rough|own|author['’]s) translation",
    r"translation (?:mine|ours|by (?:the|this) author)|translated by (?:me|us|the author)",
    r"(?:foot)?notes? omitted|(?:internal )?citations? omitted",
    r"sic|sic!|курсив мой|выделено мной|перевод мой|تأکید از نگارنده است|ترجمه از نگارنده",
)
"""What quoters say in brackets of what they quote."""

REMARK: Final = re.compile(rf"\s*([(\[]\s*(?:{'|'.join(REMARKS)})[.!;]?\s*[)\]])", re.IGNORECASE)

OPENING: Final = re.compile(r"[(\[,;—–\n]|\s-\s|[\"”»“]")
CLOSING: Final = re.compile(r"[:)\]—–\n]|\s-\s|[\"“«„]")


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word of a quotation.

    ``is_marked`` is true where the quoter changed it in brackets; ``prefix`` and ``suffix`` are
    then what stands outside them: ``deepen`` and nothing of ``deepen[ing]``.
    """

    key: str
    start: int
    end: int
    is_marked: bool = False
    prefix: str = ""
    suffix: str = ""

    @property
    def is_loose(self) -> bool:
        """Whether the whole word stands in brackets, and so may stand for any words."""
        return self.is_marked and not (self.prefix or self.suffix)

    def may_stand_for(self, key: str) -> bool:
        """Tell whether the changed word can have been the published one."""
        return self.is_marked and key.startswith(self.prefix) and key.endswith(self.suffix)


@dataclass(frozen=True)
class Piece:
    """A stretch of a quotation without an ellipsis, as typed, and its words."""

    text: str
    words: tuple[QuotedWord, ...]

    @property
    def size(self) -> int:
        """The number of words that are not the quoter's own."""
        return sum(not word.is_marked for word in self.words)

    def shown(self, first: int, after: int) -> str:
        """Return what was typed from one word up to another, with whole brackets."""
        start = self.words[first].start
        start -= self.text[start - 1 : start] == "["
        text = self.text[start : self.words[after - 1].end]
        missing = text.count("]") - text.count("[")
        return "[" * missing + text + "]" * -missing


@dataclass(frozen=True)
class Quotation:
    """What a reader asks to have verified: the passages, and what citations with them name."""

    text: str
    pieces: tuple[Piece, ...]
    named: tuple[Named, ...] = ()

    @property
    def size(self) -> int:
        """The number of words that are not the quoter's own."""
        return sum(piece.size for piece in self.pieces)

    @property
    def length(self) -> int:
        """The same as a reader counts them."""
        return words_in(BRACKETED.sub("", self.text))


def readings(text: str) -> list[Quotation]:
    """Return the ways to read a quotation: as it stands and, if it holds one, less a citation."""
    ways = [Quotation(text, pieces_of(text))]
    if found := next(without_citation(text), None):
        words, named = found
        ways.append(Quotation(text, pieces_of(words), (named,)))
    return ways


def shortened(typed: str) -> str:
    """Return as much of what was typed as is read, in whole words where there are any.

    The source of HTML is read as browsers show it.
    """
    text = TAG.sub(" ", unescape(typed)).strip()
    if len(text) <= MAX_LENGTH:
        return text
    return text[:MAX_LENGTH].rpartition(" ")[0] or text[:MAX_LENGTH]


def without_remarks(text: str) -> tuple[str, list[str]]:
    """Return a text without what its quoter remarks in brackets, and the remarks."""
    return REMARK.sub("", text), REMARK.findall(text)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the passages between ellipses that have words of the text that is quoted."""
    parts: list[str] = []
    at = 0
    for match in ELLIPSIS.finditer(text):
        if len(parts) == MAX_PIECES - 1:
            break
        parts.append(text[at : match.start()])
        at = match.end()
    pieces = [Piece(part, quoted_words(part)) for part in [*parts, text[at:]]]
    return tuple(piece for piece in pieces if piece.size)


def quoted_words(text: str) -> tuple[QuotedWord, ...]:
    """Return the words of a passage; a bracket within a word does not part it."""
    changes = [(match.start(), match.end() - 1) for match in BRACKETED.finditer(text)]
    joined = BRACKETED.sub(lambda match: f"{BRACKET}{match.group()[1:-1]}{BRACKET}", text)
    found = []
    for word in words_of(joined):
        inside = [change for change in changes if change[0] < word.end and change[1] >= word.start]
        if inside:
            prefix = key_of(joined[word.start : max(inside[0][0], word.start)])
            suffix = key_of(joined[inside[-1][1] + 1 : word.end])
            found.append(QuotedWord(word.key, word.start, word.end, True, prefix, suffix))
        else:
            found.append(QuotedWord(word.key, word.start, word.end))
    return tuple(found)


def without_citation(text: str) -> Iterator[tuple[str, Named]]:
    """Yield what is left of a quotation without a citation at its end or beginning, and that."""
    for mark in OPENING.finditer(text, max(len(text) - CITATION_LENGTH, 0)):
        if named := cited(text[mark.end() :]):
            yield text[: mark.start()], named
    for mark in CLOSING.finditer(text, 0, CITATION_LENGTH):
        if named := cited(text[: mark.start()]):
            yield text[mark.end() :], named


def cited(text: str) -> Named | None:
    """Return what the text as a whole names, but for brackets and marks around it, if it does."""
    bare = text.strip(' .,;:[]—–-\n\t"“”«»')
    if not any(character.isalpha() for character in bare):
        return None
    is_address = any(addresses(bare))
    # Alone, “the two” names an article; beside other words it does not.
    if not is_address and not any(references.references(f"quoted {bare}")):
        return None
    reference = references.read(bare).only
    return (ADDRESS if is_address else CITATION, reference) if reference else None
