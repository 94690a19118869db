"""``python -m tests.fuzz``: what holds whatever is sent, on draws that the tests have fixed.

First the properties on both databases; each round has the next seed. Then requests to a running
site, and what the dearest cost. The seed is said first; ``--seed`` draws the same again.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from tests import processes, run
from tests.bench import sites
from tests.fuzz import attack, dearest
from tests.fuzz.server import Workers

LARGEST_SEED = 2**32 - 1
"""What Python takes for the order of its sets; hypothesis takes any."""


def main() -> int:
    """Test the properties on both databases, round after round, then the site; return the code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, run.stop)
    given = arguments()
    print(
        f"make fuzz SEED={given.seed} ROUNDS={given.rounds} REQUESTS={given.requests}", flush=True
    )
    steps = {
        f"{suite}, seed {seed}": partial(properties, suite, seed)
        for seed in range(given.seed, given.seed + given.rounds)
        for suite in run.SUITES
    }
    if given.requests:
        steps[f"{given.requests:,} requests"] = partial(attacked, given.requests, given.seed)
    return run.all_of(steps)


def properties(suite: str, seed: int) -> run.Tally:
    """Test the properties among the tests of a suite, on the draws of a seed."""
    database, selection = run.SUITES[suite]
    marks = " and ".join(["hypothesis", *(each for each in selection if each != "-m")])
    draws = ["--hypothesis-profile=random", f"--hypothesis-seed={seed}"]
    return run.test(database, ["-m", marks, *draws], PYTHONHASHSEED=str(seed % LARGEST_SEED))


def attacked(requests: int, seed: int) -> run.Tally:
    """Send requests to a site of its own; print what came of it, and what the dearest cost."""
    with tempfile.TemporaryDirectory(prefix="treaty-fuzz-") as folder:
        place, log = sites.set_up(Path(folder)), Path(folder) / "log"
        with processes.serving(place.variables, log) as (process, site):
            workers, parts = Workers.of(process.pid), urlsplit(site)
            found = attack.attack(site, workers, requests, seed)
            found.faults += attack.limits_passed(found)
            found.faults += attack.faults_of_log(log, found.statuses[400])
            print(*found.lines(), sep="\n", flush=True)
            costs = dearest.costs(parts.port or 0, parts.netloc, workers)
            waited = dearest.beside(parts.port or 0, parts.netloc, dearest.worst_of(costs, 20))
            print(*dearest.lines(costs, waited), sep="\n", flush=True)
            found.faults += dearest.faults(costs, waited)
    return run.Tally(requests - len(found.faults), len(found.faults))


def arguments() -> argparse.Namespace:
    """Return which draws are wanted: the seed of the first round, how many rounds and requests."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    chosen = random.SystemRandom().randint(0, LARGEST_SEED)
    parser.add_argument("--seed", type=int, default=chosen, help="draw as a run before did")
    parser.add_argument("--rounds", type=int, default=1, help="each has the next seed")
    parser.add_argument("--requests", type=int, default=100_000, help="how many are sent")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
