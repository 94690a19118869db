"""Words that are broken into lines and blocks: what is lost or put in between is told."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.treaty.places import Place
from tests.words.quotations.texts import HARBOUR, checked, page_for

EXACT = "Not the treaty's words: an exact match in our own edition"

ours = pytest.mark.usefixtures("edition")
official = pytest.mark.usefixtures("official")
pytestmark = [pytest.mark.once, pytest.mark.django_db]


def words_of(place: Place) -> str:
    """Our words of a paragraph."""
    paragraph = in_force().by_number[place.article].paragraphs.all()[place.paragraph - 1]
    return str(paragraph.plain)


def lines_of(place: Place) -> list[str]:
    """The lines of our words of a paragraph, points among them."""
    paragraph = in_force().by_number[place.article].paragraphs.all()[place.paragraph - 1]
    rows = [paragraph.plain, *(point.plain for point in paragraph.points.all())]
    return [line for row in rows for line in row.splitlines() if line.strip()]


def differences(typed: str) -> list[tuple[str, str]]:
    """What differs in all passages of a paste, as published and as quoted."""
    return [
        (part.published, part.quoted)
        for passage in checked(typed).passages
        for match in passage.matches[:1]
        for part in match.differences
    ]


BREAKS = pytest.mark.parametrize(
    "gap", ["\n", "\n\n", "\n> ", "\n\n> \n> "], ids=["line", "block", "mail", "block of a mail"]
)


@ours
@BREAKS
@pytest.mark.parametrize(
    ("before", "lost", "after"),
    [("other shall", "not", "give"), ("It shall", "also", "help"), ("of the", "Charter", "of")],
)
def test_a_word_dropped_at_a_break_is_missing(gap: str, before: str, lost: str, after: str) -> None:
    words = words_of(Place(3, 3))
    typed = words.replace(f"{before} {lost} {after}", f"{before}{gap}{after}")
    assert typed != words
    assert differences(typed) == [(lost, "")]


@ours
@BREAKS
def test_a_word_dropped_where_the_next_paragraph_begins_is_missing(gap: str) -> None:
    _, after = words_of(Place(3, 4)).split(" ", 1)
    assert differences(f"{words_of(Place(3, 3))}{gap}{after}") == [("Neither", "")]


@ours
@BREAKS
@pytest.mark.parametrize("at", range(1, 4))
def test_the_first_words_on_a_line_of_their_own_still_count(gap: str, at: int) -> None:
    words = words_of(Place(5, 4)).split()
    dropped = f"{' '.join(words[:at])}{gap}{' '.join(words[at + 1 :])}"
    assert not all(row.is_right for row in checked(dropped).passages)


@ours
@pytest.mark.parametrize("place", [Place(3, 1), Place(22, 2)])
def test_an_item_dropped_from_a_list_is_missing(place: Place) -> None:
    lines = lines_of(place)
    for lost in range(1, len(lines) - 1):
        found = checked("\n".join([*lines[:lost], *lines[lost + 1 :]])).passages
        assert not all(row.matches and row.matches[0].is_exact for row in found), lines[lost]


@ours
def test_a_list_is_exact_line_by_line() -> None:
    for place in (Place(3, 1), Place(22, 2)):
        assert all(row.verdict == EXACT for row in checked("\n".join(lines_of(place))).passages)


@ours
@BREAKS
def test_lines_in_another_order_are_not_exact(gap: str) -> None:
    words = words_of(Place(3, 3)).split("\n")[0].split()
    typed = f"{' '.join(words[12:])}{gap}{' '.join(words[:12])}"
    assert not any(row.is_right for row in checked(typed).passages)


@ours
def test_a_word_dropped_beside_what_a_page_puts_between_is_told() -> None:
    words = words_of(Place(3, 3)).replace(
        "shall not give", "shall\nLink\nCite\nShare\n(Article 3(3))\ngive"
    )
    assert not all(row.is_right for row in checked(words).passages)


@ours
@BREAKS
def test_words_put_between_two_lines_are_added(gap: str) -> None:
    typed = words_of(Place(3, 3)).replace(
        "continuing.", f"continuing.{gap}Unless agreed otherwise.", 1
    )
    assert differences(typed) == [("", "Unless agreed otherwise")]


@ours
def test_a_few_words_between_provisions_are_shown() -> None:
    typed = f"{words_of(Place(3, 3))}\nUnless agreed otherwise.\n{words_of(Place(12, 1))}"
    found = checked(typed)
    assert [row.is_right for row in found.passages] == [True, False, True]
    assert not found.set_aside


@ours
def test_a_few_words_around_the_passages_are_set_aside() -> None:
    found = checked(f"Hello Anna\n\n{words_of(Place(3, 3))}\n\nYours, Tom")
    assert [row.verdict for row in found.passages] == [EXACT]
    assert found.set_aside == ("Hello Anna", "Yours, Tom")


@official
@pytest.mark.parametrize(
    "typed",
    [
        "“every lamp before dusk”\n“painting buoys”",
        "every lamp before dusk (Article 1(1))\npainting buoys (Article 2(1))",
        f"{HARBOUR}\n\nThe keepers of the lake shall meet in spring.",
    ],
    ids=["each in marks of quotation", "each with its citation", "whole sentences"],
)
def test_quotations_that_are_plainly_several_are_each_exact(typed: str) -> None:
    assert [row.verdict for row in checked(typed).passages] == ["Exact"] * 2


@ours
@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("Article 3(3)", "is right: Article 3, paragraph 3."),
        ("Article 4", "is wrong: it names Article 4, but"),
        ("Article 3(4)", "is wrong: it names Article 3, paragraph 4, but"),
        ("Article 5(1)", "is wrong: it names Article 5, paragraph 1, but"),
    ],
)
@pytest.mark.parametrize("form", ["{0} ({1})", "{0}\n{1}", "{1}: {0}"])
def test_a_citation_that_might_be_numbering_is_checked(citation: str, said: str, form: str) -> None:
    [passage] = checked(form.format(words_of(Place(3, 3)), citation)).passages
    assert passage.verdict == EXACT
    [attribution] = passage.attributions
    assert attribution.startswith(f"In our own edition, the citation {said}")


REMARKS = ["emphasis added", "my translation", "sic", "Emphasis mine", "unofficial translation"]


@official
@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("brackets", ["({})", "[{}]"])
def test_a_remark_of_the_quoter_in_brackets_is_set_aside(remark: str, brackets: str) -> None:
    bracketed = brackets.format(remark)
    for typed in (f"every lamp before dusk {bracketed}", f"every lamp {bracketed} before dusk"):
        found = checked(typed)
        assert [row.verdict for row in found.passages] == ["Exact"]
        assert found.set_aside == (bracketed,)


@ours
def test_a_warning_that_holds_for_several_passages_is_said_once() -> None:
    typed = "\n\n".join(words_of(place) for place in (Place(3, 3), Place(12, 1), Place(22, 1)))
    page = page_for(typed)
    assert len(page.text("section h2")) == 3
    assert len(page.text("section .notice")) == 1


LEFT_OUT = "Between the words above and these, {} words of Article 13 are left out."
TURNED = "In the text, these words stand before those above."


@ours
@BREAKS
@pytest.mark.parametrize(
    ("kept", "joints"),
    [
        ((0, 1, 2, 3), []),
        ((0, 2, 3), [LEFT_OUT.format(32)]),
        ((0, 3), [LEFT_OUT.format(49)]),
        ((1, 0), [TURNED]),
        ((2, 0, 3), [TURNED, LEFT_OUT.format(49)]),
    ],
)
def test_whole_sentences_that_are_left_out_or_turned_between_lines_are_told(
    gap: str, kept: tuple[int, ...], joints: list[str]
) -> None:
    sentences = [f"{row.strip().rstrip('.')}." for row in words_of(Place(13, 3)).split(". ")]
    found = checked(gap.join(sentences[at] for at in kept))
    assert all(row.verdict == EXACT for row in found.passages)
    assert [row.joint for row in found.passages if row.joint] == joints


@ours
def test_a_paragraph_that_is_left_out_is_told_and_one_of_another_article_is_not() -> None:
    article = [words_of(Place(13, number)) for number in (1, 2, 4)]
    found = checked("\n\n".join([*article, words_of(Place(16, 1))]))
    joints = [row.joint for row in found.passages]
    assert [bool(joint) for joint in joints] == [False, True, False]


@ours
def test_the_page_tells_what_is_left_out_between_two_passages() -> None:
    typed = "\n".join(words_of(Place(3, number)) for number in (1, 2, 4))
    notices = page_for(typed).text(".notice")
    assert any("words of Article 3 are left out" in notice for notice in notices)
