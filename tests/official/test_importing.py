from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest

from articles import official
from articles.official import Parsed
from tests.official import documents, formats, pages
from tests.official.printing import COLUMNS, printed
from tests.official.styles import STYLES
from tests.official.treaties import Article, Block, Paragraph, Treaty, treaty

pytestmark = pytest.mark.files

LANGUAGES = ("en", "ru", "fa")
EVERY_STYLE = [(language, style) for language in LANGUAGES for style in STYLES[language]]
EVERY_TEXT = [
    (language, name)
    for language in LANGUAGES
    for name in formats.TEXTS
    if (language, name) != ("fa", "hyphenated")  # Persian parts no words
]
ENCODINGS = [
    *((language, encoding) for language in LANGUAGES for encoding in ("utf-8-sig", "utf-16")),
    ("en", "windows-1252"),
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("fa", "windows-1256"),
]
STYLES_OF_PAGES = [("en", "title beside"), ("ru", "roman"), ("fa", "text beside")]


def structure(articles: Iterable[Article | official.ParsedArticle]) -> list[tuple[object, ...]]:
    """Return what articles are made of, so that invented and parsed ones can be compared."""
    return [
        (article.number, article.heading, article.title, *map(parts, article.paragraphs))
        for article in articles
    ]


def parts(paragraph: Paragraph | official.ParsedParagraph) -> tuple[object, ...]:
    """Return the number and label of a paragraph, and its blocks."""
    blocks = [(block.label, block.text) for block in paragraph.blocks]
    return paragraph.number, paragraph.label, *blocks


def texts(articles: Iterable[Article | official.ParsedArticle]) -> list[tuple[object, ...]]:
    """Return the words of each paragraph without the numbers and letters before them."""
    return [
        (article.number, paragraph.number, *(block.text for block in paragraph.blocks))
        for article in articles
        for paragraph in article.paragraphs
    ]


def assert_same(parsed: Parsed, expected: Treaty) -> None:
    """Hold every part of what was parsed against the treaty that was written."""
    assert parsed.language == expected.language
    assert parsed.title.splitlines() == list(expected.title)
    assert structure(parsed.articles) == structure(expected.articles)
    assert [list(article.before) for article in parsed.articles] == [
        list(article.chapter) for article in expected.articles
    ]
    assert parsed.closing.splitlines() == list(expected.closing)


def left_out(parsed: Parsed) -> list[str]:
    """Return the lines that were left out, without the bullets of lists."""
    return [line.text.removeprefix("• ") for line in parsed.left_out]


@pytest.mark.parametrize(("language", "style"), EVERY_STYLE)
def test_every_style_of_headings_and_numbers_is_read(language: str, style: str) -> None:
    written = treaty(language, style)
    parsed = official.read(formats.wrapped(written).encode(), "treaty.txt")
    assert_same(parsed, written)
    assert left_out(parsed) == []


@pytest.mark.parametrize("seed", [0, 2])
@pytest.mark.parametrize(("language", "name"), EVERY_TEXT)
def test_every_way_of_writing_a_text_gives_the_same_treaty(
    language: str, name: str, seed: int
) -> None:
    written = treaty(language, seed=seed)
    file_name, write = formats.TEXTS[name]
    assert_same(official.read(write(written).encode(), file_name), written)


@pytest.mark.parametrize(("language", "style"), EVERY_STYLE)
def test_what_is_written_as_text_reads_back_as_the_same_treaty(language: str, style: str) -> None:
    parsed = official.read(formats.wrapped(treaty(language, style)).encode(), "treaty.txt")
    assert official.read(formats.as_text(parsed).encode(), "treaty.txt") == parsed


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_a_text_in_an_older_encoding_is_read(language: str, encoding: str) -> None:
    written, data = formats.encoded(
        treaty(language, "latin" if language == "fa" else "plain"), encoding
    )
    assert_same(official.read(data, "treaty.txt"), written)


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1252"])
def test_a_page_is_read_whatever_encoding_it_declares(declared: str) -> None:
    written = treaty("ru").spelt(formats.SMALLER_SETS["koi8-r"])
    page = pages.in_paragraphs(written).replace('charset="utf-8"', f'charset="{declared}"')
    data = page.encode("windows-1251", errors="xmlcharrefreplace")
    assert structure(official.read(data, "treaty.html").articles) == structure(written.articles)


