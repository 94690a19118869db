"""The one way in which an address, and the one in which a sentence, names places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import treaty
from articles.selections.reading import MAX_LENGTH, MOST_PLACES, Reading, read
from articles.treaty import places
from articles.treaty.places import Place
from tests.selections.asking import NUMBERS

pytestmark = pytest.mark.files


ANY = {number: dict.fromkeys(range(1, 100), 99) for number in treaty.NUMBERS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "3"),
        ("3,4", "3,4"),
        ("3-4", "3,4"),
        ("3,4,5", "3-5"),
        ("5,4,3", "5-3"),
        ("3,4,5,7", "3-5,7"),
        ("12.2,12.3,12.4", "12.2-4"),
        ("12.2,13.3,12.4", "12.2,13.3,12.4"),
        ("3,12.4,12.3,12.2,4", "3,12.4-2,4"),
        ("0,1,2", "0,1,2"),
        ("0-3", "0,1-3"),
        ("46,47,closing", "46,47,closing"),
        ("45-47, the closing lines", "45-47,closing"),
        ("22.2.1,22.2.2,22.2.3", "22.2.1-3"),
        ("28.1.9,28.1.8,28.1.7,28.1", "28.1.9-7,28.1"),
        ("22(2.3)", "22.2.3"),
        ("28(4)", "28.1.4"),
        ("preamble,art 3,12(2)", "0,3,12.2"),
    ],
)
def test_places_have_one_address(text: str, expected: str) -> None:
    assert places.code(read(text, NUMBERS).places) == expected


@given(
    st.lists(
        st.builds(Place, st.integers(0, 48))
        | st.builds(Place, st.integers(0, 48), st.integers(1, 99))
        | st.builds(Place, st.integers(0, 48), st.integers(1, 99), st.integers(1, 99)),
        max_size=40,
    )
)
def test_the_address_of_any_places_leads_to_them_in_their_order(chosen: list[Place]) -> None:
    # The only paragraph of a list is not said, so 28.4 is its fourth point.
    chosen = [row for row in dict.fromkeys(chosen) if row.article not in treaty.LISTS or row.point]
    assert read(places.code(chosen), ANY) == Reading(tuple(chosen), (), places.code(chosen))


@given(st.text() | st.text("0123456789.,-;() /–%ar'setclosing"))
def test_no_text_is_an_error_and_what_it_yields_is_bounded(text: str) -> None:
    found = read(text, NUMBERS)
    assert len(found.places) <= MOST_PLACES
    assert len(set(found.places)) == len(found.places)
    assert len(found.faults) <= 13
    assert all(len(fault) <= 300 for fault in found.faults)
    assert len(found.spelling) <= MAX_LENGTH
    code = places.code(found.places)
    assert read(code, NUMBERS).places == found.places
    assert read(code, NUMBERS).faults == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "Article 3"),
        ("12.2", "Article 12(2)"),
        ("3,12.2,17-19", "Articles 3, 12(2) and 17–19"),
        ("19-17", "Articles 19–17"),
        ("12.2-4", "Articles 12(2)–(4)"),
        ("3,4", "Articles 3 and 4"),
        ("0", "Preamble"),
        ("0,3", "Preamble; Article 3"),
        ("0-2", "Preamble; Articles 1 and 2"),
        ("closing", "Closing lines"),
        ("46,47,closing,0", "Articles 46 and 47; Closing lines; Preamble"),
        ("3,22.2.3,17-19,closing", "Articles 3, 22(2.3) and 17–19; Closing lines"),
        ("22.2.1-3", "Articles 22(2.1)–(2.3)"),
        ("28.1.4,28.1.6-8", "Articles 28(4) and 28(6)–(8)"),
        ("0.3", "Preamble, recital 3"),
        ("0.1-3,5,0.4", "Preamble, recitals 1–3; Article 5; Preamble, recital 4"),
        ("1,3,5,7,9,11,13,15,17,19-21", "Articles 1, 3, 5, 7, 9, 11, 13, 15 and 4 more"),
    ],
)
def test_places_are_named_in_words(text: str, expected: str) -> None:
    assert places.spoken(read(text, NUMBERS).places) == expected
