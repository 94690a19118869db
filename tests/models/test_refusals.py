"""What the database refuses to hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from articles.models import (
    Article,
    ArticleMention,
    ArticleTheme,
    Background,
    Caution,
    Comment,
    Concept,
    DataVersion,
    Event,
    Mention,
    Paragraph,
    Point,
    Publication,
    RelatedArticle,
    ReuseNote,
    Source,
    Theme,
    Word,
)

Make = Callable[..., models.Model]


def article(**changed: object) -> Article:
    return Article.objects.create(**{"number": 99, "title": "Any", "gist": "Any.", **changed})


def theme(**changed: object) -> Theme:
    row = {"slug": "zebras", "name": "Zebras", "description": "Any."}
    row |= {"family": 1, "position": 99}
    return Theme.objects.create(**{**row, **changed})


def mention(**changed: object) -> Mention:
    row = {"slug": "zebras", "name": "Zebras", "kind": "body", "position": 99}
    return Mention.objects.create(**{**row, **changed})


def source(**changed: object) -> Source:
    row = {"key": "zebra-news", "url": "https://example.org/zebras", "position": 9_999}
    return Source.objects.create(**{**row, **changed})


def concept(**changed: object) -> Concept:
    return Concept.objects.create(**{"slug": "zoo", "name": "Zoo", "position": 9_999, **changed})


def word(**changed: object) -> Word:
    return Word.objects.create(**{"word": "zebra", "articles": 0, **changed})


def event(**changed: object) -> Event:
    row = {"slug": "zoo", "date": "2025", "title": "Any", "position": 9_999}
    return Event.objects.create(**{**row, **changed})


def comment(**changed: object) -> Comment:
    return Comment.objects.create(**{"slug": "zoo", "text": "Any.", "position": 9_999, **changed})


def publication(**changed: object) -> Publication:
    row = {"slug": "zoo", "kind": "text_copy", "address_confirmed": True, "position": 9_999}
    return Publication.objects.create(**{**row, **changed})


def paragraph(**changed: object) -> Paragraph:
    row = {"article_id": 19, "number": 99, "is_alone": False, "strengths": ["duty"]}
    return Paragraph.objects.create(**{**row, **changed})


def point(**changed: object) -> Point:
    """Make a point of the lone paragraph of article 28."""
    row = {"paragraph": Paragraph.objects.get(article=28), "number": 99, "label": "99)"}
    return Point.objects.create(**{**row, **changed})


def article_theme(**changed: object) -> ArticleTheme:
    row = {"article_id": 19, "theme_id": "energy", "position": 99}
    return ArticleTheme.objects.create(**{**row, **changed})


def article_mention(**changed: object) -> ArticleMention:
    row = {"article_id": 26, "mention_id": "brics", "relation": "named"}
    return ArticleMention.objects.create(**{**row, **changed})


def related(**changed: object) -> RelatedArticle:
    row = {"article_id": 26, "other_id": 19, "reason": "Any.", "position": 1}
    return RelatedArticle.objects.create(**{**row, **changed})


def caution(**changed: object) -> Caution:
    return Caution.objects.create(**{"article_id": 19, "position": 99, "text": "Any.", **changed})


def reuse_note(**changed: object) -> ReuseNote:
    return ReuseNote.objects.create(**{"position": 99, "text": "Any.", "html": "", **changed})


def background(**changed: object) -> Background:
    row = {"article_id": 19, "position": 99, "text": "Any.", "html": ""}
    return Background.objects.create(**{**row, **changed})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        pytest.param(article, {"number": 19}, id="an article twice"),
        pytest.param(article, {"number": -1}, id="a number below the preamble"),
        pytest.param(theme, {"slug": "trade"}, id="a theme's slug twice"),
        pytest.param(theme, {"name": "Sanctions"}, id="a theme's name twice"),
        pytest.param(theme, {"position": 1}, id="a theme's place twice"),
        pytest.param(mention, {"slug": "brics"}, id="a mention's slug twice"),
        pytest.param(mention, {"name": "BRICS"}, id="a mention's name twice"),
        pytest.param(mention, {"position": 1}, id="a mention's place twice"),
        pytest.param(source, {"key": "text-icl"}, id="a source's key twice"),
        pytest.param(
            source, {"url": "https://diruz.it/accordo-russia-iran"}, id="a source's address twice"
        ),
        pytest.param(source, {"position": 1}, id="a source's place twice"),
        pytest.param(event, {"slug": "trade-navigation-treaty-1940"}, id="an event's slug twice"),
        pytest.param(event, {"position": 1}, id="an event's place twice"),
        pytest.param(comment, {"slug": "snider-isolation"}, id="a comment's slug twice"),
        pytest.param(comment, {"position": 1}, id="a comment's place twice"),
        pytest.param(publication, {"slug": "kremlin-ru"}, id="a publication's slug twice"),
        pytest.param(
            publication,
            {"position": 1, "kind": "official_text"},
            id="a publication's place twice",
        ),
        pytest.param(
            concept, {"slug": "territorial-integrity-principle"}, id="a concept's slug twice"
        ),
        pytest.param(concept, {"position": 1}, id="a concept's place twice"),
        pytest.param(word, {"word": "sanctions"}, id="a word twice"),
        pytest.param(word, {"articles": -1}, id="a word in fewer articles than none"),
        pytest.param(paragraph, {"number": 1}, id="a paragraph's number twice"),
        pytest.param(point, {"number": 1}, id="a point's number twice"),
        pytest.param(article_theme, {"theme_id": "sanctions"}, id="a theme twice in an article"),
        pytest.param(article_theme, {"position": 1}, id="two leading themes"),
        pytest.param(
            article_mention,
            {"article_id": 19, "mention_id": "un-charter"},
            id="a mention twice in an article",
        ),
        pytest.param(related, {"other_id": 26}, id="an article related to itself"),
        pytest.param(related, {"article_id": 19, "other_id": 20}, id="a related article twice"),
        pytest.param(caution, {"article_id": None}, id="a caution of nothing"),
        pytest.param(background, {"article_id": None}, id="a background of nothing"),
        pytest.param(reuse_note, {"position": 1}, id="a place of a note on reuse twice"),
    ],
)
def test_the_database_refuses(make: Make, wrong: dict[str, object]) -> None:
    """The same row without what is wrong is taken, so nothing else can be the reason."""
    with transaction.atomic():
        make().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**wrong)


@pytest.mark.django_db
def test_a_data_version_is_there_once() -> None:
    digest = DataVersion.objects.get().digest
    with pytest.raises(IntegrityError), transaction.atomic():
        DataVersion.objects.create(digest=digest, loaded_at=timezone.now())
