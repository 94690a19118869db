"""What rows say of themselves, and what the database refuses to hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

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
    Evidence,
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

PREAMBLE = Article(number=0, title="Shared aims")
ARTICLE = Article(number=14, title="Regional organisations")
BARE = Article(number=26, title="Article 26", evidence="unplaced")


@pytest.mark.parametrize(
    ("article", "label", "heading", "anchor", "address"),
    [
        (PREAMBLE, "Preamble", "Preamble · Shared aims", "preamble", "/preamble/"),
        (
            ARTICLE,
            "Article 14",
            "Article 14 · Regional organisations",
            "art_14",
            "/articles/14/",
        ),
        (BARE, "Article 26", "Article 26", "art_26", "/articles/26/"),
    ],
)
def test_an_article_has_label_heading_anchor_and_address(
    article: Article, label: str, heading: str, anchor: str, address: str
) -> None:
    assert article.label == label
    assert article.heading == str(article) == heading
    assert article.anchor == anchor
    assert article.get_absolute_url() == address


@pytest.mark.parametrize(
    ("paragraph", "label", "anchor", "address"),
    [
        (
            Paragraph(article_id=14, number=2),
            "Paragraph 2",
            "art_14__para_2",
            "/articles/14/2/",
        ),
        (Paragraph(article_id=0, number=5), "Recital 5", "preamble__rec_5", "/preamble/5/"),
    ],
)
def test_a_paragraph_has_label_anchor_and_address(
    paragraph: Paragraph, label: str, anchor: str, address: str
) -> None:
    assert paragraph.label == label
    assert paragraph.anchor == anchor
    assert paragraph.get_absolute_url() == address


@pytest.mark.parametrize(
    ("numbering", "margin"),
    [("confirmed", "3"), ("unconfirmed", "[3]"), ("own", "[3]"), ("unnumbered", "¶")],
)
def test_the_margin_shows_what_a_number_is_worth(numbering: str, margin: str) -> None:
    assert Paragraph(article_id=14, number=3, numbering=numbering).margin == margin


def test_only_an_article_with_a_subject_says_more_than_its_number() -> None:
    assert ARTICLE.subject == "Regional organisations"
    assert not BARE.subject


@pytest.mark.parametrize(
    ("evidence", "is_described"),
    [("reported", True), ("placed", True), ("outline", True), ("unplaced", False)],
)
def test_every_grade_but_unplaced_has_text_and_all_are_explained(
    evidence: str, is_described: bool
) -> None:
    article = Article(number=14, title="Any", evidence=evidence)
    assert article.is_described is is_described
    assert article.grade == Evidence(evidence)
    assert article.grade.explanation.endswith(".")


def test_other_rows_have_addresses_too() -> None:
    assert Theme(slug="trade").get_absolute_url() == "/themes/trade/"
    assert Mention(slug="brics").get_absolute_url() == "/mentions/brics/"
    assert Source(key="text-icl").get_absolute_url() == "/sources/#text-icl"
    assert Event(slug="signed").get_absolute_url() == "/timeline/#signed"
    assert Comment(slug="said").get_absolute_url() == "/background/#said"
    assert Concept(slug="spies").get_absolute_url() == "/thesaurus/#spies"


def test_an_event_has_a_year_whatever_else_is_known_of_its_date() -> None:
    assert [Event(date=date).year for date in ("2025-01-17", "2025-01", "2025")] == ["2025"] * 3


def test_a_concept_and_a_word_are_shown_by_their_names() -> None:
    assert str(Concept(slug="spies", name="Spies and espionage")) == "Spies and espionage"
    assert str(Word(word="spies", articles=1)) == "spies"
    assert str(ConceptArticle(concept_id="spies", article_id=4)) == "spies: 4"


def test_a_statement_is_reported_or_not() -> None:
    assert Statement(basis="reported").is_reported
    assert not Statement(basis="unconfirmed").is_reported


def test_a_version_is_shown_by_its_first_twelve_digits() -> None:
    assert str(DataVersion(digest="0123456789abcdef" * 4)) == "0123456789ab"


@pytest.mark.django_db
class TestTheRealEdition:
    def test_it_has_the_preamble_and_47_articles_in_order(self) -> None:
        assert [article.number for article in Article.objects.all()] == list(range(48))

    def test_the_leading_theme_of_an_article_comes_first(self) -> None:
        articles = Article.objects.with_theme_list()
        assert [theme.slug for theme in articles.get(number=19).theme_list] == [
            "sanctions",
            "trade",
        ]
        assert [theme.slug for theme in articles.get(number=10).theme_list] == [
            "diplomacy",
            "defence",
        ]

    def test_paragraphs_and_statements_stand_in_order(self) -> None:
        paragraphs = Article.objects.get(number=19).paragraphs.all()
        assert [(row.number, [s.basis for s in row.statements.all()]) for row in paragraphs] == [
            (1, ["reported", "unconfirmed"]),
            (2, ["reported", "unconfirmed"]),
            (3, ["reported", "unconfirmed"]),
            (4, ["unconfirmed"]),
        ]

    def test_a_subject_stands_on_the_page_of_its_first_theme(self) -> None:
        sport = Subject.objects.get(slug="sport")
        assert sport.get_absolute_url() == "/themes/culture-education-media/#subject-sport"
        sport.themes.add("sanctions")
        assert sport.get_absolute_url() == "/themes/sanctions/#subject-sport"

    def test_a_subject_is_reported_if_any_of_its_statements_is(self) -> None:
        sport = Subject.objects.get(slug="sport")
        assert sport.is_reported
        sport.statements.update(basis="unconfirmed")
        assert not Subject.objects.get(slug="sport").is_reported

    def test_every_reported_statement_has_a_source_and_no_other_has(self) -> None:
        sourced = Statement.objects.filter(sources__isnull=False).distinct()
        assert {row.basis for row in sourced} == {"reported"}
        unsourced = Statement.objects.filter(sources__isnull=True)
        assert {row.basis for row in unsourced} == {"unconfirmed"}

    def test_the_articles_of_a_concept_stand_in_order_the_best_first(self) -> None:
        integrity = Concept.objects.with_links().get(slug="territorial-integrity-principle")
        assert [row.article_id for row in integrity.concept_articles.all()] == [3, 0]
        assert {row.number for row in integrity.articles.all()} == {0, 3}

    def test_concepts_stand_in_order_with_what_they_lead_to(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(5):
            concepts = list(Concept.objects.with_links())
            for concept in concepts:
                assert all(row.article.number < 48 for row in concept.concept_articles.all())
                assert all(row.get_absolute_url() for row in concept.subjects.all())
                assert all(row.slug for row in concept.mentions.all())
        assert [concept.position for concept in concepts] == list(range(1, len(concepts) + 1))

    def test_the_life_of_the_treaty_runs_from_signature_to_force(self) -> None:
        assert [(event.kind, event.date) for event in Event.objects.status()] == [
            ("signature", "2025-01-17"),
            ("entry-into-force", "2025-10-02"),
        ]


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
