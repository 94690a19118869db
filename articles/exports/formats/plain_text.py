"""Plain text: to read anywhere, with notes at the foot."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from articles.exports import numbers
from articles.exports.extract import ArticleData, Extract, ParagraphData, SourceData

WIDTH: Final = 78
"""Characters in a line."""


def write(extract: Extract) -> str:
    """Return the extract as plain text in lines of at most 78 characters; no word is broken."""
    notes = {source.key: number for number, source in enumerate(extract.sources, 1)}
    blocks = list(opening(extract))
    for article in extract.articles:
        blocks += article_blocks(article, extract, notes)
    if extract.sources:
        blocks.append("SOURCES")
        blocks += [source_line(notes[source.key], source) for source in extract.sources]
    return "\n\n".join(blocks) + "\n"


def opening(extract: Extract) -> Iterator[str]:
    """Yield what is said before the text: what this is, whose words, and from where."""
    yield filled(extract.treaty.title)
    if extract.scope != "treaty":
        yield filled(extract.heading)
    yield filled(extract.notice)
    if extract.has_brackets:
        yield numbers.BRACKETS
    for fault in extract.faults:
        yield filled(f"Left out: {fault}")
    for text in extract.official_texts:
        origin = f" Published at {text.url}" if text.url else ""
        retrieved = f", retrieved {text.retrieved}" if text.retrieved else ""
        yield filled(f"Official text, {text.name} ({text.wording_label}).{origin}{retrieved}")
    yield "\n".join(
        (
            f"Address: {extract.url}",
            f"Data version: {extract.edition.data_version}",
            f"Licence of our edition: {extract.edition.licence}",
        )
    )


def article_blocks(article: ArticleData, extract: Extract, notes: dict[str, int]) -> Iterator[str]:
    """Yield an article: heading, what is known of it, and each text of it.

    ``notes`` has the numbers of the notes by the keys of sources.
    """
    yield filled(article.heading.upper())
    yield f"{article.standing}. {article.short_url}\nSHA-256 {article.sha256}"
    names = {text.slug: text.name for text in extract.official_texts}
    for text in article.official:
        yield filled(f"Official text, {names[text.text]}:")
        for paragraph in text.paragraphs:
            yield hanging(paragraph.label, paragraph.text)
    if article.official and article.edition:
        yield filled("In our own words, not the treaty's:")
    for row in article.edition:
        yield from edition_paragraph(row, notes)
    if not article.edition and not article.official:
        yield filled(article.gist)


def edition_paragraph(row: ParagraphData, notes: dict[str, int]) -> Iterator[str]:
    """Yield a paragraph of our edition, each statement with the numbers of its sources."""
    label = str(row.number) if row.is_numbered else f"[{row.number}]"
    for position, statement in enumerate(row.statements):
        marks = "".join(f" ({notes[key]})" for key in statement.sources)
        settle = f" ({statement.settle})" if statement.settle else ""
        yield hanging(label if position == 0 else "", statement.marked + settle + marks)


def source_line(number: int, source: SourceData) -> str:
    """Return a source as a note."""
    date = f", {source.date}" if source.date else ""
    said = f"{source.publisher}: {source.what} ({source.language}{date}). {source.url}"
    return hanging(f"({number})", said)


def filled(text: str) -> str:
    """Return a text in lines."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def hanging(label: str, text: str) -> str:
    """Return a text with its label in the margin."""
    indent = " " * 6
    first = f"{label} ".ljust(len(indent)) if label else indent
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
