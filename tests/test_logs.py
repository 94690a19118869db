"""What whoever runs the site is told: each request if wanted, and why one failed, under its id."""

from __future__ import annotations

import http.client
import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client

from articles import edition, search
from articles.edition import keeper
from articles.models import DataVersion
from tests import processes
from tests.edition.test_keeper import away
from tests.http.asking import answer_of, environ_of
from treaty_site.logs import LONGEST, Line, log_access, observed

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Give what is written to the log."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Line())
    loggers = [logging.getLogger(name) for name in ("django", "articles")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def accesses(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Give what is said of each request."""
    lines: list[dict[str, object]] = []
    monkeypatch.setattr("treaty_site.logs.ACCESS.info", lambda text: lines.append(json.loads(text)))
    return lines


def test_a_line_says_what_was_asked_and_answered_and_neither_who_asked_nor_what_for(
    site_settings, tmp_path
):
    log = tmp_path / "log"
    asked = ["/articles/3/", "/articles/3/", "/articles/?q=secret", "/no%0Ahere/", "/readyz"]
    with processes.serving(site_settings | {"ACCESS_LOG": "1", "WORKERS": "1"}, log) as (_, site):
        answers = [processes.get(site + path) for path in asked]
    rows = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    rows = rows[-len(asked) :]
    assert [row["path"] for row in rows] == [urlsplit(path).path for path in asked]
    assert [row["status"] for row in rows] == [200, 200, 200, 404, 200]
    assert [row["bytes"] for row in rows] == [len(body.encode()) for _, body in answers]
    assert {tuple(row) for row in rows} == {
        ("time", "method", "path", "status", "bytes", "ms", "id")
    }
    assert len({row["id"] for row in rows}) == len(rows)
    assert "secret" not in log.read_text()
    assert "127.0.0.1" not in json.dumps(rows)


def test_nothing_is_said_of_requests_unless_it_is_asked_for(site_settings, tmp_path):
    log = tmp_path / "log"
    with processes.serving(site_settings, log) as (_, site):
        processes.get(f"{site}/articles/3/")
    assert [line for line in log.read_text().splitlines() if "{" in line] == []


def test_a_line_counts_the_bytes_that_are_sent_and_is_never_long(accesses):
    def application(environ, start_response):
        start_response("200 OK", [("Content-Length", "5")])
        return [b"12345"]

    for path, method in [("/", "GET"), ("/", "HEAD"), ("/é" * 9_000, "GET")]:
        answer_of(observed(application, [log_access]), environ_of(path, {}, method))
    assert [row["bytes"] for row in accesses] == [5, 0, 5]
    assert len(str(accesses[2]["path"])) == LONGEST


def test_an_application_that_fails_altogether_is_a_500_in_the_log(accesses):
    def application(environ, start_response):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        answer_of(observed(application, [log_access]), environ_of("/", {}))
    assert [row["status"] for row in accesses] == [500]


def test_our_own_mistakes_are_logged_with_the_number_that_the_reader_is_given(log, monkeypatch):
    def broken(*args: object, **named: object) -> None:
        raise RuntimeError("the cause")

    monkeypatch.setattr("articles.views.pages.show", broken)
    response = Client(raise_request_exception=False).get("/themes/")
    number = response["Request-Id"]
    assert re.fullmatch(r"[0-9a-f]{16}", number)
    assert f"<code>{number}</code>" in response.content.decode()
    assert f"{number} Internal Server Error: /themes/\nTraceback" in log.getvalue()
    assert "RuntimeError: the cause" in log.getvalue()


def test_a_search_that_the_database_refused_is_logged_with_its_cause_in_one_line(log, monkeypatch):
    monkeypatch.setattr(search, "fetch", away)
    response = Client().get("/articles/?q=sanctions")
    number = response["Request-Id"]
    assert response.status_code == 503
    assert number in response.content.decode()
    [line] = log.getvalue().splitlines()
    assert line.endswith(f"{number} {keeper.UNREADABLE} (DatabaseError: no connection): /articles/")


def test_a_search_is_refused_at_once_for_the_same_cause_while_the_data_cannot_be_read(
    log, monkeypatch, django_assert_num_queries
):
    kept = keeper.Keeper(keeper.Standing(edition.in_force()))
    monkeypatch.setattr(keeper, "KEEPER", kept)
    with monkeypatch.context() as gone:
        gone.setattr(keeper, "newest", away)
        kept.look()
    with django_assert_num_queries(0):
        assert Client().get("/articles/?q=sanctions").status_code == 503
    [told, refused] = log.getvalue().splitlines()
    assert told.endswith(f"{keeper.UNREADABLE} no connection")
    assert refused.endswith("(DatabaseError: no connection): /articles/")


@pytest.mark.parametrize("path", ["/articles/3/", "/readyz"])
def test_a_site_without_data_logs_that_it_has_none(path: str, log):
    DataVersion.objects.all().delete()
    number = Client().get(path)["Request-Id"]
    *_, line = log.getvalue().splitlines()
    assert line.endswith(f"{number} {keeper.NOT_LOADED}: {path}")


def test_an_answer_that_did_not_fail_has_no_number():
    assert "Request-Id" not in Client().get("/articles/3/")
    assert "Request-Id" not in Client().get("/nowhere/")


@pytest.mark.parametrize("host", ["elsewhere.example", "x" * 20_000, "a\tb", "é" * 5_000])
def test_a_request_that_is_refused_is_one_short_line(host: str, site_settings, tmp_path: Path):
    log = tmp_path / "log"
    with (
        processes.serving(site_settings, log) as (_, site),
        closing(http.client.HTTPConnection(urlsplit(site).netloc)) as connection,
    ):
        connection.putrequest("GET", "/articles/3/", skip_host=True)
        connection.putheader("Host", host.encode())
        connection.endheaders()
        assert connection.getresponse().status == 400
    said = log.read_bytes().splitlines()[1:]
    assert len(said) <= 1
    assert all(len(line) <= 500 for line in said)


def test_an_address_with_line_breaks_forges_no_line(log):
    Client().get("/", headers={"Host": "a.example\r\nINFO forged"})
    assert len(log.getvalue().splitlines()) == 1


def test_editions_that_take_the_place_of_others_and_a_database_that_goes_are_told(
    caplog, monkeypatch
):
    caplog.set_level(logging.INFO, logger="articles")
    kept = keeper.Keeper()
    kept.look()
    kept.look()
    with monkeypatch.context() as gone:
        gone.setattr(keeper, "newest", away)
        kept.look()
        kept.look()
    version = edition.in_force().version.short
    kept.look()
    assert caplog.messages == [
        f"Data version {version} is shown from now on.",
        f"{keeper.UNREADABLE} no connection",
        "The database is read again.",
    ]


def test_a_load_is_told_where_that_is_asked_for(site_settings, tmp_path):
    where = processes.copied(site_settings, tmp_path)
    load = (*processes.MANAGE, "load_treaty")
    _, quiet = processes.outcome(load, tmp_path / "quiet", **where)
    _, told = processes.outcome(load, tmp_path / "told", **where, LOG_LEVEL="INFO")
    assert "was loaded." not in quiet
    assert re.search(r"INFO articles.loading: Data version \w{12} was loaded\.", told)
