"""Filters for what pages of this site write again and again."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language_info

register = template.Library()


@register.filter
def dated(value: str) -> str:
    """Return a date of the fixtures in words: ``17 January 2025``, ``June 2025``, ``2025``."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    day = date(*[*parts, 1][:3])
    return date_format(day, "j F Y" if len(parts) == 3 else "F Y")  # noqa: PLR2004


@register.filter
def language_name(code: str) -> str:
    """Return the English name of a language, from its ISO 639-1 code."""
    if code == "zh":  # Django knows only the two scripts
        return "Chinese"
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
