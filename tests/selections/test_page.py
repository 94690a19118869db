"""The page that shows what the address of a selection names."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles import treaty
from articles.models import Caution, Point
from articles.treaty.places import Place
from tests.pages import SITE, Page, fetch
from tests.selections.asking import hrefs

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def headings(page: Page) -> list[str]:
    return page.text(".selection-entry h2")


def test_the_page_shows_the_places_in_the_order_of_the_address() -> None:
    page = fetch("/set/14,5.2,0,3.1/")
    assert page.status == 200
    assert page.text("h1") == ["Selection: Articles 14 and 5(2); Preamble; Article 3(1)"]
    assert page.text("title") == [
        "Selection: Articles 14 and 5(2); Preamble; Article 3(1) — Iran–Russia Treaty"
    ]
    assert hrefs(page, ".selection-entry h2 a") == [
        "/articles/14/?set=14,5.2,0,3.1",
        "/articles/5/2/?set=14,5.2,0,3.1",
        "/preamble/?set=14,5.2,0,3.1",
        "/articles/3/1/?set=14,5.2,0,3.1",
    ]
    assert headings(page)[1].startswith("Article 5, paragraph 2 : ")
    assert len(page.document.query("meta[name=robots][content=noindex]")) == 1


def test_of_a_paragraph_only_that_is_shown_and_only_its_cautions_and_sources() -> None:
    page, whole = fetch("/set/3.3/"), fetch("/set/3/")
    assert hrefs(page, ".paragraph-number") == ["/articles/3/3/?set=3.3"]
    assert hrefs(whole, ".paragraph-number") == [f"/articles/3/{n}/?set=3" for n in (1, 2, 3, 4)]
    said = page.text(".caution p:not(.caution-label)")
    on_it = Caution.objects.filter(article=3, paragraph=3)
    assert [re.sub(r" ?\d+$", "", html) for html in said] == [row.text for row in on_it] != []
    assert len(said) < len(whole.text(".caution p:not(.caution-label)"))
    for shown in (page, whole):
        marks = set(hrefs(shown, ".note-mark a"))
        assert marks == {f"#{node.attrs['id']}" for node in shown.document.query(".notes ol > li")}


@pytest.mark.parametrize("number", treaty.NUMBERS)
def test_every_article_alone_makes_a_selection(number: int) -> None:
    place = Place(number)
    page, own = fetch(f"/set/{place.code}/"), fetch(place.url)
    assert page.status == 200
    assert page.text(".paragraph-text") == own.text(".paragraph-text") != []
    assert page.text(".strength") == own.text(".strength") != []
    assert page.text(".caution p:not(.caution-label)") == (
        own.text(".caution p:not(.caution-label)") + own.text(".cautions li")
    )


def test_of_a_point_what_introduces_it_is_shown_and_no_other_point() -> None:
    page = fetch("/set/22.2.3,28.1.4/")
    assert headings(page)[0].startswith("Article 22, point 2.3 : ")
    assert headings(page)[1].startswith("Article 28, point 4 : ")
    assert page.text(".point-label") == ["2.3.", "4)"]
    for shown, place in zip(page.text(".paragraph-text"), ("22.2.3", "28.1.4"), strict=True):
        article, paragraph, number = Place.read(place).numbers
        point = Point.objects.get(
            paragraph__article=article, paragraph__number=paragraph, number=number
        )
        assert shown == f"{point.paragraph.plain} {point.label} {point.plain}"
    assert page.text(".strength") == ["Duty", "Duty"]
    assert not page.document.query(".paragraph-marked, [autofocus]")


def test_a_point_is_linked_quoted_and_cited_by_itself() -> None:
    [entry] = fetch("/set/22.2.3/").document.query(".selection-entry")
    link, cite = entry.query(".selection-entry > .tools a[data-copy]")
    assert (link.attrs["href"], link.attrs["data-copy"]) == (
        "/articles/22/2/3/",
        f"{SITE}/22.2.3",
    )
    point = Point.objects.get(paragraph__article=22, paragraph__number=2, number=3)
    assert cite.attrs["data-copy"] == f"“2.3. {point.plain}”"
    assert cite.attrs["data-place"] == "Article 22, point 2.3"


def test_the_closing_lines_and_an_only_paragraph_bear_no_number() -> None:
    page = fetch("/set/closing,31.1/")
    assert page.text(".paragraph-number") == ["¶", "¶"]
    assert headings(page)[0].startswith("Closing lines : ")


def test_ids_are_unique_though_an_article_comes_several_times() -> None:
    page = fetch("/set/3.1,12,3.3,3,12.1,0.2,0,22.2.1-3,22.2,closing/")
    assert len(page.document.query(".selection-entry")) == 12
    assert len(page.ids) == len(set(page.ids))
    assert all(re.fullmatch(r"\S+", name) for name in page.ids)
    targets = {href[1:] for href in hrefs(page, "a[href^='#']")}
    assert targets <= set(page.ids)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/set/3, 5(2); 17–19/", "/set/3,5.2,17-19/"),
        ("/set/3,4,5/", "/set/3-5/"),
        ("/set/3-4/", "/set/3,4/"),
        ("/set/preamble,art14./", "/set/0,14/"),
        ("/set/3,5/)/?note=a%20b&x=1", "/set/3,5/?note=a%20b&x=1"),
        ("/set/3-4/cite/?style=apa", "/set/3,4/cite/?style=apa"),
        ("/set/0-47/", "/set/0,1-47/"),
        ("/set/22(2.3),closing lines/", "/set/22.2.3,closing/"),
        ("/set/28.4/", "/set/28.1.4/"),
        ("/set/28(4)–(6)/cite/", "/set/28.1.4-6/cite/"),
    ],
)
def test_other_spellings_lead_to_the_one_address_for_good(address: str, target: str) -> None:
    response = Client().get(address)
    assert (response.status_code, response.headers["Location"]) == (301, target)


def test_what_is_wrong_with_an_address_is_explained_on_the_page() -> None:
    page = fetch("/set/3,99,<b>lake<%2Fb>,3,26.9/")
    assert page.status == 200
    assert len(headings(page)) == 1
    assert page.text(".notice li") == [
        "There is no article 99: the treaty has a preamble and 47 articles.",
        "Article 26 has 1 paragraph; there is no paragraph 9.",
        "We could not read this as an article, paragraph or point: “b>lake</b”.",
        "Named more than once but shown once: Article 3.",
    ]
    assert "/set/3/" in hrefs(page, ".notice a")
    assert not page.document.query("main b")


@pytest.mark.parametrize("items", ["lake", "99", "48", "22.2.9", "...", "%00", "-", "3.99"])
def test_where_nothing_is_understood_the_page_explains_how_to_write_a_set(items: str) -> None:
    page = fetch(f"/set/{items}/")
    assert page.status == 404
    assert page.text("h1") == ["Make a selection"]
    assert len(page.document.query("form #items")) == 1


def test_the_note_is_plain_text_and_said_not_to_be_ours() -> None:
    note = "<script>x</script>\nSee https://example.org & <b>call</b>"
    page = fetch(f"/set/3/?{urlencode({'note': note})}")
    (shown,) = page.document.query(".selection-note p")
    assert shown.attrs["dir"] == "auto"
    assert shown.to_text(separator="", strip=False) == note
    assert page.text(".selection-note h2") == [
        "Note by the person who made this selection, not by this site"
    ]
    assert not page.document.query(".selection-note a, .selection-note b, main script")
    assert "example.org" not in page.document.query("head")[0].to_html()


def test_a_long_note_is_cut_and_that_is_said() -> None:
    page = fetch(f"/set/3/?note={'x' * 600}")
    assert page.text(".selection-note p") == ["x" * 500]
    assert page.text("main > .notice") == [
        "The note was too long: only its first 500 characters are shown."
    ]
    assert not [href for href in hrefs(page, "a[href]") if "x" * 501 in href]


def test_each_place_can_be_moved_and_removed_by_links_that_keep_the_note() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    first, second = (
        [node.attrs["href"] or "" for node in row.query(".tools a")]
        for row in page.document.query(".order li")
    )
    assert first == ["/set/5.2,14/?note=hello#order-14", "/set/5.2/?note=hello#order"]
    assert second == ["/set/5.2,14/?note=hello#order-5.2", "/set/14/?note=hello#order"]
    assert page.text(".order .tools a") == [
        "Move down : Article 14",
        "Remove : Article 14",
        "Move up : Article 5, paragraph 2",
        "Remove : Article 5, paragraph 2",
    ]
    for href in (*first, *second):
        path, _, anchor = href.partition("#")
        assert anchor in fetch(path).ids


def test_beneath_each_place_a_link_leads_to_its_place_in_the_order() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    first, second = page.document.query(".selection-entry > .tools")
    assert [node.attrs["href"] for node in first.query("a")][-1] == "#order-14"
    assert [node.attrs["href"] for node in second.query("a")] == ["#order-5.2"]
    assert hrefs(fetch("/set/14/"), ".order .tools a") == ["/set/"]


def test_nothing_but_links_and_forms_is_needed_to_change_a_selection() -> None:
    page = fetch("/set/14,5.2/?note=hello")
    add, note = page.document.query("form.selection-form")
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


def test_every_link_of_a_selection_leads_somewhere() -> None:
    page = fetch("/set/14,22.2.3,closing/?note=hello")
    assert len(page.links) > 30
    for link in page.links:
        assert Client().get(link.partition("#")[0]).status_code == 200, link


@given(st.text(min_size=1, max_size=60))
def test_no_address_is_an_error(text: str) -> None:
    response = Client().get(f"/set/{quote(text)}/")
    assert response.status_code in {200, 301, 404}


def test_programs_are_told_the_places_in_their_order() -> None:
    [script] = fetch("/set/12.1,3,22.2.3,closing/").document.query(
        'script[type="application/ld+json"]'
    )
    listed = json.loads(script.to_text())["mainEntity"]["itemListElement"]
    assert [(row["name"].partition(" ·")[0], row["url"]) for row in listed] == [
        ("Article 12, paragraph 1", f"{SITE}/articles/12/1/"),
        ("Article 3", f"{SITE}/articles/3/"),
        ("Article 22, point 2.3", f"{SITE}/articles/22/2/3/"),
        ("Closing lines", f"{SITE}/closing/"),
    ]


def test_each_place_and_each_paragraph_of_it_has_a_link_and_a_citation() -> None:
    page = fetch("/set/3,12.1,closing/")
    whole, part, closing = page.document.query(".selection-entry")
    tools = [row for entry in (whole, part, closing) for row in entry.query(".tools")]
    copied = [
        ((link.attrs["data-copy"] or "").removeprefix(SITE), cite.attrs["data-place"])
        for link, cite in (row.query("a[data-copy]") for row in tools if row.query("a.cite"))
    ]
    assert copied == [
        *((f"/3.{number}", f"Article 3, paragraph {number}") for number in (1, 2, 3, 4)),
        ("/3", "Article 3"),
        ("/12.1", "Article 12"),
        ("/closing.1", "Closing lines"),
        ("/closing", "Closing lines"),
    ]
    links = [node.attrs["href"] for node in whole.query(".paragraph-tools a")]
    assert links[:2] == ["/articles/3/1/", "/articles/3/1/cite/?set=3,12.1,closing"]
    assert len(page.document.query(".tools [role=status]")) == 1 + 4 + 1 + 1 + 1 + 1 + 1
    assert not page.document.query(".selection-add")


def test_paper_says_the_selections_own_address_not_the_one_that_was_asked_for() -> None:
    page = fetch(f"/set/3,99,5.2/?note={'x' * 10_000}&junk=1")
    printed = page.text(".footer .print-only")
    assert printed[0] == f"{SITE}/set/3,5.2/?note={'x' * 500}"
    assert page.text(".sheet-foot strong") == [f"{SITE}/set/3,5.2/"]
