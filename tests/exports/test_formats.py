"""Every form of every article, paragraph and the treaty: there, sound, and as the page has it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from articles import treaty
from articles.exports.catalogue import BY_SUFFIX, FORMATS, OF_ANY_PLACE
from articles.exports.extract import Extract
from articles.models import Article, DataVersion
from tests.exports.reading import PARSERS, WITH_TEXT, get, places, squeezed, unescaped, words_of
from tests.pages import SITE, fetch

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: object) -> dict[int, str]:
    """What the page of each article shows, by its number."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {
            article.number: fetch(article.get_absolute_url()).text("main")[0]
            for article in Article.objects.all()
        }


@pytest.mark.parametrize("suffix", [row.suffix for row in OF_ANY_PLACE])
def test_every_article_and_paragraph_can_be_had_and_parsed(suffix: str) -> None:
    form = BY_SUFFIX[suffix]
    addresses = places()
    assert len(addresses) > 110
    for address in addresses:
        response = Client().get(f"{address}.{suffix}")
        assert response.status_code == 200, address
        assert response.headers["Content-Type"] == form.content_type
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert f'<{SITE}{address}/>; rel="canonical"' in response.headers["Link"]
        assert PARSERS[suffix](response.content), address


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_the_whole_treaty_can_be_had_in_every_form(form) -> None:  # type: ignore[no-untyped-def]
    response = Client().get(f"/treaty.{form.suffix}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == form.content_type
    if form.suffix in PARSERS:
        assert PARSERS[form.suffix](response.content)


def test_an_article_page_names_every_form_in_its_link_header_and_links_to_each() -> None:
    for page in ("/articles/3/", "/articles/3/3/", "/preamble/"):
        response = Client().get(page)
        named = re.findall(r'<([^>]+)>; rel="alternate"; type="([^"]+)"', response.headers["Link"])
        start = page.removesuffix("/")
        assert named == [(f"{SITE}{start}.{row.suffix}", row.media_type) for row in OF_ANY_PLACE]
        assert {f"{start}.{row.suffix}" for row in OF_ANY_PLACE} <= fetch(page).links


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_every_statement_is_there_in_the_words_of_the_page(
    suffix: str, shown: dict[int, str]
) -> None:
    for article in Article.objects.with_text():
        page = words_of(shown[article.number])
        export = get(f"{article.get_absolute_url().removesuffix('/')}.{suffix}").decode()
        words = words_of(unescaped(suffix, export))
        for paragraph in article.paragraphs.all():
            for statement in paragraph.statements.all():
                assert squeezed(statement.plain) in page
                assert squeezed(statement.plain) in words, (article, suffix)


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_every_form_says_whose_words_it_holds_and_from_which_data(suffix: str) -> None:
    version = DataVersion.objects.get()
    for address in ("/articles/3", "/articles/13/2", "/articles/36", "/treaty"):
        export = unescaped(suffix, get(f"{address}.{suffix}").decode())
        assert "plain-englishedition" in re.sub(r"\s", "", export.casefold()), address
        assert "notthetreaty'swording" in re.sub(r"\s", "", export.replace("It is ", "").casefold())
        assert version.digest in export, address


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("/articles/3/9.json", "This edition has 4 paragraphs of Article 3; there is no 9."),
        ("/articles/99.txt", "There is no article 99."),
        ("/articles/3.epub", "EPUB is made of the whole treaty only: /treaty.epub"),
    ],
)
def test_what_there_is_not_is_answered_with_the_reason_as_data(address: str, detail: str) -> None:
    response = Client().get(address)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == detail


def test_the_whole_treaty_holds_every_part_in_order() -> None:
    extract = Extract.model_validate_json(get("/treaty.json"))
    assert [row.number for row in extract.articles] == list(treaty.NUMBERS)
    assert extract.treaty.in_force == "2025-10-02"
    assert {
        key
        for row in extract.articles
        for p in row.edition
        for s in p.statements
        for key in s.sources
    } == {source.key for source in extract.sources}


def test_the_page_of_data_links_to_every_form_of_the_treaty() -> None:
    page = fetch("/data/")
    assert {f"/treaty.{form.suffix}" for form in FORMATS} <= page.links
    for link in page.links:
        if link.startswith(("/treaty.", "/articles/3/3.")):
            get(link)
