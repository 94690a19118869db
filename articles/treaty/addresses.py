"""The address, the HTML ``id`` and the name of a provision, from its numbers.

A provision is an article (the preamble and the closing lines among them), one of its paragraphs
or a point of one. Points count from 1 within their paragraph, however the treaty labels them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from articles import treaty

DEPTHS: Final = {"article": "number", "paragraph": "paragraph", "point": "point"}
"""What an address can name, and what it calls the last of its numbers."""

CODES: Final = {treaty.CLOSING: "closing"}
"""How short addresses write a part that has no number of its own."""

FILE_NAMES: Final = {treaty.PREAMBLE: "preamble", treaty.CLOSING: "closing"}
ANCHORS: Final = {treaty.PREAMBLE: "preamble", treaty.CLOSING: "conclusions"}
"""The names that Akoma Ntoso has for the parts that are no articles."""


MOST_KNOWN: Final = 4_000
"""Addresses that are remembered: Django works out each of them anew, and a page has hundreds."""


@lru_cache(maxsize=MOST_KNOWN)
def page_url(name: str, *keys: str) -> str:
    """Return the address of a page by its name in the table of addresses."""
    return reverse(name, args=keys)


def place_url(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return the address of a provision.

    Words before the first numbered paragraph (0) have that of the article.
    """
    return address("", article, paragraph, point)


def cite_url(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return the address of the page on which a provision is cited."""
    return address("_cite", article, paragraph, point)


def compare_url(article: int) -> str:
    """Return the address at which two texts of an article are compared."""
    return address("_compare", article, None, None)


@lru_cache(maxsize=MOST_KNOWN)
def address(view: str, article: int, paragraph: int | None, point: int | None) -> str:
    """Return the address of a view of a provision; ``view`` ends the name that it has there."""
    numbers = [article, *below(paragraph, point)]
    keys = dict(zip(DEPTHS.values(), numbers, strict=False))
    return reverse(f"{list(DEPTHS)[len(numbers) - 1]}{view}", kwargs=keys)


def export_url(article: int, paragraph: int | None, point: int | None, suffix: str) -> str:
    """Return the address of a provision as data (``/articles/3/3.json``)."""
    return f"{place_url(article, paragraph, point).removesuffix('/')}.{suffix}"


def article_url(article: int) -> str:
    """Return the address of an article's page."""
    return place_url(article)


def treaty_export_url(suffix: str) -> str:
    """Return the address of the whole treaty as data (``/treaty.json``)."""
    return f"{reverse('treaty').removesuffix('/')}.{suffix}"


def short_url(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return the short address, to be said aloud: ``/3.3``, or ``/3`` for the article."""
    return f"/{place_code(article, paragraph, point)}"


def place_code(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return how short addresses and selections write a provision: ``3``, ``3.3``, ``22.2.3``.

    The preamble is 0; the closing lines are ``closing``.
    """
    return ".".join([CODES.get(article) or str(article), *map(str, below(paragraph, point))])


def place_name(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return what a file about a provision is called: ``article-3-paragraph-3``, ``preamble``."""
    parts = [FILE_NAMES.get(article) or f"article-{article}"]
    kinds = (paragraph_kind(article), "point")
    parts += [f"{kind}-{n}" for kind, n in zip(kinds, below(paragraph, point), strict=False)]
    return "-".join(parts)


def below(paragraph: int | None, point: int | None) -> list[int]:
    """Return the numbers that follow that of the article."""
    return [number for number in (paragraph, point) if number]


def article_anchor(article: int) -> str:
    """Return the HTML ``id``, after the naming convention of Akoma Ntoso (``art_14``)."""
    return ANCHORS.get(article) or f"art_{article}"


def paragraph_anchor(article: int, paragraph: int) -> str:
    """Return the HTML ``id``, after the naming convention of Akoma Ntoso (``art_14__para_2``)."""
    if not paragraph:
        return f"{article_anchor(article)}__intro"
    kind = "rec" if article == treaty.PREAMBLE else "para"
    return f"{article_anchor(article)}__{kind}_{paragraph}"


def point_anchor(article: int, paragraph: int, point: int) -> str:
    """Return the HTML ``id``, after the naming convention of Akoma Ntoso.

    The last number is the point's place in its paragraph (``art_22__para_2__point_3``).
    """
    return f"{paragraph_anchor(article, paragraph)}__point_{point}"


def anchor(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return the HTML ``id`` of a provision."""
    if not paragraph:
        return article_anchor(article)
    if not point:
        return paragraph_anchor(article, paragraph)
    return point_anchor(article, paragraph, point)


def paragraph_kind(article: int) -> str:
    """Return what a paragraph is called: ``recital`` in the preamble."""
    return "recital" if article == treaty.PREAMBLE else "paragraph"


def paragraph_label(article: int, paragraph: int) -> str:
    """Return ``Recital 3`` or ``Paragraph 3``, or ``Opening words`` for 0."""
    if not paragraph:
        return "Opening words"
    return f"{paragraph_kind(article).capitalize()} {paragraph}"


def point_label(article: int, paragraph: int, point: int) -> str:
    """Return ``Point 2.3``, with the number that the treaty gives the point."""
    return f"Point {treaty.point_number(article, paragraph, point)}"


def place_label(article: int, paragraph: int | None = None, point: int | None = None) -> str:
    """Return ``Article 3, paragraph 2``, ``Article 22, point 2.3``, or the article alone.

    A point is called by the number that the treaty gives it, which says its paragraph, too.
    """
    place = treaty.label(article)
    if paragraph and point:
        return f"{place}, {point_label(article, paragraph, point).lower()}"
    return f"{place}, {paragraph_label(article, paragraph).lower()}" if paragraph else place


Pairs = tuple[tuple[str, str], ...]
"""Names and values of a query string."""


def query_string(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the query string of those pairs that have a value, or nothing; commas stay."""
    given = [(name, value) for name, value in pairs if value]
    return f"?{urlencode(given, safe=',')}" if given else ""
