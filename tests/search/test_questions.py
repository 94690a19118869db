"""The question that somebody asks stands above the articles, and no other does."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from django.test import Client

from articles.edition import in_force
from tests.search.asking import exploration

pytestmark = [pytest.mark.django_db, pytest.mark.once]

GIVEN = tomllib.loads(Path(__file__).with_name("paraphrases.toml").read_text("utf-8"))


def asked(text: str, *themes: str) -> str | None:
    question = exploration(text, *themes).question
    return question.slug if question else None


def test_each_question_is_found_by_its_own_words() -> None:
    rows = in_force().questions
    assert {row.slug: asked(row.question) for row in rows} == {row.slug: row.slug for row in rows}


def test_each_question_is_found_by_every_other_way_of_putting_it() -> None:
    wrong = {
        text: found
        for row in in_force().questions
        for text in row.asked
        if (found := asked(text)) != row.slug
    }
    assert wrong == {}


def test_a_question_is_found_in_words_that_the_edition_does_not_list() -> None:
    assert len(GIVEN["asked"]) >= 40
    listed = {text for row in in_force().questions for text in row.asked}
    assert not listed.intersection(GIVEN["asked"])
    assert {text: asked(text) for text in GIVEN["asked"]} == GIVEN["asked"]


@pytest.mark.parametrize("text", GIVEN["none"]["queries"])
def test_a_query_that_is_no_question_brings_none(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("санкции", "sanctions"),
        ("визы", "visas"),
        ("تحریم", "sanctions"),
        ("extradiction", "extradition"),
        ("Iran's share of the Caspian", "caspian"),
    ],
)
def test_a_question_is_found_in_other_languages_and_misspelt(text: str, slug: str) -> None:
    assert asked(text) == slug


@pytest.mark.parametrize("text", ["", "3.3", "Article 19", "sanctions -UN", "how many", "Iran"])
def test_what_asks_nothing_or_leaves_something_out_brings_no_question(text: str) -> None:
    assert asked(text) is None


def test_within_themes_articles_are_looked_for_and_no_answer() -> None:
    assert asked("sanctions") == "sanctions"
    assert asked("sanctions", "trade") is None


def test_the_data_and_the_suggestions_name_the_question_first() -> None:
    data = Client().get("/articles.json", {"q": "must Russia defend Iran"}).json()
    assert data["also"][0] == {
        "kind": "question",
        "name": "Must Russia defend Iran if it is attacked?",
        "url": "/questions/must-russia-defend-iran/",
    }
    assert [row["kind"] for row in data["also"]].count("question") == 1
    suggested = exploration("must Russia defend Iran").suggested
    assert suggested[0] == (data["also"][0]["name"], data["also"][0]["url"])
