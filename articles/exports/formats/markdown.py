"""Markdown with footnotes, as Pandoc and GitHub read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.exports import numbers
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialArticleData,
    ParagraphData,
    SourceData,
)

SPECIAL: Final = re.compile(
    r"""
      [\\`*_\[\]<>\#|~$^@]         # marks wherever they stand; those of Pandoc, too
    | &(?=\#?\w+;)                # what would be a character's name
    | (?<=^)[-+=:](?=[-+=:]*\s*$|\s)  # a rule, an item, the line under a heading, a definition
    | (?<=^)(?P<label>\(?\w+)[.)](?=\s)  # the label of an item, in digits or letters
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What Markdown would read as a mark in words that are not Markdown."""

INDENT: Final = re.compile(r"^[ \t]+", re.MULTILINE)
"""What would make a line one of code."""


def write(extract: Extract) -> str:
    """Return the extract as Markdown, in which nothing is numbered by Markdown itself."""
    blocks = list(opening(extract))
    for article in extract.articles:
        blocks += article_blocks(article, extract)
    blocks += map(footnote, extract.sources)
    return "\n\n".join(blocks) + "\n"


def opening(extract: Extract) -> Iterator[str]:
    """Yield what is said before the text: what this is, whose words, and from where."""
    yield f"# {extract.treaty.title}"
    if extract.scope != "treaty":
        yield f"**{extract.heading}**"
    yield extract.notice
    if extract.has_brackets:
        yield numbers.BRACKETS
    for fault in extract.faults:
        yield f"Left out: {escaped(fault)}"
    for text in extract.official_texts:
        origin = f" [Where it was published](<{text.url}>)" if text.url else ""
        retrieved = f", retrieved {text.retrieved}" if text.retrieved else ""
        yield f"Official text, {escaped(text.name)} ({text.wording_label}).{origin}{retrieved}"
    yield (
        f"Address: <{extract.url}> · data version `{extract.edition.data_version}` · "
        f"licence of our edition: <{extract.edition.licence}>"
    )


def article_blocks(article: ArticleData, extract: Extract) -> Iterator[str]:
    """Yield an article: heading, what is known of it, and each text of it."""
    yield f"## {escaped(article.heading)}"
    yield f"*{article.standing}.* <{article.short_url}> · SHA-256 `{article.sha256}`"
    names = {text.slug: text.name for text in extract.official_texts}
    for text in article.official:
        yield from official_blocks(text, names[text.text])
    if article.official and article.edition:
        yield "### In our own words, not the treaty's"
    for row in article.edition:
        yield from edition_paragraph(row)
    if not article.edition and not article.official:
        yield escaped(article.gist)


def official_blocks(text: OfficialArticleData, name: str) -> Iterator[str]:
    """Yield an article of an official text, exactly as published."""
    yield f"### Official text, {escaped(name)}"
    for paragraph in text.paragraphs:
        label = f"**{escaped(paragraph.label)}** " if paragraph.label else ""
        for position, block in enumerate(paragraph.blocks):
            words = escaped(f"{block.label} {block.text}".strip())
            yield (label if position == 0 else "") + words


def edition_paragraph(row: ParagraphData) -> Iterator[str]:
    """Yield a paragraph of our edition, each statement with footnotes for its sources."""
    label = f"**{row.number}**" if row.is_numbered else f"**\\[{row.number}\\]**"
    for position, statement in enumerate(row.statements):
        start = f"{label} " if position == 0 else ""
        notes = " ".join(f"[^{key}]" for key in statement.sources)  # side by side they read as one
        if statement.is_unconfirmed:
            marked = f"{start}**Unconfirmed.** {statement.markdown}"
            yield quoted(f"{marked}\n\n{escaped(statement.settle)}")
        else:
            yield start + statement.markdown + notes


def quoted(text: str) -> str:
    """Return Markdown as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def footnote(source: SourceData) -> str:
    """Return a source as a footnote."""
    date = f", {source.date}" if source.date else ""
    said = f"{escaped(source.publisher)}: {escaped(source.what)} ({source.language}{date})."
    return f"[^{source.key}]: {said} <{source.url}>"


def escaped(text: str) -> str:
    """Return words in which Markdown finds no marks."""
    return SPECIAL.sub(
        lambda found: f"{found['label'] or ''}\\{found[0][-1]}", INDENT.sub("", text)
    )
