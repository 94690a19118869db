"""``python -m tests.audit``: whether an advisory is known for any package of the locks.

pip-audit, which uv fetches for the occasion, asks a database of advisories. Without the network
nothing is known, which is said and is no success.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

from tests import processes

LOCKS: Final = ("requirements.txt", "requirements-dev.txt")

AUDIT: Final = ("-m", "uv", "tool", "run", "pip-audit", "--disable-pip", "--require-hashes")

ANSWERED: Final = "known vulnerabilit"
UNKNOWN: Final = "could not be audited"
"""What pip-audit says once it has been answered, and of a package that the answers do not have."""


def main() -> int:
    """Audit the locks; return 0 if nothing is known, 1 if something is, 2 if nobody answered."""
    locks = [part for lock in LOCKS for part in ("--requirement", lock)]
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *AUDIT, *locks],
        cwd=processes.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    print(said, end="")
    if ANSWERED not in said.lower():
        print("Nothing was audited: pip-audit or its database is out of reach. Is there a network?")
        return 2
    if unknown := said.count(UNKNOWN):
        print(f"{unknown} packages were not audited: the index that was asked knows no advisories.")
        return 2
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
