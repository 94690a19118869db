"""What is made of a word that search does not know."""

from __future__ import annotations

import pytest

from articles.models import Word
from articles.search import parse, plan
from tests.search.asking import exploration, findings, found, lexicon, numbers

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nuclaer", "nuclear"),
        ("sanctons", "sanctions"),
        ("agression", "aggression"),
        ("terorism", "terrorism"),
        ("extradiction", "extradition"),
        ("parliment", "parliament"),
        ("inteligence", "intelligence"),
        ("disinfomation", "disinformation"),
        ("agricutlure", "agriculture"),
        ("Caspain", "caspian"),
        ("теоррризм", "терроризм"),
    ],
)
def test_a_misspelt_word_finds_what_was_meant_and_a_correction_is_offered(
    typed: str, meant: str
) -> None:
    explored = exploration(typed)
    assert explored.suggestion == meant
    assert explored.hits[0].article.number == found(meant)[0]


def test_the_reason_names_the_spelling() -> None:
    for typed, meant in [("nuclaer", "nuclear"), ("sanctons", "sanctions")]:
        assert exploration(typed).hits[0].why[0] == f"spelling: “{typed}” → “{meant}”"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("nuclaer enregy", "nuclear energy"),
        ("peaceful nuclaer energy", "peaceful nuclear energy"),
        ('nuclaer "peaceful use"', "nuclear “peaceful use”"),
        ("nuclaer peace*", "nuclear peace*"),
        ("nuclaer oil OR gas", "nuclear oil OR gas"),
        ("Nuclaer ENERGY", "nuclear energy"),
    ],
)
def test_the_correction_keeps_the_rest_of_the_query(text: str, suggestion: str) -> None:
    assert exploration(text).suggestion == suggestion
    assert exploration(suggestion).suggestion is None


def test_the_correction_keeps_what_was_to_be_left_out() -> None:
    assert found("nuclaer -arms") == found("nuclear -arms") == [23]
    corrected = exploration("nuclaer -arms").suggestion
    assert corrected is not None
    assert found(corrected) == [23]


def test_the_suggestion_is_a_link_to_the_same_state_with_the_words_corrected() -> None:
    explored = exploration("nuclaer enregy", "energy")
    assert explored.suggestion_address == "/articles/?q=nuclear+energy&theme=energy"


@pytest.mark.parametrize(
    "text",
    ["sanctions", "SWIFT", "mutual defense", "ШОС", "تحریم", "espionage", "Zangezur", "maneuvers"],
)
def test_a_word_that_is_known_is_not_corrected(text: str) -> None:
    explored = exploration(text)
    assert explored.suggestion is None
    assert not any("spelling" in why for hit in explored.hits for why in hit.why)


def test_no_word_of_the_edition_or_the_thesaurus_is_ever_corrected() -> None:
    words = lexicon()
    assert Word.objects.count() > 5_000
    for word in Word.objects.values_list("word", flat=True):
        made = plan(parse(word), words)
        assert (made.corrected, made.suggestion) == ((), None), word


def test_a_word_found_as_it_stands_is_not_read_as_another_one_near_it() -> None:
    assert set(found("trade")) == set(found('"trade"'))
    assert findings("ports").plan.corrected == ()


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ('"nuclaer"', "nuclear"),
        ("“sanctons”", "sanctions"),
        ("nuclaer*", "nuclear"),
        ("nuclaer OR sanctons", "nuclear OR sanctions"),
        ("-nuclaer trade", None),
    ],
)
def test_what_is_quoted_or_fixed_is_not_corrected_but_the_nearest_is_suggested(
    text: str, suggested: str | None
) -> None:
    made = findings(text)
    assert made.plan.corrected == ()
    assert (made.matches == ()) == (suggested is not None)
    assert exploration(text).suggestion == suggested


def test_numbers_and_short_words_are_not_corrected() -> None:
    assert findings("1922").plan.corrected == ()
    assert found("1922") == []
    assert findings("zq oil").plan.corrected == ()


def test_a_word_still_in_the_typing_is_read_as_a_beginning() -> None:
    assert found("nucl")[:1] == [23]
    assert exploration("nucl").understood[0] == "“nucl” as a beginning"
    assert exploration("nucl").suggestion is None
    assert found("peaceful nucl")[:1] == [23]


def test_only_the_last_word_is_read_as_a_beginning() -> None:
    made = findings("nucl energy").plan
    assert not any("beginning" in need.note for need in made.needs)


@pytest.mark.parametrize(
    ("typed", "near"), [("pypelynnes", "pipeline"), ("xylophone pypelynnes", "pipeline")]
)
def test_where_nothing_is_found_the_nearest_words_are_searched_for(typed: str, near: str) -> None:
    explored = exploration(typed)
    assert explored.suggestion is not None
    assert near in explored.suggestion
    assert numbers(explored) == numbers(exploration(explored.suggestion)) != []


def test_nothing_is_suggested_for_what_is_like_no_word() -> None:
    assert exploration("zzzzqqqq wwwwkkkk").suggestion is None
    assert exploration("🕊").suggestion is None
