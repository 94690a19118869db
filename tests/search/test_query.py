"""What a text in the search box is taken to mean."""

from __future__ import annotations

import pytest

from articles.search import MAX_LENGTH, MAX_WANTED, parse
from articles.search.query import Clause

pytestmark = pytest.mark.files


def told(clause: Clause) -> str:
    """Return the clause as one would type it, a phrase in straight quotation marks."""
    text = " ".join(word.word for word in clause.words)
    return f'"{text}"' if clause.is_quoted else text + "*" * clause.is_prefix


def understood(text: str) -> tuple[list[str], list[str]]:
    query = parse(text)
    wanted = [" OR ".join(map(told, choice)) for choice in query.wanted]
    return wanted, [told(clause) for clause in query.excluded]


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
        ("« взаимная оборона »", ['"взаимная оборона"'], []),
        ("«تحریم‌های یکجانبه»", ['"تحریمهای یکجانبه"'], []),
        ('before "in between" after', ["before", '"in between"', "after"], []),
        ('"one" five"three four"', ['"one"', "five", '"three four"'], []),
        ('"never closed', ["never", "closed"], []),
        ('""', [], []),
        ('" … "', [], []),
        ("trade -oil", ["trade"], ["oil"]),
        ("trade −oil", ["trade"], ["oil"]),
        ('trade -"crude oil"', ["trade"], ['"crude oil"']),
        ("trade -«crude oil»", ["trade"], ['"crude oil"']),
        ("trade -petrol*", ["trade"], ["petrol*"]),
        ("-oil", [], ["oil"]),
        ("-the", [], ["the"]),
        ("trade -oil -oil", ["trade"], ["oil"]),
        ("trade - oil", ["trade", "oil"], []),
        ("non-interference", ["non", "interference"], []),
        ("north–south", ["north", "south"], []),
        ("o'brien", ["o", "brien"], []),
        ("the state's duty", ["state", "duty"], []),
        ("what is the duty of the states", ["duty", "states"], []),
        ("does the treaty mention oil?", ["oil"], []),
        ("the", ["the"], []),
        ("to be or not to be", ["to", "be", "or", "not"], []),
        ("Russia and Iran", ["russia", "and", "iran"], []),
        ('"the states"', ['"the states"'], []),
        ("title:nuclear", ["title", "nuclear"], []),
        ("nuclear AND NOT (oil*)", ["nuclear", "oil"], []),
        ("санкции ООН", ["санкции", "оон"], []),
        ("", [], []),
        ("  \t\n ", [], []),
        ("- -- \" ' * : ( ) 🕊 \x00", [], []),
    ],
)
def test_any_text_is_a_query(text: str, wanted: list[str], excluded: list[str]) -> None:
    assert understood(text) == (wanted, excluded)


@pytest.mark.parametrize(
    ("text", "wanted", "excluded"),
    [
        ("oil OR gas", ["oil OR gas"], []),
        ("oil | gas", ["oil OR gas"], []),
        ("oil OR gas OR coal", ["oil OR gas OR coal"], []),
        ("oil OR gas trade", ["oil OR gas", "trade"], []),
        ("trade oil OR gas", ["trade", "oil OR gas"], []),
        ('oil OR "natural gas"', ['oil OR "natural gas"'], []),
        ('"crude oil" OR gas*', ['"crude oil" OR gas*'], []),
        ("oil OR gas -coal", ["oil OR gas"], ["coal"]),
        ("oil OR -gas trade", ["oil", "trade"], ["gas"]),
        ("oil OR", ["oil"], []),
        ("OR oil", ["oil"], []),
        ("oil OR OR gas", ["oil OR gas"], []),
        ("OR", [], []),
        ("oil or gas", ["oil", "gas"], []),
        ("oil ORgas", ["oil", "orgas"], []),
        ("oil|gas", ["oil", "gas"], []),
    ],
)
def test_or_between_two_makes_a_choice(text: str, wanted: list[str], excluded: list[str]) -> None:
    assert understood(text) == (wanted, excluded)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nucle*", ["nucle*"]),
        ("Nucle*", ["nucle*"]),
        ("nucle* energy", ["nucle*", "energy"]),
        ("санкц*", ["санкц*"]),
        ("تحریم*", ["تحریم*"]),
        ("north-sou*", ["north", "sou*"]),
        ("nuclear *", ["nuclear"]),
        ("*", []),
        ("nu*clear", ["nu", "clear"]),
        ("*clear", ["clear"]),
        ('"nucle*"', ['"nucle"']),
    ],
)
def test_an_asterisk_makes_a_beginning_only_at_the_end_of_a_word(
    text: str, wanted: list[str]
) -> None:
    assert understood(text) == (wanted, [])


def test_a_query_without_words_is_empty() -> None:
    assert parse(' "" - ').is_empty
    assert not parse("-oil").is_empty
    assert not parse("14").is_empty


def test_white_space_is_put_in_order() -> None:
    assert parse("\t trade \n  routes ").text == "trade routes"


def test_a_long_text_is_read_whole_and_shown_shortened() -> None:
    text = " ".join([*["trade"] * 39, "hydroelectricity", "energy -oil “gas”"])
    query = parse(text)
    assert query.text == " ".join(["trade"] * 33)
    assert query.paste == query.typed == text
    assert [told(choice[0]) for choice in query.wanted] == [
        *("trade", "hydroelectricity", "energy", "oil", "gas")
    ]
    assert (query.excluded, query.is_cut) == ((), False)


def test_of_a_long_text_the_longest_words_are_looked_for_in_their_order() -> None:
    words = ["w" * (2 + number % 30) + str(number) for number in range(40)]
    query = parse(" ".join(words))
    used = [told(choice[0]) for choice in query.wanted]
    assert len(used) == MAX_WANTED == 16
    assert set(used) == set(sorted(words, key=lambda word: -len(word))[:16])
    assert used == [word for word in words if word in used]


def test_of_a_very_long_text_whole_words_are_read_and_that_is_said() -> None:
    query = parse("abcdefghi " * 300)
    assert len(query.paste) == 1_999
    assert query.paste.endswith(" abcdefghi")
    assert query.is_cut
    assert len(parse("x" * 3_000).text) == MAX_LENGTH == 200


def test_a_query_of_many_words_is_cut_and_says_so() -> None:
    query = parse(" ".join(f"w{number}" for number in range(40)))
    assert [told(choice[0]) for choice in query.wanted] == [f"w{number}" for number in range(16)]
    assert query.is_cut
    assert MAX_WANTED == 16


def test_words_that_tell_nothing_take_no_room_from_the_others() -> None:
    query = parse("what is " * 10 + "oil")
    assert [told(choice[0]) for choice in query.wanted] == ["oil"]
    assert not query.is_cut


def test_many_exclusions_are_cut_and_that_is_said() -> None:
    query = parse("oil " + " ".join(f"-w{number}" for number in range(17)))
    assert len(query.excluded) == 16
    assert query.is_cut


@pytest.mark.parametrize("text", ["x" * 200, f"  {'x' * 200}  ", "one five"])
def test_a_query_that_fits_is_not_cut(text: str) -> None:
    assert not parse(text).is_cut


def test_a_word_typed_often_is_no_reason_to_cut() -> None:
    query = parse("oil " * 20)
    assert understood(query.text) == (["oil"], [])
    assert not query.is_cut


@pytest.mark.parametrize("text", [" " * 200 + "trade", "trade" + " " * 200 + "routes"])
def test_white_space_takes_no_room_from_the_words(text: str) -> None:
    query = parse(text)
    assert query.text == " ".join(text.split())
    assert not query.is_cut
