"""The book: EPUBCheck finds nothing in it, and it says what the extract says."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.exports.extract import Extract
from articles.exports.formats import epub
from articles.models import Revision, markup
from tests.exports.book import (
    ARTICLE_FILES,
    NAMES,
    TYPE,
    Book,
    assert_whole,
    by_id,
    check,
    found,
    spaced,
    whole_treaty,
    words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def extract() -> Extract:
    return whole_treaty()


@pytest.fixture
def book(extract: Extract) -> Book:
    return Book(epub.write(extract))


def test_epubcheck_finds_no_fault_with_the_edition_as_shipped(
    extract: Extract, tmp_path: Path
) -> None:
    assert check(epub.write(extract), tmp_path) == ([], 52)


def test_programs_know_it_as_an_epub_by_its_first_bytes(extract: Extract) -> None:
    content = epub.write(extract)
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_extract_gives_the_same_bytes_and_no_date_of_their_making(
    extract: Extract, book: Book
) -> None:
    assert epub.write(extract) == epub.write(extract)
    assert {row.date_time for row in book.archive.infolist()} == {(2025, 1, 17, 0, 0, 0)}


def test_it_is_small(extract: Extract) -> None:
    assert len(epub.write(extract)) < 100_000


def test_its_parts_are_read_in_the_order_of_the_treaty(book: Book) -> None:
    assert book.spine == [
        "title.xhtml",
        "nav.xhtml",
        "about.xhtml",
        *ARTICLE_FILES,
    ]


def test_the_contents_list_every_part_in_order(extract: Extract, book: Book) -> None:
    contents = by_id(book.pages["nav.xhtml"], "toc")
    entries = [(link.get("href"), words(link)) for link in found(contents, "h:a")]
    assert [file for file, _ in entries] == ["about.xhtml", *ARTICLE_FILES]
    assert [entry for _, entry in entries[1:]] == [article.heading for article in extract.articles]
    points = found(book.parsed("toc.ncx"), "ncx:navPoint")
    assert [(point[1].get("src"), words(point[0])) for point in points] == entries, (
        "older readers show other contents"
    )


def test_landmarks_lead_to_the_title_the_contents_and_the_text(book: Book) -> None:
    links = found(by_id(book.pages["nav.xhtml"], "landmarks"), "h:a")
    assert {link.get(TYPE): link.get("href") for link in links} == {
        "titlepage": "title.xhtml",
        "toc": "nav.xhtml#toc",
        "frontmatter": "about.xhtml",
        "bodymatter": "preamble.xhtml",
    }


def test_every_paragraph_and_point_stands_under_its_id_with_its_number_or_label(
    extract: Extract, book: Book
) -> None:
    for article in extract.articles:
        page = book.pages[f"{article.id}.xhtml"]
        for row in article.edition:
            paragraph = by_id(page, row.id)
            [place] = found(paragraph, "h:p[@class='place']")
            assert words(place).split()[0] == (str(row.number) if not row.is_alone else "¶")
            assert markup.to_text(row.html) in spaced(paragraph)
            for point in row.points:
                said = f"{point.label} {markup.to_text(point.html)}"
                assert spaced(by_id(paragraph, point.id)) == said


def test_each_article_shows_its_addresses_and_its_hash(extract: Extract, book: Book) -> None:
    for article in extract.articles:
        page = book.pages[f"{article.id}.xhtml"]
        (heading,) = found(page, "h:h1")
        assert words(heading) == article.heading
        (foot,) = found(page, "h:p[@class='small foot']")
        assert article.short_url in words(foot)
        assert words(foot).endswith(f"SHA-256 {article.sha256}")
        places = [
            link.get("href") for place in found(page, "h:p[@class='place']") for link in place
        ]
        assert [url for url in places if url] == [row.short_url for row in article.edition]


def test_links_inside_it_resolve_and_nothing_is_fetched_from_elsewhere(book: Book) -> None:
    assert_whole(book)


def test_the_style_leaves_colours_to_the_reader(book: Book) -> None:
    style = book.archive.read("EPUB/style.css").decode()
    assert not re.search(r"(?:color|background)\s*:|#[0-9a-f]{3}", style)


def test_without_an_official_text_the_title_says_that_it_is_our_edition(book: Book) -> None:
    assert book.metadata("dc:title") == ["Iran–Russia Treaty: plain-English edition"]
    assert book.metadata("dc:creator") == ["Plain-English edition"]
    assert book.metadata("dc:language") == ["en"]


def test_the_metadata_say_for_whom_it_is_accessible(book: Book) -> None:
    said = {
        (meta.get("property"), meta.text) for meta in book.package.iterfind(".//opf:meta", NAMES)
    }
    assert said >= {
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityHazard", "none"),
    }


def test_the_time_of_change_is_when_the_text_of_an_article_last_changed_here() -> None:
    for month in (6, 7):
        made_at = datetime(2031, month, 1, 23, 59, 58, tzinfo=UTC)
        Revision.objects.create(digest="e" * 64, made_at=made_at, hashes={}, changed=[3])
        modified = Book(epub.write(whole_treaty())).metadata(
            "opf:meta[@property='dcterms:modified']"
        )
        assert modified == [f"2031-0{month}-01T23:59:58Z"]


def test_the_identifier_stays_from_one_edition_to_the_next(extract: Extract, book: Book) -> None:
    other = extract.edition.model_copy(update={"data_version": "0" * 64})
    assert book.metadata("dc:identifier") == [epub.identifier(extract)]
    assert epub.identifier(extract).startswith("urn:uuid:")
    assert epub.identifier(extract) == epub.identifier(
        extract.model_copy(update={"edition": other})
    )
    elsewhere = {"url": "https://lake.example/treaty/"}
    assert epub.identifier(extract) != epub.identifier(extract.model_copy(update=elsewhere))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_any_passage_becomes_well_formed_xhtml_with_its_words(text: str) -> None:
    html = markup.to_html(f"Lakes  \n{text}\u00a0<br>&nbsp;boats")
    page = etree.fromstring(f"<div>{markup.to_xhtml(html)}</div>")
    assert "".join(page.itertext()).split() == markup.to_text(html).split()
