"""The index and the query in the words of SQLite: an FTS5 table.

https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.documents import COLUMNS, FIELDS, Document
from articles.search.needs import Form, Need, Plan, Probe

TABLE: Final = "articles_search"
SELECTED: Final = f"SELECT rowid FROM {TABLE}"  # noqa: S608 - own name


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


def complete(plan: Plan, limit: int) -> tuple[str, list[str | int]]:
    """Return SQL, with its parameters, for documents that meet every need of the plan.

    Those that meet it by their headings come first; at most ``limit`` in all.
    """
    if not plan.needs:
        sql = f"{SELECTED} WHERE rowid NOT IN ({SELECTED} WHERE {TABLE} MATCH %s) LIMIT %s"
        return sql, [any_of(plan.excluded, headings=False), limit]
    by_headings, anywhere = (
        " AND ".join(f"({need_of(need, headings)})" for need in plan.needs)
        for headings in (True, False)
    )
    found = f"{SELECTED} WHERE {TABLE} MATCH %s"
    # The second search goes only as far as the first leaves room.
    return f"{found} UNION ALL {found} LIMIT %s", [
        without(by_headings, plan),
        without(f"({anywhere}) NOT ({by_headings})", plan),
        limit,
    ]


def partial(plan: Plan, limit: int) -> tuple[str, list[str | int]]:
    """Return SQL, with its parameters, for at most ``limit`` documents that meet some need.

    Where something is required, they are those that have all of that.
    """
    required = [need for need in plan.needs if need.is_required]
    joined = " AND " if required else " OR "
    match = joined.join(f"({need_of(need, headings=False)})" for need in required or plan.needs)
    return f"{SELECTED} WHERE {TABLE} MATCH %s LIMIT %s", [without(match, plan), limit]


def without(match: str, plan: Plan) -> str:
    """Return the FTS5 expression with what the plan excludes taken from it."""
    return f"({match}) NOT ({any_of(plan.excluded, headings=False)})" if plan.excluded else match


def need_of(need: Need, headings: bool) -> str:
    """Return the FTS5 expression for a need."""
    return any_of(need.broadest, headings=headings)


def any_of(probes: Sequence[Probe], *, headings: bool) -> str:
    """Return the FTS5 expression for any of the probes. Their words are letters and digits."""
    return " OR ".join(
        f'{SCOPES[headings][probe.form]} : "{probe.needle}"{" *" * (probe.form == "prefix")}'
        for probe in probes
    )
