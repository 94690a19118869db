"""Reads what somebody typed into a search box. Any text is a query; none is an error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.search.analysis import Token, tokens

MAX_LENGTH: Final = 200
"""Characters of a query that are read; more is cut off, and the reader is told."""

MAX_CLAUSES: Final = 16
"""Words and phrases of a query that are used."""

QUOTE_MARKS: Final = '"“”„‟«»'
PART: Final = re.compile(
    rf"(?P<minus>(?<!\S)[-−](?=\S))?"  # a minus sign before a word or phrase, not inside one
    rf"(?:[{QUOTE_MARKS}](?P<phrase>[^{QUOTE_MARKS}]*)[{QUOTE_MARKS}]|(?P<bare>[^\s{QUOTE_MARKS}]+))"
)

STOP_WORDS: Final = frozenset(
    {
        "a",
        "about",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "there",
        "this",
        "to",
        "was",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
    }
)
"""Words left out of a query when it holds others: nearly every article has them."""


@dataclass(frozen=True)
class Clause:
    """Something to be found: one word, in any of its forms, or a phrase exactly as quoted."""

    words: tuple[Token, ...]
    quoted: bool

    def matches_at(self, text: Sequence[Token], at: int) -> bool:
        """Whether the clause is found in the words of a text, beginning with the one at ``at``."""
        if not self.quoted:
            return text[at].stem == self.words[0].stem
        found = [token.word for token in text[at : at + len(self.words)]]
        return found == [word.word for word in self.words]


@dataclass(frozen=True)
class Query:
    """What was typed, and what is to be found and left out because of it."""

    text: str
    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Clause, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for or to leave out."""
        return not (self.clauses or self.excluded)


def parse(text: str) -> Query:
    """Return the query that a text stands for.

    Words must all be found, in any of their forms; words in quotation marks (straight, curly,
    or guillemets) as they stand; what follows a minus sign must not be found.
    """
    typed = " ".join(text.split())
    read = typed[:MAX_LENGTH]
    clauses: dict[Clause, None] = {}
    excluded: dict[Clause, None] = {}
    for part in PART.finditer(read):
        wanted = excluded if part["minus"] else clauses
        quoted = part["bare"] is None
        words = tuple(tokens(part["phrase"] if quoted else part["bare"]))
        found = [Clause(words, quoted=True)] if quoted and words else []
        found += [] if quoted else [Clause((word,), quoted=False) for word in words]
        wanted.update(dict.fromkeys(found))
    telling = [clause for clause in clauses if clause.quoted or not is_stop_word(clause)]
    used = telling or list(clauses)
    return Query(
        text=read,
        clauses=tuple(used[:MAX_CLAUSES]),
        excluded=tuple(excluded)[:MAX_CLAUSES],
        is_cut=len(typed) > MAX_LENGTH or len(used) > MAX_CLAUSES,
    )


def is_stop_word(clause: Clause) -> bool:
    """Whether the clause is a single word that tells nothing."""
    return len(clause.words) == 1 and clause.words[0].word in STOP_WORDS
