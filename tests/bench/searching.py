"""What the bench needs to know of the search itself: the words, the index, and how to ask it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.db import connections, transaction

from articles import search
from articles.models import Article, Concept, DataVersion
from articles.search import DIALECTS, documents

Search = Callable[[str, str], object]
"""Finds what answers a query, in the index of the database of some alias."""


def load(fixtures: Path) -> Search:
    """Load the edition into the default database; return how it is searched, warm."""
    call_command("migrate", verbosity=0)
    call_command("load_treaty", str(fixtures), stdout=StringIO())
    version = DataVersion.objects.current()
    if version is None:
        raise RuntimeError("The edition has not been loaded.")
    words = search.lexicon(version.digest)
    return lambda text, alias: search.find(search.parse(text), words, alias)


def index(alias: str, copies: int) -> int:
    """Fill the index of a database with every article, so many times; return how many that are.

    The words that search knows stay those of the treaty, and the same share of articles has each.
    """
    articles = list(Article.objects.with_text())
    once: Sequence[documents.Document] = documents.of(
        articles, search.marks_of(Concept.objects.with_links(), articles)
    )
    every = [
        replace(document, article_id=document.article_id + copy * len(once))
        for copy in range(copies)
        for document in once
    ]
    with transaction.atomic(using=alias):
        DIALECTS[connections[alias].vendor].rebuild(connections[alias], every)
    return len(every)
