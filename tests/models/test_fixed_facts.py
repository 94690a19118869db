"""What ``articles.treaty`` holds to be fixed is what the fixtures have."""

from __future__ import annotations

from collections import Counter

import pytest

from articles import treaty
from articles.models import Article, Event, Paragraph, Point

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_treaty_has_a_preamble_47_articles_and_closing_lines() -> None:
    assert list(Article.objects.values_list("number", flat=True)) == list(treaty.NUMBERS)
    assert list(treaty.NUMBERS) == list(range(49))
    assert (treaty.PREAMBLE, treaty.LAST_ARTICLE, treaty.CLOSING) == (0, 47, 48)


def test_it_has_seven_recitals_and_a_hundred_paragraphs_with_them() -> None:
    assert Paragraph.objects.filter(article=treaty.PREAMBLE).count() == 7
    assert Paragraph.objects.exclude(article=treaty.CLOSING).count() == 100
    assert Paragraph.objects.filter(article=treaty.CLOSING).count() == 1


def test_the_articles_of_several_paragraphs_have_so_many_each() -> None:
    counts = Counter(Paragraph.objects.values_list("article", flat=True))
    assert counts == treaty.PARAGRAPHS


def test_only_the_one_paragraph_of_an_article_is_alone() -> None:
    for article in Article.objects.all():
        rows = list(article.paragraphs.all())
        assert [row.is_alone for row in rows] == [len(rows) == 1] * len(rows), article


def test_points_stand_where_the_treaty_has_them_labelled_as_it_does() -> None:
    labels: dict[tuple[int, int], list[str]] = {}
    for point in Point.objects.select_related("paragraph"):
        above = (point.paragraph.article_id, point.paragraph.number)
        labels.setdefault(above, []).append(point.label)
    assert labels == {
        (22, 2): ["2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "2.6."],
        (28, 1): ["1)", "2)", "3)", "4)", "5)", "6)", "7)", "8)", "9)"],
    }
    assert set(labels) == set(treaty.POINT_NUMBERS)
    for above, found in labels.items():
        numbers = [treaty.point_number(*above, number) for number in range(1, len(found) + 1)]
        assert [label.rstrip(".)") for label in found] == numbers


def test_every_recital_is_a_position_and_the_closing_lines_are_a_rule() -> None:
    recitals = Paragraph.objects.filter(article=treaty.PREAMBLE)
    assert [row.strengths for row in recitals] == [["position"]] * 7
    assert Paragraph.objects.get(article=treaty.CLOSING).strengths == ["rule"]


def test_the_paragraph_on_the_term_says_how_long_the_treaty_lasts() -> None:
    article, number = treaty.TERM
    row = Paragraph.objects.get(article=article, number=number)
    assert "remains in force for 20 years" in row.plain
    assert "successive periods of five years" in row.plain


def test_the_closing_lines_and_the_timeline_give_place_and_date_of_signature() -> None:
    closing = Paragraph.objects.get(article=treaty.CLOSING).plain
    assert f"{treaty.SIGNED.day} {treaty.SIGNED:%B %Y}" in closing
    assert treaty.SIGNED_AT in closing
    dates = dict(Event.objects.values_list("kind", "date"))
    assert dates["signature"] == treaty.SIGNED.isoformat()
    assert dates["entry-into-force"] == treaty.IN_FORCE.isoformat()


@pytest.mark.parametrize(
    ("number", "label", "printed"),
    [(0, "Preamble", 0), (1, "Article 1", 1), (47, "Article 47", 47), (48, "Closing lines", None)],
)
def test_a_part_is_called_by_its_number_or_its_name(
    number: int, label: str, printed: int | None
) -> None:
    assert treaty.label(number) == label
    assert treaty.printed_number(number) == printed
