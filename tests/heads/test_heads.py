"""What every page tells search engines, chats and programs: the same as it shows readers."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from articles import treaty
from articles.edition import in_force
from articles.models import Article, Card, Event
from tests.invented import load_invented
from tests.pages import SITE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SINGLE = [
    *("/", "/articles/", "/articles/?q=oil&theme=energy", "/themes/", "/themes/energy/"),
    *("/mentions/", "/mentions/caspian-sea/", "/treaty/", "/timeline/", "/background/"),
    "/obligations/",
    "/sources/",
    *("/about/", "/thesaurus/", "/words/", "/words/energy/", "/verify/", "/data/", "/set/"),
    *("/set/3,5.2/", "/articles/3/cite/", "/articles/3/3/cite/", "/articles/3/compare/"),
    *("/preamble/cite/", "/closing/cite/", "/treaty/cite/", "/set/3,5.2/cite/"),
    *("/articles/22/2/3/cite/", "/set/22.2.3,closing/"),
]


def addresses() -> list[str]:
    edition = in_force()
    rows = [*edition.articles, *edition.themes]
    passages = [row for article in edition.articles for row in article.passages()]
    return [
        *SINGLE,
        *(row.get_absolute_url() for row in rows),
        *(row.place.url for row in passages),
    ]


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: object) -> dict[str, Page]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {path: fetch(path) for path in addresses()}


def data_of(page: Page) -> dict[str, Any]:
    scripts = page.document.query('script[type="application/ld+json"]')
    assert len(scripts) == 1, page.path
    data: dict[str, Any] = json.loads(scripts[0].to_text())
    return data


def meta_of(page: Page, name: str) -> str:
    found = page.document.query(f'meta[property="{name}"], meta[name="{name}"]')
    assert len(found) == 1, (page.path, name)
    return found[0].attrs["content"] or ""


def test_structured_data_and_previews_say_what_the_page_says(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.status == 200, path
        data = data_of(page)
        title = page.text("title")[0]
        assert f"{data['name']} — {treaty.SHORT_TITLE}" == title == meta_of(page, "og:title"), path
        description = meta_of(page, "description")
        assert data["description"] == description == meta_of(page, "og:description"), path
        assert data["url"] == data["@id"] == meta_of(page, "og:url"), path
        assert urlsplit(data["url"]).path == urlsplit(path).path
        assert meta_of(page, "twitter:card") == "summary_large_image"


def test_no_structured_data_holds_a_path_for_an_address_or_a_script(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        text = page.document.query('script[type="application/ld+json"]')[0].to_text()
        assert "<" not in text, path
        keys = "@id|url|item|contentUrl|urlTemplate|image|license"
        found = re.findall(rf'"({keys})":"([^"]*)"', text)
        assert len(found) > 4, path
        for key, value in found:
            assert value.startswith("http"), (path, key, value)


def test_the_breadcrumbs_in_the_data_are_those_on_the_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        shown = [
            (" ".join(link.to_text().split()), SITE + (link.attrs["href"] or "").partition("?")[0])
            for link in page.document.query(".crumbs a")  # which may take a selection along
        ]
        trail = data_of(page).get("breadcrumb", {"itemListElement": []})["itemListElement"]
        assert [(row["name"], row["item"]) for row in trail][:-1] == shown, path
        assert [row["position"] for row in trail] == list(range(1, len(trail) + 1))
    trail = data_of(pages["/articles/3/3/"])["breadcrumb"]["itemListElement"]
    assert [row["item"] for row in trail] == [
        f"{SITE}/articles/",
        f"{SITE}/articles/3/",
        f"{SITE}/articles/3/3/",
    ]


def squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_an_articles_data_has_its_paragraphs_and_points_in_the_words_of_the_page(
    pages: dict[str, Page],
) -> None:
    for article in Article.objects.prefetch_related("paragraphs__points"):
        page = pages[article.get_absolute_url()]
        entity = data_of(page)["mainEntity"]
        assert entity["name"] == article.heading
        assert entity["identifier"] == article.anchor
        assert entity["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
        assert treaty.ORIGIN in entity["usageInfo"]
        shown = squeezed(page.text(".text")[0])
        parts = [each for part in entity["hasPart"] for each in (part, *part.get("hasPart", ()))]
        assert [part["identifier"] for part in parts] == [
            row.place.anchor for row in article.passages()
        ]
        for part in parts:
            assert part["identifier"] in page.ids
            for line in part["text"].split("\n"):
                assert squeezed(line) in shown, (article, line)


def test_a_paragraph_has_a_head_of_its_own_and_leaves_search_engines_the_article() -> None:
    page = fetch("/articles/3/3/")
    assert page.text("title") == [
        "Article 3, paragraph 3 · Principles of relations and conduct in case of aggression"
        " — Iran–Russia Treaty"
    ]
    assert meta_of(page, "og:url") == f"{SITE}/articles/3/3/"
    canonical = page.document.query("link[rel=canonical]")
    assert [link.attrs["href"] for link in canonical] == [f"{SITE}/articles/3/"]
    assert meta_of(page, "description").startswith(
        "In plain English: If either state is subjected to aggression"
    )
    entity = data_of(page)["mainEntity"]
    assert entity["name"] == "Article 3, paragraph 3"
    assert [part["identifier"] for part in entity["hasPart"]] == ["art_3__para_3"]
    assert page.document.query(".paragraph-marked#art_3__para_3")


def test_a_point_has_a_head_of_its_own_and_leaves_search_engines_the_article() -> None:
    page = fetch("/articles/28/1/4/")
    title = "Article 28, point 4 · Health care — Iran–Russia Treaty"
    assert page.text("title") == [title]
    assert meta_of(page, "og:url") == f"{SITE}/articles/28/1/4/"
    canonical = page.document.query("link[rel=canonical]")
    assert [link.attrs["href"] for link in canonical] == [f"{SITE}/articles/28/"]
    assert meta_of(page, "description").startswith("In plain English: state regulation of")
    entity = data_of(page)["mainEntity"]
    assert entity["name"] == "Article 28, point 4"
    assert entity["identifier"] == "art_28__para_1__point_4"
    (paragraph,) = entity["hasPart"]
    assert [part["identifier"] for part in paragraph["hasPart"]] == ["art_28__para_1__point_4"]
    assert entity["isPartOf"]["isPartOf"]["@id"] == f"{SITE}/articles/28/"


def test_every_page_shows_a_card_that_is_there_and_the_right_one() -> None:
    wanted = {
        "/": "site",
        "/about/": "site",
        "/articles/3/": "article-3",
        "/articles/3/3/": "article-3-3",
        "/articles/22/2/3/": "article-22-2-3",
        "/articles/28/1/4/": "article-28-1-4",
        "/questions/gas-hub/": "question-gas-hub",
        "/preamble/": "article-0",
        "/closing/": "article-48",
        "/themes/energy/": "theme-energy",
    }
    for path, name in wanted.items():
        page = fetch(path)
        card = Card.objects.get(name=name)
        assert meta_of(page, "og:image") == SITE + card.get_absolute_url()
        assert meta_of(page, "og:image:alt") == card.alt
        assert data_of(page)["image"] == SITE + card.get_absolute_url()
        assert Client().get(card.get_absolute_url()).status_code == 200


def test_a_page_in_another_language_has_the_card_of_that_language() -> None:
    load_invented({"en": ("en", "", {3: {1: "A lamp."}}), "ru": ("ru", "", {3: {1: "Лампа."}})})
    Card.objects.create(name="article-3-ru", alt="Лампа", drawn_from="1", digest="2" * 64, png=b"")
    assert "article-3-ru" in meta_of(fetch("/articles/3/?lang=ru"), "og:image")
    assert "article-3-ru" not in meta_of(fetch("/articles/3/"), "og:image")


def test_a_second_text_in_a_language_has_the_card_with_its_own_words() -> None:
    load_invented({"en": ("en", "", {3: {1: "A lamp."}}), "en-2": ("en", "", {3: {1: "A boat."}})})
    Card.objects.create(name="article-3-en-2", alt="Boat", drawn_from="1", digest="2" * 64, png=b"")
    assert "article-3-en-2" in meta_of(fetch("/articles/3/?lang=en-2"), "og:image")
    assert "article-3-en-2" not in meta_of(fetch("/articles/3/"), "og:image")


def test_views_of_a_page_are_not_for_search_engines() -> None:
    for path in ("/articles/3/cite/", "/set/3,5.2/", "/words/lamp/", "/nothing-here/"):
        assert meta_of(fetch(path), "robots") == "noindex"
    assert not fetch("/articles/3/").document.query("meta[name=robots]")


def test_the_start_page_says_how_to_search_and_what_the_treaty_is() -> None:
    data = data_of(fetch("/"))
    action = data["isPartOf"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}/articles/?q={{search_term_string}}"
    assert data["mainEntity"]["legislationDate"] == "2025-01-17"
    assert data["mainEntity"]["legislationDateOfApplicability"] == "2025-10-02"


def test_the_dates_of_the_treaty_are_those_of_the_timeline() -> None:
    assert Event.objects.get(kind="signature").date == treaty.SIGNED.isoformat()
    assert Event.objects.get(kind="entry-into-force").date == treaty.IN_FORCE.isoformat()


def test_lists_of_articles_name_their_data() -> None:
    for path, data in (
        ("/articles/?q=oil&theme=energy", "/articles.json?q=oil&theme=energy"),
        ("/articles/", "/articles.json"),
        ("/themes/energy/", "/articles.json?theme=energy"),
    ):
        link = Client().get(path).headers["Link"]
        assert link == f'<{SITE}{data}>; rel="alternate"; type="application/json"'
        assert Client().get(data).status_code == 200


def test_a_paragraph_in_our_words_alone_is_called_so() -> None:
    place = "Article 3, paragraph 1 of the Iran–Russia Treaty{} Whole article"
    assert fetch("/articles/3/1/").text(".place") == [place.format(", in our own words")]
    load_invented({"en": ("en", "Lamp Office", {3: {1: "A lamp."}})})
    assert fetch("/articles/3/1/").text(".place") == [place.format("")]


def test_the_data_is_under_our_licence_where_all_of_it_is_ours() -> None:
    entity = data_of(fetch("/data/"))["mainEntity"]
    assert entity["license"] == "https://creativecommons.org/licenses/by/4.0/"
