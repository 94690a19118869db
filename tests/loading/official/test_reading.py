"""How ``fixtures/official/`` is read: none, one or several texts, and faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from articles import loading
from tests.loading.draft import Draft
from tests.official import formats, pages
from tests.official.texts import data_of, put, written

pytestmark = pytest.mark.files

Act = Callable[[Draft], None]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path).without_thesaurus()


def version(draft: Draft, *slugs: str) -> str:
    """Put texts beside the fixtures; return the digest of what there is then."""
    return loading.checked(put(draft.folder, *slugs)).digest()


def test_an_empty_folder_is_like_none(draft: Draft) -> None:
    nothing = loading.checked(draft.folder)
    assert nothing.official == []
    assert version(draft) == nothing.digest()
    draft.write("official/README.md", "A note.")
    draft.write("official/.gitignore", "*")
    assert version(draft) == nothing.digest()


def test_a_web_page_and_markdown_are_read_like_a_text_file(draft: Draft) -> None:
    put(draft.folder)
    draft.write("official/en.md", formats.markdown(written("en")))
    draft.write("official/ru.html", pages.in_paragraphs(written("ru")))
    english, russian = loading.checked(draft.folder).official
    assert (english.name, russian.name) == ("en.md", "ru.html")
    (paragraph,) = russian.parsed.articles[5].paragraphs
    assert paragraph.text == "Паром отходит, когда прозвонит колокол маяка."


def test_every_change_of_the_texts_gives_another_version_of_the_data(draft: Draft) -> None:
    versions = [version(draft), version(draft, "en"), version(draft, "en", "ru")]
    draft.replace("official/en.toml", "Lamp Office", "Lamp Bureau")
    versions.append(version(draft))
    draft.remove("official/en.toml")
    versions.append(version(draft))
    draft.write("official/ru.txt", formats.wrapped(written("ru")))
    versions.append(version(draft))
    assert len(set(versions)) == 6
    assert version(draft) == versions[-1]


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
def test_a_fault_is_named_with_its_file(draft: Draft, act: Act, file: str, said: str) -> None:
    put(draft.folder, "en", "ru")
    act(draft)
    faults = draft.faults()
    assert {fault.file for fault in faults} == {file}
    assert any(fault.message.startswith(said) for fault in faults)


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
