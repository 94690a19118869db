"""The paragraphs of the treaty by legal strength: what is a duty, what a ban, what only an aim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from articles.edition import Edition, derived
from articles.models import Paragraph, Strength
from articles.treaty.phrases import counted
from articles.treaty.places import spoken

MOST_WHOLE: Final = 20
"""Of a strength that more paragraphs have than this, each is shown by its first words only."""

TOGETHER: Final = "The two states together"
"""Whom a paragraph binds that names nobody else."""

FIRST_WORDS: Final = 180
"""Characters of these first words, at most."""


@dataclass(frozen=True)
class Kind:
    """A legal strength, and the paragraphs that have it, in the order of the treaty."""

    strength: Strength
    paragraphs: tuple[Paragraph, ...]

    @property
    def meaning(self) -> str:
        """What it means, and how this edition gives it."""
        explained = self.strength.explanation
        return f"{explained[0].upper()}{explained[1:]}. Our words: {self.strength.wording}."

    @property
    def amount(self) -> str:
        """``2 paragraphs in 2 articles``, the preamble and the closing lines among them."""
        articles = len({row.article_id for row in self.paragraphs})
        return f"{counted(len(self.paragraphs), 'paragraph')} in {counted(articles, 'article')}"

    @property
    def rows(self) -> Iterator[tuple[Paragraph, str, str]]:
        """The paragraphs, each with its place (``Article 3(3)``), and with its words.

        The only paragraph of an article has the article's place.
        """
        is_short = len(self.paragraphs) > MOST_WHOLE
        for row in self.paragraphs:
            place = row.article.label if row.is_alone else spoken([row.place])
            words = shorten(row.plain, FIRST_WORDS, placeholder=" …") if is_short else row.plain
            yield row, place, words


@derived
def bearers(edition: Edition) -> tuple[tuple[str, tuple[Paragraph, ...]], ...]:
    """Return whom paragraphs bind, each with those that do, the two states together first.

    A paragraph that only says how the treaty works binds nobody, unless it names somebody.
    """
    bound: dict[str, list[Paragraph]] = {TOGETHER: []}
    for row in (row for article in edition.articles for row in article.paragraphs.all()):
        if row.bearer or row.strengths != [Strength.RULE]:
            bound.setdefault(row.bearer or TOGETHER, []).append(row)
    return tuple((name, tuple(rows)) for name, rows in bound.items())


@derived
def kinds(edition: Edition) -> tuple[Kind, ...]:
    """Return every legal strength with its paragraphs."""
    rows = [row for article in edition.articles for row in article.paragraphs.all()]
    return tuple(
        Kind(strength, tuple(row for row in rows if strength in row.strengths))
        for strength in Strength
    )
