"""What the server that the site runs on makes of HEAD, conditions and codings, byte by byte."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from tests import processes

READER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass(frozen=True)
class Answer:
    """What came over the wire, but for the time at which it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(site: str, method: str, path: str, **headers: str) -> Answer:
    """Ask, and read whatever comes until the server closes the connection."""
    parts = urlsplit(site)
    lines = [f"{method} {path} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    received = b""
    address = (parts.hostname, parts.port)
    with socket.create_connection(address, timeout=processes.PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        while part := connection.recv(65_536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    status, *rest = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in rest)
    named = {name.lower(): value for name, _, value in pairs}
    named.pop("date", None)
    return Answer(int(status.split()[1]), named, body)


def style_sheet(site: str) -> str:
    """Return the address of the style sheet, under its name with a hash."""
    found = re.search(r'"(/static/site\.[0-9a-f]+\.css)"', processes.get(f"{site}/articles/3/")[1])
    assert found
    return found[1]


PATHS = [
    "/",
    "/articles/3/",
    "/articles/3/3/",
    "/articles/?q=oil",
    "/articles.json",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/nowhere/",
    "/3.3",
    "/articles/3",
    "/static/site.css",
    "/static/icon.svg",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_head_has_the_headers_of_get_and_not_a_byte_more(
    site: str, path: str, encoding: str
) -> None:
    headers = {"Accept-Encoding": encoding}
    got, head = ask(site, "GET", path, **headers), ask(site, "HEAD", path, **headers)
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert got.headers["content-length"] == str(len(got.body))
    assert "transfer-encoding" not in got.headers


@pytest.mark.parametrize("path", ["/articles/3/", "/articles.json", "style sheet"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_has_not_changed_is_not_sent_again(site: str, path: str, method: str) -> None:
    path = style_sheet(site) if path == "style sheet" else path
    first = ask(site, "GET", path, **READER)
    assert first.headers["content-encoding"] == "br"
    assert re.fullmatch(r'"[0-9a-f]{32}-br"', first.headers["etag"])
    again = ask(site, method, path, **READER, **{"If-None-Match": f"W/{first.headers['etag']}"})
    assert (again.status, again.body) == (304, b"")
    for name in ("etag", "cache-control", "vary", "cross-origin-resource-policy"):
        assert again.headers[name] == first.headers[name]
    assert not {"content-type", "content-encoding", "transfer-encoding"} & set(again.headers)


def test_every_process_tags_a_page_alike(site: str) -> None:
    answers = [ask(site, "GET", "/articles/3/", **READER) for _ in range(12)]
    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert len({answer.body for answer in answers}) == 1


def test_what_may_not_be_asked_is_refused_in_full(site: str) -> None:
    refused = ask(site, "POST", "/articles.json", **{"Content-Length": "0"})
    assert refused.status == 405
    assert refused.headers["content-length"] == str(len(refused.body))
    asked = ask(site, "OPTIONS", "/articles.json")
    assert (asked.status, asked.body, asked.headers["content-length"]) == (200, b"", "0")
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD"
