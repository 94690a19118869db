"""A selection in every form: its places in their order, and what was left out."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from pybtex.database import parse_string

from articles.exports.catalogue import OF_ANY_PLACE
from articles.exports.extract import Extract
from tests.exports.reading import PARSERS, get
from tests.pages import SITE

pytestmark = [pytest.mark.django_db, pytest.mark.once]


class TestASelection:
    @pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
    def test_it_can_be_had_in_every_form(self, form) -> None:  # type: ignore[no-untyped-def]
        response = Client().get(f"/set/3.3,13,3.1.{form.suffix}")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == form.content_type
        assert PARSERS[form.suffix](response.content)
        assert response.headers["Link"].startswith(f'<{SITE}/set/3.3,13,3.1/>; rel="canonical"')

    def test_its_order_is_kept(self) -> None:
        extract = Extract.model_validate_json(get("/set/3.3,closing,13,22.2.3,3.1.json"))
        assert [row.place.code for row in extract.articles] == [
            "3.3",
            "closing",
            "13",
            "22.2.3",
            "3.1",
        ]

    def test_citation_files_hold_one_entry_that_names_every_place_and_the_selection(self) -> None:
        [entry] = parse_string(get("/set/3.3,13,2.1.bib").decode(), "bibtex").entries.values()
        assert ", Articles 3(3), 13 and 2 (restated in plain English)" in entry.fields["title"]
        assert entry.fields["url"] == f"{SITE}/set/3.3,13,2.1/"
        assert len(json.loads(get("/set/3.3,13,2.1.csl.json"))) == 1

    def test_a_long_selection_is_named_to_its_end(self) -> None:
        [item] = json.loads(get("/set/1,3,5,7,9,11,13,15,17,19,21.csl.json"))
        assert "Articles 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 21 (" in item["title"]

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
