"""The HTML of our edition (``articles.models.markup.TAGS``) in elements of Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from lxml import etree
from lxml import html as parser

from articles.exports.formats.akoma_ntoso.elements import add_text, element, local_name

NAMES: Final = {
    "p": "p",
    "ul": "ul",
    "ol": "ol",
    "li": "li",
    "em": "i",
    "strong": "b",
    "br": "br",
}
"""What elements of HTML are called here. A block quotation has no name: it is a container."""

BLOCKS: Final = frozenset({"p", "ul", "ol"})
LISTS: Final = frozenset({"ul", "ol"})
WHITE_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


class Identifiers:
    """Counts elements of each kind within one that has an ``eId``."""

    def __init__(self, prefix: str) -> None:
        """Begin at 1 for each kind; ``prefix`` is the ``eId`` of the element around them."""
        self.prefix = prefix
        self.counts: dict[str, Iterator[int]] = {}

    def next(self, kind: str) -> str:
        """Return the ``eId`` of the next element of a kind."""
        number = next(self.counts.setdefault(kind, count(1)))
        return f"{self.prefix}__{kind}_{number}"


def blocks(html: str, identifiers: Identifiers) -> list[etree._Element]:
    """Return sanitised HTML as blocks; words that stand in none become a paragraph."""
    return list(converted(parser.fragment_fromstring(html, create_parent="div"), identifiers))


def converted(parent: etree._Element, identifiers: Identifiers) -> Iterator[etree._Element]:
    """Yield what an element of HTML holds as blocks."""
    loose = element("p")
    add_text(loose, plain(parent.text))
    for child in parent:
        if child.tag in BLOCKS or child.tag == "blockquote":
            if is_said(loose):
                yield loose
            loose = element("p")
            yield block(child, identifiers)
        else:
            loose.append(filled(child, identifiers))
        add_text(loose, plain(child.tail))
    if is_said(loose):
        yield loose


def block(source: etree._Element, identifiers: Identifiers) -> etree._Element:
    """Return a paragraph, a list or a block quotation."""
    if source.tag == "blockquote":
        eid = identifiers.next("blockContainer")
        inner = converted(source, Identifiers(eid))
        return element("blockContainer", *inner, attributes={"class": "quotation"}, eId=eid)
    return filled(source, identifiers)


def filled(source: etree._Element, identifiers: Identifiers) -> etree._Element:
    """Return an element with all that stands in it."""
    name = NAMES[str(source.tag)]
    made = element(name)
    if name in LISTS:
        made.set("eId", identifiers.next(name))
    fill(made, source, identifiers)
    return made


def fill(target: etree._Element, source: etree._Element, identifiers: Identifiers) -> None:
    """Put what stands in an element of HTML into one of Akoma Ntoso.

    A block quotation within an item of a list gives up its frame, which items cannot hold.
    """
    holds_words = local_name(target) not in LISTS
    if holds_words:
        add_text(target, plain(source.text))
    for child in source:
        if child.tag == "blockquote":
            fill(target, child, identifiers)
        else:
            target.append(filled(child, identifiers))
        if holds_words:
            add_text(target, plain(child.tail))


def plain(text: str | None) -> str:
    """Return words with white space as HTML shows it."""
    return WHITE_SPACE.sub(" ", text or "")


def is_said(line: etree._Element) -> bool:
    """Whether there is anything on a line."""
    return bool(len(line)) or bool((line.text or "").strip())
