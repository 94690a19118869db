"""What is near a theme: what its articles name, and the themes with which it shares them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from articles.edition import Edition
from articles.models import Article, ArticleMention, Mention, Theme
from articles.treaty.places import Place, spoken

Row = TypeVar("Row", Mention, Theme)


def named_in(articles: Sequence[Article]) -> list[tuple[Mention, str]]:
    """Return the bodies, agreements and places that articles name, and which articles do.

    What most of them name comes first.
    """
    return most_first(
        (row.mention, article)
        for article in articles
        for row in article.article_mentions.all()
        if row.relation == ArticleMention.Relation.NAMED
        and row.mention.kind != Mention.Kind.CONCEPT
    )


def near(edition: Edition, theme: Theme) -> list[tuple[Theme, str]]:
    """Return the themes that share articles with one, and which; those that share most first."""
    return most_first(
        (other, article)
        for article in edition.with_themes([theme])
        for other in article.theme_list
        if other != theme
    )


def most_first(pairs: Iterable[tuple[Row, Article]]) -> list[tuple[Row, str]]:
    """Return the rows and what their articles are called, those with most articles first."""
    articles: dict[Row, list[Place]] = defaultdict(list)
    for row, article in pairs:
        articles[row].append(Place(article.number))
    rows = sorted(articles, key=lambda row: (-len(articles[row]), row.position))
    return [(row, spoken(articles[row])) for row in rows]
