"""The book with official texts: they come first, as published, and ours after them."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.exports.extract import Extract
from articles.exports.formats import epub
from articles.models import Article, OfficialParagraph, OfficialText
from tests.exports.book import LANG, Book, assert_whole, by_id, check, found, whole_treaty, words
from tests.invented import Articles, load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ENGLISH: Articles = {
    0: {1: "The keepers of both lakes, recalling their long friendship,"},
    3: {
        0: "Of lamps & ropes:",
        1: "The keepers repair <boats>.",
        2: [("", "Each keeper may borrow:"), ("(a)", "oil and rope;"), ("(b)", "one boat.")],
    },
    38: {1: "The lamps burn oil."},
    39: {1: "No keeper sleeps \ufffe while the fog lasts."},
}
RUSSIAN: Articles = {
    3: {1: "Смотрители зажигают лампы маяка.", 5: "Маяк виден с озера."},
}
PERSIAN: Articles = {3: {1: "نگهبانان هر شب چراغ‌های دریاچه را روشن می‌کنند."}}


@pytest.fixture
def lakes() -> Extract:
    load_invented(
        {
            "en-lakes": ("en", "Lakes", ENGLISH),
            "ru": ("ru", "", RUSSIAN),
            "fa": ("fa", "دریاچه", PERSIAN),
        }
    )
    OfficialText.objects.filter(slug="ru").update(
        url="https://lakes.example/ru?a=1&b=2", retrieved="2027-03", wording="own"
    )
    # Opening words and unnumbered paragraphs are printed without a number.
    OfficialParagraph.objects.filter(number__in=[0, 5]).update(label="")
    Article.objects.filter(number=38).update(read_subject="Lamps")
    return whole_treaty()


def test_epubcheck_finds_no_fault_with_official_texts_in_three_languages(
    lakes: Extract, tmp_path: Path
) -> None:
    assert check(epub.write(lakes), tmp_path) == ([], 52)


def test_links_inside_it_resolve_and_nothing_is_fetched_from_elsewhere(lakes: Extract) -> None:
    assert_whole(Book(epub.write(lakes)))


def test_official_texts_come_first_each_in_its_language_and_exactly_as_published(
    lakes: Extract,
) -> None:
    page = Book(epub.write(lakes)).pages["art_3.xhtml"]
    assert [words(heading) for heading in found(page, "h:h2")] == [
        "Official text, English, Lakes",
        "Official text, Russian",
        "Official text, Persian, دریاچه",
        "In our own words, not the treaty's",
        "Sources of Article 3",
    ]
    official = [
        (block.get("lang"), block.get(LANG), block.get("dir"), [words(p) for p in block])
        for block in found(page, "h:div[@class='paragraph'][@lang]")
    ]
    assert official == [
        ("en", "en", "ltr", ["treaty.example/3", "Of lamps & ropes:"]),
        ("en", "en", "ltr", ["1 treaty.example/3.1", "The keepers repair <boats>."]),
        (
            "en",
            "en",
            "ltr",
            [
                "2 treaty.example/3.2",
                "Each keeper may borrow:",
                "(a) oil and rope;",
                "(b) one boat.",
            ],
        ),
        ("ru", "ru", "ltr", ["1 treaty.example/3.1", "Смотрители зажигают лампы маяка."]),
        ("ru", "ru", "ltr", ["[5] treaty.example/3.5", "Маяк виден с озера."]),
        (
            "fa",
            "fa",
            "rtl",
            ["1 treaty.example/3.1", "نگهبانان هر شب چراغ‌های دریاچه را روشن می‌کنند."],
        ),
    ]


def test_an_address_belongs_to_the_first_paragraph_that_has_the_number(lakes: Extract) -> None:
    page = Book(epub.write(lakes)).pages["art_3.xhtml"]
    blocks = found(page, "h:div[@class='paragraph']")
    assert [(block.get("lang"), block.get("id")) for block in blocks] == [
        ("en", "art_3__intro"),
        ("en", "art_3__para_1"),
        ("en", "art_3__para_2"),
        ("ru", None),
        ("ru", "art_3__para_5"),
        ("fa", None),
        (None, None),
        (None, None),
        (None, "art_3__para_3"),
        (None, "art_3__para_4"),
    ]
    assert [words(block[0]) for block in blocks[6:]] == [
        "1",
        "2",
        "3 treaty.example/3.3",
        "4 treaty.example/3.4",
    ]


def test_the_book_says_whose_words_it_holds_and_where_they_are_from(lakes: Extract) -> None:
    with_official = Book(epub.write(lakes))
    assert with_official.metadata("dc:title") == [
        "Iran–Russia Treaty: official text, with a plain-English edition"
    ]
    assert with_official.metadata("dc:language") == ["en", "ru", "fa"]
    assert with_official.metadata("dc:source") == [
        "https://treaty.example/treaty/",
        "https://lakes.example/ru?a=1&b=2",
    ]
    about = words(with_official.pages["about.xhtml"])
    assert (
        "Russian: the treaty's own wording. Published at https://lakes.example/ru?a=1&b=2, "
        "retrieved March 2027." in about
    )
    assert lakes.edition.notice in about
    assert lakes.edition.data_version in about
    assert f"{lakes.edition.licence}. It covers" in about
    assert lakes.edition.notice in words(with_official.pages["title.xhtml"])


def test_it_says_whose_title_an_article_has_and_that_an_official_one_is_not_restated(
    lakes: Extract,
) -> None:
    book = Book(epub.write(lakes))
    standing = {
        number: words(found(book.pages[f"art_{number}.xhtml"], "h:h1")[0].getnext())
        for number in (3, 38, 39)
    }
    assert standing == {
        3: "The title is ours · how well reports bear out our words: Reported",
        38: "Subject read from the official text, by a program · Not described yet",
        39: "Not restated here · Not described yet",
    }
    contents = words(by_id(book.pages["nav.xhtml"], "toc"))
    assert "Article 37 (Not described yet) Article 38 · Lamps Article 39 Article 40" in contents


def test_a_character_that_xml_cannot_hold_spoils_no_page(lakes: Extract) -> None:
    page = Book(epub.write(lakes)).pages["art_39.xhtml"]
    assert "No keeper sleeps \ufffd while the fog lasts." in words(page)
