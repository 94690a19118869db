"""What every template may use."""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from articles import treaty as facts
from articles.edition import Edition
from articles.treaty import addresses

NAVIGATION: Final = (
    ("explorer", "Articles"),
    ("themes", "Themes"),
    ("timeline", "Timeline"),
    ("about", "About"),
)
"""The names of the addresses in the masthead, and what each is called there."""


def treaty(request: HttpRequest) -> dict[str, Any]:
    """Give templates the treaty's names, the navigation, and what is loaded."""
    edition: Edition | None = getattr(request, "edition", None)
    return {
        "treaty": {
            "title": facts.TITLE,
            "short_title": facts.SHORT_TITLE,
            "last_article": facts.LAST_ARTICLE,
            "origin": facts.ORIGIN,
            "preamble_url": addresses.article_url(facts.PREAMBLE),
            "closing_url": addresses.article_url(facts.CLOSING),
        },
        "navigation": [(reverse(name), title) for name, title in NAVIGATION],
        "data_version": edition.version if edition else None,
        "official_texts": edition.official_texts if edition else (),
    }
