"""Lays an article out as a part of a book: each paragraph in every text that has it.

The official texts of a paragraph come first, and ours after them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    Provision,
)
from articles.models import markup


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown; ``margin`` is its number, if it has one.

    ``official`` has it in each official text, exactly as published; ``ours`` is None where only
    those have it. Words before the first numbered paragraph have no address of their own.
    """

    id: str
    margin: str
    short_url: str
    official: Sequence[tuple[OfficialTextData, OfficialParagraphData]]
    ours: ParagraphData | None

    @property
    def address(self) -> str:
        """The short address as one would say it, without ``https://``."""
        return self.short_url.partition("://")[2]

    @property
    def xhtml(self) -> SafeString:
        """Our words without those of the points."""
        return xhtml(self.ours.html) if self.ours else markup.safe("")

    @property
    def points(self) -> list[tuple[str, str, SafeString]]:
        """The id, the label and the words of each of our points."""
        rows = self.ours.points if self.ours else ()
        return [(row.id, row.label, xhtml(row.html)) for row in rows]


@dataclass(frozen=True)
class Part:
    """An article, with its paragraphs in order."""

    article: ArticleData
    blocks: list[Block]

    @property
    def file(self) -> str:
        """The file of the book that it is."""
        return f"{self.article.id}.xhtml"


def lay_out(article: ArticleData, extract: Extract) -> Part:
    """Return an article of an extract as a part of the book."""
    texts = {text.slug: text for text in extract.official_texts}
    blocks = [block(row, article, texts) for row in article.provisions]
    return Part(article, blocks)


def block(row: Provision, article: ArticleData, texts: Mapping[str, OfficialTextData]) -> Block:
    """Return a paragraph as it is shown."""
    first = row.ours or row.official[0][1]
    return Block(
        id=first.id,
        margin="¶" if article.is_undivided else str(row.number or ""),
        short_url=first.short_url if row.number else "",
        official=[(texts[slug], official) for slug, official in row.official],
        ours=row.ours,
    )


def xhtml(html: str) -> SafeString:
    """Return HTML that the loader sanitised as XHTML.

    The sanitiser closes what it opens and escapes what must be; only empty elements and the
    names of characters (it writes no name but ``&nbsp;`` that XML lacks) are written otherwise.
    """
    return markup.safe(html.replace("<br>", "<br/>").replace("&nbsp;", "&#160;"))
