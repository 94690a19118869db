"""Files that are missing or cannot be read, and keys and values that do not belong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles import loading
from tests.loading.breaking import (
    A3,
    A19,
    COMMENT,
    EVENT,
    NEW_URL,
    SOURCE,
    TEXT_COPY,
    THEME,
    Case,
    each,
    faults_of,
    fifth,
    names,
)
from tests.loading.draft import (
    Draft,
    Edit,
    appending,
    prepending,
    removing,
    setting,
    writing,
)

pytestmark = pytest.mark.files

KEYS: list[Case] = [
    ("an unknown key", setting(A19, "number", "19\ncolour = 1"),
     A19, "colour", "is not a key known here: remove it or correct its spelling"),
    ("an unknown key of a paragraph", fifth(rest='strenght = "x"'),
     A3, "paragraph[5].strenght", "is not a key known here"),
    ("a key that articles had once", setting(A19, "number", '19\nevidence = "reported"'),
     A19, "evidence", "is not a key known here"),
    ("an unknown key of a theme",
     prepending("themes.toml", THEME.format("zebras", "Zebras") + '\ncolour = "red"'),
     "themes.toml", "theme[1].colour", "is not a key known here"),
    ("a table that does not belong", prepending("themes.toml", "[colour]"),
     "themes.toml", "colour", "is not a key known here"),
    ("a slug in capitals", prepending("themes.toml", THEME.format("Zebras", "Zebras")),
     "themes.toml", "theme[1].slug", "'Zebras' will not do here"),
    ("a javascript: address",
     prepending("sources.toml", SOURCE.format("zoo", "javascript:alert(1)", "")),
     "sources.toml", "source[1].url", "'javascript:alert(1)' will not do here"),
    ("a javascript: address after a line break",
     prepending("sources.toml", SOURCE.format("zoo", r"javascript:1\nhttps://example.org/", "")),
     "sources.toml", "source[1].url", "will not do here"),
    ("a data: address", prepending("sources.toml", SOURCE.format("zoo", "data:text/html,x", "")),
     "sources.toml", "source[1].url", "will not do here"),
    ("a language by its name",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, "").replace('"en"', '"English"')),
     "sources.toml", "source[1].language", "'English' will not do here"),
    ("a day that the calendar has not",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, 'date = "2025-02-30"')),
     "sources.toml", "source[1].date", "is no date of the calendar: correct it"),
    ("a date in words",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, 'date = "17 January 2025"')),
     "sources.toml", "source[1].date", "'17 January 2025' will not do here"),
    ("a date of TOML's own",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, "date = 2025-01-17")),
     "sources.toml", "source[1].date", "'2025-01-17' will not do here"),
    ("an event before the one that it follows",
     prepending("timeline.toml", EVENT.format("zoo", "2099-01-01", 19, "tass-duma")),
     "timeline.toml", "event[2].date", "is earlier than the one before: move"),
    ("a quotation of nobody",
     prepending("commentary.toml", COMMENT.format("zoo", "tass-duma", 'quote = "Neigh."')),
     "commentary.toml", "comment[1]", "'quote' and 'quote_of' go together"),
]  # fmt: skip

FILES: list[Case] = [
    ("broken TOML", setting(A19, "themes", '["sanctions"'), A19, "", "is not TOML: "),
    ("broken TOML, with the place", writing("themes.toml", "[[theme]\n"),
     "themes.toml", "", "line 1"),
    ("a key given twice", setting(A19, "number", "19\nnumber = 19"), A19, "", "is not TOML: "),
    ("a file that is not UTF-8", writing(A19, 'title = "Café"'.encode("latin-1")),
     A19, "", "is not UTF-8 (at byte 12): save it again as UTF-8"),
    ("UTF-16", writing("sources.toml", "source = []".encode("utf-16")),
     "sources.toml", "", "is not UTF-8 (at byte 0): save it again as UTF-8"),
    ("a file that is too large", appending(A19, f"# {'x' * 1_000_000}"),
     A19, "", "is over 1,000,000 bytes: split or shorten it"),
    ("tables nested too deeply", setting(A19, "number", "[" * 100_000),
     A19, "", "nests tables too deeply: flatten it"),
    ("an empty file", writing("themes.toml", b""), "themes.toml", "theme", "is missing: add it"),
    *((f"{name}.toml missing", removing(f"{name}.toml"),
       f"{name}.toml", "", "is missing: put it back")
      for name in ("themes", "mentions", "sources", "timeline", "commentary", "questions",
                   "publication", "cues")),
]  # fmt: skip


@each(*KEYS, *FILES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(loading.FixtureError) as refusal:
        loading.checked(tmp_path / "nowhere")
    assert [str(fault) for fault in refusal.value.faults] == [
        f"{tmp_path / 'nowhere'}: is not a folder: name the folder of the fixtures"
    ]


def test_a_file_in_the_place_of_the_folder_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(loading.FixtureError, match="1 fault in the fixtures"):
        loading.checked(tmp_path / "file")


def test_a_folder_in_the_place_of_a_file_is_a_fault(draft: Draft) -> None:
    draft.remove("themes.toml")
    (draft.folder / "themes.toml").mkdir()
    assert [str(fault) for fault in draft.faults()] == [
        "themes.toml: cannot be read (Is a directory): check its permissions"
    ]


def test_an_empty_folder_lacks_every_file_and_every_article(tmp_path: Path) -> None:
    with pytest.raises(loading.FixtureError) as refusal:
        loading.checked(tmp_path)
    assert len(refusal.value.faults) == 8 + 49


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        (
            "sources.toml",
            SOURCE.format("zoo", NEW_URL, "").replace('publisher = "Any"', 'publisher = "{}"'),
            "source[1].publisher",
        ),
        (
            "publication.toml",
            TEXT_COPY.format("zoo", "tass-duma").replace('publisher = "Any"', 'publisher = "{}"'),
            "text_copy[1].publisher",
        ),
        (
            "commentary.toml",
            COMMENT.format("zoo", "tass-duma", 'quote = "{}"\nquote_of = "Any"'),
            "comment[1].quote",
        ),
        (
            "commentary.toml",
            COMMENT.format("zoo", "tass-duma", 'quote = "Any"\nquote_of = "{}"'),
            "comment[1].quote_of",
        ),
    ],
)
def test_a_text_longer_than_its_column_is_a_fault(
    draft: Draft, file: str, text: str, key: str
) -> None:
    """PostgreSQL would refuse the row, SQLite would take it: the loader must say so first."""
    draft.prepend(file, text.replace("{}", "x" * 201))
    assert [(fault.file, fault.key) for fault in draft.faults()] == [(file, key)]
