"""Parts of pages that are the same for every request, as long as the edition is.

``{% once article.number %}…{% endonce %}`` renders what stands in it once for each value of its
keys, and writes the same ever after. ``{% once for tick in ticks %}`` does so for each of the
rows, whose ``key`` it asks.

The keys say all that a part depends on besides the edition, and have few values: numbers, slugs,
whether something is so; the texts that the links take along are always one of them. Where one is
``None`` the part is rendered each time; so it is while a selection is in hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString

from articles.edition import Edition, derived
from articles.templatetags.links import carried_by

register = template.Library()

MOST_PARTS: Final = 4_000
"""Parts that are remembered. Some have the site's address among their keys: readers can vary it."""


Place = tuple[Any, ...]
"""The node that a part is of, and its keys."""

Parts = dict[Place, SafeString]


class Keyed(Protocol):
    """A row of which its key says all that its part of the page depends on."""

    @property
    def key(self) -> object:
        """The key; ``None`` for a row that is like no other."""


@derived
def parts(edition: Edition) -> Parts:
    """Return the parts that have been rendered of an edition, by the node and its keys."""
    return {}


def part_of(context: Context, place: Place, render: Callable[[], SafeString]) -> SafeString:
    """Return the part of a page that has a place, rendered now or before."""
    edition = getattr(getattr(context, "request", None), "edition", None)
    along = carried_by(context)
    if edition is None or along.selection or None in place:
        return render()
    rendered, place = parts(edition), (*place, along.texts)
    part = rendered.get(place)
    if part is None:
        part = render()
        if len(rendered) < MOST_PARTS:
            rendered[place] = part
    return part


class OnceNode(Node):
    """A part of a page that is rendered once for each value of its keys."""

    def __init__(self, nodelist: NodeList, keys: Sequence[FilterExpression]) -> None:
        """Take what is to be rendered, and the keys."""
        self.nodelist, self.keys = nodelist, keys

    def render(self, context: Context) -> SafeString:
        """Return the part."""
        place = (self, *(key.resolve(context) for key in self.keys))
        return part_of(context, place, lambda: self.nodelist.render(context))


class OnceForEachNode(Node):
    """A part of a page for each row, which is rendered once for each key of a row."""

    def __init__(self, nodelist: NodeList, name: str, rows: FilterExpression) -> None:
        """Take what is to be rendered, what a row is called there, and the rows."""
        self.nodelist, self.name, self.rows = nodelist, name, rows

    def render(self, context: Context) -> SafeString:
        """Return the parts, one after another."""

        def part(row: Keyed) -> SafeString:
            return part_of(context, (self, row.key), lambda: self.of_row(context, row))

        return SafeString("".join(map(part, self.rows.resolve(context))))

    def of_row(self, context: Context, row: Keyed) -> SafeString:
        """Render the part for a row."""
        with context.push(**{self.name: row}):
            return self.nodelist.render(context)


@register.tag
def once(parser: Parser, token: Token) -> OnceNode | OnceForEachNode:
    """Read ``{% once key … %}`` or ``{% once for row in rows %}``, up to ``{% endonce %}``."""
    _, *bits = token.split_contents()
    nodelist = parser.parse(["endonce"])
    parser.delete_first_token()
    match bits:
        case ["for", name, "in", rows]:
            return OnceForEachNode(nodelist, name, parser.compile_filter(rows))
    return OnceNode(nodelist, [parser.compile_filter(bit) for bit in bits])
