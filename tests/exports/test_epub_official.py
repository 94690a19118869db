"""The book with official texts: of each paragraph they come first, as published, then ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.exports.extract import Extract
from articles.exports.formats import epub
from articles.models import OfficialParagraph, OfficialText, markup
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
    22: {2: [("", "Lamps:"), ("2.1.", "oil.")]},
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
    return whole_treaty()


def test_epubcheck_finds_no_fault_with_official_texts_in_three_languages(
    lakes: Extract, tmp_path: Path
) -> None:
    assert check(epub.write(lakes), tmp_path) == ([], 52)


def test_links_inside_it_resolve_and_nothing_is_fetched_from_elsewhere(lakes: Extract) -> None:
    assert_whole(Book(epub.write(lakes)))


def test_of_each_paragraph_the_official_texts_come_first_in_their_language_as_published(
    lakes: Extract,
) -> None:
    page = Book(epub.write(lakes)).pages["art_3.xhtml"]
    blocks = found(page, "h:div[@class='paragraph']")
    assert [(block.get("id"), words(block[0])) for block in blocks] == [
        ("art_3__intro", ""),
        ("art_3__para_1", "1 treaty.example/3.1"),
        ("art_3__para_2", "2 treaty.example/3.2"),
        ("art_3__para_3", "3 treaty.example/3.3"),
        ("art_3__para_4", "4 treaty.example/3.4"),
        ("art_3__para_5", "5 treaty.example/3.5"),
    ]
    said = [[words(child) for child in block[1:]] for block in blocks]
    own = "In our own words, not the treaty's"
    ours = [markup.to_text(row.html) for row in lakes.articles[3].edition]
    assert said[0] == ["Official text, English, Lakes", "Of lamps & ropes:"]
    assert said[1][:6] == [
        "Official text, English, Lakes",
        "The keepers repair <boats>.",
        "Official text, Russian",
        "Смотрители зажигают лампы маяка.",
        "Official text, Persian, دریاچه",
        "نگهبانان هر شب چراغ‌های دریاچه را روشن می‌کنند.",
    ]
    assert said[1][6:] == [own, ours[0]]
    assert said[2][1] == "Each keeper may borrow: (a) oil and rope; (b) one boat."
    assert said[3] == [own, ours[2]]
    assert said[5] == ["Official text, Russian", "Маяк виден с озера."]
    marked = [
        (div.get("lang"), div.get(LANG), div.get("dir")) for div in found(page, "h:div[@lang]")
    ]
    assert marked == [
        ("en", "en", "ltr"),
        ("en", "en", "ltr"),
        ("ru", "ru", "ltr"),
        ("fa", "fa", "rtl"),
        ("en", "en", "ltr"),
        ("ru", "ru", "ltr"),
    ]


def test_official_points_stand_before_ours_with_their_labels(lakes: Extract) -> None:
    page = Book(epub.write(lakes)).pages["art_22.xhtml"]
    block = by_id(page, "art_22__para_2")
    assert words(found(block, "h:div[@lang]")[0]) == "Lamps: 2.1. oil."
    assert len(found(block, "h:div[@class='point']")) == 6


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


def test_a_character_that_xml_cannot_hold_spoils_no_page(lakes: Extract) -> None:
    page = Book(epub.write(lakes)).pages["art_39.xhtml"]
    assert "No keeper sleeps \ufffd while the fog lasts." in words(page)
