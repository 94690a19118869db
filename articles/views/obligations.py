"""The page on which the paragraphs stand by legal strength."""

from django.http import HttpResponse

from articles import heads
from articles.reading.obligations import kinds
from articles.views.rendering import show
from articles.views.requests import Request


def obligations(request: Request) -> HttpResponse:
    """Show every paragraph under each way in which it binds, and which articles have which."""
    context = {"kinds": kinds(request.edition), "articles": request.edition.articles}
    return show(request, "articles/obligations.html", heads.of_single("obligations"), context)
