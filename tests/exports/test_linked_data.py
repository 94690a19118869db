"""JSON-LD: what stands above a provision, and what is a part of it."""

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


def test_a_point_is_a_part_of_its_paragraph() -> None:
    paragraph = json.loads(get("/articles/22/2.jsonld"))
    point = json.loads(get("/articles/22/2/3.jsonld"))
    assert (point["name"], point["identifier"]) == (
        "Article 22, point 2.3",
        "art_22__para_2__point_3",
    )
    assert point["isPartOf"]["@id"] == paragraph["@id"] == f"{SITE}/articles/22/2/"
    assert point["isPartOf"]["isPartOf"] == paragraph["isPartOf"]
    [text] = paragraph["hasPart"]
    assert [row["name"] for row in text["hasPart"]] == [
        f"Article 22, point 2.{number}" for number in range(1, 7)
    ]
    [shown] = point["hasPart"][0]["hasPart"]
    assert shown == text["hasPart"][2]
    assert shown["url"] == f"{SITE}/articles/22/2/3/"


def test_the_closing_lines_are_a_part_of_the_treaty() -> None:
    closing = json.loads(get("/closing.jsonld"))
    assert (closing["@id"], closing["identifier"]) == (f"{SITE}/closing/", "conclusions")
    assert closing["isPartOf"]["@id"] == f"{SITE}/treaty/#treaty"
    assert json.loads(get("/treaty.jsonld"))["hasPart"][-1]["@id"] == closing["@id"]
