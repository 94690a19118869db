"""A reference is understood in the ways in which people write it; nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import treaty
from articles.search import Reference, parse

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("text", "article", "paragraph"),
    [
        ("14", 14, None),
        ("art 14", 14, None),
        ("art14", 14, None),
        ("Art. 14", 14, None),
        ("ARTICLE 14", 14, None),
        ("Article 14.", 14, None),
        ("  article   14 ", 14, None),
        ("article\u00a014", 14, None),
        ("article no. 14", 14, None),
        ("Article number 14", 14, None),
        ("Article #14", 14, None),
        ("article 07", 7, None),
        ("Article 3 paragraph 4", 3, 4),
        ("Article 3, paragraph 4", 3, 4),
        ("art. 3, para. 4", 3, 4),
        ("art 3 par 4", 3, 4),
        ("article 3 § 4", 3, 4),
        ("art. 3(3)", 3, 3),
        ("art. 3 (3)", 3, 3),
        ("3(3)", 3, 3),
        ("3 ( 3 )", 3, 3),
        ("3.3", 3, 3),
        ("3/3", 3, 3),
        ("3:3", 3, 3),
        ("12.2.", 12, 2),
        ("paragraph 3 of article 12", 12, 3),
        ("Para. 3, Art. 12", 12, 3),
        ("ст. 12", 12, None),
        ("ст.12", 12, None),
        ("Ст 12", 12, None),
        ("статья 12", 12, None),
        ("Статья № 12", 12, None),
        ("статьи 12", 12, None),
        ("ст. 3 п. 4", 3, 4),
        ("ст.19 п.2", 19, 2),
        ("статья 3, пункт 4", 3, 4),
        ("статья 3 часть 4", 3, 4),
        ("ст. 3 ч. 4", 3, 4),
        ("п. 4 ст. 3", 3, 4),
        ("пункт 4 статьи 3", 3, 4),
        ("пункте 4 статьи 3", 3, 4),
        ("ماده ۱۲", 12, None),
        ("ماده ١٢", 12, None),
        ("ماده 12", 12, None),
        ("ماده۱۲", 12, None),
        ("ماده\u200c۱۲", 12, None),
        ("مادهٔ ۱۲", 12, None),
        ("مادۀ ۱۲", 12, None),
        ("مادة ١٢", 12, None),
        ("المادة ١٢", 12, None),
        ("ماده شماره ۱۲", 12, None),
        ("ماده ۱۹ بند ۲", 19, 2),
        ("ماده ۱۹، بند ۲", 19, 2),
        ("بند ۴ ماده ۳", 3, 4),
        ("بند ۴ از ماده ۳", 3, 4),
        ("۱۲", 12, None),
        ("١٢", 12, None),
        ("۳(۳)", 3, 3),
        ("۳.۳", 3, 3),
        ("１４", 14, None),
        ("preamble", 0, None),
        ("The Preamble", 0, None),
        ("preamble para 5", 0, 5),
        ("preamble, recital 5", 0, 5),
        ("recital 5", 0, 5),
        ("recital 5 of the preamble", 0, 5),
        ("преамбула", 0, None),
        ("Преамбула, абзац 5", 0, 5),
        ("مقدمه", 0, None),
        ("0", 0, None),
        ("3.9", 3, 9),
    ],
)
def test_a_reference_is_understood(text: str, article: int, paragraph: int | None) -> None:
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected


@pytest.mark.parametrize(
    ("text", "article", "paragraph"),
    [
        ("https://treaty.example.org/articles/3/", 3, None),
        ("https://treaty.example.org/articles/3", 3, None),
        ("https://treaty.example.org/articles/3/3/", 3, 3),
        ("https://treaty.example.org/articles/3/3/?q=separatist+movements", 3, 3),
        ("https://treaty.example.org/articles/3/#art_3__para_3", 3, None),
        ("http://127.0.0.1:8000/articles/12/", 12, None),
        ("http://localhost:8000/3.3", 3, 3),
        ("treaty.example.org/articles/12/2/", 12, 2),
        ("treaty.example.org/3.3", 3, 3),
        ("/articles/14/", 14, None),
        ("/14", 14, None),
        ("/3.3", 3, 3),
        ("/0", 0, None),
        ("https://treaty.example.org/preamble/", 0, None),
        ("https://treaty.example.org/preamble/5/", 0, 5),
        ("/preamble/5/", 0, 5),
        ("HTTPS://TREATY.EXAMPLE.ORG/ARTICLES/3/", 3, None),
        ("https://treaty.example.org/articles/3/?q=" + "x" * 1_000, 3, None),
    ],
)
def test_a_pasted_address_of_the_site_is_understood(
    text: str, article: int, paragraph: int | None
) -> None:
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2001",
        "1921",
        "2025-01-17",
        "17-19",
        "-14",
        "14*",
        '"14"',
        "«ст. 12»",
        "3(3",
        "3.3.3.3",
        "22(2.3.4)",
        "22(2)(1.3)",
        "closing the border",
        "заключительные",
        "S-400",
        "20 years",
        "14 oil",
        "oil 14",
        "article",
        "article three",
        "articles 3 and 4",
        "article 14 sanctions",
        "articles about oil",
        "part 3",
        "ст",
        "ماده",
        "the preamble and article 3",
        "https://treaty.example.org/",
        "https://treaty.example.org/articles/",
        "https://treaty.example.org/articles/?q=14",
        "https://treaty.example.org/themes/trade/",
        "https://treaty.example.org/set/3,12.2/",
    ],
)
def test_what_is_more_or_less_than_a_reference_is_none(text: str) -> None:
    assert parse(text).reference is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("22(2.3)", (22, 2, 3)),
        ("22(2)(2.3)", (22, 2, 3)),
        ("22(2)(3)", (22, 2, 3)),
        ("22.2.3", (22, 2, 3)),
        ("22(2), point 3", (22, 2, 3)),
        ("Art. 22(2.1)", (22, 2, 1)),
        ("article 22, point 2.6", (22, 2, 6)),
        ("Article 22, paragraph 2, point 2.6", (22, 2, 6)),
        ("point 2.5 of article 22", (22, 2, 5)),
        ("point 2.5 of paragraph 2 of article 22", (22, 2, 5)),
        ("пункт 2.4 статьи 22", (22, 2, 4)),
        ("подпункт 2.4 пункта 2 статьи 22", (22, 2, 4)),
        ("ст. 22 п. 2.2", (22, 2, 2)),
        ("art 28 item 4", (28, 1, 4)),
        ("Article 28, item 7", (28, 1, 7)),
        ("item 9 of Article 28", (28, 1, 9)),
        ("28(1)", (28, 1, 1)),
        ("28(4)", (28, 1, 4)),
        ("28.4", (28, 1, 4)),
        ("28.1.4", (28, 1, 4)),
        ("ст. 28 п. 3", (28, 1, 3)),
        ("ماده ۲۸ بند ۵", (28, 1, 5)),
        ("/articles/22/2/3/", (22, 2, 3)),
        ("https://treaty.example.org/articles/22/2/3", (22, 2, 3)),
        ("/22.2.3", (22, 2, 3)),
        ("/articles/28/1/4/", (28, 1, 4)),
    ],
)
def test_a_point_is_understood(text: str, place: tuple[int, int, int]) -> None:
    assert parse(text).reference == Reference(*place)


@pytest.mark.parametrize("text", ["28.1", "/28.1", "/articles/28/1/"])
def test_an_address_names_the_only_paragraph_of_article_28(text: str) -> None:
    assert parse(text).reference == Reference(28, 1)


@pytest.mark.parametrize(
    "text",
    [
        "closing lines",
        "The closing lines",
        "Closing",
        "заключительные строки",
        "Заключительные положения",
        "بخش پایانی",
        "/closing/",
        "https://treaty.example.org/closing/",
    ],
)
def test_the_closing_lines_are_understood(text: str) -> None:
    assert parse(text).reference == Reference(treaty.CLOSING)


@pytest.mark.parametrize(
    ("text", "number"), [("48", 48), ("Article 48", 48), ("49", 49), ("article 999", 999)]
)
def test_an_article_that_is_not_there_is_no_part_of_the_treaty(text: str, number: int) -> None:
    reference = parse(text).reference
    assert reference == Reference(number, is_article_there=False)
    assert reference.label == f"Article {number}"


def test_a_reference_leaves_nothing_to_look_for() -> None:
    query = parse("Article 3, paragraph 4")
    assert (query.wanted, query.excluded, query.is_empty) == ((), (), False)


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        (Reference(14), "Article 14"),
        (Reference(3, 3), "Article 3, paragraph 3"),
        (Reference(22, 2, 3), "Article 22, point 2.3"),
        (Reference(treaty.CLOSING), "Closing lines"),
        (Reference(0), "Preamble"),
        (Reference(0, 5), "Preamble, recital 5"),
    ],
)
def test_a_reference_has_a_label(reference: Reference, label: str) -> None:
    assert reference.label == label


@given(
    article=st.integers(0, 999).filter(lambda number: number != 28),
    paragraph=st.integers(1, 99),
    digits=st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"]),
    pattern=st.sampled_from(
        ["{}.{}", "{}({})", "art. {} para {}", "ст. {} п. {}", "ماده {} بند {}"]
    ),
)
def test_any_number_in_any_digits_is_understood(
    article: int, paragraph: int, digits: str, pattern: str
) -> None:
    in_digits = str.maketrans("0123456789", digits)
    text = pattern.format(*(str(number).translate(in_digits) for number in (article, paragraph)))
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected
