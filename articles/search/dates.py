"""Reads a date out of a query, however it is written: a day, a month or a year.

In English, Russian and Persian, by the Gregorian calendar and by Iran's.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.treaty.phrases import dated
from articles.treaty.solar_hijri import EPOCH, days_before
from articles.treaty.solar_hijri import MONTHS as SOLAR_MONTHS

GREGORIAN: Final = (
    "january jan январ[ьяе] янв ژانویه",
    "february feb феврал[ьяе] фев فوریه",
    "march mar март[ае]? مارس",
    "april apr апрел[ьяе] апр آوریل اوریل",
    "may ма[йяе] مه می",
    "june jun июн[ьяе] ژوئن ژوین",
    "july jul июл[ьяе] ژوئیه ژوییه جولای",
    "august aug август[ае]? авг اوت آگوست اگوست",
    "september sept sep сентябр[ьяе] сен سپتامبر",
    "october oct октябр[ьяе] окт اکتبر",
    "november nov ноябр[ьяе] نوامبر",
    "december dec декабр[ьяе] дек دسامبر",
)
SOLAR: Final = (
    "farvardin фарвардин[ае]? فروردین",
    "ordibehesht ардибехешт[ае]? ордибехешт[ае]? اردیبهشت",
    "khordad хордад[ае]? خرداد",
    "tir тир[ае]? تیر",
    "mordad amordad мордад[ае]? مرداد امرداد",
    "shahrivar шахривар[ае]? شهریور",
    "mehr мехр[ае]? مهر",
    "aban абан[ае]? آبان ابان",
    "azar азар[ае]? آذر اذر",
    "dey dei де[йяе] دی",
    "bahman бахман[ае]? بهمن",
    "esfand эсфанд[ае]? اسفند",
)
"""How each month is called, as patterns."""

SHORT: Final = re.compile("jan|feb|mar|may|apr|jun|jul|aug|sept?|oct|nov|dec")
"""Names of months that a number alone does not make a date: ``3 may``."""

LAST_MONTH: Final = 12

YEARS: Final = {False: range(1900, 2101), True: range(1300, 1451)}
"""The numbers that are read as years: of the Gregorian calendar, and of Iran's."""

DEFAULT_YEAR: Final = 2025
"""The year of a day that is given without one: that of the treaty."""

NAME: Final = "|".join(
    sorted((name for row in (*GREGORIAN, *SOLAR) for name in row.split()), key=len, reverse=True)
)
MONTH: Final = rf"(?P<name>{NAME})\.?(?:\s*ماه|\s+month)?"
DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?го|-?е|م|ام)?"
YEAR: Final = r"(?P<year>\d{4})(?:\s*(?:года|году|год|г\.?)(?!\w))?"
OF: Final = r"(?:\s+of)?[\s,،-]*"
BEFORE: Final = r"(?<![\w./§#-])(?:(?:the|сал|سال)\s+)?"
AFTER: Final = r"(?![\w/-]|\.\d)"

SAME: Final = str.maketrans({"ي": "ی", "ۀ": "ه", "\u0654": None, "\u200c": " "})

PATTERNS: Final = tuple(
    re.compile(BEFORE + pattern + AFTER)
    for pattern in (
        r"(?P<year>\d{4})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})",
        r"(?P<day>\d{2})(?P<sep>[-./])(?P<month>\d{2})(?P=sep)(?P<short>2\d)",
        rf"{DAY}{OF}{MONTH}{OF}{YEAR}",
        rf"{MONTH}\s*{DAY}(?:\s*[,،]\s*|\s+){YEAR}",
        rf"(?P<year>\d{{4}}){OF}{MONTH}\s*{DAY}",
        rf"{MONTH}{OF}{YEAR}",
        rf"(?P<year>\d{{4}}){OF}{MONTH}",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<month>\d{2})[./](?P<year>\d{4})",
        rf"{DAY}{OF}{MONTH}",
        rf"{MONTH}\s*{DAY}",
        YEAR,
    )
)
"""From what says most to what says least."""


