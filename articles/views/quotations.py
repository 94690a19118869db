"""The page that verifies a quotation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from articles import heads
from articles.corpus import corpus
from articles.middleware import loaded_version
from articles.quotations import MAX_LENGTH, verify
from articles.views.rendering import show


def verify_quotation(request: HttpRequest) -> HttpResponse:
    """Show the form and, for a quotation, where it is from and what differs.

    Reads ``text`` of the query string; anything else is ignored.
    """
    digest = loaded_version(request).digest
    typed = request.GET.get("text", "").replace("\0", "")  # which no page may hold
    context = {
        "typed": typed,
        "is_asked": bool(typed.strip()),
        "verification": verify(typed, digest),
        "has_official": any(text.is_official for text in corpus(digest)),
        "max_length": MAX_LENGTH,
    }
    return show(request, "articles/verify.html", heads.of_single("verify"), context)
