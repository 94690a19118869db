"""Markdown, as Pandoc and GitHub read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.exports.extract import ArticleData, Extract, OfficialParagraphData, ParagraphData
from articles.treaty.notices import (
    ADDRESS,
    DATA_VERSION,
    HASH,
    LICENCE_OF_OURS,
    OFFICIAL,
    OURS_BESIDE_OFFICIAL,
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
    return "\n\n".join(blocks) + "\n"


def opening(extract: Extract) -> Iterator[str]:
    """Yield what is said before the text: what this is, whose words, and from where."""
    yield f"# {extract.treaty.title}"
    if extract.scope != "treaty":
        yield f"**{extract.heading}**"
    yield extract.notice
    for fault in extract.faults:
        yield f"Left out: {escaped(fault)}"
    for text in extract.official_texts:
        origin = f" [Where it was published](<{text.url}>)" if text.url else ""
        retrieved = f", retrieved {text.retrieved}" if text.retrieved else ""
        yield f"{OFFICIAL.format(escaped(text.name))} ({text.wording_label}).{origin}{retrieved}"
    yield (
        f"{ADDRESS}: <{extract.url}> · {DATA_VERSION.lower()} `{extract.edition.data_version}` · "
        f"{LICENCE_OF_OURS.lower()}: <{extract.edition.licence}>"
    )


def article_blocks(article: ArticleData, extract: Extract) -> Iterator[str]:
    """Yield an article: its heading, and each paragraph in every text that has it."""
    yield f"## {escaped(article.heading)}"
    yield f"<{article.short_url}> · {HASH} `{article.sha256}`"
    for provision in extract.provisions(article):
        for text, row in provision.official:
            yield f"*{OFFICIAL.format(escaped(text.name))}*"
            yield from official_blocks(row)
        if provision.ours:
            if article.official:
                yield f"*{OURS_BESIDE_OFFICIAL}*"
            yield from edition_blocks(provision.ours)


def official_blocks(row: OfficialParagraphData) -> Iterator[str]:
    """Yield a paragraph of an official text, exactly as published."""
    label = f"**{escaped(row.label)}** " if row.label else ""
    for position, block in enumerate(row.blocks):
        words = escaped(f"{block.label} {block.text}".strip())
        yield (label if position == 0 else "") + words


def edition_blocks(row: ParagraphData) -> Iterator[str]:
    """Yield a paragraph of our edition with its points."""
    label = f"**{row.printed}** " if row.printed else ""
    yield label + row.markdown.strip()
    for point in row.points:
        yield f"**{point.label}** {point.markdown.strip()}"


def escaped(text: str) -> str:
    """Return words in which Markdown finds no marks."""
    return SPECIAL.sub(
        lambda found: f"{found['label'] or ''}\\{found[0][-1]}", INDENT.sub("", text)
    )
