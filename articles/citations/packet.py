"""The packet: quotation, citation and short address together, as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles import markup, treaty
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import first_cell, text_name
from articles.citations.wording import day_first
from articles.layout import Block
from articles.models import Evidence, Paragraph

MARKS: Final = {"en": ("“", "”"), "ru": ("«", "»"), "fa": ("«", "»")}
"""The quotation marks of each language."""

INNER_MARKS: Final = str.maketrans("“”", "‘’")
"""Quotation marks of ours within a quotation; those of an official text stay as published."""

SCRIPTS: Final = {"ru": re.compile("[а-яё]", re.IGNORECASE), "fa": re.compile("[آ-ی]")}
"""The letters by which a quotation is known to be in a language other than English."""

QUOTATION: Final = re.compile(r"(«.*?»)(?=\n)", re.DOTALL)
"""A quotation in another language than English, in the text of a packet."""

WITHOUT_NUMBER: Final = "¶"
"""What stands in the margin of a paragraph that has no number."""

OURS: Final = "Plain-English edition, not the treaty's wording"
UNCONFIRMED: Final = "[Unconfirmed] "

DOUBTS: Final = {
    Evidence.PLACED: " (article number inferred)",
    Evidence.OUTLINE: " (unconfirmed outline)",
}
"""What is said of a place beside its number, where our edition is not sure of it."""


@dataclass(frozen=True)
class Quoted:
    """Words to quote: those of an official text, or of our edition if ``text_name`` is empty.

    ``number`` is that of the paragraph as a page has it in the margin; empty if it has none.
    """

    words: str
    number: str
    language: str = "en"
    text_name: str = ""

    @property
    def source(self) -> str:
        """Whose words they are."""
        return f"Official text, {self.text_name}" if self.text_name else OURS

    @property
    def in_marks(self) -> str:
        """The words in the quotation marks of their language."""
        opening, closing = MARKS[self.language]
        return f"{opening}{self.words}{closing}"


def of_block(block: Block, pinpoint: Pinpoint) -> str:
    """Return the packet of a paragraph as it is shown: the first official text, or else ours."""
    quoted = quote(block)
    # On a line of its own, which a right-to-left quotation cannot turn about.
    lines = [quoted.in_marks, f"({quoted.source})"] if quoted else []
    return "\n".join([*lines, reference(pinpoint)])


def of_article(blocks: Sequence[Block], pinpoint: Pinpoint) -> str:
    """Return the packet of an article as it is shown, its paragraphs with their numbers."""
    all_quoted = [quoted for quoted in map(quote, blocks) if quoted]
    sources = list(dict.fromkeys(quoted.source for quoted in all_quoted))
    lines = [numbered(quoted, is_sourced=len(sources) > 1) for quoted in all_quoted]
    if len(sources) == 1:
        lines.append(f"({sources[0]})")
    return "\n".join([*lines, reference(pinpoint)])


def pieces(text: str) -> list[tuple[str, str]]:
    """Return the text of a packet in pieces, each with its language; empty means English."""
    return [(piece, language_of(piece)) for piece in QUOTATION.split(text) if piece]


def language_of(piece: str) -> str:
    """Return the language of a quotation in a packet; empty for anything else."""
    if not piece.startswith("«"):
        return ""
    return next((code for code, letters in SCRIPTS.items() if letters.search(piece)), "")


def numbered(quoted: Quoted, *, is_sourced: bool) -> str:
    """Return the quotation with its number before it, and if asked, whose words they are."""
    source = f"\n({quoted.source})" if is_sourced else ""
    return f"{quoted.number} {quoted.in_marks}{source}".lstrip()


def reference(pinpoint: Pinpoint) -> str:
    """Return the citation and the short address, a line for each.

    The citation is of no guide: title, place and date, then article and paragraph in full.
    """
    place = ""
    if pinpoint.article is not None:
        doubt = "" if pinpoint.is_official else DOUBTS.get(pinpoint.evidence, "")
        place = f", {pinpoint.cited_label}{doubt}"
    signed = f"{treaty.SIGNED_AT}, {day_first(treaty.SIGNED)}"
    return f"{treaty.TITLE} ({signed}){place}\n{pinpoint.short_url}"


def quote(block: Block) -> Quoted | None:
    """Return what to quote of a paragraph as it is shown, or nothing if there are no words."""
    cell = first_cell(block)
    number = block.margin.strip(WITHOUT_NUMBER) if block.number else ""
    if cell:
        lines = [f"{label} {markup.to_text(html)}".strip() for label, html in cell.blocks]
        return Quoted("\n".join(lines), number, cell.text.language, text_name(cell.text))
    if block.paragraph is None:
        return None
    return Quoted(our_words(block.paragraph).translate(INNER_MARKS), number)


def our_words(paragraph: Paragraph) -> str:
    """Return what our edition says, each unconfirmed statement with its mark before it."""
    return " ".join(
        row.plain if row.is_reported else f"{UNCONFIRMED}{row.plain}"
        for row in paragraph.statements.all()
    )
