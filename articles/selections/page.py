"""What the page of a selection shows: each place laid out as its article's page would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.edition import Edition
from articles.reading.article_page import ArticlePage
from articles.reading.notes import Notes
from articles.reading.texts import TextsForm
from articles.selections.selection import Selection
from articles.treaty.places import Place


@dataclass(frozen=True)
class Entry:
    """A provision as it is shown, in a selection.

    ``page`` has that of its article which was chosen, and nothing else.
    """

    place: Place
    page: ArticlePage
    selection: Selection

    @property
    def heading(self) -> str:
        """``Article 12, paragraph 2 · Lake shipping``."""
        return f"{self.place.label} · {self.page.article.title}"

    @property
    def is_only(self) -> bool:
        """Whether the selection has no other place, so that without it there is none."""
        return self.selection.count == 1

    @property
    def remove(self) -> str:
        """The address of the selection without it."""
        return self.selection.address_without(self.place)

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What can be done with it in the list of all, and the address that does so."""
        rows = [
            ("Move up", self.selection.address_moved(self.place, -1)),
            ("Move down", self.selection.address_moved(self.place, 1)),
            ("Remove", self.remove if self.is_only else f"{self.remove}#order"),
        ]
        return [row for row in rows if row[1]]


def entries(
    selection: Selection, texts: TextsForm, notes: Notes, edition: Edition
) -> Iterator[Entry]:
    """Return the places of a selection in its order, their notes numbered one after the other."""
    for place in selection.places:
        article = edition.by_number[place.article]
        page = ArticlePage(article, notes=notes, official=texts.chosen, only=place)
        yield Entry(place, page, selection)
