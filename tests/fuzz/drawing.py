"""Requests drawn by chance: all that a stranger may write into one, in order or not.

The same seed draws the same requests.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

MOST: Final = 30_000
"""Bytes of the longest part of a request: the server takes 32 KB of all together."""

ADDRESSES: Final = (
    "/",
    "/articles/",
    "/articles.json",
    *("/articles/{n}/", "/articles/{n}/{n}/", "/articles/22/2/{n}/"),
    *("/articles/{n}/cite/", "/articles/{n}/{n}/cite/", "/articles/22/2/3/cite/"),
    *("/articles/{n}.{s}", "/articles/{n}/{n}.{s}", "/articles/22/2/3.{s}"),
    "/articles/{n}/compare/",
    *("/preamble/", "/preamble/{n}/", "/preamble/1/{n}/", "/preamble.{s}", "/preamble/{n}.{s}"),
    *("/closing/", "/closing/cite/", "/closing/compare/", "/closing.{s}"),
    *("/treaty/", "/treaty/cite/", "/treaty.{s}"),
    "/data/",
    *("/set/", "/set/{i}/", "/set/{i}/cite/", "/set/{i}.{s}"),
    *("/words/", "/words/{w}/"),
    "/verify/",
    *("/questions/", "/questions/{w}/", "/questions/in-force/"),
    *("/themes/", "/themes/energy/", "/themes/{w}/"),
    *("/mentions/", "/mentions/{w}/", "/mentions/caspian-sea/"),
    *("/thesaurus/", "/thesaurus/a/", "/thesaurus/{w}/"),
    *("/obligations/", "/timeline/", "/background/", "/sources/", "/about/", "/accessibility/"),
    *("/settings/", "/offline/", "/sw.js", "/sitemap.xml", "/robots.txt", "/opensearch.xml"),
    *("/site.webmanifest", "/changes.atom", "/openapi.json", "/.well-known/security.txt"),
    *("/cards/treaty.0123456789abcdef.png", "/healthz", "/readyz", "/favicon.ico"),
    *("/{n}", "/{n}.{n}", "/{n}.{s}", "/articles/{n}.{n}"),
    *("/static/site.css", "/static/{w}", "/static/../manage.py", "/nowhere/{w}", "/{w}"),
)
"""An address of every kind; ``n`` stands for a number, ``s`` for a suffix, ``i`` for the items of a
selection and ``w`` for a word."""

SUFFIXES: Final = ("json", "jsonld", "xml", "md", "txt", "csv", "bib", "ris", "csl.json", "epub")

WORDS: Final = (
    *("oil", "sanctions", "caspian sea", "the", "nuclear OR energy", '"shall not"', "-trade"),
    *("mil*", "what does article 3 say", "санкции", "تحریم", "ст. 12", "17.01.2025", "sanktions"),
    *("ﷺ", "\0", "'", '"', "<script>", "%", "../..", "\r\nSet-Cookie: a=b", "\ud7ff", "\U0001f600"),
    "a" * 300,
)

PARAMETERS: Final = (
    *("q", "theme", "strength", "match", "words", "lang", "set", "note", "a", "b", "items", "add"),
    *("style", "word", "text", "page", "exact", "p", "utm_source", "", "csrftoken", "__proto__"),
)

METHODS: Final = (
    *("GET",) * 30,
    *("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND"),
    *("get", "X" * 60, "G-ET"),
)

TOKENS: Final = (
    *("*", "*/*", "text/html", "application/json", "text/x;a=b", "br", "gzip", "identity", '"x"'),
    *('W/"x"', "q=0.5", "q=-1", "q=nan", "bytes=0-1", "en", "a=b", "csrftoken=x", "sessionid="),
    *("é", "\t", '"', "\\", "=", ",", ";", "Mon, 30 Nov 2026 22:00:00 GMT", "0", "-1", "9" * 40),
)

HEADERS: Final = (
    *("Accept", "Accept-Encoding", "Accept-Language", "Accept-Charset", "Cookie", "Range"),
    *("If-Range", "If-None-Match", "If-Match", "If-Modified-Since", "If-Unmodified-Since"),
    *("HX-Request", "HX-Target", "HX-Current-URL", "HX-History-Restore-Request", "HX-Boosted"),
    *("Referer", "User-Agent", "Authorization", "Origin", "X-Forwarded-Proto", "X-Forwarded-Host"),
    *("X-Forwarded-For", "Forwarded", "X-HTTP-Method-Override", "Content-Type", "X-CSRFToken"),
    *("Connection", "Sec-Fetch-Dest", "Access-Control-Request-Method", "X-Odd"),
)

HOSTS: Final = (
    *("{host}",) * 24,
    *("localhost", "127.0.0.1", "[::1]", "LOCALHOST.", "127.0.0.1:{n}", "localhost:9999{n}"),
    *("elsewhere.example", "a b", "", "[::1", "127.0.0.1:x", "@", "x" * 1_000, "é", "127.0.0.1\t"),
)

MALFORMED: Final = (
    b"GET {target}\r\n\r\n",
    b"GET {target} HTTP/0.9\r\nHost: {host}\r\n\r\n",
    b"GET {target} HTTP/1.0\r\n\r\n",
    b"GET {target} HTTP/9.9\r\nHost: {host}\r\n\r\n",
    b"GET {target} HTTP/1.1\nHost: {host}\n\n",
    b"GET  {target}  HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost : {host}\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nHost: elsewhere.example\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nno colon here\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nX: a\r\n folded\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nX: \0\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    b"POST {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST {target} HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 9999999999\r\n\r\n",
    b"GET http://{host}{target} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET http://elsewhere.example{target} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET * HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nExpect: 100-continue\r\n\r\n",
    b"GET {target} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\r\n\r\n\r\n",
    b"\0" * 64,
)
"""What is not in order, as it is sent; after it nothing more comes."""


@dataclass(frozen=True)
class Request:
    """What is sent; it ``is_orderly`` if another may follow on the same connection."""

    method: str
    sent: bytes
    is_orderly: bool = True

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.sent)

    def __str__(self) -> str:
        return f"{self.size:,} bytes: {self.sent[:120]!r}"


def drawn(seed: int, host: str) -> Iterator[Request]:
    """Yield requests without end; most are for an address and a host that there is."""
    return map(Draw(random.Random(seed), host).request, iter(int, 1))  # noqa: S311 - to be repeated


def request(
    target: str, host: str, headers: Sequence[tuple[str, str]] = (), method: str = "GET"
) -> Request:
    """Return a request in order; what is not Latin in its headers is sent as UTF-8."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return Request(method, "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogatepass"))


