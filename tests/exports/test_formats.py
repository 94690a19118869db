"""Every form of every article, paragraph and the treaty: there, sound, and as the page has it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from articles import treaty
from articles.edition import in_force
from articles.edition.edition import content_hashes
from articles.exports.catalogue import BY_SUFFIX, FORMATS, OF_ANY_PLACE
from articles.exports.extract import Extract
from articles.models import Article, Paragraph
from tests.exports.reading import PARSERS, WITH_TEXT, get, places, squeezed, unescaped, words_of
from tests.pages import SITE, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: object) -> dict[int, str]:
    """What the page of each article shows, by its number."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {
            article.number: fetch(article.get_absolute_url()).text("main")[0]
            for article in Article.objects.all()
        }


@pytest.mark.parametrize("suffix", [row.suffix for row in OF_ANY_PLACE])
def test_every_provision_can_be_had_and_parsed_with_the_content_hash_of_its_article(
    suffix: str,
) -> None:
    form, hashes = BY_SUFFIX[suffix], content_hashes(in_force())
    found = places()
    assert len(found) > 150
    for place in found:
        address = place.url.removesuffix("/")
        response = Client().get(f"{address}.{suffix}")
        assert response.status_code == 200, address
        assert response.headers["Content-Type"] == form.content_type
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert f'<{SITE}{address}/>; rel="canonical"' in response.headers["Link"]
        assert PARSERS[suffix](response.content), address
        assert hashes[place.article] in response.content.decode(), address


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_the_whole_treaty_can_be_had_in_every_form(form) -> None:  # type: ignore[no-untyped-def]
    response = Client().get(f"/treaty.{form.suffix}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == form.content_type
    if form.suffix in PARSERS:
        assert PARSERS[form.suffix](response.content)


def test_an_article_page_names_every_form_in_its_link_header_and_links_to_each() -> None:
    for page in ("/articles/3/", "/articles/3/3/", "/articles/22/2/3/", "/preamble/", "/closing/"):
        response = Client().get(page)
        named = re.findall(r'<([^>]+)>; rel="alternate"; type="([^"]+)"', response.headers["Link"])
        start = page.removesuffix("/")
        assert named == [(f"{SITE}{start}.{row.suffix}", row.media_type) for row in OF_ANY_PLACE]
        assert {f"{start}.{row.suffix}" for row in OF_ANY_PLACE} <= fetch(page).links


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_every_paragraph_and_point_is_there_in_the_words_of_the_page(
    suffix: str, shown: dict[int, str]
) -> None:
    for article in in_force().articles:
        page = words_of(shown[article.number])
        export = get(f"{article.get_absolute_url().removesuffix('/')}.{suffix}").decode()
        words = words_of(unescaped(suffix, export))
        for passage in article.passages():
            assert squeezed(passage.plain) in page
            assert squeezed(passage.plain) in words, (article, suffix)


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_every_form_says_whose_words_it_holds_and_from_which_data(suffix: str) -> None:
    version = in_force().version
    for address in ("/articles/3", "/articles/13/2", "/articles/22/2/3", "/closing", "/treaty"):
        export = unescaped(suffix, get(f"{address}.{suffix}").decode())
        assert "plain-englishedition" in re.sub(r"\s", "", export.casefold()), address
        assert "notthetreaty'swording" in re.sub(r"\s", "", export.casefold())
        assert version.digest in export, address


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("/articles/3/9.json", "Article 3 has 4 paragraphs; there is no paragraph 9."),
        ("/articles/22/2/7.json", "Article 22, paragraph 2 has 6 points; there is no point 7."),
        ("/closing/2.json", "The closing lines have 1 paragraph; there is no paragraph 2."),
        ("/articles/99.txt", "There is no article 99."),
        ("/articles/3.epub", "EPUB is available for the whole treaty only: /treaty.epub"),
    ],
)
def test_what_there_is_not_is_answered_with_the_reason_as_data(address: str, detail: str) -> None:
    response = Client().get(address)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == detail


