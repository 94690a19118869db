"""Dossiers: what an address is understood to mean, and the pages that show what it names."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from articles import places
from articles.dossier import Dossier, read_note
from articles.dossier_reading import (
    MAX_LENGTH,
    MAX_RAW_LENGTH,
    MOST_PLACES,
    Reading,
    read,
    respelt,
)
from articles.models import DataVersion
from articles.places import Place
from articles.snapshot import official_texts
from tests.invented import load_invented
from tests.pages import Page, fetch

files = pytest.mark.files
database = pytest.mark.django_db

NUMBERS = {number: {1, 2, 3, 4} for number in range(48)} | {12: set(range(1, 13)), 40: set()}
"""How many paragraphs each article has in the tests that ask no database."""

SIX = {number: set(range(1, 100)) for number in range(48)}


def codes(text: str) -> list[str]:
    return [place.code for place in read(text, NUMBERS).places]


def faults(text: str) -> list[str]:
    return list(read(text, NUMBERS).faults)


# What is understood


@files
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", ["3"]),
        ("0", ["0"]),
        ("12.2", ["12.2"]),
        ("3,12.2,17-19", ["3", "12.2", "17", "18", "19"]),
        ("19-17", ["19", "18", "17"]),
        ("12.2-4", ["12.2", "12.3", "12.4"]),
        ("12.4-2", ["12.4", "12.3", "12.2"]),
        ("12.2-12.4", ["12.2", "12.3", "12.4"]),
        ("17-17", ["17"]),
        ("5,3,4", ["5", "3", "4"]),
        ("12,12.2", ["12", "12.2"]),
        ("3, 12.2 ; 17 – 19", ["3", "12.2", "17", "18", "19"]),
        ("3%2C%2012.2", ["3", "12.2"]),
        ("3 5 7", ["3", "5", "7"]),
        ("3+5", ["3", "5"]),
        ("03,007", ["3", "7"]),
        ("3,,5,", ["3", "5"]),
        ("3.", ["3"]),
        ("(3, 5)!", ["3", "5"]),
        ("3/", ["3"]),
        ("art3", ["3"]),
        ("Art. 3, Article 5 and articles 7 to 9", ["3", "5", "7", "8", "9"]),
        ("12(2)", ["12.2"]),
        ("12 ( 2 )", ["12.2"]),
        ("12(2)-(4)", ["12.2", "12.3", "12.4"]),
        ("12(2-4)", ["12.2", "12.3", "12.4"]),
        ("12/2", ["12.2"]),
        ("12:2", ["12.2"]),
        ("Article 12, paragraph 2", ["12.2"]),
        ("paragraph 2 of article 12, 5", ["12.2", "5"]),
        ("п. 2 ст. 12", ["12.2"]),
        ("ماده ۱۲، ۳", ["12", "3"]),
        ("۱۷–۱۹", ["17", "18", "19"]),
        ("３，１２．２", ["3", "12.2"]),
        ("\u200e3,\u200b5\u00ad", ["3", "5"]),
        ("preamble", ["0"]),
        ("Preamble.3, 1", ["0.3", "1"]),
        ("recital 3 of the preamble", ["0.3"]),
        ("преамбула, 3", ["0", "3"]),
        ("http://testserver/articles/12/2/, /preamble/, lake.example/5", ["12.2", "0", "5"]),
        ("http://testserver/set/3,12.2/?note=a%2C+b, 5", ["3", "12.2", "5"]),
        ("", []),
        (" , ; . - ", []),
    ],
)
def test_places_are_understood_in_many_spellings(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
    assert faults(text) == []


@files
@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        (
            "3,99",
            ["3"],
            ["There is no article 99: the treaty has a preamble and 47 articles."],
        ),
        (
            "46-52",
            ["46", "47"],
            ["There are no articles 48–52: the treaty has a preamble and 47 articles."],
        ),
        (
            "99.2",
            [],
            ["There is no article 99: the treaty has a preamble and 47 articles."],
        ),
        ("3.7", [], ["Article 3 has 4 paragraphs here; there is no paragraph 7."]),
        ("3.0", [], ["Article 3 has 4 paragraphs here; there is no paragraph 0."]),
        (
            "3.3-9",
            ["3.3", "3.4"],
            ["Article 3 has 4 paragraphs here; there are no paragraphs 5–9."],
        ),
        ("0.9", [], ["Preamble has 4 recitals here; there is no recital 9."]),
        ("40.1", [], ["Article 40 is not described yet, so it has no paragraphs here."]),
        (
            "3,lake shore,5",
            ["3", "5"],
            ["This could not be read as an article or paragraph: “lake shore”."],
        ),
        (
            "12.2-13.1",
            [],
            ["This could not be read as an article or paragraph: “12.2-13.1”."],
        ),
        ("-3", ["3"], []),
        ("3,3,5,3", ["3", "5"], ["Named more than once, shown once: Article 3."]),
        ("4-6,5", ["4", "5", "6"], ["Named more than once, shown once: Article 5."]),
        (
            "x" * 60,
            [],
            [f"This could not be read as an article or paragraph: “{'x' * 40}…”."],
        ),
        (
            "0-47,12.1-12,3.1-4",
            [*map(str, range(48)), *(f"12.{number}" for number in range(1, 13))],
            ["A dossier has at most 60 places. Left out: Articles 3(1)–(4)."],
        ),
    ],
)
def test_what_cannot_be_shown_is_explained_and_the_rest_is_shown(
    text: str, shown: list[str], expected: list[str]
) -> None:
    assert codes(text) == shown
    assert faults(text) == expected


@files
def test_a_long_text_is_read_up_to_a_place_and_never_to_the_middle_of_a_number() -> None:
    text = ",".join(["12"] * 133 + ["34"])  # the 400th character is the 3 of 34
    assert len(text) == 401
    assert codes(text) == ["12"]
    assert faults(text)[-1] == "That was too long. It was not read from here on: “34”."
    assert codes("3" * 2000) == []


@files
@pytest.mark.parametrize("text", ["\u3316" * 1000, "\ufdfa" * 1000, "3" + " " * 998 + "x"])
def test_no_letter_that_stands_for_many_makes_the_text_longer_than_is_looked_at(text: str) -> None:
    assert len(respelt(text)) <= MAX_RAW_LENGTH
    assert "  " not in respelt(text)


@files
def test_of_many_missing_numbers_only_some_are_explained_one_by_one() -> None:
    said = faults(",".join(map(str, range(60, 80))))
    assert len(said) == 9
    assert said[-1] == "12 more such numbers were left out."


# One way to write it


@files
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "3"),
        ("3,4", "3,4"),
        ("3-4", "3,4"),
        ("3,4,5", "3-5"),
        ("5,4,3", "5-3"),
        ("3,4,5,7", "3-5,7"),
        ("12.2,12.3,12.4", "12.2-4"),
        ("12.2,13.3,12.4", "12.2,13.3,12.4"),
        ("3,12.4,12.3,12.2,4", "3,12.4-2,4"),
        ("0,1,2", "0-2"),
        ("preamble,art 3,12(2)", "0,3,12.2"),
    ],
)
def test_places_have_one_address(text: str, expected: str) -> None:
    assert places.code(read(text, NUMBERS).places) == expected


@files
@given(st.lists(st.builds(Place, st.integers(0, 47), st.none() | st.integers(1, 99)), max_size=60))
def test_the_address_of_any_places_leads_to_them_in_their_order(chosen: list[Place]) -> None:
    chosen = list(dict.fromkeys(chosen))
    assert read(places.code(chosen), SIX) == Reading(tuple(chosen), (), places.code(chosen))


@files
@given(st.text() | st.text("0123456789.,-;() /–%ar'set"))
def test_no_text_is_an_error_and_what_it_yields_is_bounded(text: str) -> None:
    found = read(text, NUMBERS)
    assert len(found.places) <= MOST_PLACES
    assert len(set(found.places)) == len(found.places)
    assert len(found.faults) <= 13
    assert all(len(fault) <= 300 for fault in found.faults)
    assert len(found.spelling) <= MAX_LENGTH
    code = places.code(found.places)
    assert read(code, NUMBERS).places == found.places
    assert read(code, NUMBERS).faults == ()


@files
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "Article 3"),
        ("12.2", "Article 12(2)"),
        ("3,12.2,17-19", "Articles 3, 12(2) and 17–19"),
        ("19-17", "Articles 19–17"),
        ("12.2-4", "Articles 12(2)–(4)"),
        ("3,4", "Articles 3 and 4"),
        ("0", "Preamble"),
        ("0,3", "Preamble; Article 3"),
        ("0-2", "Preamble; Articles 1 and 2"),
        ("0.3", "Preamble, recital 3"),
        ("0.1-3,5,0.4", "Preamble, recitals 1–3; Article 5; Preamble, recital 4"),
        ("1,3,5,7,9,11,13,15,17,19-21", "Articles 1, 3, 5, 7, 9, 11, 13, 15 and 4 more"),
    ],
)
def test_places_are_named_in_words(text: str, expected: str) -> None:
    assert places.spoken(read(text, NUMBERS).places) == expected


# The addresses of changed dossiers


def of(text: str, note: str = "", texts: str = "") -> Dossier:
    return Dossier(read(text, NUMBERS), note, texts=texts)


@files
def test_places_are_moved_removed_and_added_with_the_note_kept() -> None:
    made = of("3,12.2,17", note="a, b & c", texts="en,fa")
    kept = "?note=a,+b+%26+c&lang=en,fa"
    assert made.address == f"/set/3,12.2,17/{kept}"
    assert made.address_without(Place(12, 2)) == f"/set/3,17/{kept}"
    assert made.address_moved(Place(12, 2), -1) == f"/set/12.2,3,17/{kept}#art_12__para_2"
    assert made.address_moved(Place(12, 2), 1) == f"/set/3,17,12.2/{kept}#art_12__para_2"
    assert made.address_moved(Place(3), -1) == ""
    assert made.address_moved(Place(17), 1) == ""
    assert made.address_with(Place(12)) == f"/set/3,12.2,17,12/{kept}"
    assert made.address_with(Place(17)) == made.address


@files
def test_without_its_last_place_a_dossier_is_one_to_begin() -> None:
    assert of("3").address_without(Place(3)) == "/set/"
    assert Dossier().address_with(Place(14)) == "/set/14/"
    assert Dossier().carried_query == ""


@files
def test_a_dossier_being_made_travels_in_the_query_string() -> None:
    assert of("3,12.2").carried_query == "?set=3,12.2"
    assert of("3", note="for Ann").carried_query == "?set=3&note=for+Ann"


@files
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("", False)),
        ("  one\r\ntwo\rthree\t! ", ("one\ntwo\nthree !", False)),
        ("one\n\n \n\n\ntwo", ("one\n\ntwo", False)),
        ("a\x00b\x1bc", ("abc", False)),
        ("x" * 500, ("x" * 500, False)),
        ("x" * 501, ("x" * 500, True)),
    ],
)
def test_a_note_is_plain_lines_of_bounded_length(text: str, expected: tuple[str, bool]) -> None:
    assert read_note(text) == expected


@files
@pytest.mark.parametrize(
    ("made", "place", "expected"),
    [
        ("", "14", ("/set/14/", "Add to a dossier : Article 14")),
        ("3,5", "14", ("/set/3,5,14/", "Add to your dossier (2 places) : Article 14")),
        ("3", "14 2", ("/set/3,14.2/", "Add to your dossier (1 place) : Article 14, paragraph 2")),
        ("3", "3 0", ("/set/3/", "In your dossier : Article 3")),
    ],
)
def test_a_page_links_to_the_dossier_with_what_it_shows(
    made: str, place: str, expected: tuple[str, str]
) -> None:
    template = Template("{% load dossiers %}{% add_to_dossier made " + place + " %}")
    (link,) = JustHTML(template.render(Context({"made": of(made)}))).query("a")
    assert (link.attrs["href"], " ".join(link.to_text().split())) == expected


# The page


def headings(page: Page) -> list[str]:
    return page.text(".dossier-entry h2")


def hrefs(page: Page, selector: str) -> list[str]:
    return [node.attrs["href"] or "" for node in page.document.query(selector)]


@database
def test_the_page_shows_the_places_in_the_order_of_the_address() -> None:
    page = fetch("/set/14,5.2,0,3.1/")
    assert page.status == 200
    assert page.text("h1") == ["Dossier: Articles 14 and 5(2); Preamble; Article 3(1)"]
    assert page.text("title") == [
        "Dossier: Articles 14 and 5(2); Preamble; Article 3(1) — Iran–Russia Treaty"
    ]
    assert hrefs(page, ".dossier-entry h2 a") == [
        "/articles/14/?set=14,5.2,0,3.1",
        "/articles/5/2/?set=14,5.2,0,3.1",
        "/preamble/?set=14,5.2,0,3.1",
        "/articles/3/1/?set=14,5.2,0,3.1",
    ]
    assert headings(page)[1].startswith("Article 5, paragraph 2 · ")
    assert len(page.document.query("meta[name=robots][content=noindex]")) == 1


@database
def test_of_a_paragraph_only_that_is_shown_and_only_its_sources() -> None:
    page = fetch("/set/3.2/")
    whole = fetch("/set/3/")
    assert hrefs(page, ".paragraph-number") == ["/articles/3/2/"]
    assert hrefs(whole, ".paragraph-number") == [f"/articles/3/{n}/" for n in (1, 2, 3, 4)]
    marks = set(hrefs(page, ".note-mark a"))
    assert marks == {f"#{node.attrs['id']}" for node in page.document.query(".notes ol > li")}
    assert (
        0 < len(page.document.query(".notes ol > li")) < len(whole.document.query(".notes ol > li"))
    )


@database
@pytest.mark.parametrize("number", range(48))
def test_every_article_alone_makes_a_dossier(number: int) -> None:
    page, own = fetch(f"/set/{number}/"), fetch(f"/articles/{number}/" if number else "/preamble/")
    assert page.status == 200
    assert page.text(".paragraph-text") == own.text(".paragraph-text")
    assert page.text(".dossier-entry .evidence") == own.text(".standing .evidence")
    assert len(page.document.query(".unconfirmed")) == len(own.document.query(".unconfirmed"))
    assert page.text(".dossier-entry .paragraph-text") or page.text(".dossier-entry .evidence") == [
        "Not described yet"
    ]


@database
def test_what_is_unconfirmed_keeps_its_mark_and_its_number_its_brackets() -> None:
    page = fetch("/set/25,5.2/")
    assert page.text(".unconfirmed-label") == [
        "Unconfirmed. Believed to be in the treaty; no report used here says so."
    ]
    assert page.text(".dossier-entry .evidence") == ["Outline, unconfirmed", "Reported"]
    assert page.text(".paragraph-number") == ["¶", "[2]"]
    assert "believed to be the treaty's own; no report confirms it" in page.text(".byline")[1]


@database
def test_ids_are_unique_though_an_article_comes_several_times() -> None:
    page = fetch("/set/3.1,12,3.3,3,12.1,0.2,0/")
    assert len(page.document.query(".dossier-entry")) == 7
    assert len(page.ids) == len(set(page.ids))
    assert all(re.fullmatch(r"\S+", name) for name in page.ids)
    targets = {href[1:] for href in hrefs(page, "a[href^='#']")}
    assert targets <= set(page.ids)


@database
@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/set/3, 5(2); 17–19/", "/set/3,5.2,17-19/"),
        ("/set/3,4,5/", "/set/3-5/"),
        ("/set/3-4/", "/set/3,4/"),
        ("/set/preamble,art14./", "/set/0,14/"),
        ("/set/3,5/)/?note=a%20b&x=1", "/set/3,5/?note=a%20b&x=1"),
        ("/set/3-4/cite/?style=apa", "/set/3,4/cite/?style=apa"),
    ],
)
def test_other_spellings_lead_to_the_one_address_for_good(address: str, target: str) -> None:
    response = Client().get(address)
    assert (response.status_code, response.headers["Location"]) == (301, target)


@database
def test_what_is_wrong_with_an_address_is_explained_on_the_page() -> None:
    page = fetch("/set/3,99,<b>lake<%2Fb>,3,26.1/")
    assert page.status == 200
    assert len(headings(page)) == 1
    assert page.text(".notice li") == [
        "There is no article 99: the treaty has a preamble and 47 articles.",
        "Article 26 is not described yet, so it has no paragraphs here.",
        "This could not be read as an article or paragraph: “b>lake</b”.",
        "Named more than once, shown once: Article 3.",
    ]
    assert "/set/3/" in hrefs(page, ".notice a")
    assert not page.document.query("main b")


@database
@pytest.mark.parametrize("items", ["lake", "99", "26.1", "...", "%00", "-", "3.99"])
def test_where_nothing_is_understood_the_page_explains_how_to_write_a_set(items: str) -> None:
    page = fetch(f"/set/{items}/")
    assert page.status == 404
    assert page.text("h1") == ["Make a dossier"]
    assert len(page.document.query("form.dossier-form input[name=items]")) == 1


@database
def test_the_note_is_plain_text_and_said_not_to_be_ours() -> None:
    note = "<script>x</script>\nSee https://example.org & <b>call</b>"
    page = fetch(f"/set/3/?{urlencode({'note': note})}")
    (shown,) = page.document.query(".dossier-note p")
    assert shown.attrs["dir"] == "auto"
    assert shown.to_text(separator="", strip=False) == note
    assert page.text(".dossier-note h2") == ["Note by whoever made this dossier, not by this site"]
    assert not page.document.query(".dossier-note a, .dossier-note b, main script")
    assert "example.org" not in page.document.query("head")[0].to_html()


@database
def test_a_long_note_is_cut_and_that_is_said() -> None:
    page = fetch(f"/set/3/?note={'x' * 600}")
    assert page.text(".dossier-note p") == ["x" * 500]
    assert page.text("main > .notice") == [
        "The note was longer: only its first 500 characters are shown."
    ]
    assert not [href for href in hrefs(page, "a[href]") if "x" * 501 in href]


@database
def test_each_place_can_be_moved_and_removed_by_links_that_keep_the_note() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    first, second = (
        [node.attrs["href"] for node in entry.query("ul.tags a")]
        for entry in page.document.query(".dossier-entry")
    )
    assert first == ["/set/5.2,14/?note=hello#art_14", "/set/5.2/?note=hello"]
    assert second == ["/set/5.2,14/?note=hello#art_5__para_2", "/set/14/?note=hello"]
    assert page.text(".dossier-entry ul.tags li")[0] == "Move down : Article 14"
    for href in (*first, *second):
        assert fetch(href).status == 200


@database
def test_nothing_but_links_and_forms_is_needed_to_change_a_dossier() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    add, note = page.document.query("form.dossier-form")
    assert {(node.attrs["name"], node.attrs.get("value")) for node in add.query("input")} == {
        ("items", "14,5.2"),
        ("add", None),
        ("note", "hello"),
    }
    assert [node.to_text() for node in note.query("textarea")] == ["hello"]
    assert {form.attrs["action"] for form in (add, note)} == {"/set/"}
    assert "/articles/?set=14,5.2&note=hello" in page.links
    assert "/set/14,5.2/cite/?note=hello" in page.links
    assert "/set/14,5.2.csl.json" in page.links
    assert len(page.document.query("button.print-button[hidden]")) == 1


@database
def test_every_link_of_a_dossier_leads_somewhere() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    assert len(page.links) > 30
    for link in page.links:
        assert Client().get(link.partition("#")[0]).status_code == 200, link


# The page that begins one


@database
@pytest.mark.parametrize(
    ("query", "target"),
    [
        ({"items": "3, 5"}, "/set/3,5/"),
        ({"items": "3,5", "add": "14, 5.2"}, "/set/3,5,14,5.2/"),
        ({"add": "14"}, "/set/14/"),
        ({"items": "3", "note": "for Ann"}, "/set/3/?note=for+Ann"),
        ({"items": "3", "note": ""}, "/set/3/"),
        ({"items": "3", "add": "99"}, "/set/3,99/"),
        ({"items": "3", "add": "a/../b"}, "/set/3,a:..:b/"),
        ({"items": "3", "add": "3"}, "/set/3,3/"),
    ],
)
def test_the_form_leads_to_the_dossier(query: dict[str, str], target: str) -> None:
    response = Client().get("/set/", query)
    assert (response.status_code, response.headers["Location"]) == (302, target)
    assert fetch(target).status == 200


@database
def test_the_form_explains_what_it_does_not_understand_and_keeps_it() -> None:
    page = fetch("/set/?items=lake&note=hello")
    assert page.status == 200
    assert page.text(".notice li") == ["This could not be read as an article or paragraph: “lake”."]
    assert [node.attrs["value"] for node in page.document.query("input[name=items]")] == ["lake"]
    assert page.text("textarea") == ["hello"]


@database
def test_a_dossier_can_be_begun_from_the_map_and_the_examples_are_true() -> None:
    page = fetch("/set/")
    assert hrefs(page, ".map a") == [f"/set/{number}/" for number in range(48)]
    examples = page.text("tbody code:not(td + td code)")
    assert "14,5.2,17-19" in examples
    for example in examples:
        assert Client().get(f"/set/{example}/").status_code == 200
        assert fetch(f"/set/{example}/").text(".notice") == []


# While it is being made


@database
def test_the_explorer_carries_the_dossier_along() -> None:
    page = fetch("/articles/?set=3,14&q=oil&theme=energy")
    assert page.text("main > .notice") == ["Making a dossier: Articles 3 and 14 · see it"]
    assert hrefs(page, "main > .notice a") == ["/set/3,14/"]
    assert [
        (node.attrs["name"], node.attrs["value"])
        for node in page.document.query("#explorer input[type=hidden]")
    ] == [("set", "3,14")]
    assert hrefs(page, ".hit h2 a") == ["/articles/22/2/?q=oil&set=3,14"]
    assert hrefs(page, ".hit .dossier-add") == ["/set/3,14,22.2/"]
    assert page.text(".hit .dossier-add") == [
        "Add to your dossier (2 places) : Article 22, paragraph 2"
    ]
    assert hrefs(page, ".active a") == [
        "/articles/?theme=energy&set=3,14",
        "/articles/?q=oil&set=3,14",
        "/articles/?set=3,14",
    ]
    assert all(href.endswith("/?set=3,14") for href in hrefs(page, ".map a"))
    (canonical,) = page.document.query("link[rel=canonical]")
    assert "set=" not in (canonical.attrs["href"] or "")


@database
def test_the_explorer_says_which_hits_are_in_the_dossier_and_keeps_its_note() -> None:
    page = fetch("/articles/?set=3&note=hi")
    said = dict(zip(hrefs(page, ".hit h2 a"), page.text(".dossier-add"), strict=True))
    assert said["/articles/3/?set=3&note=hi"] == "In your dossier : Article 3"
    assert said["/articles/5/?set=3&note=hi"] == "Add to your dossier (1 place) : Article 5"
    assert "/set/3,5/?note=hi" in hrefs(page, ".dossier-add")


@database
@pytest.mark.parametrize("odd", ["", "lake", "99", "%00", "3.99", "," * 2000])
def test_an_odd_set_is_ignored(odd: str) -> None:
    page = fetch(f"/articles/?q=oil&set={odd}")
    assert page.status == 200
    assert not page.document.query("#explorer input[type=hidden], .dossier-add")
    assert hrefs(page, ".hit h2 a") == ["/articles/22/2/?q=oil"]


@database
def test_a_set_with_an_odd_part_is_cleaned() -> None:
    page = fetch("/articles/?set=5, lake; 99,art 3")
    assert page.text("main > .notice") == ["Making a dossier: Articles 5 and 3 · see it"]


@database
def test_the_address_that_htmx_pushes_carries_the_dossier() -> None:
    headers = {"HX-Request": "true", "HX-Target": "results"}
    response = Client().get("/articles/?q=oil&set=3,14", headers=headers)
    assert response.headers["HX-Push-Url"] == "/articles/?q=oil&set=3,14"


# Citing


@database
def test_every_place_is_cited_in_the_style_that_is_chosen() -> None:
    page = fetch("/set/3.1,14/cite/?style=apa&note=hello")
    assert page.status == 200
    assert page.text("h1") == ["Cite Articles 3(1) and 14"]
    assert page.text("[aria-current=page].tag") == ["APA"]
    assert len(page.text(".citation")) == 2
    assert "http://testserver/3.1" in page.text(".citation")[0]
    assert "/set/3.1,14/?note=hello" in page.links
    assert "/set/3.1,14/cite/?style=un&note=hello" in page.links
    assert page.text(".citation") != fetch("/set/3.1,14/cite/?style=un").text(".citation")


@database
def test_an_unknown_style_is_the_first_and_unsure_numbers_are_not_cited() -> None:
    page = fetch("/set/5.2/cite/?style=lake")
    assert page.text("[aria-current=page].tag") == ["OSCOLA"]
    assert " art 5 (" in page.text(".citation")[0]
    assert "Cited without the paragraph" in page.text("main")[0]


# Official texts


@database
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
    assert hrefs(page, ".dossier-entry h2 a")[0] == "/articles/3/1/?set=3.1,3.5&note=hi&lang=fa"
    other = fetch("/set/3.1,3.5/")
    assert other.text(".cell-label") == [
        "Official text, English",
        "Official text, English",
        "Official text, Persian",
    ]
    assert "This text has no paragraph 5." in other.text(".cell")[1]
    assert "Reported" not in other.text(".byline")[1]  # the grade is that of our words


# Cost


@database
def test_our_only_paragraph_is_shown_where_the_official_text_has_only_words_without_a_number() -> (
    None
):
    load_invented({"en": ("en", "Lake Gazette", {31: {0: "Lakes have lamps."}})})
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/", "/set/31.1/cite/"):
        assert fetch(path).status == 200
    for path in ("/articles/31/", "/articles/31/1/", "/set/31.1/"):
        assert len(fetch(path).document.query(".ours .paragraph")) == 1, path
    assert fetch("/articles/31/1/").ids.count("art_31__para_1") == 1


@database
def test_a_dossier_of_five_places_costs_few_queries() -> None:
    fetch("/set/3/")  # what is kept for the data version is made now
    fetch("/set/3/cite/")
    with CaptureQueriesContext(connection) as few:
        assert fetch("/set/14,5.2,0,3.1,25/?note=x").status == 200
    with CaptureQueriesContext(connection) as many:
        assert fetch("/set/0-47/?note=x").status == 200
    assert len(few) == 7
    assert len(many) == 7


@database
def test_official_texts_cost_one_query_more() -> None:
    load_invented({"en": ("en", "", {3: {1: "The lake is calm."}})})
    official_texts(DataVersion.objects.get().digest)
    fetch("/set/3/")
    with CaptureQueriesContext(connection) as queries:
        assert fetch("/set/14,5.2,0,3.1,25/?note=x").status == 200
    assert len(queries) == 8


@database
@given(st.text(min_size=1, max_size=60))
def test_no_address_is_an_error(text: str) -> None:
    response = Client().get(f"/set/{quote(text)}/")
    assert response.status_code in {200, 301, 404}
