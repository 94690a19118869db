"""``python -m tests.bench``: how long search takes, for the treaty and for a thousand of it.

Asks the judged queries of SQLite and of PostgreSQL, in databases of its own, and prints the times
and which goals hold. Times are no tests: the exit code is 0 unless something cannot run.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NoReturn

from tests import postgresql, processes

COPIES = 1_000
ROUNDS = 9
MOST_MILLISECONDS = 5.0
MOST_GROWTH = 3.0

JUDGED = processes.ROOT / "tests/search/judged.toml"
NOT_ORDINARY = {
    "reference": "turns to an article without a search",
    "phrase": "uses quotation marks",
    "operator": "uses minus, OR or *",
}
"""Kinds of queries that are more, or less, than words to be looked for; and why."""

MEASURES = ("whole", "small", "large")
"""The whole answer of the site; the search alone in the treaty; and in the copies of it."""

Times = dict[str, list[float]]
"""Milliseconds that each measure takes for each query."""


@contextmanager
def on_sqlite() -> Iterator[str]:
    """Give the address of a file for a database."""
    with tempfile.TemporaryDirectory(prefix="treaty-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'treaty.sqlite3'}"


ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": on_sqlite,
    "PostgreSQL": postgresql.server,
}


def main() -> int:
    """Measure on each engine in a process of its own; print the tables and the goals."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    tables, goals = [], []
    for engine, database in ENGINES.items():
        print(f"Measuring on {engine} …", flush=True)
        try:
            with database() as url:
                found = in_process_of_its_own(url)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            print(f"{engine} cannot be measured: {error}")
            return 1
        tables.append(table(f"{engine} {found['version']}", found["kinds"], found["times"]))
        goals += goals_of(engine, found["kinds"], found["times"])
    print(explanation(), *tables, "Goals", *goals, sep="\n")
    return 0


