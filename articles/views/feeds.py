"""The feed of changes, for readers who want to know when the text changes."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render

from articles.exports import changes as history
from articles.exports.extract import NOTICE
from articles.views.data import as_data
from articles.views.rendering import site_of
from articles.views.requests import Request

ATOM: Final = "application/atom+xml"


def changes(request: Request) -> HttpResponse:
    """List the latest changes to the text, by data version, as an Atom feed (RFC 4287)."""
    context = {
        "site": site_of(request),
        "notice": NOTICE,
        "entries": history.latest(request.edition),
        "updated": request.edition.text_changed_at,
    }
    return as_data(
        render(
            request,
            "articles/changes.atom",
            context,
            content_type=f"{ATOM}; charset=utf-8",
        )
    )
