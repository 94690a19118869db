"""Lays an article out like a page of a book: text with note marks, and notes at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from articles import addresses, markup, treaty
from articles.layout import lay_out
from articles.models import Article, Evidence, Numbering, OfficialText, Paragraph, Subject
from articles.notes import Notes

OUR_WORDS: Final = "In plain English: "
INFERRED: Final = " (Article number inferred.)"
UNPRINTED: Final = "Each number in brackets is counted here; the official text prints none there."
OURS_APART: Final = (
    "Our paragraphs stand apart, since they are not known to be those of the official text."
)
DESCRIPTION_LENGTH: Final = 160
"""Characters that search engines show of a page's description."""

CUT: Final = " …"
"""What stands at the end of a description that was cut, between two words."""


class ArticlePage:
    """What an article's page shows, worked out from an article fetched with ``for_page``."""

    def __init__(
        self,
        article: Article,
        marked_number: int | None = None,
        notes: Notes | None = None,
        official: Sequence[OfficialText] = (),
        only: int | None = None,
    ) -> None:
        """Lay out the article.

        ``marked_number`` is the paragraph to mark, if any. ``notes`` collects the notes of a
        page that shows several articles; without it the article has notes of its own.
        ``official`` are the official texts to show before our own. ``only`` is the number of
        the one paragraph to show; without it the whole article is shown.
        """
        self.article = article
        self.only = only
        self.paragraphs = [row for row in article.paragraphs.all() if only in {None, row.number}]
        self.notes = Notes() if notes is None else notes
        self.layout = lay_out(article, official, self.notes, marked_number, only)
        shown = (*self.layout.blocks, *self.layout.apart)
        self.marked = next((block for block in shown if block.is_marked), None)

    @property
    def is_official(self) -> bool:
        """Whether an official text of the article is shown."""
        return bool(self.layout.counts)

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs have an address here."""
        shown = (*self.layout.blocks, *self.layout.apart)
        return sum(block.is_addressed and bool(block.number) for block in shown)

    @property
    def division(self) -> str:
        """How many paragraphs each text has here, if they differ; empty if they agree."""
        counts = self.layout.counts
        if len(set(counts.values())) < 2:  # noqa: PLR2004 - all the same
            return ""
        kind = "recitals" if self.article.number == treaty.PREAMBLE else "paragraphs"
        listed = "; ".join(f"{name}: {count}" for name, count in counts.items())
        return f"The texts do not divide it alike. How many {kind} each has: {listed}."

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
        """A sentence or two for search engines and previews, which say whose words they are.

        Nothing unconfirmed is in it.
        """
        official = self.first_official_words
        if official:
            return shorten(official, DESCRIPTION_LENGTH, placeholder=CUT)
        caveat = INFERRED * (self.article.evidence == Evidence.PLACED)
        room = DESCRIPTION_LENGTH - len(caveat)
        return shorten(self.what_we_say, room, placeholder=CUT) + caveat

    @property
    def short_url(self) -> str:
        """The short address of the article."""
        return addresses.short_url(self.article.number)

    @property
    def cite_url(self) -> str:
        """The address at which the article is cited in every style."""
        return addresses.cite_url(self.article.number)

    @property
    def first_official_words(self) -> str:
        """The words of the first official text that is shown, named; empty if none is."""
        blocks = [self.marked] if self.marked else self.layout.blocks
        cells = (cell for block in blocks for cell in block.cells if cell.blocks)
        cell = next(cells, None)
        if cell is None:
            return ""
        words = " ".join(f"{label} {markup.to_text(html)}".strip() for label, html in cell.blocks)
        return f"Official text, {cell.text.name}: {words}"

    @property
    def what_we_say(self) -> str:
        """What our edition says, in short, or that there is no more than an outline."""
        if self.marked is None or self.marked.paragraph is None:
            gist = self.article.gist
            return OUR_WORDS + gist if self.article.is_described else gist
        reported = [row for row in self.marked.paragraph.statements.all() if row.is_reported]
        if reported:
            return OUR_WORDS + " ".join(markup.to_text(row.html) for row in reported)
        return (
            f"No report seen gives what {self.marked.label.lower()} of {self.article.label} "
            "says; this edition has an unconfirmed outline of it."
        )

    @cached_property
    def background(self) -> list[SafeString]:
        """The background, marked with notes that come after those of the text, if it is shown."""
        return self.notes.background(self.article.background.all())

    @cached_property
    def numbering_notes(self) -> list[str]:
        """What the reader should know of the paragraph numbers, in sentences."""
        if self.is_official:
            blocks = self.layout.blocks
            is_bare = any(block.margin.startswith("[") for block in blocks)
            return [UNPRINTED] * is_bare + [OURS_APART] * bool(self.layout.apart)
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


def no_such_paragraph(label: str, count: int, number: int, *, is_official: bool = False) -> str:
    """Return why there is no page for a paragraph, given how many the article has here."""
    if not count:
        return f"{label} is not described yet, so it has no paragraphs here."
    plural = "s" if count > 1 else ""
    if is_official:
        return f"{label} has {count} paragraph{plural} here; there is no {number}."
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
