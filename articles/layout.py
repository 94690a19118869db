"""Lays an article's paragraphs out: every official text that is chosen, and ours beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString

from articles import addresses, markup, treaty
from articles.models import Article, Numbering, OfficialParagraph, OfficialText, Paragraph
from articles.notes import Notes, Passage

LONGEST_BESIDE: Final = 1.5
"""How many times the length of the official text ours may have, to stand in a column beside it."""

PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Cell:
    """A paragraph of an official text as it is shown: pairs of a label and HTML.

    Without any, the text has no paragraph of this number.
    """

    text: OfficialText
    blocks: list[tuple[str, SafeString]]


@dataclass(frozen=True)
class Block:
    """A paragraph as it is shown: in each official text, and in our edition.

    ``paragraph`` is our edition's, if it has one here; ``printed`` is the number as the first of
    the official texts prints it. ``is_alone`` is true of the only paragraph of an article in
    the official texts. A block that is not ``is_addressed`` has the number of another one.
    """

    article: int
    number: int
    cells: list[Cell]
    paragraph: Paragraph | None
    passages: list[Passage]
    is_marked: bool
    printed: str = ""
    is_alone: bool = False
    is_addressed: bool = True

    @property
    def direction(self) -> str:
        """``rtl`` if nothing but right-to-left text is shown of the official words."""
        directions = {cell.text.direction for cell in self.cells}
        return "rtl" if directions == {"rtl"} else "ltr"

    @property
    def official_length(self) -> int:
        """How many characters the first official text has that has any here."""
        cell = next((cell for cell in self.cells if cell.blocks), None)
        return sum(len(html) for _, html in cell.blocks) if cell else 0

    @property
    def our_length(self) -> int:
        """How many characters our edition has here."""
        statements = self.paragraph.statements.all() if self.paragraph else ()
        return sum(len(row.plain) for row in statements)

    @property
    def anchor(self) -> str:
        """The HTML ``id``."""
        return addresses.paragraph_anchor(self.article, self.number)

    @property
    def url(self) -> str:
        """The address of the page with this paragraph marked."""
        return addresses.paragraph_url(self.article, self.number)

    @property
    def cite_url(self) -> str:
        """The address of the page on which it is cited."""
        return addresses.cite_url(self.article, self.number)

    @property
    def short_url(self) -> str:
        """The short address, ``/3.3``."""
        return addresses.short_url(self.article, self.number)

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
            number = str(self.number)
            return number.translate(PERSIAN_DIGITS) if self.direction == "rtl" else number
        if self.is_alone:
            return "¶"
        return self.paragraph.margin if self.paragraph and not self.cells else f"[{self.number}]"


@dataclass(frozen=True)
class Layout:
    """The paragraphs of an article, and those of ours that cannot be set beside the official ones.

    ``counts`` says how many paragraphs each text has, by its name.
    """

    blocks: list[Block]
    apart: list[Block]
    counts: dict[str, int]

    @property
    def is_stacked(self) -> bool:
        """Whether ours stand below the one text shown: beside it, a column would stay empty."""
        if any(len(block.cells) > 1 for block in self.blocks):
            return False
        official = sum(block.official_length for block in self.blocks)
        ours = sum(block.our_length for block in self.apart)
        return ours > LONGEST_BESIDE * official


@dataclass(frozen=True)
class Typesetter:
    """Makes blocks: marks what was looked for, numbers notes, and marks the ``marked`` number."""

    article: Article
    notes: Notes
    marked: int | None

    def official(
        self,
        number: int,
        rows: Sequence[tuple[OfficialText, OfficialParagraph | None]],
        paragraph: Paragraph | None,
        *,
        is_alone: bool,
    ) -> Block:
        """Return what each official text has under a number, with our paragraph if given."""
        return Block(
            article=self.article.number,
            number=number,
            cells=[Cell(text, self.words(row)) for text, row in rows],
            paragraph=paragraph,
            passages=self.notes.passages(paragraph.statements.all()) if paragraph else [],
            is_marked=bool(number) and number == self.marked,
            printed=next((row.label for _, row in rows if row is not None), ""),
            is_alone=is_alone,
        )

    def ours(self, row: Paragraph, taken: Collection[int] = ()) -> Block:
        """Return a paragraph of our edition alone; a number that is ``taken`` has no address."""
        is_addressed = row.number not in taken
        return Block(
            article=self.article.number,
            number=row.number,
            cells=[],
            paragraph=row,
            passages=self.notes.passages(row.statements.all()),
            is_marked=is_addressed and row.number == self.marked,
            is_addressed=is_addressed,
        )

    def words(self, row: OfficialParagraph | None) -> list[tuple[str, SafeString]]:
        """Return the blocks of an official paragraph, with what was looked for marked."""
        blocks = row.blocks if row else []
        marker = self.notes.marker
        return [(label, markup.safe(marker.html(escape(text)))) for label, text in blocks]


def lay_out(
    article: Article,
    official: Sequence[OfficialText],
    notes: Notes,
    marked: int | None,
    only: int | None = None,
) -> Layout:
    """Return the paragraphs as they are shown, given the official texts to show before ours.

    Our paragraphs stand beside official ones of the same number only where the numbers are known
    to be the same; otherwise they stand together, apart. ``marked`` is the number to mark.
    ``only`` is the number of the one paragraph to lay out, as its address shows it.
    """
    typesetter = Typesetter(article, notes, marked)
    ours = list(article.paragraphs.all())
    texts: dict[str, dict[int, OfficialParagraph]] = defaultdict(dict)
    for row in article.official_paragraphs.all() if official else ():
        texts[row.official_text_id][row.number] = row
    shown = [text for text in official if text.slug in texts]
    numbers = sorted({number for text in shown for number in texts[text.slug]})
    if not numbers:
        alone = [typesetter.ours(row) for row in ours if only in {None, row.number}]
        return Layout(alone, [], {})
    together = is_same_division(article, ours, numbers)
    beside = {row.number: row for row in ours} if together else {}
    blocks = [
        typesetter.official(
            number,
            [(text, texts[text.slug].get(number)) for text in shown],
            beside.get(number),
            is_alone=len(numbers) == 1,
        )
        for number in numbers
        if only in {None, number}
    ]
    # A number that both have is the official paragraph's address, and says nothing of ours.
    asked = [row for row in ours if only is None or (row.number == only and only not in numbers)]
    apart = [] if together else [typesetter.ours(row, numbers) for row in asked]
    counts = {text.name: sum(map(bool, texts[text.slug])) for text in shown}
    return Layout(blocks, apart, counts | ({"our edition": len(ours)} if ours else {}))


def is_same_division(article: Article, ours: Sequence[Paragraph], numbers: Sequence[int]) -> bool:
    """Whether our paragraphs are known to be those that have the same numbers officially."""
    if article.number == treaty.PREAMBLE or not ours:
        return False
    our_numbers = {row.number for row in ours}
    is_single = len(our_numbers) == len(numbers) == 1
    are_confirmed = all(row.numbering == Numbering.CONFIRMED for row in ours)
    return (is_single or are_confirmed) and our_numbers <= set(numbers)
