"""Content codings (RFC 9110, 12.5.3), and HEAD in each of them."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from tests.http.asking import ALL, CODINGS, TAGGED, article, ask
from treaty_site import codings

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("coding", CODINGS)
def test_head_has_the_headers_of_get_and_no_body(kind: str, coding: str) -> None:
    path, headers = ALL[kind]
    headers = {**headers, "Accept-Encoding": coding}
    got, head = ask(path, headers), ask(path, headers, "HEAD")
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert got.headers["Content-Length"] == str(len(got.body))


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


def test_what_readers_think_up_is_packed_in_less_time_than_a_page() -> None:
    for path, made in (
        ("/articles/3/", codings.CODINGS),
        ("/articles/?q=oil", codings.QUICK_CODINGS),
    ):
        plain, packed = (ask(path, {"Accept-Encoding": coding}) for coding in ("identity", "br"))
        assert packed.body == made["br"](plain.body)


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
def test_no_header_is_too_odd_to_choose_a_coding(header: str) -> None:
    request = RequestFactory().get("/", headers={"Accept-Encoding": header})
    assert set(codings.accepted(request)) <= {"br", "gzip", "identity"}


def test_if_nothing_is_accepted_the_content_is_sent_as_it_is() -> None:
    answer = article({"Accept-Encoding": "identity;q=0, br;q=0"})
    assert answer.status == 200
    assert "Content-Encoding" not in answer.headers
