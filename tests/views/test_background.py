"""The page of what has been said about the treaty."""

from __future__ import annotations

import pytest

from articles.models import Comment
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_earliest_comment_comes_first_and_those_without_a_date_last() -> None:
    Comment.objects.create(slug="zoo", question="contents", text="Any.", position=0)
    comments = fetch("/background/").document.query("section[aria-labelledby=contents] .comment")
    dates = [[time.attrs["datetime"] for time in row.query("time")] for row in comments]
    dated = [date for date in dates if date]
    assert len(dated) > 3
    assert dates == [*sorted(dated), *([] for _ in range(len(dates) - len(dated)))]
    assert "zoo" in [row.attrs["id"] for row in comments[len(dated) :]]


def test_each_comment_stands_once_under_its_question_and_again_under_its_articles() -> None:
    page = fetch("/background/")
    rows = {row.slug: row for row in Comment.objects.prefetch_related("articles")}
    for question in Comment.Question:
        found = page.document.query(f"section[aria-labelledby={question.value}] .comment")
        slugs = {slug for slug, row in rows.items() if row.question == question}
        assert {node.attrs["id"] for node in found} == slugs != set()
    assert len(page.document.query(".comment")) == len(rows)
    links = page.document.query("section[aria-labelledby=articles] ul.quiet a")
    assert len(links) == sum(row.articles.count() for row in rows.values())
    assert page.text("#rudenko-no-alliance h3") == [
        "Andrei Rudenko: no military alliance and no duty of military help"
    ]
