"""A text that is not whole, or not one text, is refused; what may be amiss is noted."""

from __future__ import annotations

import io
from itertools import chain

import docx
import pytest

from articles import official
from tests.official import formats
from tests.official.test_shapes import ARTICLES, lines, page, read, said, texts, under
from tests.official.treaties import treaty

pytestmark = pytest.mark.files

NAMES = {"en": "English", "ru": "Russian", "fa": "Persian"}
PAIRS = [("en", "ru"), ("ru", "en"), ("en", "fa"), ("fa", "ru")]


def refusal(text: list[str] | str, file_name: str = "treaty.txt") -> str:
    with pytest.raises(official.Refused) as caught:
        read(text, file_name)
    return " / ".join(caught.value.problems)


def printed(language: str) -> list[str]:
    return [line.printed for line in treaty(language).lines()]


def side_by_side(first: str, second: str) -> list[str]:
    """Return the rows of a table in which each line stands beside the same of another language."""
    written = [
        lines(language, under(language, *ARTICLES[language])) for language in (first, second)
    ]
    return [f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in zip(*written, strict=True)]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_languages_side_by_side_are_refused_and_both_are_named(first: str, second: str) -> None:
    table = f"<table>{''.join(side_by_side(first, second))}</table>"
    for language in (None, first):
        with pytest.raises(official.Refused) as caught:
            official.read(table.encode(), "page.html", language=language, article_count=None)
        said_of_it = " ".join(caught.value.problems)
        assert NAMES[first] in said_of_it
        assert NAMES[second] in said_of_it


def test_two_columns_of_a_document_in_two_languages_are_refused() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    both = [lines(language, under(language, *ARTICLES[language])) for language in ("ru", "fa")]
    for texts_of_row in zip(*both, strict=True):
        for cell, text in zip(table.add_row().cells, texts_of_row, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    with pytest.raises(official.Refused, match=r"Russian.*Persian|Persian.*Russian"):
        official.read(file.getvalue(), "treaty.docx", article_count=None)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_languages_that_alternate_article_by_article_are_refused(first: str, second: str) -> None:
    articles = chain.from_iterable(
        zip(under(first, *ARTICLES[first]), under(second, *ARTICLES[second]), strict=True)
    )
    problem = refusal(lines(first, list(articles)))
    assert NAMES[first] in problem
    assert NAMES[second] in problem


def test_one_article_in_another_language_is_refused_with_its_line() -> None:
    articles = under("en", "Article 1", "Article 2", "Article 3")
    articles[1] = ("Article 2", said("ru", 2))
    problem = refusal(lines("en", articles))
    assert "line 15" in problem
    assert "Russian" in problem


@pytest.mark.parametrize("other", ["Artikel {}", "Artículo {}.", "Madde {}"])
def test_a_second_heading_under_each_heading_shows_two_languages(other: str) -> None:
    articles = [
        (f"Article {number}", other.format(number), said("en", number), "Die Lampen brennen.")
        for number in (1, 2, 3)
    ]
    assert f"“{other.format(1)}”" in refusal(lines("en", articles))


def test_a_second_language_after_the_first_is_left_out_and_named() -> None:
    parsed = read(
        [*lines("en", under("en", *ARTICLES["en"])), *lines("ru", under("ru", "Статья 1"))]
    )
    assert texts(parsed) == [said("en", 1), said("en", 2)]
    assert any("line 19" in notice and "left out" in notice for notice in parsed.notices)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The word «маяк» means a lighthouse, and «فانوس» a lantern."),
        ("ru", "Лампы на озере и в гавани отвечают норме «Northmere Lamp Standard» и норме ISO."),
        (
            "fa",
            "چراغ‌های دریاچه و همه بندرهای آن با استاندارد «Lamp Standard» و با «норма» برابرند.",
        ),
    ],
)
def test_words_of_another_language_within_a_text_are_read(language: str, text: str) -> None:
    first, second = ARTICLES[language]
    parsed = read(lines(language, [(first, text), *under(language, second)[:1]]))
    assert texts(parsed)[0] == text


CUT = {
    "en": "This Treaty shall enter into force when both Parties have",
    "ru": "Договор вступает в силу в день, когда Стороны",
    "fa": "این معاهده هنگامی لازم‌الاجرا می‌شود که طرفین",
}


@pytest.mark.parametrize("language", CUT)
def test_a_text_that_ends_in_mid_sentence_is_refused(language: str) -> None:
    *others, last = under(language, *ARTICLES[language])
    whole = lines(language, [*others, (last[0], CUT[language])])[:-1]
    problem = refusal(whole)
    assert "Article 2" in problem
    assert CUT[language][-10:] in problem


@pytest.mark.parametrize("language", CUT)
def test_a_text_without_closing_formula_that_ends_with_a_sentence_is_noted(language: str) -> None:
    parsed = read(lines(language, under(language, *ARTICLES[language]))[:-1])
    assert any("closing formula" in notice for notice in parsed.notices)


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "The keepers light their lamps in the"),
        ("en", "The keepers light the lamps, the lanterns,"),
        ("ru", "Смотрители зажигают свои лампы и"),
        ("ru", "Смотрители зажигают лампы, фонари,"),
        ("fa", "نگهبانان چراغ‌ها را در شب و در"),
        ("fa", "نگهبانان چراغ‌ها، فانوس‌ها،"),
    ],
)
def test_an_article_that_breaks_off_is_refused_with_its_line(language: str, end: str) -> None:
    first, second = ARTICLES[language]
    problem = refusal(lines(language, [(first, end), (second, said(language, 2))]))
    assert "Article 1" in problem
    assert "line 11" in problem


