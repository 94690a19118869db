"""Entity tags, conditions, codings and HEAD (RFC 9110), at every kind of address."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import brotli
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.templatetags.static import static
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from articles.middleware import MOST_BYTES, is_worth_keeping, key_of
from articles.models import Card, DataVersion
from treaty_site import codings
from treaty_site.middleware import may_be_kept
from treaty_site.validators import tag_of

pytestmark = pytest.mark.django_db

RESULTS = {"HX-Request": "true", "HX-Target": "results"}
SUGGESTIONS = {"HX-Request": "true", "HX-Target": "suggestions"}

TAGGED: dict[str, tuple[str, dict[str, str]]] = {
    "home": ("/", {}),
    "article": ("/articles/3/", {}),
    "paragraph": ("/articles/3/3/", {}),
    "text with marks": ("/articles/3/?q=aggression", {}),
    "list": ("/themes/", {}),
    "explorer": ("/articles/", {}),
    "search": ("/articles/?q=oil", {}),
    "suggestions": ("/articles/?q=oil", SUGGESTIONS),
    "whole treaty": ("/treaty/", {}),
    "data": ("/articles.json", {}),
    "data of a search": ("/articles.json?q=oil", {}),
    "data of an article": ("/articles/3.md", {}),
    "data of a paragraph": ("/preamble/1.csl.json", {}),
    "data of the treaty": ("/treaty.csv", {}),
    "data by preference": ("/articles/3/", {"Accept": "application/json"}),
    "data of changes": ("/changes.atom", {}),
    "sitemap": ("/sitemap.xml", {}),
    "robots": ("/robots.txt", {}),
    "opensearch": ("/opensearch.xml", {}),
    "style sheet": ("static:site.css", {}),
    "picture": ("static:screenshot.png", {}),
}
"""A path and request headers for each kind of answer that may be kept; files by their names."""

UNTAGGED: dict[str, tuple[str, dict[str, str]]] = {
    "results": ("/articles/?q=oil", RESULTS),
    "health": ("/healthz", {}),
    "readiness": ("/readyz", {}),
    "no such page": ("/nowhere/", {}),
    "no such article": ("/articles/48/", {}),
    "no such file": ("/static/nothing.css", {}),
    "short address": ("/3.3", {}),
    "missing slash": ("/articles/3", {}),
    "word looked up": ("/words/?word=oil", {}),
}

ALL = {**TAGGED, **UNTAGGED}

CODINGS = ["identity", "gzip", "br"]


@dataclass(frozen=True)
class Answer:
    """What came back, in full."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def vary(self) -> set[str]:
        return {name for name in self.headers.get("Vary", "").split(", ") if name}

    @property
    def content(self) -> bytes:
        """The body without its coding."""
        decode = {"br": brotli.decompress, "gzip": gzip.decompress}
        coding = self.headers.get("Content-Encoding")
        return decode[coding](self.body) if coding else self.body


def ask(path: str, headers: Mapping[str, str], method: str = "GET") -> Answer:
    if path.startswith("static:"):
        path = static(path.removeprefix("static:"))
    response = Client().generic(method, path, headers=headers)
    body = response.getvalue()
    return Answer(response.status_code, dict(response.headers), body)


def article(headers: Mapping[str, str]) -> Answer:
    return ask("/articles/3/", headers)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("coding", CODINGS)
def test_head_has_the_headers_of_get_and_no_body(kind: str, coding: str) -> None:
    path, headers = ALL[kind]
    headers = {**headers, "Accept-Encoding": coding}
    got, head = ask(path, headers), ask(path, headers, "HEAD")
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert got.headers["Content-Length"] == str(len(got.body))


@pytest.mark.parametrize("kind", TAGGED)
@pytest.mark.parametrize("coding", CODINGS)
def test_the_tag_is_strong_and_of_the_content_in_its_coding(kind: str, coding: str) -> None:
    path, headers = TAGGED[kind]
    answer = ask(path, {**headers, "Accept-Encoding": coding})
    sent = answer.headers.get("Content-Encoding", "identity")
    ending = "" if sent == "identity" else f"-{sent}"
    plain = tag_of(answer.content, answer.headers["Content-Type"])
    assert answer.headers["ETag"] == f'{plain[:-1]}{ending}"'
    assert re.fullmatch(r'"[0-9a-f]{32}(-br|-gzip)?"', answer.headers["ETag"])


