"""``python -m tests.soak``: ten minutes of mixed load at 70 % of what the site can do at most.

No request may fail, and nothing may grow: neither memory nor open descriptors.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench import cases, load, sites
from tests.bench.__main__ import asked_of
from tests.bench.figures import percentile
from tests.bench.load import Job
from tests.bench.sites import Server
from tests.bench.turns import Load
from tests.fuzz.server import Taken, Workers
from tests.run import stop

SHARE: Final = 0.7
"""The share of the highest rate at which the site is asked."""

PARTS: Final = 10
SETTLED: Final = 3
"""Into how many parts the time is cut, after each of which is looked, and after which of them a
store that is bounded is full."""

MOST_GROWTH: Final = 3.0
"""Megabytes by which a worker may differ afterwards: memory comes in pieces."""

MOST_LOST: Final = 4
"""Descriptors by which all workers together may differ: each thread opens the database anew."""

MIXED: Final = tuple(
    case
    for case in (*cases.CASES, *cases.DIFFERENT)
    if case.server == "site" and case.name != cases.STATIC
)
"""Pages, searches and data, kept and not, and what is not there, in equal shares."""


@dataclass(frozen=True)
class Length:
    """How long the highest rate is looked for, and each part of the load: seconds, or requests."""

    peak: float
    part: float
    most: int | None = None


@dataclass(frozen=True)
class Soaked:
    """What was found: the rate in answers a second, the milliseconds, what the workers held."""

    rate: float
    times: Sequence[float]
    taken: Sequence[Taken]

    @property
    def growth(self) -> float:
        """Megabytes that the worker that grew most has grown once its stores were full."""
        ends = zip(self.taken[SETTLED - 1].megabytes, self.taken[-1].megabytes, strict=True)
        return max(last - first for first, last in ends)

    @property
    def lost(self) -> int:
        """Descriptors that all workers hold more since then."""
        return sum(self.taken[-1].descriptors) - sum(self.taken[SETTLED - 1].descriptors)

    def lines(self) -> Iterator[str]:
        """Yield what is told of it."""
        yield f"{len(self.times)} requests at {self.rate:.0f} a second, none failed"
        yield f"median {median(self.times):.1f} ms, 99 % within {percentile(self.times, 99):.1f} ms"
        for number, (sizes, descriptors) in enumerate(self.taken, 1):
            held = ", ".join(f"{size:.1f}" for size in sizes)
            yield f"after {number} of {PARTS}: {held} MB (RSS), {descriptors} descriptors"

    def faults(self) -> Iterator[str]:
        """Yield what has grown."""
        if self.growth > MOST_GROWTH:
            yield f"a worker has grown by {self.growth:.1f} MB"
        if self.lost > MOST_LOST:
            yield f"{self.lost} descriptors were not given back"


def soak(ask: Load, server: Server, texts: Mapping[str, Sequence[str]], length: Length) -> Soaked:
    """Ask a running site; raise ``RuntimeError`` if a request fails."""
    workers = Workers.of(server.process)
    asked = tuple(asked_of(MIXED, {"site": server}, texts))
    fastest = ask(Job(asked, server.port, 0, length.peak, most=length.most))
    rate = SHARE * len(fastest.times) / fastest.seconds
    times: list[float] = []
    taken = []
    for turn in range(1, PARTS + 1):
        times += ask(Job(asked, server.port, turn, length.part, rate, most=length.most)).times
        workers.wait_until_quiet()  # until it has noticed which connections are closed
        taken.append(workers.taken())
    return Soaked(rate, times, taken)


def texts_of(server: Server) -> dict[str, list[str]]:
    """Return the words with which a running site is searched."""
    rows = sites.rows_of(server)
    return {"": [], "judged": cases.judged_texts(), "marked": cases.marked_texts(rows)}


def main() -> int:
    """Set a site up, ask it, and say what came of it; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    seconds = parser.parse_args().minutes * 60
    with tempfile.TemporaryDirectory(prefix="treaty-soak-") as folder, load.generator() as ask:
        place = sites.set_up(Path(folder))
        with place.serving("site") as server:
            length = Length(peak=min(20.0, seconds / 10), part=seconds / PARTS)
            try:
                found = soak(ask, server, texts_of(server), length)
            except RuntimeError as error:
                print(f"A request failed. {error}")
                return 1
    print(*found.lines(), *found.faults(), sep="\n")
    return 1 if any(found.faults()) else 0


if __name__ == "__main__":
    sys.exit(main())
