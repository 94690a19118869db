"""A face with Naskh shapes for the browser tests of Persian: found, or else installed.

``python -m tests.browser.fonts`` sees to it before the tests, so that they need no network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import Final

from tests import debian

FACES: Final = ("Noto Naskh Arabic", "Scheherazade New", "Scheherazade")
"""Those of the style sheet that a free system may have."""

INSTALL: Final = (debian.UPDATE, debian.install("fontconfig", "fonts-sil-scheherazade"))

ADVICE: Final = (
    "No face with Naskh shapes could be found or installed, so Persian cannot be tested. Install "
    "one with the system's package manager (Debian: apt-get install fonts-sil-scheherazade)."
)


def find() -> str | None:
    """Return the first of the faces that this machine has."""
    if not shutil.which("fc-list"):
        return None
    listed = subprocess.run(
        ["fc-list", ":", "family"],  # noqa: S607 - whichever the system has
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    names = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    return next((face for face in FACES if face in names), None)


def find_or_install() -> str:
    """Return the first of the faces that there is, installed if need be and if that is possible.

    Raises ``RuntimeError``, with what to do, if there is none.
    """
    if not find() and debian.may_install():
        debian.follow("a face for Persian", INSTALL)
    face = find()
    if face is None:
        raise RuntimeError(ADVICE)
    return face


if __name__ == "__main__":
    try:
        print(find_or_install())
    except RuntimeError as error:
        sys.exit(str(error))
