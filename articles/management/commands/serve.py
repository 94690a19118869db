"""``manage.py serve``: the site on a production server, at ``HOST`` and ``PORT``."""

import os
import socket
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from granian import Granian
from granian.constants import Interfaces

from articles.middleware import data_version

MAX_PORT = 65_535


class Command(BaseCommand):
    """Serves the site until it is told to stop."""

    help = "Serves the site with a production server. HOST and PORT say where."

    def handle(self, **options: Any) -> None:
        """Check that the site can be served, say where it is to be found, and serve it."""
        host, port = os.environ.get("HOST") or "127.0.0.1", port_number(os.environ.get("PORT"))
        _, problem = data_version()
        if problem:
            raise CommandError(f"{problem} Run `make run`, which sets everything up.")
        claim(host, port)
        server = Granian(
            "treaty_site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=int(os.environ.get("WORKERS") or 1),
            log_level="warning",  # type: ignore[arg-type]
        )
        shown = f"[{host}]" if ":" in host else host
        server.on_startup(
            lambda: self.stdout.write(f"Open http://{shown}:{port}/ in a browser; Ctrl+C stops.")
        )
        server.serve()


def port_number(text: str | None) -> int:
    """Return the port, 8000 if none is given; raise ``CommandError`` if it is no port."""
    if not text:
        return 8000
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MAX_PORT:
        raise CommandError(f"PORT is '{text}'; it must be a number from 1 to {MAX_PORT}.")
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
