"""Renders a page with its head: the one way in which views answer with HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from articles import structured_data
from articles.head import Head
from articles.middleware import loaded_version
from articles.snapshot import cards


def show(
    request: HttpRequest, template: str, head: Head, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Answer with a page.

    Templates find what the head says under ``head``, the site's address under ``site``, the
    page's picture under ``card`` and the JSON-LD under ``structured_data``.
    """
    site = site_of(request)
    pictures = cards(loaded_version(request).digest)
    card = next((pictures[name] for name in head.cards if name in pictures), None)
    data = structured_data.of_page(head, site, card.get_absolute_url() if card else "")
    response = render(
        request,
        template,
        {
            **(context or {}),
            "head": head,
            "site": site,
            "card": card,
            "structured_data": structured_data.as_script(data),
        },
    )
    if head.alternates:
        response.headers["Link"] = ", ".join(
            f'<{site}{address}>; rel="alternate"; type="{media_type}"'
            for address, media_type in head.alternates
        )
    return response


def site_of(request: HttpRequest) -> str:
    """Return the address of the site, without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def redirected(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to an address for good; the query string comes along."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
