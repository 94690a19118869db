"""Citations as CSL-JSON, which programs for references read and citation styles are written for."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from articles import treaty
from articles.citations.entries import AS_TREATY, IN_FORCE, SIGNED, Entry


def write(entry: Entry) -> str:
    """Return a list of one item of the type ``treaty``, in JSON.

    ``note`` is for McGill's style, which prints it, and no address and only the year, and for
    Zotero, which takes a treaty for a document. There is no ``status``, before which the
    Bluebook's style puts nothing and after which the year, and no ``publisher-place``: where a
    treaty is signed is not where it is published.
    """
    variables = {
        "id": entry.key,
        "type": "treaty",
        "title": entry.title,
        "title-short": entry.short_title,
        "issued": on(treaty.SIGNED),
        "accessed": on(entry.accessed) if entry.accessed else None,
        "URL": entry.url,
        "note": f"{AS_TREATY}\n{SIGNED}. {IN_FORCE}. {entry.url}",
        "annote": entry.annotation,
    }
    item = {name: value for name, value in variables.items() if value}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def on(day: date) -> dict[str, Any]:
    """Return a date as the schema has it."""
    return {"date-parts": [[day.year, day.month, day.day]]}
