"""What is fixed about the treaty: its names, parties and dates, and how many articles it has.

Everything else that is said of it comes from ``fixtures/``, with sources; the dates stand there
too, on the timeline, and a test holds these to those.
"""

from datetime import date
from typing import Final

TITLE: Final = (
    "Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran "
    "and the Russian Federation"
)
SUBJECT_TITLE: Final = "Treaty on the Comprehensive Strategic Partnership"
"""The title without the parties, for styles of citation that name them apart."""

SHORT_TITLE: Final = "Iran–Russia Treaty"

PARTIES: Final = ("Islamic Republic of Iran", "Russian Federation")
SIGNED: Final = date(2025, 1, 17)
SIGNED_AT: Final = "Moscow"
IN_FORCE: Final = date(2025, 10, 2)

PREAMBLE: Final = 0
"""The number under which the preamble stands beside the articles."""

LAST_ARTICLE: Final = 47
NUMBERS: Final = range(PREAMBLE, LAST_ARTICLE + 1)
"""The numbers that the edition must hold, each once: the preamble and every article."""


def label(number: int) -> str:
    """Return the name of an article in running text: ``Preamble`` or ``Article 14``."""
    return "Preamble" if number == PREAMBLE else f"Article {number}"
