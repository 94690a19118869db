"""The paragraphs by legal strength."""

from django.http import HttpResponse

from articles import heads
from articles.reading.obligations import kinds, table
from articles.views.rendering import show
from articles.views.requests import Request


def obligations(request: Request) -> HttpResponse:
    """Show every paragraph under each way in which it binds, and which articles have which."""
    found = kinds(request.edition)
    context = {"kinds": found, "rows": table(request.edition)}
    return show(request, "articles/obligations.html", heads.of_obligations(found), context)
