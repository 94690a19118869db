"""Dates in sentences of our own invention, in either calendar of the treaty."""

from __future__ import annotations

import pytest

from articles.official.dates import Calendar, Date, dates_in
from articles.official.languages import LANGUAGES

pytestmark = pytest.mark.files

READ = [
    ("en", "The lamp of 5 May 1999 burns.", ["5 May 1999"]),
    ("en", "on May 5, 1999, and the 3rd of June 2000", ["5 May 1999", "3 June 2000"]),
    ("en", "this 5th day of May 1999", ["5 May 1999"]),
    ("en", "(15 Ordibehesht 1378; 28 Dei 1403)", ["15 Ordibehesht 1378 (Solar Hijri)",
                                                  "28 Dey 1403 (Solar Hijri)"]),
    ("en", "5\nMay\n1999", ["5 May 1999"]),
    ("ru", "от 5 мая 1999 года (соответствует 15 ордибехешта 1378 года)",
     ["5 May 1999", "15 Ordibehesht 1378 (Solar Hijri)"]),
    ("ru", "14 АЗАРА 1402 г.", ["14 Azar 1402 (Solar Hijri)"]),
    ("fa", "۱۵ اردیبهشت ۱۳۷۸ (۵ مه ۱۹۹۹)", ["5 May 1999", "15 Ordibehesht 1378 (Solar Hijri)"]),
    ("fa", "۲۸ دی‌ماه ۱۴۰۳ و ۷ مرداد ماه ۱۳۹۹", ["7 Mordad 1399 (Solar Hijri)",
                                                "28 Dey 1403 (Solar Hijri)"]),
    ("fa", "۲۸ دي ۱۴۰۳", ["28 Dey 1403 (Solar Hijri)"]),
    ("fa", "مورخ ۱۳۷۸/۰۲/۱۵ و 1999/5/5", ["5 May 1999", "15 Ordibehesht 1378 (Solar Hijri)"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_dates_are_read_in_both_calendars(language: str, text: str, expected: list[str]) -> None:
    assert [str(date) for date in sorted(dates_in(text, language))] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the lamps of May 1999, of 1999 and of 5 May"),
        ("en", "15 lamps 1999, 1999/2000, 125 May 19990"),
        ("ru", "5 маяков 1999 года"),
        ("fa", "۵ چراغ ۱۳۷۸"),
    ],
)
def test_what_lacks_a_day_a_month_or_a_year_is_no_date(language: str, text: str) -> None:
    assert dates_in(text, language) == set()


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_the_same_number_in_every_language(number: int) -> None:
    for calendar in Calendar:
        for code, grammar in LANGUAGES.items():
            is_solar = calendar is Calendar.SOLAR_HIJRI
            months = grammar.solar_months if is_solar else grammar.months
            assert len(months) == 12
            for name in months[number - 1].split("|"):
                written = name.replace("[یيى]", "ی").replace("[کك]", "ک").replace("[أاآئ]", "ا")
                assert dates_in(f"5 {written} 1399", code) == {Date(calendar, 1399, number, 5)}
