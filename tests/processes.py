"""The project's commands as processes of their own, started as whoever runs the site does."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent

MANAGE = (sys.executable, "manage.py")
SERVE = (*MANAGE, "serve")

CALLERS_OWN = frozenset(
    {
        "ACCESS_LOG",
        "ALLOWED_HOSTS",
        "BEHIND_PROXY",
        "CONTACT",
        "DATABASE_URL",
        "DEBUG",
        "DJANGO_SETTINGS_MODULE",
        "HOST",
        "LOG_LEVEL",
        "MAKEFLAGS",  # `make PORT=9000 test` would hand PORT on to every make below it
        "MAKELEVEL",
        "MAKEOVERRIDES",
        "METRICS",
        "MFLAGS",
        "OFFICIAL_TEXT",
        "PORT",
        "READ_ONLY",
        "PYTEST_ADDOPTS",
        "STATIC_ROOT",
        "WORKERS",
    }
)
"""What the caller may have set for a site of his own, and what would change the tests."""

PATIENCE = 180
"""Seconds to wait for what takes one or two: other tests, or other people, may need the machine.

More than a site gives its own workers to stop, so that it can say which one did not.
"""


FIRST_PORT, MOST_PORTS, PORTS_EACH = 11_000, 19_200, 64
_given = count()


def environment(**variables: str) -> dict[str, str]:
    """Return the caller's environment without his settings, and with ``variables``.

    Nothing is fetched from where the official text is published.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in CALLERS_OWN and not name.startswith("PG")  # PGPORT, PGUSER, PGDATA …
    }
    return kept | {"OFFICIAL_TEXT": "0"} | variables


def free_port() -> int:
    """Return a port of this machine on which nothing listens.

    Each comes from a stretch of this process's own, and none is one of those that the system gives
    to whoever asks for any: nobody else takes it before it is used.
    """
    first = FIRST_PORT + os.getpid() * PORTS_EACH % MOST_PORTS
    for _ in range(PORTS_EACH):
        port = first + next(_given) % PORTS_EACH
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError(f"Something listens on every port from {first} on.")


def get(address: str) -> tuple[int, str]:
    """Return the status and the body that the address answers, whatever the status.

    Raises ``OSError`` if nothing listens there. Asks no proxy.
    """
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)) as connection:
        connection.request(
            "GET", parts._replace(scheme="", netloc="", path=parts.path or "/").geturl()
        )
        response = connection.getresponse()
        return response.status, response.read().decode()


@contextmanager
def running(command: Sequence[str], log: Path, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command with its output in ``log``; end it, and all it has started, afterwards."""
    with (
        log.open("w") as output,
        subprocess.Popen(  # noqa: S603 - the commands are those of the tests
            command,
            cwd=ROOT,
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            _end(process)


def copied(settings: dict[str, str], folder: Path) -> dict[str, str]:
    """Return the settings of a site whose database is a copy in the folder, to be changed."""
    database = shutil.copy(urlsplit(settings["DATABASE_URL"]).path, folder)
    return settings | {"DATABASE_URL": f"sqlite:///{database}"}


def outcome(command: Sequence[str], log: Path, **variables: str) -> tuple[int, str]:
    """Run a command that should end by itself; return its exit code and all it printed."""
    with running(command, log, **variables) as process:
        code = process.wait(timeout=PATIENCE)
    return code, log.read_text()


@contextmanager
def serving(settings: dict[str, str], log: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a site that has been set up; give the process and the address."""
    port = free_port()
    with running(SERVE, log, **settings, PORT=str(port)) as process:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(process, address, log)
        yield process, address


def end_as_a_supervisor_does(process: subprocess.Popen[str]) -> None:
    """Ask the process that runs the workers to stop."""
    process.terminate()


def end_as_ctrl_c_does(process: subprocess.Popen[str]) -> None:
    """Interrupt the process and its workers alike."""
    os.killpg(process.pid, signal.SIGINT)


ENDS = [end_as_a_supervisor_does, end_as_ctrl_c_does]


def wait_until_ready(process: subprocess.Popen[str], site: str, log: Path) -> None:
    """Return once the site says that it is ready.

    Raises ``RuntimeError``, with what it has printed, if its process ends first or does not get
    there.
    """

    def is_ready() -> bool:
        with suppress(OSError, http.client.HTTPException):
            return get(f"{site}/readyz")[0] == HTTPStatus.OK
        return False

    wait_until(is_ready, process, log, f"{site} is not ready")


def wait_until_said(process: subprocess.Popen[str], words: str, log: Path) -> None:
    """Return once the process has printed the words; raises as ``wait_until_ready``."""
    wait_until(lambda: words in log.read_text(), process, log, f"“{words}” was not said")


def wait_until(
    is_so: Callable[[], bool], process: subprocess.Popen[str], log: Path, problem: str
) -> None:
    """Return once it is so; raise ``RuntimeError`` if the process ends first, or it never is."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        if is_so():
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
    raise RuntimeError(f"{problem} (exit code {process.poll()}):\n{log.read_text()}")


def _end(process: subprocess.Popen[str]) -> None:
    """Ask the process group to stop, and make it if it does not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=PATIENCE)
