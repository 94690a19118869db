"""The index and the query in the words of PostgreSQL: a ``tsvector`` with a GIN index.

https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from articles.search.documents import FIELDS, Document
from articles.search.needs import Form, Need, Plan, Probe

TABLE: Final = "articles_search"
NUMBER: Final = "article_id"
LEXEMES: Final = "lexemes"
SELECTED: Final = f"SELECT {NUMBER} FROM {TABLE}"  # noqa: S608 - own names

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


def complete(plan: Plan, limit: int) -> tuple[str, list[str | int]]:
    """Return SQL, with its parameters, for documents that meet every need of the plan.

    Those that meet it by their headings come first; at most ``limit`` in all.
    """
    if not plan.needs:
        sql = f"{SELECTED} WHERE NOT lexemes @@ CAST(%s AS tsquery) ORDER BY article_id LIMIT %s"
        return sql, [any_of(plan.excluded, headings=False), limit]
    by_headings, anywhere = (
        " & ".join(f"({need_of(need, headings)})" for need in plan.needs)
        for headings in (True, False)
    )
    # The second search goes only as far as the first leaves room. With limits of their own the
    # two run one after the other, never at the same time.
    found = f"({SELECTED} WHERE lexemes @@ CAST(%s AS tsquery) LIMIT %s)"
    return f"{found} UNION ALL {found} LIMIT %s", [
        without(by_headings, plan),
        limit,
        without(f"({anywhere}) & !({by_headings})", plan),
        limit,
        limit,
    ]


def partial(plan: Plan, limit: int) -> tuple[str, list[str | int]]:
    """Return SQL, with its parameters, for at most ``limit`` documents that meet some need.

    Where something is required, they are those that have all of that.
    """
    required = [need for need in plan.needs if need.is_required]
    joined = " & " if required else " | "
    match = joined.join(f"({need_of(need, headings=False)})" for need in required or plan.needs)
    return f"{SELECTED} WHERE lexemes @@ CAST(%s AS tsquery) LIMIT %s", [
        without(match, plan),
        limit,
    ]


def without(match: str, plan: Plan) -> str:
    """Return the text of a ``tsquery`` with what the plan excludes taken from it."""
    return f"({match}) & !({any_of(plan.excluded, headings=False)})" if plan.excluded else match


def need_of(need: Need, headings: bool) -> str:
    """Return the text of a ``tsquery`` for a need."""
    return any_of(need.broadest, headings=headings)


def any_of(probes: Sequence[Probe], *, headings: bool) -> str:
    """Return the text of a ``tsquery`` for any of the probes. Their words are plain letters."""
    return " | ".join(f"({phrase(probe, headings=headings)})" for probe in probes)


def phrase(probe: Probe, *, headings: bool) -> str:
    """Return the text of a ``tsquery`` for the words of a probe, in a row."""
    mark = HEADING * (headings and probe.form != "concept") + MARKS[probe.form]
    suffix = ":*" if probe.form == "prefix" else ""
    return " <-> ".join(f"'{mark}{word}'{suffix}" for word in probe.needle.split())
