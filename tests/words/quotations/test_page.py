"""The page on which quotations are verified."""

from __future__ import annotations

from itertools import pairwise

import pytest
from justhtml import JustHTML

from tests.pages import fetch
from tests.words.quotations.texts import page_for

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("official")]


def test_the_page_without_a_quotation_is_a_form_with_a_label_and_a_hint() -> None:
    page = fetch("/verify/")
    assert page.text("title") == ["Verify a quotation — Iran–Russia Treaty"]
    assert page.text("label[for=text]") == ["Quotation"]
    [box] = page.document.query("textarea")
    assert box.attrs["aria-describedby"] == "text-hint"
    assert page.document.query("form.verify")[0].attrs["method"] == "get"
    assert page.text("section") == []
    assert not page.document.query("meta[name=robots]")


def test_the_footer_of_every_page_leads_there() -> None:
    assert "/verify/" in fetch("/").links


def test_with_an_official_text_the_page_does_not_say_there_is_none() -> None:
    assert page_for("lamp oil").text(".notice") == []


def test_every_passage_is_labelled_as_an_official_text() -> None:
    assert page_for("نگهبانان دریاچه").text("section .byline") == [
        "Official text, Persian, Invented. Exact."
    ]


STRUCK_OUT = "Struck out: in the quotation but not in the official text."
UNDERLINED = "Underlined: in the official text but not in the quotation."
DOTTED = "Dotted line: the quoter's own change, in brackets."


@pytest.mark.parametrize(
    ("typed", "legend"),
    [
        ("shall light every candle before dusk", [f"{STRUCK_OUT} {UNDERLINED}"]),
        ("shall always light every lamp before dusk", [STRUCK_OUT]),
        ("shall light every lamp, and shall not put it out", [UNDERLINED]),
        ("shall light every [single] lamp before dusk", [DOTTED]),
        ("Each [one] records fog, wind and passing sails", [f"{UNDERLINED} {DOTTED}"]),
        (
            "shall always light every [single] lamp before dusk",
            [f"{STRUCK_OUT} {DOTTED}"],
        ),
        ("shall light every lamp before dusk", []),
    ],
)
def test_the_legend_explains_only_what_is_shown(typed: str, legend: list[str]) -> None:
    assert page_for(typed).text(".hit:first-child .legend") == legend


def test_the_quotation_stays_in_the_box_and_its_page_is_not_indexed() -> None:
    page = page_for("<b>every</b> candle & “lamp”")
    assert page.document.query("textarea")[0].to_text().strip() == "<b>every</b> candle & “lamp”"
    assert page.document.query("meta[name=robots]")[0].attrs["content"] == "noindex"
    assert page.document.query("link[rel=canonical]")[0].attrs["href"] == (
        "http://testserver/verify/"
    )


def test_differences_are_marked_with_elements_and_words() -> None:
    page = page_for("Lamp oil is to be kept <wet>. The keepers")
    assert page.text("#verdict-1") == ["Altered: 1 word differs"]
    assert page.text(".quoted del") == ["quoted: wet"]
    assert page.text(".quoted ins") == ["published: dry"]
    assert page.text("section .hit ul li")[0] == "Altered: dry is quoted as wet"


def test_a_passage_in_persian_has_its_language_and_direction() -> None:
    [passage] = page_for("نگهبانان دریاچه").document.query(".quoted")
    assert (passage.attrs["lang"], passage.attrs["dir"]) == ("fa", "rtl")


def test_a_quotation_that_is_in_no_text_is_said_not_to_be() -> None:
    page = page_for("Whales sing all winter under thick ice")
    assert page.text("#verdict-1") == ["Not found"]
    assert "These words are in none of the texts loaded here" in page.text("section p")[0]


def test_a_quotation_that_was_cut_is_said_to_be() -> None:
    page = page_for("lamp " * 2000)
    assert page.text("div > .notice") == ["Only the first 5000 characters were compared."]


def test_the_html_of_the_page_is_valid_with_headings_in_order() -> None:
    for typed in ("", "lamp", "[Keepers] light each lamp … to harbour", "whale", "«چراغ» (ماده ۱)"):
        page = page_for(typed)
        JustHTML(page.html, strict=True, sanitize=False)
        levels = [int(node.name[1]) for node in page.document.query("h1, h2, h3, h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_odd_values_and_other_parameters_are_ignored() -> None:
    for query in ("text=%00%ff%C3", "text=a&text=", "text", "q=lamp", "text=%ED%A0%80"):
        assert fetch(f"/verify/?{query}").status == 200
