"""How much memory a worker of the site holds, the more it has been asked."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench import usage
from tests.bench.cases import Asked
from tests.bench.load import Job
from tests.bench.sites import Server
from tests.bench.turns import Load

SHARES = (0.0, 0.1, 0.5, 1.0)
"""After which parts of all requests to look: a store that is bounded has stopped growing."""

LONGEST = 3_600.0
"""Seconds that they may take together."""


def measure(load: Load, server: Server, asked: Sequence[Asked], most: int) -> dict[int, float]:
    """Return the megabytes of the largest worker by the number of different requests so far."""
    found, done = {}, 0
    for turn, share in enumerate(SHARES):
        wanted = int(most * share) - done
        if wanted:
            load(Job(tuple(asked), server.port, turn, LONGEST, most=wanted))
        done += wanted
        found[done] = max(usage.megabytes_of_children(server.process))
    return found
