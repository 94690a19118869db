"""Lines of a Word document: its paragraphs in order, with their automatic numbers."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from articles.official.extraction.tidying import raised, tidy
from articles.official.numerals import numeral
from articles.official.text import Line, Refused

MAX_UNPACKED: Final = 64_000_000
"""Bytes that the parts of a document may have together once unpacked."""

BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What reading a damaged archive raises."""

DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

TEXTS: Final = {
    qn("w:t"): "",
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
"""Elements of a run, and the character each stands for; the text of ``w:t`` is its own."""

LEVEL: Final = re.compile(r"%(\d)")
BULLET: Final = "•"


def lines(data: bytes) -> list[Line]:
    """Return a line for each paragraph; running heads and footnotes are apart and stay there."""
    refuse_bombs(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx raises whatever the broken part leads it into
        raise Refused(["is no Word document that can be read: save it again"]) from error
    numbering = Numbering(document)
    texts = [text for paragraph in paragraphs(document) for text in texts_of(paragraph, numbering)]
    return [Line(number, text, is_whole=True) for number, text in enumerate(texts, 1)]


def refuse_bombs(data: bytes) -> None:
    """Raise ``Refused`` if unpacking the document could cost more than its size suggests."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Refused(["is encrypted: save a copy without a password"])
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise Refused([f"unpacks to over {MAX_UNPACKED:,} bytes: it is not read"])
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and DECLARATION.search(
                    packed.read(part)
                ):
                    raise Refused(["declares XML entities, which no Word document does"])
    except BROKEN as error:
        raise Refused(["is a damaged Word document: save it again"]) from error


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph of the body in order: in tables, frames and content controls, too.

    Of text that a document holds in two ways, for old and new programs, the second is left.
    """
    for element in document.element.body.iter(qn("w:p")):
        if not any(parent.tag == FALLBACK for parent in element.iterancestors()):
            yield Paragraph(element, document)


def texts_of(paragraph: Paragraph, numbering: Numbering) -> list[str]:
    """Return the lines of a paragraph, the first with its automatic number.

    Words that were deleted, with changes tracked, are none; words that were inserted are.
    """
    written = []
    for element in paragraph._p.iter(*TEXTS):
        inner = next(element.iterancestors(qn("w:p")))
        if inner is paragraph._p:
            letters = TEXTS[str(element.tag)] or element.text or ""
            written.append(raised(letters) if is_raised(element) else letters)
    first, *others = "".join(written).split("\n")
    texts = [tidy(first), *map(tidy, others)]
    if texts[0]:
        texts[0] = tidy(f"{numbering.label(paragraph)} {texts[0]}")
    return [text for text in texts if text]


def is_raised(element: Any) -> bool:
    """Whether the run that an element stands in is set higher than its line."""
    properties = element.getparent().find(qn("w:rPr"))
    return properties is not None and text(properties, "vertAlign") == "superscript"


class Numbering:
    """Counts automatic numbers as a word processor does (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, document: Document) -> None:
        """Read the definitions of lists from the document."""
        rels = document.part.rels.values()
        parts = [rel.target_part for rel in rels if "numbering" in rel.reltype]
        roots: list[Any] = [part.element for part in parts if hasattr(part, "element")]
        self.counts: dict[str, dict[int, int]] = {}
        self.levels: dict[tuple[str, int], Any] = {
            (level.getparent().get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"), 0))): level
            for root in roots
            for level in root.findall(f"{qn('w:abstractNum')}/{qn('w:lvl')}")
        }
        self.lists = {
            number.get(qn("w:numId")): text(number, "abstractNumId")
            for root in roots
            for number in root.findall(qn("w:num"))
        }

    def label(self, paragraph: Paragraph) -> str:
        """Return the number that is printed before a paragraph, or an empty text."""
        place = place_of(paragraph)
        if place is None:
            return ""
        number, depth = place
        definition = self.lists.get(number, "")
        level = self.levels.get((definition, depth))
        if level is None:
            return ""
        counts = self.counts.setdefault(number, {})
        counts[depth] = counts.get(depth, value(level, "start", 1) - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if text(level, "numFmt") == "bullet":
            return BULLET

        def written(found: re.Match[str]) -> str:
            of_depth = int(found[1]) - 1
            upper = self.levels.get((definition, of_depth), level)
            return numeral(counts.get(of_depth, 1), text(upper, "numFmt"))

        return LEVEL.sub(written, text(level, "lvlText"))


def place_of(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return the list and the depth that a paragraph, or its style, belongs to."""
    properties = [paragraph._p.pPr]
    style: Any = paragraph.style
    while style is not None:
        properties.append(style.element.pPr)
        style = style.base_style
    for each in properties:
        found = each.find(qn("w:numPr")) if each is not None else None
        if found is not None and found.find(qn("w:numId")) is not None:
            return text(found, "numId"), value(found, "ilvl", 0)
    return None


def text(element: Any, name: str) -> str:
    """Return the value of a child of an element, or an empty text."""
    child = element.find(qn(f"w:{name}"))
    return child.get(qn("w:val"), "") if child is not None else ""


def value(element: Any, name: str, default: int) -> int:
    """Return the value of a child of an element as a number."""
    found = text(element, name)
    return int(found) if found.isdigit() else default
