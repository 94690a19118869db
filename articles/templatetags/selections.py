"""The links that add what a page shows to a selection."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template import Context

from articles.exploring.hits import Hit
from articles.selections.carrying import address_with
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
    address, text = selection.address_with(place), "Add"
    if place in selection.places:
        address, text = f"{address}#{place.anchor}", "Added"
    elif selection:
        text = f"{text} ({selection.count})"
        if selection.count < MOST_PLACES:
            here = address_with(context["here"], selection.carried_with(place))
            address = f"{here}#{anchor}" if anchor else here
    return {"address": address, "text": text, "place": place}


@register.inclusion_tag("articles/_selection_add_hits.html", takes_context=True)
def add_hits_to_selection(context: Context, hits: Iterable[Hit]) -> dict[str, object]:
    """Show the link that puts all that was found in a selection, best first, and leads to it."""
    selection: Selection = context["selection"]
    new = [hit.place for hit in hits if hit.place not in selection.places]
    what = "this provision" if len(new) == 1 else f"these {len(new)} provisions"
    text = f"Add {what} to {'your' if selection else 'a'} selection" if new else ""
    return {"address": selection.address_with(*new), "text": text}
