"""Filters for what pages of this site write again and again."""

from __future__ import annotations

from datetime import date

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.translation import get_language_info

from articles.citations import packet as packets
from articles.citations import pinpoints
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block, ShownPoint

register = template.Library()


@register.filter
def dated(value: str) -> str:
    """Return a date of the fixtures in words: ``17 January 2025``, ``June 2025``, ``2025``."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    day = date(*[*parts, 1][:3])
    return date_format(day, "j F Y" if len(parts) == 3 else "F Y")  # noqa: PLR2004


@register.simple_tag(takes_context=True)
def packet(context: Context, block: Block, shown: ShownPoint | None = None) -> str:
    """Return what to paste about a paragraph or a point: quotation, citation and short address."""
    query, place = context["texts"].query, shown.place if shown else None
    pinpoint = pinpoints.for_block(block, context["site"], query=query, point=place)
    return packets.of_block(block, pinpoint, shown).text


@register.simple_tag(takes_context=True)
def packet_of_article(context: Context, page: ArticlePage) -> str:
    """Return what to paste about an article: quotation, citation and short address."""
    query = context["texts"].query
    pinpoint = pinpoints.for_article(page, context["site"], query=query)
    return packets.of_article(page.layout.blocks, pinpoint).text


@register.filter
def language_name(code: str) -> str:
    """Return the English name of a language, from its ISO 639-1 code."""
    if code == "zh":  # Django knows only the two scripts
        return "Chinese"
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
