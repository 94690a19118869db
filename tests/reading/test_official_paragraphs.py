"""Paragraphs of official texts: their addresses, their numbers, and where texts differ in them."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.edition import in_force
from tests.official.texts import written
from tests.pages import fetch
from tests.reading.official import first, words

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("four_texts")]


def test_every_paragraph_of_every_text_has_an_address_where_it_is_marked() -> None:
    rows = [row for text in in_force().official_texts for row in text.paragraphs.all()]
    having = {row.place: row.official_text_id for row in rows if row.number}
    broken = []
    for place, slug in having.items():
        marked = fetch(f"{place.url}?lang={slug}").document.query(".paragraph-marked")
        if [node.attrs["id"] for node in marked] != [place.anchor]:
            broken.append(place.url)
    assert broken == []


def test_a_paragraph_that_only_the_official_text_has_is_a_page() -> None:
    page = fetch("/articles/36/2/")
    assert page.status == 200
    title = in_force().by_number[36].title
    assert page.text("title") == [f"Article 36, paragraph 2 · {title} — Iran–Russia Treaty"]
    marked = first(page, ".paragraph-marked")
    assert marked.attrs["aria-label"] == "Article 36, paragraph 2"
    assert "Tourists may climb the lighthouse" in words(marked)
    assert not marked.query(".ours, .strength")
    description = first(page, "meta[name=description]").attrs["content"]
    assert description == (
        "Official text, English, Lamp Office: Tourists may climb the lighthouse on Sundays."
    )
    canonical = first(page, "link[rel=canonical]").attrs["href"]
    assert canonical == "http://testserver/articles/36/"


def test_a_point_is_described_in_the_words_of_the_text_that_is_shown() -> None:
    for query, name in (("", "English, Lamp Office"), ("?lang=ru", "Russian")):
        page = fetch(f"/articles/22/2/3/{query}")
        slug = query.removeprefix("?lang=") or "en"
        (paragraph,) = [row for row in written(slug).articles[22].paragraphs if row.number == 2]
        label, text = paragraph.blocks[3]
        description = first(page, "meta[name=description]").attrs["content"] or ""
        said = f"Official text, {name}: {label} {text}"
        assert said.startswith(description.removesuffix(" …"))
        assert [node.attrs["id"] for node in page.document.query(".point-marked")] == [
            "art_22__para_2__point_3"
        ]


@pytest.mark.parametrize(
    ("short", "target"),
    [
        ("/30.3", "/articles/30/3/"),
        ("/36.2/", "/articles/36/2/"),
        ("/22.2.3", "/articles/22/2/3/"),
        ("/closing.1", "/closing/1/"),
    ],
)
def test_a_short_address_leads_to_a_provision_of_an_official_text(short: str, target: str) -> None:
    response = Client().get(short)
    assert (response.status_code, response["Location"]) == (301, target)
    assert fetch(target).status == 200


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/articles/30/9/", "Article 30 has 5 paragraphs; there is no paragraph 9."),
        ("/articles/36/7/", "Article 36 has 2 paragraphs; there is no paragraph 7."),
        ("/articles/36/2/1/", "Article 36, paragraph 2 has no points."),
        ("/preamble/20/", "The preamble has 7 recitals; there is no recital 20."),
        ("/closing/2/", "The closing lines have 1 paragraph; there is no paragraph 2."),
        ("/articles/4/0/", ""),
    ],
)
def test_a_paragraph_that_no_text_has_is_not_found(path: str, said: str) -> None:
    page = fetch(path)
    assert page.status == 404
    assert said in page.text("main")[0]


def test_words_before_the_first_number_come_first_and_have_no_number() -> None:
    page = fetch("/articles/4/")
    blocks = page.document.query(".paragraph")
    assert blocks[0].attrs["id"] == "art_4__intro"
    assert "the following rules shall apply" in words(blocks[0])
    assert not blocks[0].query(".paragraph-number, .paragraph-tools, .ours")
    numbers = [one.number for one in written("en").articles[4].paragraphs]
    ours = [row.number for row in in_force().by_number[4].paragraphs.all()]
    assert page.text("a.paragraph-number") == [str(n) for n in sorted({*numbers, *ours} - {0})]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/articles/30/", ["1", "2", "3", "4", "5"]),
        ("/articles/30/?lang=ru,fa", ["1", "2", "3", "4", "5"]),
        ("/articles/30/?lang=fa", ["۱", "۲", "۳", "۴", "۵"]),
        ("/articles/36/", ["1", "2"]),
        ("/articles/1/", ["¶"]),
        ("/articles/28/?lang=fa", ["¶"]),
        ("/closing/", ["¶"]),
    ],
)
def test_the_margin_has_the_number_that_all_texts_share(path: str, numbers: list[str]) -> None:
    assert fetch(path).text("a.paragraph-number") == numbers


@pytest.mark.parametrize(
    ("path", "is_said"),
    [
        ("/articles/15/", True),
        ("/preamble/", True),
        ("/articles/30/", False),
        ("/articles/1/", False),
        ("/closing/", False),
    ],
)
def test_the_page_says_where_the_text_prints_no_numbers(path: str, is_said: bool) -> None:
    said = "The official text does not number its paragraphs here; we count them."
    assert (said in fetch(path).text("main p.quiet")) is is_said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/articles/3/?lang=en,ru,fa",
            [
                "Paragraphs in each: English, Lamp Office: 4; Russian: 4; Persian: 3; "
                "our edition: 4."
            ],
        ),
        ("/articles/5/", ["Paragraphs in each: English, Lamp Office: 1; our edition: 4."]),
        (
            "/articles/30/?lang=ru,fa",
            ["Paragraphs in each: Russian: 4; Persian: 2; our edition: 5."],
        ),
        ("/articles/36/?lang=ru", ["Paragraphs in each: Russian: 2; our edition: 1."]),
        ("/preamble/", ["Recitals in each: English, Lamp Office: 5; our edition: 7."]),
        ("/articles/3/", []),
        ("/articles/28/", []),
        ("/closing/?lang=en,ru,fa", []),
    ],
)
def test_the_page_says_where_texts_are_divided_differently(path: str, said: list[str]) -> None:
    start = "The texts are divided differently. "
    lines = fetch(path).text("main p.quiet")
    assert [line.removeprefix(start) for line in lines if line.startswith(start)] == said


def test_the_number_and_link_of_a_paragraph_lead_to_pages_that_show_it() -> None:
    for query in ("", "?lang=ru", "?lang=fa,ru"):
        page = fetch(f"/articles/30/{query}")
        for link in page.document.query(".paragraph-number, .paragraph-tools a"):
            assert fetch(link.attrs["href"] or "").status == 200, link.attrs["href"]
