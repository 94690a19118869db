"""The strip of ticks: what it shows of the treaty, and of a theme, a mention and a strength."""

from __future__ import annotations

import pytest

from articles import treaty
from articles.edition import Edition
from articles.models import Strength
from articles.reading.spread import spread_of_mention, spread_of_strength, spread_of_theme
from articles.reading.strip import Tick, strip
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def numbers(ticks: list[Tick], state: str) -> list[int]:
    return [tick.number for tick in ticks if tick.state == state]


def test_a_strip_has_a_tick_for_every_article_in_order(
    edition: Edition,
) -> None:
    ticks = strip(edition)
    assert [tick.number for tick in ticks] == list(treaty.NUMBERS)
    assert (ticks[0].label, ticks[5].label, ticks[48].label) == ("P", "5", "C")
    assert {tick.state for tick in ticks} == {""}
    assert not any(tick.is_here for tick in ticks)


def test_neighbours_with_the_same_leading_theme_form_a_run_of_one_colour(edition: Edition) -> None:
    ticks = strip(edition)
    themes = [article.leading_theme for article in edition.articles]
    for index in range(len(ticks) - 1):
        assert ticks[index].ends_run == (themes[index] != themes[index + 1])
    assert ticks[-1].ends_run
    assert [tick.family for tick in ticks] == [theme.family for theme in themes]


def test_only_the_article_that_is_open_is_raised(edition: Edition) -> None:
    assert [tick.number for tick in strip(edition, here=14) if tick.is_here] == [14]


def test_ticks_that_look_alike_have_one_key(edition: Edition) -> None:
    one, other = strip(edition, {3}, here=3), strip(edition, {3, 4}, also={5})
    alike = [a.number for a, b in zip(one, other, strict=True) if a.key == b.key]
    assert alike == [number for number in treaty.NUMBERS if number not in {3, 4, 5}]


def test_a_theme_lights_where_it_leads_and_less_where_it_is_also_one(edition: Edition) -> None:
    trade = next(theme for theme in edition.themes if theme.slug == "trade")
    ticks = spread_of_theme(edition, trade)
    assert numbers(ticks, "lit") == [17, 18, 25, 26, 27]
    assert numbers(ticks, "also") == [14, 16, 19, 20, 21, 24]


def test_a_mention_lights_where_it_is_named_and_less_where_it_is_background(
    edition: Edition,
) -> None:
    charter = next(mention for mention in edition.mentions if mention.slug == "un-charter")
    ticks = spread_of_mention(edition, charter)
    assert (numbers(ticks, "lit"), numbers(ticks, "also")) == ([0, 3], [19])


def test_a_strength_lights_the_articles_with_a_paragraph_of_it(edition: Edition) -> None:
    ticks = spread_of_strength(edition, Strength.BAN)
    assert 3 in numbers(ticks, "lit")
    assert all(
        tick.is_lit
        == any(
            Strength.BAN in row.strengths for row in edition.by_number[tick.number].paragraphs.all()
        )
        for tick in ticks
    )


@pytest.mark.parametrize("address", ["/themes/trade/", "/mentions/un-charter/"])
def test_the_strip_is_a_picture_beside_a_list_that_says_the_same(address: str) -> None:
    page = fetch(address)
    assert len(page.document.query('.strip[aria-hidden="true"] > .tick')) == 49
    listed = {node.attrs["href"] for node in page.document.query("main li a")}
    shown = page.text(".tick.lit, .tick.also")
    assert shown
    named = {"P": "/preamble/", "C": "/closing/"}
    assert {named.get(number, f"/articles/{number}/") for number in shown} <= listed
