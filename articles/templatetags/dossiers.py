"""The link that adds what a page shows to a dossier."""

from __future__ import annotations

from django import template

from articles.dossier import Dossier
from articles.places import Place

register = template.Library()


@register.inclusion_tag("articles/_dossier_add.html")
def add_to_dossier(
    dossier: Dossier, article: int, paragraph: int | None = None
) -> dict[str, object]:
    """Show the link that adds an article, or a paragraph of it, to the dossier being made.

    Where none is being made, that is one without places, the link begins one.
    """
    place = Place(article, paragraph or None)
    return {"dossier": dossier, "place": place, "address": dossier.address_with(place)}
