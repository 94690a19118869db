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
from markdown_it import MarkdownIt

from articles.exports.formats.markdown import escaped
from articles.exports.formats.plain_text import hanging
from articles.models import OfficialText
from tests.exports.test_formats import get, unescaped
from tests.invented import load_invented
from tests.pages import SITE, Page, fetch

pytestmark = pytest.mark.django_db

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


def squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))


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
class TestWordsThatProgramsCouldRun:
    def test_no_cell_of_a_table_begins_as_a_formula_does(self) -> None:
        rows = list(csv.DictReader(io.StringIO(get("/articles/5.csv").decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [row["text"] for row in rows[:4]] == [
            "'=HYPERLINK(1)",
            "'- a rope\n- an oar",
            "'@keeper",
            "'+1 lamp",
        ]

    @pytest.mark.parametrize(
        "words",
        [
            "# A lamp",
            "a) A lamp",
            "(a) a lamp",
            "iv. a lamp",
            "1) a lamp",
            "(1) A lamp",
            "– a lamp",
            "---",
            "===",
            "A lamp\n---",
            "A lamp\n===",
            "> lamp",
            "[a lamp](javascript:alert(1))",
            "![a](https://lake.example/x.png)",
            "<script>alert(1)</script>",
            "&lt;b&gt; &copy; &#60;",
            "*a* _b_ `c` ~~d~~ $e$ a^b^ \\alpha",
            "| a | b |\n|---|---|",
            ": a lamp",
            "    a lamp",
            "https://lake.example @keeper",
        ],
    )
    def test_markdown_gives_the_words_back_as_they_are_and_nothing_else(self, words: str) -> None:
        made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(words))
        assert re.findall("<([a-z0-9]+)", made) == ["p"]
        plain = MarkdownIt("commonmark").parseInline(escaped(words.strip()))
        said = "".join(token.content or "\n" for token in plain[0].children or ())
        assert said.split() == words.split()


def test_lists_of_pandoc_are_no_lists_either() -> None:
    assert [escaped(label) for label in ("a) x", "(b) x", "iv. x", "12. x", "#. x", "(@) x")] == [
        r"a\) x",
        r"(b\) x",
        r"iv\. x",
        r"12\. x",
        r"\#. x",
        r"(\@) x",
    ]


def test_a_long_number_stands_apart_from_its_words_in_plain_text() -> None:
    assert hanging("(xviii)", "The lamp.") == "(xviii) The lamp."
    assert hanging("(xvi)", "The lamp.") == "(xvi) The lamp."


class TestNumbersThatAreNotConfirmed:
    @pytest.mark.parametrize("suffix", ["md", "txt"])
    def test_what_brackets_mean_is_said_where_there_are_any(self, suffix: str) -> None:
        said = "A number in brackets before a paragraph is not known to be the treaty's."
        assert said in " ".join(get(f"/articles/6.{suffix}").decode().split())
        assert said not in " ".join(get(f"/articles/3.{suffix}").decode().split())

    def test_the_table_says_what_each_number_is_worth(self) -> None:
        def worth(address: str) -> list[str]:
            rows = csv.DictReader(io.StringIO(get(address).decode("utf-8-sig")))
            return [row["what the number is worth"] for row in rows]

        assert set(worth("/articles/3.csv")) == {"The treaty's number, as reported"}
        assert set(worth("/articles/6.csv")) == {
            "Believed to be the treaty's number; not confirmed"
        }
        assert set(worth("/preamble.csv")) == {
            "The place of the recital, as reported",
            "The likely place of the recital; not confirmed",
        }
        load_invented({"en": ("en", "", {3: {1: "A lamp."}})})
        assert worth("/articles/3.csv")[0] == "Printed: 1"
        OfficialText.objects.get().paragraphs.update(label="")
        load_invented({"ru": ("ru", "", {4: {1: "Лампа."}})})
        assert worth("/articles/3.csv")[0] == "Counted here; the text prints none"

    def test_linked_data_says_it_too(self) -> None:
        parts = json.loads(get("/articles/6.jsonld"))["hasPart"]
        assert {part["disambiguatingDescription"] for part in parts} == {
            "Believed to be the treaty's number; not confirmed"
        }
        parts = json.loads(get("/articles/3.jsonld"))["hasPart"]
        assert not any("disambiguatingDescription" in part for part in parts)

    def test_akoma_ntoso_says_of_recitals_that_their_place_is_known_and_not_a_number(self) -> None:
        root = get("/preamble.xml").decode()
        assert 'refersTo="#place_confirmed"' in root
        assert 'refersTo="#numbering_' not in root


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*;q=0.1, application/json", "application/json"),
        ("text/html;q=0.5, application/json", "application/json"),
        ("text/html;q=0.5,text/csv;q=0.6,*/*;q=0.1", "text/csv"),
        ("application/json, text/plain, */*", "application/json"),
        ("application/*", "application/json"),
        ("text/*", "text/html"),
        ("text/html, application/json", "text/html"),
        ("application/json;q=0, */*", "text/html"),
        ("text/htmlx, */*;q=0.5", "text/html"),
        (", ".join(["*/*"] * 400), "text/html"),
        (", ".join(f"a{number}/b;q={number}" for number in range(400)), "text/html"),
    ],
)
def test_accept_gets_what_it_prefers(accept: str, media_type: str) -> None:
    response = Client().get("/articles/3/", headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize(
    ("page", "suffixed"),
    [
        ("/articles/3/", "/articles/3.json"),
        ("/articles/3/3/", "/articles/3/3.json"),
        ("/preamble/2/", "/preamble/2.json"),
        ("/treaty/", "/treaty.json"),
        ("/set/3,12.2/", "/set/3,12.2.json"),
    ],
)
def test_a_file_has_one_name_however_it_was_asked_for(page: str, suffixed: str) -> None:
    by_accept = Client().get(page, headers={"Accept": "application/json"})
    by_suffix = Client().get(suffixed)
    name = "Content-Disposition"
    assert by_accept.headers[name] == by_suffix.headers[name]
    assert by_accept.headers["Link"] == by_suffix.headers["Link"]
