"""How common words are anywhere, which of them are words at all, and which are forms of one."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.search.everyday import Dictionary, are_forms, dictionary, read
from tests.search.asking import exploration, findings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("common", "rare"),
    [("together", "sanctions"), ("getting", "extradition"), ("deal", "treaty"), ("вообще", "виза")],
)
def test_what_people_say_all_day_tells_less(common: str, rare: str) -> None:
    known = dictionary(in_force())
    assert 0 < known.telling(common) < known.telling(rare) <= 1


def test_a_word_that_no_dictionary_has_tells_all_it_can() -> None:
    assert read().telling("hydrocarbonisation") == 1.0


@pytest.mark.parametrize("word", ["woman", "mail", "period", "привет", "سلام"])
def test_the_dictionary_has_words_of_each_language(word: str) -> None:
    assert read().has(word)


@pytest.mark.parametrize("word", ["agression", "nuclaer", "zzzz", ""])
def test_it_has_no_misspelt_ones(word: str) -> None:
    assert not read().has(word)


def test_what_servers_hold_is_what_the_package_says() -> None:
    assert dictionary(in_force()) == read()
    assert len(read().packed) < 3_000_000


def test_a_dictionary_says_how_common_each_of_its_words_is() -> None:
    few = Dictionary.of([("zebra", 3.2), ("the", 7.5), ("hapax", -1.0)])
    assert [few.power(word) for word in ("zebra", "the", "hapax", "horse")] == [3.2, 7.5, 0.0, None]
    assert not Dictionary().has("zebra")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("weapon", "weapons"),
        ("country", "countries"),
        ("tax", "taxes"),
        ("trade", "trading"),
        ("plan", "planned"),
        ("sanctioned", "sanctions"),
    ],
)
def test_forms_of_one_word_are_told(one: str, other: str) -> None:
    assert are_forms(one, other)
    assert are_forms(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("community", "communist"),
        ("conversation", "conversion"),
        ("period", "periodical"),
        ("ministry", "minister"),
        ("star", "start"),
    ],
)
def test_words_of_other_families_are_not(one: str, other: str) -> None:
    assert not are_forms(one, other)


NOWHERE = ("minutes", "sole", "conversation", "real", "royal", "floor", "wine", "mail")


@pytest.mark.parametrize("text", NOWHERE)
def test_a_word_is_not_taken_for_another_one_that_looks_like_it(text: str) -> None:
    """A stem of another family, or the spelling of another everyday word, is no answer."""
    found = exploration(text)
    assert found.hits == ()
    assert found.suggestion is None
    assert found.nothing_found == f"No article in this edition mentions “{text}”."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("If one Contracting Party is subjected to aggression", "3.3"),
        ("This Treaty is concluded for a period of twenty years", "45.1"),
        ("the Contracting Parties shall exchange military delegations", "5.2"),
    ],
)
def test_the_words_of_every_treaty_tell_nothing_of_this_one(text: str, code: str) -> None:
    assert exploration(text).hits[0].place.code == code


@pytest.mark.parametrize("text", ["woman", "mail", "wine", "floor", "royal", "minutes"])
def test_a_correctly_spelt_word_is_not_corrected(text: str) -> None:
    made = findings(text).plan
    assert made.suggestion is None
    assert made.corrected == ()


@pytest.mark.parametrize(("text", "meant"), [("sanctoins", "sanctions"), ("nuclaer", "nuclear")])
def test_a_misspelt_one_is(text: str, meant: str) -> None:
    assert findings(text).plan.suggestion == meant
