"""What the tests of HTTP share: every kind of address, and what a server is given to send."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import brotli
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.templatetags.static import static
from django.test import RequestFactory

from articles.views.kept import Application, KeptAnswers, StartResponse
from articles.views.understood import Environ

RESULTS = {"HX-Request": "true", "HX-Target": "results"}

SUGGESTIONS = {"HX-Request": "true", "HX-Target": "suggestions"}

TAGGED: dict[str, tuple[str, dict[str, str]]] = {
    "home": ("/", {}),
    "article": ("/articles/3/", {}),
    "paragraph": ("/articles/3/3/", {}),
    "point": ("/articles/22/2/3/", {}),
    "closing lines": ("/closing/", {}),
    "text with marks": ("/articles/3/?q=aggression", {}),
    "list": ("/themes/", {}),
    "explorer": ("/articles/", {}),
    "search": ("/articles/?q=oil", {}),
    "suggestions": ("/articles/?q=oil", SUGGESTIONS),
    "whole treaty": ("/treaty/", {}),
    "data": ("/articles.json", {}),
    "data of a search": ("/articles.json?q=oil", {}),
    "data of an article": ("/articles/3.md", {}),
    "data of a paragraph": ("/preamble/1.csl.json", {}),
    "data of a point": ("/articles/28/1/4.json", {}),
    "data of the treaty": ("/treaty.csv", {}),
    "data by preference": ("/articles/3/", {"Accept": "application/json"}),
    "data of changes": ("/changes.atom", {}),
    "sitemap": ("/sitemap.xml", {}),
    "robots": ("/robots.txt", {}),
    "opensearch": ("/opensearch.xml", {}),
    "manifest": ("/site.webmanifest", {}),
    "icon at the root": ("/favicon.ico", {}),
    "security": ("/.well-known/security.txt", {}),
    "style sheet": ("static:site.css", {}),
    "picture": ("static:icon.svg", {}),
}
"""A path and request headers for each kind of answer that may be kept; files by their names."""

UNTAGGED: dict[str, tuple[str, dict[str, str]]] = {
    "results": ("/articles/?q=oil", RESULTS),
    "health": ("/healthz", {}),
    "readiness": ("/readyz", {}),
    "no such page": ("/nowhere/", {}),
    "no such article": ("/articles/48/", {}),
    "no such file": ("/static/nothing.css", {}),
    "short address": ("/3.3", {}),
    "missing slash": ("/articles/3", {}),
    "word looked up": ("/words/?word=oil", {}),
}

ALL = {**TAGGED, **UNTAGGED}

CODINGS = ["identity", "gzip", "br"]


@dataclass(frozen=True)
class Answer:
    """What came back, in full."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def vary(self) -> set[str]:
        return {name for name in self.headers.get("Vary", "").split(", ") if name}

    @property
    def content(self) -> bytes:
        """The body without its coding."""
        decode = {"br": brotli.decompress, "gzip": gzip.decompress}
        coding = self.headers.get("Content-Encoding")
        return decode[coding](self.body) if coding else self.body


def django(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Django alone, which leaves the connection of a test open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    return handler()(environ, start_response)


@cache
def handler() -> Application:
    application: Application = get_wsgi_application()
    return application


def environ_of(path: str, headers: Mapping[str, str], method: str = "GET") -> Environ:
    if path.startswith("static:"):
        path = static(path.removeprefix("static:"))
    environ: Environ = RequestFactory().generic(method, path, headers=headers).environ
    return {"HTTP_HOST": environ["SERVER_NAME"], **environ}


def answer_of(application: Application, environ: Environ) -> Answer:
    begun: list[tuple[str, list[tuple[str, str]]]] = []
    sent = application(environ, lambda *head: begun.append(head))
    body = b"".join(sent)
    close(sent)
    [(status, headers)] = begun
    assert len(headers) == len(dict(headers))
    return Answer(int(status.split()[0]), dict(headers), body)


def close(sent: Iterable[bytes]) -> None:
    if hasattr(sent, "close"):
        sent.close()


def ask(path: str, headers: Mapping[str, str], method: str = "GET") -> Answer:
    """Ask the site as a server does."""
    return answer_of(SITE, environ_of(path, headers, method))


def ask_django(path: str, headers: Mapping[str, str], method: str = "GET") -> Answer:
    """Ask for an answer that is made anew."""
    return answer_of(django, environ_of(path, headers, method))


SITE = KeptAnswers(django)


def article(headers: Mapping[str, str]) -> Answer:
    return ask("/articles/3/", headers)
