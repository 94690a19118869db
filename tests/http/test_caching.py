"""How long answers are fresh, what they vary with, and which the site itself keeps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from articles.models import DataVersion
from articles.views.middleware import MOST_BYTES, is_worth_keeping, key_of
from tests.http.asking import ALL, CODINGS, article, ask
from treaty_site import codings
from treaty_site.middleware import may_be_kept

pytestmark = pytest.mark.django_db


def test_a_file_with_its_hash_in_its_name_is_fresh_for_ever() -> None:
    assert "immutable" in ask("static:site.css", {}).headers["Cache-Control"]
    assert ask("/static/site.css", {}).headers["Cache-Control"] == "max-age=60, public"


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
        ("picture", set()),
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


class TestKeptAnswers:
    @pytest.fixture
    def compressed(self, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
        """What has been compressed since."""
        contents: list[bytes] = []
        compress = codings.CODINGS["br"]

        def noted(content: bytes) -> bytes:
            contents.append(content)
            return compress(content)

        monkeypatch.setitem(codings.CODINGS, "br", noted)  # type: ignore[arg-type]
        return contents

    def test_a_page_is_compressed_once(self, compressed: list[bytes]) -> None:
        headers = {"Accept-Encoding": "gzip, br"}
        first = article(headers)
        again = article({**headers, "Accept": "text/html,*/*;q=0.8"})
        head = ask("/articles/3/", headers, "HEAD")
        assert (again.headers, again.body) == (first.headers, first.body)
        assert head.headers == first.headers
        assert compressed == [first.content]

    def test_head_alone_does_not_make_a_page_kept(self, compressed: list[bytes]) -> None:
        for _ in range(2):
            ask("/articles/3/", {"Accept-Encoding": "br"}, "HEAD")
        assert len(compressed) == 2

    def test_each_coding_is_kept_for_those_who_accept_it(self) -> None:
        for _ in range(2):
            for coding in ("br", "gzip"):
                answer = article({"Accept-Encoding": coding})
                assert answer.headers["Content-Encoding"] == coding
            assert "Content-Encoding" not in article({}).headers

    def test_data_and_page_at_one_address_are_kept_apart(self) -> None:
        for _ in range(2):
            for accept, media_type in (
                ("application/json", "application/json"),
                ("text/csv;q=0.9, text/markdown", "text/markdown"),
                ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
                ("*/*", "text/html"),
                ("text/html;q=0.5, text/csv;q=0.1", "text/html"),
            ):
                answer = article({"Accept": accept})
                assert answer.headers["Content-Type"] == f"{media_type}; charset=utf-8"

    def test_another_day_or_wish_or_host_is_another_answer(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        version = DataVersion.objects.get()

        def key(**headers: str) -> str:
            return key_of(RequestFactory().get("/articles/3/", headers=headers), version)

        for same in ("text/html", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8"):
            assert key(accept=same) == key()
        keys = {
            key(),
            key(accept="application/json"),
            key(accept="text/csv"),
            key(accept="text/markdown, text/html;q=0.5"),
            key(accept_encoding="br"),
            key(accept_encoding="gzip"),
            key(host="127.0.0.1"),
        }
        assert len(keys) == 7
        tomorrow = datetime(2031, 2, 3, 0, 30, tzinfo=UTC)
        monkeypatch.setattr("articles.views.middleware.timezone.now", lambda: tomorrow)
        assert key() not in keys

    def test_however_a_form_is_asked_for_it_is_kept_once(self) -> None:
        version = DataVersion.objects.get()
        odd = [f"application/json;q=0.9{number}, text/html;q=0.5" for number in range(20)]
        wishes = {
            key_of(RequestFactory().get("/articles/3/", headers={"Accept": accept}), version)
            for accept in ("application/json", "text/csv;q=0.1, application/json", *odd)
        }
        assert len(wishes) == 1

    @pytest.mark.parametrize("target", ["suggestions", "results", "lamps"])
    @pytest.mark.parametrize("also", [{}, {"HX-Request": "true"}, {"HX-Request": "false"}])
    def test_no_fragment_is_kept_in_the_place_of_the_page(
        self, target: str, also: dict[str, str]
    ) -> None:
        ask("/articles/", {"HX-Target": target, **also})
        assert b"<!DOCTYPE html>" in ask("/articles/", {}).body

    def test_what_is_kept_has_a_bound_in_bytes(self) -> None:
        entries = settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"]
        assert entries * MOST_BYTES <= 80 * 1024 * 1024
        for path in ("/articles/3/", "/treaty/", "/articles/", "/thesaurus/"):
            assert len(ask(path, {"Accept-Encoding": "br"}).body) <= MOST_BYTES

    def test_only_pages_and_data_of_some_size_are_worth_it(self) -> None:
        page = HttpResponse(b"x" * MOST_BYTES)
        assert is_worth_keeping(page)
        assert is_worth_keeping(HttpResponse(b"{}", content_type="application/ld+json"))
        assert not is_worth_keeping(HttpResponse(b"x" * (MOST_BYTES + 1)))
        assert not is_worth_keeping(HttpResponse(b"x", content_type="image/png"))
        assert not is_worth_keeping(HttpResponse(b"x", content_type="application/epub+zip"))
        assert not is_worth_keeping(HttpResponse(b"x", status=404))
        assert not is_worth_keeping(HttpResponse(b"x", headers={"Cache-Control": "no-store"}))
        assert may_be_kept(page)
