"""What the tests cite: provisions of every kind, as pages would show them."""

from __future__ import annotations

from datetime import date
from typing import Final

from articles.citations.pinpoint import Pinpoint
from articles.treaty.places import Place

SITE: Final = "https://treaty.example"
DAY: Final = date(2026, 11, 22)

TITLE: Final = (
    "Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran "
    "and the Russian Federation"
)

PLACES: Final = {
    "treaty": Pinpoint(SITE, DAY),
    "article": Pinpoint(SITE, DAY, Place(3)),
    "paragraph": Pinpoint(SITE, DAY, Place(3, 3)),
    "point": Pinpoint(SITE, DAY, Place(22, 2, 3)),
    "point of a lone paragraph": Pinpoint(SITE, DAY, Place(28, 1, 4), is_alone=True),
    "lone paragraph": Pinpoint(SITE, DAY, Place(2, 1), is_alone=True),
    "preamble": Pinpoint(SITE, DAY, Place(0)),
    "recital": Pinpoint(SITE, DAY, Place(0, 3)),
    "closing lines": Pinpoint(SITE, DAY, Place(48)),
    "official": Pinpoint(SITE, DAY, Place(3, 3), text_name="English, Lake Office"),
    "second official": Pinpoint(
        SITE, DAY, Place(3, 3), text_name="Russian", text_language="ru", query="?lang=ru"
    ),
}
