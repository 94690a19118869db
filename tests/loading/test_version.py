"""What makes another version of the data, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.loading.reading import read
from tests.loading.draft import Draft

pytestmark = pytest.mark.files

A19 = "articles/19.toml"


def version_of(folder: Path) -> str:
    content, faults = read(folder)
    assert faults == []
    return content.digest()


@pytest.fixture(scope="module")
def version(fixtures: Path) -> str:
    return version_of(fixtures)


def test_comments_and_layout_do_not_change_the_version(draft: Draft, version: str) -> None:
    title, gist = (
        next(line for line in draft.text(A19).splitlines() if line.startswith(key))
        for key in ("title", "gist")
    )
    draft.replace(A19, gist, "")
    draft.replace(A19, title, f"# A remark.\n{gist}   # another\n\n\n{title.replace(' = ', '=')}")
    draft.write(A19, draft.text(A19).replace("\n", "\r\n"))
    assert version_of(draft.folder) == version


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (A19, 'text = """\n', 'text = """\nAgain: '),
        (A19, 'keywords = ["sanctions"', 'keywords = ["sanction"'),
        (A19, 'strength = ["guarantee"]', 'strength = ["duty"]'),
        (A19, 'reports = ["tass-duma"', 'reports = ["text-icl"'),
        ("articles/22.toml", 'label = "2.1."', 'label = "2.1)"'),
        ("articles/26.toml", 'title = "', 'title = "Again: '),
        ("articles/48.toml", "two copies", "three copies"),
        ("sources.toml", 'publisher = "ICL Center"', 'publisher = "ICL Centre"'),
        ("publication.toml", "address_confirmed = false", "address_confirmed = true"),
        ("timeline.toml", 'date = "1921-02-26"', 'date = "1921-02-25"'),
        ("thesaurus/security.toml", 'en = ["', 'en = ["zebra", "'),
        ("thesaurus/security.toml", 'fa = ["', 'fa = ["گورخر", "'),
        ("thesaurus/economy.toml", 'name = "', 'name = "Again: '),
        ("thesaurus/society.toml", 'provisions = ["', 'provisions = ["0", "'),
        ("thesaurus/security.toml", "mentions = []", 'mentions = ["brics"]'),
    ],
)
def test_a_word_changes_the_version(
    draft: Draft, version: str, file: str, old: str, new: str
) -> None:
    draft.replace(file, old, new)
    assert version_of(draft.folder) != version


def test_the_order_of_themes_changes_the_version(draft: Draft, version: str) -> None:
    head, first, *others = draft.text("themes.toml").split("[[theme]]")
    draft.write("themes.toml", "[[theme]]".join([head, *others, first]))
    assert version_of(draft.folder) != version


def test_the_order_of_concepts_changes_the_version(draft: Draft, version: str) -> None:
    head, first, second, *others = draft.text("thesaurus/society.toml").split("[[concept]]")
    turned = "[[concept]]".join([head, second, first, *others])
    draft.write("thesaurus/society.toml", turned)
    assert version_of(draft.folder) != version
