"""Lines of a page between the articles, and texts after the text: left out, and said so."""

from __future__ import annotations

import pytest

from articles import official
from tests.official.test_shapes import ARTICLES, left_out, lines, page, read, said, texts, under

pytestmark = pytest.mark.files


def with_between(language: str, between: str, place: int = 1) -> str:
    """Return a page of three articles with something of the page's between two of them."""
    word = {"en": "Article", "ru": "Статья", "fa": "ماده"}[language]
    written = lines(language, under(language, *(f"{word} {number}" for number in (1, 2, 3))))
    elements = [f"<p>{line}</p>" for line in written]
    elements.insert(4 + 2 * place, between)
    return f'<meta charset="utf-8"><body>{"".join(elements)}</body>'


BETWEEN = [
    ("en", "<p>{}</p>", "Advertisement"),
    ("en", "<p>{}</p>", "Read also: Ten bridges to see this year"),
    ("en", "<p>{}</p>", "Subscribe to our newsletter."),
    ("en", "<div class='share-box'>{}</div>", "Tell your friends of it."),
    ("en", "<p><a href='/bridges'>{}</a></p>", "Ten bridges to see this year."),
    ("en", "<figure><figcaption>{}</figcaption></figure>", "A lamp of the lake."),
    ("en", "<aside>{}</aside>", "Ten bridges."),
    ("ru", "<p>{}</p>", "Реклама"),
    ("ru", "<p>{}</p>", "Читайте также: десять мостов года."),
    ("ru", "<p>{}</p>", "Подписывайтесь на наш канал!"),
    ("fa", "<p>{}</p>", "بیشتر بخوانید: ده پل دیدنی"),
    ("fa", "<p>{}</p>", "آگهی"),
]
"""The language of a page, and an element that it has between two articles, with its words."""


@pytest.mark.parametrize(("language", "element", "text"), BETWEEN)
def test_lines_of_a_page_between_articles_are_left_out_and_named(
    language: str, element: str, text: str
) -> None:
    parsed = read(with_between(language, element.format(text)), "page.html")
    assert texts(parsed) == [said(language, number) for number in (1, 2, 3)]
    assert text in [each for each, _ in left_out(parsed)]


def test_a_line_that_comes_again_between_articles_is_the_page_s() -> None:
    line = "The Lamp Gazette brings you the news of the lake."
    html = with_between("en", f"<p>{line}</p>", 1).replace(
        "<p>Article 3</p>", f"<p>{line}</p><p>Article 3</p>"
    )
    parsed = read(html, "page.html")
    assert texts(parsed) == [said("en", number) for number in (1, 2, 3)]
    assert [text for text, _ in left_out(parsed)] == [line, line]


def test_headings_of_parts_titles_and_lists_of_a_page_are_no_lines_of_the_page() -> None:
    articles = [
        ("PART I", "Article 1", "Share of the oil", said("en", 1)),
        ("Article 2", "Photographs", "The lamps are:", "lamps of oil", "lamps of gas"),
        ("PART II", "Lamps at home", "Article 3", "Printing", said("en", 3)),
    ]
    parsed = read(page(lines("en", articles)), "page.html")
    assert left_out(parsed) == []
    assert [each.title for each in parsed.articles[1:]] == [
        "Share of the oil",
        "Photographs",
        "Printing",
    ]
    assert parsed.articles[3].before == ("PART II", "Lamps at home")


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "ANNEX I"), ("ru", "Приложение"), ("fa", "پیوست")]
)
def test_an_annex_before_the_closing_formula_is_left_out_and_noted(
    language: str, heading: str
) -> None:
    *whole, closing = lines(language, under(language, *ARTICLES[language]))
    parsed = read([*whole, heading, said(language, 8), closing])
    assert texts(parsed) == [said(language, 1), said(language, 2)]
    assert parsed.closing == closing
    assert any(heading in notice for notice in parsed.notices)
    assert [text for text, _ in left_out(parsed)] == [heading, said(language, 8)]


def test_an_annex_without_a_closing_formula_is_left_out_and_noted() -> None:
    whole = lines("en", under("en", *ARTICLES["en"]))[:-1]
    parsed = read([*whole, "Annex", said("en", 8), said("en", 9)])
    assert texts(parsed) == [said("en", 1), said("en", 2)]
    assert any("Annex" in notice for notice in parsed.notices)


def test_a_text_after_the_treaty_is_noted_with_its_line() -> None:
    after = ["JOINT STATEMENT", *(said("en", number) for number in range(5))]
    parsed = read([*lines("en", under("en", *ARTICLES["en"])), *after])
    assert any("JOINT STATEMENT" in each and "line 19" in each for each in parsed.notices)


def test_a_second_treaty_after_the_treaty_is_noted() -> None:
    whole = lines("en", under("en", *ARTICLES["en"]))
    parsed = official.read("\n\n".join([*whole, *whole]).encode(), "treaty.txt", article_count=2)
    assert texts(parsed) == [said("en", 1), said("en", 2)]
    assert any("line 19" in each for each in parsed.notices)
