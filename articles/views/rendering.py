"""Renders a page with its head: the one way in which views answer with HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote_from_bytes

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes

from articles import structured_data
from articles.carrying import carrying
from articles.dossier import Dossier, being_made
from articles.forms import without
from articles.head import Head
from articles.middleware import loaded_version
from articles.snapshot import cards

QUERY_LETTERS: Final = "!$&'()*+,-./:;=?@_~%"
"""What may stand in a query string as it is (RFC 3986, 3.4); ``%`` stands there for others."""


def show(
    request: HttpRequest,
    template: str,
    head: Head,
    context: Mapping[str, Any] | None = None,
    shown: Dossier | None = None,
) -> HttpResponse:
    """Answer with a page.

    ``shown`` is the dossier that the page shows, if it shows one. Templates find what the head
    says under ``head``, the site's address under ``site``, the page's picture under ``card`` and
    the JSON-LD under ``structured_data``.
    """
    site = site_of(request)
    pictures = cards(loaded_version(request).digest)
    card = next((pictures[name] for name in head.cards if name in pictures), None)
    data = structured_data.of_page(head, site, card.get_absolute_url() if card else "")
    response = show_part(
        request,
        template,
        {
            **(context or {}),
            "head": head,
            "site": site,
            "card": card,
            "structured_data": structured_data.as_script(data),
        },
        shown,
    )
    if head.alternates:
        response.headers["Link"] = ", ".join(
            f'<{site}{address}>; rel="alternate"; type="{media_type}"'
            for address, media_type in head.alternates
        )
    return response


def show_part(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    shown: Dossier | None = None,
) -> HttpResponse:
    """Answer with a page, or a part of one, whose links take along the dossier that is in hand.

    That is the one that is ``shown``, or else the one being made. Templates find it under
    ``dossier``, and under ``being_made`` if it is not on this page; under ``here`` the path and
    query of the page without what is being made.
    """
    made = Dossier() if shown else being_made(request.GET, loaded_version(request).digest)
    dossier = shown or made
    response = render(
        request,
        template,
        {"dossier": dossier, "being_made": made, "here": here(request, made), **context},
    )
    if dossier:
        page = carrying(response.content.decode(), dossier.carried, request.path)
        response.content = page.encode()
    return response


def here(request: HttpRequest, made: Dossier) -> str:
    """Return the address of what is asked for, without site and without a dossier being made."""
    if not made:
        return request.get_full_path()
    path = escape_leading_slashes(escape_uri_path(request.path))
    return path + without(request.GET, "set", "note")


def site_of(request: HttpRequest) -> str:
    """Return the address of the site, without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def redirected(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to an address for good; the query string comes along, as an address can hold it."""
    raw = request.META.get("QUERY_STRING", "").encode("latin-1")  # bytes, as WSGI has them
    query = quote_from_bytes(raw, safe=QUERY_LETTERS)
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
