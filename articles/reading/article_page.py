"""What the page of an article shows: its text laid out, what stands beside it, and its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Final

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from articles import treaty
from articles.models import Article, OfficialText
from articles.reading.layout import Block, lay_out
from articles.reading.notes import Notes
from articles.search import NO_MARKS, Marker
from articles.treaty.places import Place

OUR_WORDS: Final = "In plain English: "
IN_OUR_WORDS: Final = "In our own words, from the Russian text."
BESIDE_OFFICIAL: Final = "The official text, with our own words beside it."
UNPRINTED: Final = "The official text does not number its paragraphs here; we count them."
DESCRIPTION_LENGTH: Final = 160
"""Characters that search engines show of a page's description."""

CUT: Final = " …"
"""What stands at the end of a description that was cut, between two words."""


class ArticlePage:
    """What an article's page shows, worked out from an article of an edition."""

    def __init__(  # noqa: PLR0913 - what is shown, and how it is marked
        self,
        article: Article,
        marked: Place | None = None,
        *,
        notes: Notes | None = None,
        official: Sequence[OfficialText] = (),
        only: Place | None = None,
        marker: Marker = NO_MARKS,
    ) -> None:
        """Lay out the article.

        ``marked`` is the paragraph or point to mark, if any. ``notes`` collects the notes of a
        page that shows several articles; without it the article has notes of its own.
        ``official`` are the official texts to show beside our own. ``only`` is the paragraph or
        the point to show; without it the whole article is shown. ``marker`` marks the words with
        which the reader came.
        """
        self.article = article
        self.only = only or Place(article.number)
        self.notes = Notes() if notes is None else notes
        self.layout = lay_out(article, official, self.only, marked, marker)
        self.marked = self.block(marked) if marked else None
        points = self.marked.points if self.marked else []
        self.marked_point = next((point for point in points if point.is_marked), None)

    def block(self, place: Place) -> Block | None:
        """Return the paragraph that is a place or in which it stands; none for the article."""
        whole = replace(place, point=None)
        return next((block for block in self.layout.blocks if block.place == whole), None)

    @property
    def is_official(self) -> bool:
        """Whether an official text of the article is shown."""
        return any(block.cells for block in self.layout.blocks)

    @property
    def byline(self) -> str:
        """Whose words the page shows, in a line."""
        return byline(is_official=self.is_official)

    @property
    def whole(self) -> Place:
        """The article, whichever part of it is marked."""
        return Place(self.article.number)

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs have an address here."""
        return sum(bool(block.number) for block in self.layout.blocks)

    @property
    def division(self) -> str:
        """How many paragraphs each text has here, if they differ; empty if they agree."""
        counts = self.layout.counts
        if len(set(counts.values())) < 2:  # noqa: PLR2004 - all the same
            return ""
        kind = self.article.place.kind
        listed = "; ".join(f"{name}: {count}" for name, count in counts.items())
        return f"The texts are divided differently. {kind.capitalize()}s in each: {listed}."

    @property
    def place(self) -> Place:
        """What the page is about: the article, or the paragraph or point that is marked."""
        if self.marked_point is not None:
            return self.marked_point.place
        return self.marked.place if self.marked else self.whole

    @property
    def place_line(self) -> str:
        """What is marked, and whose words it is in, in a line."""
        whose = "" if self.is_official else ", in our own words"
        return f"{self.place.label} of the {treaty.SHORT_TITLE}{whose}"

    @property
    def heading(self) -> str:
        """What the page is called: ``Article 3, paragraph 3 · Principles of relations``."""
        return f"{self.place.label} · {self.article.title}"

    @property
    def description(self) -> str:
        """A sentence or two for search engines and previews, which say whose words they are."""
        said = self.first_official_words or OUR_WORDS + self.what_we_say
        return shorten(said, DESCRIPTION_LENGTH, placeholder=CUT)

    @property
    def first_official_words(self) -> str:
        """The words of the first official text that is shown, named; empty if none is."""
        blocks = [self.marked] if self.marked else self.layout.blocks
        cells = [cell for block in blocks for cell in block.cells]
        said = ((cell.text.name, cell.lines(self.place.point)) for cell in cells)
        return next((f"Official text, {name}: {' '.join(rows)}" for name, rows in said if rows), "")

    @property
    def what_we_say(self) -> str:
        """What our edition says, in short."""
        if self.marked_point is not None:
            return self.marked_point.point.plain.rstrip(";")
        paragraph = self.marked.paragraph if self.marked else None
        return paragraph.plain if paragraph else self.article.gist

    @cached_property
    def cautions(self) -> dict[int | None, list[SafeString]]:
        """What a reader could get wrong, marked with its notes, by the paragraph it speaks of."""
        shown: dict[int | None, list[SafeString]] = defaultdict(list)
        in_order = sorted(self.article.cautions.all(), key=lambda row: row.paragraph is None)
        for row in in_order:  # those of paragraphs first, as the page and its notes have them
            if self.only.paragraph in {None, row.paragraph}:
                shown[row.paragraph].append(self.notes.caution(row))
        return shown

    @property
    def cautions_on_all(self) -> list[SafeString]:
        """Those that speak of the article, not of a paragraph."""
        return self.cautions[None]

    @property
    def paragraphs(self) -> list[tuple[Block, list[SafeString]]]:
        """The paragraphs, each with the cautions that speak of it."""
        return [(block, self.cautions[block.number]) for block in self.layout.blocks]

    @cached_property
    def background(self) -> list[SafeString]:
        """The background, marked with its notes."""
        return self.notes.background(self.article.background.all())

    @property
    def remarks(self) -> list[str]:
        """What the reader should know of how the texts are divided and numbered, in sentences."""
        division = "" if self.only.paragraph else self.division
        blocks = [block for block in self.layout.blocks if block.number and not block.is_alone]
        is_counted = self.is_official and not any(block.printed for block in blocks)
        return [*filter(None, [division, UNPRINTED if blocks and is_counted else ""])]


def byline(*, is_official: bool) -> str:
    """Return whose words a page shows, in a line."""
    return BESIDE_OFFICIAL if is_official else IN_OUR_WORDS
