"""Marks what stands beside the text with notes at the foot of the page that name its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from articles.models import Background, Caution, Source, markup


@dataclass(frozen=True)
class Note:
    """A note at the foot of the page: the sources of one or more passages."""

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
    """The notes of a page, numbered in the order in which it first needs them."""

    by_sources: dict[tuple[str, ...], Note] = field(default_factory=dict)

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

    def caution(self, row: Caution) -> SafeString:
        """Return a caution as it is shown; its sources should have been fetched."""
        sources = row.sources.all()
        return self.mark(escape(row.text), sources) if sources else escape(row.text)

    def background(self, rows: Iterable[Background]) -> list[SafeString]:
        """Return background notes as they are shown; their sources should have been fetched."""
        return [self.mark(row.html, row.sources.all()) for row in rows]

    def __len__(self) -> int:
        return len(self.by_sources)

    def __iter__(self) -> Iterator[Note]:
        return iter(self.by_sources.values())
