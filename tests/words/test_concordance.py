"""The concordance: every use of a word in context, in invented texts and in our edition."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st
from justhtml import JustHTML

from articles.edition import Edition, in_force
from articles.edition.corpus import Unit
from articles.treaty.places import Place
from articles.words.concordance import Use
from tests.invented import Articles, EditionWith, put_in_force
from tests.pages import Page, fetch

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("edition")]

ENGLISH: Articles = {
    0: {1: "The keepers of both lakes, recalling their long friendship,"},
    3: {
        1: "The keepers repair boats. A boat's owner pays; boats are “boats”.",
        2: [("", "Each keeper may borrow:"), ("(a)", "oil and rope;"), ("(b)", "one boat.")],
    },
    4: {1: "Boats and ropes."},
}
PERSIAN: Articles = {3: {1: "نگهبانان هر شب چراغ‌های دریاچه را روشن می‌کنند؛ چراغ روشن است."}}
RUSSIAN: Articles = {3: {1: "Смотрители зажигают лампы маяка; маяк виден с озера."}}


@pytest.fixture(scope="module")
def three_texts(edition_with: EditionWith) -> Edition:
    return edition_with(
        {
            "en-lakes": ("en", "Lakes", ENGLISH),
            "ru": ("ru", "", RUSSIAN),
            "fa": ("fa", "", PERSIAN),
        }
    )


@pytest.fixture
def lakes(three_texts: Edition) -> None:
    put_in_force(three_texts)


def printed(page: Page, selector: str) -> list[str]:
    """The words of every element that the selector finds, spaced as a reader sees them."""
    nodes = page.document.query(selector)
    return [
        " ".join(node.to_text(strip=False, separator_blocks_only=True).split()) for node in nodes
    ]


def lines(page: Page) -> list[str]:
    return printed(page, ".use-line")


def test_every_use_stands_in_context_with_a_link_to_its_paragraph(lakes: None) -> None:
    page = fetch("/words/boats/?text=en-lakes")
    assert lines(page) == [
        "The keepers repair boats. A boat's owner pays; boats are “boats”.",
        "The keepers repair boats. A boat's owner pays; boats are “boats”.",
        "… keepers repair boats. A boat's owner pays; boats are “boats”.",
        "… boats. A boat's owner pays; boats are “boats”.",
        "… may borrow: (a) oil and rope; (b) one boat.",
        "Boats and ropes.",
    ]
    assert printed(page, ".use-word") == ["boats.", "boat's", "boats", "“boats”.", "boat.", "Boats"]
    assert page.text(".use-word mark") == ["boats", "boat's", "boats", "boats", "boat", "Boats"]
    places = [(node.to_text(), node.attrs["href"]) for node in page.document.query(".use-place a")]
    assert places[3:] == [
        ("Article 3, paragraph 1", "/articles/3/1/"),
        ("Article 3, paragraph 2", "/articles/3/2/"),
        ("Article 4, paragraph 1", "/articles/4/1/"),
    ]


def test_the_uses_are_counted_in_all_by_form_and_by_article(lakes: None) -> None:
    page = fetch("/words/boat/?text=en-lakes")
    words = printed(page, "main")[0]
    assert printed(page, "h1") == ["“boat” in context"]
    assert "6 uses, in any form, in this text: English, Lakes." in words
    assert "Forms: boats 4 boat 2" in words
    assert page.text("ul[aria-labelledby=articles-en-lakes] li") == [
        "Article 3 uses: 5",
        "Article 4 uses: 1",
    ]
    assert {"/articles/3/", "/articles/4/", "/words/boats/?exact=1"} <= page.links


def test_exact_shows_only_the_word_as_written(lakes: None) -> None:
    page = fetch("/words/boat/?exact=1&text=en-lakes")
    assert page.text(".use-word mark") == ["boat's", "boat"]
    assert "/words/boat/?text=en-lakes" in page.links


def test_a_form_that_does_not_occur_leads_to_those_that_do(lakes: None) -> None:
    page = fetch("/words/boating/?exact=1")
    assert page.status == 200
    assert "Not found in this form" in page.text("main")[0]
    assert "/words/boating/" in page.links


def test_a_long_context_is_cut_between_words() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve " * 2
    start = text.index("twelve")
    use = Use(Unit(Place(3, 1), text), "twelve", start, start + 6)
    assert use.before == "… four five six seven eight nine ten eleven"
    assert use.after == "one two three four five six seven eight …"


def test_official_texts_come_first_and_our_edition_is_named_as_ours(lakes: None) -> None:
    page = fetch("/words/oil/")
    headings = page.text("h2")
    assert headings[0] == "English, Lakes: 1 use"
    assert headings[1].startswith("Plain-English edition: ")
    sections = page.text("section")
    assert "Our words, not the treaty's." not in sections[0]
    assert "Our words, not the treaty's." in sections[1]


def test_without_an_official_text_the_page_says_that_the_words_are_ours() -> None:
    for path in ("/words/", "/words/cooperation/?exact=1"):
        page = fetch(path)
        assert page.status == 200
        assert "not the treaty's wording" in page.text(".notice")[0]
        assert "/sources/#official-text" in page.links
    ours = [row for article in in_force().articles for row in article.passages()]
    uses = re.findall(r"\bcooperation\b", " ".join(row.plain for row in ours), re.IGNORECASE)
    assert len(page.document.query(".use")) == len(uses) > 0


def test_a_use_in_a_point_of_our_edition_leads_to_the_point() -> None:
    page = fetch("/words/swap/")
    ((label, address),) = [
        (node.to_text(), node.attrs["href"]) for node in page.document.query(".use-place a")
    ]
    assert (label, address) == ("Article 22, point 2.2", "/articles/22/2/2/")


def test_several_words_are_looked_up_as_a_phrase(lakes: None) -> None:
    page = fetch("/words/oil%20and%20ropes/")
    assert page.text(".use-word mark") == ["oil and rope"]
    assert "Forms: oil and rope 1" in page.text("main")[0]


def test_a_phrase_without_uses_is_explained_word_by_word(lakes: None) -> None:
    page = fetch("/words/repair%20kepeers%20boats/?text=en-lakes")
    assert printed(page, ".entries > li") == [
        "repair 1 use in any form",
        "“kepeers” does not occur. keepers keeper",
        "boats 6 uses in any form",
    ]


def test_russian_and_persian_lines_have_their_language_and_direction(lakes: None) -> None:
    for path, language, direction, written in (
        ("/words/маяк/", "ru", "ltr", ["маяка", "маяк"]),
        ("/words/چراغ/", "fa", "rtl", ["چراغ‌های", "چراغ"]),
        ("/words/چراغهاي/", "fa", "rtl", ["چراغ‌های", "چراغ"]),
    ):
        page = fetch(path)
        assert page.text(".use-word mark") == written
        for node in page.document.query(".use-line, h1 span"):
            assert (node.attrs["lang"], node.attrs["dir"]) == (language, direction)


def test_a_persian_word_is_shown_as_the_text_writes_it(lakes: None) -> None:
    assert printed(fetch("/words/چراغهای/"), "h1") == ["“چراغ‌های” in context"]


def test_an_unknown_word_gets_an_honest_page_with_the_nearest_words(lakes: None) -> None:
    page = fetch("/words/keper/?text=en-lakes")
    assert page.status == 200
    assert "Not found in this text: English, Lakes." in page.text("main")[0]
    assert printed(page, ".entries .tag") == ["keeper", "keepers"]
    assert page.document.query("meta[name=robots]")[0].attrs["content"] == "noindex"


def test_a_word_of_another_text_is_not_said_to_be_unknown(lakes: None) -> None:
    page = fetch("/words/boats/?text=fa")
    assert "Not found in this text: Persian." in page.text("main")[0]
    assert "It occurs in another text" in page.text("main")[0]


def test_an_unknown_text_means_every_text(lakes: None) -> None:
    assert lines(fetch("/words/boats/?text=nothing")) == lines(fetch("/words/boats/"))


def test_at_most_200_uses_stand_on_a_page(edition_with: EditionWith) -> None:
    put_in_force(edition_with({"en": ("en", "", {3: {1: "lighthouse " * 450}})}))
    sizes = [
        len(fetch(f"/words/lighthouse/?page={page}").document.query(".use"))
        for page in ("1", "2", "3", "99", "x", "9" * 5000)
    ]
    assert sizes == [200, 200, 50, 50, 200, 200]
    assert "450 uses" in fetch("/words/lighthouse/?page=3").text("h2")[0]


def test_the_words_of_a_text_are_listed_by_frequency_without_stop_words(lakes: None) -> None:
    page = fetch("/words/?text=en-lakes")
    assert page.text(".word-list li") == [
        "boats 6",
        "keepers 3",
        "rope 2",
        "borrow 1",
        "friendship 1",
        "lakes 1",
        "long 1",
        "oil 1",
        "owner 1",
        "pays 1",
        "recalling 1",
        "repair 1",
    ]
    assert "/words/boats/?text=en-lakes" in page.links


def test_the_list_is_of_the_first_official_text_until_another_is_chosen(lakes: None) -> None:
    assert "English, Lakes" in fetch("/words/").text("h2")[0]
    page = fetch("/words/?text=fa")
    assert page.text("[aria-current=true]") == ["Persian"]
    words = page.document.query(".word-list")[0]
    assert (words.attrs["lang"], words.attrs["dir"]) == ("fa", "rtl")


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("word=Boats", "/words/boats/"),
        ("word=++coercive+%0A+measures&text=plain", "/words/coercive%20measures/?text=plain"),
        ("word=a/b", "/words/a%20b/"),
        ("word=..%2Fboats", "/words/boats/"),
    ],
)
def test_the_form_leads_to_the_page_of_the_word(query: str, target: str) -> None:
    response = Client().get(f"/words/?{query}")
    assert (response.status_code, response["Location"]) == (302, target)


@pytest.mark.parametrize(
    ("word", "said"),
    [("..", "no letters or digits"), ("x" * 101, "at most 100"), ("ﷺ" * 90, "at most 100")],
)
def test_the_form_says_what_it_cannot_look_up(word: str, said: str) -> None:
    response = Client().get("/words/", {"word": word})
    assert response.status_code == 200
    assert said in " ".join(Page("", 200, response.content.decode()).text(".notice"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"/words/{'x' * 101}/", "at most 100 characters"),
        ("/words/%00/", "no letters or digits"),
        ("/words/%2F/", "no letters or digits"),
    ],
)
def test_an_address_without_a_word_or_with_a_very_long_one_is_not_found(
    path: str, said: str
) -> None:
    page = fetch(path)
    assert page.status == 404
    assert said in page.text("main")[0]


def test_the_pages_have_title_description_and_canonical_address(lakes: None) -> None:
    page = fetch("/words/Boats/?exact=1&text=en-lakes")
    assert page.text("title") == ["“boats” in context — Iran–Russia Treaty"]
    canonical = page.document.query("link[rel=canonical]")[0].attrs["href"]
    assert canonical == "http://testserver/words/boats/"
    description = page.document.query("meta[name=description]")[0].attrs["content"]
    assert description is not None
    assert description.startswith("Every use of “boats”")


@example(word="\0", exact="", other="")
@given(st.text(max_size=120), st.sampled_from(["", "0", "1"]), st.text(max_size=10))
def test_no_word_and_no_query_string_is_an_error(word: str, exact: str, other: str) -> None:
    for path, query in (
        (f"/words/{word}/", {"exact": exact, "page": other, "text": other}),
        ("/words/", {"word": word, "text": other, "page": other}),
    ):
        response = Client().get(path, query)
        assert response.status_code in {200, 301, 302, 404}
        if response.status_code == 200:
            JustHTML(response.content.decode(), strict=True, sanitize=False)
