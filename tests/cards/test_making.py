"""Cards come with the load, are drawn only when they change, and keep their addresses alive."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.test import Client

from articles import changes, loading
from articles.cards import face, making
from articles.cards.drawing import draw
from articles.cards.setting import Setting
from articles.models import Article, Card, Paragraph
from tests.loading.edition import Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return Edition(tmp_path)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the digests of the pictures that are drawn from now on."""
    digests: list[str] = []

    def draw_and_note(setting: Setting) -> bytes:
        png = draw(setting)
        digests.append(hashlib.sha256(png).hexdigest())
        return png

    making.picture.cache_clear()
    monkeypatch.setattr(making, "draw", draw_and_note)
    return digests


def names_of(digests: list[str]) -> set[str]:
    return set(Card.objects.filter(digest__in=digests).values_list("name", flat=True))


def rows() -> list[tuple[object, ...]]:
    return list(Card.objects.values_list("name", "alt", "drawn_from", "digest"))


def test_a_load_of_the_same_data_draws_nothing(drawn: list[str], fixtures: Path) -> None:
    before = rows()
    loading.load(fixtures)
    assert drawn == []
    assert rows() == before


def test_a_changed_title_draws_only_the_cards_that_show_it(
    drawn: list[str], edition: Edition
) -> None:
    edition.set("articles/31.toml", "title", '"Lighthouses"')
    loading.load(edition.without_thesaurus().folder)
    assert names_of(drawn) == {"article-31", "article-31-1"}
    assert len(drawn) == 2
    assert Card.objects.get(name="article-31").alt.startswith("Article 31: Lighthouses.")


def test_a_card_of_something_that_is_gone_is_gone(drawn: list[str]) -> None:
    Paragraph.objects.get(article=3, number=4).delete()
    making.rebuild()
    assert not Card.objects.filter(name="article-3-4").exists()
    assert Card.objects.filter(name="article-3-3").exists()
    assert drawn == []


def test_another_design_draws_every_card_anew(
    drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(face, "DESIGN", face.DESIGN + 1)
    making.rebuild()
    assert len(drawn) == Card.objects.count()


def test_a_load_that_fails_leaves_the_cards_as_they_were(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows()
    edition.set("articles/31.toml", "title", '"Lighthouses"')

    def fail(version: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(changes, "record", fail)
    with pytest.raises(DatabaseError):
        loading.load(edition.without_thesaurus().folder)
    assert rows() == before


def test_the_words_for_a_card_say_what_it_shows() -> None:
    assert Card.objects.get(name="article-26").alt == (
        "Article 26: Not described yet. No report used here says what Article 26 deals with. "
        "Plain-English edition, not the treaty’s wording."
    )
    inferred = Article.objects.filter(evidence="placed")[0].number
    assert " Number inferred. " in Card.objects.get(name=f"article-{inferred}").alt


def test_a_card_may_be_kept_for_ever_and_shown_by_other_sites() -> None:
    card = Card.objects.get(name="article-3-3")
    response = Client().get(card.get_absolute_url())
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.content == bytes(card.png)
    assert card.get_absolute_url() == f"/cards/article-3-3.{card.digest[:16]}.png"


def test_a_head_request_for_a_card_is_answered_without_the_picture() -> None:
    response = Client().head(Card.objects.get(name="site").get_absolute_url())
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "image/png"


def test_the_address_of_an_older_picture_leads_to_that_of_today() -> None:
    response = Client().get("/cards/site.0123456789abcdef.png")
    assert response.status_code == 302
    assert response.headers["Location"] == Card.objects.get(name="site").get_absolute_url()
    assert response.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize(
    "path",
    [
        "/cards/article-48.0123456789abcdef.png",
        "/cards/site.0123.png",
        "/cards/site.png",
        "/cards/",
        "/cards/site.0123456789ABCDEF.png",
        "/cards/..%2Fsite.0123456789abcdef.png",
    ],
)
def test_there_is_no_other_card(path: str) -> None:
    assert Client().get(path).status_code == 404
