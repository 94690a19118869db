"""What ``load_treaty`` makes of ``fixtures/official/``: none, one or several texts, and faults."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from articles import loading
from articles.models import Article, DataVersion, OfficialParagraph, OfficialText, Paragraph
from tests.loading.draft import Draft
from tests.loading.snapshot import content, everything
from tests.official import formats, pages
from tests.official.texts import THREE, data_of, put, written
from tests.official.vocabulary import VOCABULARIES

pytestmark = pytest.mark.django_db

Act = Callable[[Draft], None]


@pytest.fixture
def draft(draft: Draft) -> Draft:
    return draft.without_thesaurus()


def load(draft: Draft, *slugs: str) -> str:
    """Put texts beside the fixtures and load; return the digest of the data version."""
    put(draft.folder, *slugs)
    return loading.load(draft.folder).version.digest


def slugs() -> list[str]:
    return list(OfficialText.objects.values_list("slug", flat=True))


def blocks(slug: str, article: int) -> list[tuple[int, str, list[list[str]]]]:
    rows = OfficialParagraph.objects.filter(official_text=slug, article=article)
    return [(row.number, row.label, row.blocks) for row in rows.order_by("number")]


def test_without_texts_nothing_is_loaded_and_an_empty_folder_is_like_none(
    draft: Draft,
) -> None:
    nothing = load_of(draft)
    assert slugs() == []
    assert load(draft) == nothing
    draft.write("official/README.md", "A note.")
    draft.write("official/.gitignore", "*")
    assert load_of(draft) == nothing


def load_of(draft: Draft) -> str:
    return loading.load(draft.folder).version.digest


def test_one_text_is_loaded_word_for_word(draft: Draft) -> None:
    load(draft, "fa")
    assert slugs() == ["fa"]
    for article in written("fa").articles:
        assert blocks("fa", article.number) == [
            (one.number, one.label, [list(block) for block in one.blocks])
            for one in article.paragraphs
        ]
    text = OfficialText.objects.get()
    assert text.title == "\n".join(written("fa").title)


def test_the_closing_lines_stand_after_the_last_article_in_one_paragraph(draft: Draft) -> None:
    load(draft, "en")
    assert blocks("en", 48) == [(1, "", [["", line] for line in written("en").closing])]


def test_opening_words_points_and_what_enacts_the_treaty_stay_where_they_stand(
    draft: Draft,
) -> None:
    load(draft, "ru")
    vocabulary = VOCABULARIES["ru"]
    first, *_, last = blocks("ru", 0)
    assert first == (0, "", [["", vocabulary.parties]])
    assert (last[0], last[2][1]) == (5, ["", vocabulary.agreed])
    (pointed,) = [each for number, _, each in blocks("ru", 22) if number == 2]
    assert [each for each, _ in pointed] == ["", *(f"2.{place}." for place in range(1, 10))]
    ((number, label, counted),) = blocks("ru", 28)
    assert (number, label) == (1, "")
    assert [each for each, _ in counted] == ["", *(f"{place})" for place in range(1, 10))]


def test_all_texts_stand_side_by_side_in_the_order_of_languages_and_names(
    draft: Draft,
) -> None:
    load(draft, "ru", "fa", "en-2", "en")
    assert slugs() == ["en", "en-2", "ru", "fa"]
    assert [row.name for row in OfficialText.objects.all()] == [
        "English, Lamp Office",
        "English, Ferry Gazette",
        "Russian",
        "Persian",
    ]
    assert {row.slug: row.direction for row in OfficialText.objects.all()} == {
        "en": "ltr",
        "en-2": "ltr",
        "ru": "ltr",
        "fa": "rtl",
    }
    for slug in slugs():
        held = OfficialParagraph.objects.filter(official_text=slug).values("article").distinct()
        assert held.count() == 49


def test_items_keep_their_letters(draft: Draft) -> None:
    load(draft, "ru")
    assert blocks("ru", 3)[2] == (
        3,
        "3.",
        [
            ["", "Если лампа гаснет, смотрители другого берега зажигают свою:"],
            ["а)", "сразу; и"],
            ["б)", "пока стоит туман."],
        ],
    )


def test_the_file_beside_a_text_says_where_it_comes_from(draft: Draft) -> None:
    load(draft, "en", "ru")
    english, russian = OfficialText.objects.all()
    assert (english.publisher, english.url) == ("Lamp Office", "https://lamps.example/treaty")
    assert (english.retrieved, english.wording) == ("2026-01-05", "translation")
    assert (russian.publisher, russian.url, russian.retrieved) == ("", "", "")
    assert russian.wording == "unknown"
    assert russian.sha256 == hashlib.sha256(data_of("ru")).hexdigest()


def test_a_web_page_and_markdown_load_like_a_text_file(draft: Draft) -> None:
    put(draft.folder)
    draft.write("official/en.md", formats.markdown(written("en")))
    draft.write("official/ru.html", pages.in_paragraphs(written("ru")))
    load_of(draft)
    assert list(OfficialText.objects.values_list("source", flat=True)) == ["en.md", "ru.html"]
    assert [words for _, _, words in blocks("ru", 5)] == [
        [["", "Паром отходит, когда прозвонит колокол маяка."]]
    ]


def test_every_change_of_the_texts_gives_another_data_version(draft: Draft) -> None:
    digests = [load_of(draft), load(draft, "en"), load(draft, "en", "ru")]
    draft.replace("official/en.toml", "Lamp Office", "Lamp Bureau")
    digests.append(load_of(draft))
    draft.remove("official/en.toml")
    digests.append(load_of(draft))
    draft.write("official/ru.txt", formats.wrapped(written("ru")))
    digests.append(load_of(draft))
    assert len(set(digests)) == 6
    assert load_of(draft) == digests[-1]
    assert DataVersion.objects.get().digest == digests[-1]


def test_loading_the_same_twice_gives_the_same_rows(draft: Draft) -> None:
    load(draft, *THREE)
    before = content()
    load(draft, *THREE)
    assert content() == before


def test_texts_that_were_taken_away_leave_nothing_behind(draft: Draft) -> None:
    load_of(draft)
    before = content()
    load(draft, "en", "ru")
    assert content() != before
    for name in ("en.txt", "en.toml", "ru.txt"):
        draft.remove(f"official/{name}")
    load_of(draft)
    assert content() == before


def test_our_edition_is_not_touched_by_the_texts(draft: Draft) -> None:
    load_of(draft)
    before = list(Article.objects.values()), list(Paragraph.objects.values("article", "text"))
    load(draft, *THREE)
    after = list(Article.objects.values()), list(Paragraph.objects.values("article", "text"))
    assert after == before


def misnamed(name: str) -> Act:
    return lambda draft: draft.write(f"official/{name}", data_of("en"))


def cut(draft: Draft) -> None:
    draft.write("official/ru.txt", data_of("ru")[:9_000])


def other_language(draft: Draft) -> None:
    draft.write("official/ru.txt", data_of("en"))


def changed_since(draft: Draft) -> None:
    draft.replace("official/en.txt", "heliograph", "telegraph")


FAULTS: dict[str, tuple[Act, str, str]] = {
    "no language": (misnamed("treaty.txt"), "official/treaty.txt", "is called like no copy"),
    "unknown language": (misnamed("de.txt"), "official/de.txt", "is called like no copy"),
    "unknown format": (misnamed("en-2.odt"), "official/en-2.odt", "is called like no copy"),
    "capital letters": (misnamed("EN-2.txt"), "official/EN-2.txt", "is called like no copy"),
    "no format": (misnamed("en-2"), "official/en-2", "is called like no copy"),
    "same name": (misnamed("en.md"), "official/en.txt", "is called like en.md"),
    "cut": (cut, "official/ru.txt", ""),
    "another language": (other_language, "official/ru.txt", ""),
    "changed": (
        changed_since,
        "official/en.txt",
        "is no longer the file that en.toml tells of: import it anew, or take that file away",
    ),
    "an origin without a text": (
        lambda draft: draft.write("official/fa.toml", 'wording = "own"'),
        "official/fa.toml",
        "is called like no copy",
    ),
    "an origin that is no TOML": (
        lambda draft: draft.write("official/ru.toml", "wording = own"),
        "official/ru.toml",
        "",
    ),
    "an unknown key": (
        lambda draft: draft.write("official/ru.toml", 'editor = "Lamp"'),
        "official/ru.toml",
        "",
    ),
    "an unknown wording": (
        lambda draft: draft.write("official/ru.toml", 'wording = "divine"'),
        "official/ru.toml",
        "",
    ),
    "an address that is none": (
        lambda draft: draft.write("official/ru.toml", 'url = "javascript:lamp"'),
        "official/ru.toml",
        "",
    ),
}


@pytest.mark.parametrize(("act", "file", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_file_and_nothing_changes(
    draft: Draft, act: Act, file: str, said: str
) -> None:
    load(draft, "en", "ru")
    before = everything()
    act(draft)
    faults = draft.faults()
    assert {fault.file for fault in faults} == {file}
    assert any(fault.message.startswith(said) for fault in faults)
    assert everything() == before


def test_faults_of_several_texts_and_of_the_edition_are_reported_at_once(
    draft: Draft,
) -> None:
    put(draft.folder, "en")
    cut(draft)
    changed_since(draft)
    draft.remove("themes.toml")
    files = {fault.file for fault in draft.faults()}
    assert files >= {"official/en.txt", "official/ru.txt", "themes.toml"}


def test_a_folder_in_the_place_of_a_text_is_a_fault(draft: Draft) -> None:
    (draft.folder / "official/en.txt").mkdir(parents=True)
    (fault,) = draft.faults()
    assert (fault.file, fault.message) == ("official/en.txt", "cannot be read: Is a directory")
