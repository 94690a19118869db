"""Filters for what pages of this site write again and again."""

from __future__ import annotations

from django import template
from django.template import Context

from articles.citations import packet as packets
from articles.citations import pinpoints
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block, ShownPoint
from articles.treaty.phrases import dated, language_name

register = template.Library()
register.filter(dated)
register.filter(language_name)


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
