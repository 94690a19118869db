"""CSV (RFC 4180): a row for each statement of our edition and each official paragraph."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from articles.corpus import PLAIN
from articles.exports import numbers
from articles.exports.extract import ArticleData, Extract

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it, a common spreadsheet program takes UTF-8 for another encoding."""

COLUMNS: Final = (
    "edition",
    "language",
    "whose words",
    "article",
    "title (ours)",
    "evidence of our words",
    "paragraph",
    "what the number is worth",
    "id",
    "basis",
    "text",
    "what would settle it",
    "sources",
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

OURS: Final = "ours: plain-English edition, not the treaty's wording"


def write(extract: Extract) -> str:
    """Return the extract as CSV with a heading line; line breaks in words are kept in quotes.

    A cell that a spreadsheet would take for a formula has an apostrophe before it (OWASP, "CSV
    Injection"); the other forms have the words without it.
    """
    lines = io.StringIO()
    writer = csv.DictWriter(lines, COLUMNS, restval="")
    writer.writeheader()
    for article in extract.articles:
        for row in (*official_rows(article, extract), *edition_rows(article, extract)):
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


def official_rows(article: ArticleData, extract: Extract) -> Iterator[Row]:
    """Yield a row for each paragraph of each official text."""
    texts = {text.slug: text for text in extract.official_texts}
    for part in article.official:
        text = texts[part.text]
        for row in part.paragraphs:
            yield {
                "edition": text.slug,
                "language": text.language,
                "whose words": f"official text, {text.name} ({text.wording_label})",
                "paragraph": row.number,
                "what the number is worth": numbers.printed(row.label),
                "id": row.id,
                "basis": "official",
                "text": row.text,
                "sources": text.url,
                "address": row.url,
            }


def edition_rows(article: ArticleData, extract: Extract) -> Iterator[Row]:
    """Yield a row for each statement of our edition; for an article without any, what we know."""
    addresses = {source.key: source.url for source in extract.sources}
    ours: Row = {
        "edition": PLAIN,
        "language": "en",
        "whose words": OURS,
        "evidence of our words": article.evidence_label,
    }
    for row in article.edition:
        for statement in row.statements:
            yield ours | {
                "paragraph": row.number,
                "what the number is worth": numbers.worth(article.number, row.numbering),
                "id": row.id,
                "basis": statement.basis.value,
                "text": statement.marked,
                "what would settle it": statement.settle,
                "sources": " ".join(addresses[key] for key in statement.sources),
                "address": row.url,
            }
    if not article.edition and not article.official:
        yield ours | {"id": article.id, "text": article.gist, "address": article.url}
