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
        ("is aggression defined", "does not define aggression"),
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
