"""Collecting static files: one script for each folder of scripts, and nothing in it but code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

from treaty_site.collecting import joined_scripts

pytestmark = pytest.mark.files

FOLDER = Path(settings.BASE_DIR) / "static"


@pytest.mark.parametrize("name", ["first", "later"])
def test_the_scripts_of_a_folder_become_one(static_files: Path, name: str) -> None:
    made = (static_files / f"{name}.js").read_text("utf-8")
    assert made.startswith('"use strict"')
    scripts = sorted((FOLDER / "js" / name).glob("*.js"))
    assert scripts
    for script in scripts:
        source = script.read_text("utf-8")
        named = set(re.findall(r"^const (\w+) = ", source, flags=re.M))
        assert all(re.search(rf"\b{each}\b", made) for each in named)
    assert "// " not in made


def test_scripts_may_use_the_same_names() -> None:
    joined = joined_scripts(["const say = 1;\n", "const say = 2;\n"])
    assert joined == '"use strict";\n{\nconst say = 1;\n}\n{\nconst say = 2;\n}\n'


def test_no_template_literal_stands_in_another() -> None:
    """The minifier takes the first backtick after one for its end."""
    for script in FOLDER.rglob("*.js"):
        assert not re.search(r"\$\{[^}]*`", script.read_text("utf-8")), script


def test_the_style_sheets_are_smaller_and_have_no_comment(static_files: Path) -> None:
    made = {path.name: path.read_text("utf-8") for path in static_files.glob("*.css")}
    sources = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.css")}
    assert not any("/*" in sheet for sheet in made.values())
    assert len(made["site.css"]) < 0.85 * len(sources["site.css"])
    assert len(made["pages.css"]) < 0.85 * sum(map(len, sources.values()))


def test_no_page_asks_for_two_style_sheets(static_files: Path) -> None:
    assert "@import" in (FOLDER / "pages.css").read_text("utf-8")
    assert "@import" not in (static_files / "pages.css").read_text("utf-8")


def test_collecting_again_changes_nothing(tmp_path: Path) -> None:
    def collected() -> dict[str, bytes]:
        call_command("collectstatic", interactive=False, verbosity=0)
        files = (path for path in tmp_path.rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in files}

    with override_settings(STATIC_ROOT=tmp_path):
        assert collected() == collected()
