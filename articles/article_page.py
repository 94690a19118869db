"""Lays an article out like a page of a book: text with note marks, and notes at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles import addresses, markup, treaty
from articles.models import (
    Article,
    Evidence,
    Numbering,
    OfficialParagraph,
    OfficialText,
    Paragraph,
    Subject,
)
from articles.notes import Notes, Passage

INFERRED: Final = " (Article number inferred.)"
DESCRIPTION_LENGTH: Final = 160
"""Characters that search engines show of a page's description."""


@dataclass(frozen=True)
class Cell:
    """A paragraph of an official text as it is shown: pairs of a label and HTML.

    Without any, the text has no paragraph of this number.
    """

    text: OfficialText
    blocks: list[tuple[str, SafeString]]


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown: in each official text that is chosen, then in our edition.

    ``paragraph`` is our edition's, if it has one of this number; ``printed`` is the number as
    the first of the official texts prints it. ``is_alone`` is true of the only paragraph of an
    article in all official texts that are shown.
    """

    article: int
    number: int
    cells: list[Cell]
    paragraph: Paragraph | None
    passages: list[Passage]
    is_marked: bool
    printed: str = ""
    is_alone: bool = False

    @property
    def anchor(self) -> str:
        """The HTML ``id``."""
        return addresses.paragraph_anchor(self.article, self.number)

    @property
    def url(self) -> str:
        """The address of the page with this paragraph marked."""
        return addresses.paragraph_url(self.article, self.number)

    @property
    def label(self) -> str:
        """``Paragraph 3``."""
        return addresses.paragraph_label(self.article, self.number)

    @property
    def place(self) -> str:
        """``3.2``, or the article alone: what stands in the margin in print."""
        return f"{self.article}.{self.number}" if self.number else str(self.article)

    @property
    def margin(self) -> str:
        """What stands in the margin: a number that is the treaty's own, or one in brackets."""
        if self.printed:
            return str(self.number)
        if self.is_alone:
            return "¶"
        return self.paragraph.margin if self.paragraph and not self.cells else f"[{self.number}]"


