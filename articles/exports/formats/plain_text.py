"""Plain text: to read anywhere."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from articles.exports.extract import ArticleData, Extract, ParagraphData
from articles.treaty.notices import (
    ADDRESS,
    DATA_VERSION,
    HASH,
    LICENCE_OF_OURS,
    OFFICIAL,
    OURS_BESIDE_OFFICIAL,
)

WIDTH: Final = 78
"""Characters in a line."""

MARGIN: Final = " " * 6
"""Where labels stand; those of points stand in a second one."""


def write(extract: Extract) -> str:
    """Return the extract as plain text in lines of at most 78 characters; no word is broken."""
    blocks = list(opening(extract))
    for article in extract.articles:
        blocks += article_blocks(article, extract)
    return "\n\n".join(blocks) + "\n"


def opening(extract: Extract) -> Iterator[str]:
    """Yield what is said before the text: what this is, whose words, and from where."""
    yield filled(extract.treaty.title)
    if extract.scope != "treaty":
        yield filled(extract.heading)
    yield filled(extract.notice)
    for fault in extract.faults:
        yield filled(f"Left out: {fault}")
    for text in extract.official_texts:
        origin = f" Published at {text.url}" if text.url else ""
        retrieved = f", retrieved {text.retrieved}" if text.retrieved else ""
        yield filled(f"{OFFICIAL.format(text.name)} ({text.wording_label}).{origin}{retrieved}")
    yield "\n".join(
        (
            f"{ADDRESS}: {extract.url}",
            f"{DATA_VERSION}: {extract.edition.data_version}",
            f"{LICENCE_OF_OURS}: {extract.edition.licence}",
        )
    )


def article_blocks(article: ArticleData, extract: Extract) -> Iterator[str]:
    """Yield an article: its heading, and each paragraph in every text that has it."""
    yield filled(article.heading.upper())
    yield f"{article.short_url}\n{HASH} {article.sha256}"
    for provision in extract.provisions(article):
        for text, row in provision.official:
            yield filled(f"{OFFICIAL.format(text.name)}:")
            yield hanging(row.label, row.text)
        if provision.ours:
            if article.official:
                yield f"{OURS_BESIDE_OFFICIAL}:"
            yield from edition_blocks(provision.ours)


def edition_blocks(row: ParagraphData) -> Iterator[str]:
    """Yield a paragraph of our edition with its points."""
    yield hanging(row.printed, row.text)
    for point in row.points:
        yield hanging(point.label, point.text, depth=2)


def filled(text: str) -> str:
    """Return a text in lines."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def hanging(label: str, text: str, depth: int = 1) -> str:
    """Return a text with its label in the margin, which is as wide as it is deep."""
    indent = MARGIN * depth
    first = f"{MARGIN * (depth - 1)}{label} ".ljust(len(indent)) if label else indent
    lines = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=first if position == 0 else indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for position, line in enumerate(text.splitlines())
    ]
    return "\n".join(lines)
