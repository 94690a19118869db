"""Entity tags: the same for the same bytes, and nothing is sent twice (RFC 9110, 8.8.3)."""

from __future__ import annotations

import re

import pytest

from articles.models import Card, DataVersion
from tests.http.asking import CODINGS, TAGGED, UNTAGGED, article, ask, ask_django
from treaty_site.validators import tag_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("kind", TAGGED)
@pytest.mark.parametrize("coding", CODINGS)
def test_the_tag_is_strong_and_of_the_content_in_its_coding(kind: str, coding: str) -> None:
    path, headers = TAGGED[kind]
    plain = ask(path, {**headers, "Accept-Encoding": "identity"}).headers["ETag"]
    answer = ask(path, {**headers, "Accept-Encoding": coding})
    sent = answer.headers.get("Content-Encoding", "identity")
    ending = "" if sent == "identity" else f"-{sent}"
    assert re.fullmatch(r'"[0-9a-f]{32}"', plain)
    assert answer.headers["ETag"] == f'{plain[:-1]}{ending}"'


def test_no_two_contents_have_the_same_tag() -> None:
    answers = [
        ask(path, {**headers, "Accept-Encoding": "identity"}) for path, headers in TAGGED.values()
    ]
    tags = {answer.headers["ETag"] for answer in answers}
    assert len(tags) == len({answer.body for answer in answers}) > 15


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
@pytest.mark.parametrize("coding", CODINGS)
def test_the_same_tag_means_the_same_bytes(kind: str, coding: str) -> None:
    path, headers = TAGGED[kind]
    first = ask(path, {**headers, "Accept-Encoding": coding})
    anew = ask_django(path, {**headers, "Accept-Encoding": coding})
    assert (anew.headers["ETag"], anew.body) == (first.headers["ETag"], first.body)


def test_another_data_version_has_another_tag() -> None:
    first = article({})
    DataVersion.objects.update(digest="1" * 64)
    again = article({"If-None-Match": first.headers["ETag"]})
    assert again.status == 200
    assert again.headers["ETag"] != first.headers["ETag"]


def test_the_tag_tells_media_types_apart() -> None:
    assert tag_of(b"lamp", "text/plain") != tag_of(b"lamp", "text/csv")


def test_a_card_is_sent_as_it_is_and_once() -> None:
    card = Card.objects.order_by("pk")[0]
    first = ask(card.get_absolute_url(), {"Accept-Encoding": "br, gzip"})
    assert (first.status, first.body) == (200, bytes(card.png))
    assert not {"Content-Encoding", "Vary"} & set(first.headers)
    again = ask(card.get_absolute_url(), {"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Cross-Origin-Resource-Policy"):
        assert again.headers[name] == first.headers[name]
