"""What the tests save in reference managers: entries of every kind, as files would hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.citations.entries import entry
from articles.citations.pinpoint import Pinpoint
from articles.treaty.places import Place
from tests.citations.places import DAY, PLACES, SITE

SELECTED: Final = [
    *(Pinpoint(SITE, DAY, Place(number)) for number in (3, 17, 18, 19)),
    Pinpoint(SITE, DAY, Place(12, 1)),
    Pinpoint(SITE, DAY, Place(2, 1), is_alone=True),
    Pinpoint(SITE, DAY, Place(22, 2, 3)),
    Pinpoint(SITE, DAY, Place(0, 3)),
]
MIXED: Final = [SELECTED[0], replace(SELECTED[4], text_name="English, Lake Office")]

ENTRIES: Final = {
    **{name: entry([pinpoint]) for name, pinpoint in PLACES.items()},
    "selection": entry(SELECTED, f"{SITE}/set/3,17-19,12.1,2.1,22.2.3,0.3/"),
    "selection of both": entry(MIXED, f"{SITE}/set/3,12.1/"),
}
