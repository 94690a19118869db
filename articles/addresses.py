"""The address, the HTML ``id`` and the name of an article or paragraph, from their numbers."""

from __future__ import annotations

from django.urls import reverse

from articles import treaty


def article_url(article: int) -> str:
    """Return the address of an article's page."""
    if article == treaty.PREAMBLE:
        return reverse("preamble")
    return reverse("article", args=[article])


def paragraph_url(article: int, paragraph: int) -> str:
    """Return the address of the article's page with a paragraph marked.

    Words before the first numbered paragraph (0) have that of the article.
    """
    if not paragraph:
        return article_url(article)
    if article == treaty.PREAMBLE:
        return reverse("preamble_paragraph", args=[paragraph])
    return reverse("paragraph", args=[article, paragraph])


def place_url(article: int, paragraph: int | None = None) -> str:
    """Return the address of a paragraph, or without one, of the article."""
    return paragraph_url(article, paragraph or 0)


def cite_url(article: int, paragraph: int | None = None) -> str:
    """Return the address of the page on which an article or paragraph is cited."""
    return f"{place_url(article, paragraph)}cite/"


def export_url(article: int, paragraph: int | None, suffix: str) -> str:
    """Return the address of an article or paragraph as data (``/articles/3/3.json``)."""
    return f"{place_url(article, paragraph).removesuffix('/')}.{suffix}"


def treaty_export_url(suffix: str) -> str:
    """Return the address of the whole treaty as data (``/treaty.json``)."""
    return f"{reverse('treaty').removesuffix('/')}.{suffix}"


def short_url(article: int, paragraph: int | None = None) -> str:
    """Return the short address, to be said aloud: ``/3.3``, or ``/3`` for the article."""
    return f"/{place_code(article, paragraph)}"


def place_code(article: int, paragraph: int | None = None) -> str:
    """Return how short addresses and dossiers write a place: ``3.3``, ``3``; 0 is the preamble."""
    return f"{article}.{paragraph}" if paragraph else str(article)


def place_name(article: int, paragraph: int | None = None) -> str:
    """Return what a file about a place is called: ``article-3-paragraph-3``, ``preamble``."""
    if article == treaty.PREAMBLE:
        return f"preamble-recital-{paragraph}" if paragraph else "preamble"
    return f"article-{article}" + (f"-paragraph-{paragraph}" if paragraph else "")


def article_anchor(article: int) -> str:
    """Return the HTML ``id``, after the naming convention of Akoma Ntoso (``art_14``)."""
    return "preamble" if article == treaty.PREAMBLE else f"art_{article}"


def paragraph_anchor(article: int, paragraph: int) -> str:
    """Return the HTML ``id``, after the naming convention of Akoma Ntoso (``art_14__para_2``)."""
    if not paragraph:
        return f"{article_anchor(article)}__intro"
    kind = "rec" if article == treaty.PREAMBLE else "para"
    return f"{article_anchor(article)}__{kind}_{paragraph}"


def paragraph_label(article: int, paragraph: int) -> str:
    """Return ``Recital 3`` or ``Paragraph 3``, or ``Opening words`` for 0."""
    if not paragraph:
        return "Opening words"
    return f"{'Recital' if article == treaty.PREAMBLE else 'Paragraph'} {paragraph}"


def place_label(article: int, paragraph: int | None) -> str:
    """Return ``Article 3, paragraph 2``, or the article alone."""
    place = treaty.label(article)
    return f"{place}, {paragraph_label(article, paragraph).lower()}" if paragraph else place
