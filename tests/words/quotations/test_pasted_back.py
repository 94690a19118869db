"""What this site gives away, pasted back: the words are exact, and all else is set aside."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.citations import packet, pinpoints
from articles.citations.styles import STYLES, Style
from articles.edition import in_force
from articles.reading.article_page import ArticlePage
from articles.treaty.addresses import data_url
from articles.treaty.places import Place
from tests.pages import fetch
from tests.words.quotations.texts import HARBOUR, attributions, checked, page_for

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("edition")]

SITE = "https://treaty.example"
EXACT = "Not the treaty's words: an exact match in our own edition"


def packet_of(place: Place) -> str:
    """What “Cite” copies of a provision."""
    page = shown(place)
    return packet.of(pinpoints.of(page, place, SITE), page).text


def shown(place: Place) -> ArticlePage:
    """The page of an article with every official text that is loaded."""
    edition = in_force()
    return ArticlePage(edition.by_number[place.article], official=edition.official_texts)


def words_of(place: Place) -> str:
    """The words that a packet quotes, without the marks around them."""
    return "\n".join(row.words for row in packet.quoted(shown(place), place))


def citation_of(place: Place, style: Style) -> str:
    """A provision as a style cites it on the page of citations."""
    return style.write(pinpoints.of(shown(place), place, SITE, accessed=date(2026, 3, 5))).text


def in_a_mail(text: str) -> str:
    """A text in short lines, each behind the mark of a reply."""
    lines = [line for row in text.splitlines() for line in textwrap.wrap(row, 60)]
    return "\n".join(f"> {line}" for line in lines)


def with_note_marks(text: str) -> str:
    """A text with a raised number behind its first marks."""
    return re.sub(r"[.,;](?=\s|”)", r"\g<0>¹", text, count=2)


def from_its_page(place: Place) -> str:
    """All that its paragraph's part of the page says, controls and margin included."""
    paragraph = Place(place.article, place.paragraph or 1)
    page = fetch(Place(place.article).url)
    return str(page.document.query(f"#{paragraph.anchor}")[0].to_text(separator="\n"))


FORMS: dict[str, Callable[[Place], str]] = {
    "a packet": packet_of,
    "a packet in one line": lambda place: packet_of(place).replace("\n", " "),
    "a packet in a mail": lambda place: in_a_mail(packet_of(place)),
    "a packet with what a newsletter adds": lambda place: f"{packet_of(place)}?utm_source=news",
    "a packet with note marks": lambda place: with_note_marks(packet_of(place)),
    "plain text": lambda place: fetch(data_url(place.url, "txt")).html,
    "Markdown": lambda place: fetch(data_url(place.url, "md")).html,
    "a page": from_its_page,
}
AROUND: dict[str, Callable[[str, str], str]] = {
    "after": "“{0}” {1}".format,
    "below": "{0}\n{1}".format,
    "before": "{1}: “{0}”".format,
    "above": "{1}\n\n{0}".format,
}


@cache
def places() -> list[Place]:
    """Every article, paragraph and point."""
    return [
        place
        for article in in_force().articles
        for place in (article.place, *(row.place for row in article.passages()))
    ]


def assert_all_is_right(typed: str) -> None:
    """Every passage is exactly ours, and what it is cited as is right."""
    found = checked(typed)
    assert found.passages
    assert found.set_aside
    assert not found.was_cut
    for passage in found.passages:
        assert passage.matches[0].is_exact
        assert not passage.matches[0].qualification
    said = [row for passage in found.passages for row in passage.attributions]
    assert all(" is right: " in row for row in said), said


FEW: Final = settings(max_examples=20)
"""Draws of each form: there are many forms, and a page takes its time."""


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@FEW
@given(data=st.data())
def test_what_is_given_away_comes_back_right(
    form: Callable[[Place], str], data: st.DataObject
) -> None:
    assert_all_is_right(form(data.draw(st.sampled_from(places()))))


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@FEW
@given(place=st.deferred(lambda: st.sampled_from(places())), style=st.sampled_from(STYLES))
def test_a_citation_in_any_style_is_set_aside_and_checked(
    around: Callable[[str, str], str], place: Place, style: Style
) -> None:
    typed = around(words_of(place), citation_of(place, style))
    assert_all_is_right(typed)
    assert attributions(typed)


@FEW
@given(place=st.deferred(lambda: st.sampled_from(places())), style=st.sampled_from(STYLES))
def test_a_citation_alone_leads_to_what_it_names(place: Place, style: Style) -> None:
    found = checked(citation_of(place, style))
    assert found.passages == ()
    assert place.article in {reference.article for reference in found.named}


def test_a_selection_is_checked_provision_by_provision() -> None:
    found = checked(fetch("/set/3.3,12.1,22.2.3.txt").html)
    assert [passage.verdict for passage in found.passages] == [EXACT] * 4
    assert [passage.matches[0].label for passage in found.passages] == [
        "Article 3, paragraph 3",
        "Article 12, paragraph 1",
        "Article 22, paragraph 2",
        "Article 22, point 2.3",
    ]
    said = [row for passage in found.passages for row in passage.attributions]
    assert said
    assert all(" is right: " in row for row in said)


