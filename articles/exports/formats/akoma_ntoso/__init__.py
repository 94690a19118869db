"""Akoma Ntoso 1.0, the XML of OASIS for legal documents (namespace ``…/ns/akn/3.0``).

Whose work. The treaty is one work, the parties' (document type ``act``, subtype ``treaty``). Our
edition is another: FRBR counts paraphrases and summaries as new works (IFLA, "Functional
Requirements for Bibliographic Records", 3.2.1), and to call it an expression of the treaty would
pass our words off as the parties'. It is a ``doc`` of subtype ``restatement`` with an author of
its own, neither prescriptive nor authoritative, and names the treaty as what it restates.

Which text. A document holds one expression, the text that leads (or the first one that has
anything of what was asked for). The other texts are pointed to in ``references``. What is in an
official document but not in the text it was taken from stands in ``remark``, or in ``meta``.

Which part. All of the treaty is an ``act`` or a ``doc``. An article, a paragraph or a point is a
``portion`` (Naming Convention 1.0, 4.8.4); a point stands in its paragraph, after the words that
introduce it. A selection is an ``act`` or a ``doc`` marked ``incomplete``: each article stands in
it once, at its first place, with the paragraphs asked for in their order. The preamble comes
first and the closing lines last, since the schema has them before and after the body. A portion
cannot hold ``conclusions``: there the closing lines are a ``container`` of that name.

Which identifiers. ``eId`` of articles, the preamble, the closing lines, recitals, paragraphs,
points and opening words is the HTML ``id``; elements in them have it as prefix (Naming Convention
1.0, 5.4). Our paragraphs refer to concepts that say how they bind.
"""

from __future__ import annotations

from typing import Final

from django.template.loader import render_to_string
from lxml import etree

from articles.exports.extract import Extract
from articles.exports.formats.akoma_ntoso import naming
from articles.exports.formats.akoma_ntoso.parts import choose
from articles.exports.formats.xml_text import legal
from articles.models import Strength

LINES: Final = frozenset({"p", "num", "heading", "subheading", "li"})
"""Elements of words, in which white space may not be added."""


def write(extract: Extract) -> str:
    """Return the extract as a whole Akoma Ntoso document, with an XML declaration."""
    context = {"choice": choose(extract), "naming": naming, "strengths": [*Strength]}
    filled = render_to_string("articles/akoma_ntoso/document.xml", context)
    root = etree.fromstring(legal(filled))
    indent(root)
    declared: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return declared.decode() + "\n"


def indent(node: etree._Element, level: int = 0) -> None:
    """Put each element that holds no words on a line of its own, in place."""
    if not len(node) or etree.QName(node).localname in LINES or (node.text or "").strip():
        return
    node.text = "\n" + " " * (level + 1)
    for child in node:
        indent(child, level + 1)
        child.tail = node.text
    node[-1].tail = "\n" + " " * level
