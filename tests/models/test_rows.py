"""What rows say of themselves, and how the real ones hang together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.edition import Edition, in_force
from articles.models import (
    Article,
    Caution,
    Comment,
    Concept,
    DataVersion,
    Event,
    Mention,
    OfficialParagraph,
    Paragraph,
    Point,
    Source,
    Strength,
    Theme,
    Word,
)
from articles.treaty.places import Place


@pytest.mark.parametrize(
    ("number", "label", "anchor", "address", "short"),
    [
        (0, "Preamble", "preamble", "/preamble/", "/0"),
        (14, "Article 14", "art_14", "/articles/14/", "/14"),
        (48, "Closing lines", "conclusions", "/closing/", "/closing"),
    ],
)
def test_an_article_has_label_heading_anchor_and_addresses(
    number: int, label: str, anchor: str, address: str, short: str
) -> None:
    article = Article(number=number, title="Of lamps")
    assert article.label == label
    assert article.heading == str(article) == f"{label} · Of lamps"
    assert article.anchor == anchor
    assert article.get_absolute_url() == address
    assert article.short_url == short


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
    assert paragraph.place.anchor == anchor
    assert paragraph.get_absolute_url() == address


def test_a_point_has_anchor_and_address() -> None:
    point = Point(paragraph=Paragraph(article_id=22, number=2), number=3, label="2.3.")
    assert point.place == Place(22, 2, 3)
    assert point.place.anchor == "art_22__para_2__point_3"
    assert point.get_absolute_url() == "/articles/22/2/3/"


def test_a_caution_speaks_of_its_paragraph_or_of_the_article() -> None:
    assert Caution(article_id=3, paragraph=2).place == Place(3, 2)
    assert Caution(article_id=3).place == Place(3)


def test_an_official_paragraph_stands_where_ours_of_its_number_does() -> None:
    third = OfficialParagraph(article_id=3, number=3)
    assert (third.name, third.place.url) == ("Paragraph 3", "/articles/3/3/")
    before = OfficialParagraph(article_id=3, number=0)
    assert (before.name, before.place.url) == ("Opening words", "/articles/3/")


def test_the_words_of_a_passage_are_shown_without_markup() -> None:
    paragraph = Paragraph(
        text="They:\n\n- *one*;\n- two.",
        html="<p>They:</p><ul><li><em>one</em>;</li><li>two.</li></ul>",
    )
    assert str(paragraph) == paragraph.text
    assert paragraph.plain == "They: one; two."
    assert paragraph.lines == "They:\n– one;\n– two."


def test_strengths_are_read_in_their_order_and_each_is_explained() -> None:
    paragraph = Paragraph(strengths=["duty", "position", "duty"])
    assert paragraph.strength_list == [Strength.DUTY, Strength.POSITION, Strength.DUTY]
    assert [str(row.label) for row in paragraph.strength_list] == ["Duty", "Position", "Duty"]
    assert all(row.wording and row.explanation for row in Strength)
    assert len({row.explanation for row in Strength}) == len(Strength) == 7


def test_other_rows_have_addresses_too() -> None:
    assert Theme(slug="trade").get_absolute_url() == "/themes/trade/"
    assert Mention(slug="brics").get_absolute_url() == "/mentions/brics/"
    assert Source(key="text-icl").get_absolute_url() == "/sources/#text-icl"
    assert Event(slug="signed").get_absolute_url() == "/timeline/#signed"
    assert Comment(slug="said").get_absolute_url() == "/background/#said"


def test_an_event_has_a_year_whatever_else_is_known_of_its_date() -> None:
    assert [Event(date=date).year for date in ("2025-01-17", "2025-01", "2025")] == ["2025"] * 3


def test_a_concept_and_a_word_are_shown_by_their_names() -> None:
    assert str(Concept(slug="spies", name="Spies and espionage")) == "Spies and espionage"
    assert str(Word(word="spies", articles=1)) == "spies"


def test_a_version_is_shown_by_its_first_twelve_digits() -> None:
    assert str(DataVersion(digest="0123456789abcdef" * 4)) == "0123456789ab"


@pytest.mark.django_db
class TestTheRealEdition:
    """Every row comes with what it refers to, in order: nothing is asked of the database later."""

    @pytest.fixture
    def edition(self, django_assert_num_queries: DjangoAssertNumQueries) -> Iterator[Edition]:
        edition = in_force()
        with django_assert_num_queries(0):
            yield edition

    def test_the_leading_theme_of_an_article_comes_first(self, edition: Edition) -> None:
        slugs = {
            number: [theme.slug for theme in edition.by_number[number].theme_list]
            for number in (19, 10)
        }
        assert slugs == {19: ["sanctions", "trade"], 10: ["diplomacy", "defence"]}

    def test_passages_are_the_paragraphs_each_followed_by_its_points(
        self, edition: Edition
    ) -> None:
        places = [row.place.code for row in edition.by_number[22].passages()]
        points = [f"22.2.{number}" for number in range(1, 7)]
        assert places == ["22.1", "22.2", *points, "22.3"]

    def test_the_full_text_of_a_paragraph_has_its_points_with_their_labels(
        self, edition: Edition
    ) -> None:
        (paragraph,) = edition.by_number[28].paragraphs.all()
        first, *points = paragraph.full_text.splitlines()
        assert first.endswith(":")
        assert [point.split(" ")[0] for point in points] == [f"{n})" for n in range(1, 10)]
        assert points[5] == "6) medical research;"

    def test_all_that_an_article_shows_comes_with_it(self, edition: Edition) -> None:
        for article in edition.articles:
            assert article.passages()
            assert article.theme_list
            for row in (
                *(*article.cautions.all(), *article.background.all()),
                *(*article.events.all(), *article.comments.all()),
            ):
                assert all(source.publisher for source in row.sources.all())
            assert all(row.other.title for row in article.related_articles.all())
            assert all(row.mention.name for row in article.article_mentions.all())
            assert all(source.publisher for source in article.reports.all())
            assert not article.official_paragraphs.all()

    def test_concepts_stand_in_order_with_what_they_lead_to_the_best_first(
        self, edition: Edition
    ) -> None:
        concepts = edition.concepts
        assert all(place.url for each in concepts for place in each.places)
        assert all(row.slug for each in concepts for row in each.mentions.all())
        assert [concept.position for concept in concepts] == list(range(1, len(concepts) + 1))
        (integrity,) = (each for each in concepts if each.slug == "territorial-integrity-principle")
        assert [place.code for place in integrity.places] == ["3.1", "0.5", "3.4"]

    def test_the_treatys_own_life_runs_from_signature_to_force(self, edition: Edition) -> None:
        own = {"signature", "ratification", "entry-into-force"}
        kinds, dates = zip(
            *((row.kind, row.date) for row in edition.events if row.kind in own), strict=True
        )
        assert (kinds[0], kinds[-1], {*kinds[1:-1]}) == (
            "signature",
            "entry-into-force",
            {"ratification"},
        )
        assert (dates[0], dates[-1]) == ("2025-01-17", "2025-10-02")
