"""What whoever runs the site sees: a line for what fails, and one for each request if asked for."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from copy import copy
from datetime import UTC, datetime
from http import HTTPStatus
from secrets import token_hex
from time import perf_counter
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.log import log_response

REQUEST_ID: Final = "treaty.request_id"
"""Where a request has its id, once somebody has asked for it."""

LONGEST: Final = 300
"""Characters of the longest path, and of the longest message on a request that was refused."""

ACCESS: Final = logging.getLogger("treaty_site.access")

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., object]], Iterable[bytes]]

FAILED: Final = HTTPStatus.INTERNAL_SERVER_ERROR.value


class Seen(NamedTuple):
    """A request and its answer, and how long that took to make."""

    environ: Environ
    status: int
    headers: dict[str, str]
    seconds: float

    @property
    def length(self) -> int:
        """How many bytes are sent after the headers."""
        is_head = self.environ["REQUEST_METHOD"] == "HEAD"
        return 0 if is_head else int(self.headers.get("Content-Length", 0))


Observer = Callable[[Seen], None]


def request_id(environ: Environ) -> str:
    """Return the id by which the log, the answer and the reader call a request."""
    name: str = environ.setdefault(REQUEST_ID, token_hex(8))
    return name


class Line(logging.Formatter):
    """A line with the id of the request, followed by a traceback where the fault is ours.

    What strangers send decides neither how long a line is nor how many there are.
    """

    def __init__(self) -> None:
        """Say what is in each line."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return what is logged of a record."""
        request = getattr(record, "request", None)
        if not isinstance(request, HttpRequest):
            return super().format(record)
        line = copy(record)
        line.msg, line.args = f"{request_id(request.META)} {shortened(record)}", ()
        if is_refusal(record):
            line.exc_info = line.exc_text = None
        return super().format(line)


def is_refusal(record: logging.LogRecord) -> bool:
    """Whether a record is on a request that was at fault itself."""
    status: int = getattr(record, "status_code", FAILED)
    return status < FAILED


def shortened(record: logging.LogRecord) -> str:
    """Return the message of a record on a request, in one line, cut if it is long."""
    message = record.getMessage().encode("ascii", "backslashreplace").decode()
    return " ".join(message[:LONGEST].split())


def log_unavailable(
    request: HttpRequest, response: HttpResponse, problem: str, error: Exception | None = None
) -> None:
    """Log why an answer is that something is not to be had just now."""
    cause = f"{problem} ({type(error).__name__}: {error})" if error else problem
    log_response("%s: %s", cause, request.path[:LONGEST], response=response, request=request)


def observed(application: Application, observers: Iterable[Observer]) -> Application:
    """Return the application with each answer told to the observers, when it begins to be sent."""

    def answer(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        began = perf_counter()
        begun: tuple[int, dict[str, str]] = (FAILED, {})

        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> object:
            nonlocal begun
            begun = (int(status[:3]), dict(headers))
            return start_response(status, headers, *more)

        request_id(environ)
        try:
            return application(environ, begin)
        finally:
            seen = Seen(environ, *begun, perf_counter() - began)
            for observe in observers:
                observe(seen)

    return answer


def log_access(seen: Seen) -> None:
    """Log an answer as a line of JSON, with no address of a reader and nothing that he sought."""
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": seen.environ["REQUEST_METHOD"][:LONGEST],
        "path": quote(seen.environ.get("PATH_INFO", "").encode("latin-1"))[:LONGEST],
        "status": seen.status,
        "bytes": seen.length,
        "ms": round(seen.seconds * 1_000, 1),
        "id": request_id(seen.environ),
    }
    ACCESS.info(json.dumps(line))