def test_the_whole_treaty_holds_every_part_in_order() -> None:
    extract = Extract.model_validate_json(get("/treaty.json"))
    assert [row.number for row in extract.articles] == [*range(48), None]
    assert extract.articles[-1].label == "Closing lines"
    assert extract.treaty.in_force == "2025-10-02"


def test_the_page_of_data_links_to_every_form_of_the_treaty() -> None:
    page = fetch("/data/")
    assert {f"/treaty.{form.suffix}" for form in FORMATS} <= page.links
    for link in page.links:
        if link.startswith(("/treaty.", "/articles/3/3.")):
            get(link)


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_where_the_text_comes_from_is_said(suffix: str) -> None:
    for address in ("/articles/3", "/articles/22/2/3", "/set/3,5", "/treaty"):
        read = " ".join(unescaped(suffix, get(f"{address}.{suffix}").decode()).split())
        assert treaty.ORIGIN in read, address
        assert read.count(treaty.ORIGIN) == 1 or suffix in {"xml", "csv"}, address


def test_a_point_has_the_words_that_introduce_it_and_no_other_point() -> None:
    [article] = Extract.model_validate_json(get("/articles/22/2/3.json")).articles
    assert (article.place.code, article.chosen_point) == ("22.2.3", 3)
    [paragraph] = article.edition
    assert paragraph.text == Paragraph.objects.get(article=22, number=2).lines
    [point] = paragraph.points
    assert (point.label, point.id) == ("2.3.", "art_22__para_2__point_3")
    assert (point.url, point.short_url) == (f"{SITE}/articles/22/2/3/", f"{SITE}/22.2.3")


@pytest.mark.parametrize(
    ("suffix", "lines"),
    [
        ("md", ["**2** The two states", "**2.1.** scient"]),
        ("txt", ["2     The two states", "      2.1.  scient"]),
    ],
)
def test_paragraphs_and_points_stand_after_the_numbers_that_the_treaty_prints(
    suffix: str, lines: list[str]
) -> None:
    export = get(f"/articles/22/2.{suffix}").decode()
    for line in lines:
        assert f"\n{line}" in export
    alone = get(f"/articles/2.{suffix}").decode()
    assert not re.search(r"\n(\*\*)?1", alone)


def test_a_table_has_a_row_for_each_point_and_how_each_paragraph_binds() -> None:
    rows = PARSERS["csv"](get("/articles/22.csv"))
    assert isinstance(rows, list)
    assert [(row["paragraph"], row["point"], row["label"]) for row in rows] == [
        ("1", "", "1"),
        ("2", "", "2"),
        *(("2", str(point), f"2.{point}.") for point in range(1, 7)),
        ("3", "", "3"),
    ]
    assert {row["strength"] for row in rows} == {"duty"}
    [closing] = PARSERS["csv"](get("/closing.csv"))  # type: ignore[misc]
    assert (closing["article"], closing["id"]) == ("", "conclusions__para_1")


def test_json_says_how_each_paragraph_binds() -> None:
    for row in Paragraph.objects.all():
        address = row.place.url.removesuffix("/")
        [article] = Extract.model_validate_json(get(f"{address}.json")).articles
        assert [list(each.strength) for each in article.edition] == [row.strengths]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("/3.json", "/articles/3.json"),
        ("/3.3.txt", "/articles/3/3.txt"),
        ("/22.2.3.csl.json", "/articles/22/2/3.csl.json"),
        ("/0.2.md", "/preamble/2.md"),
        ("/closing.xml", "/closing.xml"),
    ],
)
def test_a_short_address_of_data_leads_to_the_full_one(short: str, full: str) -> None:
    response = Client().get(short, follow=True)
    assert response.request["PATH_INFO"] == full
    assert response.status_code == 200
