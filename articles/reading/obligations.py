"""The paragraphs of the treaty by legal strength: what is a duty, what a ban, what only an aim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles.edition import Edition, derived
from articles.models import Article, Paragraph, Strength
from articles.treaty.phrases import counted
from articles.treaty.places import spoken

MOST_WHOLE: Final = 20
"""Of a kind with more paragraphs than this, each is shown by its first words only."""


@dataclass(frozen=True)
class Kind:
    """A legal strength with the paragraphs that have it, in the order of the treaty."""

    strength: Strength
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_long(self) -> bool:
        """Whether only the first words of each paragraph are shown."""
        return len(self.paragraphs) > MOST_WHOLE

    @property
    def amount(self) -> str:
        """``2 paragraphs in 2 articles``."""
        articles = len({row.article_id for row in self.paragraphs})
        return f"{counted(len(self.paragraphs), 'paragraph')} in {counted(articles, 'article')}"

    @property
    def places(self) -> list[tuple[Paragraph, str]]:
        """The paragraphs, each with its place as a citation gives it: ``Article 3(3)``."""
        return [(row, named(row)) for row in self.paragraphs]


def named(row: Paragraph) -> str:
    """Return the place of a paragraph; of the only one of an article, that of the article."""
    return row.article.label if row.is_alone else spoken([row.place])


@dataclass(frozen=True)
class Row:
    """An article, and by legal strength whether a paragraph of it binds in that way."""

    article: Article
    cells: tuple[tuple[Strength, bool], ...]


@derived
def kinds(edition: Edition) -> tuple[Kind, ...]:
    """Return every legal strength with its paragraphs."""
    rows = [row for article in edition.articles for row in article.paragraphs.all()]
    return tuple(
        Kind(strength, tuple(row for row in rows if strength in row.strengths))
        for strength in Strength
    )


@derived
def table(edition: Edition) -> tuple[Row, ...]:
    """Return every article with the ways in which it binds."""
    return tuple(
        Row(article, tuple((strength, strength in article.strengths) for strength in Strength))
        for article in edition.articles
    )
