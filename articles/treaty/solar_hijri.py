"""Dates in the Solar Hijri calendar, Iran's official one.

Leap years follow the 33-year cycle, as in the ``PersianCalendar`` of ICU: a year ``y`` has 366
days if ``(25 * y + 11) % 33 < 8``. From 1925, when the calendar became law, to well beyond the
treaty's first term that gives the same days as the equinox does, by which it is defined.
"""

from __future__ import annotations

from datetime import date
from typing import Final

MONTHS: Final = (
    *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
    *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
)

LAW_SINCE: Final = date(1925, 3, 31)
"""Before it, Iran counted the months of the solar year otherwise."""

EPOCH: Final = date(622, 3, 21).toordinal()
"""The first day of the year 1, as the rule counts back to it."""


def days_before(year: int) -> int:
    """Return how many days of the calendar went before a year."""
    return 365 * (year - 1) + (8 * year + 21) // 33


def solar_hijri(day: date) -> tuple[int, int, int]:
    """Return year, month and day in the Solar Hijri calendar."""
    since = day.toordinal() - EPOCH
    year = day.year - 621
    if days_before(year) > since:
        year -= 1
    of_year = since - days_before(year)
    first_half = 6 * 31
    if of_year < first_half:
        return year, of_year // 31 + 1, of_year % 31 + 1
    of_year -= first_half
    return year, of_year // 30 + 7, of_year % 30 + 1


def in_solar_hijri(value: str) -> str:
    """Return a date of the fixtures in words: ``28 Dey 1403``.

    Nothing for one that is no day, or from before the calendar was law.
    """
    if len(value) < len("2025-01-17") or date.fromisoformat(value) < LAW_SINCE:
        return ""
    year, month, day = solar_hijri(date.fromisoformat(value))
    return f"{day} {MONTHS[month - 1]} {year}"
