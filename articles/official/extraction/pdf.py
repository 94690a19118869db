"""Lines of a PDF, put together from where each letter stands on its page.

A PDF holds letters and their places, in any order. Lines from right to left are put into the
order in which they are read by that of their letters on the page; what a PDF says of the order
itself is wrong too often.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median
from typing import Any, Final

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextLine
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from articles.official.extraction.tidying import raised, tidy
from articles.official.text import Line, Refused

MAX_PAGES: Final = 500

MIRRORED: Final = str.maketrans("()[]{}«»<>‹›", ")(][}{»«><›‹")
"""Brackets and quotation marks that turn with the direction of the text."""

RIGHT_TO_LEFT: Final = ("R", "AL")
LEFT_TO_RIGHT: Final = ("L", "EN", "AN")
"""Kinds of characters by the bidirectional algorithm of Unicode (UAX #9)."""

JOINER: Final = "\u200c"
LIES_ON: Final = 0.5
"""The share of a space that lies on a letter, from which on it stands for a joiner."""

GAP: Final = 1.3
"""How much farther than usual two lines stand apart if a paragraph ends between them."""

ONE_SIZE: Final = 1.2
"""How much larger the letters of a line may be than those of another in the same paragraph."""

STEPS: Final = 8
"""One step in so many, at least, leads to the next line of the same paragraph."""

OUTSTANDING: Final = 20
"""One line in so many may begin farther out than the others."""

CLEAR: Final = 0.12
"""The share of the width that a line in the middle leaves free on both sides."""

MIDDLE: Final = (35, 66)
"""Between which hundredths of the width of a page the gap between two columns is."""

MOST_ACROSS: Final = 0.25
SHORTEST_COLUMN: Final = 5
NARROWEST_COLUMN: Final = 0.3
"""The share of lines that may cross the gap, the lines that each column has at least, and the
share of the page's width that it takes."""

SMALL: Final = 0.85
LIFTED: Final = 0.1
"""How small a raised sign is beside the letters of its line, and how far above their feet."""

WIDE_GAP: Final = 2.5
"""How many lines' heights part what stands above and below both columns from them."""

SAME_LINE: Final = 0.5
"""The share of its height by which a piece of a line may stand higher or lower than another."""


@dataclass(frozen=True)
class Row:
    """A line of text on a page, in points: where it begins and ends, and how large it is.

    In a column it is measured as if it stood in the first; ``is_column`` says so.
    """

    text: str
    left: float
    right: float
    height: float
    size: float
    is_reversed: bool
    page: int
    is_column: bool


def lines(data: bytes) -> list[Line]:
    """Return the lines of each page from top to bottom, empty ones for gaps between paragraphs."""
    try:
        pages = list(pages_of(data))
        usual = usual_step(pages)
        rows = [row for page in pages for row in with_gaps(page, usual)]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Refused(["is encrypted: save a copy without a password"]) from error
    except Refused:
        raise
    except Exception as error:  # pdfminer raises whatever the broken part leads it into
        raise Refused(["is a damaged PDF: save it again"]) from error
    edges = {is_column: edges_of(rows, is_column) for is_column in (False, True)}
    return [
        Line(
            number,
            row.text,
            page=row.page,
            is_indented=is_indented(row, *edges[row.is_column]),
            fill=fill(row, *edges[row.is_column]),
        )
        for number, row in enumerate(rows, 1)
    ]


def edges_of(rows: list[Row], is_column: bool) -> tuple[float, float]:
    """Return where lines begin and end, in columns or across the page."""
    filled = [row for row in rows if row.text and row.is_column == is_column]
    return edge([row.left for row in filled]), -edge([-row.right for row in filled])


def edge(places: list[float]) -> float:
    """Return where lines begin, but for a few that stand out."""
    return sorted(places)[len(places) // OUTSTANDING] if places else 0.0


def fill(row: Row, left: float, right: float) -> float:
    """Return which share of the width between two edges a line takes, from where lines begin.

    A line that stands in the middle, clear of both edges, takes only its own width.
    """
    if row.text and is_centred(row, left, right):
        return (row.right - row.left) / max(right - left, 1.0)
    reach = right - row.left if row.is_reversed else row.right - left
    return reach / max(right - left, 1.0) if row.text else 0.0


def is_centred(row: Row, left: float, right: float) -> bool:
    """Whether a line stands in the middle between two edges, clear of both."""
    clear = CLEAR * (right - left)
    return row.left - left > clear and right - row.right > clear


def is_indented(row: Row, left: float, right: float) -> bool:
    """Whether a line begins farther in than others, by the size of a letter or more."""
    start = right - row.right if row.is_reversed else row.left - left
    return bool(row.text) and start > row.size and not is_centred(row, left, right)


def pages_of(data: bytes) -> Iterator[list[Row]]:
    """Yield the rows of each page, given the gap between columns of the one before."""
    gutter = None
    pages = extract_pages(io.BytesIO(data), maxpages=MAX_PAGES + 1, laparams=LAParams())
    for number, page in enumerate(pages, 1):
        if number > MAX_PAGES:
            raise Refused([f"has over {MAX_PAGES} pages: save only those with the treaty"])
        pieces = sorted(lines_in(page), key=lambda piece: -piece.y0)
        gutter = gutter_of(pieces, gutter)
        yield list(rows_of(pieces, number, gutter))


def usual_step(pages: list[list[Row]]) -> float:
    """Return how far apart the lines of a paragraph stand."""
    steps = sorted(step(before, row) for page in pages for before, row in pairwise(page))
    return steps[len(steps) // STEPS] if steps else 0.0


def step(before: Row, row: Row) -> float:
    """Return how far apart two lines stand, measured by the size of their letters."""
    return (before.height - row.height) / max(before.size, row.size, 1.0)


def with_gaps(rows: list[Row], usual: float) -> Iterator[Row]:
    """Yield the rows of a page, and an empty one between any two that are no one paragraph's.

    These stand farther apart than usual, or their letters are not of one size.
    """
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and (
            step(before, row) > GAP * usual
            or max(before.size, row.size) > ONE_SIZE * min(before.size, row.size)
        ):
            yield replace(before, text="")
        yield row


def rows_of(pieces: list[LTTextLine], number: int, gutter: float | None) -> Iterator[Row]:
    """Yield each line of text on a page, one column after the other where there are two."""
    if gutter is None:
        yield from rows_in(pieces, number)
        return
    begins = [edge([piece.x0 for piece in side]) for side in beside(pieces, gutter)]
    for band in bands_of(pieces, gutter):
        left, right = beside(band, gutter)
        if any(crosses(piece, gutter) for piece in band):
            yield from rows_in(band, number)
            continue
        columns = [
            [
                replace(row, left=row.left - shift, right=row.right - shift, is_column=True)
                for row in rows_in(side, number)
            ]
            for side, shift in ((left, 0.0), (right, begins[1] - begins[0]))
        ]
        is_mirrored = sum(row.is_reversed for row in chain(*columns)) * 2 > len([*chain(*columns)])
        yield from chain(*(reversed(columns) if is_mirrored else columns))


def gutter_of(pieces: list[LTTextLine], before: float | None) -> float | None:
    """Return where the gap between two columns of a page is, or ``None`` if there is none.

    It is near the middle, hardly a line crosses it, and on both sides stand many. Where it was
    ``before`` it is on a page, too, on which only a few do.
    """
    if not pieces:
        return None
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    width = right - left
    places = [left + width * share / 100 for share in range(*MIDDLE)]
    gutter = min(places, key=lambda place: sum(crosses(piece, place) for piece in pieces))
    sides = beside(pieces, gutter)
    is_gap = sum(crosses(piece, gutter) for piece in pieces) <= MOST_ACROSS * len(pieces)
    are_columns = all(
        len(side) >= SHORTEST_COLUMN
        and max(piece.x1 for piece in side) - min(piece.x0 for piece in side)
        >= NARROWEST_COLUMN * width
        for side in sides
    )
    if is_gap and are_columns:
        return gutter
    is_last = before is not None and (
        0 < min(map(len, beside(pieces, before))) < SHORTEST_COLUMN
        and sum(crosses(piece, before) for piece in pieces) <= MOST_ACROSS * len(pieces)
    )
    return before if is_last else None


def crosses(piece: LTTextLine, place: float) -> bool:
    """Whether a line stands on both sides of a place."""
    return bool(piece.x0 < place < piece.x1)


def beside(pieces: list[LTTextLine], gutter: float) -> tuple[list[LTTextLine], list[LTTextLine]]:
    """Return the lines to the left and to the right of the gap between columns."""
    return (
        [piece for piece in pieces if piece.x1 <= gutter],
        [piece for piece in pieces if piece.x0 >= gutter],
    )


def bands_of(pieces: list[LTTextLine], gutter: float) -> Iterator[list[LTTextLine]]:
    """Yield the lines of a page, from top to bottom, in the parts to be read one by one.

    A line across both columns parts them, and so does a wide gap, as under a running head.
    """
    band: list[LTTextLine] = []
    for piece in pieces:
        is_across = crosses(piece, gutter)
        if band and (
            is_across != crosses(band[-1], gutter)
            or min(each.y0 for each in band) - piece.y1 > WIDE_GAP * piece.height
        ):
            yield band
            band = []
        band.append(piece)
    yield band


def rows_in(pieces: list[LTTextLine], number: int) -> Iterator[Row]:
    """Yield each line of text among pieces of a page; those side by side are one line."""
    rows: list[list[LTTextLine]] = []
    for piece in pieces:
        if rows and rows[-1][-1].y0 - piece.y0 <= SAME_LINE * max(piece.height, 1):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        letters = [letter for piece in row for letter in piece if isinstance(letter, LTChar)]
        inked = [letter for letter in letters if letter.get_text().strip()]
        if inked:
            reverse = is_reversed(letters)
            yield Row(
                text=tidy(reversed_line(letters) if reverse else straight_line(letters)),
                left=min(letter.x0 for letter in inked),
                right=max(letter.x1 for letter in inked),
                height=median(letter.y0 for letter in inked),
                size=median(letter.size for letter in inked),
                is_reversed=reverse,
                page=number,
                is_column=False,
            )


def lines_in(container: Iterable[Any]) -> Iterator[LTTextLine]:
    """Yield the lines of text in a part of a page, however deep they lie."""
    for part in container:
        if isinstance(part, LTTextLine):
            yield part
        elif isinstance(part, Iterable):
            yield from lines_in(part)


def is_reversed(letters: list[LTChar]) -> bool:
    """Whether more letters of a line go from right to left than from left to right."""
    texts = "".join(letter.get_text() for letter in letters)
    kinds = [unicodedata.bidirectional(character) for character in texts]
    return sum(kind in RIGHT_TO_LEFT for kind in kinds) > sum(kind == "L" for kind in kinds)


def straight_line(letters: list[LTChar]) -> str:
    """Return the text of a line from left to right, with a space where a gap is."""
    text, end = "", None
    size, foot = (median(getattr(each, name) for each in letters) for name in ("size", "y0"))
    for letter in sorted(letters, key=lambda letter: letter.x0):
        if end is not None and letter.x0 - end > letter.width / 3:
            text += " "
        is_raised = letter.size < SMALL * size and letter.y0 > foot + size * LIFTED
        text += raised(letter.get_text()) if is_raised else letter.get_text()
        end = letter.x1
    return text


def reversed_line(letters: list[LTChar]) -> str:
    """Return the text of a line from right to left.

    Numbers and words in it that go from left to right keep their order. A space that lies on a
    letter is how printing programs write the joiner of Persian words, which has no width.
    """
    inked = [letter for letter in letters if letter.get_text().strip()]
    placed = sorted((placed_sign(letter, inked) for letter in letters), reverse=True)
    signs: list[str] = []
    before = None
    for middle, width, sign in placed:
        if sign == JOINER or all(map(unicodedata.combining, sign)):  # vowels stand on letters
            signs.append(sign)
            continue
        if before is not None and before[0] - middle > (before[1] + width) / 2 + width / 3:
            signs.append(" ")
        signs.append(sign)
        before = middle, width
    text = "".join(sign if is_forward(sign) else sign.translate(MIRRORED) for sign in signs)
    return FORWARD.sub(lambda run: run[0][::-1].translate(MIRRORED), text)


FORWARD: Final = re.compile(
    r"[^\W\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc_]"
    r"(?:[^\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*"
    r"[^\W\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc_])?"
)
"""A run from its first letter or digit that goes from left to right to its last."""


def is_forward(sign: str) -> bool:
    """Whether a sign goes from left to right."""
    return any(unicodedata.bidirectional(character) in LEFT_TO_RIGHT for character in sign)


def placed_sign(letter: LTChar, inked: list[LTChar]) -> tuple[float, float, str]:
    """Return the middle of a letter on its line, its width, and the sign itself."""
    sign = letter.get_text()
    if not sign.strip():
        lies_on = any(
            min(letter.x1, other.x1) - max(letter.x0, other.x0) > LIES_ON * letter.width
            for other in inked
        )
        return (letter.x0, 0.0, JOINER) if lies_on else (middle(letter), letter.width, " ")
    return middle(letter), letter.width, unicodedata.normalize("NFKC", sign)


def middle(letter: LTChar) -> float:
    """Return the middle of a letter on its line."""
    return float(letter.x0 + letter.x1) / 2
