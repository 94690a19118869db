"""What tells programs how to find their way: search engines, readers of feeds, the address bar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join

from articles.exports import changes as history
from articles.exports.extract import NOTICE
from articles.heads.single_pages import SINGLE_PAGES
from articles.models import Article, Mention, Theme
from articles.openapi import document
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

SITEMAP: Final = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</urlset>
"""
LISTED: Final = "<url><loc>{}</loc><lastmod>{}</lastmod></url>"

STATEMENT_LASTS: Final = timedelta(days=180)
"""For how long security.txt may be relied on; RFC 9116 recommends less than a year."""

STATEMENT_HEADERS: Final = {"Cache-Control": f"public, max-age={60 * 60 * 24}"}
"""The statement changes with the date, at midnight UTC."""


def sitemap(request: Request) -> HttpResponse:
    """List every page that is no other page's part (https://www.sitemaps.org/protocol.html).

    All of them change when data is loaded, and with nothing else.
    """
    edition, site = request.edition, site_of(request)
    rows: list[Article | Theme | Mention]
    rows = [*edition.articles, *edition.themes, *edition.mentions]
    paths = [*map(reverse, SINGLE_PAGES), *(row.get_absolute_url() for row in rows)]
    day = edition.version.loaded_at.date()
    urls = format_html_join("\n", LISTED, ((site + path, day) for path in paths))
    return HttpResponse(
        SITEMAP.format(urls), content_type="application/xml", headers={"X-Robots-Tag": "noindex"}
    )


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
