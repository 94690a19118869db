"""The index and the query in the words of PostgreSQL: a ``tsvector`` with a GIN index.

https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.documents import FIELDS, Document
from articles.search.query import Clause, Query

TABLE: Final = "articles_search"
STEM: Final = "="
"""Set before a stem, so that it differs from the same letters as a word."""

GAP: Final = 2
"""Positions left free between parts of a field, so that no phrase runs from one into the next."""

LAST_POSITION: Final = 16_383
"""PostgreSQL counts no further; later words share the last position."""

LABELS: Final = "DCBA"
WEIGHTS: Final = "{{{}}}".format(
    ", ".join(
        str(max(field.weight for field in FIELDS if field.label == label) / 10) for label in LABELS
    )
)
"""The weights of the four labels, from D to A, in the array that ``ts_rank`` expects."""


def rebuild(connection: BaseDatabaseWrapper, documents: Iterable[Document]) -> None:
    """Make the index anew."""
    rows = [(document.article_id, " ".join(lexemes(document))) for document in documents]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(
            f"CREATE TABLE {TABLE} (article_id integer PRIMARY KEY, words tsvector NOT NULL)"
        )
        cursor.executemany(
            f"INSERT INTO {TABLE} VALUES (%s, %s::tsvector)",  # noqa: S608 - own names
            rows,
        )
        cursor.execute(f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)")


def lexemes(document: Document) -> Iterator[str]:
    """Yield the words and stems of a document, each with position and label."""
    position = 1
    for field, parts in zip(FIELDS, document.fields, strict=True):
        for part in parts:
            for token in part:
                place = f"{min(position, LAST_POSITION)}{field.label}"
                yield f"'{token.word}':{place}"
                yield f"'{STEM}{token.stem}':{place}"
                position += 1
            position += GAP


def matches(query: Query) -> tuple[str, list[str]]:
    """Return SQL, with its parameters, for what has any clause and nothing excluded.

    Its columns are ``article_id``, ``score`` (more is better) and ``is_complete`` (1 where
    every clause was found, else 0).
    """
    if not query.clauses:
        return (
            f"SELECT article_id, 0.0::float8 AS score, 1 AS is_complete "  # noqa: S608 - own names
            f"FROM {TABLE} WHERE NOT words @@ %s::tsquery",
            [joined(query.excluded, "|")],
        )
    return (
        f"SELECT article_id, ts_rank(%s, words, any_clause)::float8 AS score, "  # noqa: S608 - own names
        f"(words @@ every_clause)::integer AS is_complete "
        f"FROM {TABLE}, CAST(%s AS tsquery) AS every_clause, CAST(%s AS tsquery) AS any_clause "
        "WHERE words @@ any_clause",
        [
            WEIGHTS,
            *(without(joined(query.clauses, sign), query.excluded) for sign in ("&", "|")),
        ],
    )


def without(match: str, excluded: Sequence[Clause]) -> str:
    """Return the text of a ``tsquery`` with the excluded clauses taken from it."""
    return f"({match}) & !({joined(excluded, '|')})" if excluded else match


def joined(clauses: Sequence[Clause], operator: str) -> str:
    """Return the text of a ``tsquery`` that joins the clauses."""
    return f" {operator} ".join(f"({expression(clause)})" for clause in clauses)


def expression(clause: Clause) -> str:
    """Return the text of a ``tsquery`` for a clause. Its words are letters and digits alone."""
    exact = " <-> ".join(f"'{word.word}'" for word in clause.words)
    if clause.quoted:
        return exact
    return f"{exact} | '{STEM}{clause.words[0].stem}'"
