"""Pages with no official text, with one, and with two."""

from __future__ import annotations

import pytest

from articles.edition import Edition
from tests.invented import put_in_force
from tests.pages import fetch
from tests.reading.conftest import EditionOf
from tests.reading.official import known, shown

pytestmark = pytest.mark.once


def test_without_a_text_a_page_shows_the_restatement_alone(edition: Edition) -> None:
    put_in_force(edition)
    for path in ("/articles/3/", "/articles/3/?lang=fa", "/articles/3/2/?lang=de", "/treaty/"):
        page = fetch(path)
        assert page.status == 200
        assert not page.document.query(
            ".cell, .cells, .article-official, [aria-label='Official texts to show']"
        )
        assert page.document.query(".paragraph-text")
        assert "Plain English, not the official text." in page.text("footer")[0]
    assert not fetch("/articles/3/?lang=de").text("main .notice")
    assert fetch("/articles/36/2/").status == 404
    assert "Article 36 has 1 paragraph; there is no" in fetch("/articles/36/2/").text("main")[0]


def test_with_one_text_there_is_nothing_to_choose(edition_of: EditionOf) -> None:
    put_in_force(edition_of("fa"))
    page = fetch("/articles/3/")
    assert shown(page) == ["fa"]
    assert not page.document.query("[aria-label='Official texts to show']")
    assert len(known(page)) == 1
    assert not [link for link in page.links if "compare" in link]
    assert shown(fetch("/articles/3/?lang=en")) == ["fa"]


def test_two_texts_in_one_language_are_told_apart(edition_of: EditionOf) -> None:
    put_in_force(edition_of("en", "en-2"))
    page = fetch("/articles/3/?lang=en,en-2")
    assert page.text("#art_3__para_1 .cell .cell-label") == [
        "Official text, English, Lamp Office",
        "Official text, English, Ferry Gazette",
    ]
    assert "/articles/3/compare/?lang=en,en-2" in page.links
    assert fetch("/articles/3/compare/").status == 200


def test_texts_in_different_languages_are_not_compared_by_word(edition_of: EditionOf) -> None:
    put_in_force(edition_of("ru", "fa"))
    page = fetch("/articles/3/")
    assert shown(page) == ["ru"]
    assert not [link for link in page.links if "compare" in link]


def described(path: str) -> tuple[str, str]:
    """The title of a page and its description."""
    page = fetch(path)
    (meta,) = page.document.query("meta[name=description]")
    return page.text("title")[0], meta.attrs["content"] or ""


def test_the_first_pages_say_of_which_words_they_consist(
    edition: Edition, four_texts: None
) -> None:
    title, description = described("/")
    assert title.startswith("Article by article: the official text and plain English")
    assert description.endswith("the official text, with our plain-English edition beside it.")
    assert "the official text as it was published" in described("/treaty/")[1]
    put_in_force(edition)
    title, description = described("/")
    assert title.startswith("Article by article, in plain English")
    assert description.endswith("in plain English, down to the paragraph.")
    assert "in plain English, made to be printed" in described("/treaty/")[1]


@pytest.mark.django_db
def test_paper_says_at_the_foot_of_each_sheet_whose_words_they_are(
    edition: Edition, four_texts: None
) -> None:
    named = "Official text: English, Lamp Office; Persian, and our own words, not the treaty's"
    assert named in fetch("/articles/3/?lang=en,fa").text(".sheet-foot")[0]
    mixed = "In our own words, not the treaty's, except where an official text is named"
    assert mixed in fetch("/articles/?q=lake").text(".sheet-foot")[0]
    put_in_force(edition)
    ours = "Plain-English edition, restated from the Russian text; the English one decides"
    assert ours in fetch("/articles/3/").text(".sheet-foot")[0]
