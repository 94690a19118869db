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
    Comment,
    Concept,
    ConceptArticle,
    DataVersion,
    Event,
    Mention,
    Paragraph,
    Publication,
    RelatedArticle,
    Source,
    Statement,
    Subject,
    Theme,
    Word,
)

Make = Callable[..., models.Model]


def article(**changed: object) -> Article:
    row = {"number": 99, "title": "Any", "evidence": "reported", "gist": "Any."}
    return Article.objects.create(**{**row, "paragraph_count_confirmed": False, **changed})


def theme(**changed: object) -> Theme:
    row = {"slug": "zebras", "name": "Zebras", "description": "Any.", "position": 99}
    return Theme.objects.create(**{**row, **changed})


def mention(**changed: object) -> Mention:
    row = {"slug": "zebras", "name": "Zebras", "kind": "body", "position": 99}
    return Mention.objects.create(**{**row, **changed})


def source(**changed: object) -> Source:
    row = {"key": "zebra-news", "url": "https://example.org/zebras", "position": 9_999}
    return Source.objects.create(**{**row, **changed})


def concept(**changed: object) -> Concept:
    return Concept.objects.create(**{"slug": "zoo", "name": "Zoo", "position": 9_999, **changed})


def concept_article(**changed: object) -> ConceptArticle:
    row = {"concept_id": "territorial-integrity-principle", "article_id": 19, "position": 99}
    return ConceptArticle.objects.create(**{**row, **changed})


def word(**changed: object) -> Word:
    return Word.objects.create(**{"word": "zebra", "articles": 0, **changed})


def subject(**changed: object) -> Subject:
    return Subject.objects.create(**{"slug": "zoo", "name": "Zoo", "position": 99, **changed})


def event(**changed: object) -> Event:
    row = {"slug": "zoo", "date": "2025", "title": "Any", "position": 9_999}
    return Event.objects.create(**{**row, **changed})


def comment(**changed: object) -> Comment:
    return Comment.objects.create(**{"slug": "zoo", "text": "Any.", "position": 9_999, **changed})


def publication(**changed: object) -> Publication:
    row = {"slug": "zoo", "kind": "text_copy", "address_confirmed": True, "position": 9_999}
    return Publication.objects.create(**{**row, **changed})


def paragraph(**changed: object) -> Paragraph:
    row = {"article_id": 19, "number": 99, "numbering": "own"}
    return Paragraph.objects.create(**{**row, **changed})


def article_theme(**changed: object) -> ArticleTheme:
    row = {"article_id": 19, "theme_id": "energy", "position": 99}
    return ArticleTheme.objects.create(**{**row, **changed})


def article_mention(**changed: object) -> ArticleMention:
    row = {"article_id": 26, "mention_id": "brics", "relation": "named"}
    return ArticleMention.objects.create(**{**row, **changed})


def related(**changed: object) -> RelatedArticle:
    row = {"article_id": 26, "other_id": 19, "reason": "Any.", "position": 1}
    return RelatedArticle.objects.create(**{**row, **changed})


def statement(**changed: object) -> Statement:
    """Make a statement of paragraph 1 of article 19 unless something else is asked for."""
    first = Paragraph.objects.get(article=19, number=1)
    row = {"paragraph": first, "position": 99, "text": "Any.", "html": "", "basis": "reported"}
    return Statement.objects.create(**{**row, **changed})


def of_sport(**changed: object) -> Statement:
    return statement(**{"paragraph": None, "subject_id": "sport", **changed})


def of_languages(**changed: object) -> Statement:
    return statement(**{"paragraph": None, "topic": "languages", **changed})


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
        pytest.param(subject, {"slug": "sport"}, id="a subject's slug twice"),
        pytest.param(subject, {"name": "Sport"}, id="a subject's name twice"),
        pytest.param(subject, {"position": 1}, id="a subject's place twice"),
        pytest.param(event, {"slug": "trade-navigation-treaty-1940"}, id="an event's slug twice"),
        pytest.param(event, {"position": 1}, id="an event's place twice"),
        pytest.param(comment, {"slug": "snider-article-2"}, id="a comment's slug twice"),
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
        pytest.param(concept_article, {"article_id": 3}, id="an article twice in a concept"),
        pytest.param(concept_article, {"position": 1}, id="two best articles of a concept"),
        pytest.param(word, {"word": "sanctions"}, id="a word twice"),
        pytest.param(word, {"articles": -1}, id="a word in fewer articles than none"),
        pytest.param(paragraph, {"number": 1}, id="a paragraph's number twice"),
        pytest.param(article_theme, {"theme_id": "sanctions"}, id="a theme twice in an article"),
        pytest.param(article_theme, {"position": 1}, id="two leading themes"),
        pytest.param(
            article_mention,
            {"article_id": 19, "mention_id": "un-charter"},
            id="a mention twice in an article",
        ),
        pytest.param(related, {"other_id": 26}, id="an article related to itself"),
        pytest.param(related, {"article_id": 19, "other_id": 20}, id="a related article twice"),
        pytest.param(statement, {"paragraph": None}, id="a statement of nothing"),
        pytest.param(statement, {"subject_id": "sport"}, id="a statement of two things"),
        pytest.param(statement, {"topic": "reuse"}, id="a statement of a paragraph and a topic"),
        pytest.param(of_sport, {"topic": "reuse"}, id="a statement of a subject and a topic"),
        pytest.param(statement, {"position": 1}, id="a statement's place in a paragraph twice"),
        pytest.param(of_sport, {"position": 1}, id="a statement's place in a subject twice"),
        pytest.param(of_languages, {"position": 1}, id="a statement's place in a topic twice"),
        pytest.param(background, {"article_id": None}, id="a background of nothing"),
        pytest.param(background, {"subject_id": "sport"}, id="a background of two things"),
    ],
)
def test_the_database_refuses(make: Make, wrong: dict[str, object]) -> None:
    """The same row without what is wrong is taken, so nothing else can be the reason."""
    with transaction.atomic():
        make().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**wrong)


@pytest.mark.django_db
def test_there_may_be_a_statement_at_the_same_place_of_each_topic() -> None:
    of_languages()
    assert of_languages(topic="reuse").position == 99


@pytest.mark.django_db
def test_a_data_version_is_there_once() -> None:
    current = DataVersion.objects.current()
    assert current is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        DataVersion.objects.create(digest=current.digest, loaded_at=timezone.now())


@pytest.mark.django_db
def test_before_the_first_load_there_is_no_version() -> None:
    DataVersion.objects.all().delete()
    assert DataVersion.objects.current() is None
