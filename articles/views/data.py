"""Marks answers that are data, and says in data why there is none."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final, TypeVar

from django.http import HttpResponse

Response = TypeVar("Response", bound=HttpResponse)

OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Content-Location",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""The headers by which pages of other sites may read an answer."""


def as_data(response: Response) -> Response:
    """Let pages of any site read the answer, and return it."""
    for name, value in OPEN.items():
        response.headers[name] = value
    return response


def problem(detail: str) -> HttpResponse:
    """Answer 404 with the reason as data (RFC 9457)."""
    status = HTTPStatus.NOT_FOUND
    body = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail}
    return as_data(
        HttpResponse(
            json.dumps(body, ensure_ascii=False),
            content_type="application/problem+json",
            status=status,
        )
    )
