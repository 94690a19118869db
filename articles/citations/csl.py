"""Citations as CSL-JSON, which programs for references read and citation styles are written for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from articles import treaty
from articles.citations.entries import note, with_keys
from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import SPELT, day_first


def write(pinpoints: Sequence[Pinpoint]) -> str:
    """Return a list of items of the type ``treaty``, in JSON.

    ``issued`` is the day of signature and ``section`` the place cited, since an item of the schema
    has no locator. There is no ``accessed``: the file stays the same from day to day, so that
    it can be kept.
    """
    items = [item(key, pinpoint) for key, pinpoint in with_keys(pinpoints)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item(key: str, pinpoint: Pinpoint) -> dict[str, Any]:
    """Return an item, with the variables that have a value."""
    day = treaty.SIGNED
    variables = {
        "id": key,
        "type": "treaty",
        "title": treaty.TITLE,
        "title-short": treaty.SHORT_TITLE,
        "author": [{"literal": party} for party in treaty.PARTIES],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "publisher-place": treaty.SIGNED_AT,
        "status": f"in force since {day_first(treaty.IN_FORCE)}",
        "section": SPELT.of(pinpoint),
        "URL": pinpoint.url,
        "note": note(pinpoint),
        "custom": {"sha256": pinpoint.sha256} if pinpoint.sha256 else None,
    }
    return {name: value for name, value in variables.items() if value}
