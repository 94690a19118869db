from __future__ import annotations

from collections.abc import Callable

import pytest

from articles import official
from articles.official.extraction import isolated
from tests.official import documents, formats, hostile, pages
from tests.official.treaties import Treaty, treaty

pytestmark = pytest.mark.files

LANGUAGES = ("en", "ru", "fa")
ALL = range(48)


def refusal(data: bytes | str, file_name: str = "treaty.txt") -> list[str]:
    """Return why a file is refused."""
    with pytest.raises(official.Refused) as caught:
        official.read(data.encode() if isinstance(data, str) else data, file_name)
    assert caught.value.problems
    return caught.value.problems


def line_of(text: str, wanted: str, time: int = 1) -> int:
    """Return the number of the line that is the text, the first or a later one."""
    return [place for place, line in enumerate(text.split("\n"), 1) if line == wanted][time - 1]


def without(*numbers: int) -> list[int]:
    return [number for number in ALL if number not in numbers]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_article_is_named(language: str) -> None:
    text = formats.one_line_each(treaty(language).with_articles(*without(17)))
    assert any("Article 17 is missing" in problem for problem in refusal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_missing_articles_are_named_together(language: str) -> None:
    text = formats.one_line_each(treaty(language).with_articles(*without(20, 21)))
    assert any("Articles 20, 21 are missing" in problem for problem in refusal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubled_article_is_named_with_both_lines(language: str) -> None:
    doubled = treaty(language).with_articles(*range(30), 29, *range(30, 48))
    text = formats.one_line_each(doubled)
    heading = doubled.articles[29].heading
    lines = f"{line_of(text, heading)} and {line_of(text, heading, 2)}"
    assert any("Article 29 is doubled" in problem and lines in problem for problem in refusal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_out_of_order_is_named_with_its_line(language: str) -> None:
    moved = treaty(language).with_articles(*range(11), 12, 11, *range(13, 48))
    text = formats.one_line_each(moved)
    line = line_of(text, moved.articles[12].heading)
    assert any(
        "Article 11 is out of order" in problem and f"line {line}" in problem
        for problem in refusal(text)
    )


@pytest.mark.parametrize("number", [1, 25, 47])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_article_is_named_with_its_line(language: str, number: int) -> None:
    emptied = treaty(language).with_article(number, paragraphs=())
    text = formats.one_line_each(emptied)
    line = line_of(text, emptied.articles[number].heading)
    assert any(
        f"Article {number} is empty" in problem and f"line {line}" in problem
        for problem in refusal(text)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_treaty_without_a_preamble_is_refused(language: str) -> None:
    text = formats.one_line_each(treaty(language).with_articles(*ALL[1:]))
    assert any("preamble" in problem for problem in refusal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_cut_off_is_refused(language: str) -> None:
    text = formats.one_line_each(treaty(language))
    cut = text[: text.index(treaty(language).articles[47].heading)]
    assert any("Article 47 is missing" in problem for problem in refusal(cut))


@pytest.mark.parametrize(("count", "said"), [(46, "Article 47 is missing"), (48, "Article 48")])
def test_a_treaty_of_another_length_is_refused(count: int, said: str) -> None:
    text = formats.one_line_each(treaty("en", articles=count))
    assert any(said in problem for problem in refusal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_articles_can_be_named(language: str) -> None:
    text = formats.one_line_each(treaty(language, articles=30))
    assert len(official.read(text.encode(), "treaty.txt", article_count=30).articles) == 31


def test_every_fault_is_reported_at_once() -> None:
    faulty = treaty("en").with_articles(*range(11), *range(12, 30), 31, 30, *range(32, 48))
    problems = " ".join(refusal(formats.one_line_each(faulty)))
    assert "Article 11 is missing" in problems
    assert "Article 30 is out of order" in problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_text_is_refused_for_having_no_articles(language: str) -> None:
    page = pages.in_paragraphs(Treaty(language, ("Lakes",), (), ()))
    assert any("Article" in problem or "article" in problem for problem in refusal(page, "x.html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_ends_within_the_last_article_is_taken_with_a_notice(language: str) -> None:
    written = treaty(language)
    text = formats.one_line_each(written)
    parsed = official.read(text[: text.index(written.closing[0])].encode(), "treaty.txt")
    assert any("closing" in notice for notice in parsed.notices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_ends_within_the_last_article_is_refused(language: str) -> None:
    written = treaty(language)
    page = pages.in_divisions(written)
    cut = page[: page.index(written.closing[0])]
    assert any("closing" in problem for problem in refusal(cut, "page.html"))


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("treaty.txt", lambda: b"", "no text"),
    "nothing but white space": ("treaty.txt", lambda: b" \n\f\t\n" * 50, "no text"),
    "an empty page": ("page.html", lambda: b"<html></html>", "no text"),
    "ten megabytes": ("treaty.txt", lambda: b"Article 1 \n" * 1_000_000, "bytes"),
    "one long line": ("treaty.txt", hostile.one_long_line, "article"),
    "rubbish as text": ("treaty.txt", hostile.rubbish, "not text"),
    "rubbish as Markdown": ("treaty.md", hostile.rubbish, "not text"),
    "rubbish as page": ("page.html", hostile.rubbish, "not text"),
    "rubbish as document": ("treaty.docx", hostile.rubbish, "no DOCX"),
    "rubbish as PDF": ("treaty.pdf", hostile.rubbish, "no PDF"),
    "a picture as PDF": ("treaty.pdf", hostile.png, "no PDF"),
    "a picture as document": ("treaty.docx", hostile.png, "no DOCX"),
    "a picture": ("treaty.png", hostile.png, "the name must end in"),
    "an old document": ("treaty.doc", hostile.rubbish, "the name must end in"),
    "a name without an ending": ("treaty", hostile.document, "the name must end in"),
    "an encrypted PDF": ("treaty.pdf", lambda: hostile.pdf(lock="swan"), "encrypted"),
    "a scan": ("treaty.pdf", hostile.pdf, "no text"),
    "half a PDF": ("treaty.pdf", hostile.truncated_pdf, "damaged"),
    "a zip bomb": ("treaty.docx", hostile.zip_bomb, "unpacks to over"),
    "a zip bomb that lies": ("treaty.docx", hostile.zip_bomb_that_lies, "damaged"),
    "an entity bomb": ("treaty.docx", hostile.entity_bomb, "entities"),
    "an entity bomb in UTF-16": ("treaty.docx", hostile.entity_bomb_in_utf16, ""),
    "an entity that reads a file": ("treaty.docx", hostile.entity_that_reads_a_file, "entities"),
    "a document without text": ("treaty.docx", hostile.without_text, "no Word document"),
    "half a document": ("treaty.docx", hostile.truncated_document, "damaged"),
    "a document packed wrongly": ("treaty.docx", hostile.document_with_broken_packing, "damaged"),
    "another archive": ("treaty.docx", hostile.other_archive, "no Word document"),
    "a deep page": ("page.html", hostile.deep_page, ""),
}
"""For each: the name of the file, the maker of its bytes, and what the refusal says."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_treaty_is_refused_with_the_reason(name: str) -> None:
    file_name, make, reason = HOSTILE[name]
    problems = refusal(make(), file_name)
    assert any(reason in problem for problem in problems), problems
    assert all(len(problem) < 500 for problem in problems)


def test_a_pdf_bomb_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "PATIENCE", 3)  # how long it may take otherwise does not matter
    (problem,) = refusal(hostile.pdf_bomb(), "treaty.pdf")
    assert "takes too much time or memory" in problem


def test_a_refusal_never_quotes_a_file_of_this_machine() -> None:
    problems = refusal(hostile.entity_that_reads_a_file(), "treaty.docx")
    assert "root:" not in " ".join(problems)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_a_document_that_was_not_loaded_whole_is_refused(cut: float) -> None:
    data = documents.plain(treaty("en"))
    refusal(data[: int(len(data) * cut)], "treaty.docx")
