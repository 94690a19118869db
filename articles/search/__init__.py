"""Search: one parser, one plan, two dialects, one ranking.

``parse`` reads what somebody typed. ``find`` works out what to look for with the words of the
edition and the thesaurus (``lexicon``, ``plan``), has the database find the articles that have
it (``sqlite``, ``postgresql``), and ranks them the same way on both (``scoring``).
``excerpts`` shows where it was found. The index is derived: ``rebuild`` makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.edition import Edition, current
from articles.models import Article, Concept, Dictionary, Word
from articles.search import documents, everyday, postgresql, sqlite
from articles.search.asked import find_question
from articles.search.documents import Document
from articles.search.excerpts import NO_MARKS, Marker, Segment, cut
from articles.search.lexicon import Lexicon, count_words, lexicon, words_of
from articles.search.needs import Plan
from articles.search.phrasings import (
    NO_PHRASINGS,
    Phrasings,
    likeness,
    phrasings,
)
from articles.search.plan import nearest, plan
from articles.search.query import MAX_LENGTH, MAX_PASTE, MAX_WANTED, Query, parse
from articles.search.scoring import Match, clue, rank, reasons
from articles.treaty.places import Place
from articles.treaty.references import Reference

__all__ = [
    "MAX_LENGTH",
    "MAX_PASTE",
    "MAX_WANTED",
    "NO_MARKS",
    "Findings",
    "Lexicon",
    "Marker",
    "Match",
    "Phrasings",
    "Plan",
    "Query",
    "Reference",
    "Segment",
    "check",
    "clue",
    "cut",
    "find",
    "find_question",
    "lexicon",
    "nearest",
    "parse",
    "phrasings",
    "plan",
    "reasons",
    "rebuild",
    "understood",
]


class Dialect(Protocol):
    """What a module does for its database engine, and how it selects documents."""

    SELECTED: str

    def rebuild(self, connection: BaseDatabaseWrapper, documents: Iterable[Document]) -> None:
        """Make the index anew."""

    def complete(self, plan: Plan, limit: int, numbers: Sequence[int] = ()) -> Statement:
        """Return SQL for the documents that meet every need, and for those with the numbers."""

    def partial(self, plan: Plan, limit: int) -> Statement:
        """Return SQL for the documents that meet some need."""


Statement = tuple[str, list[str | int]]

DIALECTS: Final[dict[str, Dialect]] = {"sqlite": sqlite, "postgresql": postgresql}
"""The module for each database engine, by Django's name for it."""

CANDIDATES: Final = 50
"""Documents that the database is asked for at most. More than the treaty has, so the ranking
sees them all; in a larger collection it sees the first that have everything."""


NEAR: Final = 2.5
"""What an article must count, for all that was asked for, to be more than the nearest."""


@dataclass(frozen=True)
class Findings:
    """The articles that answer a query, best first, and how it was understood."""

    query: Query
    plan: Plan
    matches: tuple[Match, ...]

    @property
    def is_complete(self) -> bool:
        """Whether some article has everything that was asked for, not only part of it."""
        return any(match.completeness == 1.0 for match in self.matches)

    @property
    def is_far(self) -> bool:
        """Whether even the best article has so little of what was asked for that none answers."""
        asked = sum(need.rarity for need in self.plan.needs)
        return (
            not self.is_complete
            and any(self.matches[:1])
            and (self.matches[0].score < NEAR * asked)
        )

    @property
    def is_in_edition(self) -> bool:
        """Whether some word that was asked for is the edition's own, and not only readers'."""
        return any(set(match.fields) - {documents.KEYWORDS} for match in self.matches)


def understood(plan: Plan) -> list[str]:
    """Return how words were read where they were not taken as they stand, for the reader.

    Corrections are not among them: they are the plan's ``suggestion``.
    """
    corrected = {word for word, _ in plan.corrected}
    notes = [need.note for need in plan.needs if need.note and need.typed not in corrected]
    notes += [use.reason(None) for use in plan.uses if use.says_more and use.typed not in corrected]
    return list(dict.fromkeys(notes))


def find(query: Query, words: Lexicon, known: Phrasings = NO_PHRASINGS) -> Findings:
    """Return the articles that answer the query, given the words and phrasings that search knows.

    Takes one database query; one more if no article has everything, or much was asked for.
    """
    made = plan(query, words)
    if not (made.needs or made.excluded):
        return Findings(query, made, ())
    dialect = DIALECTS[connection.vendor]
    alike = likeness(made, known)
    found = fetch(dialect.complete(made, CANDIDATES, alike.nearest))
    has_room = len(made.needs) > 1 and len(found) < CANDIDATES
    matches = [] if has_room and made.is_long else rank(found, made, alike)
    is_complete = any(match.completeness == 1.0 and match.is_own for match in matches)
    if has_room and not is_complete:
        matches = rank(found + fetch(dialect.partial(made, CANDIDATES)), made, alike)
    return Findings(query, made, tuple(matches))


def fetch(statement: Statement) -> list[Document]:
    """Return the documents that a dialect's SQL selects.

    Raises ``DatabaseError``, at once where it is known that the database cannot be read.
    """
    current().require_database()
    return [Document.from_row(row) for row in rows(statement)]


def rows(statement: Statement) -> list[tuple[Any, ...]]:
    """Return the rows that a dialect's SQL selects."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def check() -> None:
    """Read the documents, as a search does; raise ``DatabaseError`` where that cannot be done."""
    rows((f"{DIALECTS[connection.vendor].SELECTED} LIMIT %s", [CANDIDATES]))


def rebuild(edition: Edition) -> None:
    """Make the index, and the words it is searched with, anew for an edition."""
    articles, concepts = edition.articles, edition.concepts
    indexed = documents.of(articles, marks_of(concepts, articles))
    DIALECTS[connection.vendor].rebuild(connection, indexed)
    counts = dict.fromkeys((word for concept in concepts for word in words_of(concept)), 0)
    counts.update(count_words(" ".join(document.words) for document in indexed))
    Dictionary.objects.all().delete()
    Dictionary.objects.create(words=everyday.read().packed)
    Word.objects.all().delete()
    Word.objects.bulk_create(
        Word(word=word, articles=count) for word, count in sorted(counts.items())
    )


def marks_of(concepts: Iterable[Concept], articles: Iterable[Article]) -> dict[int, list[str]]:
    """Return the marks by which the index knows each article's concepts."""
    parts = {article.number: documents.parts_by_place(article) for article in articles}
    marks: dict[int, list[str]] = {number: [] for number in parts}
    for concept in concepts:
        led_to: dict[int, list[Place]] = {}
        for row in concept.provisions.all():
            led_to.setdefault(row.article_id, []).append(row.place)
        for place, (number, places) in enumerate(led_to.items(), 1):
            marks[number] += [
                documents.concept_mark(concept.position),
                documents.ranked_mark(
                    concept.position, place, documents.parts_of(places, parts[number])
                ),
            ]
    return marks
