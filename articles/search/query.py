"""Reads what somebody typed into a search box. Any text is a query; none is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from articles.search.analysis import Token, tokens, with_small_us
from articles.search.stop_words import STOP_STEMS
from articles.treaty import references
from articles.treaty.references import Reference

MAX_LENGTH: Final = 200
"""Characters of a query; what is longer is a text that somebody pastes."""

MAX_PASTE: Final = 2_000
"""Characters of such a text that are read; more is cut off, and the reader is told."""

MAX_WANTED: Final = 16
"""Words and phrases of a query that are used."""

MAX_ROW: Final = MAX_LENGTH // 2
"""Words that are looked at in their order. A query has no more, but one letter may stand for four
words."""

QUOTE_MARKS: Final = '"“”„‟«»'
PART: Final = re.compile(
    rf"(?P<or>(?<!\S)(?:OR|\|)(?!\S))"
    rf"|(?P<minus>(?<!\S)[-−](?=\S))?"  # a minus sign before a word or phrase, not inside one
    rf"(?:[{QUOTE_MARKS}](?P<phrase>[^{QUOTE_MARKS}]*)[{QUOTE_MARKS}]"
    rf"|(?P<bare>[^\s{QUOTE_MARKS}]+))"
)


OPERATOR: Final = re.compile(r"(?<!\S)(?:(?:OR|\|)(?!\S)|[-−](?=\S))|\w\*(?!\S)")
"""What says how words are to be found; quotation marks may as well stand around a reference."""


@dataclass(frozen=True)
class Clause:
    """Something to be found: a word in any of its forms, a beginning, or a phrase as quoted."""

    words: tuple[Token, ...]
    is_quoted: bool = False
    is_prefix: bool = False

    @property
    def text(self) -> str:
        """The folded words."""
        return " ".join(word.word for word in self.words)

    @property
    def is_plain(self) -> bool:
        """Whether the clause is one word that may be found in other forms and other words."""
        return not (self.is_quoted or self.is_prefix)

    def __str__(self) -> str:
        return f"“{self.text}”" if self.is_quoted else self.text + "*" * self.is_prefix


@dataclass(frozen=True)
class Query:
    """What was typed, and what is to be found and left out because of it.

    ``wanted`` holds what must all be found: each item a choice of clauses, mostly of one.
    ``row`` has its plain words as they were typed, a word typed twice twice. ``references`` are
    the provisions that are named; ``reference`` is the only one, if nothing else is asked for. It
    ``is_words_only`` if it names some and the reader wants their words looked for instead. Of a
    long text that was pasted, ``paste`` has all that is read, and ``text`` its beginning.
    """

    text: str
    wanted: tuple[tuple[Clause, ...], ...] = ()
    excluded: tuple[Clause, ...] = ()
    reference: Reference | None = None
    is_cut: bool = False
    row: tuple[Clause, ...] = ()
    references: tuple[Reference, ...] = ()
    is_words_only: bool = False
    paste: str = ""

    @property
    def typed(self) -> str:
        """All that was typed, as far as it is read."""
        return self.paste or self.text

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for, to leave out or to turn to."""
        return not (self.wanted or self.excluded or self.references)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Everything that may be found, whatever the choices."""
        return tuple(clause for choice in self.wanted for clause in choice)


def parse(text: str, *, is_words_only: bool = False) -> Query:
    """Return the query that a text stands for.

    References to articles and paragraphs, and addresses of this site, are taken out first, unless
    it ``is_words_only``. Of what is left words must all be found, in any of their forms; words
    in quotation marks (straight, curly, or guillemets) as they stand; ``word*`` as a beginning;
    of two with ``OR`` between them, one; and what follows a minus sign must not be found. Who uses
    any of the last three writes words, not references.
    """
    typed = " ".join(text.split())
    if len(typed) > MAX_PASTE:
        return pasted(typed)
    reading = references.read(typed)
    is_words_only = is_words_only and bool(reading.found)
    is_words = is_words_only or not reading.found or bool(OPERATOR.search(typed))
    if not (is_words or reading.rest):
        text = shortened(typed, MAX_LENGTH)
        return Query(text=text, reference=reading.only, references=reading.references)
    if len(typed) > MAX_LENGTH:
        return pasted(typed)
    if is_words:
        return replace(query_of(typed), is_words_only=is_words_only)
    return replace(query_of(reading.rest), text=typed, references=reading.references)


def query_of(read: str) -> Query:
    """Return the query that words stand for."""
    wanted: list[tuple[Clause, ...]] = []
    excluded: list[Clause] = []
    joins = False
    for part in PART.finditer(with_small_us(read)):
        if part["or"]:
            joins = bool(wanted)
            continue
        clauses = clauses_of(part["phrase"], part["bare"] or "")
        if part["minus"]:
            excluded += clauses
        elif joins and clauses:
            wanted[-1] += tuple(clauses)
        else:
            wanted += [(clause,) for clause in clauses]
        joins = False
    telling = [choice for choice in wanted if not all(map(is_stop_word, choice))]
    asked, left_out = list(dict.fromkeys(telling or wanted)), list(dict.fromkeys(excluded))
    used = cut(asked)
    return Query(
        text=read,
        wanted=tuple(used),
        excluded=tuple(left_out[:MAX_WANTED]),
        row=tuple(
            choice[0]
            for choice in (telling or wanted)
            if len(choice) == 1 and choice[0].is_plain and choice in used
        )[:MAX_ROW],
        is_cut=used != asked or len(left_out) > MAX_WANTED,
    )


def cut(choices: Iterable[tuple[Clause, ...]]) -> list[tuple[Clause, ...]]:
    """Return the choices of a query as far as its words and phrases are used."""
    used: list[tuple[Clause, ...]] = []
    left = MAX_WANTED
    for choice in choices:
        if left:
            used.append(choice[:left])
            left -= len(used[-1])
    return used


def pasted(text: str) -> Query:
    """Return the query that a long text stands for: its longest words that tell, as it has them.

    It is prose, so no mark in it says how to search.
    """
    read = shortened(text, MAX_PASTE)
    clauses = dict.fromkeys(Clause((word,)) for word in without_places(tokens(read)))
    telling = [clause for clause in clauses if not is_stop_word(clause)] or [*clauses]
    longest = sorted(telling, key=lambda clause: -len(clause.text))[:MAX_WANTED]
    used = tuple(clause for clause in telling if clause in longest)
    return Query(
        text=shortened(text, MAX_LENGTH),
        wanted=tuple((clause,) for clause in used),
        is_cut=len(text) > MAX_PASTE,
        row=used,
        paste=read,
    )


def shortened(text: str, most: int) -> str:
    """Return the whole words with which a text begins; a single word is cut."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]


def clauses_of(phrase: str | None, bare: str) -> list[Clause]:
    """Return the clauses of a quoted phrase, or else of text without quotation marks."""
    if phrase is not None:
        words = without_places(tokens(phrase))
        return [Clause(words, is_quoted=True)] if words else []
    words = without_places(tokens(bare))
    if bare.endswith("*") and words:
        return [*(Clause((word,)) for word in words[:-1]), Clause((words[-1],), is_prefix=True)]
    return [Clause((word,)) for word in words]


def without_places(found: Iterable[Token]) -> tuple[Token, ...]:
    """Return the words regardless of where they stood, so that the same word is the same clause."""
    return tuple(Token(token.word, token.stem, 0, 0) for token in found)


def is_stop_word(clause: Clause) -> bool:
    """Whether the clause is a single word that tells nothing."""
    return clause.is_plain and clause.words[0].stem in STOP_STEMS
