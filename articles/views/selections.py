"""Selections: chosen provisions on one page, from the address alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from articles import heads
from articles.citations import embedded, pinpoints
from articles.citations.styles import STYLES
from articles.exports import catalogue
from articles.exports.catalogue import OF_ANY_PLACE
from articles.exports.extract import Extract
from articles.exports.formats import citations
from articles.heads.head import Head
from articles.heads.structured_data import item_list
from articles.reading.article_page import byline
from articles.reading.contents import contents
from articles.reading.notes import Notes
from articles.reading.texts import TextsForm
from articles.selections.page import Entry, entries
from articles.selections.reading import MAX_LENGTH, MOST_PLACES
from articles.selections.selection import MAX_NOTE_LENGTH, Selection, selection
from articles.views import exports
from articles.views.citing import CAUTIONS
from articles.views.rendering import redirected, show, site_of
from articles.views.requests import Request, texts_form

LOST_QUERY: Final = re.compile(r"(?:[?#]|&[\w-]+=).*", re.DOTALL)

CRUMB: Final = ("Make a selection", "/set/")


def sets(request: Request) -> HttpResponse:
    """Explain what a selection is; if places are named, lead to their own address.

    One that is being made can be changed there.
    """
    named = request.GET.getlist("items") + request.GET.getlist("add")
    asked = ",".join(filter(None, named))
    wanted = asked_for(request, asked)
    if wanted.places:
        has_faults = bool(wanted.reading.faults)
        return redirect(wanted.path_as_asked + wanted.query if has_faults else wanted.address)
    if asked:
        return explained(request, wanted, asked)
    made = asked_for(request, request.GET.get("set", ""))
    return explained(request, made, made.items)


def explained(request: Request, wanted: Selection, asked: str = "") -> HttpResponse:
    """Answer with the page that explains selections, and with what could not be understood."""
    context = {
        "selection": wanted,
        "asked": asked[:MAX_LENGTH],
        "most": MOST_PLACES,
        "max_length": MAX_LENGTH,
        "max_note": MAX_NOTE_LENGTH,
        "contents": contents(request.edition),
    }
    head = replace(heads.of_single("sets"), is_indexed=not asked)
    return show(request, "articles/selections.html", head, context)


def read_set(request: Request, items: str) -> HttpResponse:
    """Show the places that the address names, in its order, and explain what is wrong with it."""
    wanted = asked_for(request, items)
    if not wanted.places:
        response = explained(request, wanted, items)
        response.status_code = HTTPStatus.NOT_FOUND
        return response
    if is_spelt_otherwise(wanted, items):
        return redirected(request, wanted.path)
    form = catalogue.preferred(request)
    if form:
        return exports.negotiated(request, exports.of_selection(request, wanted), form)
    texts, notes = texts_form(request), Notes()
    shown = list(entries(wanted, texts, notes, request.edition))
    context = {
        "entries": shown,
        "notes": notes,
        "texts": texts,
        "byline": byline(is_official=bool(texts.chosen)),
        "max_note": MAX_NOTE_LENGTH,
        "files": [(row, wanted.export_address(row.suffix) + texts.query) for row in OF_ANY_PLACE],
    }
    head = head_of(wanted, shown, texts, exports.of_selection(request, wanted))
    response = show(request, "articles/selection.html", head, context, wanted)
    patch_vary_headers(response, ["Accept"])
    return response


def cite_set(request: Request, items: str) -> HttpResponse:
    """Show the citation of every place of a selection, all in one style."""
    wanted = asked_for(request, items)
    if not wanted.places:
        return redirect(wanted.path_as_asked if wanted.reading.spelling else reverse("sets"))
    if is_spelt_otherwise(wanted, items):
        return redirected(request, f"{wanted.path}cite/")
    slug = request.GET.get("style", "")
    style = next((row for row in STYLES if row.slug == slug), STYLES[0])
    texts = texts_form(request)
    shown = list(entries(wanted, texts, Notes(), request.edition))
    site, today = site_of(request), timezone.now().date()
    cited = [pinpoints.of(row.page, row.place, site, texts.query, today) for row in shown]
    citations = [style.write(pinpoint) for pinpoint in cited]
    context = {
        "texts": texts,
        "style": style,
        "styles": STYLES,
        "cited": list(zip(shown, citations, strict=True)),
        "all_cited": "\n".join(citation.text for citation in citations),
        "files": [
            (row, wanted.export_address(row.suffix) + texts.query)
            for row in OF_ANY_PLACE
            if row.is_citation
        ],
        "cautions": [
            CAUTIONS[is_official] for is_official in sorted({row.is_official for row in cited})
        ],
    }
    head = Head(
        f"Cite {wanted.name}",
        f"{wanted.name} of the Iran–Russia treaty of 2025, cited in one style: {style.name}.",
        f"{wanted.path}cite/",
        crumbs=(CRUMB, (f"Selection: {wanted.name}", wanted.address)),
        is_indexed=False,
    )
    return show(request, "articles/selection_cite.html", head, context, wanted)


def asked_for(request: Request, items: str) -> Selection:
    """Return the selection that a text names, with the note and texts of the query string.

    What an address has lost the question mark of names nothing.
    """
    items = LOST_QUERY.sub("", items)
    return selection(items, request.GET, request.edition, texts_form(request).value)


def is_spelt_otherwise(wanted: Selection, items: str) -> bool:
    """Whether all was understood, but is to be written in another way."""
    return not wanted.reading.faults and wanted.items != items


def head_of(wanted: Selection, shown: Iterable[Entry], texts: TextsForm, extract: Extract) -> Head:
    """Return the head of a selection's page, given its entries and what can be downloaded of it.

    The note is no part of it.
    """
    return Head(
        title=f"Selection: {wanted.name}",
        description=(
            f"{wanted.name} of the Iran–Russia treaty of 2025 on one page, selected by the person "
            "who made this link."
        ),
        path=wanted.path,
        kind="CollectionPage",
        crumbs=(CRUMB,),
        entity=item_list((row.heading, row.place.url + texts.query) for row in shown),
        is_indexed=False,
        alternates=tuple(
            (wanted.export_address(row.suffix) + texts.query, row.media_type)
            for row in OF_ANY_PLACE
        ),
        metadata=embedded.write(citations.entry(extract)),
    )
