"""What the page of a selection shows: each place laid out as its article's page would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from articles.edition import Edition
from articles.models import Article
from articles.reading.article_page import ArticlePage
from articles.reading.layout import Block, Cell
from articles.reading.notes import Notes
from articles.reading.texts import TextsForm
from articles.selections.selection import Selection
from articles.treaty.places import Place


@dataclass(frozen=True)
class Entry:
    """A provision as it is shown, and the addresses of the selection without it or with it moved.

    ``page`` has its article, or only the paragraph in which it stands; ``paragraphs`` are what is
    shown of that, each with the cautions that speak of it, and ``cautions`` speak of the article.
    """

    place: Place
    page: ArticlePage
    paragraphs: list[tuple[Block, list[SafeString]]]
    cautions: list[SafeString]
    remove: str
    up: str
    down: str

    @property
    def heading(self) -> str:
        """``Article 12, paragraph 2 · Lake shipping``."""
        return f"{self.place.label} · {self.page.article.title}"

    @property
    def is_only(self) -> bool:
        """Whether the selection has no other place, so that without it there is none."""
        return not self.up and not self.down


def entries(
    selection: Selection, texts: TextsForm, notes: Notes, edition: Edition
) -> Iterator[Entry]:
    """Return the places of a selection in its order, their notes numbered one after the other."""
    for place in selection.places:
        article = edition.by_number[place.article]
        page = ArticlePage(article, notes=notes, official=texts.chosen, only=place.paragraph)
        said = cautions(article, place, notes)
        yield Entry(
            place=place,
            page=page,
            paragraphs=[
                (narrowed(block, place.point), said[block.number]) for block in page.layout.blocks
            ],
            cautions=said[None],
            remove=selection.address_without(place),
            up=selection.address_moved(place, -1),
            down=selection.address_moved(place, 1),
        )


def cautions(article: Article, place: Place, notes: Notes) -> Mapping[int | None, list[SafeString]]:
    """Return what a reader could get wrong about a provision, by the paragraph it speaks of."""
    said: dict[int | None, list[SafeString]] = defaultdict(list)
    for row in article.cautions.all():
        if place.paragraph in {None, row.paragraph}:
            said[row.paragraph].append(notes.caution(row))
    return said


def narrowed(block: Block, point: int | None) -> Block:
    """Return of a paragraph only what comes before its points, and this one; without it, all."""
    if point is None:
        return block
    return replace(
        block,
        cells=[narrowed_cell(cell, point) for cell in block.cells],
        points=[shown for shown in block.points if shown.place.point == point],
    )


def narrowed_cell(cell: Cell, point: int) -> Cell:
    """Return the same of an official text: each label begins a point."""
    kept, points = [], 0
    for label, html in cell.blocks:
        points += bool(label)
        if points in {0, point}:
            kept.append((label, html))
    return replace(cell, blocks=kept)
