"""The way back to the results from which a reader came to an article."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from articles.edition import Edition
from articles.exploring.trail import arrival
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_way_back_leads_to_the_hit_and_says_which_of_how_many_it_is(edition: Edition) -> None:
    page = fetch("/articles/?q=caspian")
    numbers = [node.attrs["id"] for node in page.document.query(".hit")]
    assert len(numbers) > 1
    for position, anchor in enumerate(numbers, 1):
        number = int((anchor or "").removeprefix("hit-"))
        found, _ = arrival(QueryDict("q=caspian"), edition, number)
        assert found is not None
        assert found.address == f"/articles/?q=caspian#{anchor}"
        assert found.place == f"{position} of {len(numbers)}"
        assert found.back == f"Back to {len(numbers)} results"


@pytest.mark.parametrize("query", ["", "q=", "theme=energy", "q=zzzzzz", "q=caspian&theme=energy"])
def test_there_is_no_way_back_without_words_that_find_the_article(
    query: str, edition: Edition
) -> None:
    assert arrival(QueryDict(query), edition, 13)[0] is None


def test_filters_come_along_to_an_article_and_back(edition: Edition) -> None:
    page = fetch("/articles/?q=oil&theme=energy&strength=duty&match=any")
    (link,) = [node.attrs["href"] or "" for node in page.document.query(".hit h2 a")][:1]
    assert "?q=oil&theme=energy&strength=duty" in link
    article = fetch(link)
    (back,) = article.document.query(".trail a")
    assert (back.attrs["href"] or "").startswith("/articles/?q=oil&theme=energy&strength=duty")
    assert article.text("mark")


def test_while_the_database_is_away_articles_are_shown_without_the_way_back(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: object) -> None:
        raise OperationalError("no connection")

    monkeypatch.setattr("articles.search.fetch", away)
    found, marker = arrival(QueryDict("q=caspian+that+nobody+has+asked+for"), edition, 13)
    assert found is None
    assert "<mark>" in marker.html("the Caspian Sea")


def test_an_article_that_was_opened_by_its_address_has_no_way_back() -> None:
    assert not fetch("/articles/13/").document.query(".trail")
    assert fetch("/articles/13/?q=caspian").text(".trail a")[0].startswith("Back to ")


def test_an_article_that_is_opened_from_a_search_asks_the_database_for_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    fetch("/articles/?q=caspian+fishing")
    with django_assert_num_queries(0):
        assert fetch("/articles/13/?q=caspian+fishing").text("mark")
