"""What to cite of what a page shows: only what the page is sure of.

The rules are here for the files of citations, too, which are made of an extract.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from articles.article_page import ArticlePage
from articles.citations.pinpoint import Pinpoint
from articles.layout import Block, Cell
from articles.models import Evidence, Numbering, OfficialText


def for_block(block: Block, site: str, accessed: date | None = None, query: str = "") -> Pinpoint:
    """Return what to cite of a paragraph as it is shown.

    ``query`` is the query string with which its address shows the same texts. The article of our
    paragraph should have been fetched with it, as it is by ``for_page``.
    """
    cell = first_cell(block)
    text = cell.text if cell else None
    return Pinpoint(
        site=site,
        accessed=accessed,
        article=block.article,
        paragraph=block.number or None,
        is_numbered=is_numbered(block),
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query,
        evidence=evidence(block),
    )


def for_article(
    page: ArticlePage, site: str, accessed: date | None = None, query: str = ""
) -> Pinpoint:
    """Return what to cite of an article as it is shown, whichever paragraph is marked."""
    text = first_text(page)
    return Pinpoint(
        site=site,
        accessed=accessed,
        article=page.article.number,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query,
        evidence=page.article.grade,
    )


def is_numbered(block: Block) -> bool:
    """Whether the number of a paragraph is known to be the treaty's."""
    return is_known(block.printed, block.paragraph.numbering if block.paragraph else "")


def is_known(printed: str, numbering: str) -> bool:
    """Whether a number is known to be the treaty's: printed in the text, or reported so.

    ``numbering`` is that of our paragraph, empty if there is none.
    """
    return bool(printed) or numbering == Numbering.CONFIRMED


def evidence(block: Block) -> Evidence:
    """Return how well reports bear out what our edition says in a paragraph."""
    if block.paragraph is None:
        return Evidence.REPORTED
    statements = block.paragraph.statements.all()
    return borne_out(block.paragraph.article.grade, [row.is_reported for row in statements])


def borne_out(grade: Evidence, are_reported: Collection[bool]) -> Evidence:
    """Return the grade of a paragraph: the article's, but an outline if no statement is reported.

    ``are_reported`` says of each of its statements whether it is.
    """
    return grade if any(are_reported) else Evidence.OUTLINE


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


def first_text(page: ArticlePage) -> OfficialText | None:
    """Return the first official text that the page of an article shows."""
    cells = page.layout.blocks[0].cells if page.layout.blocks else []
    return cells[0].text if cells else None


def first_cell(block: Block) -> Cell | None:
    """Return the first official cell of a block that has words."""
    return next((cell for cell in block.cells if cell.blocks), None)
