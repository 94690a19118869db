"""Which official texts a page shows, as its address says, where there are several."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages import SITE, Page, fetch
from tests.reading.official import first, known, shown, words

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("four_texts")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["en"]),
        ("?lang=en", ["en"]),
        ("?lang=fa", ["fa"]),
        ("?lang=en,fa", ["en", "fa"]),
        ("?lang=fa,en", ["fa", "en"]),
        ("?lang=ru,en-2,fa", ["ru", "en-2", "fa"]),
        ("?lang=en&lang=ru", ["en", "ru"]),
        ("?lang=en,en-2,ru,fa", ["en", "en-2", "ru", "fa"]),
        ("?lang=EN,%20Fa%20", ["en", "fa"]),
        ("?lang=ru,ru,ru", ["ru"]),
        ("?lang=", ["en"]),
        ("?lang=,,,", ["en"]),
        ("?language=fa", ["en"]),
        ("?lang=%D1%80%D1%83", ["en"]),
        ("?lang=de", ["en"]),
        ("?lang=de,fa", ["fa"]),
        ("?lang=plain", ["en"]),
    ],
)
def test_the_address_says_which_texts_stand_side_by_side(query: str, expected: list[str]) -> None:
    page = fetch(f"/articles/3/{query}")
    assert page.status == 200
    assert shown(page) == expected


@pytest.mark.parametrize("path", ["/articles/3/2/", "/treaty/"])
def test_a_paragraph_and_the_whole_treaty_show_the_texts_that_an_article_shows(path: str) -> None:
    assert shown(fetch(path)) == ["en"]
    assert shown(fetch(f"{path}?lang=ru,de,fa")) == ["ru", "fa"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("?lang=de", "“de”"),
        ("?lang=fa,de,fr", "“de”, “fr”"),
        ("?lang=a,b,c,d,e,f", "“a”, “b”, “c”"),
        ("?lang=<script>alert(1)</script>", "“<script>alert(1)</script>”"),
        ("?lang=" + "x" * 5000, f"“{'x' * 40}”"),
        ("?lang=%00", "“\x00”"),
        ("?lang=%E2%80%8F%FF", ""),
        ("?lang=" + ",".join(map(str, range(1000))), "“0”, “1”, “2”"),
    ],
)
def test_a_text_that_is_not_there_is_named_and_ignored(query: str, named: str) -> None:
    response = Client().get(f"/articles/3/{query}")
    assert response.status_code == 200
    page = Page("/articles/3/", 200, response.content.decode())
    (notice,) = [
        text for text in page.text("main .notice") if text.startswith("There is no official text")
    ]
    if "\x00" not in named:
        assert named in notice
    assert not page.document.query("main script")


CHOICES = "[aria-label='Official texts to show'] a[href]"


def test_each_text_can_be_added_or_taken_away_but_the_last() -> None:
    page = fetch("/articles/3/?lang=en,fa")
    choices = {
        words(node).rstrip(" ✓+"): (node.attrs["href"], node.attrs.get("aria-current"))
        for node in page.document.query(CHOICES)
    }
    assert choices == {
        "Remove English, Lamp Office": ("?lang=fa", "true"),
        "Add English, Ferry Gazette": ("?lang=en,fa,en-2", None),
        "Add Russian": ("?lang=en,fa,ru", None),
        "Remove Persian": ("?lang=en", "true"),
    }


def test_the_only_text_that_is_shown_is_no_link_since_one_always_is() -> None:
    page = fetch("/articles/3/")
    assert all("Add" in words(node) for node in page.document.query(CHOICES))
    (current,) = page.document.query(CHOICES.replace("a[href]", "span[aria-current]"))
    assert words(current) == "Shown: English, Lamp Office ✓"


def test_every_choice_leads_to_what_it_says() -> None:
    for choice in fetch("/articles/3/?lang=en,fa").document.query(CHOICES):
        query = choice.attrs["href"] or ""
        assert ",".join(shown(fetch(f"/articles/3/{query}"))) == query.removeprefix("?lang=")


def test_what_is_known_of_each_text_shown_is_said() -> None:
    assert known(fetch("/articles/3/?lang=en,ru,fa")) == [
        "Official text, English, Lamp Office: a translation. Where it was published, "
        "retrieved 5 January 2026.",
        "Official text, Russian: not known whether the treaty's own wording or a translation.",
        "Official text, Persian: the treaty's own wording.",
    ]
    link = first(fetch("/articles/3/"), "section[aria-labelledby=origin] a[rel]")
    assert link.attrs["href"] == "https://lamps.example/treaty"
    assert "external" in (link.attrs["rel"] or "")


def test_the_foot_of_every_page_keeps_official_text_and_restatement_apart() -> None:
    for path in ("/", "/articles/3/", "/treaty/", "/about/"):
        foot = fetch(path).text("footer")[0]
        assert "This site keeps two things apart: the official text, as it was published" in foot
        assert "Plain English, not the official text." not in foot, path


ALTERNATES = "link[rel=alternate][hreflang]"


@pytest.mark.parametrize("path", ["/articles/3/", "/preamble/", "/closing/", "/treaty/"])
@pytest.mark.parametrize("query", ["", "?lang=ru", "?lang=fa", "?lang=en-2", "?lang=en,ru"])
def test_search_engines_are_told_of_the_page_in_each_language(path: str, query: str) -> None:
    document = fetch(path + query).document
    addresses = [
        (node.attrs["hreflang"], (node.attrs["href"] or "").removeprefix(SITE))
        for node in document.query(ALTERNATES)
    ]
    assert addresses == [
        ("x-default", path),
        ("en", path),
        ("ru", f"{path}?lang=ru"),
        ("fa", f"{path}?lang=fa"),
    ]
    (canonical,) = document.query("link[rel=canonical]")
    is_kept = query in ("?lang=ru", "?lang=fa")
    assert canonical.attrs["href"] == SITE + path + (query if is_kept else "")


def test_a_paragraph_leads_search_engines_to_its_article_in_each_language() -> None:
    document = fetch("/articles/3/2/?lang=fa").document
    assert {node.attrs["href"] for node in document.query(ALTERNATES)} == {
        f"{SITE}/articles/3/",
        f"{SITE}/articles/3/?lang=ru",
        f"{SITE}/articles/3/?lang=fa",
    }


def test_from_the_start_page_each_language_is_one_link_away_and_stays() -> None:
    links = fetch("/").document.query("main dd a[hreflang]")
    assert [(node.to_text(), node.attrs["href"], node.attrs["lang"]) for node in links] == [
        ("English", "/treaty/?lang=en", "en"),
        ("Русский", "/treaty/?lang=ru", "ru"),
        ("فارسی", "/treaty/?lang=fa", "fa"),
    ]
    for path in ("/treaty/?lang=fa", "/themes/?lang=fa", "/questions/?lang=fa"):
        page = fetch(path)
        left = {"/treaty/", "/about/", "/themes/"} & page.links
        assert left == set(), path
        assert "/about/?lang=fa" in page.links
        forms = page.document.query("form[role=search] input[name=lang]")
        assert [node.attrs["value"] for node in forms] == ["fa"] * len(forms)
        assert forms
        assert not page.document.query("a[rel=nofollow][href='/about/?lang=fa']")
