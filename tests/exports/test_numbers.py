"""What the number of a paragraph is worth is said wherever an export gives it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from articles.models import OfficialText
from tests.exports.reading import get
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]


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
