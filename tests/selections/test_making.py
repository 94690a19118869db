"""While a selection is made, the query string of every page carries it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.invented import load_invented
from tests.pages import fetch
from tests.selections.asking import hrefs

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_explorer_carries_the_selection_along() -> None:
    page = fetch("/articles/?set=3,14&q=OPEC&theme=energy")
    assert page.text(".making") == [
        "Your selection: Articles 3 and 14 · View selection · Clear selection"
    ]
    assert hrefs(page, ".making a") == ["/set/3,14/", "/articles/?q=OPEC&theme=energy"]
    assert [
        (node.attrs["name"], node.attrs["value"])
        for node in page.document.query("#explorer input[type=hidden]")
    ] == [("set", "3,14")]
    assert hrefs(page, ".hit h2 a") == ["/articles/22/2/6/?q=OPEC&theme=energy&set=3,14"]
    assert hrefs(page, ".hit .selection-add") == [
        "/articles/?q=OPEC&theme=energy&set=3,14,22.2.6#hit-22"
    ]
    assert "hit-22" in page.ids
    assert page.text(".hit .selection-add") == ["Add (2) to selection: Article 22, point 2.6"]
    assert hrefs(page, ".active a") == [
        "/articles/?theme=energy&set=3,14",
        "/articles/?q=OPEC&set=3,14",
        "/articles/?set=3,14",
    ]
    assert all(href.endswith("/?set=3,14") for href in hrefs(page, ".map a"))
    (canonical,) = page.document.query("link[rel=canonical]")
    assert "set=" not in (canonical.attrs["href"] or "")


def test_the_explorer_says_which_hits_are_in_the_selection_and_keeps_its_note() -> None:
    page = fetch("/articles/?set=3&note=hi")
    said = dict(zip(hrefs(page, ".hit h2 a"), page.text(".hit .selection-add"), strict=True))
    assert said["/articles/3/?set=3&note=hi"] == "Added to selection: Article 3"
    assert said["/articles/5/?set=3&note=hi"] == "Add (1) to selection: Article 5"
    assert "/articles/?set=3,5&note=hi#hit-5" in hrefs(page, ".selection-add")


@pytest.mark.parametrize("odd", ["", "lake", "99", "%00", "3.99", "," * 2000])
def test_an_odd_set_is_ignored(odd: str) -> None:
    page = fetch(f"/articles/?q=OPEC&set={odd}")
    assert page.status == 200
    assert not page.document.query("#explorer input[type=hidden], .hit .selection-add, .making")
    assert hrefs(page, ".hit h2 a") == ["/articles/22/2/6/?q=OPEC"]


def test_a_set_with_an_odd_part_is_cleaned() -> None:
    page = fetch("/articles/?set=5, lake; 99,art 3")
    assert page.text(".making") == [
        "Your selection: Articles 5 and 3 · View selection · Clear selection"
    ]
    assert "/themes/?set=5,3" in page.links


def test_the_address_that_htmx_pushes_carries_the_selection() -> None:
    headers = {"HX-Request": "true", "HX-Target": "results"}
    response = Client().get("/articles/?q=OPEC&set=3,14", headers=headers)
    assert response.headers["HX-Push-Url"] == "/articles/?q=OPEC&set=3,14"


def test_what_htmx_puts_on_the_page_takes_the_selection_along_too() -> None:
    headers = {"HX-Request": "true", "HX-Target": "suggestions"}
    page = fetch("/articles/?q=OPEC&set=3", **headers)
    assert len(page.links) > 1
    assert all(link.endswith("set=3") for link in page.links)
    results = fetch("/articles/?q=OPEC&set=3", **headers | {"HX-Target": "results"})
    (away,) = results.document.query("#put-away[data-hx-swap-oob]")
    assert away.attrs["href"] == "/articles/?q=OPEC"
    nothing = fetch("/articles/?q=zzzzzz&set=3", **headers | {"HX-Target": "results"})
    assert "/themes/?set=3" in nothing.links


def test_five_places_are_gathered_by_links_alone() -> None:
    page = fetch("/articles/14/")
    page = fetch(hrefs(page, "#whole ~ p .selection-add")[0])
    assert page.path == "/set/14/"
    (more,) = [link for link in page.links if link.startswith("/articles/?")]
    page = fetch(more)
    for number in (5, 22, 0):
        (added,) = hrefs(page, f"#hit-{number} .selection-add")
        page = fetch(added)
        assert page.path.startswith("/articles/?set=14")
    page = fetch(hrefs(page, "#hit-3 h2 a")[0])
    (added,) = hrefs(page, "#art_3__para_2 .selection-add")
    page = fetch(added)
    assert page.path == "/articles/3/?set=14,5,22,0,3.2#art_3__para_2"
    assert page.text("#art_3__para_2 .selection-add") == [
        "Added to selection: Article 3, paragraph 2"
    ]
    assert hrefs(page, ".making a") == ["/set/14,5,22,0,3.2/", "/articles/3/"]


def test_all_that_was_found_is_put_in_a_selection_at_once() -> None:
    page = fetch("/articles/?theme=energy")
    (link,) = page.document.query(".found-more .selection-add")
    found = [node.attrs["id"].removeprefix("hit-") for node in page.document.query(".hit")]
    assert len(found) > 1
    assert link.to_text() == f"Add these {len(found)} provisions to a selection"
    assert fetch(link.attrs["href"] or "").text("h1")[0].startswith("Selection: Articles ")
    one_more = hrefs(fetch("/articles/?q=OPEC&set=3"), ".found-more .selection-add")
    assert one_more == ["/set/3,22.2.6/"]
    assert not fetch("/articles/?q=OPEC&set=22.2.6").document.query(".found-more .selection-add")
    assert not fetch("/articles/").document.query(".found-more .selection-add")


def test_the_page_that_begins_selections_shows_the_one_that_is_being_made() -> None:
    page = fetch("/set/?set=3,5.2&note=hi")
    assert [node.attrs["value"] for node in page.document.query("#items")] == ["3,5.2"]
    assert page.text("textarea") == ["hi"]
    boxes = page.document.query(".making-form [type=checkbox]")
    codes = [node.attrs["value"] for node in boxes]
    assert codes == ["0", *map(str, range(1, 48)), "closing"]
    assert not page.document.query(".selection-form input[name=set]")
    assert len(page.document.query("meta[name=robots][content=noindex]")) == 1


def test_what_is_added_to_a_paragraph_in_a_text_keeps_the_text() -> None:
    load_invented({"en": ("en", "", {3: {1: "A lamp."}}), "fa": ("fa", "", {3: {1: "چراغ."}})})
    page = fetch("/articles/3/?lang=fa&set=5")
    assert "/articles/3/?lang=fa&set=5,3" in hrefs(page, "#whole ~ p .selection-add")
    assert "/set/5/?lang=fa" in hrefs(page, ".making a")
    assert "?lang=fa,en&set=5" in hrefs(page, ".tags a")
