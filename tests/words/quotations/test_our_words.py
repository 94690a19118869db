"""Where no official text is loaded: our words are called ours, and nothing can be verified."""

from __future__ import annotations

import pytest

from tests.pages import fetch
from tests.words.quotations.texts import ONE_ALTERED, OURS, asked, page_for

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def test_a_long_list_of_places_is_cut_and_counted() -> None:
    found = asked("the two states")
    assert len(found.matches) == 20
    assert found.count > 20
    assert found.left_out.startswith(f"{found.count - 20} more passages with the same words are")


def test_without_an_official_text_the_page_says_so_and_where_there_is_one() -> None:
    page = fetch("/verify/")
    assert "No official text is loaded here." in page.text(".notice")[0]
    assert "/sources/#official-text" in page.links


def test_our_words_are_called_ours() -> None:
    page = page_for(OURS)
    assert page.text("#verdict-1") == ["Not the treaty's words: an exact match in our own edition"]
    assert page.text("section .notice") == [
        "These are our words, not the treaty's. They come from this site's plain-English edition. "
        "Do not quote them as the treaty's. See where the official text is published ."
    ]
    assert page.text("section h3 a") == ["Article 3, paragraph 4"]
    assert "/articles/3/4/" in page.links
    [byline] = page.text("section .byline")
    assert byline.startswith("Our own words, plain English")
    assert byline.endswith(". Not the treaty's words: an exact match in our own edition.")


CANNOT_BE_VERIFIED = "Cannot be verified here: no official text is loaded"


@pytest.mark.parametrize(
    "typed",
    [
        "Whales sing all winter under thick ice",
        ONE_ALTERED,
        "the two states",
        "Neither lighthouse shall allow its territory to sink at dusk",
    ],
    ids=["nothing like it", "altered", "a few common words", "something near it"],
)
def test_without_an_official_text_what_is_not_plainly_ours_cannot_be_verified(typed: str) -> None:
    page = page_for(typed)
    assert page.text("#verdict-1") == [CANNOT_BE_VERIFIED]
    [link] = page.document.query("section .notice a")
    assert link.attrs["href"] == "/sources/#official-text"
    assert "Not found" not in page.html
    for byline in page.text("section .byline"):
        assert byline.startswith("Our own words, plain English")


def test_without_an_official_text_a_match_in_our_edition_is_shown_as_ours() -> None:
    page = page_for(ONE_ALTERED)
    [byline] = page.text("section .byline")
    assert byline.endswith("Not the treaty's words: altered from our own edition (1 word differs).")


def test_a_citation_of_our_words_is_not_said_to_be_right_of_the_treaty() -> None:
    assert asked(f"{OURS} (Article 3(4))").attributions == [
        "In our own edition, the citation is right: Article 3, paragraph 4."
    ]
    assert asked(f"{OURS} (Article 5)").attributions == [
        "In our own edition, the citation is wrong: it names Article 5, but the words are from "
        "Article 3, paragraph 4."
    ]
