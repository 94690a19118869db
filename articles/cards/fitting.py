"""Breaks a text into lines that fit a space: smaller first, and cut between words only then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.cards.colours import Colour
from articles.cards.lettering import Weight, is_right_to_left, width, word_width

ELLIPSIS: Final = "…"

ENDINGS: Final = " .,:;،؛–—"
"""What does not stand before an ellipsis."""

NASKH_LARGER: Final = 1.22
NASKH_LEADING: Final = 1.12
"""Persian letters are smaller at the same size, and reach further above and below the line."""


@dataclass(frozen=True)
class Style:
    """How a text looks: sizes in pixels, the first preferred, and the most lines it may take.

    ``leading`` is the height of a line as a multiple of the size.
    """

    sizes: tuple[int, ...]
    weight: Weight
    colour: Colour
    lines: int = 1
    leading: float = 1.28

    def sizes_for(self, language: str) -> list[int]:
        """Return the sizes at which the letters of a language look alike."""
        scale = NASKH_LARGER if is_right_to_left(language) else 1
        return [round(size * scale) for size in self.sizes]

    def line_height(self, language: str, size: int) -> int:
        """Return the height of a line in pixels."""
        return round(size * self.leading * (NASKH_LEADING if is_right_to_left(language) else 1))


@dataclass(frozen=True)
class Fitted:
    """A text in lines, at the size in pixels and with the height of a line that it takes.

    ``is_whole`` is false of a text of which only the beginning is there.
    """

    lines: tuple[str, ...]
    size: int
    line_height: int
    is_whole: bool


def fit(text: str, style: Style, language: str, measure: float, room: float) -> Fitted:
    """Return a text in lines no wider than ``measure`` and together no higher than ``room``.

    The largest size at which the whole text fits is taken; at the smallest, the text is cut
    between two words, and ends in an ellipsis.
    """
    size = height = most = 0
    lines: list[str] = []
    for size in style.sizes_for(language):
        height = style.line_height(language, size)
        most = min(style.lines, int(room // height))
        lines = broken(text, language, style.weight, size, measure)
        if len(lines) <= most:
            return Fitted(tuple(lines), size, height, is_whole=True)
    kept = lines[:most]
    if kept:
        kept[-1] = cut(kept[-1], language, style.weight, size, measure)
    return Fitted(tuple(kept), size, height, is_whole=False)


def broken(text: str, language: str, weight: Weight, size: int, measure: float) -> list[str]:
    """Return a text in lines no wider than ``measure``, broken between words where possible."""
    space = word_width(" ", language, weight, size)
    lines: list[str] = []
    room = 0.0
    for word in text.split():
        for piece in pieces(word, language, weight, size, measure):
            wide = word_width(piece, language, weight, size)
            if lines and wide + space <= room:
                lines[-1] += f" {piece}"
                room -= wide + space
            else:
                lines.append(piece)
                room = measure - wide
    return lines


def pieces(word: str, language: str, weight: Weight, size: int, measure: float) -> Iterator[str]:
    """Yield a word, or parts of it where it is wider than a whole line."""
    while (wide := word_width(word, language, weight, size)) > measure:
        end = max(1, int(len(word) * measure / wide))
        while end > 1 and word_width(word[:end], language, weight, size) > measure:
            end -= 1
        yield word[:end]
        word = word[end:]
    yield word


def cut(line: str, language: str, weight: Weight, size: int, measure: float) -> str:
    """Return the beginning of a line with an ellipsis after a whole word, as far as it fits."""
    shown = f"{line.rstrip(ENDINGS)} {ELLIPSIS}"
    while width(shown, language, weight, size) > measure:
        # A word that fills the line by itself loses its last letters instead.
        line = line.rpartition(" ")[0] or line[:-1]
        shown = f"{line.rstrip(ENDINGS)} {ELLIPSIS}"
    return shown
