"""Each style against the rules it follows: ``golden.toml`` names the rule above its strings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from articles import treaty
from articles.citations.cited import Italic, cited
from articles.citations.pinpoint import Pinpoint
from articles.citations.styles import STYLES
from articles.treaty.places import Place
from tests.citations.places import DAY, PLACES, SITE, TITLE

pytestmark = pytest.mark.files

GOLDEN = tomllib.loads(Path(__file__).with_name("golden.toml").read_text(encoding="utf-8"))
BY_SLUG = {style.slug: style for style in STYLES}
WANT_ACCESS = {"oscola", "bluebook", "un"}


def test_the_golden_strings_cover_every_style_and_every_kind_of_place() -> None:
    assert list(GOLDEN) == [style.slug for style in STYLES]
    assert all(list(strings) == list(PLACES) for strings in GOLDEN.values())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("slug", BY_SLUG)
def test_a_style_cites_as_its_published_rule_wants(slug: str, place: str) -> None:
    assert BY_SLUG[slug].write(PLACES[place]).text == GOLDEN[slug][place]


@pytest.mark.parametrize(
    ("slug", "italics"),
    [
        ("oscola", []),  # 2006 section: titles of treaties in roman
        ("bluebook", ["restated in plain English at"]),  # as "available at" is set
        ("aglc", [TITLE]),  # rule 8.1
        ("mcgill", [TITLE]),  # section 5.1
        ("apa", []),  # section 11.10: italics in the text, not in the list
        ("chicago", []),  # 14.290
        ("un", []),  # III.G
        ("address", []),
    ],
)
def test_a_style_sets_in_italics_what_its_rule_wants(slug: str, italics: list[str]) -> None:
    citation = BY_SLUG[slug].write(PLACES["paragraph"])
    assert [piece.words for piece in citation.pieces if isinstance(piece, Italic)] == italics
    assert re.findall("<em>(.*?)</em>", citation.html) == italics


@pytest.mark.parametrize("slug", sorted(set(BY_SLUG) - {"address"}))
def test_the_citation_of_the_treaty_is_whole_before_what_is_said_of_the_address(slug: str) -> None:
    for place, pinpoint in PLACES.items():
        text = BY_SLUG[slug].write(pinpoint).text
        before = re.split(r"\W+(?:[Rr]estated|English text|Russian text)", text)
        assert len(before) == 2, place
        assert "2025" in before[0], place
        assert "2025" not in before[1], place
        assert SITE not in before[0], place


def test_html_and_text_are_the_same_words() -> None:
    citation = cited("<b> & ", Italic("Lake <Treaty>"), ".")
    assert citation.text == "<b> & Lake <Treaty>."
    assert citation.html == "&lt;b&gt; &amp; <em>Lake &lt;Treaty&gt;</em>."


@pytest.mark.parametrize("slug", BY_SLUG)
def test_the_day_of_access_stands_exactly_where_the_style_wants_it(slug: str) -> None:
    text = BY_SLUG[slug].write(PLACES["paragraph"]).text
    assert ("2026" in text) == (slug in WANT_ACCESS)
    assert ("access" in text or "visited" in text) == (slug in WANT_ACCESS)


@pytest.mark.parametrize("slug", BY_SLUG)
def test_without_a_day_of_access_no_style_speaks_of_one(slug: str) -> None:
    text = BY_SLUG[slug].write(replace(PLACES["paragraph"], accessed=None)).text
    assert not re.search("None|access|visited|2026", text)


@pytest.mark.parametrize("slug", BY_SLUG)
def test_every_number_is_a_date_or_the_pinpoint_and_none_a_series(slug: str) -> None:
    for article in treaty.NUMBERS:
        text = BY_SLUG[slug].write(Pinpoint(SITE, DAY, Place(article, 9))).text
        assert not re.search(r"UNTS|U\.N\.T\.S|Treaty Series|I-\d|No\.|vol", text)
        numbers = re.findall(r"\d+", re.sub(rf"{SITE}\S*", "", text))
        assert set(numbers) - {"17", "2025", "2", "22", "2026"} <= {str(article), "9"}


@pytest.mark.parametrize("slug", BY_SLUG)
def test_no_style_gives_the_number_of_a_lone_paragraph_but_its_address_leads_there(
    slug: str,
) -> None:
    lone = PLACES["lone paragraph"]
    text = BY_SLUG[slug].write(lone).text
    article = BY_SLUG[slug].write(replace(lone, place=Place(2))).text
    assert re.sub(rf"{SITE}/\S*\d", "", text) == re.sub(rf"{SITE}/\S*\d", "", article)
    assert re.search(rf"{SITE}/(2\.1|articles/2/1/)", text)


@pytest.mark.parametrize("slug", BY_SLUG)
def test_an_address_that_shows_no_official_text_is_never_said_to_show_one(slug: str) -> None:
    for place, pinpoint in PLACES.items():
        text = BY_SLUG[slug].write(pinpoint).text
        assert ("text" in text) == pinpoint.is_official, place
        assert ("plain English" in text) != pinpoint.is_official, place
