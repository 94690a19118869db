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
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How words begin that a spreadsheet would calculate."""

OURS: Final = "ours: plain-English edition, not the treaty's wording"


def write(extract: Extract) -> str:
    """Return the extract as CSV with a heading line; line breaks in words are kept in quotes.

    A cell that a spreadsheet would take for a formula has an apostrophe before it (OWASP, "CSV
    Injection"); the other forms have the words without it.
    """
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    addresses = {source.key: source.url for source in extract.sources}
    for article in extract.articles:
        for row in (*official_rows(article, extract), *edition_rows(article, addresses)):
            cells = (*row, article.sha256, extract.edition.data_version)
            writer.writerow(map(harmless, cells))
    return BYTE_ORDER_MARK + lines.getvalue()


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def official_rows(article: ArticleData, extract: Extract) -> Iterator[tuple[object, ...]]:
    """Yield a row for each paragraph of each official text."""
    texts = {text.slug: text for text in extract.official_texts}
    for part in article.official:
        text = texts[part.text]
        for row in part.paragraphs:
            yield (
                text.slug,
                text.language,
                f"official text, {text.name} ({text.wording_label})",
                *named(article),
                "",
                row.number,
                numbers.printed(row.label),
                row.id,
                "official",
                row.text,
                "",
                text.url,
                row.url,
            )


def edition_rows(article: ArticleData, sources: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each statement of our edition; for an article without any, what we know."""
    for row in article.edition:
        for statement in row.statements:
            yield (
                PLAIN,
                "en",
                OURS,
                *named(article),
                article.evidence_label,
                row.number,
                numbers.worth(article.number, row.numbering),
                row.id,
                statement.basis.value,
                statement.marked,
                statement.settle,
                " ".join(sources[key] for key in statement.sources),
                row.url,
            )
    if not article.edition and not article.official:
        yield (
            PLAIN,
            "en",
            OURS,
            *named(article),
            article.evidence_label,
            "",
            "",
            article.id,
            "",
            article.gist,
            "",
            "",
            article.url,
        )


def named(article: ArticleData) -> tuple[object, ...]:
    """Return what tells which article it is."""
    return (article.number, article.title)
