"""Lays an article out as a part of a book: official texts, our own words, and notes.

The official texts come first, each whole, and ours after them. They are not set beside each
other by number, since ours are not known to be the official ones of the same number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import markup, treaty
from articles.article_page import NUMBERING, PREAMBLE_NUMBERING
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialArticleData,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    SourceData,
    StatementData,
)
from articles.models import Evidence, Numbering

MARGINS: Final = {Numbering.CONFIRMED: "{}", Numbering.UNNUMBERED: "¶"}
"""What stands before a paragraph of ours by what its number is worth; else one in brackets."""


@dataclass(frozen=True)
class Note:
    """A note at the end of an article: the sources on which one or more statements rest."""

    number: int
    sources: tuple[SourceData, ...]


@dataclass(frozen=True)
class Passage:
    """A statement as it is shown: XHTML with the mark of its note."""

    xhtml: SafeString
    is_unconfirmed: bool
    settle: str


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown; its ``id`` is empty where another one has it.

    ``short_url`` is empty where it has no address of its own.

    One of an official text has ``lines``, pairs of a label and words; one of ours has passages.
    """

    id: str
    margin: str
    short_url: str
    passages: Sequence[Passage] = ()
    lines: Sequence[tuple[str, str]] = ()

    @property
    def address(self) -> str:
        """The short address as one would say it, without ``https://``."""
        return self.short_url.partition("://")[2]


@dataclass(frozen=True)
class OfficialPart:
    """An article in an official text."""

    text: OfficialTextData
    blocks: list[Block]


@dataclass(frozen=True)
class Part:
    """An article: in each official text, then in our own words, then the notes."""

    article: ArticleData
    official: list[OfficialPart]
    blocks: list[Block]
    notes: list[Note]

    @property
    def file(self) -> str:
        """The file of the book that it is."""
        return f"{self.article.id}.xhtml"

    @property
    def caveat(self) -> str:
        """What the contents say after its heading; empty if reports bear it out.

        It is empty, too, if nothing but an official text is shown: that bears itself out.
        """
        is_sure = self.article.evidence == Evidence.REPORTED or (self.official and not self.blocks)
        return "" if is_sure else self.article.evidence_label

    @property
    def is_subject_read(self) -> bool:
        """Whether a program read the title from an official text, as no report gives any."""
        return self.article.evidence == Evidence.UNPLACED and bool(self.article.title)

    @property
    def numbering(self) -> list[str]:
        """What the numbers in brackets before our paragraphs are worth, in sentences."""
        is_preamble = self.article.number == treaty.PREAMBLE
        rows = self.article.edition
        found = {
            clause: [str(row.number) for row in rows if row.numbering == numbering]
            for numbering, clause in (PREAMBLE_NUMBERING if is_preamble else NUMBERING).items()
        }
        return [f"[{', '.join(each)}]: {clause}." for clause, each in found.items() if each]


@dataclass
class Typesetter:
    """Makes the blocks of one article: each id once, and the notes in the order of the text."""

    sources: dict[str, SourceData]
    taken: set[str] = field(default_factory=set)
    notes: dict[tuple[str, ...], Note] = field(default_factory=dict)

    def own_id(self, wanted: str) -> str:
        """Return the id if no block has it yet, else nothing."""
        is_free = wanted not in self.taken
        self.taken.add(wanted)
        return wanted if is_free else ""

    def official(self, row: OfficialParagraphData, *, is_alone: bool) -> Block:
        """Return a paragraph of an official text, exactly as published."""
        counted = "¶" if is_alone else f"[{row.number}]"
        return Block(
            id=self.own_id(row.id),
            margin=row.label or (counted if row.number else ""),
            short_url=row.short_url,
            lines=[(block.label, block.text) for block in row.blocks],
        )

    def ours(self, row: ParagraphData) -> Block:
        """Return a paragraph of our edition; behind an address that is taken stand other words."""
        own_id = self.own_id(row.id)
        return Block(
            id=own_id,
            margin=MARGINS.get(Numbering(row.numbering), "[{}]").format(row.number),
            short_url=row.short_url if own_id else "",
            passages=list(map(self.passage, row.statements)),
        )

    def passage(self, statement: StatementData) -> Passage:
        """Return a statement with the mark of the note that names its sources, if it has any."""
        words = xhtml(statement.html)
        if statement.sources:
            words = markup.append_inline(words, self.mark(statement.sources))
        return Passage(words, statement.is_unconfirmed, statement.settle)

    def mark(self, keys: tuple[str, ...]) -> SafeString:
        """Return the mark of a note; the first one of each is where the note leads back to."""
        is_new = keys not in self.notes
        new = Note(len(self.notes) + 1, tuple(self.sources[key] for key in keys))
        number = self.notes.setdefault(keys, new).number
        return format_html(
            '<sup><a{0} href="#note-{1}" epub:type="noteref" role="doc-noteref"'
            ' aria-label="Note {1}">{1}</a></sup>',
            format_html(' id="mark-{}"', number) if is_new else "",
            number,
        )


def lay_out(article: ArticleData, extract: Extract) -> Part:
    """Return an article of an extract as a part of the book."""
    texts = {text.slug: text for text in extract.official_texts}
    typesetter = Typesetter({source.key: source for source in extract.sources})
    official = [official_part(each, texts[each.text], typesetter) for each in article.official]
    blocks = list(map(typesetter.ours, article.edition))
    return Part(article, official, blocks, list(typesetter.notes.values()))


def official_part(
    article: OfficialArticleData, text: OfficialTextData, typesetter: Typesetter
) -> OfficialPart:
    """Return an article as an official text has it."""
    is_alone = len(article.paragraphs) == 1
    blocks = [typesetter.official(row, is_alone=is_alone) for row in article.paragraphs]
    return OfficialPart(text, blocks)


def xhtml(html: str) -> SafeString:
    """Return HTML that the loader sanitised as XHTML.

    The sanitiser closes what it opens and escapes what must be; only empty elements and the
    names of characters (it writes no name but ``&nbsp;`` that XML lacks) are written otherwise.
    """
    return markup.safe(html.replace("<br>", "<br/>").replace("&nbsp;", "&#160;"))
