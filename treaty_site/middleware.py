"""What holds for every answer of the site: it is read-only, and its policy headers are strict."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

GetResponse = Callable[[HttpRequest], HttpResponseBase]

METHODS: Final = ("GET", "HEAD", "OPTIONS")

POLICY_HEADERS: Final = {
    # Nothing but this site's own files, no inline script or style, and no framing.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    # Each feature is named with an empty list of origins: the site asks for none of them.
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), "
        "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        "picture-in-picture=(), usb=(), xr-spatial-tracking=()"
    ),
}


def read_only(get_response: GetResponse) -> GetResponse:
    """Answer GET and HEAD; describe the methods to OPTIONS; refuse every other with 405."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(headers={"Allow": ", ".join(METHODS)})
        if request.method not in METHODS:
            return HttpResponseNotAllowed(
                METHODS,
                "This site is read-only: it answers GET, HEAD and OPTIONS.\n",
                content_type="text/plain; charset=utf-8",
            )
        return get_response(request)

    return middleware


def policy_headers(get_response: GetResponse) -> GetResponse:
    """Set the security policy on every answer, static files and errors included."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in POLICY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware
