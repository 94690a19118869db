"""Dossiers: chosen provisions on one page, from the address alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from articles import heads
from articles.article_page import byline
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block
from articles.citations.styles import STYLES
from articles.dossier import MAX_NOTE_LENGTH, Dossier, dossier
from articles.dossier_page import Entry, entries
from articles.dossier_reading import MAX_LENGTH, MOST_PLACES
from articles.exports import catalogue
from articles.exports.catalogue import OF_ANY_PLACE
from articles.forms import TextsForm
from articles.head import Head
from articles.middleware import loaded_version
from articles.notes import Notes
from articles.places import Place
from articles.snapshot import official_texts, snapshot
from articles.structured_data import item_list
from articles.treaty_map import treaty_map
from articles.views import exports
from articles.views.citing import IS_OFFICIAL, NOT_ITS_WORDS
from articles.views.rendering import redirected, show, site_of

CRUMB: Final = ("Make a selection", "/set/")


def sets(request: HttpRequest) -> HttpResponse:
    """Explain what a dossier is; if places are named, lead to their own address.

    One that is being made can be changed there.
    """
    asked = ",".join(filter(None, (request.GET.get(name, "") for name in ("items", "add"))))
    wanted = asked_for(request, asked)
    if wanted.places:
        has_faults = bool(wanted.reading.faults)
        return redirect(wanted.path_as_asked + wanted.query if has_faults else wanted.address)
    if asked:
        return explained(request, wanted, asked)
    made = asked_for(request, request.GET.get("set", ""))
    return explained(request, made, made.items)


def explained(request: HttpRequest, wanted: Dossier, asked: str = "") -> HttpResponse:
    """Answer with the page that explains dossiers, and with what could not be understood."""
    shared = snapshot(loaded_version(request).digest)
    context = {
        "dossier": wanted,
        "asked": asked[:MAX_LENGTH],
        "most": MOST_PLACES,
        "max_length": MAX_LENGTH,
        "max_note": MAX_NOTE_LENGTH,
        "treaty_map": treaty_map(
            shared.map_articles, address=lambda number: wanted.address_with(Place(number))
        ),
    }
    head = replace(heads.of_single("sets"), is_indexed=not asked)
    return show(request, "articles/dossiers.html", head, context)


def read_set(request: HttpRequest, items: str) -> HttpResponse:
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
        return exports.negotiated(request, exports.of_dossier(request, wanted), form)
    texts, notes = texts_form(request), Notes()
    shown = list(entries(wanted, texts, notes))
    context = {
        "entries": shown,
        "notes": notes,
        "texts": texts,
        "byline": byline(is_official=bool(texts.chosen)),
        "max_note": MAX_NOTE_LENGTH,
        "files": [(row, wanted.export_address(row.suffix) + texts.query) for row in OF_ANY_PLACE],
    }
    head = head_of(wanted, shown, texts)
    response = show(request, "articles/dossier.html", head, context, wanted)
    patch_vary_headers(response, ["Accept"])
    return response


def cite_set(request: HttpRequest, items: str) -> HttpResponse:
    """Show the citation of every place of a dossier, all in one style."""
    wanted = asked_for(request, items)
    if not wanted.places:
        return redirect(wanted.path_as_asked if wanted.reading.spelling else reverse("sets"))
    if is_spelt_otherwise(wanted, items):
        return redirected(request, f"{wanted.path}cite/")
    slug = request.GET.get("style", "")
    style = next((row for row in STYLES if row.slug == slug), STYLES[0])
    texts = texts_form(request)
    shown = list(entries(wanted, texts, Notes()))
    pinpoints = [pinpoint_of(entry, site_of(request), texts.query) for entry in shown]
    citations = [style.write(pinpoint) for pinpoint in pinpoints]
    own = [row for row in pinpoints if not row.is_official]
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
        "cautions": [NOT_ITS_WORDS] * bool(own) + [IS_OFFICIAL] * (len(own) < len(pinpoints)),
    }
    head = Head(
        f"Cite {wanted.name}",
        f"{wanted.name} of the Iran–Russia treaty of 2025, cited in one style: {style.name}.",
        f"{wanted.path}cite/",
        crumbs=(CRUMB, (f"Selection: {wanted.name}", wanted.address)),
        is_indexed=False,
    )
    return show(request, "articles/dossier_cite.html", head, context, wanted)


def pinpoint_of(entry: Entry, site: str, query: str) -> Pinpoint:
    """Return what to cite of a place, as its own page would have it cited."""
    today, blocks = timezone.now().date(), entry.page.layout.blocks
    if entry.place.paragraph and blocks:
        return for_block(blocks[0], site, today, query, entry.place)
    return replace(for_article(entry.page, site, today, query), place=entry.place)


def asked_for(request: HttpRequest, items: str) -> Dossier:
    """Return the dossier that a text names, with the note and texts of the query string."""
    digest = loaded_version(request).digest
    return dossier(items, request.GET, digest, texts_form(request).value)


def is_spelt_otherwise(wanted: Dossier, items: str) -> bool:
    """Whether all was understood, but is to be written in another way."""
    return not wanted.reading.faults and wanted.items != items


def texts_form(request: HttpRequest) -> TextsForm:
    """Return which official texts to show."""
    return TextsForm.read(request.GET, official_texts(loaded_version(request).digest))


def head_of(wanted: Dossier, shown: Iterable[Entry], texts: TextsForm) -> Head:
    """Return the head of a dossier's page, given its entries; the note is no part of it."""
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
            (wanted.export_address(row.suffix), row.media_type) for row in OF_ANY_PLACE
        ),
    )
