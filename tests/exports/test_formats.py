"""Every form of every article, paragraph and the treaty: there, sound, and as the page has it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import rispy
from django.test import Client
from markdown import Markdown
from pybtex.database import parse_string

from articles import treaty
from articles.exports.catalogue import BY_SUFFIX, FORMATS, OF_ANY_PLACE
from articles.exports.extract import Extract
from articles.exports.taking import content_hash
from articles.models import Article, DataVersion, Paragraph, Statement
from tests.invented import load_invented
from tests.pages import SITE, fetch

pytestmark = pytest.mark.django_db

WITH_TEXT = ("json", "jsonld", "xml", "md", "txt", "csv")
"""The forms that hold the words; the others are citations."""

Parse = Callable[[bytes], object]

PARSERS: dict[str, Parse] = {
    "json": Extract.model_validate_json,
    "jsonld": lambda body: json.loads(body)["@type"],
    "xml": ET.fromstring,
    "md": lambda body: Markdown().convert(body.decode()),
    "txt": lambda body: body.decode(),
    "csv": lambda body: list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), strict=True)),
    "bib": lambda body: parse_string(body.decode(), "bibtex").entries,
    "biblatex": lambda body: parse_string(body.decode(), "bibtex").entries,
    "ris": lambda body: rispy.loads(body.decode()),
    "csl.json": json.loads,
}
"""A parser that others wrote, or that stands for a program of theirs, for each form."""


def get(address: str, **headers: str) -> bytes:
    response = Client().get(address, headers=headers)
    assert response.status_code == 200, address
    return bytes(response.content)


def places() -> list[str]:
    """Every article and paragraph, as addresses without a slash at the end."""
    rows = [*Article.objects.all(), *Paragraph.objects.all()]
    return [row.get_absolute_url().removesuffix("/") for row in rows]


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line breaks and marks of a form do not matter."""
    return "".join(filter(str.isalnum, text))


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: object) -> dict[int, str]:
    """What the page of each article shows, by its number."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {
            article.number: fetch(article.get_absolute_url()).text("main")[0]
            for article in Article.objects.all()
        }


@cache
def words_of(markup: str) -> str:
    return squeezed(re.sub(r"<[^>]+>", " ", markup))


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


@pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
def test_accept_gives_the_same_bytes_as_the_suffix(form) -> None:  # type: ignore[no-untyped-def]
    for page in ("/articles/3/", "/articles/3/3/", "/preamble/", "/preamble/2/", "/treaty/"):
        response = Client().get(page, headers={"Accept": form.media_type})
        address = f"{page.removesuffix('/')}.{form.suffix}"
        assert response.content == get(address)
        assert response.headers["Content-Location"] == address
        assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "accept",
    [
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "*/*",
        "",
        "application/pdf",
        "nonsense",
        "text/html;q=0.9, application/json;q=0.1",
        ",;q=x",
    ],
)
def test_who_does_not_prefer_data_gets_the_page(accept: str) -> None:
    response = Client().get("/articles/3/", headers={"Accept": accept})
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Accept" in response.headers["Vary"]


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


def unescaped(suffix: str, export: str) -> str:
    """What a program reads out of a form, as far as words go."""
    if suffix in ("json", "jsonld"):
        return json.dumps(json.loads(export), ensure_ascii=False).replace("\\n", " ")
    if suffix == "xml":
        return " ".join(ET.fromstring(export.encode()).itertext())  # noqa: S314 - our own
    return export


def unconfirmed() -> list[tuple[str, str]]:
    """Every unconfirmed statement, with the address of its paragraph without the last slash."""
    rows = Statement.objects.filter(basis="unconfirmed", paragraph__isnull=False)
    found = [
        (row.paragraph.get_absolute_url().removesuffix("/"), row.plain)
        for row in rows.select_related("paragraph")
        if row.paragraph
    ]
    assert len(found) > 30
    return found


@pytest.mark.parametrize("suffix", [suffix for suffix in WITH_TEXT if suffix != "json"])
def test_nothing_unconfirmed_is_without_its_mark(suffix: str) -> None:
    for address, words in unconfirmed():
        read = squeezed(unescaped(suffix, get(f"{address}.{suffix}").decode())).casefold()
        before, *rest = read.split(squeezed(words).casefold())
        assert len(rest) == 1, (address, words)
        number = address.rpartition("/")[2]
        assert before.removesuffix(number).endswith("unconfirmed"), (address, words)


def test_nothing_unconfirmed_is_without_its_basis_in_the_json() -> None:
    for address, words in unconfirmed():
        article = json.loads(get(f"{address}.json"))["articles"][0]
        statements = [row for part in article["edition"] for row in part["statements"]]
        found = [row for row in statements if squeezed(row["text"]) == squeezed(words)]
        assert [row["basis"] for row in found] == ["unconfirmed"], words
        assert found[0]["settle"]


@pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
def test_one_content_hash_stands_in_every_form(form) -> None:  # type: ignore[no-untyped-def]
    for article in Article.objects.with_theme_list().with_text():
        address = article.get_absolute_url().removesuffix("/")
        assert content_hash(article) in get(f"{address}.{form.suffix}").decode()


@pytest.mark.parametrize("suffix", WITH_TEXT)
def test_every_form_says_whose_words_it_holds_and_from_which_data(suffix: str) -> None:
    version = DataVersion.objects.get()
    for address in ("/articles/3", "/articles/13/2", "/articles/36", "/treaty"):
        export = unescaped(suffix, get(f"{address}.{suffix}").decode())
        assert "plain-englishedition" in re.sub(r"\s", "", export.casefold()), address
        assert "notthetreaty'swording" in re.sub(r"\s", "", export.replace("It is ", "").casefold())
        assert version.digest in export, address


class TestTheContentHash:
    def test_it_changes_with_the_words_and_with_nothing_else(self) -> None:
        def hash_of() -> str:
            return content_hash(Article.objects.with_text().get(number=3))

        before = hash_of()
        Article.objects.filter(number=3).update(gist="Lamps.", keywords=["lamp"])
        assert hash_of() == before
        statement = Statement.objects.filter(paragraph__article=3).first()
        assert statement is not None
        Statement.objects.filter(pk=statement.pk).update(text="Lamps.")
        changed = hash_of()
        assert changed != before
        Statement.objects.filter(pk=statement.pk).update(text=statement.text, basis="unconfirmed")
        assert hash_of() not in (before, changed)

    def test_an_official_text_changes_it(self) -> None:
        before = content_hash(Article.objects.with_text().get(number=3))
        load_invented({"en": ("en", "", {3: {1: "The lake is lit by two lamps."}})})
        assert content_hash(Article.objects.with_text().get(number=3)) != before


class TestWithOfficialTexts:
    LAKES = {3: {1: "The lake is lit by two lamps.", 2: [("", "Boats:"), ("(a)", "are rowed.")]}}
    LAMPS = {3: {1: "Озеро освещено двумя лампами."}}

    @pytest.fixture(autouse=True)
    def texts(self) -> None:
        load_invented({"en": ("en", "Lake Office", self.LAKES), "ru": ("ru", "", self.LAMPS)})

    @pytest.mark.parametrize("suffix", ["json", "jsonld", "md", "txt", "csv"])
    def test_they_are_there_as_published_beside_our_words(self, suffix: str) -> None:
        export = unescaped(suffix, get(f"/articles/3.{suffix}").decode())
        for words in ("The lake is lit by two lamps.", "Boats:", "Озеро освещено двумя лампами."):
            assert words in re.sub(r"\s+", " ", export)
        assert "Lake Office" in export
        assert "Relations between the two states rest on these principles" in export

    def test_the_text_that_is_asked_for_leads(self) -> None:
        assert json.loads(get("/articles/3.json"))["lead"] == "en"
        assert json.loads(get("/articles/3.json?lang=ru"))["lead"] == "ru"
        assert json.loads(get("/articles/3.json?lang=xx"))["lead"] == "en"

    def test_our_paragraphs_are_never_paired_with_official_ones(self) -> None:
        article = json.loads(get("/articles/3.json"))["articles"][0]
        assert [row["text"] for row in article["official"]] == ["en", "ru"]
        assert [len(row["paragraphs"]) for row in article["official"]] == [2, 1]
        assert len(article["edition"]) == 4


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


class TestADossier:
    @pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
    def test_it_can_be_had_in_every_form(self, form) -> None:  # type: ignore[no-untyped-def]
        response = Client().get(f"/set/3.3,13,3.1.{form.suffix}")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == form.content_type
        assert PARSERS[form.suffix](response.content)
        assert response.headers["Link"].startswith(f'<{SITE}/set/3.3,13,3.1/>; rel="canonical"')

    def test_its_order_is_kept(self) -> None:
        extract = Extract.model_validate_json(get("/set/3.3,13,3.1.json"))
        assert [(row.number, row.chosen_paragraph) for row in extract.articles] == [
            (3, 3),
            (13, None),
            (3, 1),
        ]

    def test_each_place_has_an_entry_of_its_own_in_citation_files(self) -> None:
        entries = parse_string(get("/set/3.3,13,3.1.bib").decode(), "bibtex").entries
        assert len(entries) == 3
        assert len(json.loads(get("/set/3.3,13,3.1.csl.json"))) == 3

    @pytest.mark.parametrize("suffix", ["json", "txt", "md"])
    def test_what_is_not_there_is_said(self, suffix: str) -> None:
        export = get(f"/set/3,99.{suffix}").decode()
        assert "no article 99" in " ".join(export.split()).replace("Article 99: no", "no")

    def test_another_spelling_leads_to_the_one_address(self) -> None:
        response = Client().get("/set/3;%2013.json")
        assert (response.status_code, response.headers["Location"]) == (301, "/set/3,13.json")

    def test_nothing_understood_is_explained_as_data(self) -> None:
        response = Client().get("/set/lamps.json")
        assert response.status_code == 404
        assert "lamps" in response.json()["detail"]

    def test_accept_gives_it_at_the_pages_address(self) -> None:
        response = Client().get("/set/3.3,13/", headers={"Accept": "text/csv"})
        assert response.content == get("/set/3.3,13.csv")
        assert response.headers["Content-Location"] == "/set/3.3,13.csv"
