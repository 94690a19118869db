"""Official texts of our own invention, about lakes and lighthouses: not a word of any treaty."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from articles.models import DataVersion, OfficialParagraph, OfficialText

Blocks = list[tuple[str, str]]
Articles = Mapping[int, Mapping[int, str | Blocks]]
"""The paragraphs of each article, by number: their words, or blocks with labels."""


def load_invented(texts: Mapping[str, tuple[str, str, Articles]]) -> str:
    """Put texts, by slug, each with language, publisher and articles, after any that are loaded.

    Returns the digest of the data version, which becomes another, as the loader would make it.
    """
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
    digest = sha256(f"{after} {texts}".encode()).hexdigest()
    DataVersion.objects.update(digest=digest)
    return digest
