"""Writes invented treaties as documents of a word processor."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.official.treaties import Treaty

HEADINGS: Final = {"title": "Title", "chapter": "Heading 1", "heading": "Heading 2"}


def plain(treaty: Treaty) -> bytes:
    """Return a document of paragraphs without styles; the labels are typed."""
    document = docx.Document()
    for line in treaty.lines():
        document.add_paragraph(line.printed)
    return _bytes(document)


def styled(treaty: Treaty) -> bytes:
    """Return a document with styled headings, a header, a footer, and words in parts."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Northmere Treaty Series"
    document.sections[0].footer.paragraphs[0].text = "Article 1"
    for line in treaty.lines():
        paragraph = document.add_paragraph(style=HEADINGS.get(line.kind))
        for place, letter in enumerate(_parts(f"{line.label}\t{line.text}".strip("\t"))):
            paragraph.add_run(letter).bold = place % 2 == 0
    return _bytes(document)


def in_table(treaty: Treaty) -> bytes:
    """Return a document whose text stands in one table, an article in each row."""
    document = docx.Document()
    for text in treaty.title:
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=1)
    cell = table.add_row().cells[0]
    for line in treaty.lines():
        if line.kind == "heading":
            cell = table.add_row().cells[0]
        if line.kind not in ("title", "closing"):
            last = cell.paragraphs[-1]
            (cell.add_paragraph() if last.text else last).add_run(line.printed)
    first, *signatures = treaty.closing
    document.add_paragraph(first)
    signed = document.add_table(rows=1, cols=len(signatures))
    for column, text in enumerate(signatures):
        signed.rows[0].cells[column].text = text
    return _bytes(document)


def in_lists(treaty: Treaty) -> bytes:
    """Return a document whose paragraphs the word processor numbers, anew in each article."""
    document = docx.Document()
    for text in treaty.title:
        document.add_paragraph(text)
    for article in treaty.articles:
        if article.heading:
            document.add_heading(article.heading, 2)
        numbering = _restarted(document) if any(one.label for one in article.paragraphs) else 0
        for paragraph in article.paragraphs:
            first, *items = paragraph.blocks
            written = document.add_paragraph(first.text)
            if paragraph.label:
                written.style = "List Number"
                _number(written, numbering)
            for item in items:
                document.add_paragraph(item.text, style="List Bullet 2" if item.label else None)
    for text in treaty.closing:
        document.add_paragraph(text)
    return _bytes(document)


DOCUMENTS: Final[dict[str, Callable[[Treaty], bytes]]] = {
    "plain": plain,
    "styled": styled,
    "table": in_table,
}
"""Documents that print every number; ``in_lists`` is the one that does not."""


def _bytes(document: Document) -> bytes:
    """Return the document as a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _parts(text: str) -> list[str]:
    """Return the text in pieces that end within words, as word processors keep it."""
    return [text[place : place + 17] for place in range(0, len(text), 17)]


def _restarted(document: Document) -> int:
    """Make a numbering like that of the style "List Number", begun anew; return its number."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    number = style.pPr.numPr.numId.val
    abstract = next(one for one in numbering.num_lst if one.numId == number).abstractNumId.val
    added = numbering.add_num(abstract)
    added.add_lvlOverride(0).add_startOverride(1)
    return int(added.numId)


def _number(paragraph: Paragraph, numbering: int) -> None:
    """Have a numbering number the paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    chosen = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", 0), ("w:numId", numbering)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        chosen.append(element)
    properties.insert_element_before(chosen, "w:spacing", "w:ind", "w:jc", "w:rPr")


def with_rare_elements(treaty: Treaty) -> bytes:
    """Return a document some of whose paragraphs are in content controls or tracked changes.

    Words that were deleted still stand in it, marked as such.
    """
    document = docx.Document()
    for place, line in enumerate(treaty.lines()):
        paragraph = document.add_paragraph(line.printed)
        RARE[place % len(RARE)](paragraph)
    return _bytes(document)


def _in_content_control(paragraph: Paragraph) -> None:
    """Put the paragraph in a content control."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph._p.addprevious(control)
    control.append(content)
    content.append(paragraph._p)


def _inserted(paragraph: Paragraph) -> None:
    """Mark the words as inserted, beside others that were deleted."""
    run = paragraph.runs[0]._r
    inserted, deleted = (OxmlElement(f"w:{name}") for name in ("ins", "del"))
    run.addprevious(inserted)
    inserted.append(run)
    old = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = "These words were deleted. "
    old.append(text)
    deleted.append(old)
    inserted.addnext(deleted)


def _as_it_is(paragraph: Paragraph) -> None:
    """Leave the paragraph."""


RARE: Final = (_as_it_is, _in_content_control, _inserted)
