"""Words in elements of Akoma Ntoso: the HTML of our edition, and the blocks of official texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import count, groupby
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from lxml import etree
from lxml import html as parser

from articles.exports.extract import BlockData
from articles.models import markup

NAMES: Final = {"em": "i", "strong": "b", "blockquote": "blockContainer"}
"""What elements of HTML (``articles.models.markup.TAGS``) are called that have another name."""

LISTS: Final = ("ul", "ol")
BLOCKS: Final = ("p", "blockquote", *LISTS)
WHITE_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


def of_edition(html: str, eid: str) -> SafeString:
    """Return sanitised HTML as blocks of the element with an ``eId``.

    A block quotation within an item of a list gives up its frame, which items cannot hold.
    """
    root = parser.fragment_fromstring(WHITE_SPACE.sub(" ", html), create_parent="div")
    for quotation in root.xpath(".//li//blockquote"):
        quotation.drop_tag()
    for frame in (root, *root.iter("blockquote")):
        wrap_loose_words(frame)
    identify(root, eid)
    for node in root.iter(*LISTS):
        node.text = None
        for item in node:
            item.tail = None
    for node in root.iter("blockquote"):
        node.set("class", "quotation")
    for node in root.iter(*NAMES):
        node.tag = NAMES[node.tag]
    blocks = (etree.tostring(block, encoding="unicode", with_tail=False) for block in root)
    return markup.safe("".join(blocks))


def wrap_loose_words(frame: etree._Element) -> None:
    """Put words that stand in no block into paragraphs, in place."""
    line = etree.Element("p")
    line.text, frame.text = frame.text, None
    for child in (*frame, None):
        if child is not None and child.tag not in BLOCKS:
            line.append(child)
            continue
        if len(line) or (line.text or "").strip():
            frame.insert(len(frame) if child is None else frame.index(child), line)
        line = etree.Element("p")
        if child is not None:
            line.text, child.tail = child.tail, None


def identify(root: etree._Element, eid: str) -> None:
    """Count the lists and block quotations of an element, each kind within its quotation."""
    counts: Counter[str] = Counter()
    for node in root.iter("blockquote", *LISTS):
        around = next(node.iterancestors("blockquote"), None)
        prefix = eid if around is None else around.get("eId")
        name = f"{prefix}__{NAMES.get(str(node.tag), node.tag)}"
        counts[name] += 1
        node.set("eId", f"{name}_{counts[name]}")


def of_official(rows: Iterable[BlockData], eid: str) -> SafeString:
    """Return blocks of an official paragraph: lines, and lists of the items that follow each other.

    Items are counted, since their labels may be dashes, or letters of any alphabet.
    """
    made, lists = [], count(1)
    for is_item, group in groupby(rows, lambda row: bool(row.label)):
        if not is_item:
            made.append(lines(group))
            continue
        list_id = f"{eid}__list_{next(lists)}"
        items = format_html_join(
            "",
            '<item eId="{}__item_{}"><num>{}</num><p>{}</p></item>',
            ((list_id, place, row.label, row.text) for place, row in enumerate(group, 1)),
        )
        made.append(format_html('<blockList eId="{}">{}</blockList>', list_id, items))
    return markup.safe("".join(made))


def lines(rows: Iterable[BlockData]) -> SafeString:
    """Return the words of blocks, each on a line."""
    return format_html_join("", "<p>{}</p>", ((row.text,) for row in rows))
