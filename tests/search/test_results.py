"""What a search finds in the real edition, and in which order.

The same literal answers hold on both databases: that is how they are kept alike.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from articles import loading, markup
from articles.models import Article, Statement, Theme
from articles.search import parse
from articles.search.analysis import stem, tokens
from articles.search.query import Clause
from tests.loading.edition import Edition

pytestmark = pytest.mark.django_db


def found(text: str) -> list[int]:
    """Return the numbers of the articles found, best first."""
    return [article.number for article in Article.objects.search(parse(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sanctions", 19),
        ("nuclear", 23),
        ("nuclear energy", 23),
        ("intelligence", 4),
        ("spies", 4),
        ("Caspian", 13),
        ("disinformation", 33),
        ("fake news", 33),
        ("aggression", 3),
        ("mutual defence", 3),
        ("mutual defense", 3),
        ("military alliance", 3),
        ("military exercises", 5),
        ("terrorism", 7),
        ("extradition", 8),
        ("arms control", 10),
        ("cybercrime", 11),
        ("internet", 11),
        ("Shanghai Cooperation Organisation", 14),
        ("parliament", 15),
        ("provinces", 16),
        ("investment", 18),
        ("payments", 20),
        ("national currencies", 20),
        ("north-south corridor", 21),
        ("oil and gas", 22),
        ("customs", 25),
        ("agriculture", 24),
        ("health", 28),
        ("universities", 30),
        ("space", 31),
        ("Russian language", 32),
        ("multipolar world", 0),
        ("hegemony", 2),
    ],
)
def test_the_obvious_article_comes_first(text: str, number: int) -> None:
    assert found(text)[:1] == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sanctions", {19}),
        ("nuclear", {10, 23}),
        ("caspian", {12, 13}),
        ("media", {32, 33, 34, 35}),
        ("language", {32, 34, 35}),
        ("military", {0, 3, 5, 6}),
        ("aggression -military", set()),
        ("nuclear -disarmament", {23}),
        ("extradition", {8}),
        ("hijab zeppelin", set()),
    ],
)
def test_both_databases_find_the_same_articles(text: str, numbers: set[int]) -> None:
    assert set(found(text)) == numbers


@pytest.mark.parametrize(
    "quoted",
    ['"{}"', "“{}”", "„{}“", "”{}”", "«{}»", "»{}«", "‟{}”"],
    ids=["straight", "curly", "low and high", "two closing", "guillemets", "turned", "reversed"],
)
def test_quotation_marks_of_every_kind_are_obeyed(quoted: str) -> None:
    assert found(quoted.format("unilateral coercive measures")) == [19]
    assert found(quoted.format("measures coercive unilateral")) == []
    assert found(quoted.format("measures unilateral")) == []
    assert found("measures coercive unilateral") == [19]


def test_words_in_quotation_marks_are_found_in_that_form_only() -> None:
    assert found("sanctioning") == [19]
    assert found('"sanctions"') == [19]
    assert found('"sanctioning"') == []


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("of zebras striped", id="from the title into a keyword"),
        pytest.param("striped unspotted", id="from one keyword into the next"),
        pytest.param("unspotted grazing", id="from the last keyword into the gist"),
        pytest.param("hooves manes", id="from one paragraph into the next"),
    ],
)
def test_a_phrase_does_not_run_from_one_text_into_another(edition: Edition, phrase: str) -> None:
    """Nobody wrote such a phrase, so an article that had it would have nothing to show for it."""
    edition.put("title", 4, "Of zebras")
    edition.put("gist", 4, "Grazing.")
    edition.set("articles/04.toml", "keywords", '["striped", "unspotted"]')
    edition.put("text", 4, "Hooves.")
    edition.put("text", 4, "Manes.")
    loading.load(edition.folder)
    assert found(phrase) == [4]
    assert found(f'"{phrase}"') == []


def test_a_word_after_a_minus_sign_is_left_out() -> None:
    assert found("nuclear") == [23, 10]
    assert found("nuclear -disarmament") == [23]
    assert found('nuclear -"arms control"') == [23]
    assert found("nuclear -nuclear") == []


def test_an_exclusion_alone_leaves_all_others_in_the_order_of_the_treaty() -> None:
    assert found("-sanctions") == [number for number in range(48) if number != 19]
    assert found('-"unilateral coercive measures"') == [n for n in range(48) if n != 19]
    assert found("-zeppelin") == list(range(48))


def test_a_query_without_words_keeps_all_articles_in_the_order_of_the_treaty() -> None:
    assert found("") == list(range(48))
    assert found(' "" - ') == list(range(48))


def test_where_no_article_has_all_of_the_words_those_that_have_some_are_found() -> None:
    some = list(Article.objects.search(parse("extradition hegemony zeppelin")))
    assert {article.number for article in some} == {2, 8}
    assert not any(article.is_complete for article in some)
    every = list(Article.objects.search(parse("nuclear disarmament")))
    assert [article.number for article in every] == [10]
    assert every[0].is_complete


def test_an_exclusion_holds_where_only_some_of_the_words_are_found() -> None:
    assert set(found("extradition hegemony zeppelin -multilateralism")) == {8}
    assert found("zeppelin hijab -trade") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sanction", "sanctions"),
        ("cooperate", "cooperation"),
        ("corridor", "corridors"),
        ("CASPIAN", "caspian"),
        ("Cóoperation", "cooperation"),
    ],
)
def test_any_form_of_a_word_finds_the_same_articles(one: str, other: str) -> None:
    assert set(found(one)) == set(found(other)) != set()


def test_stems_find_more_than_the_word_as_it_stands() -> None:
    assert set(found("cooperate")) > set(found('"cooperate"'))
    assert found("sanction") == [19]
    assert found('"sanction"') == []


@pytest.mark.parametrize("word", ["𞤀𞤣𞤤𞤢𞤥", "𐓀𐓁"], ids=["Adlam", "Osage"])
def test_a_word_in_a_young_script_is_a_word(word: str) -> None:
    """A tokenizer that knows the letters of an older Unicode only must not let it vanish."""
    assert found(word) == []
    hits = Article.objects.search(parse(f"sanctions {word}"))
    assert [(hit.number, hit.is_complete) for hit in hits] == [(19, False)]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("title", "keywords"),
        ("title", "gist"),
        ("title", "text"),
        ("keywords", "text"),
        ("gist", "text"),
        ("text", "unconfirmed"),
    ],
)
def test_a_better_field_counts_more(edition: Edition, better: str, worse: str) -> None:
    """In two short articles; the later has the better field, so its number cannot help it."""
    edition.put(better, 10, "The zebra.")
    edition.put(worse, 4, "The zebra.")
    loading.load(edition.folder)
    assert found("zebra") == [10, 4]


@pytest.mark.parametrize("better", ["title", "keywords", "gist"])
def test_title_keywords_and_gist_of_a_long_article_go_before_the_text_of_a_short_one(
    edition: Edition, better: str
) -> None:
    edition.put(better, 19, "The zebra.")
    edition.put("text", 4, "Zebra after zebra.")
    loading.load(edition.folder)
    assert found("zebra") == [19, 4]


def test_equal_articles_stand_in_the_order_of_the_treaty(edition: Edition) -> None:
    for number in (44, 36, 40, 26):
        edition.set(f"articles/{number}.toml", "gist", '"The zebra."')
    loading.load(edition.folder)
    hits = list(Article.objects.search(parse("zebra")))
    assert [hit.number for hit in hits] == [26, 36, 40, 44]
    assert len({hit.score for hit in hits}) == 1


@pytest.mark.parametrize("text", ["cooperation", "article", "the", "-sanctions", "trade"])
def test_hits_come_best_first_and_then_in_the_order_of_the_treaty(text: str) -> None:
    hits = [(hit.score, hit.number) for hit in Article.objects.search(parse(text))]
    assert len(hits) > 5
    assert all(
        before[0] > after[0] or (before[0] == after[0] and before[1] < after[1])
        for before, after in pairwise(hits)
    )


def themes(*slugs: str) -> list[Theme]:
    return list(Theme.objects.filter(slug__in=slugs))


@pytest.mark.parametrize(
    ("slugs", "numbers"),
    [
        (["sanctions"], [19]),
        (["sanctions", "trade"], [19]),
        (["principles", "defence"], [1, 3]),
        (["sanctions", "defence"], []),
    ],
)
def test_all_themes_must_match(slugs: list[str], numbers: list[int]) -> None:
    articles = Article.objects.with_themes(themes(*slugs))
    assert [article.number for article in articles] == numbers


def test_search_chains_with_filters_and_slices_in_one_lazy_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    chosen = themes("principles")
    with django_assert_num_queries(0):
        articles = (
            Article.objects.with_themes(chosen)
            .search(parse("military aggression"))
            .filter(evidence="reported")
            .exclude(number=0)[:1]
        )
    with django_assert_num_queries(1):
        assert [article.number for article in articles] == [3]


def test_filters_may_stand_before_or_after_the_search() -> None:
    query, chosen = parse("cooperation"), themes("defence")
    before = Article.objects.with_themes(chosen).filter(number__gt=2).search(query)
    after = Article.objects.search(query).with_themes(chosen).filter(number__gt=2)
    assert list(before) == list(after)
    assert {article.number for article in before} == {3, 4, 5, 6, 10}


def test_hits_can_be_counted_asked_for_and_reversed() -> None:
    hits = Article.objects.search(parse("nuclear"))
    assert hits.count() == 2
    assert hits.exists()
    assert list(hits.values_list("number", flat=True)) == [23, 10]
    assert [hit.number for hit in hits.reverse()] == [10, 23]
    assert [hit.number for hit in hits[1:]] == [10]
    assert not Article.objects.search(parse("zeppelin")).exists()


def test_an_article_is_found_once_however_many_themes_it_has() -> None:
    numbers = found("cooperation")
    assert len(numbers) == len(set(numbers))


Words = list[str]


@pytest.fixture(scope="module")
def edition_words(django_db_setup: None, django_db_blocker: object) -> dict[int, list[Words]]:
    """Return the words of each article, text by text."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {
            article.number: [[token.word for token in tokens(text)] for text in texts(article)]
            for article in Article.objects.all()
        }