def test_an_article_whose_last_line_has_no_stop_is_noted() -> None:
    articles = [("Article 1", "The keepers light the lamps"), ("Article 2", said("en", 2))]
    assert any(
        "Article 1 does not end like a sentence" in each
        for each in read(lines("en", articles)).notices
    )


def test_a_list_whose_items_have_no_stop_is_no_article_that_breaks_off() -> None:
    articles = [
        ("Article 1", "The lamps are:", "(a) lamps of oil", "(b) lamps of gas"),
        ("Article 2", "1. Lamps of oil burn; and", "2. Lamps of gas burn."),
    ]
    parsed = read(lines("en", articles))
    assert len(parsed.articles) == 3


def numbered(language: str, *numbers: str) -> list[str]:
    first, second = ARTICLES[language]
    body = [f"{number} {said(language, place)}" for place, number in enumerate(numbers, 3)]
    return lines(language, [(first, *body), (second, said(language, 2))])


@pytest.mark.parametrize(
    ("language", "numbers", "said_of_it"),
    [
        ("en", ("1.", "2.", "4."), "paragraph 3 is missing"),
        ("en", ("(1)", "(3)", "(4)"), "paragraph 2 is missing"),
        ("en", ("2.", "3."), "paragraph 1 is missing"),
        ("en", ("1.", "2.", "5."), "paragraphs 3, 4 are missing"),
        ("en", ("1.", "2.", "2.", "3."), "paragraph 2 is doubled"),
        ("en", ("1.", "1.", "2."), "paragraph 1 is doubled"),
        ("en", ("1.", "3.", "2.", "4."), "paragraph 2 is missing"),
        ("ru", ("1.", "2.", "4."), "paragraph 3 is missing"),
        ("ru", ("1.", "2.", "3.", "1.", "2.", "3."), "paragraph 1 is doubled"),
        ("ru", ("1)", "2)", "2)"), "paragraph 2 is doubled"),
        ("fa", ("۱-", "۲-", "۴-"), "paragraph 3 is missing"),
        ("fa", ("۱.", "۲.", "۲."), "paragraph 2 is doubled"),
    ],
)
def test_a_gap_or_a_repeat_in_the_numbers_of_paragraphs_is_refused(
    language: str, numbers: tuple[str, ...], said_of_it: str
) -> None:
    problem = refusal(numbered(language, *numbers))
    assert f"Article 1: {said_of_it}" in problem
    assert "line " in problem


@pytest.mark.parametrize(
    ("numbers", "said_of_it"),
    [
        (("2.1.", "2.2.", "2.4."), "point 3 is missing"),
        (("2.1.", "2.1.", "2.2."), "point 1 is doubled"),
        (("1)", "2)", "4)"), "point 3 is missing"),
        (("1)", "2)", "2)", "3)"), "point 2 is doubled"),
        (("(1)", "(3)"), "point 2 is missing"),
    ],
)
def test_a_gap_or_a_repeat_in_the_numbers_of_points_is_refused(
    numbers: tuple[str, ...], said_of_it: str
) -> None:
    points = [f"{number} {said('en', place)}" for place, number in enumerate(numbers)]
    body = (f"1. {said('en', 7)}", "2. The keepers light:", *points, f"3. {said('en', 8)}")
    problem = refusal(lines("en", [("Article 1", *body), ("Article 2", said("en", 2))]))
    assert f"Article 1: paragraph 2: {said_of_it}" in problem


@pytest.mark.parametrize(
    "body",
    [
        ("1. The keepers light:", "1. lamps of oil;", "2. lamps of gas.", "2. They keep oil."),
        ("The keepers light: 1) lamps;", "2) lanterns;", "3) candles."),
        ("1. The lamps burn.", "12 lamps are of oil.", "2. The lanterns burn."),
        ("The lamps:", "1. burn;", "2. shine.", "The lanterns:", "1. burn;", "2. shine."),
    ],
)
def test_lists_that_are_whole_are_read(body: tuple[str, ...]) -> None:
    parsed = read(lines("en", [("Article 1", *body), ("Article 2", said("en", 2))]))
    assert len(parsed.articles) == 3


def test_where_a_treaty_without_closing_formula_ends_before_another_cannot_be_told() -> None:
    first, second = (lines("en", under("en", "Article 1", "Article 2")) for _ in range(2))
    assert "line 25" in refusal([*first[:-1], *second])


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_a_page_without_closing_formula_is_refused_with_what_to_do(language: str) -> None:
    text = lines(language, under(language, *ARTICLES[language]))[:-1]
    assert ".txt" in refusal(page(text), "page.html")


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_a_treaty_that_is_whole_has_no_notices(language: str) -> None:
    parsed = official.read(formats.apart(treaty(language)).encode(), "treaty.txt")
    assert parsed.notices == ()
