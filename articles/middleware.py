"""Keeps a site without data from failing page by page, and keeps pages once they are made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Final, TypeGuard

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from articles.exports import catalogue
from articles.models import DataVersion
from treaty_site import codings
from treaty_site.middleware import READING, GetResponse, may_be_kept

ALWAYS_ANSWERED: Final = ("/healthz", "/readyz", "/.well-known/security.txt")
"""Addresses that need no data: they report on the state of the site, or say whom to tell of it."""

PAGE: Final = "page"

HTMX_HEADERS: Final = ("HX-Request", "HX-Target")
"""The headers by any of which views know that a fragment is asked for."""

MOST_BYTES: Final = 160 * 1024
"""The size of the largest answer that is kept, as it is sent: the longest page in ``br`` fits."""


def require_data(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the loaded data version on the request; without one, answer 503 and say what to do."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path in ALWAYS_ANSWERED:
            return get_response(request)
        request.data_version, problem = data_version()  # type: ignore[attr-defined]
        if problem:
            return render(request, "503.html", {"problem": problem}, status=503)
        return get_response(request)

    return middleware


def keep_pages(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer with the page as it was made and compressed before, as long as nothing changed.

    Only whole answers in text without a query string are kept, each as it is sent. What they hold
    depends on what ``key_of`` names, and on nothing else.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        version = getattr(request, "data_version", None)
        if version is None or settings.DEBUG or not is_for_a_page(request):
            return get_response(request)
        key = key_of(request, version)
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


def loaded_version(request: HttpRequest) -> DataVersion:
    """Return the data version that ``require_data`` found for the request."""
    version: DataVersion = request.data_version  # type: ignore[attr-defined]
    return version


def data_version() -> tuple[DataVersion | None, str]:
    """Return the data version that is loaded, or ``None`` and what is wrong."""
    try:
        version = DataVersion.objects.current()
    except DatabaseError:
        return None, "The database cannot be read. It may be out of reach or not set up."
    if version is None:
        return None, "The treaty has not been loaded into the database."
    return version, ""
