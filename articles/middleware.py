"""Keeps a site without data from failing page by page, and says how long pages stay fresh."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from articles.models import DataVersion

if TYPE_CHECKING:
    from treaty_site.middleware import GetResponse

FRESH_SECONDS: Final = 300
"""How long a page may be shown again without asking whether it has changed."""

ALWAYS_ANSWERED: Final = ("/healthz", "/readyz")
"""Addresses that report on the state of the site instead of needing it to be sound."""


def require_data(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the loaded data version on the request; without one, answer 503 and say what to do."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path in ALWAYS_ANSWERED:
            return get_response(request)
        request.data_version, problem = data_version()  # type: ignore[attr-defined]
        if problem:
            return render(request, "503.html", {"problem": problem}, status=503)
        response = get_response(request)
        if response.status_code == HTTPStatus.OK and not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
        return response

    return middleware


def keep_pages(get_response: GetResponse) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer with the page as it was made before, as long as the data is the same.

    Only whole pages without a query string are kept. What such a page shows depends on its
    address, the host among it, and on the data version, and on nothing else.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method != "GET" or request.META.get("QUERY_STRING") or is_by_htmx(request):
            return get_response(request)
        version = getattr(request, "data_version", None)
        if version is None or settings.DEBUG:
            return get_response(request)
        # A load of the same data again is another: its date stands on the page, and no page made
        # while the data changed is ever shown afterwards.
        load = f"{version.digest} {version.loaded_at.isoformat()}"
        key = hashlib.sha256(f"{load} {request.build_absolute_uri()}".encode()).hexdigest()
        page: HttpResponse | None = cache.get(key)
        if page is not None:
            return page
        response = get_response(request)
        if response.status_code == HTTPStatus.OK and isinstance(response, HttpResponse):
            cache.set(key, HttpResponse(response.content, headers=response.headers))
        return response

    return middleware


def is_by_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks, so that a fragment may come back."""
    return "HX-Request" in request.headers


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
