"""Tells whoever runs the site whether the process is alive and whether it can answer."""

from django.http import HttpRequest, HttpResponse

from articles.middleware import data_version

PLAIN = "text/plain; charset=utf-8"


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process is alive; nothing else is asked."""
    return HttpResponse("ok\n", content_type=PLAIN, headers={"Cache-Control": "no-store"})


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 if the database is reachable and the treaty loaded, else 503 with the reason."""
    version, problem = data_version()
    return HttpResponse(
        f"{problem}\n" if version is None else f"ok, data version {version.short}\n",
        content_type=PLAIN,
        status=503 if version is None else 200,
        headers={"Cache-Control": "no-store"},
    )
