"""Texts that a source has in short lines, or with its headings in two: read as if it had not."""

from __future__ import annotations

import io
import textwrap
from html import escape

import docx
import pytest

from articles import official
from articles.official import Parsed
from tests.official import formats
from tests.official.test_importing import structure
from tests.official.test_shapes import ARTICLES, OPENINGS, lines, page, read, said, texts
from tests.official.treaties import treaty

pytestmark = pytest.mark.files

LANGUAGES = ("en", "ru", "fa")
RECITALS = {
    "en": (
        "Recognizing the circumnavigation of both lakes by interdependent neighbourhoods,",
        "Wishing to strengthen the internationally acknowledged lamp-lighting responsibilities "
        "of the Commissioners for Lighthouses in accordance with the Constitution of the Lake,",
        "Desiring to keep the lamps,",
    ),
    "ru": (
        "подтверждая приверженность принципам Организации Приозёрных Государств, "
        "общепризнанным правилам судоходства, взаимопониманию и добрососедству,",
        "учитывая достопримечательности и водохранилища Северного Нордмера, а также решения, "
        "принятые Уполномоченными Представителями обоих Водохозяйственных Управлений,",
        "желая сохранить лампы,",
    ),
    "fa": (
        "با توجه به مسئولیت‌های بین‌المللی سازمان کشورهای ساحلی دریاچه و نگهبانان فانوس‌های دریایی،",
        "به منظور گسترش همکاری‌های کشتیرانی میان بندرهای دریاچه و نگهداری از چراغ‌های راهنمای آن،",
        "ضمن نگهداری چراغ‌ها،",
    ),
}
WIDTHS = (36, 40, 44, 50, 60)


def recited(language: str) -> list[str]:
    """Return the lines of a treaty with three recitals of long words."""
    title, parties, _, agreed = OPENINGS[language]
    long = " ".join(said(language, number) for number in range(1, 5))
    body = lines(language, [(heading, long) for heading in ARTICLES[language]])[4:]
    return [title, parties, *RECITALS[language], agreed, *body]


def short(paragraphs: list[str], width: int) -> list[str]:
    return [
        line
        for text in paragraphs
        for line in textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
    ]


def same(parsed: Parsed, whole: Parsed) -> None:
    assert structure(parsed.articles) == structure(whole.articles)
    assert parsed.closing.split() == whole.closing.split()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_short_lines_give_the_recitals_that_there_are(language: str, width: int) -> None:
    parsed = read("\n".join(short(recited(language), width)))
    assert [
        [block.text for block in one.blocks] for one in parsed.articles[0].paragraphs if one.number
    ] == [
        [RECITALS[language][0]],
        [RECITALS[language][1]],
        [RECITALS[language][2], OPENINGS[language][3]],
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_short_lines_with_empty_ones_between_paragraphs_are_put_together(
    language: str, width: int
) -> None:
    written = [line.printed for line in treaty(language).lines()]
    text = "\n\n".join("\n".join(short([each], width)) for each in written)
    parsed = official.read(text.encode(), "treaty.txt")
    same(parsed, official.read(formats.apart(treaty(language)).encode(), "treaty.txt"))
    assert parsed.notices == ()


def in_document(paragraphs: list[str]) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 52])
@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_that_are_the_lines_of_a_narrow_page_are_put_together(
    language: str, width: int
) -> None:
    written = recited(language)
    whole = read(written)
    cut = short(written, width)
    same(read(page([escape(line) for line in cut]), "page.html"), whole)
    same(official.read(in_document(cut), "treaty.docx", article_count=2), whole)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_an_article_may_stand_under_its_word(language: str, between: str) -> None:
    written = recited(language)
    heads = ARTICLES[language]
    cut = [part for line in written for part in (line.split() if line in heads else [line])]
    parsed = read(between.join(cut))
    assert [article.heading for article in parsed.articles[1:]] == list(heads)
    same(parsed, read(written))
    same(read(page(cut), "page.html"), read(written))
    same(official.read(in_document(cut), "treaty.docx", article_count=2), read(written))


def test_numbers_of_articles_and_of_paragraphs_may_stand_alone_in_short_lines() -> None:
    body = [f"{number}. {said('en', number)} {said('en', number + 3)}" for number in (1, 2, 3)]
    written = lines("en", [("Article 1", *body), ("Article 2", *body)])
    cut = [
        part for line in written for part in (line.split(" ", 1) if line[0] in "A123" else [line])
    ]
    assert read("\n".join(short(cut, 60))).articles == read(written).articles


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recital_that_does_not_end_like_one_is_noted(language: str) -> None:
    written = recited(language)
    written[2:3] = short([written[2]], 40)
    assert any("does not end like one" in each for each in read(written).notices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_that_runs_on_into_the_preamble_is_noted(language: str) -> None:
    title, parties, *others = recited(language)
    assert any(
        "No title was found" in each for each in read([f"{title} {parties}", *others]).notices
    )
    assert read([title, parties, *others]).notices == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_two_bytes_a_letter_is_read_with_a_mark_or_without(
    language: str, encoding: str
) -> None:
    written = recited(language)
    parsed = official.read("\r\n\r\n".join(written).encode(encoding), "a.txt", article_count=2)
    same(parsed, read(written))


@pytest.mark.parametrize("encoding", ["cp866", "mac-cyrillic", "koi8-r", "iso-8859-5"])
def test_a_russian_text_of_an_old_computer_is_read(encoding: str) -> None:
    written = recited("ru")
    parsed = official.read("\n\n".join(written).encode(encoding), "a.txt", article_count=2)
    same(parsed, read(written))


def test_letters_with_accents_in_an_english_text_of_an_older_encoding_are_read() -> None:
    first = "The Parties keep a café and a façade on the quay."
    written = lines("en", [("Article 1", first), ("Article 2", said("en", 2))])
    parsed = official.read("\n\n".join(written).encode("windows-1252"), "a.txt", article_count=2)
    assert texts(parsed)[0] == first


@pytest.mark.parametrize("number", ["{}", "- {} -", "– {} –", "Page {}", "[{}]"])
def test_page_numbers_between_short_lines_are_left_out_and_part_nothing(number: str) -> None:
    written = [line.printed for line in treaty("en").lines()]
    cut = "\n\n".join("\n".join(short([each], 72)) for each in written).split("\n")
    pages = ["\n".join(cut[i : i + 50]) for i in range(0, len(cut), 50)]
    text = "".join(f"{each}\n\n{number.format(i)}\n\n" for i, each in enumerate(pages, 1))
    parsed = official.read(text.encode(), "treaty.txt")
    assert [line.text for line in parsed.left_out] == [
        number.format(i) for i in range(1, len(pages) + 1)
    ]
    assert len(parsed.articles) == 48


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_line_that_ends_a_sentence_is_noted_where_no_number_or_gap_tells(
    language: str,
) -> None:
    sentence = said(language, 1)
    written = lines(
        language,
        [
            (ARTICLES[language][0], sentence, sentence),
            (ARTICLES[language][1], " ".join(said(language, number) for number in range(90, 120))),
        ],
    )
    text = "\n".join(short(written, len(sentence)))
    (notice,) = read(text).notices
    assert sentence[-20:] in notice
    assert read("\n\n".join(written)).notices == ()
