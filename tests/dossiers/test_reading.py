"""What a text is understood to name, and what is said of the rest."""

from __future__ import annotations

import pytest

from articles.dossier_reading import MAX_RAW_LENGTH, respelt
from tests.dossiers.asking import codes, faults

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", ["3"]),
        ("0", ["0"]),
        ("12.2", ["12.2"]),
        ("3,12.2,17-19", ["3", "12.2", "17", "18", "19"]),
        ("19-17", ["19", "18", "17"]),
        ("12.2-4", ["12.2", "12.3", "12.4"]),
        ("12.4-2", ["12.4", "12.3", "12.2"]),
        ("12.2-12.4", ["12.2", "12.3", "12.4"]),
        ("17-17", ["17"]),
        ("5,3,4", ["5", "3", "4"]),
        ("12,12.2", ["12", "12.2"]),
        ("3, 12.2 ; 17 – 19", ["3", "12.2", "17", "18", "19"]),
        ("3%2C%2012.2", ["3", "12.2"]),
        ("3 5 7", ["3", "5", "7"]),
        ("3+5", ["3", "5"]),
        ("03,007", ["3", "7"]),
        ("3,,5,", ["3", "5"]),
        ("3.", ["3"]),
        ("(3, 5)!", ["3", "5"]),
        ("3/", ["3"]),
        ("art3", ["3"]),
        ("Art. 3, Article 5 and articles 7 to 9", ["3", "5", "7", "8", "9"]),
        ("12(2)", ["12.2"]),
        ("12 ( 2 )", ["12.2"]),
        ("12(2)-(4)", ["12.2", "12.3", "12.4"]),
        ("12(2-4)", ["12.2", "12.3", "12.4"]),
        ("12/2", ["12.2"]),
        ("12:2", ["12.2"]),
        ("Article 12, paragraph 2", ["12.2"]),
        ("paragraph 2 of article 12, 5", ["12.2", "5"]),
        ("п. 2 ст. 12", ["12.2"]),
        ("ماده ۱۲، ۳", ["12", "3"]),
        ("۱۷–۱۹", ["17", "18", "19"]),
        ("３，１２．２", ["3", "12.2"]),
        ("\u200e3,\u200b5\u00ad", ["3", "5"]),
        ("preamble", ["0"]),
        ("P", ["0"]),
        ("p", ["0"]),
        ("(P)", ["0"]),
        ("۰", ["0"]),
        ("٠", ["0"]),
        ("3, P", ["3", "0"]),
        ("P-2", ["0", "1", "2"]),
        ("Preamble.3, 1", ["0.3", "1"]),
        ("recital 3 of the preamble", ["0.3"]),
        ("преамбула, 3", ["0", "3"]),
        ("http://testserver/articles/12/2/, /preamble/, lake.example/5", ["12.2", "0", "5"]),
        ("http://testserver/set/3,12.2/?note=a%2C+b, 5", ["3", "12.2", "5"]),
        ("", []),
        (" , ; . - ", []),
    ],
)
def test_places_are_understood_in_many_spellings(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        (
            "3,99",
            ["3"],
            ["There is no article 99: the treaty has a preamble and 47 articles."],
        ),
        (
            "46-52",
            ["46", "47"],
            ["There are no articles 48–52: the treaty has a preamble and 47 articles."],
        ),
        (
            "99.2",
            [],
            ["There is no article 99: the treaty has a preamble and 47 articles."],
        ),
        ("3.7", [], ["Article 3 has 4 paragraphs here; there is no paragraph 7."]),
        ("3.0", [], ["Article 3 has 4 paragraphs here; there is no paragraph 0."]),
        (
            "3.3-9",
            ["3.3", "3.4"],
            ["Article 3 has 4 paragraphs here; there are no paragraphs 5–9."],
        ),
        ("0.9", [], ["Preamble has 4 recitals here; there is no recital 9."]),
        ("40.1", [], ["Article 40 is not described yet, so it has no paragraphs here."]),
        (
            "3,lake shore,5",
            ["3", "5"],
            ["This could not be read as an article or paragraph: “lake shore”."],
        ),
        (
            "12.2-13.1",
            [],
            ["This could not be read as an article or paragraph: “12.2-13.1”."],
        ),
        ("-3", ["3"], []),
        (
            "12, p. 3",  # a page, perhaps, but not the preamble
            ["12", "3"],
            ["This could not be read as an article or paragraph: “p”."],
        ),
        ("3,3,5,3", ["3", "5"], ["Named more than once, shown once: Article 3."]),
        ("4-6,5", ["4", "5", "6"], ["Named more than once, shown once: Article 5."]),
        (
            "x" * 60,
            [],
            [f"This could not be read as an article or paragraph: “{'x' * 40}…”."],
        ),
        (
            "0-47,12.1-12,3.1-4",
            [*map(str, range(48)), *(f"12.{number}" for number in range(1, 13))],
            ["A dossier has at most 60 places. Left out: Articles 3(1)–(4)."],
        ),
    ],
)
def test_what_cannot_be_shown_is_explained_and_the_rest_is_shown(
    text: str, shown: list[str], expected: list[str]
) -> None:
    assert codes(text) == shown
    assert faults(text) == expected


def test_a_long_text_is_read_up_to_a_place_and_never_to_the_middle_of_a_number() -> None:
    text = ",".join(["12"] * 133 + ["34"])  # the 400th character is the 3 of 34
    assert len(text) == 401
    assert codes(text) == ["12"]
    assert faults(text)[-1] == "That was too long. It was not read from here on: “34”."
    assert codes("3" * 2000) == []


@pytest.mark.parametrize("text", ["\u3316" * 1000, "\ufdfa" * 1000, "3" + " " * 998 + "x"])
def test_no_letter_that_stands_for_many_makes_the_text_longer_than_is_looked_at(text: str) -> None:
    assert len(respelt(text)) <= MAX_RAW_LENGTH
    assert "  " not in respelt(text)


def test_of_many_missing_numbers_only_some_are_explained_one_by_one() -> None:
    said = faults(",".join(map(str, range(60, 80))))
    assert len(said) == 9
    assert said[-1] == "12 more such numbers were left out."
