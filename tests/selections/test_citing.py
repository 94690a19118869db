"""The page that cites every place of a selection."""

from __future__ import annotations

import pytest

from tests.pages import fetch
from tests.selections.asking import hrefs

pytestmark = [pytest.mark.django_db, pytest.mark.once]


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


def test_an_unknown_style_is_the_first() -> None:
    assert fetch("/set/5.2/cite/?style=lake").text("[aria-current=page].tag") == ["OSCOLA"]


def test_each_place_is_cited_as_its_own_page_cites_it() -> None:
    page = fetch("/set/22.2.3,28.1.4,closing,31.1/cite/")
    assert page.text("h1") == ["Cite Articles 22(2.3) and 28(4); Closing lines; Article 31(1)"]
    own = ("/articles/22/2/3/", "/articles/28/1/4/", "/closing/", "/articles/31/1/")
    assert page.text(".citation") == [
        fetch(f"{path}cite/").text("#citation-oscola")[0] for path in own
    ]
    assert "22(2.3)" in page.text(".citation")[0]
    assert "31(1)" not in page.text(".citation")[3]
    assert [href.partition("?")[0] for href in hrefs(page, ".cited-all > li > .quiet a")] == [
        f"{path}cite/" for path in own
    ]
