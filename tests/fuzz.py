"""``python -m tests.fuzz``: the properties on random draws, which in the tests are fixed ones.

The seed is said first; ``--seed`` draws the same again. Each round has the next seed.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
from functools import partial

from tests import run

LARGEST_SEED = 2**32 - 1
"""What Python takes for the order of its sets; hypothesis takes any."""


def main() -> int:
    """Test the properties on both databases, round after round; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, run.stop)
    given = arguments()
    print(f"make fuzz SEED={given.seed} ROUNDS={given.rounds}", flush=True)
    return run.all_of(
        {
            f"{suite}, seed {seed}": partial(properties, suite, seed)
            for seed in range(given.seed, given.seed + given.rounds)
            for suite in run.SUITES
        }
    )


def properties(suite: str, seed: int) -> run.Tally:
    """Test the properties among the tests of a suite, on the draws of a seed."""
    database, selection = run.SUITES[suite]
    marks = " and ".join(["hypothesis", *(each for each in selection if each != "-m")])
    draws = ["--hypothesis-profile=random", f"--hypothesis-seed={seed}"]
    return run.test(database, ["-m", marks, *draws], PYTHONHASHSEED=str(seed % LARGEST_SEED))


def arguments() -> argparse.Namespace:
    """Return the seed and how many rounds there are."""
    parser = argparse.ArgumentParser(description="Tests the properties on random draws.")
    any_seed = random.randrange(LARGEST_SEED)  # noqa: S311 - no secret is made
    parser.add_argument("--seed", type=int, default=any_seed)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
