"""How a theme, a mention or a kind of strength spreads over the treaty."""

from __future__ import annotations

from articles.edition import Edition
from articles.models import ArticleMention, Mention, Strength, Theme
from articles.reading.strip import Tick, strip


def spread_of_theme(edition: Edition, theme: Theme) -> list[Tick]:
    """Return a strip that is about the articles in which a theme leads, and less its others."""
    numbers = {article.number for article in edition.with_themes([theme])}
    lit = {number for number in numbers if edition.by_number[number].leading_theme == theme}
    return strip(edition, lit, also=numbers - lit)


def spread_of_mention(edition: Edition, mention: Mention) -> list[Tick]:
    """Return a strip that is about the articles that name something.

    It is less about those to which that is only background.
    """
    links = mention.article_mentions.all()
    named = {row.article_id for row in links if row.relation == ArticleMention.Relation.NAMED}
    return strip(edition, named, also={row.article_id for row in links} - named)


def spread_of_strength(edition: Edition, strength: Strength) -> list[Tick]:
    """Return a strip that is about the articles with a paragraph that binds in a way."""
    return strip(edition, {row.number for row in edition.articles if strength in row.strengths})
