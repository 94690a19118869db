"""What pages of other sites may read: data, and nothing else."""

from __future__ import annotations

import pytest

from tests.http.asking import ALL, ask

pytestmark = [pytest.mark.django_db, pytest.mark.once]


class TestOtherSites:
    @pytest.mark.parametrize("kind", [kind for kind in ALL if kind.startswith("data")])
    def test_data_may_be_read_from_them_also_when_it_has_not_changed(self, kind: str) -> None:
        path, headers = ALL[kind]
        first = ask(path, {**headers, "Origin": "https://lamps.example"})
        again = ask(path, {**headers, "If-None-Match": first.headers["ETag"]})
        assert (first.status, again.status) == (200, 304)
        for answer in (first, again):
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
            exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
            assert {"ETag", "Link"} <= set(exposed)

    @pytest.mark.parametrize("kind", [kind for kind in ALL if not kind.startswith("data")])
    @pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
    def test_nothing_else_may(self, kind: str, method: str) -> None:
        path, headers = ALL[kind]
        answer = ask(path, {**headers, "Origin": "https://lamps.example"}, method)
        assert not [name for name in answer.headers if name.startswith("Access-Control-")]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"

    @pytest.mark.parametrize(
        "path",
        [
            "/articles.json",
            "/articles/3.json",
            "/articles/3/3.ris",
            "/preamble.xml",
            "/preamble/1.txt",
            "/articles/22/2/3.md",
            "/closing.csv",
            "/treaty.epub",
            "/changes.atom",
        ],
    )
    def test_a_browser_that_asks_first_may_read_data(self, path: str) -> None:
        asked = {
            "Origin": "https://lamps.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        }
        answer = ask(path, asked, "OPTIONS")
        assert (answer.status, answer.body) == (200, b"")
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
        assert answer.headers["Access-Control-Allow-Headers"] == "*"
        assert answer.headers["Cache-Control"] == "no-store"
