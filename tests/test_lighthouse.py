"""Lighthouse's reports become one table; what it says is not tested."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.lighthouse import program, report
from tests.lighthouse.__main__ import disallowed

pytestmark = pytest.mark.files


def made(performance: float | None) -> dict[str, Any]:
    """A report in which only performance is not perfect, for a reason that bears its score."""
    categories = {
        name: {"score": 1, "auditRefs": [{"id": f"{name}-audit", "weight": 1}]}
        for name in program.CATEGORIES
    }
    audits = {f"{name}-audit": {"title": name, "score": 1} for name in program.CATEGORIES}
    categories["performance"]["score"] = performance
    audits["performance-audit"] = {
        "title": "Largest Contentful Paint",
        "score": performance,
        "displayValue": f"{performance} s",
    }
    return {"categories": categories, "audits": audits}


def test_of_several_reports_on_a_page_the_middle_one_counts():
    home = report.Audited("home", "/", [made(0.7), made(0.98), made(0.9)])
    text = report.text([home], {"Programs": "Lighthouse 13"}, 3)
    assert "| Programs | Lighthouse 13 |\n" in text
    assert "| home | `/` | 90 | 100 | 100 | 100 |\n" in text
    assert text.endswith("\n- home, performance: Largest Contentful Paint 0.9 s\n")


def test_no_score_is_rounded_up():
    assert report.Audited("home", "/", [made(1), made(0.99)]).score(report.PERFORMANCE) == 99


def test_lighthouse_is_asked_again_if_a_score_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    kept, waiting = tmp_path / "report.json", [made(None), made(0.9), made(1)]

    def write(*_: str, **__: str) -> None:
        kept.write_text(json.dumps(waiting.pop(0)), "utf-8")

    monkeypatch.setattr(program, "run", write)
    assert program.ask("http://127.0.0.1/", "chromium", kept) == made(0.9)
    waiting[:] = [made(None)] * program.ATTEMPTS
    with pytest.raises(RuntimeError, match="no score for performance"):
        program.ask("http://127.0.0.1/", "chromium", kept)


def test_of_perfect_pages_nothing_is_said():
    assert report.text([report.Audited("home", "/", [made(1)])], {}, 3).endswith("\nNothing.\n")


def test_what_robots_may_not_read_is_not_asked_about():
    closed = disallowed("User-agent: *\nAllow: /\nDisallow: /set/*/\nDisallow: /*?set=\n")
    assert closed.match("/articles/3/?set=5")
    assert closed.match("/set/3,5/cite/")
    assert not closed.match("/set/")
    assert not disallowed("User-agent: *\nAllow: /\n").match("/")


def test_the_lock_names_no_registry():
    lock = Path(report.__file__).with_name("package-lock.json").read_text("utf-8")
    assert '"lighthouse"' in lock
    assert '"resolved"' not in lock
