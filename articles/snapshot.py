"""What many requests need and none changes, read once for each data version.

Rows are shared between requests: they are read, never altered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from articles.models import Article, Card, DataVersion, OfficialText, Revision, Theme
from articles.versioned import kept_for_version


@dataclass(frozen=True)
class Snapshot:
    """The themes in order, every article as the map needs it, and as hits show it."""

    themes: tuple[Theme, ...]
    map_articles: tuple[Article, ...]
    by_number: Mapping[int, Article]

    def articles(self, numbers: Iterable[int]) -> list[Article]:
        """Return the articles with these numbers, in this order, with themes and text."""
        return [self.by_number[number] for number in numbers]


@kept_for_version
def snapshot(digest: str) -> Snapshot:
    """Return the snapshot of the data version that is loaded, given its digest."""
    articles = Article.objects.with_theme_list().with_text()
    return Snapshot(
        themes=tuple(Theme.objects.all()),
        map_articles=tuple(Article.objects.for_map()),
        by_number={article.number: article for article in articles},
    )


@kept_for_version
def official_texts(digest: str) -> tuple[OfficialText, ...]:
    """Return the official texts of the data version that is loaded, given its digest."""
    return tuple(OfficialText.objects.all())


@kept_for_version
def cards(digest: str) -> dict[str, Card]:
    """Return the cards by name, without their pictures, given the digest of the data version."""
    return {card.name: card for card in Card.objects.defer("png")}


@kept_for_version
def text_changed_at(digest: str) -> datetime:
    """Return when the text of any article last changed here, given the data version's digest."""
    last = Revision.objects.latest_first(1).first()
    return last.made_at if last else DataVersion.objects.get().loaded_at


def with_themes(articles: Iterable[Article], themes: Collection[Theme]) -> list[Article]:
    """Return those of the articles that have every one of the themes."""
    wanted = {theme.slug for theme in themes}
    return [
        article for article in articles if wanted <= {theme.slug for theme in article.theme_list}
    ]
