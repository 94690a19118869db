"""What people paste around words of a text: the words are told from it, and it is set aside."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.treaty.places import Place
from tests.words.quotations.texts import checked

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("edition")]

EXACT = "Not the treaty's words: an exact match in our own edition"


def words_of(article: int, paragraph: int) -> str:
    """Our words of a paragraph, points among them."""
    rows = in_force().by_number[article].paragraphs.all()
    return rows[paragraph - 1].full_text


def right(place: Place) -> str:
    return f"In our own edition, the citation is right: {place.label}."


def wrong(named: Place, place: Place) -> str:
    return (
        f"In our own edition, the citation is wrong: it names {named.label}, "
        f"but the words are from {place.label}."
    )


@pytest.mark.parametrize(
    ("pasted", "aside"),
    [
        ("[22/11/2026, 10:15:03] Ann: {}", "[22/11/2026, 10:15:03] Ann:"),
        ("SPEAKER 1: {}", "SPEAKER 1:"),
        ("The treaty says: {}", "The treaty says:"),
        ("Ann  10:15 AM\n{}", "Ann 10:15 AM"),
        ("As the treaty puts it, “{}”, which many overlook.", "As the treaty puts it,"),
        ("{}[12][13]", "[12][13]"),
        ("{}¹\n\n¹ Article 3(4)", "Article 3(4)"),
        ("<blockquote><p>{}</p></blockquote>", None),
        ("&ldquo;{}&rdquo;", None),
        ("Subject: Article 3(4)\n\n{}", "Subject: Article 3(4)"),
    ],
)
def test_what_stands_around_a_quotation_is_set_aside(pasted: str, aside: str | None) -> None:
    found = checked(pasted.format(words_of(3, 4)))
    assert [row.verdict for row in found.passages] == [EXACT]
    assert aside is None or aside in found.set_aside


@pytest.mark.parametrize("page", ["- 12 -", "Page 3 of 18", "12", "стр. 4"])
def test_a_number_of_a_page_between_two_lines_is_no_word(page: str) -> None:
    before, after = words_of(3, 4).split(" separatist ")
    found = checked(f"{before} separatist\n{page}\n{after}")
    assert [row.verdict for row in found.passages] == [EXACT]


def test_a_line_that_is_in_no_text_is_told_from_the_words_that_are() -> None:
    mail = "On Mon, 30 Nov 2026 at 10:12, Ann <ann@example.org> wrote:"
    first, second = checked(f"{mail}\n> {words_of(3, 4)}").passages
    assert not first.is_found
    assert second.verdict == EXACT


def test_what_a_quoter_adds_to_the_words_is_not_set_aside() -> None:
    [passage] = checked(f"{words_of(3, 4)} Each shall send a lamp at once.").passages
    assert [row.quoted for row in passage.matches[0].differences] == [
        "Each shall send a lamp at once"
    ]
    altered = words_of(3, 4).replace("hostile", "“hostile and altogether unfriendly lighthouse”")
    assert not any(row.is_right for row in checked(altered).passages)


def test_letters_that_print_as_one_are_the_same_letters() -> None:
    assert [row.verdict for row in checked(words_of(3, 3).replace("ff", "ﬀ")).passages] == [EXACT]


def test_a_quoter_may_number_the_items_of_a_list_but_not_the_paragraph() -> None:
    lines = words_of(5, 2).splitlines()
    items = [line.replace("– ", f"({chr(96 + at)}) ") for at, line in enumerate(lines)]
    assert items != lines
    [passage] = checked("\n".join(items)).passages
    assert passage.verdict.startswith(EXACT)
    assert not any(row.is_right for row in checked(f"2. {words_of(3, 4)}").passages)


def test_points_that_are_left_out_are_missing_and_the_number_of_the_next_is_none_of_them() -> None:
    lines = words_of(28, 1).splitlines()
    [passage] = checked("\n".join([*lines[:2], *lines[4:]])).passages
    [missing] = passage.matches[0].differences
    assert (missing.quoted, missing.published.startswith("preventing")) == ("", True)


TWO = (Place(3, 4), Place(5, 4))


@pytest.mark.parametrize(
    "pasted",
    [
        "“{words[0]}” ({0})\n“{words[1]}” ({1})",
        "{0}: {words[0]}\n{1}: {words[1]}",
        "{0}\n{words[0]}\n{1}\n{words[1]}",
        "“{words[0]}”\n{0}\n\n“{words[1]}”\n{1}",
        "{words[0]} ({0}) {words[1]} ({1})",
        "{0} says that “{words[0]}”, and {1} that “{words[1]}”.",
    ],
)
def test_each_of_two_quotations_has_its_own_citation(pasted: str) -> None:
    words = [words_of(place.article, place.paragraph or 0) for place in TWO]
    one, other = TWO
    as_it_is = checked(pasted.format(one.label, other.label, words=words)).passages
    assert [row.attributions for row in as_it_is] == [[right(one)], [right(other)]]
    crossed = checked(pasted.format(other.label, one.label, words=words)).passages
    assert [row.attributions for row in crossed] == [[wrong(other, one)], [wrong(one, other)]]