@dataclass(frozen=True)
class Asked:
    """A day, a month or a year, from its first day to its last, and the ``rest`` of the query.

    ``label`` is what it is called by the calendar of most of the world, and ``solar`` by Iran's
    if it was written so.
    """

    first: date
    last: date
    label: str
    solar: str
    rest: str

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def name(self) -> str:
        """What it is called: ``17 January 2025 (28 Dey 1403)``."""
        return f"{self.label} ({self.solar})" if self.solar else self.label


def read_date(text: str) -> Asked | None:
    """Return the date that stands in a text, if there is one: of several the fullest."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(SAME)
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in plain)
    for pattern in PATTERNS:
        for found in pattern.finditer(plain):
            rest = " ".join(f"{plain[: found.start()]} {plain[found.end() :]}".split())
            if asked := date_of(found.groupdict(), rest):
                return asked
    return None


def date_of(found: Mapping[str, str | None], rest: str) -> Asked | None:
    """Return the date with the parts that a pattern found, if there is such a date."""
    numbers = {name: int(found[name] or 0) for name in ("year", "month", "day") if found.get(name)}
    named = found.get("name")
    month, is_solar = month_called(named) if named else (numbers.get("month"), None)
    if short := found.get("short"):
        numbers["year"] = 2000 + int(short)
    year, day = numbers.get("year"), numbers.get("day")
    if 0 in numbers.values():
        return None
    if year is None:
        return (
            None
            if rest or SHORT.fullmatch(named or "")
            else in_treaty_year(month or 0, day or 0, is_solar)
        )
    if is_solar is None:
        is_solar = year in YEARS[True]
    if year not in YEARS[is_solar]:
        return None
    if not named and not is_solar and month and day and month > LAST_MONTH >= day:
        month, day = day, month  # 01/17/2025
    return (solar if is_solar else gregorian)(year, month, day, rest)


def month_called(name: str) -> tuple[int, bool]:
    """Return the number of the month with a name, and whether it is one of Iran's calendar."""
    for is_solar, table in ((False, GREGORIAN), (True, SOLAR)):
        for number, row in enumerate(table, 1):
            if any(re.fullmatch(pattern, name) for pattern in row.split()):
                return number, is_solar
    raise ValueError(name)


def in_treaty_year(month: int, day: int, is_solar: bool | None) -> Asked | None:
    """Return a day that was given without a year, in the year in which the treaty was signed."""
    if not is_solar:
        return gregorian(DEFAULT_YEAR, month, day, "")
    both = (solar(DEFAULT_YEAR - since, month, day, "") for since in (622, 621))
    return next((row for row in both if row and row.first.year == DEFAULT_YEAR), None)


def gregorian(year: int, month: int | None, day: int | None, rest: str) -> Asked | None:
    """Return a day, a month or a year of the Gregorian calendar, if there is such a one."""
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or LAST_MONTH
    last = first if day else date(year, last_month, monthrange(year, last_month)[1])
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return Asked(first, last, dated("-".join(parts)), "", rest)


def solar(year: int, month: int | None, day: int | None, rest: str) -> Asked | None:
    """Return a day, a month or a year of Iran's calendar, if there is such a one."""
    if month and not 1 <= month <= LAST_MONTH:
        return None
    start, after = (
        starts(year, month or 1),
        starts(year + (month or 12) // 12, (month or 12) % 12 + 1),
    )
    if day and not 1 <= day <= after - start:
        return None
    first = date.fromordinal(start + (day or 1) - 1)
    last = first if day else date.fromordinal(after - 1)
    ends = [dated(each.isoformat()) for each in dict.fromkeys((first, last))]
    parts = [str(day) if day else "", SOLAR_MONTHS[month - 1] if month else "", str(year)]
    return Asked(first, last, " – ".join(ends), " ".join(filter(None, parts)), rest)


def starts(year: int, month: int) -> int:
    """Return the ordinal of the first day of a month of Iran's calendar."""
    return EPOCH + days_before(year) + 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
