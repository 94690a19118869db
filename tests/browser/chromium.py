"""Chromium for the browser tests: found, or else installed.

``python -m tests.browser.chromium`` sees to it before the tests, so that they need no network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
"""The first draws no window of its own, not even out of sight, and is twice as fast for it."""


PLAYWRIGHTS = [[sys.executable, "-m", "playwright", "install", "chromium"]]
INSTALL = ("apt-get", "install", "-qq", "--yes", "--no-install-recommends")
DEBIANS = [
    [["apt-get", "update", "-qq"], [*INSTALL, "chromium-headless-shell"]],
    [[*INSTALL, "chromium"]],
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
        _follow(way)
        try:
            return find()
        except RuntimeError:
            continue
    raise RuntimeError(ADVICE)


def _ways() -> list[list[list[str]]]:
    """Return the ways to install Chromium here, each a list of commands."""
    may_use_apt = os.geteuid() == 0 and shutil.which("apt-get")
    return [*DEBIANS, PLAYWRIGHTS] if may_use_apt else [PLAYWRIGHTS]


def _follow(way: list[list[str]]) -> None:
    """Run the commands up to the first that fails; say which one, and its output."""
    for command in way:
        print("Installing Chromium:", *command, flush=True)
        done = subprocess.run(  # noqa: S603 - one of the commands above
            command,
            check=False,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            print(f"This failed with exit code {done.returncode}:\n{done.stdout}", flush=True)
            return


def _runs(path: str) -> bool:
    """Tell whether the program starts: some systems ship a stub that only says what to install."""
    done = subprocess.run([path, "--version"], check=False, capture_output=True)  # noqa: S603
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
