"""Where an article stands in the results of a search from which its reader comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError
from django.http import QueryDict
from django.utils.text import Truncator

from articles.edition import Edition
from articles.exploring.exploration import Exploration, explore
from articles.exploring.form import explorer_address
from articles.search import NO_MARKS, Marker, lexicon, plan
from articles.treaty.phrases import counted

MOST_WORDS: Final = 60
"""Characters shown of what a reader asked for."""


@dataclass(frozen=True)
class Trail:
    """The way back to the results of a search, of which the article is one.

    ``address`` is that of the hit in them, ``position`` its place, from 1, of ``count``. A reader
    whom a reference led straight here has no results: ``words`` are then what to look for instead.
    """

    address: str
    position: int = 1
    count: int = 1
    words: str = ""

    @property
    def back(self) -> str:
        """What the link says: ``Back to 3 results``, ``Search for “3(3)” instead``."""
        if self.words:
            return f"Search for “{Truncator(self.words).chars(MOST_WORDS)}” instead"
        return f"Back to {counted(self.count, 'result')}"

    @property
    def place(self) -> str:
        """Where in them the article stands: ``2 of 3``; empty where it is the only one."""
        return f"{self.position} of {self.count}" if self.count > 1 else ""


def arrival(data: QueryDict, edition: Edition, number: int) -> tuple[Trail | None, Marker]:
    """Return the way back for an article whose address has the words of a search, and its marker.

    There is none without words, where they do not find the article, or while the database is away:
    it takes the one or two queries of the search.
    """
    exploration = explore(data, edition)
    query = exploration.form.query
    if query.is_empty:
        return None, NO_MARKS
    if query.reference:
        address = explorer_address([("q", query.text), ("words", "1")])
        is_here = query.reference.article == number
        return Trail(address, words=query.text) if is_here else None, NO_MARKS
    try:
        marker = exploration.found.marker
    except DatabaseError:
        return None, Marker.of(plan(query, lexicon(edition)))
    return trail(exploration, number), marker


def trail(exploration: Exploration, number: int) -> Trail | None:
    """Return the way back to an exploration from an article, if it is in it."""
    for position, hit in enumerate(exploration.hits, 1):
        if hit.article.number == number:
            address = f"{exploration.form.address}#{hit.anchor}"
            return Trail(address, position, exploration.count)
    return None
