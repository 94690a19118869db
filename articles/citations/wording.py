"""What styles of citation share: dates, places in the treaty, and what an address shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.models import OfficialText

SHOWN: Final = "restated in plain English"
"""What an address shows where there is no official text."""


def day_first(day: date) -> str:
    """Return ``17 January 2025``."""
    return date_format(day, "j F Y")


def shown(pinpoint: Pinpoint) -> str:
    """Return what the address shows, to stand before it: ``English text`` only if it shows one."""
    if pinpoint.is_official:
        return f"{OfficialText.Language(pinpoint.text_language).label} text"
    return SHOWN


@dataclass(frozen=True)
class Places:
    """How a style writes provisions of the treaty, with ``{}`` for their numbers."""

    article: str
    paragraph: str
    point: str
    preamble: str
    recital: str
    closing: str = "closing lines"

    def of(self, pinpoint: Pinpoint, before: str = "") -> str:
        """Return the provision with what stands ``before`` it; nothing for the whole treaty."""
        place = pinpoint.cited
        if place is None:
            return ""
        article, paragraph, point = place.numbers
        if article == treaty.CLOSING:
            return before + self.closing
        if article == treaty.PREAMBLE:
            return before + (self.recital.format(paragraph) if paragraph else self.preamble)
        if paragraph and point:
            number = treaty.point_number(article, paragraph, point)
            return before + self.point.format(article, number)
        form = self.paragraph if paragraph else self.article
        return before + form.format(article, paragraph)


SPELT: Final = Places(
    "art. {}", "art. {}, para. {}", "art. {}, point {}", "preamble", "preamble, recital {}"
)
"""The form that several styles share with the files."""
