"""What the database is asked, in the words of each engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.documents import Document
from articles.search.needs import Plan, Probe

TABLE = "articles_search"

Statement = tuple[str, list[str | int]]
"""SQL that selects the numbers of documents, and its parameters."""


@dataclass(frozen=True)
class Dialect:
    """How an engine is asked for documents.

    ``number`` is the column with their numbers, ``holds`` the condition that a document has what a
    parameter looks for. In that ``both``, ``either`` and ``but_not`` stand between two things to
    look for, each in parentheses; ``probe`` writes one, in headings or anywhere. ``rebuild`` makes
    the index anew.
    """

    number: str
    holds: str
    both: str
    either: str
    but_not: str
    probe: Callable[[Probe, bool], str]
    rebuild: Callable[[BaseDatabaseWrapper, Iterable[Document]], None]

    @property
    def every(self) -> str:
        """SQL for all documents."""
        return f"SELECT {self.number} FROM {TABLE}"  # noqa: S608 - own names

    @property
    def select(self) -> str:
        """SQL for the documents that have what its parameter looks for."""
        return f"{self.every} WHERE {self.holds}"

    def complete(self, plan: Plan, limit: int) -> Statement:
        """Return what selects at most ``limit`` documents that meet every need of the plan.

        Those that meet it by their headings come first.
        """
        if not plan.needs:
            others = f"{self.every} WHERE {self.number} NOT IN ({self.select})"
            return f"{others} LIMIT %s", [self.any_of(plan.excluded), limit]
        by_headings, anywhere = (
            self.both.join(f"({self.any_of(need.broadest, headings)})" for need in plan.needs)
            for headings in (True, False)
        )
        # The second goes only as far as the first leaves room. With limits of their own
        # PostgreSQL runs one after the other, never both at the same time.
        parts = " UNION ALL ".join(
            f"SELECT * FROM ({self.select} LIMIT %s) AS {name}"  # noqa: S608 - own names
            for name in ("headed", "others")
        )
        rest = f"({anywhere}){self.but_not}({by_headings})"
        asked = (self.without_excluded(match, plan) for match in (by_headings, rest))
        return f"{parts} LIMIT %s", [*(part for match in asked for part in (match, limit)), limit]

    def partial(self, plan: Plan, limit: int) -> Statement:
        """Return what selects at most ``limit`` documents that meet some need.

        Where something is required, they are those that have all of that.
        """
        required = [need for need in plan.needs if need.is_required]
        joined = self.both if required else self.either
        match = joined.join(f"({self.any_of(need.broadest)})" for need in required or plan.needs)
        return f"{self.select} LIMIT %s", [self.without_excluded(match, plan), limit]

    def without_excluded(self, match: str, plan: Plan) -> str:
        """Return what is looked for with what the plan excludes taken from it."""
        return f"({match}){self.but_not}({self.any_of(plan.excluded)})" if plan.excluded else match

    def any_of(self, probes: Iterable[Probe], headings: bool = False) -> str:
        """Return what looks for any of the probes. Their words are letters and digits."""
        return self.either.join(f"({self.probe(probe, headings)})" for probe in probes)
