"""What views find on a request, once the middleware has been at it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from articles.edition import Edition
from articles.reading.texts import TextsForm
from articles.selections.carrying import Carried


class Request(HttpRequest):
    """A request with the edition in force: one and the same from beginning to end.

    ``carried`` is what the links of its page take along.
    """

    edition: Edition
    htmx: HtmxDetails
    carried: Carried


def texts_form(request: Request) -> TextsForm:
    """Return which official texts to show."""
    return TextsForm.read(request.GET, request.edition.official_texts)
