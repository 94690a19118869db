"""The packet: quotation, citation and short address together, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import first_cell, text_name
from articles.citations.wording import day_first
from articles.models import OfficialText, markup
from articles.reading.layout import Block, ShownPoint

MARKS: Final = {"en": ("“", "”"), "ru": ("«", "»"), "fa": ("«", "»")}
"""The quotation marks of each language."""

INNER_MARKS: Final = str.maketrans("“”", "‘’")
"""Quotation marks of ours within a quotation; those of an official text stay as published."""

WITHOUT_NUMBER: Final = "¶"
"""What stands in the margin of a paragraph that has no number."""

OFFICIAL: Final = "Official text, {}"
OURS: Final = "Plain-English edition, not the treaty's wording"


@dataclass(frozen=True)
class Piece:
    """Whole lines of a packet that are in one language, and the value of ``dir`` for them."""

    words: str
    language: str = "en"
    direction: str = "ltr"


@dataclass(frozen=True)
class Packet:
    """What is copied in one press, in pieces: each begins on a line of its own."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return "\n".join(piece.words for piece in self.pieces)


@dataclass(frozen=True)
class Quoted:
    """Words to quote: those of an official text, or of our edition if there is no ``text``.

    ``number`` is that of the paragraph as a page has it in the margin; empty if it has none.
    """

    words: str
    number: str
    text: OfficialText | None = None

    @property
    def source(self) -> str:
        """Whose words they are, in brackets."""
        return f"({OFFICIAL.format(text_name(self.text)) if self.text else OURS})"

    def piece(self, number: str = "") -> Piece:
        """Return the words in the quotation marks of their language, after a number if one."""
        language, direction = "en", "ltr"
        if self.text:
            language, direction = self.text.language, self.text.direction
        opening, closing = MARKS[language]
        return Piece(f"{number} {opening}{self.words}{closing}".lstrip(), language, direction)


def of_block(block: Block, pinpoint: Pinpoint, point: ShownPoint | None = None) -> Packet:
    """Return the packet of a paragraph as it is shown: the first official text, or else ours.

    Of a ``point`` it holds that alone, which an official text must have, too, to be quoted.
    """
    quoted = quote(block) if point is None else quote_point(block, point)
    # On a line of its own, which a right-to-left quotation cannot turn about.
    quotation = (quoted.piece(), Piece(quoted.source)) if quoted else ()
    return Packet((*quotation, reference(pinpoint)))


def of_article(blocks: Sequence[Block], pinpoint: Pinpoint) -> Packet:
    """Return the packet of an article as it is shown, its paragraphs with their numbers."""
    quotations = [quoted for quoted in map(quote, blocks) if quoted]
    return Packet((*with_sources(quotations), reference(pinpoint)))


def of_treaty(pinpoint: Pinpoint) -> Packet:
    """Return the packet of the whole treaty, of which nothing is quoted."""
    return Packet((reference(pinpoint),))


def with_sources(quotations: Sequence[Quoted]) -> Iterator[Piece]:
    """Give each quotation with its number, and whose words they are: once, if all are the same."""
    sources = {quoted.source for quoted in quotations}
    for quoted in quotations:
        yield quoted.piece(quoted.number)
        if len(sources) > 1:
            yield Piece(quoted.source)
    if len(sources) == 1:
        yield Piece(sources.pop())


def reference(pinpoint: Pinpoint) -> Piece:
    """Return the citation and the short address, a line for each.

    The citation is of no guide: title, place and date, then article and paragraph in full.
    """
    place = f", {pinpoint.cited_label}" if pinpoint.place is not None else ""
    signed = f"{treaty.SIGNED_AT}, {day_first(treaty.SIGNED)}"
    return Piece(f"{treaty.TITLE} ({signed}){place}\n{pinpoint.short_url}")


def quote(block: Block) -> Quoted | None:
    """Return what to quote of a paragraph as it is shown, or nothing if there are no words."""
    cell = first_cell(block)
    number = block.margin.strip(WITHOUT_NUMBER) if block.number else ""
    if cell:
        lines = [f"{label} {markup.to_text(html)}".strip() for label, html in cell.blocks]
        return Quoted("\n".join(lines), number, cell.text)
    if block.paragraph is None:
        return None
    return Quoted(block.paragraph.full_text.translate(INNER_MARKS), number)


def quote_point(block: Block, shown: ShownPoint) -> Quoted:
    """Return what to quote of a point: the official point at its place, or else ours."""
    cell = first_cell(block, shown.point.number)
    if cell:
        labelled = [row for row in cell.blocks if row[0]]
        label, html = labelled[shown.point.number - 1]
        return Quoted(f"{label} {markup.to_text(html)}", "", cell.text)
    return Quoted(f"{shown.point.label} {shown.point.plain}".translate(INNER_MARKS), "")
