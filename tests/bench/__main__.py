"""Measures all, prints it and writes it down."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path

from tests import processes
from tests.bench import cases, growth, load, memory, report, sites, turns, usage
from tests.run import stop

SHORT = ": it shows that the bench works, and says nothing of the site"
DOCUMENT = processes.ROOT / "docs/performance.md"


@dataclass(frozen=True)
class Length:
    """How long a run is: its rounds and their seconds, how much is asked, and of which search.

    Search is asked every ``step``-th judged query.
    """

    rounds: int
    seconds: float
    requests: int
    starts: int
    searches: int
    step: int


LENGTHS = {
    "short": Length(rounds=1, seconds=0.5, requests=200, starts=1, searches=1, step=40),
    "usual": Length(rounds=4, seconds=1.5, requests=10_000, starts=3, searches=3, step=2),
    "long": Length(rounds=9, seconds=3.0, requests=100_000, starts=5, searches=9, step=1),
}
"""A short run only shows that the bench works; the usual one takes less than ten minutes."""


def main() -> int:
    """Measure all, print it and write it down; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    name, length = length_asked_for()
    if not usage.PROC.is_dir():
        print("The bench reads processors and memory from /proc: run it on Linux.")
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="treaty-bench-") as folder:
            text = report.text(measure(length, circumstances_of(name), Path(folder)))
    except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
        print(f"This cannot be measured: {error}")
        return 1
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(text, "utf-8")
    print(text, f"Written to {DOCUMENT.relative_to(processes.ROOT)}.", sep="\n")
    return 0


def length_asked_for() -> tuple[str, Length]:
    """Return the length that the command line or ``BENCH`` names, and that name."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    default = os.environ.get("BENCH") or "usual"
    parser.add_argument("length", nargs="?", choices=LENGTHS, default=default)
    parser.add_argument("--requests", type=int, help="how many before the memory is looked at")
    given = parser.parse_args()
    if given.length not in LENGTHS:
        parser.error(f"BENCH is '{given.length}'; it must be one of {', '.join(LENGTHS)}.")
    length = LENGTHS[given.length]
    return given.length, replace(length, requests=given.requests or length.requests)


def measure(length: Length, circumstances: Mapping[str, str], folder: Path) -> report.Run:
    """Measure all: searches in larger collections, then the answers, then memory and starts."""
    program = sites.install_datasette()
    place = sites.set_up(folder)
    growths = growth.measure(folder / "fixtures", length.searches, length.step)
    with ExitStack() as stack:
        ask = stack.enter_context(load.generator())
        rows, size = look(place)
        (folder / "static" / cases.FILE).write_bytes(os.urandom(size))
        texts = {"": [], "judged": cases.judged_texts(), "marked": cases.marked_texts(rows)}
        with ExitStack() as running:
            servers = {
                "site": running.enter_context(place.serving("site")),
                "empty": running.enter_context(place.serving("empty")),
                "datasette": running.enter_context(sites.datasette(program, folder, rows)),
            }
            asked = asked_of(cases.CASES, servers, texts)
            answers = turns.measure(ask, servers, asked, length.rounds, length.seconds)
        print(f"Asking for {length.requests:,} different things …", flush=True)
        with place.serving("site") as site:
            asked = asked_of(cases.DIFFERENT, {"site": site}, texts)
            grown = memory.measure(ask, site, asked, length.requests)
    starts = [
        {name: place.seconds_to_answer(name) for name in sites.COMMANDS}
        for _ in range(length.starts)
    ]
    return report.Run(
        rounds=length.rounds,
        seconds=length.seconds,
        circumstances=circumstances,
        size=size,
        answers=answers,
        starts=starts,
        memory=grown,
        growths=growths,
    )


def look(place: sites.Place) -> tuple[list[sites.Row], int]:
    """Return the articles, and how many bytes the page of one has as it is sent."""
    with place.serving("site") as site:
        return sites.rows_of(site), len(sites.fetch(site, cases.ADDRESS)[0])


def asked_of(
    kinds: Sequence[cases.Case],
    servers: Mapping[str, sites.Server],
    texts: Mapping[str, Sequence[str]],
) -> list[cases.Asked]:
    """Return the cases with all that their requests need of the servers that run now."""
    tag = sites.fetch(servers["site"], cases.ADDRESS)[1]
    return [
        cases.Asked(
            case,
            servers[case.server].host,
            texts[case.texts],
            tag if case.status == HTTPStatus.NOT_MODIFIED else "",
        )
        for case in kinds
    ]


def circumstances_of(name: str) -> dict[str, str]:
    """Return what the figures depend on, as it is before anything is measured."""
    load_average = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    packages = ", ".join(f"{package} {version(package)}" for package in ("Django", "granian"))
    return {
        **usage.machine(),
        "Programs": f"{packages}, Datasette {sites.datasette_version()}",
        "Date": f"{datetime.now(UTC):%d %B %Y, %H:%M} UTC",
        "Load average before (1, 5, 15 minutes)": load_average,
        "Length of the run": f"{name}{SHORT if name == 'short' else ''}",
    }


if __name__ == "__main__":
    sys.exit(main())
