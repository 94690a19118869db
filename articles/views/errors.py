"""Pages for addresses that lead nowhere and for our own mistakes."""

from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader

from articles.head import Head
from articles.views.rendering import show

NO_SUCH_ARTICLE: Final = "There is no article {number}."

NOT_FOUND: Final = Head("Not found", "There is no page at this address.", "/404/", is_indexed=False)


class NoSuchPage(Http404):
    """There is no page at an address, for a reason that a reader should be told."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what there is instead, in the words of the view that found nothing, if it gave any."""
    reason = str(exception) if isinstance(exception, NoSuchPage) else ""
    response = show(request, "404.html", NOT_FOUND, {"reason": reason})
    response.status_code = HTTPStatus.NOT_FOUND
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without the database or the request, since either may be what failed."""
    return HttpResponseServerError(loader.get_template("500.html").render())
