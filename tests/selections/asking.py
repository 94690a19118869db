"""What the tests of selections ask of texts and pages."""

from __future__ import annotations

from articles import treaty
from articles.selections.reading import read
from articles.selections.selection import Selection
from tests.pages import Page

NUMBERS = {
    **{number: dict.fromkeys(range(1, 5), 0) for number in treaty.NUMBERS},
    12: dict.fromkeys(range(1, 13), 0),
    22: {1: 0, 2: 6, 3: 0},
    28: {1: 9},
    treaty.CLOSING: {1: 0},
}
"""How many points each paragraph has in the tests that ask no database."""


def codes(text: str) -> list[str]:
    """The provisions that a text is understood to name."""
    return [place.code for place in read(text, NUMBERS).places]


def faults(text: str) -> list[str]:
    """What is said to be wrong with a text."""
    return list(read(text, NUMBERS).faults)


def of(text: str, note: str = "", texts: str = "") -> Selection:
    """The selection that a text names."""
    return Selection(read(text, NUMBERS), note, texts=texts)


def hrefs(page: Page, selector: str) -> list[str]:
    """Where the links lead that a selector finds on a page."""
    return [node.attrs["href"] or "" for node in page.document.query(selector)]
