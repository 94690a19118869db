"""What is told of the state of the site, to whom, and what readers see without static files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test import Client, override_settings

from articles.views import health
from tests import processes
from tests.http.asking import answer_of, environ_of
from tests.http.test_server import connect

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.parametrize("host", ["203.0.113.7:8000", "elsewhere.example", "a b", ""])
def test_a_probe_is_answered_under_whatever_name_it_asks(path, host):
    assert Client(headers={"Host": host}).get(path).status_code == 200
    assert Client(headers={"Host": host}).get("/articles/3/").status_code == 400


@pytest.mark.parametrize("path", [b"/healthz", b"/readyz"])
def test_a_probe_may_ask_without_a_name(path, site_settings, tmp_path):
    with (
        processes.serving(site_settings, tmp_path / "log") as (_, site),
        connect(site) as connection,
    ):
        connection.sendall(b"GET " + path + b" HTTP/1.0\r\n\r\n")
        with closing(connection.makefile("rb")) as answer:
            assert answer.readline().split()[1] == b"200"


@pytest.mark.parametrize("broken", ["nowhere.html", "broken.html"])
def test_a_template_that_cannot_be_read_is_named(broken, monkeypatch, tmp_path, settings):
    (tmp_path / "broken.html").write_text("{% nothing %}")
    folders = [*settings.TEMPLATES[0]["DIRS"], tmp_path]
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": folders}]
    monkeypatch.setattr(health, "TEMPLATES", ["404.html", broken])
    ready = Client().get("/readyz")
    assert ready.status_code == 503
    assert ready.content.startswith(b"A template cannot be read: ")
    monkeypatch.setattr(health, "TEMPLATES", [])
    assert Client().get("/readyz").status_code == 503


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[WSGIHandler]:
    """Give the site where static files have not been collected yet, nor their folder made."""
    with override_settings(STATIC_ROOT=tmp_path / "static"):
        yield WSGIHandler()


def test_without_static_files_pages_have_no_style_and_are_not_kept_until_they_are_there(bare):
    page = answer_of(bare, environ_of("/articles/3/", {}))
    assert (page.status, page.headers["Cache-Control"]) == (200, "no-store")
    [sheet] = re.findall(r'href="(/static/\w+\.css)"', page.body.decode())
    assert answer_of(bare, environ_of(sheet, {})).status == 404
    ready = answer_of(bare, environ_of("/readyz", {}))
    assert (ready.status, ready.body.decode().strip()) == (503, health.NOT_COLLECTED)
    call_command("collectstatic", interactive=False, verbosity=0)
    page = answer_of(bare, environ_of("/articles/3/", {}))
    assert page.headers["Cache-Control"].startswith("public")
    [sheet] = re.findall(r'href="(/static/[\w.]+\.css)"', page.body.decode())
    assert answer_of(bare, environ_of(sheet, {})).status == 200
    assert answer_of(bare, environ_of("/readyz", {})).status == 200
