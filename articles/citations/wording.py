"""What styles of citation share: dates, places in the treaty, and what an address shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.models import Evidence, OfficialText

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SHOWN: Final = {
    Evidence.REPORTED: "restated in plain English",
    Evidence.PLACED: "restated in plain English, article number inferred,",
    Evidence.OUTLINE: "outlined in plain English, unconfirmed,",
    Evidence.UNPLACED: "not yet described",
}
"""What an address shows of an article where there is no official text."""

SHOWN_OF_TREATY: Final = "restated in plain English, in part,"
"""The same of the whole treaty, of which some articles are not described."""


def day_first(day: date) -> str:
    """Return ``17 January 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_first(day: date) -> str:
    """Return ``January 17, 2025``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def shown(pinpoint: Pinpoint) -> str:
    """Return what the address shows, to stand before it: never the treaty's text unless it does.

    ``English text`` with an official text, and otherwise what our edition has there.
    """
    if pinpoint.is_official:
        return f"{OfficialText.Language(pinpoint.text_language).label} text"
    if pinpoint.article is None:
        return SHOWN_OF_TREATY
    return SHOWN[pinpoint.evidence]


@dataclass(frozen=True)
class Places:
    """How a style writes places in the treaty, with ``{}`` for their numbers."""

    article: str
    paragraph: str
    preamble: str
    recital: str

    def of(self, pinpoint: Pinpoint, before: str = "") -> str:
        """Return the place with what stands ``before`` it; nothing for the whole treaty."""
        if pinpoint.article is None:
            return ""
        numbers = [pinpoint.article] if pinpoint.article != treaty.PREAMBLE else []
        form = self.article if numbers else self.preamble
        if pinpoint.cited_paragraph:
            form = self.paragraph if numbers else self.recital
            numbers.append(pinpoint.cited_paragraph)
        return before + form.format(*numbers)
