"""``make run`` and its commands, run as a newcomer runs them."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.management.commands import serve
from tests import processes


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """Give the address of a database without tables, of the kind these tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/treaty.sqlite3"
        return
    server, name = os.environ["DATABASE_URL"], f"make_run_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as postgresql:
        postgresql.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        postgresql.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def settings_of_run(empty_database: str, tmp_path: Path) -> dict[str, str]:
    """Give what `make run` needs so as not to meet the developer's own site."""
    return {
        "DATABASE_URL": empty_database,
        "PORT": str(processes.free_port()),
        "STATIC_ROOT": f"{tmp_path}/static",
        "PYTHONUNBUFFERED": "",  # what is said must be seen at once without it
    }


def test_make_run_says_where_to_point_the_browser_serves_and_stops_when_told_and_starts_again(
    settings_of_run, tmp_path
):
    address, log = f"http://127.0.0.1:{settings_of_run['PORT']}/", tmp_path / "log"
    for end in processes.ENDS:
        with processes.running(("make", "run"), log, **settings_of_run) as process:
            processes.wait_until_ready(process, address.rstrip("/"), log)
            said = [line for line in log.read_text().splitlines() if "http" in line]
            status, body = processes.get(address)
            told = time.monotonic()
            end(process)
            process.wait(timeout=processes.PATIENCE)
        assert said == [f"Open {address} in a browser; Ctrl+C stops."]
        assert status == 200
        assert "Treaty on the Comprehensive Strategic Partnership" in body
        assert "Traceback" not in log.read_text()
        # A worker that does not stop is killed then.
        assert time.monotonic() - told < serve.PATIENCE
        with pytest.raises(ConnectionRefusedError):
            processes.get(address)


@pytest.mark.once
def test_the_site_is_served_where_the_c_library_takes_no_advice_on_memory(monkeypatch):
    monkeypatch.setattr(serve.ctypes, "CDLL", lambda name: object())
    serve.keep_memory_small()


@pytest.mark.once
def test_a_port_in_use_is_named_and_nothing_is_served(site_settings, tmp_path):
    port = processes.free_port()
    with socket.create_server(("127.0.0.1", port)):
        settings = site_settings | {"PORT": str(port)}
        code, said = processes.outcome(processes.SERVE, tmp_path / "log", **settings)
    assert code != 0
    assert f"Nothing can listen at 127.0.0.1, port {port}" in said
    assert "make run PORT=8001" in said
    assert "Traceback" not in said


@pytest.mark.files
@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80 80", "٨٠٠٠"])
def test_a_port_that_is_none_is_refused_with_the_limits(port, monkeypatch):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(CommandError, match=f"PORT is '{port}'; .* a number from 1 to 65535."):
        call_command("serve")


@pytest.mark.files
@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://localhost/treaty", "DATABASE_URL must begin with sqlite:/// or postgres://"),
        ("treaty.sqlite3", "DATABASE_URL must begin with sqlite:/// or postgres://"),
        ("postgres://localhost:port/treaty", "DATABASE_URL cannot be read"),
        ("postgres://127.0.0.1:1/treaty", "DATABASE_URL"),
        ("sqlite:////dev/null/treaty.sqlite3", "DATABASE_URL"),
    ],
    ids=["another-kind", "no-address", "unreadable", "out-of-reach", "no-place-for-a-file"],
)
def test_a_database_that_cannot_be_used_is_explained(url, reason, settings_of_run, tmp_path):
    settings = settings_of_run | {"DATABASE_URL": url}
    code, said = processes.outcome(("make", "run"), tmp_path / "log", **settings)
    assert code != 0
    assert reason in said
    assert "Traceback" not in said


def test_a_site_without_its_data_is_not_served(settings_of_run, tmp_path):
    code, said = processes.outcome(processes.SERVE, tmp_path / "log", **settings_of_run)
    assert code != 0
    assert "Run `make run`, which sets everything up." in said
    assert "Traceback" not in said


@pytest.fixture
def unread_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database with tables, but without what loaders wait for.

    That of SQLite has the pictures already: loaders draw none, and wait no longer than they may.
    """
    if connection.vendor == "sqlite":
        settings = processes.copied(request.getfixturevalue("site_settings"), tmp_path)
        with closing(sqlite3.connect(tmp_path / "treaty.sqlite3")) as database, database:
            database.execute("DELETE FROM articles_dataversion")
        return settings["DATABASE_URL"]
    where = request.getfixturevalue("empty_database")
    migrated = processes.outcome(
        (*processes.MANAGE, "migrate", "-v0"), tmp_path / "migrate", DATABASE_URL=where
    )
    assert migrated == (0, "")
    return where


def test_loads_at_the_same_time_wait_for_one_another(unread_database: str, tmp_path: Path) -> None:
    where = {"DATABASE_URL": unread_database}
    logs = [tmp_path / f"load-{number}" for number in range(3)]
    with ExitStack() as stack:
        loads = [
            stack.enter_context(processes.running((*processes.MANAGE, "load_treaty"), log, **where))
            for log in logs
        ]
        codes = [load.wait(timeout=processes.PATIENCE) for load in loads]
    assert codes == [0, 0, 0], [log.read_text() for log in logs]
