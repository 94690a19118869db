"""What a load makes of official texts: each stands in the database word for word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles import loading
from articles.models import Article, OfficialParagraph, OfficialText, Paragraph
from tests.loading.draft import Draft
from tests.loading.snapshot import content
from tests.official.texts import THREE, data_of, loaded, put, written
from tests.official.vocabulary import VOCABULARIES

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def four_texts(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    draft = Draft(tmp_path_factory.mktemp("four")).without_thesaurus()
    with loaded(put(draft.folder, "ru", "fa", "en-2", "en"), django_db_blocker):
        yield


def blocks(slug: str, article: int) -> list[tuple[int, str, list[list[str]]]]:
    rows = OfficialParagraph.objects.filter(official_text=slug, article=article)
    return [(row.number, row.label, row.blocks) for row in rows.order_by("number")]


def test_a_text_is_stored_word_for_word() -> None:
    for article in written("fa").articles:
        assert blocks("fa", article.number) == [
            (one.number, one.label, [list(block) for block in one.blocks])
            for one in article.paragraphs
        ]
    assert OfficialText.objects.get(slug="fa").title == "\n".join(written("fa").title)


def test_the_closing_lines_stand_after_the_last_article_in_one_paragraph() -> None:
    assert blocks("en", 48) == [(1, "", [["", line] for line in written("en").closing])]


def test_opening_words_points_and_what_enacts_the_treaty_stay_where_they_stand() -> None:
    vocabulary = VOCABULARIES["ru"]
    first, *_, last = blocks("ru", 0)
    assert first == (0, "", [["", vocabulary.parties]])
    assert (last[0], last[2][1]) == (5, ["", vocabulary.agreed])
    (pointed,) = [each for number, _, each in blocks("ru", 22) if number == 2]
    assert [each for each, _ in pointed] == ["", *(f"2.{place}." for place in range(1, 10))]
    ((number, label, counted),) = blocks("ru", 28)
    assert (number, label) == (1, "")
    assert [each for each, _ in counted] == ["", *(f"{place})" for place in range(1, 10))]


def test_all_texts_stand_side_by_side_in_the_order_of_languages_and_names() -> None:
    texts = list(OfficialText.objects.all())
    assert [(row.slug, row.name, row.direction) for row in texts] == [
        ("en", "English, Lamp Office", "ltr"),
        ("en-2", "English, Ferry Gazette", "ltr"),
        ("ru", "Russian", "ltr"),
        ("fa", "Persian", "rtl"),
    ]
    for text in texts:
        held = OfficialParagraph.objects.filter(official_text=text).values("article").distinct()
        assert held.count() == 49


def test_items_keep_their_letters() -> None:
    assert blocks("ru", 3)[2] == (
        3,
        "3.",
        [
            ["", "Если лампа гаснет, смотрители другого берега зажигают свою:"],
            ["а)", "сразу; и"],
            ["б)", "пока стоит туман."],
        ],
    )


def test_the_file_beside_a_text_says_where_it_comes_from() -> None:
    english = OfficialText.objects.get(slug="en")
    assert (english.publisher, english.url) == ("Lamp Office", "https://lamps.example/treaty")
    assert (english.retrieved, english.wording) == ("2026-01-05", "translation")
    russian = OfficialText.objects.get(slug="ru")
    assert (russian.publisher, russian.url, russian.retrieved) == ("", "", "")
    assert russian.wording == "unknown"
    assert russian.sha256 == hashlib.sha256(data_of("ru")).hexdigest()


def our_words() -> list[list[dict[str, object]]]:
    rows = Article.objects.values(), Paragraph.objects.order_by("pk").values("article", "text")
    return [*map(list, rows)]


def test_texts_come_and_go_and_nothing_else_changes(tmp_path: Path) -> None:
    draft = Draft(tmp_path).without_thesaurus()
    loading.load(draft.folder)
    before, ours = content(), our_words()
    put(draft.folder, *THREE)
    loading.load(draft.folder)
    after = content()
    assert after != before
    assert our_words() == ours
    loading.load(draft.folder)
    assert content() == after
    for path in (draft.folder / "official").iterdir():
        path.unlink()
    loading.load(draft.folder)
    assert content() == before
