"""Templates and the style sheet: nothing in them that no page has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.files

WITH_MARKUP = (
    "reading/notes.py",
    "reading/strip.py",
    "words/quotations/markup.py",
    "words/comparison.py",
)
OF_THEMES = re.compile(r"family-\d+")
"""Classes that are made of a number."""


def styled() -> set[str]:
    """The classes for which the stylesheet has a rule."""
    sheets = Path(settings.BASE_DIR, "static").glob("*.css")
    css = "".join(path.read_text("utf-8") for path in sheets)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return set(re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", css)))


def templates() -> list[Path]:
    return sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))


def test_the_stylesheet_styles_nothing_that_no_page_has() -> None:
    code = [Path(settings.BASE_DIR, "articles", name) for name in WITH_MARKUP]
    scripts = Path(settings.BASE_DIR, "static").rglob("*.js")
    words = " ".join(path.read_text("utf-8") for path in [*templates(), *code, *scripts])
    unused = {name for name in styled() if not re.search(rf"\b{name}\b", words)}
    assert not {name for name in unused if not OF_THEMES.fullmatch(name)}


def test_no_template_names_a_class_that_nothing_uses() -> None:
    folder = Path(settings.BASE_DIR)
    users = [*(folder / "static").rglob("*.js"), *(folder / "tests").rglob("*.py")]
    words = " ".join(path.read_text("utf-8") for path in users)
    named = {
        name
        for path in templates()
        for value in re.findall(r'class="([^"]*)"', path.read_text("utf-8"))
        for name in re.sub(r"\S*\{\{.*?\}\}", " ", re.sub(r"\{%.*?%\}", " ", value)).split()
    }
    assert {name for name in named - styled() if f".{name}" not in words} == set()


def test_every_template_is_used() -> None:
    folder = Path(settings.BASE_DIR)
    users = [
        *templates(),
        *(folder / "articles").rglob("*.py"),
        *(folder / "treaty_site").glob("*"),
    ]
    words = " ".join(path.read_text("utf-8") for path in users if path.is_file())
    by_django = {"404.html", "500.html"}
    names = {path.relative_to(folder / "templates").as_posix() for path in templates()}
    assert {name for name in names if f'"{name}"' not in words} <= by_django