@pytest.mark.parametrize("kind", TAGGED)
@pytest.mark.parametrize("coding", CODINGS)
def test_what_has_not_changed_is_not_sent_again(kind: str, coding: str) -> None:
    path, headers = TAGGED[kind]
    headers = {**headers, "Accept-Encoding": coding}
    first = ask(path, headers)
    for method in ("GET", "HEAD"):
        again = ask(path, {**headers, "If-None-Match": first.headers["ETag"]}, method)
        assert (again.status, again.body) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin"):
            assert again.headers.get(name) == first.headers.get(name)
        for name in ("Content-Security-Policy", "Cross-Origin-Resource-Policy"):
            assert again.headers[name] == first.headers[name]
        assert not {"Content-Type", "Content-Length", "Content-Encoding"} & set(again.headers)


@pytest.mark.parametrize("kind", UNTAGGED)
def test_what_may_not_be_kept_and_what_is_no_content_has_no_tag(kind: str) -> None:
    path, headers = UNTAGGED[kind]
    assert "ETag" not in ask(path, headers).headers
    again = ask(path, {**headers, "If-None-Match": "*", "If-Modified-Since": "x"})
    assert again.status == ask(path, headers).status


@pytest.mark.parametrize("kind", TAGGED)
def test_the_same_content_is_sent_in_every_coding(kind: str) -> None:
    path, headers = TAGGED[kind]
    plain, packed, smaller = (
        ask(path, {**headers, "Accept-Encoding": coding}) for coding in CODINGS
    )
    assert plain.content == packed.content == smaller.content
    assert "Content-Encoding" not in plain.headers
    if "Accept-Encoding" in plain.vary:
        assert len(smaller.body) < len(packed.body) < len(plain.body)
        assert len({answer.headers["ETag"] for answer in (plain, packed, smaller)}) == 3


@pytest.mark.parametrize("kind", TAGGED)
@pytest.mark.parametrize("coding", CODINGS)
def test_the_same_tag_means_the_same_bytes(
    kind: str, coding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, headers = TAGGED[kind]
    first = ask(path, {**headers, "Accept-Encoding": coding})
    monkeypatch.setattr("articles.middleware.is_for_a_page", lambda request: False)
    anew = ask(path, {**headers, "Accept-Encoding": coding})
    assert (anew.headers["ETag"], anew.body) == (first.headers["ETag"], first.body)


def test_another_data_version_has_another_tag() -> None:
    first = article({})
    DataVersion.objects.update(digest="1" * 64)
    again = article({"If-None-Match": first.headers["ETag"]})
    assert again.status == 200
    assert again.headers["ETag"] != first.headers["ETag"]


def test_the_tag_tells_media_types_apart() -> None:
    assert tag_of(b"lamp", "text/plain") != tag_of(b"lamp", "text/csv")


@pytest.mark.parametrize(
    ("accepted", "asked", "answered"),
    [
        ("br, gzip", '"other", {br}', "{br}"),
        ("br, gzip", "W/{br}", "{br}"),
        ("br, gzip", "*", "{br}"),
        ("br, gzip", "{gzip}", "{gzip}"),
        ("br, gzip", "{plain}", "{plain}"),
        ("br, gzip", "{plain}, {gzip}, {br}", "{br}"),
        ("gzip", "{plain}", "{plain}"),
        (None, "{gzip}", "{gzip}"),
        ("gzip", "{br}", None),  # which a reader without brotli could not read
        ("identity", "{gzip}", None),
        ("br, gzip;q=0", "{gzip}", None),
        ("br, gzip", '"other"', None),
        ("br, gzip", "no tag at all", None),
        ("br, gzip", "", None),
    ],
)
def test_any_tag_is_heeded_whose_coding_the_request_accepts(
    accepted: str | None, asked: str, answered: str | None
) -> None:
    plain = article({}).headers["ETag"]
    tags = {name: f'{plain[:-1]}-{name}"' for name in ("br", "gzip")} | {"plain": plain}
    encoding = {"Accept-Encoding": accepted} if accepted else {}
    answer = article({**encoding, "If-None-Match": asked.format(**tags)})
    if answered is None:
        assert answer.status == 200
    else:
        assert (answer.status, answer.headers["ETag"]) == (304, answered.format(**tags))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-Match": "{tag}"}, 200),
        ({"If-Match": '"other", {tag}'}, 200),
        ({"If-Match": "*"}, 200),
        ({"If-Match": '"other"'}, 412),
        ({"If-Match": "W/{tag}"}, 412),
        ({"If-Match": '"other"', "If-None-Match": "{tag}"}, 412),
        ({"If-Match": "{tag}", "If-None-Match": "{tag}"}, 304),
        ({"If-Unmodified-Since": "Fri, 17 Jan 2025 10:00:00 GMT"}, 200),  # it has no date
        ({"If-Modified-Since": "Fri, 17 Jan 2025 10:00:00 GMT"}, 200),
        ({"Range": "bytes=0-9"}, 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_conditions_are_taken_in_the_order_of_the_standard(
    headers: dict[str, str], status: int, method: str
) -> None:
    tag = article({}).headers["ETag"]
    asked = {name: value.format(tag=tag) for name, value in headers.items()}
    assert ask("/articles/3/", asked, method).status == status


def test_a_failed_condition_is_explained_and_not_kept() -> None:
    answer = article({"If-Match": '"other"'})
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert b"not what the request requires" in answer.body


PAST, FUTURE = "Thu, 01 Jan 2015 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-Modified-Since": FUTURE}, 304),
        ({"If-Modified-Since": PAST}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": FUTURE, "If-None-Match": '"other"'}, 200),
        ({"If-Unmodified-Since": PAST}, 412),
        ({"If-Unmodified-Since": FUTURE}, 200),
        ({"If-Unmodified-Since": "yesterday"}, 200),
        ({"If-Unmodified-Since": PAST, "If-Match": "*"}, 200),
        ({"Accept-Encoding": "br;q=0, gzip;q=0", "Range": "bytes=0-9"}, 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_has_a_date_too(headers: dict[str, str], status: int, method: str) -> None:
    assert ask("static:site.css", headers, method).status == status


def test_a_file_with_its_hash_in_its_name_is_fresh_for_ever() -> None:
    assert "immutable" in ask("static:site.css", {}).headers["Cache-Control"]
    assert ask("/static/site.css", {}).headers["Cache-Control"] == "max-age=60, public"


def test_a_file_is_not_sent_in_a_coding_that_is_refused() -> None:
    for refused in ("br;q=0, gzip;q=0", "identity, br;q=0.5", "*;q=0", ""):
        answer = ask("static:site.css", {"Accept-Encoding": refused})
        assert "Content-Encoding" not in answer.headers
    answer = ask("static:site.css", {"Accept-Encoding": "br;q=0, gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        (None, ["identity", "br", "gzip"]),
        ("", ["identity"]),
        ("gzip, deflate, br, zstd", ["br", "gzip", "identity"]),
        ("GZIP", ["gzip", "identity"]),
        ("br;q=0.2, gzip;q=0.8", ["gzip", "br", "identity"]),
        ("br;q=0.5, gzip;q=0.5, identity;q=0.5", ["br", "gzip", "identity"]),
        ("br;q=0.5, identity", ["identity", "br"]),
        ("gzip ; q=1.000 , br ; Q=0.001", ["gzip", "br", "identity"]),
        ("br;q=0, gzip;q=0.000", ["identity"]),
        ("*", ["br", "gzip", "identity"]),
        ("*;q=0, gzip", ["gzip"]),
        ("br;q=0, *", ["gzip", "identity"]),
        ("identity;q=0", []),
        ("*;q=0", []),
        ("gzip;q=2, br;q=much", ["identity"]),
        ("deflate, zstd", ["identity"]),
    ],
)
def test_codings_are_chosen_by_quality_values_and_then_by_size(
    header: str | None, accepted: list[str]
) -> None:
    headers = {} if header is None else {"Accept-Encoding": header}
    assert codings.accepted(RequestFactory().get("/", headers=headers)) == accepted


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=60))
@pytest.mark.files
def test_no_header_is_too_odd_to_choose_a_coding(header: str) -> None:
    request = RequestFactory().get("/", headers={"Accept-Encoding": header})
    assert set(codings.accepted(request)) <= {"br", "gzip", "identity"}


