"""Citations as CSL-JSON, which programs for references read and citation styles are written for."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.utils.formats import date_format

from articles import treaty
from articles.citations.entries import AS_TREATY, IN_FORCE, SIGNED, Entry
from articles.citations.wording import day_first


def write(entry: Entry) -> str:
    """Return a list of one item of the type ``treaty``, in JSON.

    Some of the styles that are tried print too little of a treaty, and each of these fields only
    one of them: ``note`` McGill, which has no address and only the year (it is for Zotero, too,
    which takes a treaty for a document); ``status`` the Bluebook, which puts the year after it;
    ``collection-number`` Harvard, which has only the year. There is no ``publisher-place``: where
    a treaty is signed is not where it is published.
    """
    variables = {
        "id": entry.key,
        "type": "treaty",
        "title": titled(treaty.TITLE, entry.after_title),
        "title-short": titled(treaty.SHORT_TITLE, entry.after_short_title),
        "issued": on(treaty.SIGNED),
        "accessed": on(entry.accessed) if entry.accessed else None,
        "URL": entry.url,
        "status": f"signed {date_format(treaty.SIGNED, 'j F')}",
        "collection-number": f"signed {day_first(treaty.SIGNED)}",
        "note": f"{AS_TREATY}\n{SIGNED}. {IN_FORCE}. {entry.url}",
        "annote": entry.annotation,
    }
    item = {name: value for name, value in variables.items() if value}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def titled(title: str, after: str) -> str:
    """Return a title with what is said after it, whose capitals no style changes."""
    comma, _, rest = after.partition(" ")
    return f'{title}{comma} <span class="nocase">{rest}</span>' if rest else title


def on(day: date) -> dict[str, Any]:
    """Return a date as the schema has it."""
    return {"date-parts": [[day.year, day.month, day.day]]}
