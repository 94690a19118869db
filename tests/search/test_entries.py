"""Themes and mentions, found beside the articles."""

from __future__ import annotations

import pytest

from tests.search.asking import exploration

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Found = list[tuple[str, str]]


def also(text: str) -> Found:
    return [(each.kind, each.slug) for each in exploration(text).also]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("BRICS", ("mention", "brics")),
        ("БРИКС", ("mention", "brics")),
        ("Shanghai Cooperation Organisation", ("mention", "shanghai-cooperation-organisation")),
        ("ШОС", ("mention", "shanghai-cooperation-organisation")),
        ("zone of peace", ("mention", "zone-of-peace")),
        ("sanctions", ("mention", "unilateral-coercive-measures")),
        ("defence", ("theme", "defence")),
        ("agriculture environment", ("theme", "agriculture-environment")),
    ],
)
def test_what_is_no_article_is_found_too(text: str, first: tuple[str, str]) -> None:
    assert also(text)[:1] == [first]


def test_an_entry_has_name_address_and_kind() -> None:
    (brics,) = exploration("BRICS").also
    assert (brics.name, brics.url) == ("BRICS", "/mentions/brics/")
    assert brics.kind_name == "organisation"
    energy = next(each for each in exploration("energy").also if each.kind == "theme")
    assert (energy.url, energy.kind_name) == ("/themes/energy/", "theme")


def test_an_entry_has_all_that_was_asked_for() -> None:
    assert ("theme", "energy") in also("energy")
    assert also("energy zeppelin") == []
    assert also("energy brics") == []


def test_quotation_marks_are_obeyed() -> None:
    assert ("mention", "zone-of-peace") in also('"zone of peace"')
    assert also('"peace of zone"') == []
    assert also('"football"') == []


@pytest.mark.parametrize("text", ["energy -energy", 'brics -"brics"', "nuclear -nuclear"])
def test_what_is_left_out_is_left_out_here_too(text: str) -> None:
    assert also(text) == []


def test_there_are_at_most_six() -> None:
    assert len(also("treaty")) == len(also("the")) == 6


@pytest.mark.parametrize("text", ["", "-sport", "14", "49", "zeppelin", "🕊"])
def test_without_words_to_look_for_there_are_none(text: str) -> None:
    assert also(text) == []
