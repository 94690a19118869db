"""Texts about lakes and lighthouses that were invented here, and what is told of a quotation."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from articles.citations.surroundings import furniture
from articles.edition import Edition, in_force
from articles.words.quotations import Checked, Verification, check, verify
from tests.invented import Articles, Texts
from tests.pages import Page, fetch

# Invented for these tests. None of it is in any treaty.
HARBOUR = (
    "The keepers of the lake shall light every lamp before dusk, and shall not put it out "
    "until the last boat has returned to harbour."
)
ENGLISH: Articles = {
    1: {
        1: HARBOUR,
        2: "Each lighthouse keeper’s log records fog, wind and passing sails.",
    },
    2: {
        1: [
            ("", "The harbour master may ask for:"),
            ("(a)", "long-term loans of “spare” wicks;"),
            ("(b)", "co-operation in painting buoys."),
        ],
        2: "Lamp oil is to be kept dry. The keepers of the lake shall meet in spring.",
    },
    3: {0: "Gulls nest on the northern pier; nobody disturbs a nesting gull."},
}
TEXTS: Texts = {
    "en": ("en", "Invented", ENGLISH),
    "en-other": (
        "en",
        "Invented",
        {
            1: {1: HARBOUR.replace("lamp", "lantern")},
            2: {1: "Snow on the pier is swept by noon."},
        },
    ),
    "ru": (
        "ru",
        "Invented",
        {1: {1: "Смотрители озера зажигают все фонари до наступления темноты."}},
    ),
    "fa": (
        "fa",
        "Invented",
        {
            1: {
                1: "نگهبانان دریاچه چراغ‌ها را پیش از ۱۲ شب روشن می‌کنند.",
                2: "لنگرگاه‌ها را پیش از طوفان می بندند.",
            }
        },
    ),
}


ARTICLE_3 = tomllib.loads((settings.FIXTURES_DIR / "articles/03.toml").read_text("utf-8"))
OUR_WORDS = ARTICLE_3["paragraph"][3]["text"].split()[:13]
OURS = " ".join(OUR_WORDS)
WITH_GAP = " ".join([*OUR_WORDS[:5], "…", *OUR_WORDS[7:]])
ONE_ALTERED = " ".join([*OUR_WORDS[:5], "lighthouse", *OUR_WORDS[6:]])
"""Our edition's paragraph 4 of Article 3, from its beginning: right, cut, and with another word."""


@dataclass(frozen=True)
class Told:
    """What a verification says, in short."""

    verdict: str
    places: list[str]
    differences: list[tuple[str, str, str]]


def asked(typed: str, edition: Edition | None = None) -> Verification:
    found = verify(typed, edition or in_force())
    assert found is not None
    return found


def checked(typed: str, edition: Edition | None = None) -> Checked:
    """All that is said of a paste."""
    edition = edition or in_force()
    return check(typed, edition, furniture(edition))


def attributions(typed: str) -> list[str]:
    """What is said of the citations and addresses in a paste."""
    return [said for passage in checked(typed).passages for said in passage.attributions]


def told(typed: str) -> Told:
    found = asked(typed)
    first = found.matches[0] if found.matches else None
    return Told(
        found.verdict,
        [f"{match.text.slug} {match.label}" for match in found.matches],
        [(str(part.kind), part.published, part.quoted) for part in first.differences]
        if first
        else [],
    )


def page_for(typed: str) -> Page:
    return fetch(f"/verify/?{urlencode({'text': typed})}")