class Draw:
    """Draws the parts of requests."""

    def __init__(self, chance: random.Random, host: str) -> None:
        """Take where the draws come from, and what the server is called."""
        self.chance, self.host = chance, host
        self.bends: tuple[Callable[[str], str], ...] = (
            str.upper,
            lambda path: path.replace("/", "//", 1),
            lambda path: path.rstrip("/"),
            lambda path: f"{path}{chance.choice(['.', ')', '%20', '%00', '%0d%0a', '%ff', '/..'])}",
            lambda path: f"/%2e%2e{path}",
            lambda path: f"{path}{self.word()}",
            lambda path: path[: chance.randrange(1, len(path) + 1)],
            lambda path: "".join(f"%{ord(letter) % 256:02x}" for letter in path),
            lambda path: path * self.many(len(path)),
            lambda path: f"{path}{self.repeated(self.word())}",
        )

    def request(self, _: object = None) -> Request:
        """Return a request."""
        if self.chance.random() < 0.05:
            return self.malformed()
        method = self.chance.choice(METHODS)
        host = self.chance.choice(HOSTS).format(host=self.host, n=self.number())
        return request(self.target(), host, self.headers(), method)

    def malformed(self) -> Request:
        """Return what a server should not take for a request, or only with care."""
        form = self.chance.choice(MALFORMED)
        sent = form.replace(b"{target}", self.target().encode())
        sent = sent.replace(b"{host}", self.host.encode())
        return Request(form.partition(b" ")[0].decode("latin-1"), sent, is_orderly=False)

    def target(self) -> str:
        """Return an address with its query, encoded, unless it is left bent."""
        address = self.filled(self.chance.choice(ADDRESSES))
        while self.chance.random() < 0.25:
            address = self.chance.choice(self.bends)(address)[:MOST] or "/"
        query = f"?{self.query()}" if self.chance.random() < 0.5 else ""
        return f"/{address.lstrip('/')}{query}"

    def filled(self, address: str) -> str:
        """Return an address with something in each of its places."""
        return address.format(
            n=self.number(), s=self.chance.choice(SUFFIXES), i=self.items(), w=self.word()
        )

    def query(self) -> str:
        """Return a query string: a few parameters, thousands of them, or what is none."""
        kind = self.chance.random()
        if kind < 0.05:
            return self.repeated(f"{self.chance.choice(PARAMETERS)}={self.word()}&")
        if kind < 0.1:
            return self.repeated(self.chance.choice(["&", "=", "%", ";", "+", "%ff", "q[]=1&"]))
        pairs = [
            f"{self.chance.choice(PARAMETERS)}={self.value()}"
            for _ in range(self.chance.randrange(1, 6))
        ]
        return "&".join(pairs)[:MOST]

    def value(self) -> str:
        """Return the value of a parameter: a word, several, numbers, or something very long."""
        kind = self.chance.random()
        if kind < 0.1:
            return self.repeated(f"{self.word()}+")
        if kind < 0.3:
            return self.items()
        return "+".join(self.word() for _ in range(self.chance.randrange(1, 8)))

    def headers(self) -> list[tuple[str, str]]:
        """Return a few headers, any of which may be long or make no sense."""
        return [
            (self.chance.choice(HEADERS), self.header()) for _ in range(self.chance.randrange(5))
        ]

    def header(self) -> str:
        """Return what stands in a header."""
        tokens = [self.chance.choice(TOKENS) for _ in range(self.chance.randrange(1, 5))]
        joined = self.chance.choice([", ", ",", "; ", ";", " "]).join(tokens)
        return self.repeated(f"{joined},") if self.chance.random() < 0.1 else joined

    def word(self) -> str:
        """Return a word as it stands in an address."""
        return quote(self.chance.choice(WORDS), safe="", errors="surrogatepass")

    def number(self) -> int:
        """Return a number, mostly one that an article has."""
        return self.chance.choice([self.chance.randrange(1, 50), 0, 99, 10**30])

    def items(self) -> str:
        """Return the items of a selection."""
        several = [f"{self.chance.randrange(50)}" for _ in range(self.chance.randrange(1, 9))]
        return self.chance.choice(["0-47", ",".join(several), "3.1-3.99", "1-" * 200, "closing"])

    def many(self, size: int) -> int:
        """Return how often something of a size is repeated."""
        return self.chance.randrange(1, max(2, MOST // max(size, 1)))

    def repeated(self, text: str) -> str:
        """Return a text over and over."""
        return text * self.many(len(text))
