"""What the bench needs to know of the search itself: the words, the index, and how to ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connections, transaction

from articles import edition, search

Search = Callable[[str, str], object]
"""Finds what answers a query, in the index of the database of some alias."""

INDEXES: Final[dict[str, search.Index]] = {}
"""What search knows of the documents in each database, by its alias."""


def load(fixtures: Path) -> Search:
    """Load an edition into the default database; return how indexes of it are searched, warm."""
    call_command("migrate", verbosity=0)
    call_command("load_treaty", str(fixtures), stdout=StringIO())

    def find(text: str, alias: str) -> object:
        # Search knows one database. The bench alone has several, in which it looks in turns.
        search.connection = connections[alias]  # type: ignore[attr-defined]
        return search.find(search.parse(text), INDEXES[alias])

    return find


def index(alias: str, copies: int) -> int:
    """Fill the index of a database with every article, so many times; return how many that are.

    The words that search knows stay those of the treaty, and the same share of articles has each.
    """
    known = search.index(edition.in_force())
    once = known.documents.values()
    every = {
        number: replace(document, article_id=number)
        for number, document in enumerate(document for _ in range(copies) for document in once)
    }
    INDEXES[alias] = search.Index(every, known.words)
    connection = connections[alias]
    with transaction.atomic(using=alias):
        search.DIALECTS[connection.vendor].rebuild(connection, every.values())
    return len(every)
