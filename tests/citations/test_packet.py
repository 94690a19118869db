"""The packet of our own edition, and what of it is cited."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.citations import packet
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block
from articles.layout import Block
from articles.models import Article, Evidence, Paragraph, Statement
from tests.citations.places import DAY, SITE, TITLE
from tests.citations.shown import every_place, page

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SIGNED = f"{TITLE} (Moscow, 17 January 2025)"
OURS = "(Plain-English edition, not the treaty's wording)"


def say(article: int, paragraph: int, *said: tuple[str, str]) -> None:
    """Have a paragraph of our edition say this, pairs of words and basis, and nothing else."""
    row = Paragraph.objects.get(article=article, number=paragraph)
    row.statements.all().delete()
    for position, (words, basis) in enumerate(said, 1):
        Statement.objects.create(
            paragraph=row, position=position, text=words, html=f"<p>{words}</p>", basis=basis
        )


def block(article: int, paragraph: int) -> Block:
    shown = page(article).layout
    return next(row for row in (*shown.blocks, *shown.apart) if row.number == paragraph)


def packet_of(article: int, paragraph: int) -> str:
    found = block(article, paragraph)
    return packet.of_block(found, for_block(found, SITE, DAY)).text


def packet_of_article(number: int) -> str:
    shown = page(number)
    return packet.of_article(shown.layout.blocks, for_article(shown, SITE, DAY)).text


def test_a_paragraph_of_ours_is_quoted_as_ours_with_citation_and_short_address() -> None:
    say(3, 3, ("The keeper lights the “great” lamp.", "reported"))
    assert packet_of(3, 3) == (
        f"“The keeper lights the ‘great’ lamp.”\n{OURS}\n"
        f"{SIGNED}, Article 3, paragraph 3\n"
        "https://treaty.example/3.3"
    )


def test_every_unconfirmed_statement_has_its_mark_before_it() -> None:
    say(
        3,
        3,
        ("The keeper lights the lamp.", "reported"),
        ("The lamp is green.", "unconfirmed"),
        ("The bell is old.", "unconfirmed"),
    )
    assert packet_of(3, 3).startswith(
        "“The keeper lights the lamp. [Unconfirmed] The lamp is green. [Unconfirmed] The bell is "
        f"old.”\n{OURS}\n"
    )


def test_a_number_that_is_not_confirmed_is_said_to_be_counted_here() -> None:
    say(5, 3, ("The ferry waits.", "reported"))
    assert packet_of(5, 3) == (
        f"“The ferry waits.”\n{OURS}\n{SIGNED}, Article 5 (paragraph 3 as numbered here)\n"
        "https://treaty.example/5.3"
    )


def test_the_citation_of_an_article_whose_number_is_inferred_says_so() -> None:
    say(9, 1, ("The ferry waits.", "reported"))
    assert packet_of(9, 1).splitlines()[2:] == [
        f"{SIGNED}, Article 9 (paragraph 1 as numbered here; article number inferred)",
        "https://treaty.example/9.1",
    ]


def test_a_recital_of_the_preamble_is_cited_by_its_confirmed_place() -> None:
    say(0, 3, ("The lakes are old.", "reported"))
    assert packet_of(0, 3) == (
        f"“The lakes are old.”\n{OURS}\n{SIGNED}, Preamble, recital 3\nhttps://treaty.example/0.3"
    )


def test_a_whole_article_has_every_paragraph_with_its_number_and_says_once_whose_words() -> None:
    for number, words in enumerate(["One lamp.", "Two lamps.", "A bell.", "A chart."], 1):
        say(3, number, (words, "reported"))
    assert packet_of_article(3) == (
        "1 “One lamp.”\n2 “Two lamps.”\n3 “A bell.”\n4 “A chart.”\n"
        f"{OURS}\n{SIGNED}, Article 3\nhttps://treaty.example/3"
    )


def test_numbers_that_are_not_confirmed_stand_in_brackets_and_a_lone_paragraph_has_none() -> None:
    say(6, 1, ("One lamp.", "unconfirmed"))
    say(6, 2, ("Two lamps.", "reported"))
    say(1, 1, ("One bell.", "reported"))
    assert packet_of_article(6).splitlines()[:2] == [
        "[1] “[Unconfirmed] One lamp.”",
        "[2] “Two lamps.”",
    ]
    assert packet_of_article(1).splitlines()[0] == "“One bell.”"


def test_our_words_and_what_is_said_of_them_are_english_from_left_to_right() -> None:
    for shown in (page(3), page(47)):
        made = packet.of_article(shown.layout.blocks, for_article(shown, SITE, DAY))
        assert {(piece.language, piece.direction) for piece in made.pieces} == {("en", "ltr")}


def test_of_the_whole_treaty_there_is_a_citation_and_an_address() -> None:
    assert packet.of_treaty(Pinpoint(SITE, DAY)).text == f"{SIGNED}\nhttps://treaty.example/treaty/"


def test_an_article_that_is_not_described_has_a_packet_without_a_quotation() -> None:
    assert packet_of_article(47) == f"{SIGNED}, Article 47\nhttps://treaty.example/47"


def test_nothing_unconfirmed_is_quoted_anywhere_without_its_mark() -> None:
    statements = Statement.objects.filter(paragraph__isnull=False, basis="unconfirmed")
    assert statements.count() > 20
    for row in statements.select_related("paragraph"):
        assert row.paragraph is not None
        words = row.plain.translate(packet.INNER_MARKS)
        assert f"[Unconfirmed] {words}" in packet_of(row.paragraph.article_id, row.paragraph.number)


@pytest.mark.parametrize(
    ("article", "paragraph", "is_numbered", "evidence"),
    [
        (3, 3, True, Evidence.REPORTED),
        (30, 1, True, Evidence.REPORTED),
        (5, 3, False, Evidence.REPORTED),  # believed to be the treaty's number
        (1, 1, False, Evidence.PLACED),  # the only paragraph, believed to have none
        (11, 2, False, Evidence.PLACED),  # a number of this edition
        (25, 1, False, Evidence.OUTLINE),
        (0, 6, False, Evidence.REPORTED),  # the likely place of a recital
    ],
)
def test_a_number_is_cited_only_if_it_is_confirmed(
    article: int, paragraph: int, is_numbered: bool, evidence: Evidence
) -> None:
    say(article, paragraph, ("The ferry waits.", "reported"))
    Article.objects.filter(number=article).update(evidence=evidence)
    if (article, paragraph) == (0, 6):
        Paragraph.objects.filter(article=0, number=6).update(numbering="unconfirmed")
    assert for_block(block(article, paragraph), SITE, DAY) == Pinpoint(
        SITE, DAY, article, paragraph, is_numbered=is_numbered, evidence=evidence
    )


def test_a_paragraph_of_which_nothing_is_reported_counts_as_an_outline() -> None:
    say(3, 2, ("The ferry waits.", "unconfirmed"))
    assert for_block(block(3, 2), SITE, DAY).evidence == Evidence.OUTLINE


def test_to_say_what_is_cited_takes_no_further_query() -> None:
    shown = page(3)
    with CaptureQueriesContext(connection) as queries:
        for row in shown.layout.blocks:
            _ = packet.of_block(row, for_block(row, SITE, DAY)).text
        _ = packet.of_article(shown.layout.blocks, for_article(shown, SITE, DAY)).text
    assert len(queries) == 0


def test_every_place_has_a_key_of_its_own() -> None:
    places = every_place()
    assert len({row.key for row in places}) == len(places) > 100
