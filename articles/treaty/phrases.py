"""How pages, commands and cards say numbers, lists and dates of the fixtures in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language_info


def counted(number: int | str, noun: str) -> str:
    """Return ``1 word``, ``2 words``, ``no words``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(names: Iterable[str], joined: str = " and") -> str:
    """Return ``a``, ``a and b``, ``a, b and c``; nothing for none."""
    *others, last = [*names] or [""]
    return f"{', '.join(others)}{joined} {last}" if others else last


def dated(value: str, before: str = "") -> str:
    """Return a date of the fixtures in words: ``17 January 2025``, ``June 2025``, ``2025``.

    What stands ``before`` it does so only if there is a date.
    """
    if not value:
        return ""
    parts = [int(part) for part in value.split("-")]
    day = date(*[*parts, 1, 1][:3])
    return before + date_format(day, ("Y", "F Y", "j F Y")[len(parts) - 1])


def language_name(code: str) -> str:
    """Return the English name of a language, from its ISO 639-1 code."""
    if code == "zh":  # Django knows only the two scripts
        return "Chinese"
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
