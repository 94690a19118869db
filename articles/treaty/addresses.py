"""Addresses by the names that they have in the table of addresses, and their query strings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

MOST_KNOWN: Final = 4_000
"""Addresses that are remembered: Django works out each of them anew, and a page has hundreds."""

DEPTHS: Final = {"article": "number", "paragraph": "paragraph", "point": "point"}
"""What the address of a provision can name, and what it calls the last of its numbers."""


@lru_cache(maxsize=MOST_KNOWN)
def page_url(name: str, *keys: str) -> str:
    """Return the address of a page by its name in the table of addresses."""
    return reverse(name, args=keys)


@lru_cache(maxsize=MOST_KNOWN)
def provision_url(view: str, *numbers: int) -> str:
    """Return the address of a view of a provision; ``view`` ends the name that it has there."""
    keys = dict(zip(DEPTHS.values(), numbers, strict=False))
    return reverse(f"{list(DEPTHS)[len(numbers) - 1]}{view}", kwargs=keys)


def data_url(page: str, suffix: str) -> str:
    """Return the address of what a page shows as data (``/articles/3/3.json``)."""
    return f"{page.removesuffix('/')}.{suffix}"


def treaty_export_url(suffix: str) -> str:
    """Return the address of the whole treaty as data (``/treaty.json``)."""
    return data_url(page_url("treaty"), suffix)


Pairs = tuple[tuple[str, str], ...]
"""Names and values of a query string."""


def query_string(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the query string of those pairs that have a value, or nothing; commas stay."""
    given = [(name, value) for name, value in pairs if value]
    return f"?{urlencode(given, safe=',')}" if given else ""
