"""The contents of the treaty: its parts in order, in runs that one theme leads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from articles.edition import Edition, derived
from articles.models import Article, Theme


@dataclass(frozen=True)
class Run:
    """Parts of the treaty that follow one another and have the same leading theme."""

    theme: Theme
    articles: tuple[Article, ...]


@derived
def contents(edition: Edition) -> list[Run]:
    """Return the runs in the treaty's order; a theme that leads again has another run."""
    by_theme = groupby(edition.articles, key=lambda article: article.leading_theme)
    return [Run(theme, tuple(articles)) for theme, articles in by_theme]