def texts(article: Article) -> list[str]:
    statements = Statement.objects.filter(paragraph__article=article)
    return [
        article.title,
        article.gist,
        *article.keywords,
        *(markup.to_text(statement.html) for statement in statements),
    ]


def has(texts: list[Words], clause: Clause) -> bool:
    """Say by plain comparison whether a text holds a word in any form, or a phrase as it is."""
    if not clause.quoted:
        return any(stem(word) == clause.words[0].stem for text in texts for word in text)
    phrase = " ".join(word.word for word in clause.words)
    return any(f" {phrase} " in f" {' '.join(text)} " for text in texts)


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_any_query_finds_what_plain_comparison_finds(
    data: st.DataObject, edition_words: dict[int, list[Words]]
) -> None:
    texts = [text for row in edition_words.values() for text in row]

    def part() -> str:
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text) - 1))
        words = text[start : start + data.draw(st.integers(1, 3))]
        return data.draw(
            st.sampled_from([words[0], f'"{" ".join(words)}"', f'"{" ".join(words[::-1])}"'])
        )

    wanted = [part() for _ in range(data.draw(st.integers(1, 4)))]
    excluded = [f"-{part()}" for _ in range(data.draw(st.integers(0, 2)))]
    query = parse(" ".join(wanted + excluded))

    allowed = {
        number
        for number, row in edition_words.items()
        if not any(has(row, clause) for clause in query.excluded)
    }
    by_clause = [
        {number for number in allowed if has(edition_words[number], clause)}
        for clause in query.clauses
    ]
    complete = set.intersection(*by_clause)
    hits = list(Article.objects.search(query))
    assert {hit.number for hit in hits} == (complete or set.union(*by_clause))
    assert all(hit.is_complete == bool(complete) for hit in hits)
