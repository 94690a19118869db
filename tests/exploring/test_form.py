"""What a query string of the explorer means, and the one address of that meaning."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from articles.exploring.form import ExplorerForm
from articles.models import Theme

pytestmark = pytest.mark.files

THEMES = [
    Theme(slug=slug, name=slug.title(), position=position)
    for position, slug in enumerate(("defence", "trade", "energy"), 1)
]
DEFENCE, TRADE, ENERGY = THEMES


def form(query_string: str) -> ExplorerForm:
    return ExplorerForm.read(QueryDict(query_string), THEMES)


@pytest.mark.parametrize(
    ("query_string", "address"),
    [
        ("", "/articles/"),
        ("q=", "/articles/"),
        ("q=oil", "/articles/?q=oil"),
        ("q=+oil++gas+", "/articles/?q=oil+gas"),
        ("q=oil&q=gas", "/articles/?q=gas"),
        ("theme=trade", "/articles/?theme=trade"),
        ("theme=energy&theme=defence", "/articles/?theme=defence&theme=energy"),
        ("theme=trade&theme=trade", "/articles/?theme=trade"),
        ("theme=trade&q=oil&page=3", "/articles/?q=oil&theme=trade"),
        ("q=oil&theme=zebras", "/articles/?q=oil"),
        ("theme=", "/articles/"),
        ("q=a%26b%3Dc%23d", "/articles/?q=a%26b%3Dc%23d"),
        ("q=%D1%81%D0%B0%D0%BD", "/articles/?q=%D1%81%D0%B0%D0%BD"),
        ("q=%FF%00", "/articles/?q=%EF%BF%BD%00"),
    ],
)
def test_each_state_has_one_address(query_string: str, address: str) -> None:
    assert form(query_string).address == address


def test_an_address_leads_back_to_the_same_state() -> None:
    state = form("theme=energy&q=%22crude+oil%22+-gas&theme=trade")
    assert form(state.address.partition("?")[2]) == state


def test_the_same_words_can_be_looked_for_in_all_themes() -> None:
    assert form("q=oil&theme=trade&theme=energy").address_without_themes == "/articles/?q=oil"


def test_themes_stand_in_their_own_order_whatever_was_typed() -> None:
    assert form("theme=energy&theme=defence").themes == (DEFENCE, ENERGY)


def test_an_unknown_theme_is_ignored_and_remembered() -> None:
    state = form("theme=zebras&theme=trade&theme=&theme=Trade")
    assert state.themes == (TRADE,)
    assert state.ignored_themes == ("Trade", "zebras")


def test_of_many_or_long_unknown_themes_only_a_little_is_remembered() -> None:
    state = form("&".join(f"theme={letter * 1000}" for letter in "edcba"))
    assert state.ignored_themes == ("a" * 40, "b" * 40, "c" * 40)


@pytest.mark.parametrize(
    ("query_string", "is_empty"),
    [
        ("", True),
        ("q=+", True),
        ('q="-"', True),
        ("theme=zebras", True),
        ("q=oil", False),
        ("q=-oil", False),
        ("theme=trade", False),
    ],
)
def test_a_form_is_empty_when_nothing_narrows_the_list(query_string: str, is_empty: bool) -> None:
    assert form(query_string).is_empty is is_empty