@pytest.mark.parametrize("name", pages.PAGES)
@pytest.mark.parametrize(("language", "style"), STYLES_OF_PAGES)
def test_a_saved_web_page_gives_the_treaty_without_the_menus(
    language: str, style: str, name: str
) -> None:
    written = treaty(language, style)
    parsed = official.read(pages.PAGES[name](written).encode(), "page.html")
    assert_same(parsed, written)
    assert set(left_out(parsed)) >= set(pages.menu_lines(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_only_the_browser_shows_are_counted(language: str) -> None:
    written = treaty(language)
    parsed = official.read(pages.in_lists(written).encode(), "page.htm")
    assert texts(parsed.articles) == texts(written.articles)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", documents.DOCUMENTS)
def test_a_word_document_gives_the_treaty(name: str, language: str) -> None:
    written = treaty(language, "title below")
    parsed = official.read(documents.DOCUMENTS[name](written), "treaty.docx")
    assert_same(parsed, written)
    assert left_out(parsed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_only_the_word_processor_shows_are_counted(language: str) -> None:
    written = treaty(language)
    parsed = official.read(documents.in_lists(written), "treaty.docx")
    assert texts(parsed.articles) == texts(written.articles)


@pytest.fixture(scope="module")
def printed_treaties() -> dict[str, bytes]:
    return dict(zip(LANGUAGES, printed(map(treaty, LANGUAGES)), strict=True))


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_gives_the_treaty_without_running_heads_and_page_numbers(
    language: str, printed_treaties: dict[str, bytes]
) -> None:
    written = treaty(language)
    parsed = official.read(printed_treaties[language], "treaty.pdf")
    assert parsed.title.split() == " ".join(written.title).split()
    assert words(parsed.articles) == words(written.articles)
    assert numbers(parsed.articles) == numbers(written.articles)
    assert parsed.closing.split() == " ".join(written.closing).split()
    head, foot = formats.RUNNING_HEADS[language]
    page = re.compile(re.escape(foot).replace(r"\{page\}", r"\d+"))
    others = [line for line in left_out(parsed) if line != head and not page.fullmatch(line)]
    assert others == []
    assert head in left_out(parsed)


@pytest.mark.browser
def test_a_pdf_in_two_columns_is_read_one_column_after_the_other() -> None:
    written = [treaty(language) for language in ("en", "ru")]
    for one, data in zip(written, printed(written, COLUMNS), strict=True):
        parsed = official.read(data, "treaty.pdf")
        assert words(parsed.articles) == words(one.articles)
        assert numbers(parsed.articles) == numbers(one.articles)
        assert parsed.closing.split() == " ".join(one.closing).split()


def words(articles: Sequence[Article | official.ParsedArticle]) -> list[str]:
    """Return every word of the articles in order, with the numbers and letters."""
    return [
        word
        for article in articles
        for paragraph in article.paragraphs
        for text in (paragraph.label, *(part for block in parts(paragraph)[2:] for part in block))
        for word in text.split()
    ]


def numbers(articles: Sequence[Article | official.ParsedArticle]) -> list[tuple[int, list[int]]]:
    """Return the numbers of the numbered paragraphs of each article."""
    return [
        (article.number, [one.number for one in article.paragraphs if one.label])
        for article in articles
    ]


MARK = "These words are replaced."


def with_lines(lines: str) -> str:
    """Return a wrapped treaty in which these lines are the only paragraph of Article 1."""
    block = Block("", MARK)
    written = treaty("en").with_article(1, paragraphs=(Paragraph(1, "", (block,)),))
    return formats.wrapped(written).replace(MARK, lines)


def first_article(text: str) -> str:
    parsed = official.read(text.encode(), "treaty.txt")
    assert [article.number for article in parsed.articles] == list(range(48))
    return parsed.articles[1].text


def test_a_mention_of_an_article_alone_on_a_line_is_no_heading() -> None:
    text = with_lines(
        "The lamps of the harbour are lit, and put out again, as is laid down in\nArticle 2."
    )
    assert first_article(text) == (
        "The lamps of the harbour are lit, and put out again, as is laid down in Article 2."
    )


def test_a_mention_of_an_article_at_the_beginning_of_a_line_is_no_heading() -> None:
    text = with_lines(
        "The lamps of the harbour are lit, and put out again, as is laid down in\n"
        "Article 2. Each Party pays for its own oil."
    )
    assert first_article(text) == (
        "The lamps of the harbour are lit, and put out again, as is laid down in Article 2. "
        "Each Party pays for its own oil."
    )


def test_a_hyphen_that_belongs_to_a_word_stays_at_the_end_of_a_line() -> None:
    text = with_lines(
        "The Parties look after the landing stages of both shores, and the well-\n"
        "known ones too. They are inspected before the ice breaks in the spring."
    )
    assert first_article(text) == (
        "The Parties look after the landing stages of both shores, and the well-known ones too. "
        "They are inspected before the ice breaks in the spring."
    )


def test_a_number_at_the_beginning_of_a_line_is_no_paragraph() -> None:
    text = with_lines(
        "The Parties look after the landing stages as they agreed in the spring of\n"
        "1998. They are inspected on each side of the lake by not fewer than\n"
        "2. The number may be higher."
    )
    parsed = official.read(text.encode(), "treaty.txt")
    assert [one.number for one in parsed.articles[1].paragraphs] == [1]


def test_words_in_content_controls_and_tracked_changes_of_a_document_are_read() -> None:
    parsed = official.read(documents.with_rare_elements(treaty("en")), "treaty.docx")
    assert structure(parsed.articles) == structure(treaty("en").articles)


def test_tidying_changes_white_space_and_invisible_marks_only() -> None:
    written = treaty("fa", "latin")
    text = (
        formats.apart(written).replace("طرفین", "\u200fطرفین\u200e").replace(" را ", "\u00a0را  ")
    )
    assert_same(official.read(b"\xef\xbb\xbf" + text.encode(), "treaty.txt"), written)


def test_the_language_that_is_named_is_taken() -> None:
    written = treaty("ru")
    parsed = official.read(formats.apart(written).encode(), "treaty.txt", language="ru")
    assert parsed.language == "ru"
    with pytest.raises(official.Refused):
        official.read(formats.apart(written).encode(), "treaty.txt", language="fa")
