"""Chromium for the browser tests: found, or else installed.

``python -m tests.browser.chromium`` sees to it before the tests, so that they need no network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import debian

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
"""The first draws no window of its own, not even out of sight, and is twice as fast for it."""


Way = Sequence[Sequence[str]]
"""Commands, of which each is to succeed."""

PLAYWRIGHTS: Way = [[sys.executable, "-m", "playwright", "install", "chromium"]]
DEBIANS: list[Way] = [
    [debian.UPDATE, debian.install("chromium-headless-shell")],
    [debian.install("chromium")],
]

ADVICE = (
    "No Chromium could be found or installed, so the browser tests cannot run. Install it with "
    "the system's package manager (Debian: apt-get install chromium), or let Playwright fetch "
    "its own: .venv/bin/python -m playwright install --with-deps chromium"
)


def find() -> str:
    """Return the path of a Chromium that runs: the system's, or the one Playwright fetched.

    Raises ``RuntimeError``, with what to do, if there is none.
    """
    for path in filter(None, map(shutil.which, NAMES)):
        if _runs(path):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).is_file():
        return path
    raise RuntimeError(ADVICE)


def find_or_install() -> str:
    """Return the path of a Chromium that runs, installed by the first way that works if need be.

    Raises ``RuntimeError``, with what to do, if every way fails.
    """
    for way in ([], *_ways()):
        debian.follow("Chromium", way)
        try:
            return find()
        except RuntimeError:
            continue
    raise RuntimeError(ADVICE)


def _ways() -> list[Way]:
    """Return the ways to install Chromium here, each a list of commands."""
    return [*DEBIANS, PLAYWRIGHTS] if debian.may_install() else [PLAYWRIGHTS]


def _runs(path: str) -> bool:
    """Tell whether the program starts: some systems ship a stub that only says what to install."""
    done = subprocess.run([path, "--version"], check=False, capture_output=True)  # noqa: S603
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
