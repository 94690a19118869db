"""Citations in the head of a page, where Zotero and its like read them when it is saved."""

from __future__ import annotations

from typing import Final

from articles import treaty
from articles.citations.entries import AS_TREATY, Entry

Metadata = tuple[tuple[str, str], ...]
"""What ``meta`` elements say: names and contents."""

LEGISLATION: Final = "Legislation"
"""The type of the Bibliographic Ontology that comes into Zotero as a statute."""


def write(entry: Entry) -> Metadata:
    """Return an entry as Zotero's translator "Embedded Metadata" reads it.

    It takes the address from ``og:url``. Without a type here, ``og:type`` makes a web page of it;
    without a contributor, the line that says whose words the page shows is taken for authors. No
    style prints contributors, who would be printed beside a title that names them. A comma ends
    the name of each, so that its last word is not taken for a surname.
    """
    return (
        ("bibo:type", LEGISLATION),
        ("DC.title", entry.title),
        ("DC.date", treaty.SIGNED.isoformat()),
        *(("bib:contributors", f"{party},") for party in treaty.PARTIES),
        ("z:extra", AS_TREATY),
    )
