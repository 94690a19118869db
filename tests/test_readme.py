"""What the README promises: its commands work, its files exist, its table of settings is whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import processes

README = (processes.ROOT / "README.md").read_text("utf-8")

RUN_BY = {
    "make run": "tests/test_commands.py",
    "make test": "this very run",
    ".venv/bin/python manage.py load_treaty": "test_the_command_that_loads_works",
    ".venv/bin/python manage.py score_search": "tests/exploring/test_judging.py",
    "make official": "tests/loading/official/test_fetch_command.py",
    ".venv/bin/python manage.py import_text page.html --source https://example.org/treaty": (
        "tests/loading/official/test_import_command.py"
    ),
    "DATABASE_URL=postgres://user:password@localhost/treaty make run": "tests/test_commands.py",
}
"""Every command of the README, and what runs it."""


def test_every_command_is_run_by_a_test():
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", README, flags=re.S | re.M)
    commands = {line.strip() for block in blocks for line in block.splitlines()}
    assert commands == set(RUN_BY)
    named = [place for place in RUN_BY.values() if place.endswith(".py")]
    assert all((processes.ROOT / place).exists() for place in named)


@pytest.mark.once
def test_the_command_that_loads_works(site_settings: dict[str, str], tmp_path: Path):
    variables = processes.copied(site_settings, tmp_path)
    for arguments in (["load_treaty"], ["load_treaty", "fixtures"]):
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "manage.py", *arguments],
            cwd=processes.ROOT,
            env=processes.environment(**variables),
            capture_output=True,
            text=True,
            check=True,
        )
    assert "49 articles, with the preamble and the closing lines" in done.stdout


def test_every_file_and_folder_it_names_exists():
    named = set(re.findall(r"`((?:[\w.]+/)*[\w.]+(?:/|\.(?:py|toml|txt|html)))`", README))
    named |= set(re.findall(r"\]\(([\w./]+)\)", README))
    assert {"fixtures/", "articles/search/", "docs/search.png"} <= named
    places = [processes.ROOT, processes.ROOT / "articles", processes.ROOT / "templates/articles"]
    missing = {name for name in named if not any((place / name).exists() for place in places)}
    assert missing == set()


def test_every_setting_that_is_read_is_in_its_table():
    read = set()
    for folder in ("treaty_site", "articles"):
        for path in (processes.ROOT / folder).rglob("*.py"):
            text = path.read_text("utf-8")
            read |= set(re.findall(r'\bos\.environ\.get\("(\w+)"', text))
            read |= set(
                re.findall(r'\b(?:switch|level|hosts|listener|whole_number)\("(\w+)"', text)
            )
    table = set(re.findall(r"^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|", README, flags=re.M))
    assert read
    assert read == {name for row in table for name in re.findall(r"\w+", row)}


def test_the_repository_names_no_registry_and_no_place_on_a_machine():
    made = {".git", ".venv", "var"}
    files = [
        path
        for path in processes.ROOT.rglob("*")
        if path.suffix in {".py", ".toml", ".txt", ".md", ".html", ".css"}
        and not any(part in made or part.endswith("_cache") for part in path.parts)
    ]
    assert len(files) > 100
    for path in files:
        text = path.read_text("utf-8")
        assert str(processes.ROOT.parent) + os.sep not in text, path
        assert "pypi" + ".org" not in text, path
