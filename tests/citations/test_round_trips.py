"""Every provision of the real edition, in files of citations that real parsers read back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.citations.entries import entry
from articles.citations.pinpoint import Pinpoint
from tests.citations.places import DAY, SITE, TITLE
from tests.citations.printing import APA, by_pandoc, csl_items
from tests.citations.reading import read_back
from tests.citations.shown import every_place

pytestmark = [pytest.mark.django_db, pytest.mark.once]


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


def test_every_place_comes_back_from_every_file(
    places: list[Pinpoint], wanted: list[Wanted]
) -> None:
    for pinpoint, row in zip(places, wanted, strict=True):
        for read in read_back(entry([pinpoint])):
            place = f", {row.place}" if row.place else ""
            assert read == {
                "key": row.key,
                "title": f"{TITLE}{place} (restated in plain English)",
                "date": "2025-01-17",
                "accessed": DAY.isoformat(),
                "url": row.url,
            }


def test_every_place_is_printed_without_letters_after_the_year(places: list[Pinpoint]) -> None:
    entries = {pinpoint.key: entry([pinpoint]) for pinpoint in places if not pinpoint.is_alone}
    printed = by_pandoc(csl_items(entries), APA)
    assert list(printed) == list(entries)
    assert all(", 2025)" in text for text, _ in printed.values())
