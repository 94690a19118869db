"""The page of settings, and what browsers keep for reading without a connection."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from articles.models import DataVersion
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def worker() -> str:
    return Client().get("/sw.js").content.decode()


def kept() -> list[str]:
    found = re.search(r"ADDRESSES = (\[.*\]);", worker())
    assert found
    addresses: list[str] = json.loads(found[1])
    return addresses


def test_the_worker_is_asked_for_anew_each_time_and_governs_the_whole_site() -> None:
    answer = Client().get("/sw.js")
    assert answer["Content-Type"] == "text/javascript"
    assert answer["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer["Content-Security-Policy"]


def test_the_whole_treaty_is_kept_with_its_style_and_scripts() -> None:
    addresses = kept()
    articles = [f"/articles/{number}/" for number in range(1, 48)]
    assert {"/", "/preamble/", *articles, "/closing/", "/treaty/", "/offline/"} <= {*addresses}
    files = [address for address in addresses if address.startswith("/static/")]
    assert files == [
        staticfiles_storage.url(name)
        for name in ("site.css", "pages.css", "first.js", "later.js", "icon.svg")
    ]
    pages = [address for address in addresses if address not in files]
    assert [Client().get(page).status_code for page in pages] == [200] * len(pages)


def test_other_data_and_other_files_make_another_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = worker()
    assert before == worker()
    with monkeypatch.context() as patch:
        patch.setattr("articles.views.comforts.static", lambda name: f"/static/{name}?other")
        assert name_of(worker()) != name_of(before)
    DataVersion.objects.update(digest="0" * 64)
    assert name_of(worker()) != name_of(before)


def name_of(script: str) -> str:
    found = re.search(r'KEPT = "(kept-[0-9a-f]{12})"', script)
    assert found
    return found[1]


def test_every_page_leads_to_the_settings_and_they_to_what_is_kept() -> None:
    assert "/settings/" in fetch("/articles/3/").links
    assert "/offline/" in fetch("/settings/").links


def test_what_holds_without_a_choice_is_the_first_one() -> None:
    controls = fetch("/settings/").document.query("[data-setting]")
    chosen = [node.attrs for node in controls if "checked" in node.attrs]
    checked = {attributes["name"]: attributes["value"] for attributes in chosen}
    usual = {node.attrs["name"]: node.attrs["data-setting"] for node in controls}
    assert (
        checked
        == usual
        == {
            "size": "normal",
            "style": "own",
            "theme": "system",
            "shortcuts": "on",
            "offline": "on",
        }
    )
    assert all("disabled" in node.attrs for node in controls)
