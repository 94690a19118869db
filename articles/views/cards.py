"""The pictures that chats show beside a link to a page."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control

from articles.views.missing import NoSuchPage
from articles.views.requests import Request

YEAR: Final = 365 * 24 * 60 * 60
"""Seconds for which a picture may be kept: its address changes with its content."""

HOUR: Final = 60 * 60
"""Seconds for which may be kept where a picture is that has changed."""


def card(request: Request, name: str, digest: str) -> HttpResponse:
    """Answer with a card; the address of an older picture leads to that of today."""
    found = request.edition.cards.get(name)
    if found is None:
        raise NoSuchPage("There is no preview card of this name.")
    response: HttpResponse
    if found.digest.startswith(digest):
        response = HttpResponse(bytes(found.png), content_type="image/png")
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
        # Chats and other sites may show it beside a link to this one.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    else:
        response = redirect(found)
        patch_cache_control(response, public=True, max_age=HOUR)
    return response
