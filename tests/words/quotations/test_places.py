"""Where the words of a quotation stand: in which texts and places, and where it says they do."""

from __future__ import annotations

import pytest

from tests.invented import Articles, EditionWith, Texts
from tests.words.quotations.texts import ENGLISH, HARBOUR, TEXTS, asked, told

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("official")]


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("shall light every lamp before dusk", "Exact"),
        ("shall light every candle before dusk", "Altered: 1 word differs"),
    ],
)
def test_the_same_result_in_two_texts_is_shown_once_with_both_names(
    edition_with: EditionWith, typed: str, verdict: str
) -> None:
    found = asked(typed, edition_with({**TEXTS, "en-copy": ("en", "", ENGLISH)}))
    assert found.verdict == verdict
    same = [match.source for match in found.matches if match.text.slug == "en"]
    assert same == ["Official text, English, Invented and English (en-copy)"]
    assert "en-copy" not in [match.text.slug for match in found.matches]


def test_a_passage_that_another_text_goes_on_from_differently_is_shown_for_each(
    edition_with: EditionWith,
) -> None:
    further: Articles = {1: {1: f"{HARBOUR} Then they may sleep."}}
    edition = edition_with({**TEXTS, "en-further": ("en", "", further)})
    found = asked("until the last boat has returned", edition)
    assert found.verdict == "Exact, in 3 places"
    assert [match.source for match in found.matches] == [
        "Official text, English, Invented",
        "Official text, English, Invented",
        "Official text, English (en-further)",
    ]


def test_a_whole_persian_word_is_found_after_any_number_of_longer_ones(
    edition_with: EditionWith,
) -> None:
    longer: Articles = {article: {1: "صدف‌ها در آب. " * 3} for article in range(1, 18)}
    shells: Articles = {**longer, 20: {1: "صدف در آب."}}
    found = asked("صدف", edition_with({**TEXTS, "fa-shells": ("fa", "", shells)}))
    assert (found.verdict, found.count) == ("Exact", 1)
    assert [match.label for match in found.matches] == ["Article 20, paragraph 1"]


def test_places_that_are_not_shown_are_counted_once_for_texts_with_the_same_words(
    edition_with: EditionWith,
) -> None:
    buoys: Articles = {article: {1: "A red buoy. " * 3} for article in range(1, 18)}
    copies: Texts = dict.fromkeys(("en-buoys", "en-buoys-2"), ("en", "", buoys))
    found = asked("a red buoy", edition_with({**TEXTS, **copies}))
    assert found.count == 51
    assert found.left_out.startswith("31 more passages ")


def test_words_that_stand_in_many_places_are_listed_with_the_official_texts_first() -> None:
    found = told("the keepers of the lake")
    assert found.verdict == "Exact but for capitals, in 3 places"
    assert found.places == [
        "en Article 1, paragraph 1",
        "en Article 2, paragraph 2",
        "en-other Article 1, paragraph 1",
    ]


@pytest.mark.parametrize(
    ("typed", "attribution"),
    [
        (
            "“every lamp before dusk” (Article 1(1))",
            "The citation is right: Article 1, paragraph 1.",
        ),
        ("“every lamp before dusk”, art. 1", "The citation is right: Article 1."),
        ("Article 1: “every lamp before dusk”", "The citation is right: Article 1."),
        (
            "every lamp before dusk [Article 3, paragraph 2]",
            "The citation is wrong: it names Article 3, paragraph 2, but the words are from "
            "Article 1, paragraph 1.",
        ),
        ("«все фонари» (ст. 1)", "The citation is right: Article 1."),
        ("«نگهبانان دریاچه» (ماده ۱)", "The citation is right: Article 1."),
        ("every lamp before dusk", None),
    ],
)
def test_a_citation_is_no_part_of_the_quotation_and_is_checked(
    typed: str, attribution: str | None
) -> None:
    found = asked(typed)
    assert found.verdict == "Exact"
    assert found.attributions == ([attribution] if attribution else [])


def test_the_place_that_is_cited_comes_first() -> None:
    assert told("the keepers of the lake (Article 2)").places[0] == "en Article 2, paragraph 2"
