"""The paragraphs by legal strength: all of them, counted and drawn."""

from __future__ import annotations

import pytest

from articles.edition import Edition
from articles.models import Paragraph, Strength
from articles.reading.obligations import MOST_WHOLE, TOGETHER, bearers, kinds
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KINDS = ["duty", "ban", "guarantee", "option", "aim", "position", "rule"]


def test_every_paragraph_stands_under_each_way_in_which_it_binds(edition: Edition) -> None:
    found = kinds(edition)
    assert [kind.strength.value for kind in found] == KINDS
    for kind in found:
        rows = [row for row in Paragraph.objects.all() if kind.strength in row.strengths]
        assert list(kind.paragraphs) == rows != []


def test_a_strength_says_what_it_means_and_how_much_there_is(edition: Edition) -> None:
    (ban,) = [kind for kind in kinds(edition) if kind.strength is Strength.BAN]
    assert ban.meaning == (
        "Something neither state may do. Our words: “shall not”, “neither … shall”."
    )
    assert ban.amount == "3 paragraphs in 2 articles"
    assert [place for _, place, _ in ban.rows] == [
        *("Article 3(3)", "Article 3(4)", "Article 19(3)")
    ]


def test_paragraphs_are_whole_unless_there_are_many(edition: Edition) -> None:
    for kind in kinds(edition):
        cut = [words for _, _, words in kind.rows if words.endswith(" …")]
        assert bool(cut) is (len(kind.paragraphs) > MOST_WHOLE)


def test_the_page_draws_what_it_lists(edition: Edition) -> None:
    page = fetch("/obligations/")
    heads = page.text("thead th")
    assert heads == ["P", *map(str, range(1, 48)), "C"]
    rows = page.document.query("tbody tr")
    assert [row.query("th")[0].to_text().strip() for row in rows] == page.text(
        "main section:not([aria-labelledby=who]) h2"
    )
    for row, kind in zip(rows, kinds(edition), strict=True):
        cells = [cell.to_text().strip() for cell in row.query("td")]
        marked = {number for number, cell in enumerate(cells) if cell}
        assert marked == {paragraph.article_id for paragraph in kind.paragraphs}
        assert {*cells} - {""} == {kind.strength.label[0]}


def test_the_page_says_whom_each_paragraph_binds(edition: Edition) -> None:
    (together, most), *others = bearers(edition)
    assert together == TOGETHER
    codes = {name: [row.place.code for row in rows] for name, rows in others}
    assert codes == {
        "The other state, if one is subjected to aggression": ["3.3"],
        "Each state": ["3.4"],
        "The intelligence and security services": ["4.1", "4.2"],
        "Either state": ["45.2"],
    }
    unbound = [row for row in Paragraph.objects.all() if row.strengths == ["rule"]]
    named = sum(len(rows) for _, rows in others)
    assert len(most) + named + len(unbound) - 1 == Paragraph.objects.count()
    page = fetch("/obligations/")
    assert page.text("main [aria-labelledby=who] dt") == [together, *codes]
    assert page.text("main [aria-labelledby=who] dd")[1:3] == [
        "Article 3, paragraph 3",
        "Article 3, paragraph 4",
    ]


def test_each_paragraph_is_linked_to(edition: Edition) -> None:
    page = fetch("/obligations/")
    assert {row.place.url for row in Paragraph.objects.all()} <= page.links
    assert {f"/articles/?strength={kind}" for kind in KINDS} <= page.links
