"""What the number of a paragraph is worth, said wherever an export gives it as a number."""

from __future__ import annotations

from typing import Final

from articles import treaty
from articles.models import Numbering

RECITALS: Final = {
    Numbering.CONFIRMED: "The place of the recital, as reported",
    Numbering.UNCONFIRMED: "The likely place of the recital; not confirmed",
}
"""What that of a recital is worth: it counts, and only the place of a recital can be known."""

BRACKETS: Final = "A number in brackets before a paragraph is not known to be the treaty's."
NOT_PRINTED: Final = "Counted here; the text prints none"


def worth(article: int, numbering: str) -> str:
    """Return what the number of a paragraph of ours is worth, given its ``numbering``."""
    kind = Numbering(numbering)
    label = str(kind.label)
    return RECITALS.get(kind, label) if article == treaty.PREAMBLE else label


def printed(label: str) -> str:
    """Return what the number of an official paragraph is worth, given the printed one."""
    return f"Printed: {label}" if label else NOT_PRINTED
