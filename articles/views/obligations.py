"""The page on which the paragraphs stand by legal strength."""

from django.http import HttpResponse

from articles import heads
from articles.reading.obligations import bearers, kinds
from articles.reading.spread import spread_of_strength
from articles.views.rendering import show
from articles.views.requests import Request


def obligations(request: Request) -> HttpResponse:
    """Show whom the treaty binds, and every paragraph under each way in which it does."""
    edition = request.edition
    context = {
        "kinds": [(kind, spread_of_strength(edition, kind.strength)) for kind in kinds(edition)],
        "bearers": bearers(edition),
        "articles": edition.articles,
    }
    return show(request, "articles/obligations.html", heads.of_single("obligations"), context)