def test_a_point_below_what_introduces_it_is_found_line_by_line() -> None:
    lead = words_of(Place(22, 2)).splitlines()[0]
    found = checked(f"{lead}\n{words_of(Place(22, 2, 3))}")
    assert [passage.matches[0].label for passage in found.passages] == [
        "Article 22, paragraph 2",
        "Article 22, point 2.3",
    ]


PARAGRAPH = Place(3, 3)


def test_the_page_of_a_packet_says_what_was_set_aside() -> None:
    page = page_for(packet_of(PARAGRAPH))
    assert page.text("#verdict-1") == [EXACT]
    assert page.text("section .notice")[1:] == [
        "In our own edition, the citation is right: Article 3, paragraph 3.",
        "In our own edition, the address is right: Article 3, paragraph 3.",
    ]
    [said] = page.text("#aside ~ ul li")
    assert said.startswith("(Plain-English edition, not the treaty's wording)")
    assert said.endswith(f"{SITE}/3.3")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "Article 3, paragraph 3",
            "Article 4",
            "In our own edition, the citation is wrong: it names Article 4, but the words are "
            "from Article 3, paragraph 3.",
        ),
        (
            "/3.3",
            "/3.4",
            "In our own edition, the address is wrong: it names Article 3, paragraph 4, but the "
            "words are from Article 3, paragraph 3.",
        ),
    ],
)
def test_a_packet_with_another_citation_or_address_is_right_but_for_that(
    right: str, wrong: str, said: str
) -> None:
    [passage] = checked(packet_of(PARAGRAPH).replace(right, wrong)).passages
    assert passage.verdict == EXACT
    assert said in passage.attributions
    assert len(passage.attributions) == 2


@pytest.mark.parametrize(
    "mark", ["¹", "²³", "[1]", "(1)", "1"], ids=["raised", "two", "square", "round", "plain"]
)
def test_the_mark_of_a_note_is_no_word(mark: str) -> None:
    words = words_of(PARAGRAPH)
    typed = words.replace("continuing.", f"continuing.{mark}")
    assert typed != words
    assert checked(typed).passages[0].matches[0].is_exact


@pytest.mark.parametrize(
    "tools",
    [
        "Link Cite Share",
        "Link\nCite\nShare",
        "Linkto paragraph 3\nCiteparagraph 3",
        "Legal strength:\nBan",
    ],
)
def test_controls_that_were_copied_are_set_aside(tools: str) -> None:
    found = checked(f"3\n{words_of(PARAGRAPH)}\n{tools}")
    assert [passage.verdict for passage in found.passages] == [EXACT]
    assert found.set_aside


@pytest.mark.parametrize(
    "altered",
    [
        ("shall not give", "shall give"),
        ("the aggressor any", "the aggressor, under Article 7, any"),
        ("the aggressor any", "the aggressor link any"),
        ("on the basis of", "on the official text of"),
    ],
)
def test_what_is_changed_in_a_sentence_is_not_set_aside(altered: tuple[str, str]) -> None:
    [passage] = checked(packet_of(PARAGRAPH).replace(*altered)).passages
    assert not passage.matches[0].is_exact


@pytest.mark.parametrize("between", [": ", " · ", "\n"])
def test_the_heading_of_any_article_is_set_aside(between: str) -> None:
    for article in in_force().articles:
        first = Place(article.number, 1)
        found = checked(f"{article.label}{between}{article.title}\n\n1. {words_of(first)}")
        assert [passage.verdict for passage in found.passages] == [EXACT], article.heading


def test_a_mail_around_a_packet_is_told_from_the_words() -> None:
    found = checked(f"Dear Anna, have a look:\n\n{packet_of(PARAGRAPH)}\n\nYours, Tom")
    assert [passage.verdict for passage in found.passages] == [EXACT]
    assert found.set_aside[0] == "Dear Anna, have a look:"
    assert found.set_aside[-1].endswith("Yours, Tom")


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize("place", [Place(1, 1), Place(1, 2), Place(2, 1), Place(3)])
def test_official_words_come_back_right_too(place: Place) -> None:
    for form in ("a packet", "a packet in a mail", "plain text", "Markdown"):
        found = checked(FORMS[form](place))
        assert all(passage.matches[0].is_exact for passage in found.passages), form
        said = [row for passage in found.passages for row in passage.attributions]
        assert all(" is right: " in row for row in said), (form, said)


@pytest.mark.usefixtures("official")
def test_words_beside_the_name_of_their_text_are_exact() -> None:
    [passage] = checked(f"Official text, English, Invented\n{HARBOUR}\nLink\nCite").passages
    assert passage.verdict == "Exact"
