"""Official texts of our own invention, about lakes and lighthouses: not a word of any treaty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic

from articles.edition import Edition, Standing, forget, in_force
from articles.edition.keeper import KEEPER
from articles.models import OfficialParagraph, OfficialText

Blocks = list[tuple[str, str]]
Articles = Mapping[int, Mapping[int, str | Blocks]]
"""The paragraphs of each article, by number: their words, or blocks with labels."""

Texts = Mapping[str, tuple[str, str, Articles]]
"""Texts by their slugs, each with language, publisher and articles."""

EditionWith = Callable[[Texts], Edition]
"""Makes the edition that has these texts beside our own."""


def load_invented(texts: Texts) -> Edition:
    """Put texts after any that are loaded; return the edition that is in force from then on."""
    write_invented(texts)
    forget()
    return in_force()


def write_invented(texts: Texts) -> None:
    """Write texts into the database, after any that are loaded."""
    after = OfficialText.objects.count() + 1
    for position, (slug, (language, publisher, articles)) in enumerate(texts.items(), after):
        row = OfficialText.objects.create(
            slug=slug,
            language=language,
            publisher=publisher,
            source="invented",
            sha256="0" * 64,
            position=position,
        )
        OfficialParagraph.objects.bulk_create(
            OfficialParagraph(
                official_text=row,
                article_id=article,
                number=number,
                label=str(number),
                blocks=[("", words)] if isinstance(words, str) else words,
            )
            for article, paragraphs in articles.items()
            for number, words in paragraphs.items()
        )


def put_in_force(made: Edition) -> None:
    """Have pages show this edition until the test ends, whatever the database holds."""
    KEEPER.standing, KEEPER.looked_at = Standing(made), monotonic()
