"""What the tests of HTTP share: every kind of address, and what comes back from it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

import brotli
from django.templatetags.static import static
from django.test import Client

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
    "security": ("/.well-known/security.txt", {}),
    "style sheet": ("static:site.css", {}),
    "picture": ("static:screenshot.png", {}),
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


def ask(path: str, headers: Mapping[str, str], method: str = "GET") -> Answer:
    if path.startswith("static:"):
        path = static(path.removeprefix("static:"))
    response = Client().generic(method, path, headers=headers)
    body = response.getvalue()
    return Answer(response.status_code, dict(response.headers), body)


def article(headers: Mapping[str, str]) -> Answer:
    return ask("/articles/3/", headers)
