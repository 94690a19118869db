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

from typing import Protocol

from lxml import etree

from articles.exports.extract import Extract
from articles.exports.formats.akoma_ntoso import edition, meta, official
from articles.exports.formats.akoma_ntoso.elements import XML_LANG, element, indent, remark_line
from articles.exports.formats.akoma_ntoso.parts import Choice, Part, choose


class Form(Protocol):
    """What the module of a kind of text makes: ``edition`` of ours, ``official`` of the others."""

    def title(self, choice: Choice) -> etree._Element:
        """Return the first line of the preface."""

    def notice(self, choice: Choice) -> str:
        """Return whose words these are, in sentences."""

    def article(self, part: Part, choice: Choice, said_first: str = "") -> etree._Element:
        """Return an article."""

    def preamble(self, part: Part, choice: Choice, said_first: str = "") -> etree._Element:
        """Return the preamble."""

    def closing(self, part: Part, choice: Choice, said_first: str = "") -> list[etree._Element]:
        """Return what the closing lines hold."""

    def one_paragraph(self, choice: Choice) -> etree._Element:
        """Return the paragraph that alone was asked for, or of which one point was."""


def form_of(choice: Choice) -> Form:
    """Return the module that makes the text of a document."""
    return official if choice.text else edition


def write(extract: Extract) -> str:
    """Return the extract as a whole Akoma Ntoso document, with an XML declaration."""
    choice = choose(extract)
    root = element("akomaNtoso", document(choice))
    indent(root)
    declared: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return declared.decode() + "\n"


def document(choice: Choice) -> etree._Element:
    """Return the document: a portion for one article or less, otherwise an act or a doc."""
    made = meta.meta(choice)
    language = {XML_LANG: choice.language}
    form = form_of(choice)
    if choice.is_portion:
        body = element("portionBody", portion(choice), attributes=language)
        return element("portion", made, body, includedIn="#whole")
    status = {} if choice.is_whole else {"status": "incomplete"}
    preface = element("preface", long_title(choice), eId="preface", attributes=language)
    preambles = [form.preamble(part, choice) for part in choice.parts if part.is_preamble]
    for preamble in preambles:
        preamble.set(XML_LANG, choice.language)
    articles = [form.article(part, choice) for part in choice.parts if part.is_article]
    body = element(
        choice.body_tag, *(articles or [no_article()]), eId="body", attributes=language | status
    )
    conclusions = [
        element(
            "conclusions", *form.closing(part, choice), eId=part.article.id, attributes=language
        )
        for part in choice.parts
        if part.is_closing
    ]
    return element(choice.tag, made, preface, *preambles, body, *conclusions, name=choice.subtype)


def no_article() -> etree._Element:
    """Return what stands in a body, which must hold something, where no article was asked for."""
    eid = "body__hcontainer_1"
    said = element("content", remark_line("No article was asked for."), eId=f"{eid}__content")
    return element("hcontainer", said, name="none", eId=eid)


def long_title(choice: Choice) -> etree._Element:
    """Return what comes before the text: what it is, what was asked for, and whose words it is."""
    form = form_of(choice)
    lines = [form.title(choice), remark_line(form.notice(choice))]
    if not choice.is_whole:
        lines.insert(1, remark_line(f"Only: {choice.extract.heading}"))
    return element("longTitle", *lines, eId="preface__longTitle")


def portion(choice: Choice) -> etree._Element:
    """Return what was asked of one article, with what a preface would say in it."""
    form, part = form_of(choice), choice.parts[0]
    said = form.notice(choice)
    if choice.is_one_paragraph:
        made = form.one_paragraph(choice)
    elif part.is_closing:
        lines = form.closing(part, choice, said)
        made = element("container", *lines, name="conclusions", eId=part.article.id)
    else:
        made = (form.preamble if part.is_preamble else form.article)(part, choice, said)
    if not choice.is_complete:
        made.set("status", "incomplete")
    return made
