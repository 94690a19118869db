"""EPUB 3.3: the whole treaty as a book, a file for each article, to read without a network.

No library makes it: the one that is maintained (EbookLib) is under the AGPL and this project
under the MIT licence, and a book is no more than a ZIP of templates, which Django fills.

The same extract gives the same bytes, so nothing is taken from the clock. EPUB asks for the time
of the last change: it is the newest date among the pages and texts that the book rests on, since
the book knows nothing later, and the book says so. The identifier changes with the data version,
the address and the texts, so that two books that differ never share both.

Rules: EPUB 3.3 (package, navigation document, ``mimetype`` first and stored), its Structural
Semantics Vocabulary and DPUB-ARIA for notes and parts, EPUB Accessibility 1.1 for the metadata.
The NCX is what readers made for EPUB 2 show as contents.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.template.loader import render_to_string
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
from articles.models import Evidence, Numbering, OfficialText, Source

FOLDER: Final = "EPUB/"
XHTML: Final = "application/xhtml+xml"
NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (its production 2, ``Char``)."""


@dataclass(frozen=True)
class File:
    """A file of the book; pages are read in the order in which they stand in the table."""

    name: str
    media_type: str
    content: str
    properties: str = ""

    @property
    def id(self) -> str:
        """What the package calls it."""
        return self.name.replace(".", "-")

    @property
    def is_page(self) -> bool:
        """Whether it is one of those that are read."""
        return self.media_type == XHTML


@dataclass(frozen=True)
class Note:
    """A note at the end of an article: the sources on which one or more statements rest."""

    number: int
    sources: tuple[SourceData, ...]


@dataclass(frozen=True)
class Passage:
    """A statement as it is shown, with the mark of its note."""

    html: SafeString
    statement: StatementData


@dataclass(frozen=True)
class Block:
    """A paragraph of our edition as it is shown; ``id`` is empty where another one has it."""

    row: ParagraphData
    id: str
    margin: str
    passages: list[Passage]


@dataclass(frozen=True)
class OfficialBlock:
    """A paragraph of an official text as it is shown; ``id`` is empty where another one has it."""

    row: OfficialParagraphData
    id: str
    margin: str


@dataclass(frozen=True)
class OfficialPart:
    """An article in an official text."""

    text: OfficialTextData
    wording: str
    blocks: list[OfficialBlock]


@dataclass(frozen=True)
class Part:
    """An article as it is shown: in each official text, then in our edition, then its notes."""

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
        """What the contents say beside its heading; empty if it is reported, or official alone."""
        is_plain = self.article.evidence == Evidence.REPORTED
        return "" if is_plain or self.is_official_alone else self.article.evidence_label

    @property
    def is_official_alone(self) -> bool:
        """Whether the official text is shown and we have no words for it."""
        return bool(self.official) and not self.blocks

    @property
    def is_subject_read(self) -> bool:
        """Whether the title was read from an official text by a program: no report gives one."""
        return self.article.evidence == Evidence.UNPLACED and bool(self.article.title)

    @property
    def numbering(self) -> list[str]:
        """What the numbers in brackets are worth, in sentences."""
        clauses = (
            PREAMBLE_NUMBERING if self.article.number == treaty.PREAMBLE else NUMBERING
        ).items()
        numbers = {
            clause: [row.number for row in self.article.edition if row.numbering == numbering]
            for numbering, clause in clauses
        }
        return [
            f"[{', '.join(map(str, each))}]: {clause}." for clause, each in numbers.items() if each
        ]


def write(extract: Extract) -> bytes:
    """Return the book; the extract must hold no article twice."""
    texts = {text.slug: text for text in extract.official_texts}
    context = {
        "extract": extract,
        "short_title": treaty.SHORT_TITLE,
        "signed": date.fromisoformat(extract.treaty.signed),
        "in_force": date.fromisoformat(extract.treaty.in_force),
        "parts": parts(extract),
        "texts": [(text, wording(text)) for text in extract.official_texts],
        "languages": list(dict.fromkeys(["en", *(text.language for text in texts.values())])),
        "grades": list(Evidence),
        "sources": sources_by_kind(extract.sources),
        "identifier": identifier(extract),
        "newest": newest_date(extract),
    }
    files = [
        *(
            page("title", context),
            page("nav", context, properties="nav"),
            page("about", context),
            *(page("article", context | {"part": part}, part.file) for part in context["parts"]),
            page("sources", context),
        ),
        File("style.css", "text/css", filled("style.css", context)),
        File("cover.svg", "image/svg+xml", filled("cover.svg", context), "cover-image"),
        File("toc.ncx", "application/x-dtbncx+xml", filled("toc.ncx", context)),
    ]
    package = filled("package.opf", context | {"files": files})
    return zipped(
        [
            ("META-INF/container.xml", filled("container.xml", {})),
            (f"{FOLDER}package.opf", package),
            *((FOLDER + file.name, file.content) for file in files),
        ],
        date.fromisoformat(extract.treaty.signed),
    )
