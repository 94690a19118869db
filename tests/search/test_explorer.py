"""What the explorer makes of a query string, on the real edition."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from articles.explorer import Exploration, explore
from articles.models import Article, ArticleTheme
from articles.search import parse

pytestmark = pytest.mark.django_db

ALL = list(range(48))


def exploration(text: str = "", *themes: str) -> Exploration:
    data = QueryDict(mutable=True)
    data["q"] = text
    data.setlist("theme", list(themes))
    return explore(data)


def numbers(found: Exploration) -> list[int]:
    return [hit.article.number for hit in found.hits]


def test_without_a_question_all_articles_stand_in_order_with_their_gists() -> None:
    found = explore(QueryDict())
    assert numbers(found) == ALL
    assert found.count == 48
    assert found.numbers == set(ALL)
    assert found.notices == ()
    for hit in found.hits:
        assert (hit.excerpt.text, hit.paragraph, hit.why) == (hit.article.gist, None, ())


def test_an_exclusion_alone_marks_nothing() -> None:
    found = exploration("-sanctions")
    assert numbers(found) == [number for number in ALL if number != 19]
    assert not any(part.is_marked for hit in found.hits for part in hit.excerpt.segments)


def test_a_hit_leads_to_its_best_paragraph() -> None:
    assert exploration("aggressor").hits[0].url == "/articles/3/3/"
    assert exploration('"multipolar world order"').hits[0].url == "/preamble/5/"
    assert exploration("spies").hits[0].url == "/articles/4/"


def test_a_hit_says_why_it_was_found() -> None:
    assert exploration("spies").hits[0].why == ("words readers use",)
    assert exploration("sanctions").hits[0].why[:2] == ("title", "words readers use")


def test_an_unconfirmed_excerpt_is_flagged() -> None:
    (customs,) = exploration("customs").hits
    assert customs.article.number == 25
    assert customs.excerpt.is_unconfirmed
    (sanctions,) = exploration("sanctions").hits
    assert not sanctions.excerpt.is_unconfirmed


@pytest.mark.parametrize(
    ("text", "themes", "expected"),
    [
        ("", ["sanctions"], [19]),
        ("", ["principles", "defence"], [1, 3]),
        ("", ["sanctions", "defence"], []),
        ("aggression", ["principles"], [3]),
        ("nuclear", ["energy"], [23]),
        ("nuclear", ["defence"], [10]),
        ("nuclear", ["trade"], []),
        ("-aggression", ["principles", "defence"], [1]),
    ],
)
def test_words_and_themes_narrow_together(
    text: str, themes: list[str], expected: list[int]
) -> None:
    assert numbers(exploration(text, *themes)) == expected


def test_an_unknown_theme_is_ignored_with_a_notice() -> None:
    found = exploration("", "zebras", "sanctions")
    assert numbers(found) == [19]
    assert found.notices == ("There is no theme “zebras”; it was ignored.",)
    assert numbers(exploration("", "zebras")) == ALL


def test_a_query_that_is_cut_gets_a_notice() -> None:
    found = exploration("sanctions " + "x" * 300)
    assert found.notices[0] == ("The query was long: only its first 200 characters were searched.")
    assert len(found.form.query.text) == 200


def test_a_short_query_of_too_many_words_gets_a_notice_that_is_true() -> None:
    found = exploration(" ".join("abcdefghijklmnopqrstuvwxyz"))
    assert "long" in found.notices[0]
    assert "200 characters" not in found.notices[0]


def test_where_no_article_has_all_words_some_are_enough_with_a_notice() -> None:
    found = exploration("extradition hegemony zeppelin")
    assert found.numbers == {2, 8}
    assert found.notices == ("No article has all of these words. These have some of them.",)


@pytest.mark.parametrize("text", ["zeppelin", "zeppelin hijab", '"zebra crossing"'])
def test_a_query_that_finds_nothing_says_nothing_untrue(text: str) -> None:
    found = exploration(text)
    assert (found.hits, found.notices, found.count) == ((), (), 0)
    assert {choice.count for choice in found.choices} == {0}


QUESTIONS = [
    ("", []),
    ("", ["principles"]),
    ("", ["principles", "defence"]),
    ("", ["sanctions", "energy"]),
    ("cooperation", []),
    ("cooperation", ["trade"]),
    ("nuclear -disarmament", []),
    ("extradition hegemony zeppelin", []),
    ("-cooperation", ["trade"]),
]


@pytest.mark.parametrize(("text", "chosen"), QUESTIONS)
def test_each_theme_shows_how_many_articles_it_would_leave(text: str, chosen: list[str]) -> None:
    found = exploration(text, *chosen)
    searched = {article.number for article in Article.objects.search(parse(text))}
    has = set(ArticleTheme.objects.values_list("article_id", "theme_id"))
    left = {number for number in searched if all((number, slug) in has for slug in chosen)}
    assert {choice.theme.slug: choice.count for choice in found.choices} == {
        choice.theme.slug: len({n for n in left if (n, choice.theme.slug) in has})
        for choice in found.choices
    }
    assert [choice.theme.slug for choice in found.choices if choice.is_chosen] == chosen


@pytest.mark.parametrize(("text", "chosen"), QUESTIONS)
def test_choosing_a_theme_leaves_as_many_articles_as_it_said(text: str, chosen: list[str]) -> None:
    for choice in exploration(text, *chosen).choices:
        assert exploration(text, *chosen, choice.theme.slug).count == choice.count


def test_every_theme_is_offered_once_in_its_order() -> None:
    positions = [choice.theme.position for choice in exploration("sanctions").choices]
    assert positions == list(range(1, 16))


def test_the_counts_of_a_known_question_are_these() -> None:
    counts = {choice.theme.slug: choice.count for choice in exploration("nuclear").choices}
    assert {slug: count for slug, count in counts.items() if count} == {
        "defence": 1,
        "diplomacy": 1,
        "energy": 1,
    }


def test_a_chosen_theme_can_be_removed() -> None:
    found = exploration("aggression", "principles", "defence")
    assert [(removal.theme.slug, removal.address) for removal in found.removals] == [
        ("principles", "/articles/?q=aggression&theme=defence"),
        ("defence", "/articles/?q=aggression&theme=principles"),
    ]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        *QUESTIONS,
        ("states treaty the of and", ["zebras"]),
        ("x" * 10_000, ["trade"] * 50),
        (" ".join("abcdefghijklmnopqrstuvwxyz"), ["trade", "energy", "finance", "transport"]),
    ],
)
def test_an_exploration_asks_the_database_at_most_six_times(
    text: str, themes: list[str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Everything that a page shows of a hit is there, too: nothing is fetched one by one."""
    with django_assert_max_num_queries(6):
        for hit in exploration(text, *themes).hits:
            assert (hit.url, hit.excerpt.text, hit.why, hit.article.theme_list) is not None
