"""Stands in front of Django, and gives again the answers that it has kept.

What an answer depends on is in ``Asked``, the edition and the coding; nothing else is. The answers
are kept with their edition and go when it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from django.conf import settings

from articles import edition
from articles.edition import Edition, Standing, derived
from articles.views.answers import Answer, Store, is_worth_keeping
from articles.views.middleware import STANDING
from articles.views.understood import Asked, Environ, Origin, understood
from treaty_site import codings
from treaty_site.middleware import STALE
from treaty_site.validators import judged

MEGABYTE: Final = 1024 * 1024

MOST_ORIGINS: Final = 16
MOST_WITH_ODD: Final = 4
"""Under how many hosts answers are kept, and below how many one is added whose port is odd:
Django accepts an allowed host with any port, and somebody may ask under all of them."""

CONDITIONS: Final = {
    "If-Match": "HTTP_IF_MATCH",
    "If-Modified-Since": "HTTP_IF_MODIFIED_SINCE",
    "If-None-Match": "HTTP_IF_NONE_MATCH",
    "If-Unmodified-Since": "HTTP_IF_UNMODIFIED_SINCE",
}
"""The headers of a request that are conditions, and what WSGI calls them."""

OF_CONTENT: Final = frozenset(
    {
        "Content-Disposition",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "ETag",  # that of what the reader has already is sent instead
        "Last-Modified",
        "Link",
        "X-Robots-Tag",
    }
)
"""The headers that say something of the content: none is sent where it is not (304)."""

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], object]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


class Stores(NamedTuple):
    """The answers of an edition: at addresses of which there are only so many, and all others."""

    pages: Store
    others: Store


@derived
def stores(shown: Edition) -> Stores:
    """Return where the answers of an edition are kept: all its pages and data have room at once."""
    return Stores(pages=Store(24 * MEGABYTE), others=Store(2 * MEGABYTE))


class KeptAnswers:
    """A WSGI application that asks another one for what it has not kept."""

    def __init__(
        self, application: Application, welcome: Callable[[Environ], None] = lambda environ: None
    ) -> None:
        """Take the application that makes the answers.

        ``welcome`` is called with the first request for an answer under each host.
        """
        self.application = application
        self.welcome = welcome
        self.origins: set[Origin] = set()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        standing: Standing = environ.setdefault(STANDING, edition.current())
        asked = understood(environ) if standing.edition else None
        if standing.edition is None or asked is None:
            return self.application(environ, start_response)
        accepted = codings.accepted_by(environ.get("HTTP_ACCEPT_ENCODING"))
        kept = stores(standing.edition)
        store = kept.others if asked.is_endless else kept.pages
        answer = store.find(asked, accepted[0] if accepted else codings.IDENTITY)
        if answer is not None:
            return self.send(answer, environ, start_response, accepted)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        return self.make(asked, store, environ, start_response, accepted)

    def make(
        self,
        asked: Asked,
        store: Store,
        environ: Environ,
        start_response: StartResponse,
        accepted: Sequence[str],
    ) -> Iterable[bytes]:
        """Answer with what the application makes, and keep it if the next may be given it, too."""
        begun: list[Any] = []
        response = self.application(
            {name: environ[name] for name in environ if name not in CONDITIONS.values()},
            lambda *head: begun.extend(head),
        )
        if not is_worth_keeping(response):
            start_response(*begun)
            return response
        response.close()
        answer = Answer.of(response)
        if self.is_known(environ, asked.origin):
            store.keep(asked, answer)
        return self.send(answer, environ, start_response, accepted)

    def send(
        self,
        answer: Answer,
        environ: Environ,
        start_response: StartResponse,
        accepted: Sequence[str],
    ) -> Iterable[bytes]:
        """Send an answer, or what the request's conditions say instead."""
        conditions = {name: environ[key] for name, key in CONDITIONS.items() if key in environ}
        status, headers, body = HTTPStatus.OK, [*answer.headers], answer.body
        if conditions:
            status, tag = judged(conditions, dict(headers), accepted)
            if status == HTTPStatus.PRECONDITION_FAILED:
                return self.application(environ, start_response)
            if status == HTTPStatus.NOT_MODIFIED:
                headers = [row for row in headers if row[0] not in OF_CONTENT]
                headers.append(("ETag", tag))
                body = b""
        if environ[STANDING].problem:
            headers.append((STALE, environ[STANDING].problem))
        start_response(STATUS[status], headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    def is_known(self, environ: Environ, origin: Origin) -> bool:
        """Whether answers are kept under an origin; one that Django accepts may become known."""
        if origin not in self.origins:
            most = MOST_ORIGINS if is_named(environ) else MOST_WITH_ODD
            if len(self.origins) < most:
                self.origins.add(origin)
                self.welcome(environ)
        return origin in self.origins


STATUS: Final = {
    status: f"{status.value} {status.phrase}" for status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
}


def is_named(environ: Environ) -> bool:
    """Whether the host is one that the settings name, at this server's port if at any."""
    host: str = environ["HTTP_HOST"]
    return host.removesuffix(f":{environ.get('SERVER_PORT')}") in settings.ALLOWED_HOSTS
