"""Searching official texts: lakes and lighthouses in three languages, beside the real edition.

The texts are those of ``tests.official.texts``. Both engines give the same answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client
from justhtml import Element
from pytest_django import DjangoAssertNumQueries

from articles import loading
from articles.edition import in_force
from articles.exploring import judging
from articles.exploring.hits import Hit
from articles.management.commands.score_search import JUDGED
from articles.models import OfficialParagraph
from articles.search import documents
from tests.loading.draft import Draft
from tests.official.texts import THREE, loaded, put
from tests.pages import Page, fetch
from tests.search.asking import exploration, numbers
from tests.search.corpus import document, ranked

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def three_texts(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Draft(tmp_path_factory.mktemp("three")).folder, *THREE)
    with loaded(folder, django_db_blocker):
        yield


def asked(text: str, path: str = "/articles/") -> str:
    return f"{path}?{urlencode({'q': text})}"


def place(hit: Hit) -> tuple[int, int | None, str]:
    """Return article, paragraph and text of a hit; an empty text is our own edition."""
    return hit.article.number, hit.place.paragraph, hit.official.slug if hit.official else ""


def hits_of(page: Page) -> list[Element]:
    return [node for node in page.document.query("ol.hits > .hit") if isinstance(node, Element)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("heliograph", [(3, 1, "en"), (30, 3, "en")]),
        ("heliographs", [(3, 1, "en"), (30, 3, "en")]),
        ("гелиограф", [(3, 1, "ru"), (30, 3, "ru")]),
        ("ГЕЛИОГРАФАМИ", [(3, 1, "ru"), (30, 3, "ru")]),
        ("выдры", [(30, 4, "ru")]),
        ("канаты и вёсла", [(3, 2, "ru")]),
        ("канаты и весла", [(3, 2, "ru")]),
        ("آینه‌نگار", [(3, 1, "fa"), (30, 2, "fa")]),
        ("آينه‌نگار", [(3, 1, "fa"), (30, 2, "fa")]),
        ("طناب", [(3, 2, "fa")]),
        ('"oars & ropes"', [(3, 2, "en")]),
        ('"одну книгу"', [(30, 3, "ru")]),
        ('"یک دفتر"', [(30, 2, "fa")]),
        ("heliograph -ropes", [(30, 3, "en")]),
        ("гелиограф -выдры", [(3, 1, "ru")]),
        ("гелиогр*", [(3, 1, "ru"), (30, 3, "ru")]),
        ("выдры OR طناب", [(3, 2, "fa"), (30, 4, "ru")]),
        ("heliogarph", [(3, 1, "en"), (30, 3, "en")]),
        ("for as long as the fog lasts", [(3, 3, "en")]),
        ("пока стоит туман", [(3, 3, "ru")]),
    ],
)
def test_the_words_of_every_text_find_their_paragraph(
    text: str, places: list[tuple[int, int | None, str]]
) -> None:
    assert sorted(map(place, exploration(text).hits)) == places


def test_official_words_go_before_those_of_our_restatement() -> None:
    ours, official = document(4, text="The zebra."), document(10, official="The zebra.")
    assert [match.article_id for match in ranked("zebra", ours, official)] == [10, 4]
    assert [hit.why[-1] for hit in exploration("heliograph").hits] == ["official text"] * 2


def test_within_an_article_the_official_words_are_shown_before_ours() -> None:
    ours = "separatist"
    (hit, *_) = exploration(f"{ours} OR heliograph").hits
    assert place(hit) == (3, 1, "en")
    assert place(exploration(ours).hits[0]) == (3, 4, "")


def test_words_of_a_text_stand_together_within_one_paragraph_only() -> None:
    assert numbers(exploration('"heliograph. They lend"')) == []
    assert numbers(exploration('"heliograph they"')) == []


def test_words_found_in_the_official_text_are_not_called_unknown_to_the_edition() -> None:
    for text in ("heliograph", "гелиограф", "آینه‌نگار", "tourism"):
        assert exploration(text).notices == ()


def test_a_hit_says_which_text_and_paragraph_it_shows_in_which_language() -> None:
    for text, language, direction, label in (
        ("heliograph", "en", "ltr", "Official text, paragraph 1:"),
        ("гелиограф", "ru", "ltr", "Official text (Russian), paragraph 1:"),
        ("آینه‌نگار", "fa", "rtl", "Official text (Persian), paragraph 1:"),
    ):
        hit = hits_of(fetch(asked(text)))[0]
        (words,) = hit.query("bdi")
        assert (words.attrs["lang"], words.attrs["dir"]) == (language, direction)
        assert [" ".join(mark.to_text().split()) for mark in words.query("mark")]
        assert " ".join(hit.query(".hit-paragraph")[0].to_text().split()) == label
        assert "Found by" not in hit.to_text()


def test_the_link_of_a_hit_shows_its_words_marked() -> None:
    for text, marked in (
        ("heliograph", "heliograph"),
        ("гелиограф", "гелиографом"),
        ("آینه‌نگار", "آینه‌نگار"),
        ("выдры", "Выдры"),
    ):
        link = hits_of(fetch(asked(text)))[0].query("h2 a")[0].attrs["href"] or ""
        page = fetch(link)
        assert page.status == 200, link
        assert page.text(".paragraph-marked mark") == [marked], link


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("article 36, paragraph 2", (36, 2, "en")),
        ("ст. 36 п. 2", (36, 2, "en")),
        ("ماده ۳۶ بند ۲", (36, 2, "en")),
        ("36(2)", (36, 2, "en")),
        ("3.3", (3, 3, "")),
    ],
)
def test_a_reference_finds_a_paragraph_that_only_an_official_text_has(
    text: str, places: tuple[int, int | None, str]
) -> None:
    found = exploration(text)
    assert [place(hit) for hit in found.hits] == [places]
    assert found.notices == ()


def test_a_reference_to_what_no_text_has_still_says_so() -> None:
    assert exploration("30.9").notices == ("The treaty has no Article 30, paragraph 9.",)


QUERIES = ["heliograph", "гелиограф", "آینه‌نگار", "tourism", "foundation", "выдры"]


@pytest.mark.parametrize("text", QUERIES)
def test_the_data_give_what_the_page_shows(text: str) -> None:
    data = Client().get(asked(text, "/articles.json")).json()
    hits = hits_of(fetch(asked(text)))
    found = exploration(text).hits
    assert data["count"] == len(hits) == len(found)
    for row, shown, hit in zip(data["results"], hits, found, strict=True):
        assert (row["number"], row["paragraph"]) == (hit.article.number, hit.place.paragraph)
        assert row["url"].split("?")[0] == hit.place.url.split("?")[0]
        assert (shown.query("h2 a")[0].attrs["href"] or "").startswith(hit.place.url)
        assert "".join(row["snippet"].split()) in "".join(shown.to_text(separator="").split())
        assert "\n" not in row["snippet"]


@pytest.mark.parametrize("text", ["30.4", "3.3"])
def test_a_reference_leads_to_the_provision_that_the_data_name(text: str) -> None:
    (row,) = Client().get(asked(text, "/articles.json")).json()["results"]
    assert Client().get(asked(text)).headers["Location"].startswith(row["url"])


def test_every_paragraph_of_every_text_is_found_by_its_own_words() -> None:
    missed = []
    rows = OfficialParagraph.objects.filter(article__in=[3, 5, 30, 36]).select_related(
        "official_text"
    )
    assert rows.count() == 29
    for row in rows:
        first = row.blocks[0][1].rstrip(".:")
        places = [place(hit) for hit in exploration(f'"{first}"').hits]
        named = documents.named(row.article, row.place)
        if (row.article_id, named.paragraph, row.official_text_id) not in places:
            missed.append((str(row), places))
    assert missed == []


@pytest.mark.parametrize("text", ["lighthouses", "маяки", "فانوس‌های دریایی", "lamp tourist oars"])
def test_a_warm_search_among_many_texts_asks_the_database_at_most_twice(
    text: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    exploration(text)
    with django_assert_max_num_queries(2):
        found = exploration(text)
        assert all(hit.snippet and hit.place.url for hit in found.hits)
        assert found.count


def test_what_readers_asked_of_the_edition_is_still_answered() -> None:
    score = judging.score(judging.read(JUDGED / "ordinary.toml"), in_force())
    lost = [
        asked.query
        for asked, answers in zip(score.judged, score.answers, strict=True)
        if asked.first and not {place.article for place in answers.places} & set(asked.first)
    ]
    figures = score.search["all"]
    assert figures.count > 200
    assert len(lost) < 0.02 * figures.count  # quoted words that our edition has not
    assert figures.right_first >= 0.90
    assert figures.right_in_three >= 0.98


def test_what_was_found_is_gone_with_the_texts(tmp_path: Path) -> None:
    assert numbers(exploration("heliograph")) == [3, 30]
    loading.load(Draft(tmp_path).without_thesaurus().folder)
    assert numbers(exploration("heliograph")) == []
    assert numbers(exploration("гелиограф")) == []
    assert exploration("36.2").notices == ("The treaty has no Article 36, paragraph 2.",)
