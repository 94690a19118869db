"""What to cite of what a page shows: only what the page is sure of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from articles.article_page import ArticlePage
from articles.citations.pinpoint import Pinpoint
from articles.layout import Block, Cell
from articles.models import Evidence, Numbering, OfficialText


def for_block(block: Block, site: str, accessed: date | None = None, query: str = "") -> Pinpoint:
    """Return what to cite of a paragraph as it is shown.

    ``query`` is the query string with which its address shows the same texts. The article of our
    paragraph should have been fetched with it, as it is by ``for_page``.
    """
    text = first_text([block])
    return Pinpoint(
        site=site,
        accessed=accessed,
        article=block.article,
        paragraph=block.number or None,
        is_numbered=is_numbered(block),
        text_name=text.name if text else "",
        text_language=text.language if text else "en",
        query=query,
        evidence=evidence(block),
    )


def for_article(
    page: ArticlePage, site: str, accessed: date | None = None, query: str = ""
) -> Pinpoint:
    """Return what to cite of an article as it is shown, whichever paragraph is marked."""
    text = first_text(page.layout.blocks)
    return Pinpoint(
        site=site,
        accessed=accessed,
        article=page.article.number,
        text_name=text.name if text else "",
        text_language=text.language if text else "en",
        query=query,
        evidence=page.article.grade,
    )


def is_numbered(block: Block) -> bool:
    """Whether the number is known to be the treaty's: printed there, or reported so."""
    if block.printed:
        return True
    return block.paragraph is not None and block.paragraph.numbering == Numbering.CONFIRMED


def evidence(block: Block) -> Evidence:
    """Return how well reports bear out what our edition says in a paragraph.

    That is the grade of the article, but an outline where no statement is reported.
    """
    if block.paragraph is None:
        return Evidence.REPORTED
    if not any(row.is_reported for row in block.paragraph.statements.all()):
        return Evidence.OUTLINE
    return block.paragraph.article.grade


def first_text(blocks: Iterable[Block]) -> OfficialText | None:
    """Return the first official text that has words in any of the blocks."""
    cells = (first_cell(block) for block in blocks)
    return next((cell.text for cell in cells if cell), None)


def first_cell(block: Block) -> Cell | None:
    """Return the first official cell of a block that has words."""
    return next((cell for cell in block.cells if cell.blocks), None)
