"""How the links of a page take along the selection that is in hand, and the texts chosen.

Templates write links with the tags of ``links``, which ask ``Carried`` for the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from articles.treaty.addresses import Pairs, query_string

SETS: Final = "/set/"
"""The page that begins selections; below it, an address holds a selection of its own."""

NO_ROBOTS: Final = "nofollow"
"""What tells robots not to follow: there are as many addresses as there are selections."""


@dataclass(frozen=True)
class Carried:
    """What the links of a page take along, and the path of that page.

    ``selection`` has the pairs of a query string that are as many as readers think up, ``texts``
    the one of the official texts to show.
    """

    selection: Pairs = ()
    here: str = "/"
    texts: Pairs = ()

    @property
    def pairs(self) -> Pairs:
        """All that is taken along."""
        return (*self.texts, *self.selection)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def link(self, address: str, rel: str = "") -> tuple[str, str]:
        """Return the address that takes along what it has not yet, and what the link then is.

        A selection's own address says already which places are in it.
        """
        path, _, query = address.partition("#")[0].partition("?")
        path = path or self.here
        given = set(parse_qs(query, keep_blank_values=True))
        if path != SETS and path.startswith(SETS):
            given.add("set")
        wanted = tuple(pair for pair in self.pairs if pair[0] not in given)
        if not wanted:
            return address, rel
        is_selection = any(pair in self.selection for pair in wanted)
        return address_with(address, wanted), f"{NO_ROBOTS * is_selection} {rel}".strip()


NOTHING: Final = Carried()


def address_with(address: str, pairs: Pairs) -> str:
    """Return an address that takes the pairs along, before its anchor if it has one."""
    page, mark, anchor = address.partition("#")
    query = query_string(pairs)
    return page + (query.replace("?", "&", 1) if "?" in page else query) + mark + anchor
