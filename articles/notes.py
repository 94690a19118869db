"""Marks statements with the notes at the foot of the page that name their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import markup
from articles.models import Background, Source, Statement
from articles.search import NO_MARKS, Marker


@dataclass(frozen=True)
class Note:
    """A note at the foot of the page: the sources on which one or more statements rest."""

    number: int
    sources: tuple[Source, ...]

    @property
    def anchor(self) -> str:
        """The HTML ``id`` of the note."""
        return f"note-{self.number}"

    @property
    def first_mark(self) -> str:
        """The HTML ``id`` of the first place in the text that the note belongs to."""
        return f"mark-{self.number}"


@dataclass
class Notes:
    """The notes of a page, numbered in the order in which the text first needs them.

    ``marker`` marks in the text what a reader was looking for.
    """

    by_sources: dict[tuple[str, ...], Note] = field(default_factory=dict)
    marker: Marker = NO_MARKS

    def mark(self, html: str, sources: Iterable[Source]) -> SafeString:
        """Return the passage with the mark of the note that names its sources."""
        sources = tuple(sources)
        key = tuple(source.key for source in sources)
        is_new = key not in self.by_sources
        note = self.by_sources.setdefault(key, Note(len(self.by_sources) + 1, sources))
        mark = format_html(
            '<sup class="note-mark"{}><a href="#{}" aria-label="Note {}">{}</a></sup>',
            format_html(' id="{}"', note.first_mark) if is_new else "",
            note.anchor,
            note.number,
            note.number,
        )
        return markup.append_inline(html, mark)

    def passages(self, statements: Iterable[Statement]) -> list[Passage]:
        """Return statements as they are shown; their sources should have been fetched."""
        return [
            Passage(self.mark(self.marker.html(row.html), row.sources.all()), is_unconfirmed=False)
            if row.is_reported
            else Passage(markup.safe(self.marker.html(row.html)), True, row.settle)
            for row in statements
        ]

    def background(self, rows: Iterable[Background]) -> list[SafeString]:
        """Return background notes as they are shown; their sources should have been fetched."""
        return [self.mark(row.html, row.sources.all()) for row in rows]

    def __len__(self) -> int:
        return len(self.by_sources)

    def __iter__(self) -> Iterator[Note]:
        return iter(self.by_sources.values())


@dataclass(frozen=True)
class Passage:
    """A statement as it is shown: marked with its note, or set apart as unconfirmed."""

    html: SafeString
    is_unconfirmed: bool
    settle: str = ""
