"""CSV (RFC 4180): a row for each paragraph and each point, in every text that has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from articles import treaty
from articles.edition.corpus import PLAIN
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    WordsData,
)
from articles.treaty.places import Place

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it, a common spreadsheet program takes UTF-8 for another encoding."""

COLUMNS: Final = (
    "edition",
    "language",
    "whose words",
    "article",
    "title (ours)",
    "paragraph",
    "point",
    "label",
    "id",
    "strength",
    "text",
    "published at",
    "address",
    "article sha256",
    "data version",
    "licence",
    "treaty",
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How words begin that a spreadsheet would calculate."""

Row = dict[str, object]
"""The cells of a row by their columns; what is left out is empty."""

OURS: Final = f"ours: plain-English edition, not the treaty's wording. {treaty.ORIGIN}"


def write(extract: Extract) -> str:
    """Return the extract as CSV with a heading line; line breaks in words are kept in quotes.

    A cell that a spreadsheet would take for a formula has an apostrophe before it (OWASP, "CSV
    Injection"); the other forms have the words without it.
    """
    lines = io.StringIO()
    writer = csv.DictWriter(lines, COLUMNS, restval="")
    writer.writeheader()
    for article in extract.articles:
        for row in article_rows(article, extract):
            cells = row | {
                "article": article.number,
                "title (ours)": article.title,
                "article sha256": article.sha256,
                "data version": extract.edition.data_version,
                "licence": extract.edition.licence if row["edition"] == PLAIN else "",
                "treaty": extract.treaty.title,
            }
            writer.writerow({column: harmless(cell) for column, cell in cells.items()})
    return BYTE_ORDER_MARK + lines.getvalue()


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def article_rows(article: ArticleData, extract: Extract) -> Iterator[Row]:
    """Yield the rows of an article: of each paragraph, the official ones before ours."""
    for provision in extract.provisions(article):
        for text, official in provision.official:
            yield from official_rows(article, official, text, extract)
        if provision.ours:
            yield from edition_rows(provision.ours)


def official_rows(
    article: ArticleData, row: OfficialParagraphData, text: OfficialTextData, extract: Extract
) -> Iterator[Row]:
    """Yield a row for a paragraph of an official text; the points that the treaty has, apart."""
    for point, group in groupby(row.blocks, lambda block: block.point):
        blocks = list(group)
        place = Place(article.place.article, row.number, point)
        yield {
            "edition": text.slug,
            "language": text.language,
            "whose words": f"official text, {text.name} ({text.wording_label})",
            "paragraph": row.number,
            "point": point,
            "label": blocks[0].label if point else row.label,
            "id": place.anchor if point else row.id,
            "text": "\n".join(
                block.text if point else f"{block.label} {block.text}".strip() for block in blocks
            ),
            "published at": text.url,
            "address": extract.site + place.url,
        }


def edition_rows(row: ParagraphData) -> Iterator[Row]:
    """Yield a row for a paragraph of our edition, its own words, and one for each of its points."""
    ours: Row = {
        "edition": PLAIN,
        "language": "en",
        "whose words": OURS,
        "paragraph": row.number,
        "strength": "; ".join(row.strength),
    }
    yield ours | {"label": row.printed} | cells_of(row)
    for point in row.points:
        yield ours | {"point": point.number, "label": point.label} | cells_of(point)


def cells_of(words: WordsData) -> Row:
    """Return what our words are, and where they stand."""
    return {"id": words.id, "text": words.text, "address": words.url}
