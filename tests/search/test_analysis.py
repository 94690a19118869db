"""How text is broken into words, whatever database looks for them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.search.analysis import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two states", ["the", "two", "states"]),
        ("unilateral/coercive, measures.", ["unilateral", "coercive", "measures"]),
        ("North–South corridor", ["north", "south", "corridor"]),
        ("non-interference", ["non", "interference"]),
        ("the state's and the states’ duty", ["the", "state", "and", "the", "states", "duty"]),
        ("Café NAÏVE", ["cafe", "naive"]),
        ("ﬁshing", ["fishing"]),
        ("Straße", ["strasse"]),
        ("САНКЦИИ, ёлка", ["санкции", "елка"]),
        ("كتاب کتاب", ["کتاب", "کتاب"]),
        ("می‌روم", ["میروم"]),
        ("snake_case", ["snake", "case"]),
        ("BRICS+ 2025", ["brics", "2025"]),
        ("🕊 — \x00 \"' -*:()", []),
        ("", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


@pytest.mark.parametrize(
    "forms",
    [
        ("sanction", "sanctions", "sanctioned"),
        ("cooperate", "cooperation", "cooperating", "Cooperates"),
        ("bank", "banks", "banking"),
        ("treaty", "treaties"),
        ("санкция", "санкции", "санкций"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({token.stem for form in forms for token in tokens(form)}) == 1


def test_different_words_keep_different_stems() -> None:
    assert len({token.stem for token in tokens("sanction sanctuary nuclear nucleus trade")}) == 5


def test_a_token_says_where_it_stands() -> None:
    text = "Iran’s trade."
    assert [text[token.start : token.end] for token in tokens(text)] == ["Iran’s", "trade"]


@settings(deadline=None)
@given(st.text())
@example("ﷺ" * 5)
@example("İ ΐ ǰ ŉ 한국 ½ Ⅷ ㋀")
def test_words_are_letters_and_digits_and_stand_in_order(text: str) -> None:
    """Both databases are handed these words in quotation marks, so nothing else may be in them."""
    found = tokens(text)
    assert all(token.word.isalnum() and token.stem.isalnum() for token in found)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
