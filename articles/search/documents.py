"""What is indexed of each article, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles import markup
from articles.search.analysis import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.models import Article


@dataclass(frozen=True)
class Field:
    """A part of an article that is searched.

    ``weight`` multiplies what a word found there counts; ``label`` is the class of the same
    rank in a PostgreSQL text vector (A to D); ``reason`` tells the reader where words were found.
    """

    name: str
    weight: float
    label: str
    reason: str


FIELDS: Final = (
    Field("title", 10.0, "A", "title"),
    Field("keywords", 6.0, "B", "words readers use"),
    Field("gist", 4.0, "B", "summary"),
    Field("text", 2.0, "C", "text"),
    Field("unconfirmed", 1.0, "D", "unconfirmed text"),
)


@dataclass(frozen=True)
class Document:
    """An article as words: each field, in the order of ``FIELDS``, as the words of its parts.

    The parts are kept apart so that no phrase runs from one into the next.
    """

    article_id: int
    fields: tuple[tuple[tuple[Token, ...], ...], ...]


def of(articles: Iterable[Article]) -> list[Document]:
    """Return the documents of articles; their text should have been fetched (``with_text``)."""
    return [
        Document(
            article.number,
            tuple(tuple(tuple(tokens(part)) for part in parts) for parts in texts(article)),
        )
        for article in articles
    ]


def texts(article: Article) -> list[list[str]]:
    """Return the plain text of each field, in the order of ``FIELDS``, part by part."""
    statements = [row for part in article.paragraphs.all() for row in part.statements.all()]
    return [
        [article.title],
        article.keywords,
        [article.gist],
        [markup.to_text(row.html) for row in statements if row.is_reported],
        [markup.to_text(row.html) for row in statements if not row.is_reported],
    ]
