"""Filters for what pages of this site write again and again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.translation import get_language_info

from articles.citations import packet, pinpoints
from articles.reading.article_page import ArticlePage
from articles.treaty.places import Place

register = template.Library()


@register.filter
def dated(value: str, before: str = "") -> str:
    """Return a date of the fixtures in words: ``17 January 2025``, ``June 2025``, ``2025``.

    What stands ``before`` it does so only if there is a date.
    """
    if not value:
        return ""
    parts = [int(part) for part in value.split("-")]
    day = date(*[*parts, 1, 1][:3])
    return before + date_format(day, ("Y", "F Y", "j F Y")[len(parts) - 1])


@register.inclusion_tag("articles/_link_and_cite.html", takes_context=True)
def link_and_cite(context: Context, page: ArticlePage, place: Place, name: str) -> dict[str, Any]:
    """Show the controls that copy a link to a provision, and quotation, citation and link.

    ``page`` shows the provision, and ``name`` is what sentences of the page call it.
    """
    pinpoint = pinpoints.of(page, place, context["site"], context["texts"].query)
    return {"pinpoint": pinpoint, "packet": packet.of(pinpoint, page).text, "name": name}


@register.filter
def language_name(code: str) -> str:
    """Return the English name of a language, from its ISO 639-1 code."""
    if code == "zh":  # Django knows only the two scripts
        return "Chinese"
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
