"""The packet of official texts of our own invention, and what of them is cited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.models import OfficialParagraph, OfficialText
from articles.treaty.places import Place
from tests.citations.places import TITLE
from tests.citations.shown import cited, packed
from tests.loading.draft import Draft
from tests.official.texts import THREE, loaded, put

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SIGNED = f"{TITLE} (Moscow, 17 January 2025)"


@pytest.fixture(scope="module", autouse=True)
def three_texts(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Draft(tmp_path_factory.mktemp("cited")).folder, *THREE)
    with loaded(folder, django_db_blocker):
        yield


def packet_of(article: int, paragraph: int, *slugs: str) -> str:
    return packed(Place(article, paragraph), *slugs).text


def test_the_first_official_text_is_quoted_and_named() -> None:
    assert packet_of(3, 4, "en", "ru") == (
        "“No keeper takes money for the light.”\n"
        "(Official text, English, Lamp Office, a translation)\n"
        f"{SIGNED}, Article 3, paragraph 4\n"
        "https://treaty.example/3.4?lang=en,ru"
    )


def test_russian_and_persian_stand_in_their_own_marks_with_items_on_lines() -> None:
    assert packet_of(3, 1, "ru").startswith(
        "«Смотрители обоих озёр приветствуют друг друга гелиографом.»\n(Official text, Russian)\n"
    )
    assert packet_of(3, 1, "fa").startswith(
        "«نگهبانان دو دریاچه با آینه‌نگار به هم درود می‌فرستند.»\n(Official text, Persian)\n"
    )
    quoted = packet_of(3, 3, "en").split("\n(Official")[0]
    assert [line.split(" ", 1)[-1] for line in quoted.splitlines()] == [
        "a lamp goes out, the keepers of the other shore light theirs:",
        "at once; and",
        "for as long as the fog lasts.”",
    ]


def test_words_are_plain_text_without_markup() -> None:
    assert "oars & ropes." in packet_of(3, 2, "en")


def test_where_the_first_text_has_no_such_paragraph_the_next_is_quoted() -> None:
    assert cited(Place(30, 4), "en", "ru").text_name == "Russian"
    assert packet_of(30, 4, "en", "ru").startswith("«Выдры на отмелях")


def test_a_paragraph_is_cited_by_its_number_whether_the_text_prints_that_or_not() -> None:
    assert cited(Place(3, 2), "en").cited == Place(3, 2)
    assert cited(Place(5, 1), "en").cited == Place(5, 1)


def test_the_point_of_an_official_text_is_quoted_where_it_has_one_and_else_ours() -> None:
    text = OfficialText.objects.get(slug="ru")
    row = OfficialParagraph.objects.get(official_text=text, article=22, number=2)
    row.blocks = [("", "Лампы:"), ("2.1.", "масло;"), ("2.2.", "фитиль.")]
    row.save()
    quoted = [packed(Place(22, 2, point), "ru").text.splitlines()[:2] for point in (2, 3)]
    assert quoted[0] == ["«2.2. фитиль.»", "(Official text, Russian)"]
    assert quoted[1][0].startswith("“2.3. ")
    assert quoted[1][1] == "(Plain-English edition, not the treaty's wording)"


def test_a_whole_article_is_quoted_from_the_official_text() -> None:
    lines = packed(Place(30)).text.splitlines()
    assert lines[:2] == [
        "1 “Both lakes keep a geographical chart of the shoals.”",
        "(Official text, English, Lamp Office, a translation)",
    ]
    assert "(Official text, Russian)" in lines
    assert lines[-1] == "https://treaty.example/30"


def test_each_quotation_has_its_language_and_direction_and_what_is_said_of_it_is_english() -> None:
    for slug, direction in (("en", "ltr"), ("ru", "ltr"), ("fa", "rtl")):
        made = packed(Place(3, 1), slug)
        assert [(piece.language, piece.direction) for piece in made.pieces] == [
            (slug, direction),
            ("en", "ltr"),
            ("en", "ltr"),
        ]
        assert "\n".join(piece.words for piece in made.pieces) == made.text


def test_the_items_of_a_paragraph_are_lines_of_one_piece() -> None:
    quotation = packed(Place(3, 3), "en").pieces[0]
    assert quotation.words.count("\n") == 2
    assert (quotation.words[0], quotation.words[-1]) == ("“", "”")


def test_in_an_article_the_number_belongs_to_the_quotation_that_it_stands_before() -> None:
    pieces = packed(Place(30), "fa", "ru").pieces
    quoted = [piece for piece in pieces if "«" in piece.words]
    assert {(piece.language, piece.direction) for piece in quoted} == {("fa", "rtl"), ("ru", "ltr")}
    assert all(piece.words[0] in "1234" for piece in quoted)


def test_an_english_text_that_quotes_another_language_stays_english() -> None:
    text = OfficialText.objects.get(slug="en")
    row = OfficialParagraph.objects.get(official_text=text, article=3, number=4)
    row.blocks = [("", "The keeper calls it «маяк»\nand writes «چراغ».\n")]
    row.save()
    made = packed(Place(3, 4), "en")
    assert [piece.language for piece in made.pieces] == ["en", "en", "en"]
    assert made.pieces[0].words.startswith("“The keeper calls it «маяк»")
