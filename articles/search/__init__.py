"""Search: one parser, one plan, two dialects.

What somebody types is parsed once (``query``); words are broken down the same way everywhere
(``analysis``, ``documents``); each database engine has a module that keeps the index and puts
the query in its own words; excerpts and reasons are worked out from the text (``excerpts``).
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Final

from django.db import connections, models
from django.db.models import Value
from django_cte import CTE, with_cte
from django_cte.raw import raw_cte_sql

from articles.search import documents, postgresql, sqlite
from articles.search.excerpts import Excerpt, Segment, excerpt, reasons
from articles.search.query import MAX_LENGTH, Query, parse

if TYPE_CHECKING:
    from typing import TypeVar

    Articles = TypeVar("Articles", bound=models.QuerySet[models.Model])

__all__ = [
    "MAX_LENGTH",
    "Excerpt",
    "Query",
    "Segment",
    "excerpt",
    "parse",
    "rank",
    "reasons",
    "rebuild",
]

DIALECTS: Final[dict[str, ModuleType]] = {"sqlite": sqlite, "postgresql": postgresql}
"""The module for each database engine, by Django's name for it."""

COLUMNS: Final = {"article_id": models.IntegerField(), "score": models.FloatField()}


def rank(articles: Articles, query: Query) -> Articles:
    """Return the articles that answer the query, best first, annotated with their ``score``."""
    if query.is_empty:
        return articles.annotate(score=Value(0.0))
    sql, parameters = DIALECTS[connections[articles.db].vendor].hits(query)
    hits = CTE(raw_cte_sql(sql, parameters, COLUMNS), name="hits")
    found = hits.join(articles, number=hits.col.article_id).annotate(score=hits.col.score)
    ranked: Articles = with_cte(hits, select=found.order_by("-score", "number"))
    return ranked


def rebuild(using: str = "default") -> None:
    """Make the index anew from the articles in the database."""
    from articles.models import Article  # noqa: PLC0415 - the models know search

    articles = Article.objects.using(using).with_text()
    connection = connections[using]
    DIALECTS[connection.vendor].rebuild(connection, documents.of(articles))
