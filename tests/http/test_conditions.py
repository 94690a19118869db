"""Conditional requests (RFC 9110, 13), of pages and of files."""

from __future__ import annotations

import pytest

from tests.http.asking import article, ask

pytestmark = [pytest.mark.django_db, pytest.mark.once]


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
