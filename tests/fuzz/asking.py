"""Sends requests as they are, and says what is wrong with what comes back."""

from __future__ import annotations

import http.client
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from typing import Final

from tests import processes
from tests.fuzz.drawing import Request
from treaty_site.middleware import POLICY_HEADERS

AT_MOST: Final = 32_000
"""Bytes of a request up to which the site itself answers, and not its server."""

BY_SERVER: Final = frozenset({400, 414, 431, 505})
"""What the server answers by itself, without a body, to what is no request or too long a one."""

ALWAYS: Final = (
    *POLICY_HEADERS,
    *("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"),
    "Cache-Control",
)
"""The headers of every answer of the site."""

TRACEBACK: Final = b"Traceback (most recent call last)"

CLOSED: Final = (ConnectionError, http.client.RemoteDisconnected)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes


@dataclass
class Asker:
    """Asks a server, over one connection as long as both keep it."""

    port: int
    connection: socket.socket | None = None
    statuses: Counter[int] = field(default_factory=Counter)

    def ask(self, request: Request) -> Answer | None:
        """Return the answer; none if the server closes the connection without one.

        Raises ``HTTPException`` for what is no answer, and ``TimeoutError`` if none comes.
        """
        kept = self.connection
        try:
            return self.ask_once(request)
        except CLOSED:
            self.close()
        if kept is None:
            return None
        with suppress(*CLOSED):  # a connection that was kept may have been closed meanwhile
            return self.ask_once(request)
        self.close()
        return None

    def ask_once(self, request: Request) -> Answer:
        """Return the answer; raise ``ConnectionError`` if the connection is closed before it."""
        if self.connection is None:
            self.connection = socket.create_connection(
                ("127.0.0.1", self.port), timeout=processes.PATIENCE
            )
        with suppress(BrokenPipeError):  # what was answered before all was sent is there to read
            self.connection.sendall(request.sent)
        if not request.is_orderly:
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)
        response = http.client.HTTPResponse(self.connection, method=request.method)
        try:
            response.begin()
            answer = Answer(response.status, response.headers, response.read())
        except BaseException:
            self.close()
            raise
        if response.will_close or not request.is_orderly:
            self.close()
        self.statuses[answer.status] += 1
        return answer

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def faults(request: Request, answer: Answer | None) -> Iterator[str]:
    """Yield what is wrong with an answer."""
    is_for_site = request.is_orderly and request.size <= AT_MOST
    if answer is None:
        if is_for_site:
            yield "no answer"
        return
    if not 200 <= answer.status < 500:
        yield f"status {answer.status}"
    if answer.headers.get_all("Set-Cookie"):
        yield "a cookie"
    if TRACEBACK in answer.body:
        yield "a traceback"
    if not is_for_site and answer.status in BY_SERVER and not answer.body:
        return
    for name in ALWAYS:
        if len(answer.headers.get_all(name, [])) != 1:
            yield f"{name} is not there once"
