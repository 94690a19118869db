"""Renders a page with its head: the one way in which views answer with HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote_from_bytes

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes

from articles.heads import structured_data
from articles.heads.head import Head
from articles.selections.carrying import Carried
from articles.selections.selection import Selection, being_made
from articles.treaty.addresses import query_string
from articles.views.requests import Request, texts_form

QUERY_LETTERS: Final = "!$&'()*+,-./:;=?@_~%"
"""What may stand in a query string as it is (RFC 3986, 3.4); ``%`` stands there for others."""

LONGEST_QUERY: Final = 5_000
"""Bytes of a query string that an address leads on with; Django's own limit is three times that."""

LONGEST_SHOWN: Final = 90
"""Characters of an address at the foot of a sheet."""


def show(
    request: Request,
    template: str,
    head: Head,
    context: Mapping[str, Any] | None = None,
    shown: Selection | None = None,
) -> HttpResponse:
    """Answer with a page.

    ``shown`` is the selection that the page shows, if it shows one. Templates find what the head
    says under ``head``, the site's address under ``site``, the page's picture under ``card`` and
    the JSON-LD under ``structured_data``.
    """
    site = site_of(request)
    pictures = request.edition.cards
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
    request: Request,
    template: str,
    context: Mapping[str, Any],
    shown: Selection | None = None,
) -> HttpResponse:
    """Answer with a page, or a part of one, whose links take along what the reader has chosen.

    They are the texts to show and the selection that is in hand. That is the one that is
    ``shown``, or else the one being made. Templates find it under ``selection``, and under
    ``being_made`` if it is not on this page; under ``here`` the path and query of the page without
    what is being made, under ``short_here`` as a sheet has room for it.
    """
    made = Selection() if shown else being_made(request.GET, request.edition)
    selection, address = shown or made, here(request, made)
    texts = texts_form(request).value
    chosen = (("lang", texts),) if texts else ()
    request.carried = Carried(selection.carried, request.path, chosen)
    return render(
        request,
        template,
        {
            "selection": selection,
            "being_made": made,
            "here": address,
            "short_here": shortened(address),
            **context,
        },
    )


def here(request: Request, made: Selection) -> str:
    """Return the address of what is asked for, without site and without a selection being made."""
    if not made:
        return request.get_full_path()
    path = escape_leading_slashes(escape_uri_path(request.path))
    return path + without(request.GET, "set", "note")


def shortened(address: str) -> str:
    """Return an address, or its beginning if it is long."""
    return address if len(address) <= LONGEST_SHOWN else f"{address[: LONGEST_SHOWN - 1]}…"


def site_of(request: HttpRequest) -> str:
    """Return the address of the site, without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def redirected(request: Request, address: str) -> HttpResponse:
    """Lead to an address for good; the query string comes along, as an address can hold it.

    If the address has one itself, it follows that; a fragment stays at the end. A query string
    longer than any that is read here is left behind.
    """
    raw = request.META.get("QUERY_STRING", "").encode("latin-1")  # bytes, as WSGI has them
    raw = raw if len(raw) <= LONGEST_QUERY else b""
    path, mark, fragment = address.partition("#")
    path, _, own = path.partition("?")
    query = "&".join(filter(None, (own, quote_from_bytes(raw, safe=QUERY_LETTERS))))
    return HttpResponsePermanentRedirect(f"{path}{f'?{query}' if query else ''}{mark}{fragment}")


def without(data: QueryDict, *names: str) -> str:
    """Return a query string without the values of some names."""
    kept = [(name, value) for name, values in data.lists() for value in values]
    return query_string(pair for pair in kept if pair[0] not in names)
