"""Reads the dates in a text: day, month and year, in either calendar of the treaty."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from articles.official.languages import LANGUAGES, Grammar
from articles.official.languages.grammar import DIGITS

DAY: Final = rf"(?<!\d)(?P<day>{DIGITS}{{1,2}})"
YEAR: Final = rf"(?P<year>{DIGITS}{{4}})(?!\d)"
FORMS: Final = (
    rf"{DAY}(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?\s+(?:MONTH)[\s\u200c]*(?:ماه)?,?\s+{YEAR}",
    rf"\b(?:MONTH)\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",
)
"""How dates are written; MONTH stands for the name of one."""

DIGITS_ONLY: Final = re.compile(
    rf"(?<![\d/-])(?P<year>{DIGITS}{{4}})[/-](?P<month>{DIGITS}{{1,2}})[/-](?P<day>{DIGITS}{{1,2}})(?![\d/-])"
)
"""``1399/11/07``, as Persian texts also write them."""

LAST_SOLAR_YEAR: Final = 1500
"""The year up to which a date in digits is one of the Solar Hijri calendar."""


class Calendar(StrEnum):
    """A calendar of the treaty; the value follows a date of it."""

    GREGORIAN = ""
    SOLAR_HIJRI = " (Solar Hijri)"


class Date(NamedTuple):
    """A date, in the calendar in which it is written."""

    calendar: Calendar
    year: int
    month: int
    day: int

    def __str__(self) -> str:
        name = months(LANGUAGES["en"])[self.calendar][self.month - 1].split("|")[0]
        return f"{self.day} {name.capitalize()} {self.year}{self.calendar}"


def dates_in(text: str, language: str) -> set[Date]:
    """Return the dates in a text of one of the treaty's languages."""
    dates = {
        Date(calendar, int(found["year"]), month, int(found["day"]))
        for calendar, month, pattern in patterns(language)
        for found in pattern.finditer(text)
    }
    for found in DIGITS_ONLY.finditer(text):
        year, month, day = map(int, found.group("year", "month", "day"))
        calendar = Calendar.SOLAR_HIJRI if year <= LAST_SOLAR_YEAR else Calendar.GREGORIAN
        dates.add(Date(calendar, year, month, day))
    return dates


@lru_cache
def patterns(language: str) -> tuple[tuple[Calendar, int, re.Pattern[str]], ...]:
    """Return what dates in a month look like, for each month of both calendars."""
    return tuple(
        (calendar, number, re.compile(form.replace("MONTH", name), re.IGNORECASE))
        for calendar, names in months(LANGUAGES[language]).items()
        for number, name in enumerate(names, 1)
        for form in FORMS
    )


def months(grammar: Grammar) -> dict[Calendar, tuple[str, ...]]:
    """Return the months of each calendar in a language."""
    return {Calendar.GREGORIAN: grammar.months, Calendar.SOLAR_HIJRI: grammar.solar_months}
