"""The addresses of changed selections, and the note that they hold."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from justhtml import JustHTML

from articles.selections.selection import Selection, read_note
from articles.treaty.places import Place
from tests.selections.asking import of

pytestmark = pytest.mark.files


def test_places_are_moved_removed_and_added_with_the_note_kept() -> None:
    made = of("3,12.2,17", note="a, b & c", texts="en,fa")
    kept = "?note=a,+b+%26+c&lang=en,fa"
    assert made.address == f"/set/3,12.2,17/{kept}"
    assert made.address_without(Place(12, 2)) == f"/set/3,17/{kept}"
    assert made.address_moved(Place(12, 2), -1) == f"/set/12.2,3,17/{kept}#order-12.2"
    assert made.address_moved(Place(12, 2), 1) == f"/set/3,17,12.2/{kept}#order-12.2"
    assert made.address_moved(Place(3), -1) == ""
    assert made.address_moved(Place(17), 1) == ""
    assert made.address_with(Place(12)) == f"/set/3,12.2,17,12/{kept}"
    assert made.address_with(Place(17)) == made.address
    assert made.address_with(Place(22, 2, 3)) == f"/set/3,12.2,17,22.2.3/{kept}"
    assert made.address_with(Place(48)) == f"/set/3,12.2,17,closing/{kept}"


def test_points_and_the_closing_lines_are_moved_like_others() -> None:
    made = of("closing,22.2.3")
    assert made.address_moved(Place(22, 2, 3), -1) == "/set/22.2.3,closing/#order-22.2.3"
    assert made.address_moved(Place(48), 1) == "/set/22.2.3,closing/#order-closing"
    assert made.address_without(Place(48)) == "/set/22.2.3/"


def test_without_its_last_place_a_selection_is_one_to_begin() -> None:
    assert of("3").address_without(Place(3)) == "/set/"
    assert Selection().address_with(Place(14)) == "/set/14/"
    assert Selection().carried == ()


def test_a_selection_being_made_travels_in_the_query_string() -> None:
    assert of("3,12.2").carried == (("set", "3,12.2"),)
    assert of("3", note="for Ann").carried == (("set", "3"), ("note", "for Ann"))
    assert of("3", note="hi").carried_with(Place(4)) == (("set", "3,4"), ("note", "hi"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("", False)),
        ("  one\r\ntwo\rthree\t! ", ("one\ntwo\nthree !", False)),
        ("one\n\n \n\n\ntwo", ("one\n\ntwo", False)),
        ("a\x00b\x1bc", ("abc", False)),
        ("x" * 500, ("x" * 500, False)),
        ("x" * 501, ("x" * 500, True)),
    ],
)
def test_a_note_is_plain_lines_of_bounded_length(text: str, expected: tuple[str, bool]) -> None:
    assert read_note(text) == expected


@pytest.mark.parametrize(
    ("made", "place", "expected"),
    [
        ("", "14", ("/set/14/", "Add to selection: Article 14")),
        ("3,5", "14", ("/lakes/?q=oil&set=3,5,14#here", "Add (2) to selection: Article 14")),
        (
            "3",
            "22.2.3",
            ("/lakes/?q=oil&set=3,22.2.3#here", "Add (1) to selection: Article 22, point 2.3"),
        ),
        (
            "3",
            "closing",
            ("/lakes/?q=oil&set=3,closing#here", "Add (1) to selection: Closing lines"),
        ),
        ("3", "3", ("/set/3/#art_3", "Added to selection: Article 3")),
        (
            "22.2.3",
            "22.2.3",
            ("/set/22.2.3/#art_22__para_2__point_3", "Added to selection: Article 22, point 2.3"),
        ),
        (
            "1-47,12.1-12,3",
            "14.1",
            (
                "/lakes/?q=oil&set=1-47,12.1-12,14.1#here",
                "Add (59) to selection: Article 14, paragraph 1",
            ),
        ),
        (
            "0-47,12.1-12",
            "14.1",
            ("/set/0,1-47,12.1-12,14.1/", "Add (60) to selection: Article 14, paragraph 1"),
        ),
    ],
)
def test_what_a_page_shows_is_added_without_leaving_the_page(
    made: str, place: str, expected: tuple[str, str]
) -> None:
    template = Template("{% load selections %}{% add_to_selection place 'here' %}")
    context = Context({"selection": of(made), "place": Place.read(place), "here": "/lakes/?q=oil"})
    (link,) = JustHTML(template.render(context)).query("a")
    assert (link.attrs["href"], " ".join(link.to_text().split())) == expected
