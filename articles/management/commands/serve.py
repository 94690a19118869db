"""``manage.py serve``: the site on a production server, where ``HOST`` and ``PORT`` say."""

import ctypes
import os
import signal
import socket
import threading
from contextlib import suppress
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.common import AbstractServer

from articles import edition
from articles.views import health

THREADS: Final = 4
"""Requests that one worker handles at a time; more only wait for one another."""

CONNECTIONS: Final = 1_024
"""Connections that one worker holds at a time. One that a reader only keeps open counts too: with
as few as there are threads, some dozens of readers would keep all others out."""

HEADS: Final = HTTP1Settings(header_read_timeout=5_000, max_buffer_size=32_768)
"""What a client may take to say what it asks for, in milliseconds and bytes.

The time also ends a connection on which nothing more is asked. The size is looked at after each
read and not in the middle of one: 32 KB are always enough, and more than 48 KB never pass.
"""

PATIENCE: Final = 60
"""Seconds that a worker has to end its requests when the site stops. One that waits for a database
that does not answer would otherwise keep it from ever stopping."""

EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - named, not listened at
"""Hosts at which a server listens and no browser finds it."""

M_ARENA_MAX: Final = -8
"""What the GNU C library calls the number of places from which threads take memory (mallopt(3))."""

STOPS: Final = frozenset({signal.SIGINT, signal.SIGTERM})


class Command(BaseCommand):
    """Serves the site until it is told to stop."""

    help = "Serves the site with a production server. HOST, PORT and WORKERS say where and how."

    def handle(self, **options: Any) -> None:
        """Check that the site can be served, say where it is to be found, and serve it."""
        host = os.environ.get("HOST") or "127.0.0.1"
        port = whole_number("PORT", 8000, most=65_535)
        workers = whole_number("WORKERS", 2, most=64)
        problem = edition.current().problem or health.obstacle()
        if problem:
            raise CommandError(f"{problem} Run `make run`, which sets everything up.")
        claim(host, port)
        leave_database()
        server = Granian(
            "treaty_site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            http=HTTPModes.http1,
            http1_settings=HEADS,
            backpressure=CONNECTIONS,
            respawn_failed_workers=True,
            workers_kill_timeout=PATIENCE,
            log_level=LogLevels.warning,
        )
        share_memory()
        stop_when_told(server)
        if settings.METRICS:
            publish_metrics(server, *settings.METRICS)
        shown = "localhost" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
        server.on_startup(
            lambda: self.stdout.write(f"Open http://{shown}:{port}/ in a browser; Ctrl+C stops.")
        )
        server.serve()


def leave_database() -> None:
    """Close what this process has of the database: each worker has its own, and shares none."""
    connections.close_all()
    getattr(connection, "close_pool", connection.close)()  # SQLite has no pool


def publish_metrics(server: AbstractServer[Any], host: str, port: int) -> None:
    """Have the figures of all workers given at an address of their own, once the site serves.

    The workers write them into a folder, which goes with this process. The library must know of
    it when it is imported.
    """
    claim(host, port)
    folder = TemporaryDirectory(prefix="treaty-metrics-")
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder.name
    publish = import_string("treaty_site.metrics.publish")
    server.on_startup(lambda: publish(host, port))
    server.on_shutdown(folder.cleanup)


def stop_when_told(server: AbstractServer[Any]) -> None:
    """See to it that the site stops when it is told to, whatever it is doing.

    A thread waits for the signals, since a handler could come while granian's loop holds the lock
    of the event that would wake it. Before the loop replaces a worker that has died it forgets
    that it was woken; so it is reminded once the new one is there.

    A worker begins as a copy of this process in which the signals wait, pending for ever. Until
    granian has given it handlers of its own SIGTERM ends it at once: it has no request yet.
    Ctrl+C reaches the workers as well as the process that runs them; only that one should heed
    it, and tell them to stop when it is time. So a worker leaves it waiting.
    """

    def wait() -> None:
        signal.sigwait(STOPS)
        server.interrupt_signal = True
        server.main_loop_interrupt.set()

    def remind() -> None:
        if server.interrupt_signal:
            server.main_loop_interrupt.set()

    def begin_worker() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})

    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    os.register_at_fork(after_in_parent=remind, after_in_child=begin_worker)
    threading.Thread(target=wait, daemon=True).start()


def share_memory() -> None:
    """Have all threads of a worker take memory from one place.

    They take turns anyway, and each would hold what it has once had: a tenth of a worker's memory.
    Only the GNU C library can be told so.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


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
