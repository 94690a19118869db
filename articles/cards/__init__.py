"""Preview cards: the picture that a chat shows beside a link, and how pages name it.

``faces`` says what stands on each card, ``setting`` where, ``drawing`` makes the picture, and
``making`` keeps the cards of the database those of the data. Only the loader draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articles.models import OfficialText

SITE_CARD: Final = "site"
"""The name of the card of every page that has none of its own."""

HOME_LANGUAGE: Final = "en"
"""The language of the cards whose names say none."""


def card_name(article: int, paragraph: int | None = None, text: str = "", point: int = 0) -> str:
    """Return the name of the card of an article, paragraph or point: ``article-3-2``.

    With the key of a ``text`` it is the card in that official text (``article-3-2-fa``); the
    first English one has the plain name, since it then takes the place of our own edition's.
    """
    parts = ["article", str(article)]
    parts += [str(number) for number in (paragraph, point) if number]
    parts += [text] if text not in {"", HOME_LANGUAGE} else []
    return "-".join(parts)


def keyed(texts: Iterable[OfficialText]) -> dict[str, OfficialText]:
    """Return the texts, given in order, by their keys: of the first in a language, that."""
    found: dict[str, OfficialText] = {}
    for text in texts:
        found[text.slug if text.language in found else text.language] = text
    return found


def theme_card_name(slug: str) -> str:
    """Return the name of the card of a theme: ``theme-energy``."""
    return f"theme-{slug}"


def question_card_name(slug: str) -> str:
    """Return the name of the card of a question: ``question-gas-hub``."""
    return f"question-{slug}"
