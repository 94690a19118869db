"""Puts the edition on each request, and keeps a site without data from failing page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from articles import edition
from articles.edition import Standing
from treaty_site.middleware import GetResponse

ALWAYS_ANSWERED: Final = ("/healthz", "/readyz", "/.well-known/security.txt")
"""Addresses that need no data: they report on the state of the site, or say whom to tell of it."""

STALE: Final = "Edition-Problem"
"""The header that says why the edition shown may not be the latest."""

STANDING: Final = "articles.standing"
"""Where a request says which edition it is to be shown, if that has been decided already."""


def require_edition(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the edition in force on the request; without one, answer 503 and say what to do.

    While the database is away the edition that there is goes on being shown, which a header says.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path in ALWAYS_ANSWERED:
            return get_response(request)
        standing: Standing = request.META.get(STANDING) or edition.current()
        if standing.edition is None:
            return render(request, "503.html", {"problem": standing.problem}, status=503)
        request.edition = standing.edition  # type: ignore[attr-defined]
        response = get_response(request)
        if standing.problem:
            response.headers[STALE] = standing.problem
        return response

    return middleware
