"""The page that cites every place of a dossier."""

from __future__ import annotations

import pytest

from tests.pages import fetch

pytestmark = pytest.mark.django_db


def test_every_place_is_cited_in_the_style_that_is_chosen() -> None:
    page = fetch("/set/3.1,14/cite/?style=apa&note=hello")
    assert page.status == 200
    assert page.text("h1") == ["Cite Articles 3(1) and 14"]
    assert page.text("[aria-current=page].tag") == ["APA"]
    assert len(page.text(".citation")) == 2
    assert "http://testserver/3.1" in page.text(".citation")[0]
    assert "/set/3.1,14/?note=hello" in page.links
    assert "/set/3.1,14/cite/?style=un&note=hello" in page.links
    assert page.text(".citation") != fetch("/set/3.1,14/cite/?style=un").text(".citation")


def test_an_unknown_style_is_the_first_and_unsure_numbers_are_not_cited() -> None:
    page = fetch("/set/5.2/cite/?style=lake")
    assert page.text("[aria-current=page].tag") == ["OSCOLA"]
    assert " art 5 (" in page.text(".citation")[0]
    assert "Cited without the paragraph" in page.text("main")[0]
