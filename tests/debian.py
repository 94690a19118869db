"""Packages of Debian that the tests need: installed where they may be."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence

UPDATE = ("apt-get", "update", "-qq")


def install(*packages: str) -> tuple[str, ...]:
    """Return the command that installs packages."""
    return ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages)


def may_install() -> bool:
    """Whether this is a Debian on which packages may be installed."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def follow(what: str, commands: Iterable[Sequence[str]]) -> None:
    """Run the commands that install something, up to the first that fails; say which, and why."""
    for command in commands:
        print(f"Installing {what}:", *command, flush=True)
        done = subprocess.run(  # noqa: S603 - one of the commands of the tests
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