def test_if_nothing_is_accepted_the_content_is_sent_as_it_is() -> None:
    answer = article({"Accept-Encoding": "identity;q=0, br;q=0"})
    assert answer.status == 200
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("kind", "vary"),
    [
        ("home", {"Accept-Encoding"}),
        ("article", {"Accept", "Accept-Encoding"}),
        ("paragraph", {"Accept", "Accept-Encoding"}),
        ("list", {"Accept-Encoding"}),
        ("explorer", {"Accept-Encoding", "HX-Request", "HX-Target"}),
        ("results", {"Accept-Encoding", "HX-Request", "HX-Target"}),
        ("data", {"Accept-Encoding"}),
        ("data of an article", {"Accept-Encoding"}),
        ("data by preference", {"Accept", "Accept-Encoding"}),
        ("sitemap", {"Accept-Encoding"}),
        ("robots", set()),  # too short to compress
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


def test_a_card_is_sent_as_it_is_and_once() -> None:
    card = Card.objects.order_by("pk")[0]
    first = ask(card.get_absolute_url(), {"Accept-Encoding": "br, gzip"})
    assert (first.status, first.body) == (200, bytes(card.png))
    assert not {"Content-Encoding", "Vary"} & set(first.headers)
    again = ask(card.get_absolute_url(), {"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Cross-Origin-Resource-Policy"):
        assert again.headers[name] == first.headers[name]


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
        monkeypatch.setattr("articles.middleware.timezone.now", lambda: tomorrow)
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
