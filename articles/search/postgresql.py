"""The index and the query in the words of PostgreSQL: a ``tsvector`` with a GIN index.

https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from articles.search.dialect import TABLE, Dialect
from articles.search.documents import FIELDS, Document
from articles.search.needs import Form, Probe

NUMBER: Final = "article_id"
LEXEMES: Final = "lexemes"

MARKS: Final[dict[Form, str]] = {"word": "", "prefix": "", "stem": "=", "concept": "#"}
"""Set before stems and concepts, so that they differ from the same letters as a word."""

HEADING: Final = "^"
"""Set before words and stems once more where they stand in a heading: the index answers for a
lexeme by itself, but would have to look at the documents to tell labels of positions apart."""

LAST_POSITION: Final = 16_383
"""PostgreSQL counts no further; later words share the last position."""


def rebuild(connection: BaseDatabaseWrapper, documents: Iterable[Document]) -> None:
    """Make the index anew, for readers who see the old one meanwhile.

    The table stays, and with it the rights that roles have on it, unless its columns are others.
    """
    with connection.cursor() as cursor:
        if columns_of(connection, cursor) == [NUMBER, LEXEMES]:
            cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - own name
        else:
            create(cursor)
        cursor.executemany(
            f"INSERT INTO {TABLE} VALUES (%s, %s::tsvector)",  # noqa: S608 - own name
            [(document.article_id, " ".join(lexemes(document))) for document in documents],
        )
        cursor.execute(f"ANALYZE {TABLE}")


def columns_of(connection: BaseDatabaseWrapper, cursor: CursorWrapper) -> list[str]:
    """Return the names of the columns of the table, none where there is no table."""
    if TABLE not in connection.introspection.table_names(cursor):
        return []
    described = connection.introspection.get_table_description(cursor, TABLE)
    return [column.name for column in described]


def create(cursor: CursorWrapper) -> None:
    """Make the table and its index, without rows."""
    cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
    cursor.execute(
        f"CREATE TABLE {TABLE} ({NUMBER} integer PRIMARY KEY, {LEXEMES} tsvector NOT NULL) "
        # Apart from its row, a document seems cheaper to compare than it is.
        "WITH (toast_tuple_target = 8160)"
    )
    # What is written goes into the index at once: else searches would go through it row by row.
    cursor.execute(
        f"CREATE INDEX {TABLE}_lexemes ON {TABLE} USING gin ({LEXEMES}) WITH (fastupdate = off)"
    )


def lexemes(document: Document) -> Iterator[str]:
    """Yield the words, stems and concepts of a document, each with its position.

    What stands between the parts of a field takes a position too, so no phrase crosses it.
    """
    for mark in document.marks:
        yield f"'{MARKS['concept']}{mark}':1"
    position = 1
    for field, words, stems in zip(FIELDS, document.words, document.stems, strict=True):
        marks = ("", HEADING) if field.is_heading else ("",)
        for part in zip(words, stems, strict=True):
            position += 1
            for word, stem in zip(*map(str.split, part), strict=True):
                position += 1
                place = min(position, LAST_POSITION)
                for mark in marks:
                    yield f"'{mark}{MARKS['word']}{word}':{place}"
                    yield f"'{mark}{MARKS['stem']}{stem}':{place}"


def probe(probe: Probe, headings: bool) -> str:
    """Return the text of a ``tsquery`` for the words of a probe, in a row."""
    mark = HEADING * (headings and probe.form != "concept") + MARKS[probe.form]
    suffix = ":*" if probe.form == "prefix" else ""
    return " <-> ".join(f"'{mark}{word}'{suffix}" for word in probe.needle.split())


DIALECT: Final = Dialect(
    number=NUMBER,
    holds=f"{LEXEMES} @@ CAST(%s AS tsquery)",
    both=" & ",
    either=" | ",
    but_not=" & !",
    probe=probe,
    rebuild=rebuild,
)
