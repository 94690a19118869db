"""Themes, mentions and subjects without an article number, found beside the articles."""

from __future__ import annotations

import pytest

from tests.search.asking import exploration

pytestmark = pytest.mark.django_db

Found = list[tuple[str, str]]


def also(text: str) -> Found:
    return [(each.entry.kind, each.entry.slug) for each in exploration(text).also]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sport", ("subject", "sport")),
        ("football", ("subject", "sport")),
        ("спорт", ("subject", "sport")),
        ("ورزش", ("subject", "sport")),
        ("tourism", ("subject", "tourism")),
        ("how long does the treaty last?", ("subject", "duration-and-renewal")),
        ("ратификация", ("subject", "ratification-and-entry-into-force")),
        ("BRICS", ("mention", "brics")),
        ("БРИКС", ("mention", "brics")),
        ("Shanghai Cooperation Organisation", ("mention", "shanghai-cooperation-organisation")),
        ("ШОС", ("mention", "shanghai-cooperation-organisation")),
        ("zone of peace", ("mention", "zone-of-peace")),
        ("energy", ("theme", "energy")),
        ("agriculture environment", ("theme", "agriculture-environment")),
    ],
)
def test_what_is_no_article_is_found_too(text: str, first: tuple[str, str]) -> None:
    assert also(text)[:1] == [first]


def test_an_entry_has_name_address_kind_and_reasons() -> None:
    sport, *_ = exploration("sport").also
    assert sport.entry.name == "Sport"
    assert sport.entry.url == "/themes/culture-education-media/#subject-sport"
    assert sport.entry.kind_name == "without an article number"
    assert sport.why == ("the title", "the text")
    (brics,) = exploration("BRICS").also
    assert (brics.entry.name, brics.entry.url) == ("BRICS", "/mentions/brics/")
    assert brics.entry.kind_name == "organisation"
    energy, *_ = exploration("energy").also
    assert (energy.entry.url, energy.entry.kind_name) == ("/themes/energy/", "theme")


def test_the_reason_names_the_concept_and_the_language() -> None:
    (sco,) = exploration("ШОС").also
    assert sco.why[0] == "Russian “шос” → shanghai cooperation organisation"


def test_an_entry_has_all_that_was_asked_for() -> None:
    assert ("subject", "sport") in also("sport")
    assert also("sport zeppelin") == []
    assert also("sport sanctions") == []


def test_quotation_marks_are_obeyed() -> None:
    assert ("mention", "zone-of-peace") in also('"zone of peace"')
    assert also('"peace of zone"') == []
    assert also('"football"') == []


@pytest.mark.parametrize("text", ["sport -sport", 'brics -"brics"', "nuclear -nuclear"])
def test_what_is_left_out_is_left_out_here_too(text: str) -> None:
    assert also(text) == []


def test_there_are_at_most_six() -> None:
    assert len(also("treaty")) == len(also("the")) == 6


@pytest.mark.parametrize("text", ["", "-sport", "14", "49", "zeppelin", "🕊"])
def test_without_words_to_look_for_there_are_none(text: str) -> None:
    assert also(text) == []


def test_where_no_article_is_found_the_entry_still_is() -> None:
    explored = exploration("tourism")
    assert explored.count == 0
    assert [each.entry.slug for each in explored.also][:1] == ["tourism"]
