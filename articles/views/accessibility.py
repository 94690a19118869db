"""How far the site meets WCAG 2.2, criterion by criterion, and how that was checked."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpResponse

from articles import heads
from articles.views.rendering import show
from articles.views.requests import Request
from treaty_site.contact import shown


class Result(StrEnum):
    """What came of the check of a criterion."""

    MEETS = "Meets"
    PARTLY = "Partly met, or partly checked"
    NONE = "Not applicable"


@dataclass(frozen=True)
class Criterion:
    """A success criterion of WCAG 2.2, what came of its check, and how it was checked."""

    number: str
    name: str
    level: str
    result: Result
    how: str

    @property
    def principle(self) -> str:
        """The number of the principle to which it belongs."""
        return self.number[0]


PRINCIPLES: Final = {
    "1": "Perceivable",
    "2": "Operable",
    "3": "Understandable",
    "4": "Robust",
}

TABLE: Final = Path(__file__).with_name("wcag.csv")
"""Number, name, level, result and how it was checked, as the page shows them."""


def criteria() -> tuple[Criterion, ...]:
    """Read the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|"))
    return tuple(
        Criterion(row["number"], row["name"], row["level"], Result(row["result"]), row["how"])
        for row in rows
    )


CRITERIA: Final = criteria()


def accessibility(request: Request) -> HttpResponse:
    """Show every criterion of levels A and AA, how it was checked, and the result."""
    groups = [
        (PRINCIPLES[number], list(rows))
        for number, rows in groupby(CRITERIA, key=lambda row: row.principle)
    ]
    context = {
        "groups": groups,
        "counts": [(result, sum(row.result == result for row in CRITERIA)) for result in Result],
        "total": len(CRITERIA),
        "sections": [
            ("results", "In short"),
            ("checks", "How it was checked"),
            *((name.lower(), name) for name, _ in groups),
        ],
        "contact": settings.CONTACT,
        "contact_shown": shown(settings.CONTACT),
    }
    return show(request, "articles/accessibility.html", heads.of_single("accessibility"), context)
