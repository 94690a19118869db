"""Preview cards: the picture that a chat shows beside a link, and how pages name it.

``faces`` says what stands on each card, ``setting`` where, ``drawing`` makes the picture, and
``making`` keeps the cards of the database those of the data. Only the loader draws.
"""

from __future__ import annotations

from typing import Final

SITE_CARD: Final = "site"
"""The name of the card of every page that has none of its own."""

HOME_LANGUAGE: Final = "en"
"""The language of the cards whose names say none."""


def card_name(article: int, paragraph: int | None = None, language: str = "") -> str:
    """Return the name of the card of an article or paragraph: ``article-3-2``.

    With a ``language`` it is the card in an official text of that language (``article-3-2-fa``);
    the English one has the plain name, since it then takes the place of our own edition's.
    """
    parts = ["article", str(article)]
    parts += [str(paragraph)] if paragraph else []
    parts += [language] if language not in {"", HOME_LANGUAGE} else []
    return "-".join(parts)


def theme_card_name(slug: str) -> str:
    """Return the name of the card of a theme: ``theme-energy``."""
    return f"theme-{slug}"
