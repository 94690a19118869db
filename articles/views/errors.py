"""Pages for addresses that lead nowhere and for our own mistakes."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader


class NoSuchPage(Http404):
    """There is no page at an address, for a reason that a reader should be told."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what there is instead, in the words of the view that found nothing, if it gave any."""
    reason = str(exception) if isinstance(exception, NoSuchPage) else ""
    return render(request, "404.html", {"reason": reason}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without the database or the request, since either may be what failed."""
    return HttpResponseServerError(loader.get_template("500.html").render())
