"""The packet: quotation, citation and short address together, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import first_cell, text_name
from articles.citations.wording import day_first
from articles.models import OfficialText
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block
from articles.treaty.notices import OFFICIAL, OURS
from articles.treaty.places import Place

MARKS: Final = {"en": ("“", "”"), "ru": ("«", "»"), "fa": ("«", "»")}
"""The quotation marks of each language."""

INNER_MARKS: Final = str.maketrans("“”", "‘’")
"""Quotation marks of ours within a quotation; those of an official text stay as published."""

TREATY: Final = f"{treaty.TITLE} ({treaty.SIGNED_AT}, {day_first(treaty.SIGNED)})"
"""How a citation begins that is of no guide."""

WITHOUT_NUMBER: Final = "¶"
"""What stands in the margin of a paragraph that has no number."""


@dataclass(frozen=True)
class Piece:
    """Whole lines of a packet that are in one language, and the value of ``dir`` for them."""

    words: str
    language: str = "en"
    direction: str = "ltr"


@dataclass(frozen=True)
class Packet:
    """What is copied in one press: quotations, whose words they are, citation and short address.

    The quotations name a ``source`` each if they have several.
    """

    quotations: tuple[Piece, ...]
    source: str
    citation: str
    address: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole: each piece begins on a line of its own.

        A source stands on one, which a right-to-left quotation cannot turn about.
        """
        rest = filter(None, (self.source, f"{self.citation}\n{self.address}"))
        return (*self.quotations, *map(Piece, rest))

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return lines(self.pieces)

    @property
    def quotation(self) -> str:
        """What is quoted, as plain text."""
        return lines(self.quotations)


def lines(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text."""
    return "\n".join(piece.words for piece in pieces)


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
        return whose(self.text)

    @property
    def piece(self) -> Piece:
        """The words in the quotation marks of their language, after the number if there is one."""
        language, direction = "en", "ltr"
        if self.text:
            language, direction = self.text.language, self.text.direction
        opening, closing = MARKS[language]
        return Piece(f"{self.number} {opening}{self.words}{closing}".lstrip(), language, direction)


def whose(text: OfficialText | None) -> str:
    """Return in brackets whose words are quoted: an official text's, or those of our edition."""
    return f"({OFFICIAL.format(text_name(text)) if text else OURS})"


def of(pinpoint: Pinpoint, page: ArticlePage | None = None) -> Packet:
    """Return the packet of an article as its page shows it, or of a paragraph or point of it.

    Of the treaty, which no page of an article shows, nothing is quoted. The citation is of no
    guide: title, place and date, then article and paragraph in full.
    """
    quotations = quoted(page, pinpoint.place) if page and pinpoint.place else []
    sources = {each.source for each in quotations}
    source = sources.pop() if len(sources) == 1 else ""
    return Packet(
        tuple(
            piece
            for each in quotations
            for piece in ((each.piece,) if source else (each.piece, Piece(each.source)))
        ),
        source,
        f"{TREATY}{pinpoint.after_title}",
        pinpoint.short_url,
    )


def quoted(page: ArticlePage, place: Place) -> list[Quoted]:
    """Return what to quote: paragraphs with their numbers, or the one that is meant without."""
    block = page.block(place)
    if block is None:
        return [each for each in map(quote, page.layout.blocks) if each]
    found = quote(block, place.point)
    return [replace(found, number="")] if found else []


def quote(block: Block, point: int | None = None) -> Quoted | None:
    """Return what to quote of a paragraph as it is shown, or nothing if there are no words.

    Those are of the first official text, or else ours. Of a ``point`` it is that alone, which an
    official text must have, too, to be quoted.
    """
    cell = first_cell(block, point)
    number = block.margin.strip(WITHOUT_NUMBER) if block.number else ""
    if cell:
        return Quoted("\n".join(cell.lines(point)), number, cell.text)
    if block.paragraph is None:
        return None
    shown = next((row.point for row in block.points if row.place.point == point), None)
    words = f"{shown.label} {shown.plain}" if shown else block.paragraph.full_text
    return Quoted(words.translate(INNER_MARKS), number)
