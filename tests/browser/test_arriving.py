"""A page that arrives in pieces, as on a slow line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

from playwright.sync_api import Page, expect

from tests import processes


@contextmanager
def in_two_pieces(first: bytes, rest: bytes) -> Iterator[tuple[str, Event]]:
    """Serve a page of which the rest follows once it is told; give its address and the event."""
    follow = Event()

    class Pieces(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(first)
            follow.wait(processes.PATIENCE)
            self.wfile.write(rest)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", processes.free_port()), Pieces) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", follow
        server.shutdown()


def where_it_is(page: Page) -> dict[str, float] | None:
    """Return where in the window the place is that is marked, once it has the focus."""
    expect(page.locator(".paragraph-marked:focus-within")).to_have_count(1)
    return page.locator(".paragraph-marked .place").bounding_box()  # type: ignore[return-value]


def test_what_is_marked_is_in_its_place_while_the_page_below_it_is_on_its_way(
    page: Page,
) -> None:
    page.goto("/articles/3/3/")
    at_once = where_it_is(page)
    html = processes.get(page.url)[1].encode()
    cut = html.index(b"</p>", html.index(b"paragraph-text", html.index(b"paragraph-marked")))
    with in_two_pieces(html[:cut], html[cut:]) as (address, follow):
        page.route("**/articles/3/3/", lambda route: route.continue_(url=address))
        page.goto("/articles/3/3/", wait_until="commit")
        assert where_it_is(page) == at_once
        assert page.locator("#footer").count() == 0
        follow.set()
        page.wait_for_load_state()
    assert where_it_is(page) == at_once
