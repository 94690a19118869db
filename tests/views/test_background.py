"""The page of what has been said about the treaty."""

from __future__ import annotations

import pytest

from articles.models import Comment
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_earliest_comment_comes_first_and_those_without_a_date_last() -> None:
    Comment.objects.create(slug="zoo", text="Any.", position=0)
    comments = fetch("/background/").document.query("section[aria-labelledby=whole] .comment")
    dates = [[time.attrs["datetime"] for time in row.query("time")] for row in comments]
    dated = [date for date in dates if date]
    assert len(dated) > 3
    assert dates == [*sorted(dated), *([] for _ in range(len(dates) - len(dated)))]
    assert "zoo" in [row.attrs["id"] for row in comments[len(dated) :]]
