"""What is for the reader's comfort: settings, and the treaty without a connection."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from articles import heads
from articles.citations.styles import STYLES
from articles.edition import Edition
from articles.treaty import addresses
from articles.views.rendering import show
from articles.views.requests import Request

SETTINGS: Final = (
    ("size", "Text size", (("normal", "Normal"), ("large", "Large"), ("larger", "Larger"))),
    ("theme", "Colours", (("system", "As in your system"), ("light", "Light"), ("dark", "Dark"))),
    (
        "style",
        "What “Cite” copies, after the quotation",
        (("own", "Title, place and date in full"), *((row.slug, row.name) for row in STYLES)),
    ),
)
"""What can be chosen: its name, what it is called, and the choices, that without script first."""

KEYS: Final = (
    ("/", "Search"),
    ("j", "Next paragraph or result"),
    ("k", "Previous paragraph or result"),
    ("n", "Next article"),
    ("p", "Previous article"),
    ("c", "Cite the paragraph, or the article"),
    ("?", "Show this list"),
)
"""The keyboard shortcuts, and what each does."""

FILES: Final = ("site.css", "pages.css", "first.js", "later.js", "icon.svg")
"""The static files that kept pages need."""


def settings(request: Request) -> HttpResponse:
    """Show what readers can choose, and the keyboard shortcuts."""
    context = {"settings": SETTINGS, "keys": KEYS}
    return show(request, "articles/settings.html", heads.of_single("settings"), context)


def offline(request: Request) -> HttpResponse:
    """Show what can be read without a connection; it stands in for pages that are not kept."""
    context = {"articles": request.edition.articles}
    return show(request, "articles/offline.html", heads.of_single("offline"), context)


def worker(request: Request) -> HttpResponse:
    """Give the service worker, which is another one whenever what it keeps may have changed."""
    kept = kept_addresses(request.edition)
    said = json.dumps([request.edition.version.digest, *kept])
    context = {
        "version": hashlib.sha256(said.encode()).hexdigest()[:12],
        "offline": reverse("offline"),
        "addresses": json.dumps(kept),
    }
    response = render(request, "articles/worker.js", context, content_type="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


def kept_addresses(edition: Edition) -> list[str]:
    """Return the addresses of what browsers keep."""
    return [
        *map(static, FILES),
        *(addresses.page_url(name) for name in ("offline", "settings", "home", "treaty")),
        *(article.get_absolute_url() for article in edition.articles),
    ]
