"""How long answers are fresh, and what they vary with."""

from __future__ import annotations

import pytest

from articles.models import DataVersion
from tests.http.asking import ALL, CODINGS, ask

pytestmark = pytest.mark.django_db


def test_a_file_is_fresh_for_ever_with_its_hash_in_its_name_and_for_a_day_without() -> None:
    assert "immutable" in ask("static:site.css", {}).headers["Cache-Control"]
    for path in ("/static/site.css", "/favicon.ico", "/apple-touch-icon.png"):
        assert ask(path, {}).headers["Cache-Control"] == "max-age=86400, public"


@pytest.mark.parametrize(
    ("kind", "vary"),
    [
        ("home", {"Accept-Encoding"}),
        ("article", {"Accept", "Accept-Encoding"}),
        ("paragraph", {"Accept", "Accept-Encoding"}),
        ("point", {"Accept", "Accept-Encoding"}),
        ("closing lines", {"Accept", "Accept-Encoding"}),
        ("list", {"Accept-Encoding"}),
        ("explorer", {"Accept-Encoding", "HX-Request", "HX-Target"}),
        ("results", {"Accept-Encoding", "HX-Request", "HX-Target"}),
        ("data", {"Accept-Encoding"}),
        ("data of an article", {"Accept-Encoding"}),
        ("data by preference", {"Accept", "Accept-Encoding"}),
        ("sitemap", {"Accept-Encoding"}),
        ("robots", {"Accept-Encoding"}),
        ("security", set()),  # too short to compress
        ("health", set()),
        ("style sheet", {"Accept-Encoding"}),
        ("picture", {"Accept-Encoding"}),
        ("no such page", {"Accept-Encoding"}),
        ("short address", set()),
        ("missing slash", set()),
    ],
)
@pytest.mark.parametrize("coding", CODINGS)
def test_vary_names_what_the_answer_depends_on_and_nothing_else(
    kind: str, vary: set[str], coding: str
) -> None:
    path, headers = ALL[kind]
    assert ask(path, {**headers, "Accept-Encoding": coding}).vary == vary


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("article", "public, max-age=300"),
        ("data", "public, max-age=300"),
        ("suggestions", "public, max-age=300"),
        ("results", "no-store"),
        ("health", "no-store"),
        ("readiness", "no-store"),
        ("no such page", "public, max-age=60"),
        ("short address", "public, max-age=86400"),
        ("missing slash", "public, max-age=86400"),
        ("word looked up", "no-store"),
    ],
)
def test_every_answer_says_how_long_it_is_fresh(kind: str, value: str) -> None:
    path, headers = ALL[kind]
    assert ask(path, headers).headers["Cache-Control"] == value


def test_what_is_not_right_is_never_kept() -> None:
    assert ask("/", {}, "POST").headers["Cache-Control"] == "no-store"
    assert ask("/", {"Host": "elsewhere.example"}).headers["Cache-Control"] == "no-store"
    DataVersion.objects.all().delete()
    unready = ask("/", {})
    assert (unready.status, unready.headers["Cache-Control"]) == (503, "no-store")
