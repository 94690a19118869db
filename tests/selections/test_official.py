"""Selections where official texts are loaded: texts of our own invention."""

from __future__ import annotations

import pytest

from articles.models import Paragraph
from tests.invented import load_invented
from tests.pages import fetch
from tests.selections.asking import hrefs

pytestmark = [pytest.mark.django_db, pytest.mark.once]


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
    assert "/set/3.5/?note=hi&lang=fa#order" in page.links
    assert "/set/3.1,3.5/?lang=fa,en&note=hi" in page.links
    assert hrefs(page, ".selection-entry h2 a")[0] == "/articles/3/1/?lang=fa&set=3.1,3.5&note=hi"


def test_a_paragraph_that_no_selected_text_has_says_so_and_can_be_cited() -> None:
    load_invented(
        {
            "en": ("en", "", {3: {1: "The lake is calm."}}),
            "fa": ("fa", "", {3: {1: "دریاچه آرام است.", 5: "فانوس روشن است."}}),
        }
    )
    page = fetch("/set/3.1,3.5/")
    assert page.text(".cell-label")[0] == "Official text, English"
    assert page.text(".selection-entry > .quiet") == [
        "None of the selected official texts has this paragraph."
    ]
    cited = fetch("/set/3.1,3.5/cite/")
    assert cited.status == 200
    assert "http://testserver/3.5" in cited.text(".citation")[1]


def test_of_a_point_only_that_is_shown_of_an_official_text_too() -> None:
    blocks = [("", "The keepers shall:"), ("2.1.", "light lamps;"), ("2.2.", "mend boats.")]
    load_invented({"en": ("en", "", {22: {2: blocks}})})
    page = fetch("/set/22.2.2/")
    [cell] = page.text(".cell")
    assert cell.endswith("The keepers shall: 2.2. mend boats.")
    assert "light lamps" not in page.text("main")[0]
    assert page.text(".point-label") == ["2.2."]
    [cite] = page.document.query(".selection-entry > .tools a.cite")
    assert (cite.attrs["data-copy"] or "").startswith("“2.2. mend boats.”")
    [missing] = fetch("/set/22.2.3/").text(".cell")
    assert missing.endswith("The keepers shall:")


def test_our_only_paragraph_is_shown_where_the_official_text_has_only_words_without_a_number() -> (
    None
):
    load_invented({"en": ("en", "Lake Gazette", {31: {0: "Lakes have lamps."}})})
    words = Paragraph.objects.get(article=31).plain
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/", "/set/31.1/cite/"):
        assert fetch(path).status == 200
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/"):
        [ours] = fetch(path).text(".ours")
        assert ours == f"In our own words {words}", path
    assert fetch("/articles/31/1/").ids.count("art_31__para_1") == 1
