"""A hit says what the reader could get wrong, where that is what was asked."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.search.asking import exploration

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("does the treaty oblige Russia to defend Iran", "creates no duty of mutual defence"),
        ("mutual defence duty", "creates no duty of mutual defence"),
    ],
)
def test_a_caution_that_answers_stands_in_the_hit(text: str, said: str) -> None:
    hit = exploration(text).hits[0]
    assert hit.place.code == "3.3"
    assert said in hit.caution
    page = Client().get("/articles/", {"q": text}).content.decode()
    assert said in page
    assert said in Client().get("/articles.json", {"q": text}).json()["results"][0]["caution"]


@pytest.mark.parametrize("text", ["hegemony", "oil and gas", "visas for tourists", ""])
def test_no_caution_that_is_beside_the_question_does(text: str) -> None:
    assert not any("mutual defence" in hit.caution for hit in exploration(text).hits)


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("is aggression defined", "neither defines aggression", "does not define aggression"),
        ("visas for tourists", "says nothing about visas", "does not mention visas"),
        ("military bases", "nothing of stationing troops", "does not mention military bases"),
        ("Roscosmos", "names no space agency, satellite", "The treaty names no space agency."),
        ("mutual defence", "creates no duty of mutual defence", "contains no duty of mutual"),
    ],
)
def test_a_page_says_once_what_is_not_there(text: str, kept: str, left_out: str) -> None:
    """An answer before a caution and a notice; as data, in which answers are not, all is said."""
    page = Client().get("/articles/", {"q": text}).content.decode()
    assert page.count(kept) == 1
    assert left_out not in page
    data = Client().get("/articles.json", {"q": text}).json()
    said = [str(data["notice"]), *(row["caution"] for row in data["results"])]
    assert any(left_out in each for each in said)