class ArticlePage:
    """What an article's page shows, worked out from an article fetched with ``for_page``."""

    def __init__(
        self,
        article: Article,
        marked_number: int | None = None,
        notes: Notes | None = None,
        official: Sequence[OfficialText] = (),
    ) -> None:
        """Lay out the article.

        ``marked_number`` is the paragraph to mark, if any. ``notes`` collects the notes of a
        page that shows several articles; without it the article has notes of its own.
        ``official`` are the official texts to show before our own.
        """
        self.article = article
        self.paragraphs = list(article.paragraphs.all())
        self.notes = Notes() if notes is None else notes
        self.official = official
        self.blocks = list(self._blocks(marked_number))
        self.marked = next((block for block in self.blocks if block.is_marked), None)

    def _blocks(self, marked_number: int | None) -> Iterator[Block]:
        """Yield the paragraphs in order, each with what every text has under its number."""
        ours = {row.number: row for row in self.paragraphs}
        theirs = {
            (row.official_text_id, row.number): row
            for row in (self.article.official_paragraphs.all() if self.official else ())
        }
        shown = {text.slug for text in self.official}
        official = {number for slug, number in theirs if slug in shown}
        numbers = official.union(ours)
        for number in sorted(numbers):
            paragraph = ours.get(number)
            rows = [theirs.get((text.slug, number)) for text in self.official]
            yield Block(
                article=self.article.number,
                number=number,
                cells=[
                    Cell(text, self._official_blocks(row))
                    for text, row in zip(self.official, rows, strict=True)
                ],
                paragraph=paragraph,
                passages=self.notes.passages(paragraph.statements.all()) if paragraph else [],
                is_marked=bool(number) and number == marked_number,
                printed=next((row.label for row in rows if row is not None), ""),
                is_alone=official == {number},
            )

    def _official_blocks(self, row: OfficialParagraph | None) -> list[tuple[str, SafeString]]:
        """Return the blocks of a paragraph, with what was looked for marked."""
        blocks = row.blocks if row else []
        return [
            (label, markup.safe(self.notes.marker.html(escape(text)))) for label, text in blocks
        ]

    @cached_property
    def division(self) -> str:
        """How many paragraphs each text has here, if they differ; empty if they agree."""
        counts = {
            text.name: sum(
                bool(cell.blocks)
                for block in self.blocks
                for cell in block.cells
                if cell.text == text and block.number
            )
            for text in self.official
        }
        if self.paragraphs:
            counts["the restatement in plain English"] = len(self.paragraphs)
        if len(set(counts.values())) < 2:  # noqa: PLR2004 - all the same
            return ""
        kind = "recitals" if self.article.number == treaty.PREAMBLE else "paragraphs"
        listed = "; ".join(f"{name}: {count}" for name, count in counts.items())
        return f"The texts divide this article differently. How many {kind} each has: {listed}."

    @property
    def place(self) -> str:
        """What the page is about: ``Article 3``, or with a paragraph marked, that one."""
        if self.marked is None:
            return self.article.label
        return addresses.place_label(self.article.number, self.marked.number)

    @property
    def heading(self) -> str:
        """What the page is called: ``Article 3, paragraph 3 · Principles of relations``."""
        if self.marked is None:
            return self.article.heading
        return f"{self.place} · {self.article.subject}" if self.article.subject else self.place

    @property
    def description(self) -> str:
        """A sentence or two for search engines and previews; nothing unconfirmed is in it."""
        if self.marked is None:
            said = self.article.gist
        elif self.marked.paragraph is None:
            return f"{self.place} of the treaty, in the official text."
        else:
            reported = [row for row in self.marked.paragraph.statements.all() if row.is_reported]
            said = " ".join(markup.to_text(row.html) for row in reported) or (
                f"No report seen gives what {self.marked.label.lower()} of {self.article.label} "
                "says; this edition has an unconfirmed outline of it."
            )
        caveat = INFERRED * (self.article.evidence == Evidence.PLACED)
        return Truncator(said).chars(DESCRIPTION_LENGTH - len(caveat)) + caveat

    @cached_property
    def background(self) -> list[SafeString]:
        """The background, marked with notes that come after those of the text, if it is shown."""
        return self.notes.background(self.article.background.all())

    @cached_property
    def numbering_notes(self) -> list[str]:
        """What the reader should know of the paragraph numbers, in sentences."""
        if self.official:
            return []
        return numbering_notes(self.article, self.paragraphs)

    @cached_property
    def neighbours(self) -> tuple[Article | None, Article | None]:
        """The article before and the one after."""
        number = self.article.number
        around = {
            row.number: row for row in Article.objects.filter(number__in=[number - 1, number + 1])
        }
        return around.get(number - 1), around.get(number + 1)

    @cached_property
    def neighbourhood(self) -> list[Article]:
        """The nearest described article on either side, for an article that is not described."""
        described = Article.objects.described()
        before = described.filter(number__lt=self.article.number).order_by("-number").first()
        after = described.filter(number__gt=self.article.number).order_by("number").first()
        return [row for row in (before, after) if row is not None]

    @cached_property
    def likely_subjects(self) -> list[Subject]:
        """The subjects without a number whose likely range takes in this article."""
        number = self.article.number
        return list(
            Subject.objects.filter(likely_from__lte=number, likely_to__gte=number).prefetch_related(
                "statements", "themes"
            )
        )


def no_such_paragraph(label: str, count: int, number: int) -> str:
    """Return why there is no page for a paragraph, given how many the article has here."""
    if not count:
        return f"{label} is not described yet, so it has no paragraphs here."
    plural = "s" if count > 1 else ""
    return f"This edition has {count} paragraph{plural} of {label}; there is no {number}."


NUMBERING: Final = {
    Numbering.UNCONFIRMED: "believed to be the treaty's own; no report confirms it",
    Numbering.OWN: "only the order in this edition; the treaty's is not known",
}
PREAMBLE_NUMBERING: Final = {
    Numbering.UNCONFIRMED: "its likely place, which no report confirms",
}


def numbering_notes(article: Article, paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return what to say of the paragraph numbers of an article, in sentences."""
    notes = []
    kind = "recital" if article.number == treaty.PREAMBLE else "paragraph"
    is_single = [row.numbering for row in paragraphs] == [Numbering.UNNUMBERED]
    clauses = PREAMBLE_NUMBERING if article.number == treaty.PREAMBLE else NUMBERING
    for numbering, clause in clauses.items():
        numbers = [row.number for row in paragraphs if row.numbering == numbering]
        if numbers and len(numbers) == len(paragraphs):
            notes.append(f"Each number in brackets: {clause}.")
        elif numbers:
            listed = ", ".join(map(str, numbers))
            notes.append(f"[{listed}]: {clause}.")
    if not article.paragraph_count_confirmed and is_single:
        notes.append("Thought to be one paragraph without a number; not confirmed.")
    elif not article.paragraph_count_confirmed and paragraphs:
        notes.append(f"How many {kind}s the treaty has here is not confirmed.")
    return notes
