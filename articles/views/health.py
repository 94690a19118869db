"""Tells whoever runs the site whether the process is alive and whether it can answer."""

from django.http import HttpRequest, HttpResponse

from articles import edition
from treaty_site.logs import log_unavailable

PLAIN = "text/plain; charset=utf-8"


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process is alive; nothing else is asked."""
    return HttpResponse("ok\n", content_type=PLAIN, headers={"Cache-Control": "no-store"})


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 if pages can be shown, else 503 with the reason.

    If the database is away, but an edition was read before, that one is shown; this is said.
    """
    standing = edition.current()
    shown = standing.edition
    said = [standing.problem] if standing.problem else []
    said += [f"ok, data version {shown.version.short}"] if shown else []
    response = HttpResponse(
        " ".join(reversed(said)) + "\n",
        content_type=PLAIN,
        status=200 if shown else 503,
        headers={"Cache-Control": "no-store"},
    )
    if not shown:
        log_unavailable(request, response, standing.problem)
    return response
