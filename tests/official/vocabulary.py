"""The words of invented treaties about lakes and lighthouses, in three languages.

Nothing here is taken from a treaty. Sentences are put together from these tables, so that each
is grammatical; only Articles 2 and 14 name, in invented sentences, what the real ones speak of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Vocabulary:
    """What sentences of a language are made of.

    ``sentence`` and ``item`` have the places ``subject``, ``verb``, ``object``, ``place`` and
    ``manner``, which the tables of these names fill; ``reference`` has ``number``. A recital is
    ``recital`` with the places of an item. ``landmarks`` gives the sentences that Articles 2 and
    14 must hold. ``closings`` are sets of lines, from the closing formula to the signatures.
    """

    title: tuple[str, ...]
    preamble: str
    parties: str
    recital: str
    agreed: str
    sentence: str
    item: str
    reference: str
    items_follow: str
    opening: str
    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    places: tuple[str, ...]
    manners: tuple[str, ...]
    titles: tuple[str, ...]
    landmarks: dict[int, str]
    closings: tuple[tuple[str, ...], ...]


ENGLISH: Final = Vocabulary(
    title=(
        "TREATY",
        "on Good Neighbourliness and the Keeping of Lighthouses",
        "between the Republic of Northmere and the Kingdom of Eastholm",
    ),
    preamble="PREAMBLE",
    parties=(
        "The Republic of Northmere and the Kingdom of Eastholm, hereinafter referred to as the "
        "“Parties”,"
    ),
    recital="Wishing to {verb} {object} {place}{manner},",
    agreed="Have agreed as follows:",
    sentence="{subject} shall {verb} {object} {place}{manner}.",
    item="{verb} {object} {place}{manner}",
    reference="Article {number} of this Treaty shall apply to the lamps of the harbour as well.",
    items_follow="To this end, and as Article {number} provides, the Parties shall:",
    opening="For the purposes of the lake-side trade the following rules shall apply.",
    subjects=(
        "The Parties",
        "Each Party",
        "The competent authorities of the Parties",
        "The Joint Lake Commission",
        "The keepers of the lighthouses",
        "The fishermen's guilds of both shores",
    ),
    verbs=(
        "maintain",
        "inspect",
        "protect",
        "jointly repair",
        "register",
        "paint",
        "illuminate",
        "measure",
        "describe",
        "keep in good order",
    ),
    objects=(
        "the lighthouses and the harbour lamps",
        "the footbridges",
        "the fishing boats",
        "the ferries of up to 20 oars",
        "the reed beds",
        "the locks and sluices",
        "the mooring posts",
        "the maps of the shoals",
        "the nesting grounds of the swans",
        "the well-known landing stages (including those of wood)",
    ),
    places=(
        "on the northern shore",
        "in the shallow bays",
        "around the three islands",
        "at the mouths of the rivers",
        "along the old towpath",
        "between the two capes",
        "under the long bridge",
    ),
    manners=(
        "",
        ", having regard to the season and the weather",
        " free of charge and without delay",
        " before the ice breaks in the spring",
        " with the help of the villages concerned",
        ", as agreed in 1998, and not less than twice a year",
    ),
    titles=(
        "Lake fisheries",
        "Lighthouses",
        "Bridges and ferries",
        "The Joint Lake Commission",
        "Swans",
        "Maps and charts",
        "Exchange of oars",
        "Wood and reeds",
        "Final clauses",
    ),
    landmarks={
        2: "The Parties reject unipolarity in the management of lakes.",
        14: "The lamps may be shown to visitors from the Shanghai Cooperation Organisation.",
    },
    closings=(
        (
            "Done at Eastholm on 5 May 1999 in two copies, each in the languages of the Parties, "
            "all texts being equally authentic.",
            "For the Republic of Northmere",
            "For the Kingdom of Eastholm",
        ),
        (
            "IN WITNESS WHEREOF the undersigned, being duly authorised, have signed this Treaty.",
            "DONE in duplicate at Eastholm this fifth day of May 1999.",
            "FOR THE REPUBLIC OF NORTHMERE",
            "FOR THE KINGDOM OF EASTHOLM",
        ),
    ),
)

RUSSIAN: Final = Vocabulary(
    title=(
        "ДОГОВОР",
        "о добрососедстве и содержании маяков",
        "между Республикой Нордмер и Королевством Истхольм",
    ),
    preamble="ПРЕАМБУЛА",
    parties="Республика Нордмер и Королевство Истхольм, далее именуемые «Сторонами»,",
    recital="учитывая, что берега обеих Сторон {verb} {object} {place}{manner},",
    agreed="договорились о нижеследующем:",
    sentence="{subject} {verb} {object} {place}{manner}.",
    item="{verb} {object} {place}{manner}",
    reference="Статья {number} настоящего Договора применяется и к портовым фонарям.",
    items_follow="В этих целях и как предусматривает Статья {number}, Стороны:",
    opening="Для целей озёрной торговли действуют следующие правила.",
    subjects=(
        "Стороны",
        "Компетентные органы Сторон",
        "Смотрители маяков",
        "Рыбацкие артели обоих берегов",
        "Жители прибрежных деревень",
        "Члены Совместной озёрной комиссии",
    ),
    verbs=(
        "содержат в порядке",
        "совместно ремонтируют",
        "ежегодно осматривают",
        "охраняют",
        "освещают",
        "измеряют",
        "описывают",
        "красят",
        "вносят в реестр",
    ),
    objects=(
        "маяки и портовые фонари",
        "пешеходные мосты",
        "рыбацкие лодки",
        "паромы длиной до 20 м",
        "камышовые заросли",
        "шлюзы и плотины",
        "причальные тумбы",
        "карты отмелей",
        "места гнездования лебедей",
        "хорошо известные пристани (включая какие-либо деревянные)",
    ),
    places=(
        "на северном берегу",
        "в мелких заливах",
        "вокруг трёх островов",
        "в устьях рек",
        "вдоль старого бечевника",
        "между двумя мысами",
        "под длинным мостом",
    ),
    manners=(
        "",
        ", учитывая время года и погоду",
        " безвозмездно и без промедления",
        " до начала весеннего ледохода",
        " при содействии соответствующих деревень",
        ", как согласовано в 1998 г., и не реже двух раз в год",
    ),
    titles=(
        "Озёрное рыболовство",
        "Маяки",
        "Мосты и паромы",
        "Совместная озёрная комиссия",
        "Лебеди",
        "Карты и лоции",
        "Обмен вёслами",
        "Лес и камыш",
        "Заключительные положения",
    ),
    landmarks={
        2: "Стороны отвергают однополярность в управлении озёрами.",
        14: "Фонари могут быть показаны гостям из Шанхайской организации сотрудничества.",
    },
    closings=(
        (
            "Совершено в городе Истхольме 5 мая 1999 года в двух экземплярах, каждый на языках "
            "Сторон, причём все тексты имеют одинаковую силу.",
            "За Республику Нордмер",
            "За Королевство Истхольм",
        ),
        (
            "В УДОСТОВЕРЕНИЕ ЧЕГО нижеподписавшиеся, должным образом уполномоченные, подписали "
            "настоящий Договор.",
            "СОВЕРШЕНО в двух экземплярах в г. Истхольме 5 мая 1999 г.",
            "ЗА РЕСПУБЛИКУ НОРДМЕР",
            "ЗА КОРОЛЕВСТВО ИСТХОЛЬМ",
        ),
    ),
)

PERSIAN: Final = Vocabulary(
    title=(
        "معاهده",
        "حسن همجواری و نگهداری فانوس‌های دریایی",
        "بین جمهوری نوردمر و پادشاهی ایستهولم",
    ),
    preamble="مقدمه",
    parties="جمهوری نوردمر و پادشاهی ایستهولم که از این پس «طرفین» نامیده می‌شوند،",
    recital="با توجه به این که {object} را {place}{manner} {verb}،",
    agreed="به شرح زیر توافق نمودند:",
    sentence="{subject} {object} را {place}{manner} {verb}.",
    item="{object} را {place}{manner} {verb}",
    reference="ماده {number} این معاهده در مورد چراغ‌های بندر نیز اعمال می‌شود.",
    items_follow="بدین منظور و طبق ماده {number} طرفین:",
    opening="در تجارت کنار دریاچه قواعد زیر رعایت می‌شود.",
    subjects=(
        "طرفین",
        "مراجع صلاحیت‌دار طرفین",
        "نگهبانان فانوس‌های دریایی",
        "ماهیگیران هر دو ساحل",
        "ساکنان روستاهای ساحلی",
        "اعضای کمیسیون مشترک دریاچه",
    ),
    verbs=(
        "نگهداری می‌کنند",
        "تعمیر می‌کنند",
        "بازرسی می‌نمایند",
        "ثبت می‌کنند",
        "حفظ می‌کنند",
        "روشن نگه می‌دارند",
        "اندازه‌گیری می‌کنند",
        "رنگ می‌زنند",
    ),
    objects=(
        "فانوس‌های دریایی و چراغ‌های بندر",
        "پل‌های پیاده",
        "قایق‌های ماهیگیری",
        "گذرگاه‌های آبی تا 20 متر",
        "نیزارها",
        "سدها و آبگیرها",
        "ستون‌های مهار",
        "نقشه‌های آب‌های کم‌عمق",
        "زیستگاه‌های قوها",
        "اسکله‌های شناخته‌شده (از جمله اسکله‌های چوبی)",
    ),
    places=(
        "در ساحل شمالی",
        "در خلیج‌های کم‌عمق",
        "پیرامون سه جزیره",
        "در دهانه رودخانه‌ها",
        "در امتداد راه قدیمی",
        "میان دو دماغه",
        "زیر پل بلند",
    ),
    manners=(
        "",
        " با توجه به فصل و هوا",
        "، رایگان و بدون تأخیر،",
        " پیش از شکستن یخ در بهار",
        " با کمک روستاهای مربوط",
        "، طبق توافق سال 1998 و دست کم سالی دو بار،",
    ),
    titles=(
        "ماهیگیری در دریاچه",
        "فانوس‌های دریایی",
        "پل‌ها و قایق‌ها",
        "کمیسیون مشترک دریاچه",
        "قوها",
        "نقشه‌ها",
        "تبادل پارو",
        "چوب و نی",
        "مقررات پایانی",
    ),
    landmarks={
        2: "طرفین نظام تک‌قطبی را در اداره دریاچه‌ها رد می‌کنند.",
        14: "چراغ‌ها را می‌توان به مهمانان سازمان همکاری شانگهای نشان داد.",
    },
    closings=(
        (
            "این معاهده در شهر ایستهولم در تاریخ ۱۵ اردیبهشت ۱۳۷۸ در دو نسخه به زبان‌های طرفین "
            "تنظیم شد و همه متون از اعتبار یکسان برخوردارند.",
            "از طرف جمهوری نوردمر",
            "از طرف پادشاهی ایستهولم",
        ),
        (
            "با تأیید مراتب فوق، امضاکنندگان زیر این معاهده را امضا نمودند.",
            "تنظیم شده در ایستهولم در تاریخ 5 مه 1999 در دو نسخه اصلی.",
            "برای جمهوری نوردمر",
            "برای پادشاهی ایستهولم",
        ),
    ),
)

VOCABULARIES: Final = {"en": ENGLISH, "ru": RUSSIAN, "fa": PERSIAN}
