"""What to cite of what a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from articles.citations.pinpoint import Pinpoint
from articles.models import OfficialText
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block, Cell
from articles.treaty.places import Place


def of(
    page: ArticlePage, place: Place, site: str, query: str = "", accessed: date | None = None
) -> Pinpoint:
    """Return what to cite of an article as it is shown, or of a paragraph or point of it.

    ``query`` is the query string with which its address shows the same texts.
    """
    block = page.block(place)
    cells = [cell for row in page.layout.blocks[:1] for cell in row.cells]
    cell = first_cell(block, place.point) if block else next(iter(cells), None)
    text = cell.text if cell else None
    return Pinpoint(
        site=site,
        accessed=accessed,
        place=place,
        is_alone=block is not None and block.is_alone,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query,
    )


def of_treaty(
    site: str, shown: Sequence[OfficialText], query: str = "", accessed: date | None = None
) -> Pinpoint:
    """Return what to cite of the whole treaty, of which official texts are shown, or none."""
    first = next(iter(shown), None)
    return Pinpoint(
        site=site,
        accessed=accessed,
        text_name=text_name(first),
        text_language=first.language if first else "en",
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
    """Return the first official cell of a paragraph that has words, or has a point of it."""
    having = (cell for cell in block.cells if any(point in {None, at} for *_, at in cell.blocks))
    return next(having, None)
