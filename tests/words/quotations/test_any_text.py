"""Any text at all: what is in the texts is found, what has no words is nothing to compare."""

from __future__ import annotations

import re
from functools import cache

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.edition import in_force
from articles.edition.corpus import corpus
from articles.words.quotations import MAX_LENGTH, verify
from articles.words.quotations.words import Word, words_of
from tests.words.quotations.texts import HARBOUR, asked, checked

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("official")]


@pytest.mark.parametrize(
    "typed", ["", "  ", "…", "?!", "[anything at all]", "«»", "\u200c", "[", "_"]
)
def test_what_has_no_words_of_a_text_is_nothing_to_compare(typed: str) -> None:
    assert verify(typed, in_force()) is None


def test_a_long_text_is_cut_at_a_word() -> None:
    found = checked(HARBOUR + " whale" * 1000)
    assert found.was_cut
    [passage] = found.passages
    assert len(passage.quotation.text) <= MAX_LENGTH
    assert passage.quotation.text.endswith(" whale")


@cache
def sentences() -> list[tuple[str, str]]:
    """Every sentence of five words or more of the loaded texts, with the slug of its text."""
    return [
        (text.slug, sentence)
        for text in corpus(in_force())
        for unit in text.units
        for sentence in re.split(r"(?<=[.;:])\s", unit.text)
        if len(words_of(sentence)) >= 5
    ]


def whole_words_of(sentence: str) -> list[Word]:
    """The words of a sentence where one with a half-space counts as a single word."""
    return words_of(sentence.replace("\u200c", "\u200d"))


@given(data=st.data())
def test_any_sentence_of_a_text_is_exact(data: st.DataObject) -> None:
    slug, sentence = data.draw(st.sampled_from(sentences()))
    found = asked(sentence)
    assert found.matches[0].is_exact
    assert any(match.text.slug == slug and not match.variations for match in found.matches)


@given(data=st.data())
def test_any_sentence_with_one_word_replaced_is_altered_at_that_word(data: st.DataObject) -> None:
    _, sentence = data.draw(st.sampled_from(sentences()))
    word = data.draw(st.sampled_from(whole_words_of(sentence)))
    before, after = sentence[: word.start], sentence[word.end :]
    found = asked(f"{before}zzqx{after}")
    assert found.verdict in {
        "Altered: 1 word differs",
        "Not the treaty's words: altered from our own edition (1 word differs)",
    }
    [difference] = found.matches[0].differences
    assert (difference.kind, difference.quoted) == ("altered", "zzqx")
    # Two sentences may differ in that word only, and either be meant.
    assert asked(f"{before}{difference.published}{after}").matches[0].is_exact


SCRAPS = st.sampled_from(
    [*HARBOUR.split(), "…", "[", "]", "[...]", "(Article 1)", "چراغ‌ها", "«", "\n", "[the]", "\x00"]
)


@given(typed=st.text() | st.lists(SCRAPS).map(" ".join) | st.lists(SCRAPS).map("".join))
def test_any_text_at_all_gets_a_page(typed: str) -> None:
    response = Client().get("/verify/", {"text": typed})
    assert response.status_code == 200
