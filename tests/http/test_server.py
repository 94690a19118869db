"""What the server bears: many readers, slow and rude clients, workers that die, a word to stop."""

from __future__ import annotations

import select
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import psutil
import pytest

from tests import processes

pytestmark = pytest.mark.once

REQUEST = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"

STOPPED_AS_A_WORKER_IS_REPLACED = """
import os, runpy, signal, sys, threading

class Event(threading.Event):
    def clear(self):
        super().clear()
        os.kill(os.getpid(), signal.SIGTERM)
        self.wait()
        super().clear()

threading.Event = Event
sys.argv = ["manage.py", "serve"]
runpy.run_path("manage.py", run_name="__main__")
"""
"""The site, told to stop just before granian forgets that it was woken for a dead worker."""


@pytest.fixture(scope="module")
def site(site_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with processes.serving(site_settings, tmp_path_factory.mktemp("log") / "log") as (_, address):
        yield address


def connect(site: str) -> socket.socket:
    parts = urlsplit(site)
    return socket.create_connection((parts.hostname, parts.port), timeout=processes.PATIENCE)


def beginning_of_answer(site: str, request: bytes) -> bytes:
    """Return the first line of what comes back; nothing if the connection is closed first."""
    with connect(site) as connection, suppress(ConnectionError):
        connection.sendall(request)
        return connection.recv(65_536).partition(b"\r\n")[0]
    return b""


def is_answered_beside(site: str, number: int) -> bool:
    """Whether a reader has his page before any of so many silent connections is cut."""
    with ExitStack() as stack:
        others = [stack.enter_context(connect(site)) for _ in range(number)]
        assert processes.get(f"{site}/articles/3/")[0] == 200
        return select.select(others, [], [], 0)[0] == []


def test_connections_that_are_only_kept_open_cost_no_reader_a_page(site):
    # a machine too busy to make a page in the five seconds of a connection may try again
    assert any(is_answered_beside(site, 300) for _ in range(5))


def test_clients_that_say_nothing_or_never_come_to_an_end_are_cut(site):
    with connect(site) as silent, connect(site) as dripping, connect(site) as idle:
        idle.sendall(REQUEST + b"\r\n")
        answered = b""
        while not answered.endswith(b"ok\n"):
            answered += idle.recv(65_536)
        dripping.sendall(REQUEST)
        start, waiting = time.monotonic(), [silent, dripping, idle]
        while waiting and time.monotonic() < start + 60:
            with suppress(ConnectionError):
                dripping.sendall(b"X: y\r\n")
            for connection in select.select(waiting, [], [], 0.5)[0]:
                with suppress(ConnectionError):
                    assert connection.recv(1) == b""
                waiting.remove(connection)
    assert waiting == []
    assert time.monotonic() < start + 60


def test_http_2_in_clear_is_refused(site):
    settings_frame = b"\0\0\0\4\0\0\0\0\0"
    assert beginning_of_answer(site, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings_frame) == b""


@pytest.mark.parametrize(
    ("size", "answers"),
    [
        (32_000, {b"HTTP/1.1 200 OK"}),
        (64_000, {b"HTTP/1.1 431 Request Header Fields Too Large", b""}),  # closed while we send
    ],
)
def test_headers_may_have_32_kilobytes_and_not_twice_that(site, size, answers):
    header = b"X-Long: " + b"x" * (size - len(REQUEST) - 12) + b"\r\n\r\n"
    assert beginning_of_answer(site, REQUEST + header) in answers


@pytest.mark.parametrize("end", processes.ENDS)
def test_workers_that_are_killed_are_replaced_and_stop_when_told(end, site_settings, tmp_path):
    log = tmp_path / "log"
    with processes.serving(site_settings, log) as (process, site):
        parent = psutil.Process(process.pid)
        killed = set(parent.children())
        for worker in killed:
            worker.kill()

        def are_replaced() -> bool:
            return len(set(parent.children()) - killed) == len(killed) == 2

        processes.wait_until(are_replaced, process, log, "The workers were not replaced")
        processes.wait_until_ready(process, site, log)
        end(process)
        assert process.wait(timeout=processes.PATIENCE) == 0
    assert log.read_text().count("Unexpected exit from worker") == 2


@pytest.mark.parametrize("end", processes.ENDS)
def test_a_site_that_is_told_to_stop_before_its_workers_are_ready_stops(
    end, site_settings, tmp_path
):
    log, port = tmp_path / "log", str(processes.free_port())
    with processes.running(processes.SERVE, log, **site_settings, PORT=port) as process:
        processes.wait_until_said(process, "Open http", log)  # said before there are workers
        end(process)
        assert process.wait(timeout=processes.PATIENCE) == 0
    assert log.read_text().count("\n") == 1, log.read_text()


def test_a_site_that_is_told_to_stop_as_a_worker_is_replaced_stops(site_settings, tmp_path):
    log, port = tmp_path / "log", processes.free_port()
    command = (sys.executable, "-c", STOPPED_AS_A_WORKER_IS_REPLACED)
    with processes.running(command, log, **site_settings, PORT=str(port)) as process:
        processes.wait_until_ready(process, f"http://127.0.0.1:{port}", log)
        psutil.Process(process.pid).children()[0].kill()
        assert process.wait(timeout=processes.PATIENCE) == 0


def test_a_site_that_listens_everywhere_gives_an_address_that_answers(site_settings, tmp_path):
    log, port = tmp_path / "log", processes.free_port()
    everywhere = site_settings | {"HOST": "0.0.0.0", "PORT": str(port)}  # noqa: S104
    with processes.running(processes.SERVE, log, **everywhere) as process:
        address = f"http://localhost:{port}"
        processes.wait_until_ready(process, address, log)
    assert log.read_text().startswith(f"Open {address}/ in a browser")
