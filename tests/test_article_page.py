"""How an article's page sets texts beside one another, and what its controls copy."""

from __future__ import annotations

import pytest

from tests.invented import load_invented
from tests.pages import Page, fetch

pytestmark = pytest.mark.django_db

SHORT = "The keepers count the lamps."
LONG = "The keepers of both lakes count the lamps, the ferries and the bells. " * 40


def is_stacked(page: Page, kind: str = "article") -> bool:
    return bool(page.document.query(f"{kind}.article-official.article-stacked"))


def test_ours_stand_beside_an_official_text_of_their_length_and_below_a_much_shorter_one() -> None:
    load_invented({"en": ("en", "", {3: {1: SHORT, 2: SHORT}, 5: {1: LONG}, 30: {1: LONG}})})
    assert is_stacked(fetch("/articles/3/"))
    assert is_stacked(fetch("/articles/3/4/"))
    assert not is_stacked(fetch("/articles/5/"))
    assert len(fetch("/articles/5/").document.query(".blocks-apart > .ours")) == 1
    assert not is_stacked(fetch("/articles/7/"))


def test_several_texts_take_the_whole_width() -> None:
    load_invented({"en": ("en", "", {3: {1: SHORT}}), "ru": ("ru", "", {3: {1: "Смотрители."}})})
    assert is_stacked(fetch("/articles/3/"))
    assert not is_stacked(fetch("/articles/3/?lang=en,ru"))


def test_of_a_paragraph_that_no_official_text_has_no_column_stands_empty() -> None:
    load_invented({"en": ("en", "", {3: {1: SHORT, 2: SHORT}})})
    assert is_stacked(fetch("/set/3.4/"), "section")
    (place,) = fetch("/articles/3/4/").text(".place")
    assert place.startswith(
        "Article 3, paragraph 4 of the Iran–Russia Treaty, in our own words; "
        "no official text that is chosen has it"
    )
    assert "no official text" not in fetch("/articles/3/1/").text(".place")[0]


def cite_control(path: str) -> tuple[str, str]:
    """What Cite copies of an article in one press, and what is said of it."""
    (link,) = fetch(path).document.query("header [data-more]")
    return link.attrs["data-copy"] or "", link.attrs["data-said"] or ""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/articles/17/", "Article 17 (article number inferred)\nhttp://testserver/17"),
        ("/articles/3/", "Article 3\nhttp://testserver/3"),
        ("/preamble/", "Preamble\nhttp://testserver/0"),
    ],
)
def test_cite_copies_every_paragraph_of_an_article_and_then_its_citation(
    path: str, place: str
) -> None:
    words, said = cite_control(path)
    assert words.count("“") == len(fetch(path).document.query(".paragraph"))
    assert words.endswith(f", {place}")
    assert said == "Quotation, citation and link copied."


def test_where_there_is_nothing_to_quote_cite_says_so() -> None:
    words, said = cite_control("/articles/47/")
    assert words.startswith("Treaty on the Comprehensive Strategic Partnership")
    assert said == "Citation and link copied: there is no text to quote."
