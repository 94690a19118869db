"""``manage.py load_treaty`` as a person or a script meets it."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.loading.draft import Draft

pytestmark = pytest.mark.files


class Site:
    """The project on an SQLite file of its own, worked from the command line."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "site.sqlite3"

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - this project's own command
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{self.database}"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def titles(self) -> list[tuple[int, str]]:
        with sqlite3.connect(self.database) as connection:
            return connection.execute(
                "SELECT number, title FROM articles_article ORDER BY number"
            ).fetchall()


def counts(lines: list[str]) -> dict[str, int]:
    return {name: int(count) for count, name in (line.split(maxsplit=1) for line in lines)}


def counts_of(draft: Draft) -> dict[str, int]:
    """Count the tables in the files."""

    def rows(file: str, table: str) -> int:
        return len(re.findall(rf"^\[\[{table}\]\]", draft.text(file), re.MULTILINE))

    return {
        "articles, with the preamble and the closing lines": 49,
        "paragraphs": 101,
        "points": 15,
        "themes": rows("themes.toml", "theme"),
        "mentions": rows("mentions.toml", "mention"),
        "concepts of the thesaurus": sum(
            rows(f"thesaurus/{path.name}", "concept")
            for path in (draft.folder / "thesaurus").glob("*.toml")
        ),
        "sources": rows("sources.toml", "source"),
        "events": rows("timeline.toml", "event"),
        "comments": rows("commentary.toml", "comment"),
        "questions": rows("questions.toml", "question"),
        "official texts": 0,
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_sound_folder_exits_0_and_a_faulty_one_exits_1(site: Site, draft: Draft) -> None:
    assert site.manage("migrate", "--verbosity", "0").returncode == 0

    loaded = site.manage("load_treaty", str(draft.folder))
    assert loaded.returncode == 0, loaded.stderr
    said, *lines = loaded.stdout.splitlines()
    assert re.fullmatch(r"Loaded data version [0-9a-f]{12}:", said)
    assert counts(lines) == counts_of(draft)
    assert loaded.stderr == ""
    before = site.titles()
    assert [number for number, _ in before] == list(range(49))

    draft.set("articles/19.toml", "title", '"Zebras"')
    draft.set("articles/26.toml", "gist", '""')
    draft.remove("themes.toml")
    refused = site.manage("load_treaty", str(draft.folder))
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr == (
        "articles/26.toml: gist: is empty: write the text, "
        "or leave the key out where it is optional\n"
        "themes.toml: is missing: put it back\n"
        "CommandError: 2 faults in the fixtures. Nothing was changed.\n"
    )
    assert site.titles() == before


def test_a_database_without_tables_is_told_apart_from_faults(site: Site) -> None:
    refused = site.manage("load_treaty")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "Traceback" not in refused.stderr
    assert "Run `manage.py migrate` first" in refused.stderr


def test_a_fault_makes_the_command_fail_with_code_1(draft: Draft) -> None:
    draft.set("articles/19.toml", "themes", "[]")
    errors = StringIO()
    with pytest.raises(CommandError, match=r"1 fault in .*\. Nothing was changed") as error:
        call_command("load_treaty", draft.folder, stderr=errors)
    assert error.value.returncode == 1
    assert "articles/19.toml: themes: is empty: give at least one" in errors.getvalue()


def test_a_folder_that_does_not_exist_makes_it_fail(tmp_path: Path) -> None:
    errors = StringIO()
    with pytest.raises(CommandError, match="1 fault"):
        call_command("load_treaty", tmp_path / "nowhere", stderr=errors)
    assert errors.getvalue() == (
        f"{tmp_path / 'nowhere'}: is not a folder: name the folder of the fixtures\n"
    )
