"""Words in quotation marks that no text has, and long texts that are pasted."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest
from django.test import Client

from articles.citations import packet, pinpoints
from articles.edition import in_force
from articles.reading.article_page import ArticlePage
from articles.treaty.places import Place
from tests.search.asking import exploration, numbers

pytestmark = [pytest.mark.django_db, pytest.mark.once]

OURS = "The words are this edition's own, not the treaty's."


@pytest.mark.parametrize(
    ("text", "notice", "offered"),
    [
        (
            "«санкции»",
            "No text here has the very words “санкции”. What is here is in English.",
            "санкции",
        ),
        (
            '"دریای خزر"',
            "No text here has the very words “دریای خزر”. What is here is in English.",
            "دریای خزر",
        ),
        (
            '"United Nations Charter"',
            "No text here has the very words “United Nations Charter”.",
            "United Nations Charter",
        ),
        ("“snow leopards”", "No text here has the very words “snow leopards”.", "snow leopards"),
        (
            'military "United Nations Charter"',
            "No text here has the very words “United Nations Charter”.",
            "military United Nations Charter",
        ),
        (
            '"Caspian Sea" "money laundering"',
            "No article has all of these phrases.",
            "Caspian Sea money laundering",
        ),
    ],
)
def test_it_is_said_that_no_text_has_the_quoted_words(text: str, notice: str, offered: str) -> None:
    found = exploration(text)
    assert (found.count, found.notices) == (0, (notice,))
    assert found.suggestion == offered
    assert found.suggestion_said == ("Search without the quotation marks:", "")


def test_the_page_and_the_data_offer_the_query_without_the_marks() -> None:
    page = Client().get("/articles/", {"q": "«санкции»"}).content.decode()
    assert f'<a href="/articles/?q={quote_plus("санкции")}">санкции</a>' in page
    data = Client().get("/articles.json", {"q": "«санкции»"}).json()
    assert data["suggestion"] == "санкции"
    assert data["notice"].startswith("No text here has the very words")


@pytest.mark.parametrize("text", ['"zone of peace"', '"economic"', "zeppelin", "-sport", ""])
def test_where_the_words_are_here_or_nothing_is_quoted_nothing_is_said(text: str) -> None:
    assert not any("very words" in notice for notice in exploration(text).notices)


def paragraph(article: int, number: int) -> str:
    rows = in_force().by_number[article].paragraphs.all()
    return next(row.plain for row in rows if row.number == number)


def test_a_long_quotation_brings_its_provision_first() -> None:
    text = paragraph(3, 3)
    assert len(text) > 200
    found = exploration(text)
    assert found.hits[0].place.url == "/articles/3/3/"
    assert found.lead == f"This is Article 3, paragraph 3. {OURS}"
    (check,) = found.first
    assert check.url == f"/verify/?text={quote_plus(text, safe=',')}"
    assert numbers(found).count(3) == 1
    assert Client().get(check.url).status_code == 200


def test_what_cite_copies_brings_its_provision_first() -> None:
    place = Place(3, 3)
    page = ArticlePage(in_force().by_number[3])
    found = exploration(packet.of(pinpoints.of(page, place, "https://treaty.example"), page).text)
    assert found.hits[0].place == place
    assert (found.notice or "").startswith("This is Article 3, paragraph 3.")


def test_nearly_the_words_are_said_to_be_so() -> None:
    found = exploration(paragraph(3, 3).replace("shall", "must"))
    assert found.hits[0].place.url == "/articles/3/3/"
    assert found.lead == f"This is nearly Article 3, paragraph 3: some words differ. {OURS}"


def test_the_only_paragraph_of_an_article_and_a_recital_are_found_too() -> None:
    for row in in_force().articles:
        for each in row.paragraphs.all():
            if len(each.plain) > 200 and not each.points.all():
                assert exploration(each.plain).lead.startswith(f"This is {row.label}")


def test_a_long_text_that_is_no_quotation_is_searched_by_its_longest_words() -> None:
    text = (
        "I would like to know whether anything is in it on desalination and hydroelectricity " * 4
    )
    found = exploration(text + "and sanctions too")
    assert found.notices[0].startswith("Your search was shortened: of so long a text")
    assert found.first[0].url.startswith("/verify/?text=I+would+like")
    assert found.lead == ""
    assert 19 in numbers(found)


def test_the_address_keeps_all_that_was_pasted() -> None:
    text = paragraph(3, 3)
    assert exploration(exploration(text).form.query.typed).lead.startswith("This is Article 3")
    assert quote_plus(text, safe=",") in exploration(text).form.address
    page = Client().get("/articles/", {"q": text}).content.decode()
    assert f'value="{text}"' in page


def test_no_half_word_is_read_as_a_beginning() -> None:
    text = ("peace " * 400) + "sanct"
    assert not any("beginning" in note for note in exploration(text[:2_003]).understood)
