"""A face with Naskh shapes for the browser tests of Persian: found, or else installed.

``python -m tests.browser.fonts`` sees to it before the tests, so that they need no network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Final

FACES: Final = ("Noto Naskh Arabic", "Scheherazade New", "Scheherazade")
"""Those of the style sheet that a free system may have."""

INSTALL: Final = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "fontconfig"),
    ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "fonts-sil-scheherazade"),
)

ADVICE: Final = (
    "No face with Naskh shapes could be found or installed, so Persian cannot be tested. Install "
    "one with the system's package manager (Debian: apt-get install fonts-sil-scheherazade)."
)


def find() -> str | None:
    """Return the first of the faces that this machine has."""
    if not shutil.which("fc-list"):
        return None
    return next((face for face in FACES if _run("fc-list", "--quiet", face)), None)


def find_or_install() -> str:
    """Return the first of the faces that there is, installed if need be and if that is possible.

    Raises ``RuntimeError``, with what to do, if there is none.
    """
    if not find() and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in INSTALL:
            _run(*command)
    face = find()
    if face is None:
        raise RuntimeError(ADVICE)
    return face


def _run(*command: str) -> bool:
    """Run a command; return whether it succeeded."""
    done = subprocess.run(  # noqa: S603 - one of those above
        command,
        check=False,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
