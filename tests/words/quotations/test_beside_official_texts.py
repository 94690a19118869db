"""Our words beside official texts, points, and languages in which there is no text."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.treaty.references import Reference
from tests.invented import EditionWith
from tests.words.quotations.texts import ONE_ALTERED, OURS, TEXTS, WITH_GAP, asked, page_for

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("official")]


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        (OURS, "an exact match in our own edition"),
        (OURS.upper(), "an exact match in our own edition but for capitals"),
        (
            WITH_GAP,
            "an exact match in our own edition, with words left out at the ellipsis",
        ),
        (ONE_ALTERED, "altered from our own edition (1 word differs)"),
    ],
)
def test_beside_an_official_text_our_words_are_called_not_the_treatys(
    typed: str, verdict: str
) -> None:
    found = asked(typed)
    assert found.verdict == f"Not the treaty's words: {verdict}"
    assert found.matches[0].verdict == found.verdict


def points_of(article: int, paragraph: int) -> tuple[str, list[str], list[str]]:
    """Return our words before the points of a paragraph, those of each, and their labels."""
    row = in_force().by_number[article].paragraphs.all()[paragraph - 1]
    points = list(row.points.all())
    return row.plain, [point.plain for point in points], [point.label for point in points]


@pytest.mark.parametrize(("article", "paragraph"), [(22, 2), (28, 1)])
def test_a_paragraph_is_found_with_its_points_labelled_or_not(article: int, paragraph: int) -> None:
    first, points, labels = points_of(article, paragraph)
    labelled = map(" ".join, zip(labels, points, strict=True))
    for typed in (" ".join([first, *points]), "\n".join([first, *labelled])):
        found = asked(typed)
        assert found.verdict == "Not the treaty's words: an exact match in our own edition"
        assert [place.url for place in found.matches[0].locations] == [
            f"/articles/{article}/{paragraph}/"
        ]


def test_points_in_a_row_are_found_as_such() -> None:
    _, points, labels = points_of(22, 2)
    half = " ".join(points[1].split()[-5:])
    for typed in (f"{half} {points[2]}", f"{half}\n{labels[2]} {points[2]}"):
        match = asked(typed).matches[0]
        assert match.is_exact
        assert match.label == "Article 22, point 2.2 and Article 22, point 2.3"
        assert [place.url for place in match.locations] == [
            "/articles/22/2/2/",
            "/articles/22/2/3/",
        ]


def test_a_citation_of_a_point_is_checked() -> None:
    (match,) = asked(points_of(22, 2)[1][2]).matches
    assert match.label == "Article 22, point 2.3"
    right = [Reference(22), Reference(22, 2), Reference(22, 2, 3)]
    assert all(map(match.is_at, right))
    assert not any(map(match.is_at, [Reference(28), Reference(22, 3), Reference(22, 2, 4)]))


def test_the_words_of_a_point_in_an_official_text_are_those_of_its_paragraph() -> None:
    match = asked("co-operation in painting buoys").matches[0]
    assert match.label == "Article 2, paragraph 1"
    assert match.is_at(Reference(2, 1, 2))


def test_the_legend_of_our_words_does_not_speak_of_an_official_text() -> None:
    assert page_for(ONE_ALTERED).text("section .legend") == [
        "Struck out: in the quotation but not in our own edition. "
        "Underlined: in our own edition but not in the quotation."
    ]


@pytest.mark.parametrize(
    ("language", "name", "typed"),
    [
        ("en", "English", "The keepers of both shores sing in the winter"),
        ("ru", "Russian", "Смотрители обоих берегов поют зимой"),
        ("fa", "Persian", "نگهبانان هر دو ساحل در زمستان آواز می‌خوانند"),
    ],
)
def test_a_quotation_in_a_language_without_an_official_text_cannot_be_verified(
    edition_with: EditionWith, language: str, name: str, typed: str
) -> None:
    assert asked(typed).verdict == "Not found"
    edition = edition_with({slug: text for slug, text in TEXTS.items() if text[0] != language})
    verdict = f"Cannot be verified here: no official text in {name} is loaded"
    assert asked(typed, edition).verdict == verdict
