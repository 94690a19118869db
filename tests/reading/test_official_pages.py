"""Pages with official texts are sound: as HTML, as links, in their languages and descriptions."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from django.test import Client
from justhtml import Element, Node, Text

from tests import nu
from tests.pages import INLINE, fetch
from tests.reading.official import first

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("four_texts")]

PATHS = [
    "/articles/3/?lang=en,ru,fa",
    "/articles/3/2/?lang=fa&q=light",
    "/articles/4/?lang=en,fa",
    "/articles/5/",
    "/articles/22/2/3/?lang=ru,fa",
    "/articles/28/?lang=fa",
    "/articles/36/?lang=de,en,en-2,ru,fa",
    "/preamble/?lang=fa",
    "/preamble/3/",
    "/closing/?lang=fa",
    "/treaty/?lang=en,fa",
]
OTHERS = [
    "/",
    "/about/",
    "/sources/",
    "/data/",
    "/articles/?q=heliograph",
    "/articles/?q=چراغ&lang=fa",
    "/articles/3/3/cite/?lang=fa",
    "/set/3,5.1/?lang=en,ru,fa",
    "/set/3,5.1/cite/?lang=ru",
    "/words/?text=fa",
    "/words/lake/",
    "/verify/?text=The+keepers+of+both+lakes+greet+each+other+with+a+lamp.",
    "/articles/3/compare/?a=en&b=en-2",
    "/articles/3/compare/?a=ru&b=fa",
]
"""Pages that are checked as HTML besides."""


def test_the_nu_html_checker_finds_no_fault() -> None:
    assert nu.faults({path: fetch(path, follow=True).html for path in [*PATHS, *OTHERS]}) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_headings_in_order_and_nothing_inline(path: str) -> None:
    page = fetch(path)
    levels = [int(node.name[1]) for node in page.document.query("h1, h2, h3, h4, h5, h6")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not page.document.query(INLINE)


@pytest.mark.django_db
def test_every_link_leads_somewhere() -> None:
    addresses = {re.sub("#.*", "", link) for path in PATHS for link in fetch(path).links}
    assert [each for each in addresses if fetch(each).status not in (200, 301)] == []


@pytest.mark.parametrize("path", PATHS)
def test_letters_of_another_alphabet_stand_only_where_the_language_is_said(path: str) -> None:
    """So that a screen reader says them rightly, and a browser sets them in the right direction."""

    def check(node: Node, language: str) -> None:
        if isinstance(node, Text):
            text = node.to_text()
            assert language == "fa" or not re.search(r"[\u0600-\u06ff]", text), text
            assert language == "ru" or not re.search(r"[\u0400-\u04ff]", text), text
        elif isinstance(node, Element):
            language = node.attrs.get("lang") or language
            for child in node.children:
                check(child, language)

    check(first(fetch(path), "main"), "en")


@pytest.mark.parametrize("path", ["/articles/3/?lang=fa", "/articles/30/3/", "/treaty/?lang=ru"])
def test_asking_for_the_head_gives_the_same_without_a_body(path: str) -> None:
    full, head = Client().get(path), Client().head(path)
    assert (head.status_code, head.content) == (full.status_code, b"")
    assert head.headers["Content-Type"] == full.headers["Content-Type"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent(method: str) -> None:
    assert getattr(Client(), method)("/articles/3/?lang=fa").status_code == 405


def test_every_description_is_short_and_cut_between_words() -> None:
    for number in (1, 3, 12):
        for query in ("", "?lang=fa", "?lang=ru"):
            page = fetch(f"/articles/{number}/{query}")
            (meta,) = page.document.query("meta[name=description]")
            said = meta.attrs["content"] or ""
            assert len(said) <= 160
            if said.endswith(" …"):
                whole = " ".join(page.text(".text")[0].split())
                assert said.removesuffix(" …").split()[-1] in whole.split()


def test_an_english_line_in_a_block_from_right_to_left_runs_from_left_to_right() -> None:
    page = fetch("/articles/3/1/?lang=fa")
    (block,) = page.document.query(".paragraph-marked")
    assert block.attrs["dir"] == "rtl"
    (place,) = block.query(".place")
    assert (place.attrs["lang"], place.attrs["dir"]) == ("en", "ltr")
    assert [tools.attrs["dir"] for tools in block.query(".margin")] == ["ltr"]
