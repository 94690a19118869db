"""What a query string of the explorer means, and the one address of that meaning."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from articles.exploring.filters import STRENGTH, THEME, Filter, Match
from articles.exploring.form import ExplorerForm

pytestmark = pytest.mark.files

NONE: frozenset[int] = frozenset()
FILTERS = [
    *(Filter(THEME, slug, slug.title(), NONE) for slug in ("defence", "trade", "energy")),
    *(Filter(STRENGTH, value, value.title(), NONE) for value in ("ban", "aim")),
]
DEFENCE, TRADE, ENERGY, BAN, AIM = FILTERS


def form(query_string: str) -> ExplorerForm:
    return ExplorerForm.read(QueryDict(query_string), FILTERS)


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
        ("strength=ban", "/articles/?strength=ban"),
        (
            "strength=aim&strength=ban&q=oil&theme=trade",
            "/articles/?q=oil&theme=trade&strength=ban&strength=aim",
        ),
        ("theme=ban&strength=trade", "/articles/"),
        ("match=any", "/articles/"),
        ("match=some", "/articles/"),
        ("theme=trade&match=any", "/articles/?theme=trade"),
        ("theme=trade&match=all", "/articles/?theme=trade&match=all"),
        ("theme=trade&theme=energy&match=all", "/articles/?theme=trade&theme=energy"),
        ("match=any&theme=trade&strength=ban", "/articles/?theme=trade&strength=ban&match=any"),
        ("match=any&match=all&theme=trade&strength=ban", "/articles/?theme=trade&strength=ban"),
        ("q=a%26b%3Dc%23d", "/articles/?q=a%26b%3Dc%23d"),
        ("q=%D1%81%D0%B0%D0%BD", "/articles/?q=%D1%81%D0%B0%D0%BD"),
        ("q=%FF%00", "/articles/?q=%EF%BF%BD%00"),
    ],
)
def test_each_state_has_one_address(query_string: str, address: str) -> None:
    assert form(query_string).address == address


def test_an_address_leads_back_to_the_same_state() -> None:
    for rest in ("", "&strength=ban&match=any", "&match=all", "&match=some"):
        state = form(f"theme=energy&q=%22crude+oil%22+-gas{rest}")
        again = form(state.address.partition("?")[2])
        assert (again.query, again.filters, again.match) == (
            state.query,
            state.filters,
            state.match,
        )


def test_the_same_words_can_be_looked_for_among_all_articles() -> None:
    state = form("q=oil&theme=trade&strength=ban&match=any")
    assert state.address_without_filters == "/articles/?q=oil"


def test_filters_stand_in_their_own_order_whatever_was_typed() -> None:
    state = form("strength=aim&theme=energy&strength=ban&theme=defence")
    assert state.filters == (DEFENCE, ENERGY, BAN, AIM)
    assert state.strengths == {"ban", "aim"}


@pytest.mark.parametrize(
    ("query_string", "match"),
    [
        ("", Match.ANY),
        ("theme=trade", Match.ANY),
        ("theme=trade&theme=energy", Match.ALL),
        ("theme=trade&strength=ban", Match.ALL),
        ("theme=trade&strength=ban&match=any", Match.ANY),
        ("theme=trade&strength=ban&match=ANY", Match.ALL),
        ("theme=trade&match=all", Match.ALL),
    ],
)
def test_an_address_with_several_filters_means_all_of_them_unless_it_says_any(
    query_string: str, match: Match
) -> None:
    assert form(query_string).match is match


def test_what_is_unknown_is_ignored_and_remembered() -> None:
    state = form("theme=zebras&theme=trade&theme=&theme=Trade&strength=law&match=some")
    assert state.filters == (TRADE,)
    assert state.ignored == (
        *(("strength", "law"), ("theme", "Trade"), ("theme", "zebras"), ("match", "some")),
    )
    assert form("match=").ignored == ()


def test_of_many_or_long_unknown_values_only_a_little_is_remembered() -> None:
    state = form("&".join(f"theme={letter * 1000}" for letter in "edcba"))
    assert state.ignored == (("theme", "a" * 40), ("theme", "b" * 40), ("theme", "c" * 40))


@pytest.mark.parametrize(
    ("query_string", "heading"),
    [
        ("", "All articles"),
        ("q=who+decides%3F&theme=trade", "who decides?"),
        ("theme=trade", "Trade"),
        ("theme=trade&theme=energy", "Trade, and Energy"),
        ("theme=trade&strength=ban&strength=aim&match=any", "Trade, Ban, or Aim"),
    ],
)
def test_the_heading_is_the_question(query_string: str, heading: str) -> None:
    assert form(query_string).heading == heading


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
        ("strength=ban", False),
        ("match=any", True),
    ],
)
def test_a_form_is_empty_when_nothing_narrows_the_list(query_string: str, is_empty: bool) -> None:
    assert form(query_string).is_empty is is_empty
