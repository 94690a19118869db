"""The packet of official texts of our own invention, and what of them is cited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.article_page import ArticlePage
from articles.citations import packet
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block
from articles.layout import Block
from articles.models import Article, OfficialText
from tests.citations.places import DAY, SITE, TITLE
from tests.citations.shown import page
from tests.loading.edition import Edition
from tests.official.texts import THREE, loaded, put

pytestmark = pytest.mark.django_db

SIGNED = f"{TITLE} (Moscow, 17 January 2025)"


@pytest.fixture(scope="module", autouse=True)
def three_texts(
    django_db_setup: None,
    django_db_blocker: object,
    fixtures: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Edition(tmp_path_factory.mktemp("cited")).folder, *THREE)
    with loaded(folder, fixtures, django_db_blocker):
        yield


def cited_of(article: int, paragraph: int, *slugs: str) -> tuple[Block, Pinpoint]:
    """Return a paragraph as it is shown with these texts, and what to cite of it."""
    texts = [OfficialText.objects.get(slug=slug) for slug in slugs]
    row = Article.objects.for_page().with_official(texts).get(number=article)
    found = ArticlePage(row, paragraph, official=texts).marked
    assert found is not None
    return found, for_block(found, SITE, DAY, f"?lang={','.join(slugs)}")


def test_the_first_official_text_is_quoted_and_named() -> None:
    assert packet.of_block(*cited_of(3, 4, "en", "ru")) == (
        "“No keeper takes money for the light.”\n"
        "(Official text, English, Lamp Office, a translation)\n"
        f"{SIGNED}, Article 3, paragraph 4\n"
        "https://treaty.example/3.4?lang=en,ru"
    )


def test_russian_and_persian_stand_in_their_own_marks_with_items_on_lines() -> None:
    assert packet.of_block(*cited_of(3, 1, "ru")).startswith(
        "«Смотрители обоих озёр приветствуют друг друга гелиографом.»\n(Official text, Russian)\n"
    )
    assert packet.of_block(*cited_of(3, 1, "fa")).startswith(
        "«نگهبانان دو دریاچه با آینه‌نگار به هم درود می‌فرستند.»\n(Official text, Persian)\n"
    )
    quoted = packet.of_block(*cited_of(3, 3, "en")).split("\n(Official")[0]
    assert [line.split(" ", 1)[-1] for line in quoted.splitlines()] == [
        "a lamp goes out, the keepers of the other shore light theirs:",
        "at once; and",
        "for as long as the fog lasts.”",
    ]


def test_words_are_plain_text_without_markup() -> None:
    assert "oars & ropes." in packet.of_block(*cited_of(3, 2, "en"))


def test_where_the_first_text_has_no_such_paragraph_the_next_is_quoted() -> None:
    found, pinpoint = cited_of(30, 4, "en", "ru")
    assert pinpoint.text_name == "Russian"
    assert packet.of_block(found, pinpoint).startswith("«Выдры на отмелях")


def test_a_printed_number_is_cited_and_one_that_is_counted_is_not() -> None:
    for number in (3, 5, 30):
        for row in page(number).layout.blocks:
            pinpoint = for_block(row, SITE, DAY)
            assert pinpoint.is_numbered == bool(row.printed), row.place
    assert cited_of(3, 2, "en")[1].is_numbered
    assert not cited_of(5, 1, "en")[1].is_numbered


def whole(number: int) -> str:
    shown = page(number)
    return packet.of_article(shown.layout.blocks, for_article(shown, SITE, DAY))


def test_a_whole_article_is_quoted_from_the_official_text() -> None:
    lines = whole(30).splitlines()
    assert lines[:2] == [
        "1 “Both lakes keep a geographical chart of the shoals.”",
        "(Official text, English, Lamp Office, a translation)",
    ]
    assert "(Official text, Russian)" in lines
    assert lines[-1] == "https://treaty.example/30"


def test_the_pieces_of_a_packet_know_their_language_and_make_it_up() -> None:
    for slug in THREE:
        text = packet.of_block(*cited_of(3, 1, slug))
        pieces = packet.pieces(text)
        assert "".join(words for words, _ in pieces) == text
        assert [language for _, language in pieces] == ([slug, ""] if slug != "en" else [""])
