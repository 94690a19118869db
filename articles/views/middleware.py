"""Keeps a site without data from failing page by page, and keeps pages once they are made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Final, TypeGuard

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from articles import edition
from articles.edition import Edition
from articles.exports import catalogue
from articles.models import DataVersion
from treaty_site import codings
from treaty_site.middleware import READING, GetResponse, may_be_kept

ALWAYS_ANSWERED: Final = ("/healthz", "/readyz", "/.well-known/security.txt")
"""Addresses that need no data: they report on the state of the site, or say whom to tell of it."""

STALE: Final = "Edition-Problem"
"""The header that says why the edition shown may not be the latest."""

PAGE: Final = "page"

HTMX_HEADERS: Final = ("HX-Request", "HX-Target")
"""The headers by any of which views know that a fragment is asked for."""

MOST_BYTES: Final = 160 * 1024
"""The size of the largest answer that is kept, as it is sent: the longest page in ``br`` fits."""


def require_edition(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the edition in force on the request; without one, answer 503 and say what to do.

    While the database is away the edition that there is goes on being shown, which a header says.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path in ALWAYS_ANSWERED:
            return get_response(request)
        standing = edition.current()
        if standing.edition is None:
            return render(request, "503.html", {"problem": standing.problem}, status=503)
        request.edition = standing.edition  # type: ignore[attr-defined]
        response = get_response(request)
        if standing.problem:
            response.headers[STALE] = standing.problem
        return response

    return middleware


def keep_pages(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer with the page as it was made and compressed before, as long as nothing changed.

    Only whole answers in text without a query string are kept, each as it is sent. What they hold
    depends on what ``key_of`` names, and on nothing else.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        loaded: Edition | None = getattr(request, "edition", None)
        if loaded is None or settings.DEBUG or not is_for_a_page(request):
            return get_response(request)
        key = key_of(request, loaded.version)
        kept: tuple[bytes, dict[str, str]] | None = cache.get(key)
        if kept is not None:
            return HttpResponse(kept[0], headers=kept[1])
        response = get_response(request)
        if request.method == "GET" and is_worth_keeping(response):
            cache.set(key, (response.content, dict(response.headers)))
        return response

    return middleware


def is_for_a_page(request: HttpRequest) -> bool:
    """Whether the answer depends on the address and what else ``key_of`` names, and only on it."""
    has_query = bool(request.META.get("QUERY_STRING"))
    return request.method in READING and not has_query and not is_by_htmx(request)


def is_worth_keeping(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether an answer is a page or data of some size: an image needs no making."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and may_be_kept(response)
        and codings.is_text(response)
        and len(response.content) <= MOST_BYTES
    )


def key_of(request: HttpRequest, version: DataVersion) -> str:
    """Return the key of an answer: data, day, representation, coding and absolute address.

    A load of the same data again is another: its date stands on the page, and no page made while
    the data changed is ever shown afterwards. Today's date stands in citations.
    """
    parts = (
        version.digest,
        version.loaded_at.isoformat(),
        timezone.now().date().isoformat(),
        representation(request),
        codings.preferred(request),
        request.build_absolute_uri(),
    )
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def representation(request: HttpRequest) -> str:
    """Return what tells apart the representations between which ``Accept`` chooses.

    That is the form that it asks for, or the page: there are as many as forms, however many
    ways there are to ask for them, so that no flood of odd wishes drives out what is kept.
    """
    form = catalogue.preferred(request)
    return form.suffix if form else PAGE


def is_by_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks, or somebody who says what it says, so that a fragment may come back."""
    return any(name in request.headers for name in HTMX_HEADERS)
