"""A web server on this machine that does what servers do wrong, and serves what a test gives it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.processes import free_port

DRIP_SECONDS = 0.02
PIECES = 40
BOMB_BYTES = 50_000_000

COOKIE_WALL = b"""<!doctype html><html lang="en"><head><title>Before you continue</title></head>
<body><h1>Before you continue to the Lighthouse Gazette</h1><p>We value your privacy.</p>
<button>Accept all</button> <button>Manage choices</button></body></html>"""


@dataclass(frozen=True)
class Page:
    """An answer: its body, and its head; one that ``is_slow`` comes a little at a time."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    is_slow: bool = False


class Server(ThreadingHTTPServer):
    """Serves ``pages`` and the failures of ``FAILURES``; ``asked`` holds what it was asked for."""

    daemon_threads = False  # closing waits for them, so that nothing outlives the test

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, Message]] = []
        self.stopping = Event()

    def address(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self.server_port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers))
        self.close_connection = True
        page = self.server.pages.get(self.path)
        with suppress(OSError):  # whoever asked has gone, which is what they should do
            if page:
                self.send(page)
            else:
                FAILURES["/" + self.path.split("/")[1]](self)

    def send(self, page: Page) -> None:
        headers = {"Content-Length": str(len(page.body)), "Content-Type": page.content_type}
        self.head(page.status, headers | page.headers)
        size = len(page.body) // PIECES + 1 if page.is_slow else len(page.body) + 1
        self.drip(page.body[at : at + size] for at in range(0, len(page.body), size))

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Send a head; a header without a value is left out."""
        self.send_response(status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()

    def redirect(self, there: str, **headers: str) -> None:
        self.head(302, {"Location": there, "Content-Length": "0", **headers})

    def drip(self, data: Iterator[bytes]) -> None:
        """Send a little at a time until the test is over."""
        for some in data:
            self.wfile.write(some)
            self.wfile.flush()
            if self.server.stopping.wait(DRIP_SECONDS):
                return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def bomb(wbits: int) -> bytes:
    """Return white space of ``BOMB_BYTES`` packed small."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    parts = [packer.compress(b" " * 1_000_000) for _ in range(BOMB_BYTES // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def packed_bomb(handler: Handler, packing: str, wbits: int) -> None:
    handler.send(Page(bomb(wbits), headers={"Content-Encoding": packing}))


def endless(handler: Handler) -> None:
    handler.head(200, {"Content-Type": "text/plain"})
    while not handler.server.stopping.is_set():
        handler.wfile.write(b"lighthouse " * 10_000)


def chunks_cut_off(handler: Handler) -> None:
    handler.head(200, {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"})
    handler.wfile.write(b"400\r\nlighthouse")


def truncated(handler: Handler) -> None:
    handler.head(200, {"Content-Type": "text/plain", "Content-Length": "100000"})
    handler.wfile.write(b"lighthouse " * 100)


def forever(data: bytes) -> Iterator[bytes]:
    while True:
        yield data


def slow_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Lamp: ")
    handler.drip(forever(b"x"))


def slow_body(handler: Handler) -> None:
    handler.head(200, {"Content-Type": "text/plain"})
    handler.drip(forever(b"x"))


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"lamp lamp lamp\r\n\r\n")


def silent(handler: Handler) -> None:
    handler.server.stopping.wait()


FAILURES: dict[str, Callable[[Handler], None]] = {
    "/missing": lambda handler: handler.send(Page(b"no such page", status=404)),
    "/gone": lambda handler: handler.send(Page(b"gone", status=410)),
    "/closed": lambda handler: handler.send(Page(b"not for you", status=403)),
    "/broken": lambda handler: handler.send(Page(b"out of order", status=500)),
    "/busy": lambda handler: handler.send(Page(b"later", status=503)),
    "/nothing": lambda handler: handler.head(204, {}),
    "/nowhere": lambda handler: handler.head(302, {"Content-Length": "0"}),
    "/round": lambda handler: handler.redirect("/about"),
    "/about": lambda handler: handler.redirect("/round"),
    "/door": lambda handler: handler.redirect("/door", **{"Set-Cookie": "seen=1"}),
    "/moved": lambda handler: handler.redirect(handler.path.removeprefix("/moved")),
    "/far": lambda handler: handler.redirect(f"/far/{len(handler.path)}{handler.path[4:]}"),
    "/to-file": lambda handler: handler.redirect("file:///etc/hostname"),
    "/to-ftp": lambda handler: handler.redirect("ftp://127.0.0.1/lamps.txt"),
    "/to-odd": lambda handler: handler.redirect("http://[lamp"),
    "/to-closed": lambda handler: handler.redirect(f"http://127.0.0.1:{free_port()}/"),
    "/wall": lambda handler: handler.send(Page(COOKIE_WALL)),
    "/truncated": truncated,
    "/cut-off": chunks_cut_off,
    "/gzip-bomb": lambda handler: packed_bomb(handler, "gzip", 31),
    "/zlib-bomb": lambda handler: packed_bomb(handler, "deflate", 15),
    "/deflate-bomb": lambda handler: packed_bomb(handler, "deflate", -15),
    "/not-packed": lambda handler: handler.send(
        Page(b"lighthouse", headers={"Content-Encoding": "gzip"})
    ),
    "/oddly-packed": lambda handler: handler.send(
        Page(b"lighthouse", headers={"Content-Encoding": "br"})
    ),
    "/no-http": no_http,
    "/endless": endless,
    "/slow-head": slow_head,
    "/slow-body": slow_body,
    "/silent": silent,
}
"""What goes wrong, by the first part of the path."""


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server for as long as a test needs it."""
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
