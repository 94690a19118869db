"""``python -m tests.run``: everything that must hold, one step after another.

A step that fails does not keep the next ones from running. A skipped test counts as a failure.
The last line is ``N passed, N failed``; the exit code is 1 if anything failed.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree as ET

from tests import postgresql, processes

CHECKS: dict[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "djlint format": ("-m", "djlint", "templates", "--check"),
    "djlint lint": ("-m", "djlint", "templates", "--lint"),
    "mypy": ("-m", "mypy"),
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    "migrations": ("manage.py", "makemigrations", "--check", "--dry-run"),
    "Chromium": ("-m", "tests.browser.chromium"),
    "Persian fonts": ("-m", "tests.browser.fonts"),
}
"""What Python is to run for each check; the exit code is its result."""

PYTEST = (
    *("-m", "pytest", "--continue-on-collection-errors"),
    *("--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"),
)
"""Tests share the processors: each worker has a database and a site of its own.

No more than four, since containers are often shown more processors than they are given.
"""

FIXED = {"PYTHONHASHSEED": "0"}
"""The order of sets is the same in every run, and in each of its processes."""

UNSUCCESSFUL = ("failure", "error", "skipped")
"""What pytest's report puts into a test that did not pass; an expected failure is "skipped"."""


@dataclass(frozen=True)
class Tally:
    """How many checks or tests of a step passed and failed."""

    passed: int = 0
    failed: int = 0

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


@contextmanager
def on_sqlite() -> Iterator[dict[str, str]]:
    """Need no variables: without any, the tests make a database in memory."""
    yield {}


@contextmanager
def on_postgresql() -> Iterator[dict[str, str]]:
    """Run a server, and name its database."""
    with postgresql.server() as server:
        yield {"DATABASE_URL": server.url()}


SUITES: dict[str, tuple[Callable[[], AbstractContextManager[dict[str, str]]], list[str]]] = {
    "pytest on SQLite": (on_sqlite, []),
    "pytest on PostgreSQL": (on_postgresql, ["-m", "not browser and not files and not once"]),
}
"""Where each run of the tests has its database, and which tests it takes."""


def main() -> int:
    """Check and test everything; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    steps: dict[str, Callable[[], Tally]] = {
        **{
            name: lambda arguments=arguments: check(*arguments)
            for name, arguments in CHECKS.items()
        },
        **{name: lambda suite=suite: test(*suite) for name, suite in SUITES.items()},
    }
    return all_of(steps)


def all_of(steps: dict[str, Callable[[], Tally]]) -> int:
    """Take every step, print how each went and the sum; return the exit code."""
    results = {name: take(name, step) for name, step in steps.items()}
    total = Tally(
        sum(tally.passed for tally in results.values()),
        sum(tally.failed for tally in results.values()),
    )
    print(f"\n{total}", flush=True)
    return 1 if total.failed else 0


def take(name: str, step: Callable[[], Tally]) -> Tally:
    """Take a step, with a line before it and one after it."""
    print(f"\n=== {name}", flush=True)
    start = time.monotonic()
    tally = step()
    print(f"--- {name}: {tally} in {time.monotonic() - start:.1f} s", flush=True)
    return tally


def check(*arguments: str) -> Tally:
    """Run Python with the arguments; a check counts once."""
    return Tally(failed=1) if call(*arguments) else Tally(passed=1)


def test(
    database: Callable[[], AbstractContextManager[dict[str, str]]],
    selection: list[str],
    **settings: str,
) -> Tally:
    """Run the selected tests on the database; count them from pytest's own report.

    ``settings`` are variables of the environment besides the database's.
    """
    with tempfile.TemporaryDirectory(prefix="treaty-report-") as folder:
        report = Path(folder) / "junit.xml"
        try:
            with database() as variables:
                code = call(*PYTEST, f"--junit-xml={report}", *selection, **variables, **settings)
        except RuntimeError as error:
            print(error)
            return Tally(failed=1)
        tally = count(report) if report.exists() else Tally()
    if code and not tally.failed:
        print(f"pytest itself failed, with exit code {code}.")
        return Tally(tally.passed, 1)
    return tally


def count(report: Path) -> Tally:
    """Count the tests of pytest's report, and name those that were skipped.

    A test that fails and whose fixtures fail after it stands in the report twice; it counts once.
    """
    outcomes: dict[str, bool] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest has just written it
        name = f"{case.get('classname')}::{case.get('name')}"
        outcomes[name] = outcomes.get(name, True) and not any(
            case.find(kind) is not None for kind in UNSUCCESSFUL
        )
        for skipped in case.findall("skipped"):
            print(f"Skipped, which counts as a failure: {name}: {skipped.get('message')}")
    passed = sum(outcomes.values())
    return Tally(passed, len(outcomes) - passed)


def call(*arguments: str, **variables: str) -> int:
    """Run Python with the arguments at the project's root; return the exit code.

    In a session of its own, so that Ctrl+C reaches it once, from here: pytest then has the time
    to stop what its fixtures have started.
    """
    with subprocess.Popen(  # noqa: S603 - the commands are those of CHECKS and SUITES
        [sys.executable, *arguments],
        cwd=processes.ROOT,
        env=processes.environment(**FIXED | variables),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.wait()
        except SystemExit:
            process.send_signal(signal.SIGINT)
            raise


def stop(number: int, frame: object) -> NoReturn:
    """End this run, and on the way out whatever it has started."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
