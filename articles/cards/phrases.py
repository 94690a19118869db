"""The site's own words on the cards, in each language in which an official text may be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from articles import treaty
from articles.models import OfficialText
from articles.reading.layout import PERSIAN_DIGITS

RIGHT_TO_LEFT: Final = {"fa"}


@dataclass(frozen=True)
class Phrases:
    """What a card says besides the treaty's words.

    ``paragraph`` and ``recital`` take the name of the article and a number. ``counted`` is put
    after the words on whose text it is, where the paragraph numbers are not printed in it.
    """

    preamble: str
    closing: str
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
        named = {treaty.PREAMBLE: self.preamble, treaty.CLOSING: self.closing}
        name = named.get(article) or self.article.format(self.number(article))
        if not paragraph:
            return name
        pattern = self.recital if article == treaty.PREAMBLE else self.paragraph
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
        closing="Closing lines",
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
        closing="Заключительная часть",
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
        closing="بخش پایانی",
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

PLAIN_EDITION: Final = "Restated from the Russian text; the English one decides"
ELSEWHERE: Final = "The page has this paragraph in the official text: {}."

THEME: Final = "Theme"
THEMES_ARE_OURS: Final = "Themes are this site’s own, not the treaty’s"

QUESTION: Final = "Question"
ANSWERS_ARE_OURS: Final = "Answered by this site from the text, not by the treaty"

SITE_TITLE: Final = "The Iran–Russia Treaty, article by article"
SITE_BODY: Final = (
    "A preamble and 47 articles, in force since 2 October 2025. Find, quote and send any paragraph."
)
SITE_OFFICIAL: Final = "Official text ({}) and a plain-English edition"
