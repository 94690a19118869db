"""Invented treaties as an operator has them: files beside the fixtures, with their origin.

A few articles say the same in every language, about lakes and lighthouses, so that tests can
name their words; the others are those of ``treaties``. Nothing is taken from a treaty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from django.db import transaction

from articles import edition, loading
from articles.cards import making
from articles.edition import keeper
from tests.official import formats
from tests.official.treaties import Block, Paragraph, Treaty, treaty

Said = str | tuple[str, ...]
"""A paragraph: its words, or with its items after them."""

SAID: Final[dict[str, dict[int, tuple[Said, ...]]]] = {
    "en": {
        3: (
            "The keepers of both lakes greet each other with a heliograph.",
            "They lend each other oars & ropes.",
            (
                "Where a lamp goes out, the keepers of the other shore light theirs:",
                "at once; and",
                "for as long as the fog lasts.",
            ),
            "No keeper takes money for the light.",
        ),
        5: ("The ferry leaves when the bell of the lighthouse has rung.",),
        30: (
            "Both lakes keep a geographical chart of the shoals.",
            "Every lighthouse has a foundation of stone.",
            "What the heliograph has signalled is written down in one book.",
        ),
        36: (
            "Both keepers encourage tourism on the lake and tourist exchanges between harbours.",
            "Tourists may climb the lighthouse on Sundays.",
        ),
    },
    "en-2": {
        3: (
            "The keepers of both lakes hail each other with a semaphore.",
            "They lend each other oars & ropes.",
            "No keeper takes money for the light.",
        ),
        30: ("Both lakes keep a chart of the shoals.",),
    },
    "ru": {
        3: (
            "Смотрители обоих озёр приветствуют друг друга гелиографом.",
            "Они одалживают друг другу вёсла и канаты.",
            (
                "Если лампа гаснет, смотрители другого берега зажигают свою:",
                "сразу; и",
                "пока стоит туман.",
            ),
            "Ни один смотритель не берёт денег за свет.",
        ),
        5: ("Паром отходит, когда прозвонит колокол маяка.",),
        30: (
            "Оба озера ведут карту отмелей.",
            "У каждого маяка каменное основание.",
            "Сигналы гелиографа записываются в одну книгу.",
            "Выдры на отмелях остаются под охраной.",
        ),
        36: (
            "Смотрители содействуют развитию туризма на озере и обмену туристами.",
            "Туристы поднимаются на маяк по воскресеньям.",
        ),
    },
    "fa": {
        3: (
            "نگهبانان دو دریاچه با آینه‌نگار به هم درود می‌فرستند.",
            "آنان به یکدیگر پارو و طناب امانت می‌دهند.",
            "هیچ نگهبانی برای نور پول نمی‌گیرد.",
        ),
        5: ("قایق پس از زنگ فانوس دریایی حرکت می‌کند.",),
        30: (
            "هر دو دریاچه نقشه آب‌های کم‌عمق را نگه می‌دارند.",
            "نشانه‌های آینه‌نگار در یک دفتر نوشته می‌شود.",
        ),
        36: (
            "دو فانوس‌بان گردشگری در دریاچه و سفر گردشگران را تشویق می‌کنند.",
            ("گردشگران از فانوس بالا می‌روند:", "یکشنبه‌ها؛ و", "در روزهای آفتابی."),
        ),
    },
}

LABELS: Final = {
    "en": ("{}.", "123456", ("a)", "b)")),
    "ru": ("{}.", "123456", ("а)", "б)")),
    "fa": ("{}.", "۱۲۳۴۵۶", ("الف)", "ب)")),
}
"""By language: how a paragraph is numbered, with which digits, and the letters of items."""

ORIGINS: Final = {
    "en": {
        "publisher": "Lamp Office",
        "url": "https://lamps.example/treaty",
        "retrieved": "2026-01-05",
        "wording": "translation",
    },
    "en-2": {"publisher": "Ferry Gazette"},
    "fa": {"wording": "own"},
}
"""What stands in the file beside a text; the Russian one has none."""

THREE: Final = ("en", "ru", "fa")


def written(slug: str) -> Treaty:
    """Return the treaty that goes by this name."""
    language = slug[:2]
    made = treaty(language, seed=len(slug))
    for number, paragraphs in SAID[slug].items():
        made = made.with_article(number, paragraphs=tuple(_numbered(language, paragraphs)))
    return made


def _numbered(language: str, paragraphs: tuple[Said, ...]) -> Iterator[Paragraph]:
    """Give the paragraphs of an article; one that is alone has no number."""
    pattern, digits, letters = LABELS[language]
    for number, said in enumerate(paragraphs, 1):
        first, *items = (said,) if isinstance(said, str) else said
        label = pattern.format(digits[number - 1]) if len(paragraphs) > 1 else ""
        blocks = (Block("", first), *map(Block, letters, items))
        yield Paragraph(number, label, blocks)


def data_of(slug: str) -> bytes:
    """Return the treaty of this name as a text file."""
    return formats.apart(written(slug)).encode()


def put(folder: Path, *slugs: str) -> Path:
    """Put texts, with what is known of their origin, into a folder of fixtures; return it."""
    place = folder / "official"
    place.mkdir(exist_ok=True)
    for slug in slugs:
        data = data_of(slug)
        (place / f"{slug}.txt").write_bytes(data)
        if slug in ORIGINS:
            origin = {**ORIGINS[slug], "sha256": hashlib.sha256(data).hexdigest()}
            lines = (f"{key} = {json.dumps(value)}\n" for key, value in origin.items())
            (place / f"{slug}.toml").write_text("".join(lines), "utf-8")
    return folder


@contextmanager
def loaded(folder: Path, blocker: Any) -> Iterator[None]:
    """Load a folder for all tests of a module, and take it back afterwards.

    No cards are drawn, which would take longer than all the rest: each has the same picture.
    ``blocker`` is pytest-django's ``django_db_blocker``.
    """
    before = keeper.KEEPER.standing, keeper.KEEPER.looked_at
    with blocker.unblock(), transaction.atomic():
        with patch.object(making, "picture", return_value=b"a picture"):
            loading.load(folder)
        edition.forget()
        edition.in_force()
        yield
        transaction.set_rollback(True)
    keeper.KEEPER.standing, keeper.KEEPER.looked_at = before
