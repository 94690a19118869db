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
