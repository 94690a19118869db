"""What is fixed about the treaty: its names, its parties and how many articles it has.

Everything else that is said of it comes from ``fixtures/``, with sources.
"""

from typing import Final

TITLE: Final = (
    "Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran "
    "and the Russian Federation"
)
SHORT_TITLE: Final = "Iran–Russia Treaty"

PREAMBLE: Final = 0
"""The number under which the preamble stands beside the articles."""

LAST_ARTICLE: Final = 47
NUMBERS: Final = range(PREAMBLE, LAST_ARTICLE + 1)
"""The numbers that the edition must hold, each once: the preamble and every article."""


def label(number: int) -> str:
    """Return the name of an article in running text: ``Preamble`` or ``Article 14``."""
    return "Preamble" if number == PREAMBLE else f"Article {number}"
