"""The index and the query in the words of SQLite: an FTS5 table.

https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.dialect import TABLE, Dialect
from articles.search.documents import COLUMNS, FIELDS, Document
from articles.search.needs import Form, Probe


def columns(suffix: str, *, headings: bool) -> str:
    """Return the FTS5 filter for the columns of words or stems, of headings or of all."""
    names = [f"{f.name}{suffix}" for f in FIELDS if f.is_heading or not headings]
    return f"{{{' '.join(names)}}}"


SCOPES: Final[dict[bool, dict[Form, str]]] = {
    headings: {
        "word": columns("", headings=headings),
        "prefix": columns("", headings=headings),
        "stem": columns("_stem", headings=headings),
        "concept": "{concepts}",
    }
    for headings in (False, True)
}


def rebuild(connection: BaseDatabaseWrapper, documents: Iterable[Document]) -> None:
    """Make the index anew. The article's number is the row's."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(
            # What is found is in memory: the table keeps no text beside the index. Words arrive
            # folded; this tokenizer takes every letter beyond ASCII as it is.
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(COLUMNS)}, "
            "content = '', tokenize = 'ascii')"
        )
        cursor.executemany(
            f"INSERT INTO {TABLE} (rowid, {', '.join(COLUMNS)}) "  # noqa: S608 - own names
            f"VALUES ({', '.join(['%s'] * (1 + len(COLUMNS)))})",
            [document.row for document in documents],
        )


def probe(probe: Probe, headings: bool) -> str:
    """Return the FTS5 expression for a probe."""
    beginning = " *" if probe.form == "prefix" else ""
    return f'{SCOPES[headings][probe.form]} : "{probe.needle}"{beginning}'


DIALECT: Final = Dialect(
    number="rowid",
    holds=f"{TABLE} MATCH %s",
    both=" AND ",
    either=" OR ",
    but_not=" NOT ",
    probe=probe,
    rebuild=rebuild,
)
