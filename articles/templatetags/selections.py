"""The links that add what a page shows to a selection."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template import Context

from articles.citations import packet, pinpoints
from articles.exploring.hits import Hit
from articles.selections.carrying import address_with
from articles.selections.page import Entry
from articles.selections.reading import MOST_PLACES
from articles.selections.selection import Selection
from articles.treaty.places import Place

register = template.Library()


@register.inclusion_tag("articles/_selection_add.html", takes_context=True)
def add_to_selection(context: Context, place: Place, anchor: str = "") -> dict[str, object]:
    """Show the link that adds a provision to the selection being made.

    Where none is being made the link begins one, and leads to it. Otherwise the reader stays on
    the page, at ``anchor``, with one place more. What is in the selection already links to it; a
    selection that is full says so on its page.
    """
    selection: Selection = context["selection"]
    address = selection.address_with(place)
    if place in selection.places:
        address = f"{address}#{place.anchor}"
    elif selection and selection.count < MOST_PLACES:
        here = address_with(context["here"], selection.carried_with(place))
        address = f"{here}#{anchor}" if anchor else here
    return {"selection": selection, "place": place, "address": address}


@register.inclusion_tag("articles/_selection_add_hits.html", takes_context=True)
def add_hits_to_selection(context: Context, hits: Iterable[Hit]) -> dict[str, object]:
    """Show the link that puts all that was found in a selection, best first, and leads to it."""
    selection: Selection = context["selection"]
    found = [hit.place for hit in hits]
    new = [place for place in found if place not in selection.places]
    return {"selection": selection, "count": len(new), "address": selection.address_with(*new)}


@register.simple_tag(takes_context=True)
def packet_of_point(context: Context, entry: Entry) -> str:
    """Return what to paste about a point: quotation, citation and short address."""
    [block] = entry.page.layout.blocks
    shown = next(row for row in block.points if row.place == entry.place)
    query = context["texts"].query
    pinpoint = pinpoints.for_block(block, context["site"], query=query, point=entry.place)
    return packet.of_block(block, pinpoint, shown).text
