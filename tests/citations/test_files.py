"""The files of citations, read back by the parsers that people use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
import rispy
from pybtex.database import Entry, parse_string

from articles.citations import bibtex, csl, ris
from articles.citations.pinpoint import Pinpoint
from tests.citations.places import PLACES, TITLE
from tests.citations.rendering import BUNDLED, rendered

pytestmark = pytest.mark.files

PARTIES = ["Islamic Republic of Iran", "Russian Federation"]

PINPOINTS = {
    "treaty": "",
    "article": "art. 3",
    "paragraph": "art. 3, para. 3",
    "point": "art. 22, point 2.3",
    "point of a lone paragraph": "art. 28, point 4",
    "lone paragraph": "art. 2",
    "preamble": "preamble",
    "recital": "preamble, recital 3",
    "closing lines": "closing lines",
    "official": "art. 3, para. 3",
    "second official": "art. 3, para. 3",
}

RESTATED = "The address leads to a plain-English restatement, not the treaty's wording"
NOTES = {
    "treaty": RESTATED,
    "paragraph": RESTATED,
    "point": RESTATED,
    "official": "The address leads to the official text (English, Lake Office)",
}

Writer = Callable[[Sequence[Pinpoint]], str]
WRITERS = [bibtex.write, bibtex.write_biblatex, ris.write, csl.write]


def parsed(text: str) -> dict[str, Entry]:
    return dict(parse_string(text, "bibtex").entries)


@pytest.mark.parametrize("place", PINPOINTS)
def test_bibtex_comes_back_from_its_parser(place: str) -> None:
    pinpoint = PLACES[place]
    [(key, entry)] = parsed(bibtex.write([pinpoint])).items()
    assert (key, entry.type) == (pinpoint.key, "misc")
    assert [str(person) for person in entry.persons["author"]] == [f"{{{row}}}" for row in PARTIES]
    assert entry.fields["title"] == f"{{{TITLE}}}"
    assert (entry.fields["year"], entry.fields["month"]) == ("2025", "January")
    assert entry.fields["howpublished"] == (
        "Signed at Moscow on 17 January 2025, in force since 2 October 2025"
    )
    assert entry.fields["url"] == pinpoint.url
    before = f"{PINPOINTS[place]}. " if PINPOINTS[place] else ""
    assert entry.fields["note"].startswith(f"{before}The address leads to ")


@pytest.mark.parametrize("place", PINPOINTS)
def test_biblatex_comes_back_from_its_parser(place: str) -> None:
    pinpoint = PLACES[place]
    [(key, entry)] = parsed(bibtex.write_biblatex([pinpoint])).items()
    assert (key, entry.type) == (pinpoint.key, "legal")
    assert [str(person) for person in entry.persons["author"]] == [f"{{{row}}}" for row in PARTIES]
    assert entry.fields["title"] == f"{{{TITLE}}}"
    assert entry.fields["shorttitle"] == "Iran–Russia Treaty"
    assert (entry.fields["date"], entry.fields["location"]) == ("2025-01-17", "Moscow")
    assert entry.fields["addendum"] == "In force since 2 October 2025"
    assert entry.fields.get("titleaddon", "") == PINPOINTS[place]
    assert entry.fields["url"] == pinpoint.url


@pytest.mark.parametrize("place", PINPOINTS)
def test_ris_comes_back_from_its_parser(place: str) -> None:
    pinpoint = PLACES[place]
    [entry] = rispy.loads(ris.write([pinpoint]))
    assert entry["type_of_reference"] == "LEGAL"
    assert entry["authors"] == [f"{party}," for party in PARTIES]
    assert entry["title"] == TITLE
    assert (entry["year"], entry["date"]) == ("2025", "2025/01/17/")
    assert entry["place_published"] == "Moscow"
    assert entry.get("section", "") == PINPOINTS[place]
    assert entry["urls"] == [pinpoint.url]
    assert entry["notes"][0] == "Signed on 17 January 2025, in force since 2 October 2025"
    assert "access_date" not in entry


def test_ris_ends_its_lines_as_the_specification_has_it() -> None:
    text = ris.write([PLACES["article"]])
    assert text.endswith("\r\nER  - \r\n")
    assert not re.search(r"(?<!\r)\n", text)
    assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in text.splitlines())


@pytest.mark.parametrize("place", PINPOINTS)
def test_csl_json_holds_a_treaty(place: str) -> None:
    pinpoint = PLACES[place]
    [item] = json.loads(csl.write([pinpoint]))
    assert (item["id"], item["type"]) == (pinpoint.key, "treaty")
    assert item["title"] == TITLE
    assert [row["literal"] for row in item["author"]] == PARTIES
    assert item["issued"] == {"date-parts": [[2025, 1, 17]]}
    assert item["publisher-place"] == "Moscow"
    assert item["status"] == "in force since 2 October 2025"
    assert item.get("section", "") == PINPOINTS[place]
    assert item["URL"] == pinpoint.url
    assert "accessed" not in item


def test_a_style_that_knows_no_treaties_still_prints_title_and_year() -> None:
    [entry] = rendered(csl.write([PLACES["article"]]), BUNDLED)
    assert TITLE in entry
    assert "(2025)" in entry
    assert entry.startswith("Islamic Republic of Iran and Russian Federation")


@pytest.mark.parametrize("place", NOTES)
def test_every_file_says_what_the_address_shows(place: str) -> None:
    pinpoints, note = [PLACES[place]], NOTES[place]
    [of_bibtex] = parsed(bibtex.write(pinpoints)).values()
    [of_biblatex] = parsed(bibtex.write_biblatex(pinpoints)).values()
    assert of_bibtex.fields["note"].endswith(note)
    assert of_biblatex.fields["note"] == note
    assert rispy.loads(ris.write(pinpoints))[0]["notes"][1] == note
    assert json.loads(csl.write(pinpoints))[0]["note"] == note


@pytest.mark.parametrize("write", WRITERS)
def test_files_do_not_change_from_day_to_day_and_end_with_a_line(write: Writer) -> None:
    pinpoints = list(PLACES.values())
    text = write(pinpoints)
    assert text == write([replace(row, accessed=None) for row in pinpoints])
    assert text.endswith("\n")
    assert "2026" not in text


def test_the_same_place_twice_has_two_keys_in_every_file() -> None:
    twice = [PLACES["article"], PLACES["paragraph"], PLACES["article"], PLACES["article"]]
    keys = [
        "iran-russia-2025-art3",
        "iran-russia-2025-art3-para3",
        "iran-russia-2025-art3-2",
        "iran-russia-2025-art3-3",
    ]
    assert list(parsed(bibtex.write(twice))) == keys
    assert list(parsed(bibtex.write_biblatex(twice))) == keys
    assert [row["id"] for row in rispy.loads(ris.write(twice))] == keys
    assert [row["id"] for row in json.loads(csl.write(twice))] == keys


def test_what_means_something_to_latex_is_escaped() -> None:
    text_name = r"English, É & Ø_100 % #1 $ {x} ~ ^ \ – “q”"
    pinpoint = replace(PLACES["article"], text_name=text_name)
    assert r"(English, {\'{E}} \& Ø\_100 \% \#1 \$ \{x\} \textasciitilde{} " in (
        bibtex.write([pinpoint])
    )
    assert r"\textasciicircum{} \textbackslash{} -- ``q'')" in bibtex.write([pinpoint])
    assert r"(English, É \& Ø\_100 \% \#1 \$ \{x\} \textasciitilde{} " in (
        bibtex.write_biblatex([pinpoint])
    )
    assert r"\textasciicircum{} \textbackslash{} – “q”)" in bibtex.write_biblatex([pinpoint])
    assert len(parsed(bibtex.write([pinpoint]))) == 1


@pytest.mark.parametrize("write", WRITERS)
def test_a_name_with_line_breaks_begins_no_field_of_its_own(write: Writer) -> None:
    pinpoint = replace(PLACES["article"], text_name="English, Lake\r\nER  - \r\nTY  - BOOK")
    text = write([pinpoint])
    assert "English, Lake ER - TY - BOOK" in text
    assert write is not ris.write or len(rispy.loads(text)) == 1


def test_a_name_in_cyrillic_comes_through_as_it_is() -> None:
    pinpoint = replace(PLACES["article"], text_name="Russian, Маячный вестник")
    assert "Маячный вестник" in bibtex.write([pinpoint])


def test_without_such_a_name_bibtex_is_ascii() -> None:
    assert bibtex.write(list(PLACES.values())).isascii()
