"""What many requests need and none changes, read once for each data version.

Rows are shared between requests: they are read, never altered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from articles.models import Article, Theme

MOST_KEPT: Final = 1_000
"""Articles kept at a time; the treaty has far fewer, a larger collection may have more."""


@dataclass(frozen=True)
class Snapshot:
    """The themes in order, every article as the map needs it, and those that hits show."""

    themes: tuple[Theme, ...]
    map_articles: tuple[Article, ...]
    kept: dict[int, Article] = field(default_factory=dict)

    def articles(self, numbers: Collection[int]) -> list[Article]:
        """Return the articles with these numbers, in this order, with themes and text."""
        missing = [number for number in numbers if number not in self.kept]
        if missing:
            if len(self.kept) + len(missing) > MOST_KEPT:
                self.kept.clear()
                missing = list(numbers)
            rows = Article.objects.filter(number__in=missing).with_theme_list().with_text()
            self.kept.update((row.number, row) for row in rows)
        return [self.kept[number] for number in numbers if number in self.kept]


@lru_cache(maxsize=4)
def snapshot(digest: str) -> Snapshot:
    """Return the snapshot of the data version that is loaded, given its digest."""
    return Snapshot(tuple(Theme.objects.all()), tuple(Article.objects.for_map()))


def with_themes(articles: Iterable[Article], themes: Collection[Theme]) -> list[Article]:
    """Return those of the articles that have every one of the themes."""
    wanted = {theme.slug for theme in themes}
    return [
        article for article in articles if wanted <= {theme.slug for theme in article.theme_list}
    ]
