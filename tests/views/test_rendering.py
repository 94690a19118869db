"""How one address leads to another."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from articles.views.rendering import redirected

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", "/articles/3/"),
        ("lang=en,fa&q=a+b%20c", "/articles/3/?lang=en,fa&q=a+b%20c"),
        ("q=چراغ", "/articles/3/?q=%DA%86%D8%B1%D8%A7%D8%BA"),
        ("q=%DA%86", "/articles/3/?q=%DA%86"),
        ("q=«a»", "/articles/3/?q=%C2%ABa%C2%BB"),
        ("q=\"a\"'b'", "/articles/3/?q=%22a%22'b'"),
        ("q=<b>\\^`{|}[]#", "/articles/3/?q=%3Cb%3E%5C%5E%60%7B%7C%7D%5B%5D%23"),
        ("q=a\r\nSet-Cookie: b=c", "/articles/3/?q=a%0D%0ASet-Cookie:%20b=c"),
        ("q=\x00\x7f", "/articles/3/?q=%00%7F"),
    ],
)
def test_the_query_string_comes_along_as_an_address_can_hold_it(raw: str, expected: str) -> None:
    request = RequestFactory().get("/3")
    request.META["QUERY_STRING"] = raw.encode().decode("latin-1")  # as WSGI hands bytes on
    response = redirected(request, "/articles/3/")
    assert (response.status_code, response.headers["Location"]) == (301, expected)
    assert "Set-Cookie" not in response.headers


def test_bytes_that_are_no_text_come_along_as_they_are() -> None:
    request = RequestFactory().get("/3")
    request.META["QUERY_STRING"] = "q=\xff\xfe"
    assert redirected(request, "/articles/3/").headers["Location"] == "/articles/3/?q=%FF%FE"
