"""The packet of our own edition, and what of it is cited."""

from __future__ import annotations

import pytest

from articles.citations import packet
from articles.citations.pinpoint import Pinpoint
from articles.models import Paragraph, Point
from articles.treaty.places import Place
from tests.citations.places import DAY, SITE, TITLE
from tests.citations.shown import cited, every_place, packed

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SIGNED = f"{TITLE} (Moscow, 17 January 2025)"
OURS = "(Plain-English edition, not the treaty's wording)"


def say(article: int, paragraph: int, words: str) -> None:
    """Have a paragraph of our edition say this."""
    rows = Paragraph.objects.filter(article=article, number=paragraph)
    rows.update(text=words, html=f"<p>{words}</p>")


def packet_of(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    return packed(Place(article, paragraph, point)).text


def test_a_paragraph_of_ours_is_quoted_as_ours_with_citation_and_short_address() -> None:
    say(3, 3, "The keeper lights the “great” lamp.")
    assert packet_of(3, 3) == (
        f"“The keeper lights the ‘great’ lamp.”\n{OURS}\n"
        f"{SIGNED}, Article 3, paragraph 3\n"
        "https://treaty.example/3.3"
    )


def test_the_only_paragraph_of_an_article_is_cited_by_the_article() -> None:
    say(2, 1, "The ferry waits.")
    assert packet_of(2, 1) == (
        f"“The ferry waits.”\n{OURS}\n{SIGNED}, Article 2\nhttps://treaty.example/2.1"
    )


def test_a_paragraph_is_quoted_with_its_points_each_on_a_line_with_its_label() -> None:
    say(28, 1, "The keepers count:")
    Point.objects.filter(paragraph__article=28, number__gt=2).delete()
    Point.objects.filter(paragraph__article=28, number=1).update(html="<p>lamps;</p>")
    Point.objects.filter(paragraph__article=28, number=2).update(html="<p>boats.</p>")
    assert packet_of(28, 1).startswith(f"“The keepers count:\n1) lamps;\n2) boats.”\n{OURS}\n")


def test_a_point_is_quoted_alone_and_cited_by_its_number() -> None:
    Point.objects.filter(paragraph__article=22, number=3).update(html="<p>“great” lamps;</p>")
    assert packet_of(22, 2, 3) == (
        f"“2.3. ‘great’ lamps;”\n{OURS}\n{SIGNED}, Article 22, point 2.3\n"
        "https://treaty.example/22.2.3"
    )


def test_a_recital_of_the_preamble_is_cited_by_its_place() -> None:
    say(0, 3, "The lakes are old.")
    assert packet_of(0, 3) == (
        f"“The lakes are old.”\n{OURS}\n{SIGNED}, Preamble, recital 3\nhttps://treaty.example/0.3"
    )


def test_the_closing_lines_are_cited_by_their_name() -> None:
    say(48, 1, "Done at the lake.")
    assert packet_of(48) == (
        f"“Done at the lake.”\n{OURS}\n{SIGNED}, Closing lines\nhttps://treaty.example/closing"
    )


def test_a_whole_article_has_every_paragraph_with_its_number_and_says_once_whose_words() -> None:
    for number, words in enumerate(["One lamp.", "Two lamps.", "A bell.", "A chart."], 1):
        say(3, number, words)
    assert packet_of(3) == (
        "1 “One lamp.”\n2 “Two lamps.”\n3 “A bell.”\n4 “A chart.”\n"
        f"{OURS}\n{SIGNED}, Article 3\nhttps://treaty.example/3"
    )


def test_the_only_paragraph_of_an_article_has_no_number_before_it() -> None:
    say(2, 1, "One bell.")
    assert packet_of(2).splitlines()[0] == "“One bell.”"


def test_our_words_and_what_is_said_of_them_are_english_from_left_to_right() -> None:
    for number in (3, 48):
        pieces = packed(Place(number)).pieces
        assert {(piece.language, piece.direction) for piece in pieces} == {("en", "ltr")}


def test_of_the_whole_treaty_there_is_a_citation_and_an_address() -> None:
    assert packet.of(Pinpoint(SITE, DAY)).text == f"{SIGNED}\nhttps://treaty.example/treaty/"


@pytest.mark.parametrize(
    ("article", "paragraph", "is_alone"),
    [(3, 3, False), (2, 1, True), (0, 6, False), (28, 1, True)],
)
def test_what_is_cited_of_a_paragraph_says_whether_it_is_the_only_one(
    article: int, paragraph: int, is_alone: bool
) -> None:
    place = Place(article, paragraph)
    assert cited(place) == Pinpoint(SITE, DAY, place, is_alone=is_alone)


def test_every_place_has_a_key_of_its_own() -> None:
    places = every_place()
    assert len({row.key for row in places}) == len(places) > 100
