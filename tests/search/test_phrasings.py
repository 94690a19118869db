"""What people type for a provision: read, compared with a query, never shown."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.edition import in_force
from articles.exploring.judging import read
from articles.management.commands.score_search import UNSEEN
from articles.models import Phrasing
from articles.search import likeness, parse, phrasings, plan
from articles.search.analysis import words
from articles.search.phrasings import NOTHING_ALIKE, Likeness
from articles.search.telling import read_telling, telling, write_telling
from articles.treaty.places import Place
from tests.search.asking import exploration, lexicon

pytestmark = pytest.mark.django_db


def alike(text: str) -> Likeness:
    return likeness(plan(parse(text), lexicon()), phrasings(in_force()))


def nearest(text: str) -> Place:
    by_place = alike(text).by_place
    return max(by_place, key=lambda place: by_place[place])


def test_every_provision_has_phrasings() -> None:
    """An article of several paragraphs has some of its own, and so has each paragraph and point."""
    phrased = {row.place for row in Phrasing.objects.all()}
    named = {
        Place(article.number) if row.place == first.place and first.is_alone else row.place
        for article in in_force().articles
        for first in article.paragraphs.all()[:1]
        for row in article.passages()
    }
    assert named <= phrased
    assert {Place(article.number) for article in in_force().articles} <= phrased
    assert sum(len(row.texts) for row in Phrasing.objects.all()) > 10_000


def test_no_phrasing_is_word_for_word_an_unseen_query() -> None:
    """It names the provisions of those that are, and no query: nobody looks at them."""
    unseen = {words(each.query) for each in read(UNSEEN)}
    rows = Phrasing.objects.all()
    assert [row.place.code for row in rows for text in row.texts if words(text) in unseen] == []


def test_a_phrasing_that_is_typed_leads_to_its_provision() -> None:
    """The first ones of each, in English; a provision may share one with its article."""
    rows = Phrasing.objects.all()
    asked = [(text, row.place) for row in rows for text in row.texts[:2]]
    found = [(exploration(text).hits[:3], place) for text, place in asked]
    right = [place.article in {hit.article.number for hit in hits} for hits, place in found]
    assert sum(right) > 0.97 * len(right)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("can russia put soldiers in iran", "5"),
        ("what if iran is attacked", "3.3"),
        ("how do you get out of the treaty", "45.2"),
        ("swapping spies' secrets", "4"),
    ],
)
def test_everyday_words_lead_to_the_article_that_answers(text: str, code: str) -> None:
    assert exploration(text).hits[0].article.number == Place.read(code).article


def test_the_nearest_is_the_provision_with_most_of_what_tells() -> None:
    assert nearest("military alliance if one of them is attacked").article == 3
    assert set(alike("sanctions").by_place) != set(alike("fisheries").by_place)
    assert all(0 < value <= 1 for value in alike("sanctions").by_place.values())


@pytest.mark.parametrize("text", ["sanctions -swift", '"sanctions"', "sanction*", "oil OR gas"])
def test_what_must_stand_as_it_was_typed_is_compared_with_no_phrasing(text: str) -> None:
    assert alike(text) == NOTHING_ALIKE


def test_no_page_and_no_file_shows_them() -> None:
    phrasing = next(
        text for row in Phrasing.objects.filter(article=3) for text in row.texts if len(text) > 25
    )
    for path in ("/articles/3/", "/articles/3.json", "/thesaurus/", "/treaty.json"):
        assert phrasing not in Client().get(path, follow=True).content.decode()


def test_what_tells_is_kept_as_text() -> None:
    texts = ["Can Russia station soldiers in Iran?", "что с санкциями", "of the", "", "第十九条"]
    kept = read_telling(write_telling(texts))
    assert kept == [telling(text) for text in texts]
    assert kept[0] == {"station": "station", "soldier": "soldiers"}


def test_an_article_that_only_phrasings_know_says_so() -> None:
    hits = exploration("is iran a vassal of russia").hits
    assert hits[0].place.code == "3.1"
    assert hits[0].why == ("words readers use",)
