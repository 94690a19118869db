"""What a search finds in the real edition, and in which order.

The same literal answers hold on both databases: that is how they are kept alike.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from articles import loading, treaty
from articles.edition import in_force
from tests.loading.draft import Draft
from tests.search import corpus
from tests.search.asking import findings, found
from tests.search.corpus import document

pytestmark = pytest.mark.django_db


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
        ("joint investment", 18),
        ("payments", 20),
        ("national currencies", 20),
        ("north-south corridor", 21),
        ("oil and gas", 22),
        ("customs", 25),
        ("agriculture", 24),
        ("health", 28),
        ("universities", 30),
        ("space", 31),
        ("Russian language", 34),
        ("multipolar world", 0),
        ("hegemony", 2),
    ],
)
def test_the_obvious_article_comes_first(text: str, number: int) -> None:
    assert found(text)[:1] == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sanctions", [19]),
        ("nuclear", [23, 10]),
        ("caspian", [13, 12]),
        ("media", [33, 32]),
        ("language", [34, 48, 30]),
        ("aggression -military", []),
        ("nuclear -disarmament", [23]),
        ("extradition", [8]),
        ("xylophone zeppelin", []),
        ("spies OR extradition", [8, 4]),
        ("terroris*", [7, 20]),
        ('"zone of peace"', [13]),
    ],
)
def test_both_databases_find_the_same_articles(text: str, numbers: list[int]) -> None:
    assert found(text) == numbers


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


def test_a_phrase_does_not_run_from_one_text_into_another(draft: Draft) -> None:
    """Nobody wrote such a phrase, so an article that had it would have nothing to show for it."""
    draft.put("title", 4, "Of zebras")
    draft.put("gist", 4, "Grazing.")
    draft.set("articles/04.toml", "keywords", '["striped", "unspotted"]')
    draft.put("text", 4, "Hooves.")
    draft.put("text", 4, "Manes.")
    draft.write("thesaurus/economy.toml", "concept = []")
    draft.write("thesaurus/security.toml", "concept = []")
    draft.write("thesaurus/society.toml", "concept = []")
    draft.write("thesaurus/final.toml", "concept = []")
    loading.load(draft.folder)
    for phrase in ["of zebras striped", "striped unspotted", "unspotted grazing", "hooves manes"]:
        assert found(phrase) == [4]
        assert found(f'"{phrase}"') == []
    assert found('"of zebras"') == [4]


def test_a_word_after_a_minus_sign_is_left_out() -> None:
    assert found("nuclear") == [23, 10]
    assert found("nuclear -disarmament") == [23]
    assert found('nuclear -"arms control"') == [23]
    assert found("nuclear -disarm*") == [23]
    assert found("nuclear -nuclear") == []


def test_an_exclusion_alone_leaves_all_others_in_the_order_of_the_treaty() -> None:
    assert found("-sanctions") == [number for number in treaty.NUMBERS if number != 19]
    assert found('-"unilateral coercive measures"') == [n for n in treaty.NUMBERS if n != 19]
    assert found("-sanct*") == [number for number in treaty.NUMBERS if number != 19]
    assert found("-zeppelin") == list(treaty.NUMBERS)


def test_where_no_article_has_all_of_the_words_those_that_have_most_are_found() -> None:
    some = findings("extradition hegemony zeppelin")
    assert {match.article_id for match in some.matches} == {2, 8}
    assert {round(match.completeness, 2) for match in some.matches} == {0.33}
    assert not some.is_complete
    every = findings("nuclear disarmament")
    assert [match.article_id for match in every.matches] == [10]
    assert every.is_complete


def test_an_exclusion_holds_where_only_some_of_the_words_are_found() -> None:
    assert set(found("extradition hegemony zeppelin -multilateralism")) == {8}
    assert found("zeppelin xylophone -trade") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ('zeppelin "zone of peace"', [13]),
        ("zeppelin metrolog*", [27]),
        ('zeppelin xylophone "unilateral coercive measures"', [19]),
        ("zeppelin spies OR extradition", [8, 4]),
        ('"zone of peace" "unilateral coercive measures"', []),
    ],
)
def test_a_phrase_a_beginning_or_a_choice_must_be_found_whatever_else_is_not(
    text: str, numbers: list[int]
) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "either", ["spies OR extradition", "extradition OR spies", "spies | extradition"]
)
def test_of_two_with_or_between_them_one_is_enough(either: str) -> None:
    assert set(found(either)) == {4, 8}
    assert set(found(f"{either} -prisoners")) == {4}
    assert set(found('"unilateral coercive measures" OR hegemon*')) >= {2, 19}


def test_or_binds_only_its_neighbours() -> None:
    assert found("peaceful nuclear OR zeppelin")[:1] == [23]
    assert set(found("peaceful nuclear OR zeppelin")) <= set(found("nuclear OR zeppelin"))
    assert found('"unilateral coercive measures" nuclear OR sanctions') == [19]
    assert found('"unilateral coercive measures" nuclear OR zeppelin') == []


@pytest.mark.parametrize(
    ("beginning", "number"),
    [("metrolog*", 27), ("multipol*", 0), ("SEPARATIS*", 3), ("coer*", 19)],
)
def test_a_beginning_finds_the_words_that_begin_so(beginning: str, number: int) -> None:
    assert found(beginning)[:1] == [number]
    assert found(f'"{beginning.rstrip("*").lower()}"') == []


def test_a_beginning_is_no_stem_and_no_ending() -> None:
    assert 19 in found("measures*")
    assert found("measuress*") == found("etrology*") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sanction", "sanctions"),
        ("cooperate", "cooperation"),
        ("corridor", "corridors"),
        ("CASPIAN", "caspian"),
        ("Cóoperation", "cooperation"),
        ("defense", "defence"),
        ("organization", "organisation"),
        ("neighboring", "neighbouring"),
        ("standardization", "standardisation"),
        ("centers", "centres"),
        ("санкциями", "санкции"),
        ("агрессией", "агрессия"),
        ("تحريم", "تحریم"),
        ("تحریم‌های", "تحریم"),
        ("تحریـم", "تحریم"),
        ("دانشگاه‌ها", "دانشگاه"),
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
    some = findings(f"sanctions {word}")
    assert [match.article_id for match in some.matches] == [19]
    assert not some.is_complete
    corpus.index(zebra := document(4, text=f"The {word}."))
    assert corpus.found(word, zebra) == [4]
    assert corpus.found(f'"the {word}"', zebra) == [4]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("title", "keywords"),
        ("title", "gist"),
        ("title", "text"),
        ("keywords", "gist"),
        ("keywords", "text"),
        ("gist", "text"),
        ("official", "text"),
    ],
)
def test_a_better_field_counts_more(better: str, worse: str) -> None:
    """The later article has the better field, so its number cannot help it."""
    zebras = [document(4, **{worse: "The zebra."}), document(10, **{better: "The zebra."})]
    corpus.index(*zebras)
    assert corpus.found("zebra", *zebras) == [10, 4]


@pytest.mark.parametrize("better", ["title", "keywords", "gist"])
def test_title_keywords_and_gist_of_a_long_article_go_before_the_text_of_a_short_one(
    better: str,
) -> None:
    long = document(19, **{better: "The zebra."}, text=["Filler on filler."] * 200)
    short = document(4, text="Zebra after zebra.")
    corpus.index(long, short)
    assert corpus.found("zebra", long, short) == [19, 4]


def test_the_word_as_typed_goes_before_another_form_of_it() -> None:
    zebras = [document(4, text="Zebras."), document(10, text="Zebra.")]
    corpus.index(*zebras)
    assert corpus.found("zebra", *zebras) == [10, 4]
    assert corpus.found("zebras", *zebras) == [4, 10]


def test_words_in_a_row_go_before_words_apart() -> None:
    apart = document(4, text="Striped horses and a zebra.")
    in_a_row = document(10, text="Striped zebra and a horse.")
    corpus.index(apart, in_a_row)
    assert corpus.found("striped zebra", apart, in_a_row) == [10, 4]


def test_words_in_one_passage_go_before_words_in_two() -> None:
    in_two = document(4, text=["Stripes here.", "A zebra there."])
    in_one = document(10, text=["Stripes on any zebra.", "Nothing."])
    corpus.index(in_two, in_one)
    assert corpus.found("zebra stripes", in_two, in_one) == [10, 4]


def test_equal_articles_stand_in_the_order_of_the_treaty() -> None:
    zebras = [document(number, gist="The zebra.") for number in (44, 36, 40, 26)]
    corpus.index(*zebras)
    assert corpus.found("zebra", *zebras) == [26, 36, 40, 44]
    assert len({match.score for match in corpus.ranked("zebra", *zebras)}) == 1


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
    themes = [theme for theme in in_force().themes if theme.slug in slugs]
    assert [article.number for article in in_force().with_themes(themes)] == numbers


def test_an_article_is_found_once_however_many_themes_it_has() -> None:
    numbers = found("cooperation")
    assert len(numbers) == len(set(numbers)) > 20


@pytest.mark.parametrize("text", ["cooperation", "states", "the", "-sanctions", "trade"])
def test_hits_come_best_first_and_then_in_the_order_of_the_treaty(text: str) -> None:
    hits = [(round(match.score, 6), match.article_id) for match in findings(text).matches]
    assert len(hits) > 5
    assert all(
        before[0] > after[0] or (before[0] == after[0] and before[1] < after[1])
        for before, after in pairwise(hits)
    )
