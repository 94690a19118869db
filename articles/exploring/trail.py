"""Where an article stands in the results of a search from which its reader comes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import DatabaseError
from django.http import QueryDict

from articles.edition import Edition
from articles.exploring.exploration import explore
from articles.exploring.form import read_query
from articles.treaty.phrases import counted


@dataclass(frozen=True)
class Trail:
    """The way back to the results of a search, of which the article is one.

    ``address`` is that of the hit in them, ``position`` its place, from 1, of ``count``.
    """

    address: str
    position: int
    count: int

    @property
    def back(self) -> str:
        """What the link back says: ``Back to 3 results``."""
        return f"Back to {counted(self.count, 'result')}"

    @property
    def place(self) -> str:
        """Where in them the article stands: ``2 of 3``; empty where it is the only one."""
        return f"{self.position} of {self.count}" if self.count > 1 else ""


def trail(data: QueryDict, edition: Edition, number: int) -> Trail | None:
    """Return the way back for an article whose address has the words of a search.

    There is none without words, where they do not find the article, or while the database is away:
    it takes the one or two queries of the search.
    """
    if read_query(data).is_empty:
        return None
    try:
        exploration = explore(data, edition)
    except DatabaseError:
        return None
    hits = {hit.article.number: hit for hit in exploration.hits}
    if number not in hits:
        return None
    address = f"{exploration.form.address}#{hits[number].anchor}"
    return Trail(address, list(hits).index(number) + 1, exploration.count)
