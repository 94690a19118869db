"""What rows say of themselves, and how the real ones hang together."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.models import (
    Article,
    Comment,
    Concept,
    ConceptArticle,
    DataVersion,
    Event,
    Evidence,
    Mention,
    Paragraph,
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

    def test_the_milestones_are_those_of_the_treatys_own_life(self) -> None:
        milestones = list(Event.objects.milestones())
        assert (milestones[0].kind, milestones[-1].kind) == ("signature", "entry-into-force")
        assert {event.kind for event in milestones[1:-1]} == {"ratification"}

    def test_comments_without_a_date_come_last(self) -> None:
        Comment.objects.create(slug="zoo", text="Any.", position=9_999)
        dates = [comment.date for comment in Comment.objects.by_date()]
        dated = [date for date in dates if date]
        assert dates == [*sorted(dated), *[""] * (len(dates) - len(dated))]
        assert dates[0]
        assert not dates[-1]
