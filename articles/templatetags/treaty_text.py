"""Filters for what pages of this site write again and again."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html

from articles.citations import packet, pinpoints
from articles.citations.mistakes import letter_about
from articles.models import markup
from articles.reading.article_page import ArticlePage
from articles.treaty.phrases import dated, language_name
from articles.treaty.places import Place
from articles.views.requests import Request

register = template.Library()
register.filter(dated)
register.filter(language_name)
register.filter(packet.whose)


@register.filter
def copied_after(html: str, number: str) -> str:
    """Put a number before the words, where they are copied: on the page it is in the margin."""
    if not number:
        return html
    copied = format_html('<span class="copied-number" aria-hidden="true">{} </span>', number)
    return markup.prepend_inline(html, copied)


@register.inclusion_tag("articles/_link_and_cite.html", takes_context=True)
def link_and_cite(context: Context, page: ArticlePage, place: Place, name: str) -> dict[str, Any]:
    """Show the controls that copy a link to a provision, and quotation, citation and link.

    Where whoever runs the site can be reached there is a link that reports a mistake, too.

    ``page`` shows the provision, and ``name`` is what sentences of the page call it.
    """
    pinpoint = pinpoints.of(page, place, context["site"], context["texts"].query)
    request: Request = context.request  # type: ignore[attr-defined]  # also in a part by itself
    return {
        "pinpoint": pinpoint,
        "packet": packet.of(pinpoint, page),
        "name": name,
        "mistake": letter_about(place, pinpoint, request.edition.version.short),
    }
