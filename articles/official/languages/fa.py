"""Persian."""

from typing import Final

from articles.official.languages.grammar import Grammar

UNITS: Final = (
    "یکم|اول",
    "دوم",
    "سوم",
    "چهارم",
    "پنجم",
    "ششم",
    "هفتم",
    "هشتم",
    "نهم",
)
TEENS: Final = (
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
    "چهاردهم",
    "پانزدهم",
    "شانزدهم",
    "هفدهم",
    "هجدهم|هیجدهم",
    "نوزدهم",
)
TENS: Final = {
    20: ("بیستم", "بیست"),
    30: ("سی[\u200c ]?ام|سیم", "سی"),
    40: ("چهلم", "چهل"),
    50: ("پنجاهم", "پنجاه"),
    60: ("شصتم", "شصت"),
    70: ("هفتادم", "هفتاد"),
    80: ("هشتادم", "هشتاد"),
    90: ("نودم", "نود"),
}


def ordinals() -> dict[str, int]:
    """Return the ordinal numbers to 99, each as a regular expression."""
    numbers = {word: value for value, word in enumerate((*UNITS, *TEENS), 1)}
    for tens, (ordinal, cardinal) in TENS.items():
        numbers[ordinal] = tens
        for unit, word in enumerate(UNITS, 1):
            numbers[rf"{cardinal}[\u200c ]*و[\u200c ]*(?:{word})"] = tens + unit
    return numbers


def spelt(pattern: str) -> str:
    """Return a pattern that matches Arabic letters, too, where keyboards write them instead."""
    return pattern.replace("ی", "[یيى]").replace("ک", "[کك]").replace("أ", "[أاآئ]")


GRAMMAR: Final = Grammar(
    code="fa",
    article=spelt(r"ماد(?:ه|ۀ|هٔ|ة)(?:[\u200c ]?ی)?"),
    ordinals={spelt(written): value for written, value in ordinals().items()},
    preamble=spelt(r"مقدمه|دیباچه|پیش[\u200c ]?گفتار"),
    recital=spelt(
        r"با |به منظور|نظر به|ضمن|در راستای|بر (?:اساس|پایه)|علاقه|به شرح|نسبت به|(?:در )?موارد|"
        r"چنین"
    ),
    enacting=spelt(r"توافق|موافقت"),
    instrument=spelt(
        r"معاهده|موافقت[\u200c ]?نامه|عهدنامه|قرارداد|پیمان|کنوانسیون|منشور|میثاق|اساسنامه|"
        r"پروتکل"
    ),
    part=spelt(r"فصل|بخش|باب|قسمت|گفتار"),
    closing=spelt(
        r"در تاریخ|به تاریخ|در شهر|تنظیم شد|انجام شد|منعقد شد|امضا|به (?:منظور )?گواهی|"
        r"برای گواهی|(?:در|با) تأیید مراتب|بنا[\u200c ]?ا?علیهذا"
    ),
    closing_words=spelt(
        r"در (?:دو|سه|چهار) نسخه.{0,200}(?:تنظیم|منعقد|امضا|انجام|تهیه)|"
        r"(?:تنظیم|منعقد|امضا|انجام|تهیه).{0,100}در (?:دو|سه|چهار) نسخه|"
        r"در تاریخ.{0,40}[0-9۰-۹]{4}.{0,200}(?:تنظیم|منعقد|امضا|انجام|تحریر)"
    ),
    signature=spelt(
        r"از طرف|از سوی|از جانب|به نمایندگی|_{3,}|"
        r"برای (?:جمهوری|دولت|طرف|پادشاهی|کشور|امارات|سلطنت|اتحادیه)"
    ),
    annex=spelt(r"پیوست|ضمیمه|پروتکل"),
    page=r"صفحه|ص",
    common=("و", "در", "به", "از", "که", "را"),
    edit=spelt(r"ویرایش(?: مبدأ)?"),
    citation=spelt(r"مجموعه|روزنامه"),
    months=tuple(
        spelt(
            "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر"
        ).split()
    ),
    solar_months=tuple(
        spelt("فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند").split()
    ),
    older_article=r"فصل",
)
