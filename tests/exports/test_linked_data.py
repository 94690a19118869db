"""JSON-LD: what stands above a place, what it rests on, and what is said where nothing is known."""

from __future__ import annotations

import json

import pytest

from tests.exports.reading import get
from tests.pages import SITE

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_an_article_is_a_part_of_the_treaty_and_a_paragraph_one_of_its_article() -> None:
    article = json.loads(get("/articles/3.jsonld"))
    assert article["isPartOf"]["@id"] == f"{SITE}/treaty/#treaty"
    paragraph = json.loads(get("/articles/3/3.jsonld"))
    assert paragraph["isPartOf"]["@id"] == article["@id"] == f"{SITE}/articles/3/"
    assert paragraph["isPartOf"]["name"] == article["name"]


def test_the_sources_of_its_statements_are_cited() -> None:
    sources = json.loads(get("/articles/19.json"))["sources"]
    cited = json.loads(get("/articles/19.jsonld"))["citation"]
    assert [row["url"] for row in cited] == [row["url"] for row in sources] != []


def test_an_article_that_nothing_describes_says_so_in_its_abstract() -> None:
    data = json.loads(get("/articles/26.jsonld"))
    assert data["abstract"] == "No report used here says what Article 26 deals with."
    assert data["hasPart"] == []
