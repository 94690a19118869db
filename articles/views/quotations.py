"""The page that verifies a quotation."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse

from articles import heads
from articles.views.rendering import show
from articles.views.requests import Request
from articles.words.quotations import MAX_LENGTH, verify


def verify_quotation(request: Request) -> HttpResponse:
    """Show the form and, for a quotation, where it is from and what differs.

    Reads ``text`` of the query string; anything else is ignored.
    """
    typed = request.GET.get("text", "").replace("\0", "")  # which no page may hold
    is_asked = bool(typed.strip())
    context = {
        "typed": typed,
        "is_asked": is_asked,
        "verification": verify(typed, request.edition),
        "max_length": MAX_LENGTH,
    }
    head = replace(heads.of_single("verify"), is_indexed=not is_asked)
    return show(request, "articles/verify.html", head, context)
