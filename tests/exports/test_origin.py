"""Every form says of which edition it is, and what the provision is a part of."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256

import pytest

from articles import treaty
from articles.edition import in_force
from articles.exports.catalogue import OF_ANY_PLACE
from tests.exports.reading import get

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
def test_every_form_names_the_data_version(form) -> None:  # type: ignore[no-untyped-def]
    version = in_force().version.short
    for address in ("/articles/3", "/articles/22/2/3", "/closing", "/treaty", "/set/3,12.2"):
        assert version in get(f"{address}.{form.suffix}").decode(), address


def test_every_row_of_the_table_names_the_treaty_and_our_licence() -> None:
    rows = csv.DictReader(io.StringIO(get("/articles/3.csv").decode("utf-8-sig")))
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert {(row["licence"], row["treaty"]) for row in rows} == {(licence, treaty.TITLE)}


def test_linked_data_of_a_paragraph_leads_up_to_the_treaty() -> None:
    article = json.loads(get("/articles/19/1.jsonld"))["isPartOf"]
    assert article["@id"] == "http://testserver/articles/19/"
    assert article["isPartOf"] == json.loads(get("/articles/19.jsonld"))["isPartOf"]
    assert article["isPartOf"]["name"] == treaty.TITLE
    assert article["isPartOf"]["legislationDate"] == "2025-01-17"


def test_json_says_when_the_text_last_changed_and_has_a_hash_of_all_its_articles() -> None:
    extract = json.loads(get("/set/3,12.2.json"))
    last = in_force().revisions[0]
    assert extract["edition"]["changed_at"] == f"{last.made_at:%Y-%m-%dT%H:%M:%SZ}"
    hashes = " ".join(article["sha256"] for article in extract["articles"])
    assert extract["sha256"] == sha256(hashes.encode()).hexdigest()
    whole = json.loads(get("/treaty.json"))["sha256"]
    assert whole in get("/treaty.bib").decode()
