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
CLOSING: Final = 48
"""Where the closing lines stand in the order. They follow the last article and bear no number."""

NUMBERS: Final = range(PREAMBLE, CLOSING + 1)
"""What the edition must hold, each once: the preamble, every article and the closing lines."""

PARAGRAPHS: Final = {
    **dict.fromkeys(NUMBERS, 1),
    **{0: 7, 3: 4, 4: 2, 5: 4, 6: 2, 7: 4, 8: 2, 9: 2, 11: 5, 13: 4, 16: 2, 18: 2, 19: 4},
    **{20: 5, 21: 6, 22: 3, 24: 2, 29: 3, 30: 5, 34: 3, 45: 2},
}
"""How many paragraphs each part has, by its number."""

POINT_NUMBERS: Final = {(22, 2): "2.{}", (28, 1): "{}"}
"""How the treaty numbers the points of a paragraph, by article and paragraph; no other has any."""

LISTS: Final = [article for (article, _), form in POINT_NUMBERS.items() if form == "{}"]
"""The articles whose only paragraph has points, which are then cited as ``28(4)``."""

TERM: Final = (45, 1)
"""The paragraph that says how long the treaty lasts."""

ORIGIN: Final = (
    "This edition restates the treaty's Russian text, as the Kremlin published it, in our own "
    "words. If the texts differ, the English one decides; we did not have it."
)
"""Where our text comes from. It is said once on a page, and at the foot of every file and card."""

NAMED: Final = {PREAMBLE: "Preamble", CLOSING: "Closing lines"}
"""The parts of the treaty that are no articles, and what they are called."""


def label(number: int) -> str:
    """Return what a part is called in running text: ``Preamble``, ``Article 14``."""
    return NAMED.get(number) or f"Article {number}"


def point_number(article: int, paragraph: int, point: int) -> str:
    """Return the number that the treaty gives a point: ``2.3`` in Article 22, ``3`` in 28."""
    return POINT_NUMBERS.get((article, paragraph), "{}").format(point)


def printed_number(number: int) -> int | None:
    """Return the number that data give for a part: 0 for the preamble, none for the closing."""
    return None if number == CLOSING else number
