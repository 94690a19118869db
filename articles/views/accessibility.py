"""How far the site meets WCAG 2.2, criterion by criterion, and how that was checked."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpResponse

from articles import heads
from articles.views.rendering import show
from articles.views.requests import Request
from treaty_site.contact import shown

PRINCIPLES: Final = {
    "1": "Perceivable",
    "2": "Operable",
    "3": "Understandable",
    "4": "Robust",
}
"""The principles, by the number with which those of their criteria begin."""

RESULTS: Final = ("Meets", "Partly met, or partly checked", "Not applicable")
"""What may come of the check of a criterion."""

TABLE: Final = Path(__file__).with_name("wcag.csv")
"""Number, name, level, result and how it was checked, as the page shows them."""

CRITERIA: Final = tuple(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="|"))


def accessibility(request: Request) -> HttpResponse:
    """Show every criterion of levels A and AA, how it was checked, and the result."""
    groups = [
        (PRINCIPLES[number], list(rows))
        for number, rows in groupby(CRITERIA, key=lambda row: row["number"][0])
    ]
    counts = Counter(row["result"] for row in CRITERIA)
    context = {
        "groups": groups,
        "counts": [(result, counts[result]) for result in RESULTS],
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
