"""Lighthouse, and the Node.js that runs it, in a folder of their own that is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import venv
from pathlib import Path
from typing import Any

from tests import processes
from tests.bench.sites import run
from tests.browser.conftest import ARGUMENTS

Report = dict[str, Any]
"""What Lighthouse writes about a page."""

FOLDER = processes.ROOT / "var/lighthouse"
PROGRAM = FOLDER / "node_modules/lighthouse"

NODE_LOCK = "requirements.txt"
LOCKS = ("package.json", "package-lock.json", ".npmrc", NODE_LOCK)
"""What says which versions are installed; the last is copied last, when all is there."""

CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
"""What Lighthouse gives a score for, and what the table calls it."""

ATTEMPTS = 3


def install() -> None:
    """Install both as the locks say, unless they are there already.

    Raises ``RuntimeError`` if they cannot be had.
    """
    here = Path(__file__).parent
    if all(is_same(here / name, FOLDER / name) for name in LOCKS):
        return
    print("Installing Lighthouse (once) …", flush=True)
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes")
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
        lock = str(here / NODE_LOCK)
        run(str(FOLDER / "bin/python"), "-m", "pip", "install", *options, "-r", lock)
        for name in LOCKS[:-1]:
            shutil.copyfile(here / name, FOLDER / name)
        arguments = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
        run(str(FOLDER / "bin/npm"), *arguments, f"--prefix={FOLDER}")
    except (RuntimeError, subprocess.CalledProcessError) as error:
        raise RuntimeError(
            "Lighthouse is missing: it takes Python's venv (Debian: apt-get install python3-venv) "
            f"and, once, package registries that pip and npm reach. {error}"
        ) from error
    shutil.copyfile(here / NODE_LOCK, FOLDER / NODE_LOCK)


def is_same(one: Path, other: Path) -> bool:
    """Tell whether the second file is there, with the content of the first."""
    return other.exists() and one.read_bytes() == other.read_bytes()


def version() -> str:
    """Return the version of Lighthouse that is installed."""
    return str(json.loads((PROGRAM / "package.json").read_text("utf-8"))["version"])


def ask(address: str, browser: str, kept: Path) -> Report:
    """Return the report on a page, as a phone would load it (Lighthouse's own preset).

    It is kept at a path. On a busy machine Lighthouse may give up waiting for the browser, and is
    asked again. Raises ``RuntimeError`` if it never has a score of each kind.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return ask_once(address, browser, kept)
        except RuntimeError as error:
            print(f"Asking again: {str(error).strip().splitlines()[-1]}", flush=True)
    return ask_once(address, browser, kept)


def ask_once(address: str, browser: str, kept: Path) -> Report:
    """Return the report on a page; raise ``RuntimeError`` if a score is missing."""
    kept.unlink(missing_ok=True)
    run(
        str(FOLDER / "bin/node"),
        str(PROGRAM / "cli/index.js"),
        address,
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        f"--output-path={kept}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(('--headless=new', *map(quoted, ARGUMENTS)))}",
        CHROME_PATH=browser,
    )
    found: Report = json.loads(kept.read_text("utf-8"))
    if "runtimeError" in found:
        raise RuntimeError(f"{address}: {found['runtimeError']['message']}")
    if missing := [name for name in CATEGORIES if found["categories"][name]["score"] is None]:
        raise RuntimeError(f"{address}: Lighthouse has no score for {', '.join(missing)}.")
    return found


def quoted(argument: str) -> str:
    """Return an argument of Chromium as Lighthouse reads it from among others."""
    return f'"{argument}"' if " " in argument else argument


if __name__ == "__main__":
    install()
