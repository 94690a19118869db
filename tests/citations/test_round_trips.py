"""Every provision of the real edition, in files of citations that real parsers read back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import rispy
from pybtex.database import parse_string

from articles.citations import bibtex, csl, ris
from articles.citations.pinpoint import Pinpoint
from tests.citations.places import SITE, TITLE
from tests.citations.rendering import FOR_TREATIES, rendered
from tests.citations.shown import every_place

pytestmark = [pytest.mark.django_db, pytest.mark.once]

AUTHORS = ["{Islamic Republic of Iran}", "{Russian Federation}"]


@dataclass(frozen=True)
class Wanted:
    """What a file should say of a place: its key, the place as it may be cited, its address."""

    key: str
    place: str
    url: str


NAMED = {0: ("preamble", "preamble", "preamble"), 48: ("closing lines", "conclusions", "closing")}
"""How the parts that are no articles are cited, what their keys end with, and their addresses."""


def wanted_of(path: Path) -> Iterator[Wanted]:
    """Read off a file of the edition what is to be cited of the article and what is in it."""
    article = tomllib.loads(path.read_text(encoding="utf-8"))
    number = article["number"]
    by_number = (f"art. {number}", f"art{number}", f"articles/{number}")
    whole, short, address = NAMED.get(number, by_number)
    key, url = f"iran-russia-2025-{short}", f"{SITE}/{address}/"
    yield Wanted(key, whole, url)
    kind, part = ("recital", "rec") if number == 0 else ("para.", "para")
    for paragraph in article["paragraph"]:
        count = paragraph["number"]
        is_alone = len(article["paragraph"]) == 1
        place = whole if is_alone else f"{whole}, {kind} {count}"
        yield Wanted(f"{key}-{part}{count}", place, f"{url}{count}/")
        for at, point in enumerate(paragraph.get("point", []), 1):
            yield Wanted(
                f"{key}-{part}{count}-point{at}",
                f"{whole}, point {point['label'].rstrip('.)')}",
                f"{url}{count}/{at}/",
            )


@pytest.fixture(scope="module")
def wanted(fixtures: Path) -> list[Wanted]:
    rows = [Wanted("iran-russia-2025", "", f"{SITE}/treaty/")]
    for path in sorted((fixtures / "articles").glob("*.toml")):
        rows += wanted_of(path)
    assert len(rows) > 100
    assert any("recital" in row.place for row in rows)
    assert any("para." in row.place for row in rows)
    assert any("point 2.3" in row.place for row in rows)
    return rows


@pytest.fixture(scope="module")
def places(django_db_setup: None, django_db_blocker: object) -> list[Pinpoint]:
    """Return every place as pages cite it: fetched once, since nothing here changes it."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return every_place()


def test_bibtex_of_every_place_comes_back(places: list[Pinpoint], wanted: list[Wanted]) -> None:
    entries = parse_string(bibtex.write(places), "bibtex").entries
    assert list(entries) == [row.key for row in wanted]
    for row, entry in zip(wanted, entries.values(), strict=True):
        fields = entry.fields
        assert entry.type == "misc"
        assert [str(person) for person in entry.persons["author"]] == AUTHORS
        assert fields["title"] == f"{{{TITLE}}}"
        assert (fields["month"], fields["year"]) == ("January", "2025")
        assert fields["howpublished"] == (
            "Signed at Moscow on 17 January 2025, in force since 2 October 2025"
        )
        place, _, note = fields["note"].rpartition(". ")
        assert place == row.place
        assert note.startswith("The address leads to ")
        assert fields["url"] == row.url


def test_biblatex_of_every_place_comes_back(places: list[Pinpoint], wanted: list[Wanted]) -> None:
    entries = parse_string(bibtex.write_biblatex(places), "bibtex").entries
    assert list(entries) == [row.key for row in wanted]
    for row, entry in zip(wanted, entries.values(), strict=True):
        fields = entry.fields
        assert entry.type == "legal"
        assert [str(person) for person in entry.persons["author"]] == AUTHORS
        assert fields["title"] == f"{{{TITLE}}}"
        assert (fields["date"], fields["location"]) == ("2025-01-17", "Moscow")
        assert fields["addendum"] == "In force since 2 October 2025"
        assert fields.get("titleaddon", "") == row.place
        assert fields["note"].startswith("The address leads to ")
        assert fields["url"] == row.url


def test_ris_of_every_place_comes_back(places: list[Pinpoint], wanted: list[Wanted]) -> None:
    entries = rispy.loads(ris.write(places))
    assert [entry["id"] for entry in entries] == [row.key for row in wanted]
    for row, entry in zip(wanted, entries, strict=True):
        assert entry["type_of_reference"] == "LEGAL"
        assert entry["authors"] == ["Islamic Republic of Iran,", "Russian Federation,"]
        assert entry["title"] == TITLE
        assert (entry["date"], entry["place_published"]) == ("2025/01/17/", "Moscow")
        assert entry.get("section", "") == row.place
        assert entry["notes"][1].startswith("The address leads to ")
        assert entry["urls"] == [row.url]


def test_csl_json_of_every_place_is_printed_in_full(
    places: list[Pinpoint], wanted: list[Wanted]
) -> None:
    assert rendered(csl.write(places), FOR_TREATIES) == [
        f"Islamic Republic of Iran and Russian Federation, {TITLE} "
        "(Moscow, 17 January 2025, in force since 2 October 2025), "
        f"{f'{row.place}, ' if row.place else ''}{row.url}."
        for row in wanted
    ]
