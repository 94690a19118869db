"""How the time of a search grows with the collection, on each database.

``python -m tests.bench.growth FIXTURES ROUNDS STEP`` measures in the empty database that
``DATABASE_URL`` names, and in others that it makes beside it, with every STEP-th judged query.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests import postgresql, processes
from tests.bench.cases import JUDGED
from tests.bench.figures import percentile

COPIES = (1, 10, 100, 1_000)

NOT_ORDINARY = {
    "reference": "turns to an article without a search",
    "phrase": "uses quotation marks",
    "operator": "uses minus, OR or *",
}
"""Kinds of queries that are more, or less, than words to be looked for; and why."""


@dataclass(frozen=True)
class Growth:
    """The milliseconds that searches took on a version of an engine.

    Each query has its median over the rounds, in the order of ``kinds``, for each number of
    copies of the treaty that were searched.
    """

    version: str
    kinds: Sequence[str]
    documents: Sequence[int]
    times: Sequence[Sequence[float]]

    def p95(self, *, ordinary: bool) -> list[float]:
        """Return the time that 95 % of the queries need at most, for each number of copies."""
        return [
            percentile(
                [
                    milliseconds
                    for milliseconds, kind in zip(times, self.kinds, strict=True)
                    if not (ordinary and kind in NOT_ORDINARY)
                ],
                95,
            )
            for times in self.times
        ]

    @property
    def growth(self) -> float:
        """How many times longer ordinary queries take in the most copies than in the treaty."""
        found = self.p95(ordinary=True)
        return found[-1] / found[0]


@contextmanager
def on_sqlite() -> Iterator[str]:
    """Give the address of a file for a database."""
    with tempfile.TemporaryDirectory(prefix="treaty-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'treaty.sqlite3'}"


POSTGRESQL, SQLITE = "PostgreSQL", "SQLite"
ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    POSTGRESQL: postgresql.server,  # the first, since it may be missing
    SQLITE: on_sqlite,
}


def measure(fixtures: Path, rounds: int, step: int) -> dict[str, Growth]:
    """Measure on each engine, in a process and in databases of its own."""
    found = {}
    for engine, database in ENGINES.items():
        print(f"Searching in {COPIES[-1]:,} copies on {engine} …", flush=True)
        with database() as url:
            settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "treaty_site.settings"}
            output = subprocess.run(  # noqa: S603 - our own command
                [sys.executable, "-m", "tests.bench.growth", str(fixtures), str(rounds), str(step)],
                cwd=processes.ROOT,
                env=processes.environment(**settings),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
        found[engine] = Growth(**json.loads(output))
    return found


def measure_here(fixtures: Path, rounds: int, step: int) -> dict[str, Any]:
    """Return the fields of ``Growth`` for the database of this process.

    The sizes take turns for every query, so that whatever else the machine does meets all.
    """
    import django  # noqa: PLC0415 - only the process that measures needs it

    django.setup()
    from django.db import connection  # noqa: PLC0415

    from tests.bench import searching  # noqa: PLC0415

    search = searching.load(fixtures)
    aliases = {f"copies_{copies}": copies for copies in COPIES}
    documents = []
    for alias, copies in aliases.items():
        make_database(alias)
        documents.append(searching.index(alias, copies))
        analyse(alias)
    judged = tomllib.loads(JUDGED.read_text("utf-8"))["query"][::step]
    rows = [
        [[milliseconds(search, each["q"], alias) for alias in aliases] for each in judged]
        for _ in range(1 + rounds)
    ][1:]  # the first one warms up
    return {
        "version": ".".join(map(str, connection.get_database_version())),
        "kinds": [each["kind"] for each in judged],
        "documents": documents,
        "times": [
            [median(row[query][size] for row in rows) for query in range(len(judged))]
            for size in range(len(aliases))
        ],
    }


def make_database(alias: str) -> None:
    """Make another database of the engine of the default one."""
    from django.db import connection, connections  # noqa: PLC0415

    default = connections.databases["default"]
    name = alias if connection.vendor == "postgresql" else f"{default['NAME']}.{alias}"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    connections.databases[alias] = {**default, "NAME": name}


def analyse(alias: str) -> None:
    """Do what a PostgreSQL server itself does within a minute or two."""
    from django.db import connections  # noqa: PLC0415

    if connections[alias].vendor == "postgresql":
        with connections[alias].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def milliseconds(search: Callable[[str, str], object], text: str, alias: str) -> float:
    """Return how long a search takes."""
    start = time.perf_counter_ns()
    search(text, alias)
    return (time.perf_counter_ns() - start) / 1e6


if __name__ == "__main__":
    print(json.dumps(measure_here(Path(sys.argv[1]), *map(int, sys.argv[2:]))))
