"""How elements of Akoma Ntoso are made and set out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from articles.exports.formats.xml_text import legal

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SCHEMA: Final = "https://schema.org/"
PREFIXES: Final[dict[str | None, str]] = {
    None: NAMESPACE,
    "dcterms": DCTERMS,
    "rdf": RDF,
    "schema": SCHEMA,
}
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

LINES: Final = frozenset({"p", "num", "heading", "subheading", "li"})
"""Elements of words, in which white space may not be added."""

Child = str | etree._Element


def element(
    tag: str,
    /,
    *children: Child,
    attributes: Mapping[str, str] | None = None,
    **named: str,
) -> etree._Element:
    """Return an element of Akoma Ntoso, or of another vocabulary if ``tag`` is ``{namespace}name``.

    Strings among the children are its words. ``attributes`` are those whose names Python cannot
    write.
    """
    qualified = tag if tag.startswith("{") else f"{{{NAMESPACE}}}{tag}"
    made = etree.Element(qualified, nsmap=PREFIXES)  # type: ignore[arg-type] # None: the default
    for name, value in (*named.items(), *(attributes or {}).items()):
        made.set(name, legal(value))
    for child in children:
        if isinstance(child, str):
            add_text(made, child)
        else:
            made.append(child)
    return made


def add_text(parent: etree._Element, text: str | None) -> None:
    """Add words at the end of an element."""
    words = legal(text or "")
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    elif words:
        parent.text = (parent.text or "") + words


def remark(*children: Child) -> etree._Element:
    """Return words of ours that are no part of the text in which they stand."""
    return element("remark", *children, status="editorial", attributes={XML_LANG: "en"})


def remark_line(text: str) -> etree._Element:
    """Return a remark on a line of its own."""
    return element("p", remark(text))


def remarks(text: str) -> list[etree._Element]:
    """Return a remark on a line of its own, or nothing if there is nothing to say."""
    return [remark_line(text)] if text else []


def local_name(node: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(node).localname


def indent(node: etree._Element, level: int = 0) -> None:
    """Put each element that holds no words on a line of its own, in place."""
    if not len(node) or local_name(node) in LINES or (node.text or "").strip():
        return
    node.text = "\n" + " " * (level + 1)
    for child in node:
        indent(child, level + 1)
        child.tail = node.text
    node[-1].tail = "\n" + " " * level
