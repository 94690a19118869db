"""The drawing of the timeline: every event, to scale, and nothing that covers anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from articles import treaty
from articles.edition import Edition
from articles.models import Event
from articles.reading.pictures.labels import raised, rows_of, spaced
from articles.reading.pictures.scale import day_of, laid_out
from articles.reading.pictures.timeline import LETTER, STRETCHES, Drawing, drawings, tall, wide
from articles.treaty.solar_hijri import in_solar_hijri, solar_hijri
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

FORMS = pytest.mark.parametrize("form", ["wide", "tall"])

Rectangle = tuple[float, float, float, float]


def overlaps(rectangles: list[Rectangle]) -> list[tuple[Rectangle, Rectangle]]:
    return [
        (one, other)
        for i, one in enumerate(rectangles)
        for other in rectangles[i + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def names(drawing: Drawing) -> list[Rectangle]:
    """The rectangles that the names cover."""
    found = []
    for name in (dot.name for dot in drawing.dots if dot.name):
        length = LETTER * len(name.words)
        left = name.x - length if name.anchor == "end" else name.x
        found.append((left, name.y - 12, left + length, name.y + 3))
    return found


@FORMS
def test_every_event_has_a_dot_in_the_order_of_the_list(edition: Edition, form: str) -> None:
    drawing = drawings(edition)[form]
    assert [dot.event for dot in drawing.dots] == list(edition.events)
    named = [dot.name.words for dot in drawing.dots if dot.name]
    assert named == [event.short for event in edition.events if event.short]


@FORMS
def test_no_dot_covers_another_and_no_name_covers_another(edition: Edition, form: str) -> None:
    drawing = drawings(edition)[form]
    dots = [(dot.x - 4, dot.y - 4, dot.x + 4, dot.y + 4) for dot in drawing.dots]
    assert overlaps(dots) == []
    assert overlaps(names(drawing)) == []


@FORMS
def test_everything_lies_within_the_drawing(edition: Edition, form: str) -> None:
    drawing = drawings(edition)[form]
    for left, top, right, bottom in names(drawing):
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width
        assert bottom <= drawing.height
    for _, text in drawing.marks:
        length = LETTER * len(text.words)
        assert (text.x - length if text.anchor == "end" else text.x) >= 0
        assert (text.x if text.anchor == "end" else text.x + length) <= drawing.width


def test_no_line_to_a_name_crosses_another_name(edition: Edition) -> None:
    drawing = drawings(edition)["wide"]
    rectangles = names(drawing)
    for dot in drawing.dots:
        if dot.name:
            top = dot.name.y - 12
            line = (dot.x - 1, top + 3, dot.x + 1, dot.y)
            assert [one for one in rectangles if overlaps([one, line])] == []


def test_later_days_stand_further_on_in_every_stretch_and_across_them() -> None:
    scale = laid_out(STRETCHES, (100, 100, 400, 100), gap=10)
    days = [date(1921, 1, 1) + timedelta(days=30 * step) for step in range(1550)]
    places = [scale.at(day) for day in days]
    assert places == sorted(set(places))


def test_time_is_linear_within_a_stretch() -> None:
    scale = laid_out(STRETCHES, (100, 100, 365, 100), gap=10)
    assert scale.at(date(2025, 2, 1)) - scale.at(date(2025, 1, 1)) == pytest.approx(31)
    assert scale.at(date(2025, 12, 31)) - scale.at(date(2025, 12, 1)) == pytest.approx(30)


def test_a_month_or_a_year_alone_stands_in_its_middle() -> None:
    assert day_of("2025-01-17") == date(2025, 1, 17)
    assert day_of("2025-06") == date(2025, 6, 15)
    assert day_of("2020") == date(2020, 7, 2)


@pytest.mark.parametrize("draw", [wide, tall])
def test_events_out_of_the_ordinary_are_drawn_too(draw: Callable[..., Drawing]) -> None:
    rows = [
        Event(slug=f"e{place}", date=day, title="Any", position=place, short="Any name at all")
        for place, day in enumerate(["1805-01-01", "2025-03-03", "2025-03-03", "2180-02"], 1)
    ]
    drawing = draw(rows)
    assert len(drawing.dots) == 4
    assert overlaps(names(drawing)) == []


def test_an_outline_reaches_from_the_first_to_the_last_date_that_is_given(
    edition: Edition,
) -> None:
    (dot,) = (dot for dot in drawings(edition)["wide"].dots if dot.event.slug == "entry-into-force")
    (claim,) = (
        dot
        for dot in drawings(edition)["wide"].dots
        if dot.event.slug == "ambassador-calls-treaty-binding"
    )
    assert dot.outline
    assert dot.outline.x < claim.x < dot.x < dot.outline.x + dot.outline.width
    outlined = {dot.event.slug for dot in drawings(edition)["wide"].dots if dot.outline}
    assert outlined == {event.slug for event in edition.events if event.other_dates}


def test_the_first_term_ends_twenty_years_after_entry_into_force(edition: Edition) -> None:
    (end,) = (event for event in edition.events if event.slug == "first-term-ends")
    assert end.date == f"{treaty.IN_FORCE.year + 20}-{treaty.IN_FORCE.month:02}"


def test_rows_names_and_places_keep_apart() -> None:
    assert rows_of([(0, 10), (5, 15), (10, 20), (8, 12)]) == [0, 1, 0, 2]
    assert [flag.level for flag in raised([(0, 50), (30, 50), (60, 50)], 200)] == [2, 1, 0]
    assert [flag.is_before for flag in raised([(0, 50), (180, 50)], 200)] == [False, True]
    assert spaced([0, 1, 2, 50], 10) == [-9, 1, 11, 50]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("1940-03-25", "5 Farvardin 1319"),
        ("1979-02-11", "22 Bahman 1357"),
        ("2001-03-12", "22 Esfand 1379"),
        ("2024-03-20", "1 Farvardin 1403"),
        ("2025-01-17", "28 Dey 1403"),
        ("2025-03-20", "30 Esfand 1403"),
        ("2025-10-02", "10 Mehr 1404"),
        ("1921-02-26", ""),
        ("2025-06", ""),
    ],
)
def test_a_day_has_its_solar_hijri_date(day: str, written: str) -> None:
    assert in_solar_hijri(day) == written


def test_every_day_of_a_century_follows_the_one_before_in_the_solar_hijri_calendar() -> None:
    days = [solar_hijri(date(1960, 1, 1) + timedelta(days=step)) for step in range(36_500)]
    for before, after in pairwise(days):
        is_next_day = after == (before[0], before[1], before[2] + 1)
        is_next_month = after[1:] == (before[1] % 12 + 1, 1) and before[2] >= 29
        assert is_next_day or is_next_month


def test_the_page_draws_the_events_beside_the_list_of_them(edition: Edition) -> None:
    page = fetch("/timeline/")
    slugs = [event.slug for event in edition.events]
    assert [node.attrs["id"] for node in page.document.query("section.event")] == slugs
    for form in ("wide", "tall"):
        links = page.document.query(f'svg.timeline-{form}[aria-hidden="true"] a[tabindex="-1"]')
        assert [node.attrs["href"] for node in links] == [f"#{slug}" for slug in slugs]
    assert "28 Dey 1403" in page.text("#signature .event-date")[0]
    assert "10 Mehr 1404" in page.text("#entry-into-force .event-date")[0]
