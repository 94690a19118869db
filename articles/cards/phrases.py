"""The site's own words on the cards, in each language in which an official text may be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from articles import treaty
from articles.layout import PERSIAN_DIGITS
from articles.models import OfficialText

RIGHT_TO_LEFT: Final = {"fa"}


@dataclass(frozen=True)
class Phrases:
    """What a card says besides the treaty's words.

    ``paragraph`` and ``recital`` take the name of the article and a number. ``counted`` is put
    after the words on whose text it is, where the paragraph numbers are not printed in it.
    """

    preamble: str
    article: str
    paragraph: str
    recital: str
    foot: str
    official: str
    translation: str
    counted: str
    semicolon: str = "; "
    digits: Mapping[int, int] = field(default_factory=dict)

    def place(self, article: int, paragraph: int = 0) -> str:
        """Return the name of an article, or of a paragraph of it, in this language."""
        is_preamble = article == treaty.PREAMBLE
        name = self.preamble if is_preamble else self.article.format(self.number(article))
        if not paragraph:
            return name
        pattern = self.recital if is_preamble else self.paragraph
        return pattern.format(name, self.number(paragraph))

    def number(self, number: int) -> str:
        """Return a number in the digits of the language."""
        return str(number).translate(self.digits)

    def whose(self, wording: str) -> str:
        """Return whose words an official text's are, given its ``wording``."""
        is_translation = wording == OfficialText.Wording.TRANSLATION
        return self.translation if is_translation else self.official


PHRASES: Final = {
    "en": Phrases(
        preamble="Preamble",
        article="Article {}",
        paragraph="{}, paragraph {}",
        recital="{}, recital {}",
        foot=f"{treaty.SHORT_TITLE} · {treaty.SIGNED_AT}, 17 January 2025",
        official="Official text, English",
        translation="Published translation, English",
        counted="paragraph numbers ours",
    ),
    "ru": Phrases(
        preamble="Преамбула",
        article="Статья {}",
        paragraph="{}, пункт {}",
        recital="{}, абзац {}",
        foot="Договор Ирана и России · Москва, 17 января 2025 г.",
        official="Официальный текст, русский язык",
        translation="Опубликованный перевод, русский язык",
        counted="номера пунктов наши",
    ),
    "fa": Phrases(
        preamble="مقدمه",
        article="ماده {}",
        paragraph="{}، بند {}",
        recital="{}، بند {}",
        foot="معاهدهٔ ایران و روسیه · مسکو، ۱۷ ژانویهٔ ۲۰۲۵",
        official="متن رسمی، فارسی",
        translation="ترجمهٔ منتشرشده، فارسی",
        counted="شمارهٔ بندها از ماست",
        semicolon="؛ ",
        digits=PERSIAN_DIGITS,
    ),
}

PLAIN_EDITION: Final = "Plain-English edition, not the treaty’s wording"
COUNTED: Final = {
    "own": "paragraph numbers ours",
    "unconfirmed": "paragraph numbers unconfirmed",
}
"""What is put after it for a paragraph whose number is not known to be the treaty's."""

UNCONFIRMED: Final = "Unconfirmed outline"
NOT_DESCRIBED: Final = "Not described yet"
SUBJECT_READ: Final = "Subject read by a program"
NOTHING_REPORTED: Final = (
    "No report seen gives what this paragraph says; the page has an unconfirmed outline of it."
)
NOT_RESTATED: Final = "Not restated in plain English yet. The page has the official text: {}."
ELSEWHERE: Final = "The page has this paragraph in the official text: {}."

THEME: Final = "Theme"
THEME_COUNT: Final = "{} article{}, as far as known"
NO_ARTICLES: Final = "No article number known"
THEMES_ARE_OURS: Final = "Themes are this site’s own, not the treaty’s"

SITE_TITLE: Final = "The Iran–Russia Treaty, article by article"
SITE_BODY: Final = (
    "A preamble and 47 articles, in force since 2 October 2025. Find, quote and send any paragraph."
)
SITE_OFFICIAL: Final = "Official text ({}) and a plain-English edition"
