"""Dossiers where official texts are loaded: texts of our own invention."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import DataVersion
from articles.snapshot import official_texts
from tests.dossiers.asking import hrefs
from tests.invented import load_invented
from tests.pages import fetch

pytestmark = pytest.mark.django_db


def test_official_texts_are_shown_as_on_the_articles_page_and_the_choice_is_kept() -> None:
    load_invented(
        {
            "en": ("en", "", {3: {1: "The lake is calm.", 2: "The lamp is lit."}}),
            "fa": ("fa", "", {3: {1: "دریاچه آرام است.", 5: "فانوس روشن است."}}),
        }
    )
    page = fetch("/set/3.1,3.5/?note=hi&lang=fa")
    assert page.text(".cell-label")[0] == "Official text, Persian"
    assert [node.attrs["dir"] for node in page.document.query(".cell")] == ["rtl", "rtl"]
    assert "دریاچه آرام است." in page.text(".cell")[0]
    assert "/set/3.5/?note=hi&lang=fa" in page.links
    assert "/set/3.1,3.5/?lang=fa,en&note=hi" in page.links
    assert hrefs(page, ".dossier-entry h2 a")[0] == "/articles/3/1/?lang=fa&set=3.1,3.5&note=hi"
    other = fetch("/set/3.1,3.5/")
    assert other.text(".cell-label") == [
        "Official text, English",
        "Official text, English",
        "Official text, Persian",
    ]
    assert "This text has no paragraph 5." in other.text(".cell")[1]
    assert "Reported" not in other.text(".byline")[1]  # the grade is that of our words


def test_our_only_paragraph_is_shown_where_the_official_text_has_only_words_without_a_number() -> (
    None
):
    load_invented({"en": ("en", "Lake Gazette", {31: {0: "Lakes have lamps."}})})
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/", "/set/31.1/cite/"):
        assert fetch(path).status == 200
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/"):
        assert len(fetch(path).document.query(".ours .paragraph")) == 1, path
    assert fetch("/articles/31/1/").ids.count("art_31__para_1") == 1


def test_official_texts_cost_one_query_more() -> None:
    load_invented({"en": ("en", "", {3: {1: "The lake is calm."}})})
    official_texts(DataVersion.objects.get().digest)
    fetch("/set/3/")
    with CaptureQueriesContext(connection) as queries:
        assert fetch("/set/14,5.2,0,3.1,25/?note=x").status == 200
    assert len(queries) == 8
