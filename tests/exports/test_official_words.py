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

from articles.exports.catalogue import OF_ANY_PLACE
from articles.models import DataVersion, OfficialText
from tests.exports.reading import get, squeezed, unescaped
from tests.invented import load_invented
from tests.pages import SITE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

ENGLISH = {
    3: {1: "The lake is lit by two lamps.", 2: [("", "Boats:"), ("(a)", "are rowed.")]},
    5: {1: "=HYPERLINK(1)", 2: [("-", "a rope"), ("-", "an oar")], 3: "@keeper", 4: "+1 lamp"},
}

RUSSIAN = {3: {1: "Озеро освещено двумя лампами.", 9: "Маяк."}, 4: {1: "Туман."}}


@pytest.fixture
def texts() -> None:
    load_invented({"en": ("en", "Lake Office", ENGLISH), "ru": ("ru", "", RUSSIAN)})
    OfficialText.objects.filter(slug="en").update(wording="translation")
    OfficialText.objects.filter(slug="ru").update(wording="own")


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
        before, notice, _ = export.partition("A plain-English edition in our own words")
        assert notice
        assert before.endswith("each named as such. All other words are ours. ")

    @pytest.mark.parametrize("suffix", [row.suffix for row in OF_ANY_PLACE])
    def test_where_an_official_text_comes_from_is_in_every_form(self, suffix: str) -> None:
        source = "https://lake.example/treaty"
        OfficialText.objects.filter(slug="en").update(url=source)
        DataVersion.objects.update(digest="0" * 64)
        assert source in get(f"/articles/3.{suffix}").decode()
        assert source in get(f"/articles/3/1.{suffix}").decode()

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
        assert "A plain-English edition in our own words" not in export

    @pytest.mark.parametrize("suffix", ["md", "txt"])
    def test_our_grade_of_evidence_is_not_said_of_official_words(self, suffix: str) -> None:
        linked = json.loads(get("/articles/3/9.jsonld"))
        assert linked["creativeWorkStatus"] == "Official text only, not restated here"
        said = get(f"/articles/3.{suffix}").decode()
        assert "How well reports bear out our words: Reported." in said
        assert "Official text only, not restated here." in get(f"/articles/3/9.{suffix}").decode()
        rows = csv.DictReader(io.StringIO(get("/articles/3.csv").decode("utf-8-sig")))
        assert {(row["basis"] == "official", row["evidence of our words"]) for row in rows} == {
            (True, ""),
            (False, "Reported"),
        }


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
            for line in part["text"].replace("[Unconfirmed]", "").split("\n"):
                assert squeezed(line) in shown, (path, query, line)

    def test_the_data_of_a_page_in_another_language_is_in_that_language(self) -> None:
        page = fetch("/articles/3/1/?lang=ru")
        assert {"/articles/3/1.json?lang=ru", "/articles/3/1.bib?lang=ru"} <= page.links
        assert "/articles/3/1.json" not in page.links
        link = Client().get("/articles/3/1/?lang=ru").headers["Link"]
        assert f"<{SITE}/articles/3/1.json?lang=ru>" in link

    def test_what_is_shared_is_what_is_shown(self) -> None:
        [share] = fetch("/articles/3/1/?lang=ru&q=lamp").document.query("button.share")
        assert share.attrs["data-url"] == f"{SITE}/articles/3/1/?lang=ru"

    def test_a_dossier_says_in_xml_what_the_text_that_it_holds_lacks(self) -> None:
        root = ET.fromstring(get("/set/3.9,3.4,3.1.xml"))  # noqa: S314 - our own
        said = " ".join("".join(root.itertext()).split())
        assert "The lake is lit by two lamps." in said
        assert (
            "Of what was asked for, the official text, English, Lake Office, lacks: "
            "Article 3, paragraph 9; Article 3, paragraph 4."
        ) in said

    def test_a_publisher_with_a_character_that_xml_cannot_hold_spoils_no_form(self) -> None:
        OfficialText.objects.filter(slug="en").update(publisher="Lake\x0bOffice")
        load_invented({"fa": ("fa", "", {3: {1: "چراغ."}})})
        ET.fromstring(get("/articles/3.xml"))  # noqa: S314 - our own


@pytest.mark.usefixtures("texts")
class TestTheWords:
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
        assert [len(row["paragraphs"]) for row in article["official"]] == [2, 2]
        assert len(article["edition"]) == 4

    def test_a_number_that_an_official_text_has_is_that_of_its_paragraph_alone(self) -> None:
        [theirs] = json.loads(get("/articles/3/1.json"))["articles"]
        assert ([row["text"] for row in theirs["official"]], theirs["edition"]) == (
            ["en", "ru"],
            [],
        )
        [ours] = json.loads(get("/articles/3/3.json"))["articles"]
        assert (ours["official"], [row["number"] for row in ours["edition"]]) == ([], [3])
