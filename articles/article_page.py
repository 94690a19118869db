"""Lays an article out like a page of a book: text with note marks, and notes at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles import markup, treaty
from articles.models import Article, Evidence, Numbering, Paragraph, Subject
from articles.notes import Notes, Passage

INFERRED: Final = " (Article number inferred.)"
DESCRIPTION_LENGTH: Final = 160
"""Characters that search engines show of a page's description."""


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown."""

    paragraph: Paragraph
    passages: list[Passage]
    is_marked: bool


class ArticlePage:
    """What an article's page shows, worked out from an article fetched with ``for_page``."""

    def __init__(
        self, article: Article, marked_number: int | None = None, notes: Notes | None = None
    ) -> None:
        """Lay out the article.

        ``marked_number`` is the paragraph to mark, if any. ``notes`` collects the notes of a
        page that shows several articles; without it the article has notes of its own.
        """
        self.article = article
        self.paragraphs = list(article.paragraphs.all())
        self.marked = next((row for row in self.paragraphs if row.number == marked_number), None)
        self.notes = Notes() if notes is None else notes
        self.blocks = [
            Block(row, self.notes.passages(row.statements.all()), is_marked=row == self.marked)
            for row in self.paragraphs
        ]

    @property
    def place(self) -> str:
        """What the page is about: ``Article 3``, or with a paragraph marked, that one."""
        if self.marked is None:
            return self.article.label
        return f"{self.article.label}, {self.marked.label.lower()}"

    @property
    def heading(self) -> str:
        """What the page is called: ``Article 3, paragraph 3 · Principles of relations``."""
        if self.marked is None:
            return self.article.heading
        return f"{self.place} · {self.article.title}" if self.article.has_subject else self.place

    @property
    def description(self) -> str:
        """A sentence or two for search engines and previews; nothing unconfirmed is in it."""
        if self.marked is None:
            said = self.article.gist
        else:
            reported = [row for row in self.marked.statements.all() if row.is_reported]
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
