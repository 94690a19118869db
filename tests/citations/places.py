"""What the tests cite: places of every kind, as pages would show them."""

from __future__ import annotations

from datetime import date
from typing import Final

from articles.citations.pinpoint import Pinpoint
from articles.models import Evidence

SITE: Final = "https://treaty.example"
DAY: Final = date(2026, 11, 22)

TITLE: Final = (
    "Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran "
    "and the Russian Federation"
)

PLACES: Final = {
    "treaty": Pinpoint(SITE, DAY),
    "article": Pinpoint(SITE, DAY, 3),
    "paragraph": Pinpoint(SITE, DAY, 3, 3),
    "preamble": Pinpoint(SITE, DAY, 0),
    "recital": Pinpoint(SITE, DAY, 0, 3),
    "unconfirmed number": Pinpoint(SITE, DAY, 3, 3, is_numbered=False),
    "inferred article": Pinpoint(SITE, DAY, 6, evidence=Evidence.PLACED),
    "outline": Pinpoint(SITE, DAY, 45, evidence=Evidence.OUTLINE),
    "not described": Pinpoint(SITE, DAY, 25, evidence=Evidence.UNPLACED),
    "official": Pinpoint(SITE, DAY, 3, 3, text_name="English, Lake Office"),
    "second official": Pinpoint(
        SITE, DAY, 3, 3, text_name="Russian", text_language="ru", query="?lang=ru"
    ),
}
