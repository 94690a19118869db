"""The page on which a selection is begun."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ({"items": "3, 5"}, "/set/3,5/"),
        ({"items": "3,5", "add": "14, 5.2"}, "/set/3,5,14,5.2/"),
        ({"add": "14"}, "/set/14/"),
        ({"items": "3", "note": "for Ann"}, "/set/3/?note=for+Ann"),
        ({"items": "3", "note": ""}, "/set/3/"),
        ({"items": "3", "add": "99"}, "/set/3,99/"),
        ({"items": "3", "add": "a/../b"}, "/set/3,a:..:b/"),
        ({"items": "3", "add": "3"}, "/set/3,3/"),
        ({"items": "3", "add": "Article 22, point 2.3"}, "/set/3,22.2.3/"),
        ({"items": "3", "add": "closing lines"}, "/set/3,closing/"),
    ],
)
def test_the_form_leads_to_the_selection(query: dict[str, str], target: str) -> None:
    response = Client().get("/set/", query)
    assert (response.status_code, response.headers["Location"]) == (302, target)
    assert fetch(target).status == 200


def test_the_form_explains_what_it_does_not_understand_and_keeps_it() -> None:
    page = fetch("/set/?items=lake&note=hello")
    assert page.status == 200
    assert page.text(".notice li") == [
        "We could not read this as an article, paragraph or point: “lake”."
    ]
    assert [node.attrs["value"] for node in page.document.query("#items")] == ["lake"]
    assert page.text("textarea") == ["hello"]


def test_articles_can_be_picked_from_the_contents_beside_what_is_typed() -> None:
    boxes = fetch("/set/").document.query("input[type=checkbox][name=items]")
    assert [node.attrs["value"] for node in boxes] == [*map(str, range(48)), "closing"]
    response = Client().get("/set/?items=3&items=closing&items=5.2&note=")
    assert (response.status_code, response.headers["Location"]) == (302, "/set/3,closing,5.2/")


def test_the_examples_of_addresses_are_true() -> None:
    page = fetch("/set/")
    examples = page.text("tbody code:not(td + td code)")
    assert "14,5.2,17-19" in examples
    for example in examples:
        assert Client().get(f"/set/{example}/").status_code == 200
        assert fetch(f"/set/{example}/").text(".notice") == []
