"""The links of this site's pages, which take along the selection that is being made.

``{% to place.url texts.query %}`` writes ``href="…"`` of a page of this site; ``{% to_page
'sources' '#loaded' %}`` does so by the name of an address; ``{% carried %}`` stands in forms. A
link with a plain ``href`` takes nothing along: files, other sites, places on the same page, and
permalinks, since whoever copies one wants nothing but the place.
"""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.template import Context, Node
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from articles.selections.carrying import NOTHING, Carried
from articles.treaty.addresses import page_url

register = template.Library()


def carried_by(context: Context) -> Carried:
    """Return what the links of the page take along, also in a part that is given nothing else."""
    along: Carried = getattr(getattr(context, "request", None), "carried", NOTHING)
    return along


class LinkNode(Node):
    """A link to an address that consists of parts; the first may be the name of one."""

    def __init__(
        self, parts: Sequence[FilterExpression], rel: FilterExpression | None, *, is_named: bool
    ) -> None:
        """Take the parts of the address, and what else the link is."""
        self.parts, self.rel, self.is_named = parts, rel, is_named

    def render(self, context: Context) -> SafeString:
        """Return the attributes of the link."""
        parts = [str(part.resolve(context)) for part in self.parts]
        if self.is_named:
            parts[0] = page_url(parts[0])
        address = "".join(parts)
        rel = str(self.rel.resolve(context)) if self.rel else ""
        along = carried_by(context)
        if along:
            address, rel = along.link(address, rel)
        return SafeString(
            f'href="{conditional_escape(address)}"'
            + (f' rel="{conditional_escape(rel)}"' if rel else "")
        )


def link(parser: Parser, token: Token) -> LinkNode:
    """Read ``{% to part … rel="prev" %}`` or ``{% to_page "name" part … %}``."""
    name, *bits = token.split_contents()
    rel = next((bit.removeprefix("rel=") for bit in bits if bit.startswith("rel=")), None)
    parts = [parser.compile_filter(bit) for bit in bits if not bit.startswith("rel=")]
    if not parts:
        raise template.TemplateSyntaxError(f"{name} needs an address")
    return LinkNode(parts, parser.compile_filter(rel) if rel else None, is_named=name == "to_page")


register.tag("to", link)
register.tag("to_page", link)


@register.simple_tag(takes_context=True)
def address_to(context: Context, name: str) -> str:
    """Return the address of a page by its name, for what is no link."""
    return carried_by(context).link(page_url(name))[0]


@register.simple_tag(takes_context=True)
def carried(context: Context) -> SafeString:
    """Return hidden fields by which a form takes along what links do."""
    return format_html_join(
        "", '<input type="hidden" name="{}" value="{}">', carried_by(context).pairs
    )
