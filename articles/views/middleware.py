"""Puts the edition on each request, and keeps a site without data from failing page by page."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.middleware.common import CommonMiddleware
from django.shortcuts import render

from articles import edition
from articles.edition import Standing
from articles.edition.keeper import UNREADABLE
from articles.views.errors import NOT_UNDERSTOOD, refused
from treaty_site.logs import log_unavailable, request_id
from treaty_site.middleware import STALE, GetResponse

HEALTH: Final = ("/healthz", "/readyz")
"""Addresses that report on the state of the site, to whoever asks, under whatever name."""

ALWAYS_ANSWERED: Final = (*HEALTH, "/.well-known/security.txt")
"""Addresses that need no data: those, and the one that says whom to tell of a fault."""

RETRY_AFTER: Final = 30
"""Seconds after which it is worth asking again for what was not available."""

STANDING: Final = "articles.standing"
"""Where a request says which edition it is to be shown, if that has been decided already."""

LARGEST: Final = 32 * 1024
"""Characters of the headers of a request that is answered. The server bounds the address, in
which a quotation may take more."""

TOO_LARGE: Final = "This request has more in its headers than is read here."


def bounded(get_response: GetResponse) -> GetResponse:
    """Refuse a request with larger headers than any browser's, before anything is read of them."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        size = sum(len(value) for name, value in request.META.items() if name.startswith("HTTP_"))
        if size > LARGEST:
            return refused(request, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, TOO_LARGE)
        parameters = request.META.get("QUERY_STRING", "").count("&") + 1
        if parameters > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
            return refused(request, HTTPStatus.BAD_REQUEST, NOT_UNDERSTOOD)
        return get_response(request)

    return middleware


class Common(CommonMiddleware):
    """Django's, which refuses hosts that are not the site's, but none that asks how it is.

    A probe asks by an address, or with HTTP/1.0 by no name at all.
    """

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        """Refuse a host, or lead to the address with a slash."""
        return None if request.path_info in HEALTH else super().process_request(request)


class RequireEdition:
    """Puts the edition in force on the request; without one, answers 503 and says what to do.

    While the database is away the edition that there is goes on being shown, which a header says.
    Only what asks the database, a search, is then answered with 503, too.
    """

    def __init__(self, get_response: GetResponse) -> None:
        """Take what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        if request.path in ALWAYS_ANSWERED:
            return self.get_response(request)
        standing: Standing = request.META.get(STANDING) or edition.current()
        if standing.edition is None:
            return unavailable(request, standing.problem)
        request.edition = standing.edition  # type: ignore[attr-defined]
        response = self.get_response(request)
        if standing.problem:
            response.headers[STALE] = standing.problem
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for a view that could not reach the database."""
        if isinstance(error, DatabaseError):
            return unavailable(request, UNREADABLE, error)
        return None


def unavailable(request: HttpRequest, problem: str, error: Exception | None = None) -> HttpResponse:
    """Answer that something cannot be shown just now, and why; log the error behind it."""
    context = {"problem": problem, "request_id": request_id(request.META)}
    response = render(request, "503.html", context, status=503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    log_unavailable(request, response, problem, error)
    return response