def in_process_of_its_own(url: str) -> dict[str, Any]:
    """Return what ``measure`` finds in an empty database."""
    output = subprocess.run(
        [sys.executable, "-m", "tests.bench", "measure"],
        cwd=processes.ROOT,
        env=processes.environment(DATABASE_URL=url, DJANGO_SETTINGS_MODULE="treaty_site.settings"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    found: dict[str, Any] = json.loads(output)
    return found


def measure() -> dict[str, Any]:
    """Return the kind of each query, and the median of its times over the rounds.

    The measures take turns, so that whatever else the machine does meets all of them.
    """
    import django  # noqa: PLC0415 - only the processes that measure need it

    django.setup()
    from django.db import connection  # noqa: PLC0415

    from articles.exploring import judging  # noqa: PLC0415

    digest = load()
    copy_index()
    judged = judging.read(JUDGED)
    calls = calls_of([each.query for each in judged], digest)
    rounds: list[Times] = [
        {name: list(map(milliseconds, calls[name])) for name in MEASURES} for _ in range(1 + ROUNDS)
    ][1:]  # the first one warms up
    return {
        "version": ".".join(map(str, connection.get_database_version())),
        "kinds": [each.kind for each in judged],
        "times": {
            name: [median(times) for times in zip(*(each[name] for each in rounds), strict=True)]
            for name in MEASURES
        },
    }


def load() -> str:
    """Load the treaty; return the digest of its data."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from articles import loading  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    return loading.load(settings.FIXTURES_DIR).version.digest


def copy_index() -> None:
    """Make a second database, ``large``, with the index of every article and of its copies.

    It has no other tables: the words that search knows stay those of the treaty, of which the
    same share of the articles has each.
    """
    from django.db import connection, connections, transaction  # noqa: PLC0415

    from articles.models import Article, Concept  # noqa: PLC0415
    from articles.search import DIALECTS, documents, marks_of  # noqa: PLC0415

    default = connections.databases["default"]
    name = "large" if connection.vendor == "postgresql" else f"{default['NAME']}.large"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    connections.databases["large"] = {**default, "NAME": name}
    articles = list(Article.objects.with_text())
    indexed = documents.of(articles, marks_of(Concept.objects.with_links(), articles))
    copies = [
        replace(document, article_id=document.article_id + copy * len(indexed))
        for copy in range(COPIES)
        for document in indexed
    ]
    with transaction.atomic(using="large"):
        DIALECTS[connection.vendor].rebuild(connections["large"], copies)
    if connection.vendor == "postgresql":
        with connections["large"].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the server itself does within a minute or two


def calls_of(texts: Sequence[str], digest: str) -> dict[str, list[Callable[[], object]]]:
    """Return what to call for each measure and query."""
    from django.http import QueryDict  # noqa: PLC0415
    from django.utils.http import urlencode  # noqa: PLC0415

    from articles import search  # noqa: PLC0415
    from articles.exploring.exploration import explore  # noqa: PLC0415

    words = search.lexicon(digest)
    asked = [QueryDict(urlencode({"q": text})) for text in texts]
    queries = [search.parse(text) for text in texts]
    return {
        "whole": [lambda data=data: explore(data, digest) for data in asked],
        "small": [lambda query=query: search.find(query, words) for query in queries],
        "large": [lambda query=query: search.find(query, words, "large") for query in queries],
    }


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1e6


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 % of the queries need at most."""
    return quantiles(times, n=20, method="inclusive")[-1]


def of_kinds(times: Times, kinds: Sequence[str], kept: Iterable[str]) -> Times:
    """Return the times of the queries of some kinds."""
    wanted = set(kept)
    return {
        name: [time for time, kind in zip(each, kinds, strict=True) if kind in wanted]
        for name, each in times.items()
    }


def ordinary(kinds: Iterable[str]) -> list[str]:
    """Return the kinds of ordinary queries, each once."""
    return [kind for kind in dict.fromkeys(kinds) if kind not in NOT_ORDINARY]


def growth(times: Times) -> float:
    """Return how many times longer the slowest queries take in the copies."""
    return p95(times["large"]) / p95(times["small"])


def explanation() -> str:
    """Return what the tables show."""
    exceptions = "\n".join(f"  {kind:<13} {reason}" for kind, reason in NOT_ORDINARY.items())
    return f"""
Milliseconds in process, warm. Each query's time is its median over {ROUNDS} rounds, in which the
measures take turns; p50 and p95 are over the judged queries ({JUDGED.relative_to(processes.ROOT)}).
  answer        all that a page of results shows: articles.explorer.explore
  find          articles.search.find alone, in the treaty (49 documents)
  find × {COPIES:,}  the same in an index of {COPIES:,} copies ({49 * COPIES:,} documents)
  growth        p95 of the latter by p95 of the former
Ordinary are the queries that are just words, whatever words: those of all kinds but
{exceptions}
Other work on the machine lengthens all times, and those on PostgreSQL most: its load is now
{os.getloadavg()[0]:.1f}, with {os.cpu_count()} processors.
"""


def table(title: str, kinds: Sequence[str], times: Times) -> str:
    """Return the times of an engine, by kind of query."""
    chosen = {
        "ordinary": ordinary(kinds),
        "all": list(kinds),
        **{kind: [kind] for kind in dict.fromkeys(kinds)},
    }
    pair = f"{'p50':>8}{'p95':>8}"
    lines = [
        f"{title:<21}{'answer':>16}{'find':>16}{f'find × {COPIES:,}':>16}",
        f"{'':<14}{'queries':>7}{pair * len(MEASURES)}{'growth':>9}",
    ]
    for name, kept in chosen.items():
        part = of_kinds(times, kinds, kept)
        columns = "".join(f"{median(part[each]):>8.2f}{p95(part[each]):>8.2f}" for each in MEASURES)
        grown = "" if name == "reference" else f"{growth(part):>9.1f}"
        lines.append(f"{name:<14}{len(part['whole']):>7}{columns}{grown}")
    return "\n".join([*lines, ""])


def goals_of(engine: str, kinds: Sequence[str], times: Times) -> list[str]:
    """Return a line for each goal that says whether it holds."""
    answer, grown = p95(times["whole"]), growth(of_kinds(times, kinds, ordinary(kinds)))
    return [
        f"{'holds' if answer <= MOST_MILLISECONDS else 'FAILS'}  {engine}: p95 of the answer to "
        f"any judged query {answer:.2f} ms, at most {MOST_MILLISECONDS:.0f} ms",
        f"{'holds' if grown <= MOST_GROWTH else 'FAILS'}  {engine}: p95 of finding grows "
        f"{grown:.1f} times for ordinary queries, at most {MOST_GROWTH:.0f} times",
    ]


def stop(number: int, frame: object) -> NoReturn:
    """End this run, and on the way out whatever it has started."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        print(json.dumps(measure()))
    else:
        sys.exit(main())
