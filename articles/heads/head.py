"""What stands in the head of a page, and what programs read there: one source for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from articles import treaty
from articles.cards import SITE_CARD
from articles.citations.embedded import Metadata
from articles.exports.catalogue import FORMATS

TITLE: Final = f"{{}} — {treaty.SHORT_TITLE}"

Crumb = tuple[str, str]
"""A page above this one: what it is called, and its path."""

CITATIONS: Final = frozenset(row.media_type for row in FORMATS if row.is_citation)


@dataclass(frozen=True)
class Head:
    """What a page says of itself, to readers, search engines and chats.

    ``path`` is its address without the site; ``canonical`` that of the page it is a part or
    another view of. ``kind`` is its type in schema.org, and ``entity`` what it is about, one
    thing or several, as JSON-LD in which addresses may be paths. ``crumbs`` are the pages above
    it, ``cards`` the names of its picture and of those to take instead where there is none,
    ``alternates`` the same content as data: media types by address, ``translations`` the pages
    that have it in other languages: addresses by language, and ``metadata`` what reference
    managers read when they save it.
    """

    title: str
    description: str
    path: str
    canonical: str = ""
    kind: str = "WebPage"
    crumbs: tuple[Crumb, ...] = ()
    cards: tuple[str, ...] = (SITE_CARD,)
    is_indexed: bool = True
    entity: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    metadata: Metadata = ()

    @property
    def full_title(self) -> str:
        """The title with the site's name."""
        return TITLE.format(self.title)

    @property
    def canonical_path(self) -> str:
        """The path of the address that search engines are to keep."""
        return self.canonical or self.path

    @property
    def citation_files(self) -> list[tuple[str, str]]:
        """Those of the alternates that are for reference managers."""
        return [row for row in self.alternates if row[1] in CITATIONS]
