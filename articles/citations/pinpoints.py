"""What to cite of what a page shows."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from articles.citations.pinpoint import Pinpoint
from articles.models import OfficialText
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block, Cell
from articles.treaty.places import Place


def for_block(
    block: Block,
    site: str,
    accessed: date | None = None,
    query: str = "",
    point: Place | None = None,
) -> Pinpoint:
    """Return what to cite of a paragraph as it is shown, or of the given point of it.

    ``query`` is the query string with which its address shows the same texts.
    """
    cell = first_cell(block, point.point if point else None)
    text = cell.text if cell else None
    return Pinpoint(
        site=site,
        accessed=accessed,
        place=point or block.place,
        is_alone=block.is_alone,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query,
    )


def for_article(
    page: ArticlePage, site: str, accessed: date | None = None, query: str = ""
) -> Pinpoint:
    """Return what to cite of an article as it is shown, whichever paragraph is marked."""
    cells = page.layout.blocks[0].cells if page.layout.blocks else []
    text = cells[0].text if cells else None
    return Pinpoint(
        site=site,
        accessed=accessed,
        place=Place(page.article.number),
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query,
    )


class Named(Protocol):
    """An official text, in the database or in an extract."""

    @property
    def name(self) -> str:
        """What tells it from others."""
        ...

    @property
    def wording(self) -> str:
        """Whether its words are the treaty's own, a value of ``OfficialText.Wording``."""
        ...


def text_name(text: Named | None) -> str:
    """Return what citations call an official text: ``Russian``, ``Russian, a translation``."""
    if text is None:
        return ""
    is_translation = text.wording == OfficialText.Wording.TRANSLATION
    return f"{text.name}, {OfficialText.Wording.TRANSLATION.label}" if is_translation else text.name


def first_cell(block: Block, point: int | None = None) -> Cell | None:
    """Return the first official cell of a block that has words, or has the point at a place."""
    return next((cell for cell in block.cells if cell.blocks and has_point(cell, point)), None)


def has_point(cell: Cell, point: int | None) -> bool:
    """Whether an official cell has a labelled block at a place; without one, it always has."""
    return point is None or sum(bool(label) for label, _ in cell.blocks) >= point
