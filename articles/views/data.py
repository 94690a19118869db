"""Marks answers that are data, and says in data why there is none."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

from treaty_site.middleware import METHODS, GetResponse

Response = TypeVar("Response", bound=HttpResponse)

OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Content-Location",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""The headers by which pages of other sites may read an answer."""

PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
"""What a browser that first asks whether a page may ask is told besides; it holds for a day."""

DATA_NAMES: Final = frozenset(
    {
        "articles_json",
        "article_export",
        "paragraph_export",
        "point_export",
        "treaty_export",
        "set_export",
        "changes",
        "openapi",
    }
)
"""The names of the addresses that answer with data, and with nothing else."""


def as_data(response: Response) -> Response:
    """Let pages of any site read the answer, and return it."""
    for name, value in OPEN.items():
        response.headers[name] = value
    return response


def options(get_response: GetResponse) -> GetResponse:
    """Name the methods to OPTIONS; of data, say that scripts of other sites may use them."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method != "OPTIONS":
            return get_response(request)
        allow = {"Allow": ", ".join(METHODS)}
        if is_data(request.path_info):
            return as_data(HttpResponse(headers={**allow, **PREFLIGHT}))
        return HttpResponse(headers=allow)

    return middleware


def is_data(path: str) -> bool:
    """Whether a path of this site leads to data."""
    try:
        return resolve(path).url_name in DATA_NAMES
    except Resolver404:
        return False


def problem(detail: str, status: HTTPStatus = HTTPStatus.NOT_FOUND) -> HttpResponse:
    """Answer that there is no data, with the reason as data (RFC 9457)."""
    body = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail}
    return as_data(
        HttpResponse(
            json.dumps(body, ensure_ascii=False),
            content_type="application/problem+json",
            status=status,
        )
    )
