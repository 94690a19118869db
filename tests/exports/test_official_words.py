"""Exports that hold official texts: whose words, on what terms, and harmless to who reads them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from articles.edition import Edition
from articles.exports.catalogue import OF_ANY_PLACE
from articles.models import Paragraph
from tests.exports.reading import get, squeezed, unescaped
from tests.invented import EditionWith, put_in_force
from tests.pages import SITE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

ENGLISH = {
    3: {1: "The lake is lit by two lamps.", 2: [("", "Boats:"), ("(a)", "are rowed.")]},
    5: {1: "=HYPERLINK(1)", 2: [("-", "a rope"), ("-", "an oar")], 3: "@keeper", 4: "+1 lamp"},
}

RUSSIAN = {3: {1: "Озеро освещено двумя лампами.", 9: "Маяк."}, 4: {1: "Туман."}}


SOURCE = "https://lake.example/treaty"


@pytest.fixture(scope="module")
def lakes(edition_with: EditionWith) -> Edition:
    made = edition_with({"en": ("en", "Lake Office", ENGLISH), "ru": ("ru", "", RUSSIAN)})
    english, russian = made.official_texts
    english.wording, english.url, russian.wording = "translation", SOURCE, "own"
    return made


@pytest.fixture
def texts(lakes: Edition) -> None:
    put_in_force(lakes)


def entity_of(page: Page) -> dict[str, Any]:
    [script] = page.document.query('script[type="application/ld+json"]')
    entity: dict[str, Any] = json.loads(script.to_text())["mainEntity"]
    return entity


@pytest.mark.usefixtures("texts")
class TestWhoseWords:
    @pytest.mark.parametrize("suffix", ["jsonld", "md", "txt", "csv"])
    def test_each_text_is_said_to_be_a_translation_or_the_treatys_own(self, suffix: str) -> None:
        export = " ".join(unescaped(suffix, get(f"/articles/3.{suffix}").decode()).split())
        assert re.search(r"Official text, English, Lake Office\W+a translation", export, re.I)
        assert re.search(r"Official text, Russian\W+the treaty's own wording", export, re.I)

    @pytest.mark.parametrize("suffix", ["jsonld", "md", "txt"])
    def test_the_notice_on_our_words_does_not_claim_the_official_ones(self, suffix: str) -> None:
        export = " ".join(unescaped(suffix, get(f"/articles/3.{suffix}").decode()).split())
        before, notice, _ = export.partition("A plain-English edition, not the treaty's wording;")
        assert notice
        assert before.endswith("each named as such. All else is ours. ")

    @pytest.mark.parametrize("suffix", [row.suffix for row in OF_ANY_PLACE])
    def test_where_an_official_text_comes_from_is_in_every_form(self, suffix: str) -> None:
        assert SOURCE in get(f"/articles/3.{suffix}").decode()
        assert SOURCE in get(f"/articles/3/1.{suffix}").decode()

    @pytest.mark.parametrize("suffix", ["json", "jsonld", "xml", "md", "txt", "csv"])
    def test_our_licence_is_not_given_for_official_words(self, suffix: str) -> None:
        assert LICENCE not in Client().get(f"/articles/3.{suffix}").headers["Link"]

    def test_without_official_words_it_is_given(self) -> None:
        for address in ("/articles/3.bib", "/articles/30.json"):
            assert f'<{LICENCE}>; rel="license"' in Client().get(address).headers["Link"]

    def test_linked_data_gives_it_for_our_paragraphs_only(self) -> None:
        data = json.loads(get("/articles/3.jsonld"))
        assert "license" not in data
        ours = [part for part in data["hasPart"] if part["creditText"].startswith("Plain-English")]
        assert len(ours) == 4
        assert {part["license"] for part in ours} == {LICENCE}
        assert not any("license" in part for part in data["hasPart"] if part not in ours)
        assert "license" not in entity_of(fetch("/data/"))

    def test_an_official_document_in_xml_is_not_under_our_licence(self) -> None:
        export = get("/articles/3.xml").decode()
        assert LICENCE not in export
        assert "A plain-English edition, not the treaty's wording;" not in export


@pytest.mark.usefixtures("texts")
class TestThePageAndItsData:
    @pytest.mark.parametrize(
        "query", ["", "?lang=ru", "?lang=ru,en", "?lang=xx", "?lang=en&q=lamp"]
    )
    @pytest.mark.parametrize("path", ["/articles/3/", "/articles/3/1/", "/articles/4/"])
    def test_structured_data_has_no_words_that_the_page_does_not_show(
        self, path: str, query: str
    ) -> None:
        page = fetch(path + query)
        shown = squeezed(page.text(".text")[0])
        parts = entity_of(page)["hasPart"]
        assert parts
        for part in parts:
            for line in part["text"].split("\n"):
                assert squeezed(line) in shown, (path, query, line)

    def test_the_data_of_a_page_in_another_language_is_in_that_language(self) -> None:
        page = fetch("/articles/3/1/?lang=ru")
        assert {"/articles/3/1.json?lang=ru", "/articles/3/1.bib?lang=ru"} <= page.links
        assert "/articles/3/1.json" not in page.links
        link = Client().get("/articles/3/1/?lang=ru").headers["Link"]
        assert f"<{SITE}/articles/3/1.json?lang=ru>" in link

    def test_what_is_shared_is_what_is_shown(self) -> None:
        page = fetch("/articles/3/1/?lang=ru&q=lamp")
        [link] = page.document.query(".paragraph-marked .share + [rel=bookmark]")
        assert link.attrs["data-copy"] == f"{SITE}/3.1?lang=ru"

    def test_a_selection_says_in_xml_what_the_text_that_it_holds_lacks(self) -> None:
        root = ET.fromstring(get("/set/3.9,3.4,3.1.xml"))  # noqa: S314 - our own
        said = " ".join("".join(root.itertext()).split())
        assert "The lake is lit by two lamps." in said
        assert (
            "Of what was asked for, the official text, English, Lake Office, lacks: "
            "Article 3, paragraph 9; Article 3, paragraph 4."
        ) in said

    def test_a_publisher_with_a_character_that_xml_cannot_hold_spoils_no_form(
        self, edition_with: EditionWith
    ) -> None:
        put_in_force(edition_with({"en": ("en", "Lake\x0bOffice", ENGLISH)}))
        ET.fromstring(get("/articles/3.xml"))  # noqa: S314 - our own


@pytest.mark.usefixtures("texts")
class TestTheWords:
    @pytest.mark.parametrize("suffix", ["json", "jsonld", "md", "txt", "csv"])
    def test_they_are_there_as_published_beside_our_words(self, suffix: str) -> None:
        export = unescaped(suffix, get(f"/articles/3.{suffix}").decode())
        for words in ("The lake is lit by two lamps.", "Boats:", "Озеро освещено двумя лампами."):
            assert words in re.sub(r"\s+", " ", export)
        assert "Lake Office" in export
        assert squeezed(Paragraph.objects.get(article=3, number=1).plain) in squeezed(export)

    def test_the_text_that_is_asked_for_leads(self) -> None:
        assert json.loads(get("/articles/3.json"))["lead"] == "en"
        assert json.loads(get("/articles/3.json?lang=ru"))["lead"] == "ru"
        assert json.loads(get("/articles/3.json?lang=xx"))["lead"] == "en"

    def test_json_has_the_paragraphs_of_each_text_by_number(self) -> None:
        article = json.loads(get("/articles/3.json"))["articles"][0]
        numbers = {
            row["text"]: [each["number"] for each in row["paragraphs"]]
            for row in article["official"]
        }
        assert numbers == {"en": [1, 2], "ru": [1, 9]}
        assert [row["number"] for row in article["edition"]] == [1, 2, 3, 4]
        [theirs] = json.loads(get("/articles/3/1.json"))["articles"]
        assert [row["text"] for row in theirs["official"]] == ["en", "ru"]
        assert [row["number"] for row in theirs["edition"]] == [1]
        [ours] = json.loads(get("/articles/3/3.json"))["articles"]
        assert (ours["official"], [row["number"] for row in ours["edition"]]) == ([], [3])

    @pytest.mark.parametrize("suffix", ["md", "txt"])
    def test_each_paragraph_stands_in_every_text_before_the_next(self, suffix: str) -> None:
        ours = [row.plain for row in Paragraph.objects.filter(article=3)]
        wanted = [
            "The lake is lit by two lamps.",
            "Озеро освещено двумя лампами.",
            ours[0],
            "Boats:",
            ours[1],
            ours[2],
            ours[3],
            "Маяк.",
        ]
        export = squeezed(get(f"/articles/3.{suffix}").decode())
        found = [export.index(squeezed(words)) for words in wanted]
        assert found == sorted(found)

    def test_tables_and_linked_data_have_the_same_order(self) -> None:
        rows = csv.DictReader(io.StringIO(get("/articles/3.csv").decode("utf-8-sig")))
        order = [(row["paragraph"], row["edition"]) for row in rows]
        assert order == [
            ("1", "en"),
            ("1", "ru"),
            ("1", "plain"),
            ("2", "en"),
            ("2", "plain"),
            ("3", "plain"),
            ("4", "plain"),
            ("9", "ru"),
        ]
        parts = json.loads(get("/articles/3.jsonld"))["hasPart"]
        assert [part["identifier"].removeprefix("art_3__para_") for part in parts] == [
            paragraph for paragraph, _ in order
        ]


class TestPoints:
    """Points that the treaty has are aligned with ours by their place, whatever their labels."""

    @pytest.fixture(autouse=True)
    def lamps(self, edition_with: EditionWith) -> None:
        blocks = [("", "Лампы:"), ("а)", "масло;"), ("", "или газ;"), ("б)", "фитиль.")]
        put_in_force(edition_with({"ru": ("ru", "", {22: {2: blocks}})}))

    def test_json_says_to_which_point_each_block_belongs(self) -> None:
        article = json.loads(get("/articles/22.json"))["articles"][0]
        [paragraph] = article["official"][0]["paragraphs"]
        assert [(block["label"], block["point"]) for block in paragraph["blocks"]] == [
            ("", None),
            ("а)", 1),
            ("", 1),
            ("б)", 2),
        ]

    def test_a_point_is_given_with_the_words_that_introduce_it(self) -> None:
        [article] = json.loads(get("/articles/22/2/2.json"))["articles"]
        [paragraph] = article["official"][0]["paragraphs"]
        assert [block["text"] for block in paragraph["blocks"]] == ["Лампы:", "фитиль."]
        assert article["lead"] == "ru"
        [lacking] = json.loads(get("/articles/22/2/3.json"))["articles"]
        assert (lacking["official"], lacking["lead"]) == ([], "plain")

    def test_a_table_has_a_row_for_each(self) -> None:
        rows = csv.DictReader(io.StringIO(get("/articles/22/2.csv").decode("utf-8-sig")))
        assert [
            (row["point"], row["label"], row["id"], row["text"])
            for row in rows
            if row["edition"] == "ru"
        ] == [
            ("", "2", "art_22__para_2", "Лампы:"),
            ("1", "а)", "art_22__para_2__point_1", "масло;\nили газ;"),
            ("2", "б)", "art_22__para_2__point_2", "фитиль."),
        ]
