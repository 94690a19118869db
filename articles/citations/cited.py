"""A citation as it is shown: words, some of them in italics, from which text and HTML come."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Italic:
    """Words that a style sets in italics."""

    words: str


@dataclass(frozen=True)
class Cited:
    """A citation in a style, piece by piece."""

    pieces: tuple[str | Italic, ...]

    @property
    def text(self) -> str:
        """The citation as plain text."""
        return "".join(piece.words if isinstance(piece, Italic) else piece for piece in self.pieces)

    @property
    def html(self) -> SafeString:
        """The citation as HTML, with ``em`` where the style wants italics."""
        return format_html_join(
            "",
            "{}",
            (
                (format_html("<em>{}</em>", piece.words) if isinstance(piece, Italic) else piece,)
                for piece in self.pieces
            ),
        )


def cited(*pieces: str | Italic) -> Cited:
    """Return the citation that consists of these pieces."""
    return Cited(pieces)
