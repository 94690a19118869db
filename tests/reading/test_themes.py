"""Themes: the matrix of themes and articles, and what stands near a theme."""

from __future__ import annotations

from itertools import pairwise

import pytest

from articles import treaty
from articles.edition import Edition
from articles.models import Mention, Theme
from articles.reading.near import named_in, near
from articles.reading.pictures.matrix import MARK, Row, matrix
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def theme(edition: Edition, slug: str) -> Theme:
    return next(row for row in edition.themes if row.slug == slug)


def row(edition: Edition, slug: str) -> Row:
    return next(row for row in matrix(edition).rows if row.theme.slug == slug)


def test_the_matrix_marks_every_article_under_each_of_its_themes_and_no_other(
    edition: Edition,
) -> None:
    marked = {
        (mark.tick.number, row.theme.slug, mark.tick.is_lit)
        for row in matrix(edition).rows
        for mark in row.marks
    }
    assert marked == {
        (article.number, theme.slug, place == 0)
        for article in edition.articles
        for place, theme in enumerate(article.theme_list)
    }


def test_marks_stand_in_the_column_of_their_article(edition: Edition) -> None:
    columns = {column.tick.number: column.x for column in matrix(edition).columns}
    assert list(columns) == list(treaty.NUMBERS)
    places = list(columns.values())
    gaps = [after - before for before, after in pairwise(places)]
    assert min(gaps) > MARK
    for row in matrix(edition).rows:
        assert [mark.x for mark in row.marks] == [columns[mark.tick.number] for mark in row.marks]


def test_a_strip_has_a_tick_for_every_article(edition: Edition) -> None:
    paths = row(edition, "trade").paths
    assert [paths[state].count("M") for state in ("lit", "also", "dim")] == [5, 6, 38]


def test_what_articles_name_stands_with_them_and_the_most_named_first(edition: Edition) -> None:
    principles = named_in(edition.with_themes([theme(edition, "principles")]))
    assert [(mention.slug, where) for mention, where in principles][:2] == [
        ("un-charter", "Preamble; Article 3"),
        ("treaty-1921", "Preamble"),
    ]
    assert {mention.kind for mention, _ in principles}.isdisjoint({Mention.Kind.CONCEPT})


def test_themes_that_share_most_articles_are_nearest(edition: Edition) -> None:
    found = [(other.slug, where) for other, where in near(edition, theme(edition, "trade"))]
    assert found[:2] == [("diplomacy", "Articles 14 and 16"), ("finance", "Articles 18 and 20")]
    assert ("trade", "Article 17") not in found
    assert near(edition, theme(edition, "law-enforcement")) == []


def test_the_page_of_themes_says_in_a_table_what_the_matrix_shows(edition: Edition) -> None:
    page = fetch("/themes/")
    links = page.document.query(".matrix g a")
    drawn = sorted(node.attrs["href"] for node in links)
    listed = sorted(node.attrs["href"] for node in page.document.query(".theme-table a"))
    assert drawn == listed
    assert page.text('th[scope="col"]') == ["Theme", "Leads in", "Also in"]
    names = [node.attrs["aria-label"] for node in page.document.query(".numbers a")]
    assert "Article 5: Military cooperation" in names


def test_the_page_of_a_theme_parts_what_it_leads_from_what_it_only_touches() -> None:
    page = fetch("/themes/finance/")
    assert page.text("section > h2") == [
        "Mainly on this theme",
        "Also on this theme",
        "Nearby themes",
    ]
    assert page.text(".hit .print-address") == ["/20", "/18"]
