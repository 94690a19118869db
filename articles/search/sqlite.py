"""The index and the query in the words of SQLite: an FTS5 table.

https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.analysis import Token
from articles.search.documents import FIELDS, Document
from articles.search.query import Clause, Query

TABLE: Final = "articles_search"
EXACT: Final = [field.name for field in FIELDS]
STEMS: Final = [f"{field.name}_stem" for field in FIELDS]
BETWEEN_PARTS: Final = " • "
WEIGHTS: Final = ", ".join(str(field.weight) for field in (*FIELDS, *FIELDS))


def rebuild(connection: BaseDatabaseWrapper, documents: Iterable[Document]) -> None:
    """Make the index anew. The article's number is the row's."""
    rows: list[tuple[int | str, ...]] = [
        (
            document.article_id,
            *(words(parts, "word") for parts in document.fields),
            *(words(parts, "stem") for parts in document.fields),
        )
        for document in documents
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(EXACT + STEMS)}, "
            # Words arrive folded; this tokenizer takes every letter beyond ASCII as it is.
            "tokenize = 'ascii')"
        )
        cursor.executemany(
            f"INSERT INTO {TABLE} (rowid, {', '.join(EXACT + STEMS)}) "  # noqa: S608 - own names
            f"VALUES ({', '.join(['%s'] * (1 + len(EXACT + STEMS)))})",
            rows,
        )


def words(parts: Iterable[Iterable[Token]], form: str) -> str:
    """Return the words or stems of a field, with something between the parts that is neither."""
    return BETWEEN_PARTS.join(" ".join(getattr(token, form) for token in part) for part in parts)


def matches(query: Query) -> tuple[str, list[str]]:
    """Return SQL, with its parameters, for what has any clause and nothing excluded.

    Its columns are ``article_id``, ``score`` (more is better) and ``is_complete`` (1 where
    every clause was found, else 0).
    """
    if not query.clauses:
        return (
            f"SELECT rowid AS article_id, 0.0 AS score, 1 AS is_complete "  # noqa: S608 - own names
            f"FROM {TABLE} WHERE rowid NOT IN (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s)",
            [joined(query.excluded, "OR")],
        )
    # bm25() is smaller for better.
    return (
        f"SELECT rowid AS article_id, -bm25({TABLE}, {WEIGHTS}) AS score, "  # noqa: S608 - own names
        f"rowid IN (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s) AS is_complete "
        f"FROM {TABLE} WHERE {TABLE} MATCH %s",
        [without(joined(query.clauses, word), query.excluded) for word in ("AND", "OR")],
    )


def without(match: str, excluded: Sequence[Clause]) -> str:
    """Return the FTS5 expression with the excluded clauses taken from it."""
    return f"({match}) NOT ({joined(excluded, 'OR')})" if excluded else match


def joined(clauses: Sequence[Clause], operator: str) -> str:
    """Return the FTS5 expression that joins the clauses."""
    return f" {operator} ".join(f"({expression(clause)})" for clause in clauses)


def expression(clause: Clause) -> str:
    """Return the FTS5 expression for a clause. Its words are letters and digits alone."""
    exact = f'{{{" ".join(EXACT)}}} : "{" ".join(word.word for word in clause.words)}"'
    if clause.quoted:
        return exact
    return f'{exact} OR {{{" ".join(STEMS)}}} : "{clause.words[0].stem}"'
