"""Sends drawn requests to a running server, and finds out what must not be."""

from __future__ import annotations

import http.client
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from tests.fuzz import drawing
from tests.fuzz.asking import Asker, faults
from tests.fuzz.drawing import Request
from tests.fuzz.server import Taken, Workers

MOST_MILLISECONDS: Final = 250.0
"""What an answer may cost at most, in time of a processor."""

MOST_MEGABYTES: Final = 150.0
"""What a worker may hold after all of them."""

MOST_LOST: Final = 20
"""Descriptors by which workers may hold more afterwards: of connections and databases."""

LONGEST_LINE: Final = 500
"""Bytes of the longest line on a request in the log."""

SHOWN: Final = 20
"""How many of the dearest requests are told."""

HOSTS: Final = ("localhost", "127.0.0.1", "[::1]")
TRIES: Final = 8
"""Connections on which a page is asked for, so that each worker has been asked."""


@dataclass
class Found:
    """What came of an attack: faults with the request behind each, what the dearest cost (ms)."""

    faults: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    dearest: list[tuple[float, int, str]] = field(default_factory=list)
    before: Taken = field(default_factory=lambda: Taken([], []))
    after: Taken = field(default_factory=lambda: Taken([], []))

    def lines(self) -> Iterator[str]:
        """Yield what is told of it."""
        yield "answers: " + ", ".join(
            f"{key} × {self.statuses[key]}" for key in sorted(self.statuses)
        )
        for name, taken in (("before", self.before), ("after", self.after)):
            held = ", ".join(f"{size:.0f}" for size in taken.megabytes)
            yield f"{name}: {held} MB (RSS), {taken.descriptors} descriptors"
        yield "dearest, in ms of a processor:"
        for cost, number, said in sorted(self.dearest, reverse=True):
            yield f"  {cost:6.1f}  {number:6}  {said}"
        yield f"faults: {len(self.faults)}"
        yield from self.faults[:SHOWN]


def attack(site: str, workers: Workers, requests: int, seed: int) -> Found:
    """Send requests one by one, and return what came of them."""
    parts = urlsplit(site)
    port, host = int(parts.port or 0), parts.netloc
    warm_up(port, host, workers)
    found, asker, clock = Found(before=workers.taken()), Asker(port), workers.seconds
    spent = clock()
    for number, request in zip(range(requests), drawing.drawn(seed, host), strict=False):
        said = list(wrong_with(asker, request))
        spent, before = clock(), spent
        cost = (spent - before) * 1e3
        add_dearest(found, cost, number, request)
        found.faults += [f"{number}: {each}: {request}" for each in said]
    found.statuses.update(asker.statuses)
    asker.close()
    workers.wait_until_quiet()
    found.after = workers.taken()
    return found


def warm_up(port: int, host: str, workers: Workers) -> None:
    """Have each worker make the pages under each name, so that none is made beside a request."""
    asker = Asker(port)
    for name in (host, *HOSTS, *(f"{each}:{port}" for each in HOSTS)):
        for _ in range(TRIES):
            asker.ask(drawing.request("/", name))
            asker.close()
    workers.wait_until_quiet()


def wrong_with(asker: Asker, request: Request) -> Iterator[str]:
    """Send a request and yield what is wrong with what comes back."""
    try:
        yield from faults(request, asker.ask(request))
    except (http.client.HTTPException, OSError) as error:
        yield repr(error)
        asker.close()


def add_dearest(found: Found, cost: float, number: int, request: Request) -> None:
    """Remember what a request cost if it is one of the dearest."""
    if len(found.dearest) < SHOWN:
        heappush(found.dearest, (cost, number, str(request)))
    elif cost > found.dearest[0][0]:
        heappushpop(found.dearest, (cost, number, str(request)))


def limits_passed(found: Found) -> Iterator[str]:
    """Yield what the server took more of than it may: time, memory, descriptors."""
    for cost, number, _ in found.dearest:
        if cost > MOST_MILLISECONDS:
            yield f"request {number} cost {cost:.0f} ms"
    for size in found.after.megabytes:
        if size > MOST_MEGABYTES:
            yield f"a worker holds {size:.0f} MB"
    if sum(found.after.descriptors) > sum(found.before.descriptors) + MOST_LOST:
        yield f"{found.after.descriptors} descriptors, after {found.before.descriptors}"


def faults_of_log(log: Path, refused: int) -> Iterator[str]:
    """Yield what is wrong with a log: a line that is long, and more lines than were refused."""
    lines = log.read_bytes().splitlines()[1:]  # the first says where the site is to be found
    yield from (f"a line of {len(line)} bytes" for line in lines if len(line) > LONGEST_LINE)
    if len(lines) > refused:
        yield f"{len(lines)} lines for {refused} requests that were refused"
