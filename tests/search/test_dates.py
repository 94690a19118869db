"""A date in any form brings what happened then, and is never an article's number."""

from __future__ import annotations

from datetime import date

import pytest

from articles.search.dates import read_date
from tests.search.asking import exploration, numbers

SIGNED = """2025-01-17|17.01.2025|17/01/2025|01/17/2025|2025/01/17|17-01-2025|17.01.25
|17 January 2025|17th of January 2025|the 17th of January, 2025|January 17, 2025|January 17th, 2025
|17 Jan 2025|17 Jan. 2025|17 January|17 января 2025|17 января 2025 года|17 января 2025 г.
|17-го января 2025|17 января|۲۸ دی ۱۴۰۳|28 دی 1403|۲۸ دی ماه ۱۴۰۳|28 Dey 1403|28 dei 1403
|1403/10/28|28.10.1403|۱۴۰۳/۱۰/۲۸|۱۷ ژانویه ۲۰۲۵|۱۷ ژانویهٔ ۲۰۲۵|28 дея 1403|28 Dey""".replace(
    "\n", ""
)


@pytest.mark.files
@pytest.mark.parametrize("text", SIGNED.split("|"))
def test_a_day_is_read_in_every_form(text: str) -> None:
    found = read_date(text)
    assert found
    assert (found.first, found.last, found.rest) == (date(2025, 1, 17), date(2025, 1, 17), "")


@pytest.mark.files
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("January 2025", "2025-01-01", "2025-01-31"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("январь 2025", "2025-01-01", "2025-01-31"),
        ("в январе 2025 года", "2025-01-01", "2025-01-31"),
        ("10/2025", "2025-10-01", "2025-10-31"),
        ("2025-10", "2025-10-01", "2025-10-31"),
        ("دی ۱۴۰۳", "2024-12-21", "2025-01-19"),
        ("Esfand 1403", "2025-02-19", "2025-03-20"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025 год", "2025-01-01", "2025-12-31"),
        ("سال ۱۴۰۳", "2024-03-20", "2025-03-20"),
        ("1403", "2024-03-20", "2025-03-20"),
        ("27 Dey 1403", "2025-01-16", "2025-01-16"),
        ("30 Esfand 1403", "2025-03-20", "2025-03-20"),
    ],
)
def test_months_and_years_are_read_too(text: str, first: str, last: str) -> None:
    found = read_date(text)
    assert found
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.files
@pytest.mark.parametrize(
    "text",
    """31.02.2025|25 years|3(3)|22.2.3|14|1737|resolution 2231|12/17|articles 17-19|3 may|may|2.10
    |article 3 may|0.0.2025|99/99/2025|5000||tir|dey|20 years|20251|/articles/2025""".replace(
        "\n    ", ""
    ).split("|"),
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.django_db
@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("17.01.2025", ["signature"]),
        ("27 Dey 1403", ["signature"]),
        ("signed on 17 January 2025", ["signature"]),
        ("what happened on 2 October 2025", ["entry-into-force"]),
        ("January 2025", ["signature", "spokespersons-consult"]),
        ("October 2024", ["signature-left-for-visit"]),
        ("2001", ["basis-of-relations-treaty-2001"]),
        ("۲۸ دی ۱۴۰۳", ["signature"]),
    ],
)
def test_a_date_brings_what_happened_then(text: str, slugs: list[str]) -> None:
    found = exploration(text)
    assert [entry.url for entry in found.first] == [f"/timeline/#{slug}" for slug in slugs]
    assert found.lead == ""


@pytest.mark.django_db
@pytest.mark.once
def test_where_nothing_happened_the_nearest_event_is_named() -> None:
    found = exploration("18.01.2025")
    assert found.lead == "No event on the timeline is dated 18 January 2025. The nearest:"
    assert [entry.slug for entry in found.first] == ["signature"]
    assert exploration("30 Dey 1403").lead == (
        "No event on the timeline is dated 19 January 2025 (30 Dey 1403). The nearest:"
    )


@pytest.mark.django_db
@pytest.mark.once
def test_of_a_full_year_the_chief_events_are_named_and_the_place_of_all() -> None:
    found = exploration("2025").first
    assert (found[0].url, found[0].name) == ("/timeline/#year-2025", "Timeline: 2025")
    assert [entry.slug for entry in found[1:3]] == ["signature", "state-duma-approves"]
    assert len(found) == 6


@pytest.mark.django_db
@pytest.mark.once
@pytest.mark.parametrize("text", ["17 January 2025", "17.01.2025", "27 Dey 1403", "17.01.25"])
def test_a_date_is_no_number_of_an_article(text: str) -> None:
    assert not {17, 25, 27, 28, 1}.intersection(numbers(exploration(text)))


@pytest.mark.django_db
@pytest.mark.once
@pytest.mark.parametrize("text", ["sanctions 2023", "trade 17 January 2025", "25 years", "2231"])
def test_a_date_beside_other_words_does_not_stand_alone(text: str) -> None:
    assert exploration(text).first == ()
