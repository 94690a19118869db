"""Lays an article's paragraphs out: every official text that is chosen, and ours beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString

from articles.models import (
    Article,
    OfficialParagraph,
    OfficialText,
    Paragraph,
    Point,
    Strength,
    markup,
)
from articles.search import NO_MARKS, Marker
from articles.treaty.places import Place

PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Cell:
    """A paragraph of an official text as it is shown: a label, HTML and the place of a point.

    Without any, the text has no paragraph of this number.
    """

    text: OfficialText
    blocks: list[tuple[str, SafeString, int | None]]

    def lines(self, point: int | None = None) -> list[str]:
        """Return the words as lines of plain text, of the whole or of one of its points.

        Without such a point there are none.
        """
        return [
            f"{label} {markup.to_text(html)}".strip()
            for label, html, at in self.blocks
            if point in {None, at}
        ]


@dataclass(frozen=True)
class ShownPoint:
    """A point of our paragraph as it is shown."""

    point: Point
    html: SafeString
    is_marked: bool

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.point.place

    @property
    def label(self) -> str:
        """``Point 2.3``."""
        return self.place.name


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown: in each official text, and in our edition.

    ``paragraph`` is our edition's, if it has this number, ``html`` its own words and ``points``
    those of its points. ``printed`` is the number as the first of the official texts prints it.
    ``is_alone`` is true of the only paragraph of an article. ``is_marked`` is true of the
    paragraph that the address names, or that holds the point that it names.
    """

    place: Place
    cells: list[Cell]
    paragraph: Paragraph | None
    html: SafeString
    points: list[ShownPoint]
    is_marked: bool
    printed: str = ""
    is_alone: bool = False

    @property
    def key(self) -> str | None:
        """What tells it from others of the same texts; none where something in it is marked."""
        shown = [self.html, *(point.html for point in self.points)]
        shown += [html for cell in self.cells for _, html, _ in cell.blocks]
        is_plain = not self.is_marked and not any("<mark>" in html for html in shown)
        return self.place.code if is_plain else None

    @property
    def number(self) -> int:
        """The number of the paragraph; 0 for words before the first numbered one."""
        return self.place.paragraph or 0

    @property
    def anchor(self) -> str:
        """The HTML ``id`` (``art_12__para_3``); the article's own is that of the whole article."""
        return Place(self.place.article, self.number).anchor

    @property
    def strengths(self) -> list[Strength]:
        """How the paragraph binds, in the order of its sentences."""
        return self.paragraph.strength_list if self.paragraph else []

    @property
    def direction(self) -> str:
        """``rtl`` if nothing but right-to-left text is shown of the official words."""
        directions = {cell.text.direction for cell in self.cells}
        return "rtl" if directions == {"rtl"} else "ltr"

    @property
    def label(self) -> str:
        """``Paragraph 3``."""
        return self.place.name

    @property
    def margin(self) -> str:
        """What stands in the margin: the number, or ¶ where the treaty prints none."""
        if self.is_alone:
            return "¶"
        number = str(self.number)
        return number.translate(PERSIAN_DIGITS) if self.direction == "rtl" else number

    @property
    def has_number(self) -> bool:
        """Whether a number is shown."""
        return bool(self.number) and not self.is_alone

    @property
    def before_ours(self) -> str:
        """What stands before our words where they are copied; nothing without a number."""
        return f"{self.number}." if self.has_number else ""

    @property
    def before_official(self) -> str:
        """The same, before the words of an official text."""
        return f"{self.margin}." if self.has_number else ""


@dataclass(frozen=True)
class Layout:
    """The paragraphs of an article, and the official texts that stand beside ours.

    ``counts`` has how many paragraphs each text has, by its name.
    """

    blocks: list[Block]
    texts: list[OfficialText]
    counts: dict[str, int]


def lay_out(
    article: Article,
    official: Sequence[OfficialText],
    only: Place,
    marked: Place | None = None,
    marker: Marker = NO_MARKS,
) -> Layout:
    """Return the paragraphs as they are shown, given the official texts to show before ours.

    Paragraphs of the same number are the same provision and stand side by side. ``only`` is what
    is laid out: the article, a paragraph, or a point after what introduces it. ``marked`` is the
    provision to mark, and ``marker`` marks the words that a reader was looking for.
    """
    ours = {row.number: row for row in article.paragraphs.all()}
    theirs: dict[str, dict[int, OfficialParagraph]] = defaultdict(dict)
    for row in article.official_paragraphs.all() if official else ():
        theirs[row.official_text_id][row.number] = row
    shown = [text for text in official if text.slug in theirs]
    numbers = sorted({*ours, *(number for text in shown for number in theirs[text.slug])})
    blocks = []
    for number in numbers:
        if only.paragraph not in {None, number}:
            continue
        place, paragraph = Place(article.number, number), ours.get(number)
        rows = [(text, theirs[text.slug].get(number)) for text in shown]
        blocks.append(
            Block(
                place=place,
                cells=[Cell(text, words(row, only.point, marker)) for text, row in rows],
                paragraph=paragraph,
                html=markup.safe(marker.html(paragraph.html) if paragraph else ""),
                points=[
                    ShownPoint(row, markup.safe(marker.html(row.html)), row.place == marked)
                    for row in (paragraph.points.all() if paragraph else ())
                    if only.point in {None, row.number}
                ],
                is_marked=marked is not None and place == replace(marked, point=None),
                printed=next((row.label for _, row in rows if row is not None), ""),
                is_alone=[each for each in numbers if each] == [number],
            )
        )
    counts = {text.name: sum(map(bool, theirs[text.slug])) for text in shown}
    return Layout(blocks, shown, counts | ({"our edition": len(ours)} if ours else {}))


def words(
    row: OfficialParagraph | None, point: int | None, marker: Marker
) -> list[tuple[str, SafeString, int | None]]:
    """Return the blocks of an official paragraph, with what was looked for marked."""
    blocks = row.blocks_of(point) if row else []
    return [(label, markup.safe(marker.html(escape(text))), at) for label, text, at in blocks]
