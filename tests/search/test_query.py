"""What a text in the search box is taken to mean."""

from __future__ import annotations

import pytest

from articles.search import MAX_LENGTH, parse
from articles.search.query import Clause


def told(clauses: tuple[Clause, ...]) -> list[str]:
    """Return the clauses as text, phrases in straight quotation marks."""
    words = [(" ".join(word.word for word in clause.words), clause.quoted) for clause in clauses]
    return [f'"{text}"' if quoted else text for text, quoted in words]


def understood(text: str) -> tuple[list[str], list[str]]:
    query = parse(text)
    return told(query.clauses), told(query.excluded)


@pytest.mark.parametrize(
    ("text", "wanted", "excluded"),
    [
        ("sanctions", ["sanctions"], []),
        ("  Unilateral   SANCTIONS ", ["unilateral", "sanctions"], []),
        ("trade trade Trade", ["trade"], []),
        ('"unilateral sanctions"', ['"unilateral sanctions"'], []),
        ("“unilateral sanctions”", ['"unilateral sanctions"'], []),
        ("„unilateral sanctions“", ['"unilateral sanctions"'], []),
        ("”unilateral sanctions”", ['"unilateral sanctions"'], []),
        ("«unilateral sanctions»", ['"unilateral sanctions"'], []),
        ("»unilateral sanctions«", ['"unilateral sanctions"'], []),
        ("‟unilateral sanctions”", ['"unilateral sanctions"'], []),
        ('before "in between" after', ["before", '"in between"', "after"], []),
        ('"one" two"three four"', ['"one"', "two", '"three four"'], []),
        ('"never closed', ["never", "closed"], []),
        ('""', [], []),
        ('" … "', [], []),
        ("trade -oil", ["trade"], ["oil"]),
        ("trade −oil", ["trade"], ["oil"]),
        ('trade -"crude oil"', ["trade"], ['"crude oil"']),
        ("trade -«crude oil»", ["trade"], ['"crude oil"']),
        ("-oil", [], ["oil"]),
        ("trade - oil", ["trade", "oil"], []),
        ("non-interference", ["non", "interference"], []),
        ("north–south", ["north", "south"], []),
        ("o'brien", ["o", "brien"], []),
        ("the state's duty", ["state", "duty"], []),
        ("what is the duty of the states", ["duty", "states"], []),
        ("the", ["the"], []),
        ("to be or not to be", ["not"], []),
        ('"the states"', ['"the states"'], []),
        ("title:nuclear", ["title", "nuclear"], []),
        ("nuclear AND NOT (oil*)", ["nuclear", "not", "oil"], []),
        ("санкции ООН", ["санкции", "оон"], []),
        ("", [], []),
        ("  \t\n ", [], []),
        ("- -- \" ' * : ( ) 🕊 \x00", [], []),
    ],
)
def test_any_text_is_a_query(text: str, wanted: list[str], excluded: list[str]) -> None:
    assert understood(text) == (wanted, excluded)


def test_a_query_without_words_is_empty() -> None:
    assert parse(' "" - ').is_empty
    assert not parse("-oil").is_empty


def test_white_space_is_put_in_order() -> None:
    assert parse("\t trade \n  routes ").text == "trade routes"


def test_an_over_long_query_is_cut_and_says_so() -> None:
    query = parse(" ".join(["trade"] * 100))
    assert len(query.text) <= MAX_LENGTH
    assert told(query.clauses)[0] == "trade"
    assert query.is_cut


def test_a_query_of_many_words_is_cut_and_says_so() -> None:
    query = parse(" ".join(f"w{number}" for number in range(40)))
    assert told(query.clauses) == [f"w{number}" for number in range(16)]
    assert query.is_cut


@pytest.mark.parametrize("text", ["x" * 200, f"  {'x' * 200}  ", "one two"])
def test_a_query_that_fits_is_not_cut(text: str) -> None:
    assert not parse(text).is_cut


def test_a_word_typed_often_is_no_reason_to_cut() -> None:
    query = parse("oil " * 20)
    assert told(query.clauses) == ["oil"]
    assert not query.is_cut


@pytest.mark.parametrize("text", [" " * 200 + "trade", "trade" + " " * 200 + "routes"])
def test_white_space_takes_no_room_from_the_words(text: str) -> None:
    query = parse(text)
    assert query.text == " ".join(text.split())
    assert not query.is_cut
