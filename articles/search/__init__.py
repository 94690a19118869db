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

COLUMNS: Final = {
    "article_id": models.IntegerField(),
    "score": models.FloatField(),
    "is_complete": models.BooleanField(),
}

BEST_MATCHES: Final = """
    SELECT article_id, score, is_complete
    FROM (SELECT *, MAX(is_complete) OVER () AS most FROM ({matches}) AS matches) AS ranked
    WHERE is_complete = most
"""
"""What has every clause; only where nothing has, what has some of them."""


def rank(articles: Articles, query: Query) -> Articles:
    """Return the articles that answer the query, best first.

    Annotated with their ``score``, and with ``is_complete``: false on all of them where no
    article has everything that was asked for, so that they have only some of it.
    """
    if query.is_empty:
        return articles.annotate(score=Value(0.0), is_complete=Value(True))
    sql, parameters = DIALECTS[connections[articles.db].vendor].matches(query)
    best = raw_cte_sql(BEST_MATCHES.format(matches=sql), parameters, COLUMNS)
    hits = CTE(best, name="hits")
    found = hits.join(articles, number=hits.col.article_id).annotate(
        score=hits.col.score, is_complete=hits.col.is_complete
    )
    ranked: Articles = with_cte(hits, select=found.order_by("-score", "number"))
    return ranked


def rebuild(using: str = "default") -> None:
    """Make the index anew from the articles in the database."""
    from articles.models import Article  # noqa: PLC0415 - the models know search

    articles = Article.objects.using(using).with_text()
    connection = connections[using]
    DIALECTS[connection.vendor].rebuild(connection, documents.of(articles))
