"""What a text is understood to name, and what is said of the rest."""

from __future__ import annotations

import pytest

from articles.selections.reading import MAX_LENGTH, read
from tests.selections.asking import NUMBERS, codes, faults

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
        ("22.2.3", ["22.2.3"]),
        ("22.2.1-3", ["22.2.1", "22.2.2", "22.2.3"]),
        ("22.2.3-1", ["22.2.3", "22.2.2", "22.2.1"]),
        ("22.2.1-22.2.2", ["22.2.1", "22.2.2"]),
        ("22(2.3)", ["22.2.3"]),
        ("22(2)(3)", ["22.2.3"]),
        ("22(2.1)–(2.3)", ["22.2.1", "22.2.2", "22.2.3"]),
        ("Article 22, point 2.3 and Article 5", ["22.2.3", "5"]),
        ("Article 22, paragraph 2, point 3", ["22.2.3"]),
        ("point 2.3 of article 22", ["22.2.3"]),
        ("point 3 of paragraph 2 of article 22", ["22.2.3"]),
        ("подпункт 2.3 статьи 22", ["22.2.3"]),
        ("22/2/3, /articles/22/2/", ["22.2.3", "22.2"]),
        ("http://testserver/articles/22/2/3/?lang=ru,en, 5", ["22.2.3", "5"]),
        ("28.1.4", ["28.1.4"]),
        ("28.1", ["28.1"]),
        ("28(4)", ["28.1.4"]),
        ("28(1)", ["28.1.1"]),
        ("28(1)(4)", ["28.1.4"]),
        ("28(4–6)", ["28.1.4", "28.1.5", "28.1.6"]),
        ("28(4)–(6)", ["28.1.4", "28.1.5", "28.1.6"]),
        ("28.4", ["28.1.4"]),
        ("art 28 item 4", ["28.1.4"]),
        ("Article 28, point 4", ["28.1.4"]),
        ("Article 28, points 2 to 4", ["28.1.2", "28.1.3", "28.1.4"]),
        ("п. 4 ст. 28", ["28.1.4"]),
        ("closing", ["closing"]),
        ("3, C", ["3", "closing"]),
        ("Closing lines", ["closing"]),
        ("Article 47 and the closing lines", ["47", "closing"]),
        ("closing.1", ["closing.1"]),
        ("Заключительные строки, 3", ["closing", "3"]),
        ("заключительная часть", ["closing"]),
        ("بخش پایانی", ["closing"]),
        ("http://testserver/closing/, /closing/1/", ["closing", "closing.1"]),
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
        (
            "48, 99.2.1",
            [],
            [
                "There is no article 48: the treaty has a preamble and 47 articles.",
                "There is no article 99: the treaty has a preamble and 47 articles.",
            ],
        ),
        ("3.7", [], ["Article 3 has 4 paragraphs; there is no paragraph 7."]),
        ("3.0", [], ["Article 3 has 4 paragraphs; there is no paragraph 0."]),
        ("3.3-9", ["3.3", "3.4"], ["Article 3 has 4 paragraphs; there are no paragraphs 5–9."]),
        ("0.9", [], ["The preamble has 4 recitals; there is no recital 9."]),
        ("closing.2", [], ["The closing lines have 1 paragraph; there is no paragraph 2."]),
        ("3.2.1", [], ["Article 3, paragraph 2 has no points."]),
        ("22.4.1", [], ["Article 22 has 3 paragraphs; there is no paragraph 4."]),
        (
            "22.2.5-8",
            ["22.2.5", "22.2.6"],
            ["Article 22, paragraph 2 has 6 points; there are no points 7–8."],
        ),
        ("28(10)", [], ["Article 28, paragraph 1 has 9 points; there is no point 10."]),
        (
            "3,lake shore,5",
            ["3", "5"],
            ["We could not read this as an article, paragraph or point: “lake shore”."],
        ),
        (
            "12.2-13.1, 46-closing",
            [],
            ["We could not read this as an article, paragraph or point: “12.2-13.1 46-closing”."],
        ),
        ("22.2.3.1", [], ["We could not read this as an article, paragraph or point: “22.2.3.1”."]),
        ("-3", ["3"], []),
        (
            "12, p. 3",  # a page, perhaps, but not the preamble
            ["12", "3"],
            ["We could not read this as an article, paragraph or point: “p”."],
        ),
        ("3,3,5,3", ["3", "5"], ["Named more than once but shown once: Article 3."]),
        ("4-6,5", ["4", "5", "6"], ["Named more than once but shown once: Article 5."]),
        (
            "x" * 60,
            [],
            [f"We could not read this as an article, paragraph or point: “{'x' * 40}…”."],
        ),
        (
            "0-47,12.1-12,3.1-4",
            [*map(str, range(48)), *(f"12.{number}" for number in range(1, 13))],
            ["A selection has at most 60 provisions. Left out: Articles 3(1)–(4)."],
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
    assert faults(text)[-1] == "This was too long. We stopped reading at “34”."
    assert codes("3" * 2000) == []


@pytest.mark.parametrize("text", ["\u3316" * 1000, "\ufdfa" * 1000, "3" + " " * 998 + "x"])
def test_no_letter_that_stands_for_many_makes_more_of_the_text_than_is_kept(text: str) -> None:
    assert len(read(text, NUMBERS).spelling) <= MAX_LENGTH


def test_of_many_missing_numbers_only_some_are_explained_one_by_one() -> None:
    said = faults(",".join(map(str, range(60, 80))))
    assert len(said) == 9
    assert said[-1] == "12 more like these were left out."
