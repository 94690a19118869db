"""The feed of changes, for readers who want to know when the text changes."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import changes as history
from articles.exports.extract import NOTICE
from articles.middleware import loaded_version
from articles.views.data import as_data
from articles.views.rendering import site_of

ATOM: Final = "application/atom+xml"


def changes(request: HttpRequest) -> HttpResponse:
    """List the latest changes to the text, by data version, as an Atom feed (RFC 4287)."""
    entries = history.latest()
    context = {
        "site": site_of(request),
        "notice": NOTICE,
        "entries": entries,
        "updated": history.updated(entries, loaded_version(request)),
    }
    return as_data(
        render(
            request,
            "articles/changes.atom",
            context,
            content_type=f"{ATOM}; charset=utf-8",
        )
    )
