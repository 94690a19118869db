"""``python -m tests.trials.faults``: how soon a fault is noticed, and how soon it is over.

The faults are those of the tests, on both databases, with readers all the time. Noticed is a fault
once ``/readyz`` says so, and over once every search is answered, counted from the end of what
mended it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from tests import postgresql, processes
from tests.faults.readers import reading
from tests.faults.sites import PASSWORDS, READER, OnPostgreSQL, OnSQLite
from tests.faults.table import OF_POSTGRESQL, OF_SQLITE, Fault, Running, running


def main() -> None:
    """Print a line for each fault."""
    with tempfile.TemporaryDirectory(prefix="treaty-trial-") as name, ExitStack() as stack:
        folder = Path(name)
        collect = (*processes.MANAGE, "collectstatic", "--no-input", "--verbosity=0")
        settings = {"STATIC_ROOT": str(folder / "static")}
        processes.outcome(collect, folder / "collect.log", **settings)
        print("| fault | asked | pages failed | searches 503 | noticed, s | over, s |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for made, faults in ((on_sqlite, OF_SQLITE), (on_postgresql, OF_POSTGRESQL)):
            site = stack.enter_context(made(folder, settings))
            for what, fault in faults.items():
                print(
                    f"| {site.place.name}: {what} | {' | '.join(figures(site, fault))} |",
                    flush=True,
                )


def figures(site: Running, fault: Fault) -> list[str]:
    """Have a fault befall the site; return what it cost its readers, and for how long."""
    times = [monotonic()]

    def mend(place: Any) -> None:
        fault.mend(place)
        times.append(monotonic())

    with reading(site.address) as answers:
        site.suffer(fault)
        times.append(monotonic())
        site.recover(replace(fault, mend=mend))
        times.append(monotonic())
    began, noticed, mended, over = times
    pages = [answer for answer in answers if not answer.is_search]
    failed = [page for page in pages if page.status != 200]
    refused = [answer for answer in answers if answer.is_search and answer.status == 503]
    counts = (len(answers), len(failed), len(refused))
    return [*map(str, counts), f"{noticed - began:.1f}", f"{over - mended:.1f}"]


@contextmanager
def on_sqlite(folder: Path, settings: dict[str, str]) -> Iterator[Running]:
    """Serve a site from a file."""
    file = folder / "data" / "treaty.sqlite3"
    place = OnSQLite(settings | {"DATABASE_URL": f"sqlite:///{file}"}, file, folder / "sqlite.log")
    for command in ("migrate", "load_treaty"):
        processes.outcome((*processes.MANAGE, command), folder / command, **place.settings)
    with running(place) as site:
        yield site


@contextmanager
def on_postgresql(folder: Path, settings: dict[str, str]) -> Iterator[Running]:
    """Serve a site from a server of its own."""
    with postgresql.server() as server:
        url = server.url(f"{READER}:{PASSWORDS[0]}")
        place = OnPostgreSQL(settings | {"DATABASE_URL": url}, server, folder / "postgresql.log")
        place.prepare()
        with running(place) as site:
            yield site


if __name__ == "__main__":
    main()
