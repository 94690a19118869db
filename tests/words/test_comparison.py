"""Two official texts compared word by word; both are of our own invention."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.edition import Edition
from articles.words.comparison import Piece, chosen_pair, comparable, compared
from tests.invented import Articles, EditionWith, Texts, put_in_force
from tests.pages import Page, fetch

pytestmark = pytest.mark.once

ONE: Articles = {
    0: {1: "The keepers of both lakes,"},
    3: {
        1: "The keepers light the lamps every evening, and mend boats.",
        2: [("", "Each may borrow:"), ("(a)", "oil; and"), ("(b)", "rope.")],
        4: "Boats carry lamps.",
    },
    4: {1: "The lighthouse, by custom, is white.", 2: "It is tall."},
    5: {1: "The swans are free."},
    48: {1: "Done at Eastholm."},
}
OTHER: Articles = {
    0: {1: "The keepers of both lakes,"},
    3: {
        1: "The Keepers light the lamps each evening and mend the boats.",
        2: [("", "Each may borrow:"), ("(a)", "oil;"), ("(b)", "rope.")],
        3: "Swans go first.",
    },
    4: {1: "The lighthouse by custom is white.", 2: "It is tall."},
    5: {1: "The Swans are free."},
    48: {1: "Signed at Eastholm."},
}
RUSSIAN: Articles = {3: {1: "Смотрители зажигают лампы."}}
PERSIAN: Articles = {3: {1: "نگهبانان چراغ را روشن می‌کنند."}}
OTHER_PERSIAN: Articles = {3: {1: "نگهبانان چراغ را خاموش مي‌كنند."}}


LAKES: Texts = {
    "en-one": ("en", "One", ONE),
    "ru": ("ru", "", RUSSIAN),
    "en-other": ("en", "Other", OTHER),
}


@pytest.fixture(scope="module")
def two_texts(edition_with: EditionWith) -> Edition:
    return edition_with(LAKES)


@pytest.fixture
def lakes(two_texts: Edition) -> None:
    put_in_force(two_texts)


def shown(pieces: tuple[Piece, ...]) -> str:
    """The pieces as one line: what is removed in square brackets, what is added in braces."""
    signs = {"same": "{}", "removed": "[{}]", "added": "{{{}}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


def marked(page: Page, selector: str) -> list[str]:
    return [
        text.removesuffix(" (end)").split(": ", 1)[1]
        for text in page.text(f".compared-text {selector}")
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("oil and rope", "oil and rope", "oil and rope"),
        ("oil and rope", "oil or rope", "oil [and]{or} rope"),
        ("oil, rope, lamps", "oil, lamps", "oil, [rope,] lamps"),
        ("oil, lamps", "oil, rope, lamps", "oil, {rope,} lamps"),
        ("oil; and\n(b) rope", "oil;\n(b) rope", "oil; [and]\n(b) rope"),
        ("oil and rope", "oil and rope.", "oil and rope{.}"),
        ("oil, and rope", "oil and rope", "oil[,] and rope"),
        ("oil – rope", "oil, rope", "oil [–]{,} rope"),
        ("“oil” rope", "oil rope", "[“]oil[”] rope"),
        ("The Oil", "The oil", "The [Oil]{oil}"),
        ("a long-term lamp", "a long term lamp", "a long[-] term lamp"),
        ("oil  and\nrope", "oil and rope", "oil and\nrope"),
        ("", "oil", "{oil}"),
        ("oil", "rope", "[oil]{rope}"),
    ],
)
def test_two_texts_are_compared_word_by_word(first: str, second: str, expected: str) -> None:
    assert shown(compared(first, second)) == expected


@given(
    st.text(alphabet="ab ,.;-\nАя", max_size=40),
    st.text(alphabet="ab ,.;-\nАя", max_size=40),
)
def test_the_pieces_of_either_text_are_that_text_but_for_white_space(
    first: str, second: str
) -> None:
    pieces = compared(first, second)
    for text, kind in ((first, "removed"), (second, "added")):
        kept = "".join(piece.text for piece in pieces if piece.kind in {"same", kind})
        assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)


def test_the_differences_are_marked_with_words_for_those_who_do_not_see_them(lakes: None) -> None:
    page = fetch("/articles/3/compare/")
    assert page.text(".compared-text")[0] == (
        "The removed: keepers (end) added: Keepers (end) light the lamps removed: every (end) "
        "added: each (end) evening removed: , (end) and mend added: the (end) boats."
    )
    hidden = page.document.query(".compared-text .visually-hidden")
    assert {node.attrs["lang"] for node in hidden} == {"en"}
    assert "English, One." in page.text(".sides")[0]
    assert "English, Other." in page.text(".sides")[0]


def test_differences_are_counted_by_paragraph_and_in_all(lakes: None) -> None:
    page = fetch("/articles/3/compare/")
    assert page.text(".lead") == [
        "In this article, 3 words differ, punctuation differs in 1 place and capitals or letter "
        "forms differ in 1 place.",
        "Paragraph 3 is only in English, Other.",
        "Paragraph 4 is only in English, One.",
    ]
    assert page.text(".compared .quiet") == [
        "2 words differ, punctuation differs in 1 place and capitals or letter forms differ in 1 "
        "place",
        "1 word differs",
        "Only in English, Other",
        "Only in English, One",
    ]


def test_paragraphs_are_aligned_by_number_and_a_missing_one_is_shown(lakes: None) -> None:
    page = fetch("/articles/3/compare/")
    assert page.text("h2") == ["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"]
    assert marked(page, "del")[-1] == "Boats carry lamps."
    assert marked(page, "ins")[-1] == "Swans go first."
    assert "/articles/3/2/" in page.links


def test_the_only_paragraph_of_an_article_is_called_by_the_article(lakes: None) -> None:
    assert fetch("/articles/5/compare/").text("h2") == ["Article 5"]
    assert fetch("/articles/4/compare/").text("h2") == ["Paragraph 1", "Paragraph 2"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/preamble/compare/", "The two texts have the same words and punctuation here."),
        (
            "/articles/4/compare/",
            "The two texts have the same words here; only punctuation differs in 2 places.",
        ),
        (
            "/articles/5/compare/",
            "The two texts have the same words here; only capitals or letter forms differ in 1 "
            "place.",
        ),
        ("/articles/6/compare/", "Neither text has any words here."),
    ],
)
def test_a_page_says_when_the_words_are_the_same(lakes: None, path: str, said: str) -> None:
    assert fetch(path).text(".lead") == [said]


def test_two_texts_are_chosen_in_the_address_and_may_be_swapped(lakes: None) -> None:
    page = fetch("/articles/3/compare/?a=en-other&b=en-one")
    assert marked(page, "del")[0] == "Keepers"
    assert "/articles/3/compare/?a=en-one&b=en-other" in page.links
    assert "/articles/4/compare/?a=en-other&b=en-one" in page.links
    canonical = page.document.query("link[rel=canonical]")[0].attrs["href"]
    assert canonical == "http://testserver/articles/3/compare/"


@pytest.mark.parametrize("query", ["a=en-one&b=ru", "a=en-one&b=en-one", "a=x&b=%00", "a=&b="])
def test_an_odd_choice_of_texts_is_ignored(lakes: None, query: str) -> None:
    page = fetch(f"/articles/3/compare/?{query}")
    assert (page.status, marked(page, "del")[0]) == (200, "keepers")


def test_with_three_texts_of_a_language_every_two_can_be_compared(
    edition_with: EditionWith,
) -> None:
    edition = edition_with({**LAKES, "en-third": ("en", "Third", ONE)})
    put_in_force(edition)
    slugs = [(first.slug, second.slug) for first, second in comparable(edition)]
    assert slugs == [("en-one", "en-other"), ("en-one", "en-third"), ("en-other", "en-third")]
    links = fetch("/articles/3/compare/").links
    assert "/articles/3/compare/?a=en-one&b=en-third" in links
    assert "/articles/3/compare/?a=en-other&b=en-third" in links


def test_without_two_english_texts_two_of_another_language_are_compared(
    edition_with: EditionWith,
) -> None:
    edition = edition_with(
        {
            "en": ("en", "", ONE),
            "fa-one": ("fa", "One", PERSIAN),
            "fa-other": ("fa", "Other", OTHER_PERSIAN),
        }
    )
    put_in_force(edition)
    assert [pair[0].slug for pair in comparable(edition)] == ["fa-one"]
    page = fetch("/articles/3/compare/")
    text = page.document.query(".compared-text")[0]
    assert (text.attrs["lang"], text.attrs["dir"]) == ("fa", "rtl")
    assert (marked(page, "del"), marked(page, "ins")) == (
        ["روشن", "می‌کنند"],
        ["خاموش", "مي‌كنند"],
    )
    assert "1 word differs and capitals or letter forms differ in 1 place" in page.text(".lead")[0]


def test_without_two_texts_of_a_language_the_page_says_what_is_needed(
    edition_with: EditionWith,
) -> None:
    page = fetch("/articles/3/compare/")
    assert page.status == 200
    assert "two official texts in the same language" in page.text("main")[0]
    assert "No official text is loaded here." in page.text("main")[0]
    assert {"/articles/3/", "/sources/#official-text"} <= page.links
    edition = edition_with({"en": ("en", "", ONE), "ru": ("ru", "", RUSSIAN)})
    put_in_force(edition)
    assert comparable(edition) == ()
    assert chosen_pair((), "en", "ru") is None
    assert fetch("/articles/3/compare/").text("main > ul li") == [
        "English",
        "Russian",
    ]


def test_the_pages_lead_to_the_article_and_to_its_neighbours(lakes: None) -> None:
    assert {"/articles/3/", "/articles/2/compare/", "/articles/4/compare/"} <= fetch(
        "/articles/3/compare/"
    ).links
    assert {"/preamble/", "/articles/1/compare/"} <= fetch("/preamble/compare/").links
    assert "/preamble/compare/" in fetch("/articles/1/compare/").links
    assert "/closing/compare/" in fetch("/articles/47/compare/").links
    assert "/articles/47/compare/" in fetch("/closing/compare/").links


def test_the_closing_lines_are_compared_like_an_article(lakes: None) -> None:
    page = fetch("/closing/compare/")
    assert page.text(".lead") == ["In the closing lines, 1 word differs."]
    assert page.text("h2") == ["Closing lines"]
    assert (marked(page, "del"), marked(page, "ins")) == (["Done"], ["Signed"])


def test_there_is_nothing_to_compare_in_an_article_that_is_not_there(edition: Edition) -> None:
    page = fetch("/articles/48/compare/")
    assert page.status == 404
    assert "There is no article 48." in page.text("main")[0]


def test_the_page_has_a_title_and_description_of_its_own(lakes: None) -> None:
    page = fetch("/articles/3/compare/")
    assert page.text("title") == ["Article 3 in two texts — Iran–Russia Treaty"]
    description = page.document.query("meta[name=description]")[0].attrs["content"]
    assert description is not None
    assert "English, One and English, Other" in description
