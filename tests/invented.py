"""Official texts of our own invention, about lakes and lighthouses: not a word of any treaty."""

from __future__ import annotations

from collections.abc import Mapping

from articles.edition import Edition, in_force
from articles.models import OfficialParagraph, OfficialText

Blocks = list[tuple[str, str]]
Articles = Mapping[int, Mapping[int, str | Blocks]]
"""The paragraphs of each article, by number: their words, or blocks with labels."""


def load_invented(texts: Mapping[str, tuple[str, str, Articles]]) -> Edition:
    """Put texts after any that are loaded; return the edition that is in force from then on."""
    write_invented(texts)
    return in_force()


def write_invented(texts: Mapping[str, tuple[str, str, Articles]]) -> None:
    """Write texts, by slug, each with language, publisher and articles, into the database."""
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
