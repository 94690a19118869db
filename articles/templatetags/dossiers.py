"""The links that add what a page shows to a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template import Context

from articles.carrying import address_with
from articles.citations import packet, pinpoints
from articles.dossier import Dossier
from articles.dossier_page import Entry
from articles.dossier_reading import MOST_PLACES
from articles.hits import Hit
from articles.places import Place

register = template.Library()


@register.inclusion_tag("articles/_dossier_add.html", takes_context=True)
def add_to_dossier(context: Context, place: Place, anchor: str = "") -> dict[str, object]:
    """Show the link that adds a provision to the dossier being made.

    Where none is being made the link begins one, and leads to it. Otherwise the reader stays on
    the page, at ``anchor``, with one place more. What is in the dossier already links to it; a
    dossier that is full says so on its page.
    """
    dossier: Dossier = context["dossier"]
    address = dossier.address_with(place)
    if place in dossier.places:
        address = f"{address}#{place.anchor}"
    elif dossier and dossier.count < MOST_PLACES:
        here = address_with(context["here"], dossier.carried_with(place))
        address = f"{here}#{anchor}" if anchor else here
    return {"dossier": dossier, "place": place, "address": address}


@register.inclusion_tag("articles/_dossier_add_hits.html", takes_context=True)
def add_hits_to_dossier(context: Context, hits: Iterable[Hit]) -> dict[str, object]:
    """Show the link that puts all that was found in a dossier, best first, and leads to it."""
    dossier: Dossier = context["dossier"]
    found = [hit.place for hit in hits]
    new = [place for place in found if place not in dossier.places]
    return {"dossier": dossier, "count": len(new), "address": dossier.address_with(*new)}


@register.simple_tag(takes_context=True)
def packet_of_point(context: Context, entry: Entry) -> str:
    """Return what to paste about a point: quotation, citation and short address."""
    [block] = entry.page.layout.blocks
    shown = next(row for row in block.points if row.place == entry.place)
    query = context["texts"].query
    pinpoint = pinpoints.for_block(block, context["site"], query=query, point=entry.place)
    return packet.of_block(block, pinpoint, shown).text
