"""``manage.py serve``: the site on a production server, where ``HOST`` and ``PORT`` say."""

import os
import signal
import socket
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from articles import edition

THREADS: Final = 4
"""Requests that one worker handles at a time; more only wait for one another."""

PATIENCE: Final = 60
"""Seconds that a worker has to end its requests when the site stops. One that waits for a database
that does not answer would otherwise keep it from ever stopping."""

STOPS: Final = frozenset({signal.SIGINT, signal.SIGTERM})


class Command(BaseCommand):
    """Serves the site until it is told to stop."""

    help = "Serves the site with a production server. HOST, PORT and WORKERS say where and how."

    def handle(self, **options: Any) -> None:
        """Check that the site can be served, say where it is to be found, and serve it."""
        host = os.environ.get("HOST") or "127.0.0.1"
        port = whole_number("PORT", 8000, most=65_535)
        workers = whole_number("WORKERS", 2, most=64)
        problem = edition.current().problem
        if problem:
            raise CommandError(f"{problem} Run `make run`, which sets everything up.")
        claim(host, port)
        connections.close_all()  # each worker has its own; none may share this one
        let_new_workers_be_stopped()
        server = Granian(
            "treaty_site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            backpressure=THREADS * 16,
            workers_kill_timeout=PATIENCE,
            log_level=LogLevels.warning,
        )
        shown = f"[{host}]" if ":" in host else host
        server.on_startup(
            lambda: self.stdout.write(f"Open http://{shown}:{port}/ in a browser; Ctrl+C stops.")
        )
        server.serve()


def let_new_workers_be_stopped() -> None:
    """See to it that a worker can be told to stop from the moment it is there.

    A worker begins as a copy of this process, and with its handlers of signals. Until granian has
    given it handlers of its own it would only note that the site is to stop, and go on for ever.
    It ends at once instead: it has no request yet. No signal comes in between, since all wait
    while this process is copied.

    Ctrl+C reaches the workers as well as the process that runs them; only that one should heed
    it, and tell them to stop when it is time. So a worker leaves it waiting.
    """

    def begin_worker() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})

    os.register_at_fork(
        before=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, STOPS),
        after_in_parent=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS),
        after_in_child=begin_worker,
    )


def whole_number(name: str, default: int, *, most: int) -> int:
    """Return a setting from the environment; raise ``CommandError`` unless it is 1 to ``most``."""
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise CommandError(f"{name} is '{text}'; it must be a number from 1 to {most}.")
    return int(text)


def claim(host: str, port: int) -> None:
    """Raise ``CommandError`` if nothing can listen at the address, before a worker fails to."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise CommandError(
            f"Nothing can listen at {host}, port {port}: {error.strerror or error}. "
            "Stop what uses it, or choose another: make run PORT=8001."
        ) from error
