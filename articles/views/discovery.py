"""What tells programs how to find their way: search engines, readers of feeds, the address bar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from articles import treaty
from articles.cards import colours
from articles.edition import Edition
from articles.exports import changes as history
from articles.heads.single_pages import SINGLE_PAGES, UNLISTED
from articles.openapi import document
from articles.reading.letters import by_letter
from articles.treaty.notices import NOTICE
from articles.views.data import as_data
from articles.views.rendering import site_of
from articles.views.requests import Request

ENDLESS: Final = ("/set/*/", "/*?set=", "/*&set=")
"""Addresses that each lead to yet another selection, without end."""

PREVIEWERS: Final = (
    "Discordbot",
    "facebookexternalhit",
    "LinkedInBot",
    "Pinterestbot",
    "redditbot",
    "SkypeUriPreview",
    "Slackbot",
    "Slackbot-LinkExpanding",
    "TelegramBot",
    "Twitterbot",
    "WhatsApp",
)
"""Robots that fetch the one address somebody has sent, to show its card; they follow no links."""

ICONS: Final = (
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)
"""The site's icon for a home screen: files, their sizes, and what each is for."""

STATEMENT_LASTS: Final = timedelta(days=180)
"""For how long security.txt may be relied on; RFC 9116 recommends less than a year."""

STATEMENT_HEADERS: Final = {"Cache-Control": f"public, max-age={60 * 60 * 24}"}
"""The statement changes with the date, at midnight UTC."""


class CanonicalPages(Sitemap):  # type: ignore[type-arg] # which it takes in type checkers only
    """Every page that is no other page's part: a paragraph's belongs to its article's."""

    def __init__(self, edition: Edition) -> None:
        """Take the edition whose pages they are."""
        self.edition = edition

    def items(self) -> list[str]:
        """Return the addresses."""
        edition = self.edition
        return [
            *(reverse(name) for name in SINGLE_PAGES if name not in UNLISTED),
            *(row.get_absolute_url() for row in edition.articles),
            *(row.get_absolute_url() for row in edition.questions),
            *(row.get_absolute_url() for row in edition.themes),
            *(row.get_absolute_url() for row in edition.mentions),
            *(reverse("thesaurus_letter", args=[letter]) for letter in by_letter(edition)),
        ]

    def location(self, item: str) -> str:
        """Return the address as it is."""
        return item

    def lastmod(self, item: str) -> datetime:
        """Return when the data was loaded: pages change with it, and with nothing else."""
        return self.edition.version.loaded_at


def sitemap(request: Request) -> HttpResponse:
    """List every page for search engines (https://www.sitemaps.org/protocol.html)."""
    pages = CanonicalPages(request.edition)
    return sitemap_of(request, {"pages": pages}).render()


def changes(request: Request) -> HttpResponse:
    """List the latest changes to the text, by data version, as an Atom feed (RFC 4287)."""
    context = {
        "site": site_of(request),
        "notice": NOTICE,
        "entries": history.latest(request.edition),
        "updated": request.edition.text_changed_at,
    }
    content_type = "application/atom+xml; charset=utf-8"
    return as_data(render(request, "articles/changes.atom", context, content_type=content_type))


def robots(request: HttpRequest) -> HttpResponse:
    """Let every robot in, those that follow links not without end; name the sitemap (RFC 9309)."""
    groups = (
        ("User-agent: *", "Allow: /", *(f"Disallow: {path}" for path in ENDLESS)),
        (*(f"User-agent: {name}" for name in PREVIEWERS), "Allow: /"),
        (f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",),
    )
    content = "\n\n".join("\n".join(lines) for lines in groups)
    return HttpResponse(f"{content}\n", content_type="text/plain; charset=utf-8")


def opensearch(request: HttpRequest) -> HttpResponse:
    """Describe the search, so that a browser's address bar can use it (OpenSearch 1.1)."""
    return render(
        request,
        "articles/opensearch.xml",
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the site to a home screen (W3C, Web Application Manifest).

    It opens in the browser: its addresses are there to be seen and sent.
    """
    paper = "#{:02x}{:02x}{:02x}".format(*colours.PAPER)
    said = {
        "name": treaty.SHORT_TITLE,
        "description": SINGLE_PAGES["home"][1],
        "lang": "en",
        "start_url": reverse("home"),
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": static(file), "sizes": sizes, "purpose": purpose}
            for file, sizes, purpose in ICONS
        ],
    }
    form = {"ensure_ascii": False, "indent": 1}
    content_type = "application/manifest+json"
    return JsonResponse(said, json_dumps_params=form, content_type=content_type)


def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness of this site (RFC 9116), even while it has no data."""
    site = site_of(request)
    today = datetime.combine(datetime.now(UTC), time(), UTC)
    fields = {
        "Contact": settings.CONTACT or f"{site}{reverse('about')}#contact",
        "Expires": f"{today + STATEMENT_LASTS:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "en",
        "Canonical": f"{site}{reverse('security')}",
    }
    return HttpResponse(
        "".join(f"{name}: {value}\n" for name, value in fields.items()),
        content_type="text/plain; charset=utf-8",
        headers=STATEMENT_HEADERS,
    )


def openapi(request: HttpRequest) -> HttpResponse:
    """Describe every address of data to programs (OpenAPI 3.1)."""
    form = {"ensure_ascii": False, "indent": 1}
    return as_data(JsonResponse(document(site_of(request)), json_dumps_params=form))
