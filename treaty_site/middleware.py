"""What holds for every answer: read-only, strict policies, how long it is fresh, how it is sent."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

from treaty_site import codings
from treaty_site.collecting import are_named
from treaty_site.logs import request_id
from treaty_site.validators import after_preconditions, coded_tag, tag_of

GetResponse = Callable[[HttpRequest], HttpResponseBase]

READING: Final = ("GET", "HEAD")
METHODS: Final = (*READING, "OPTIONS")

STALE: Final = "Edition-Problem"
"""The header that says why what is shown may not be the latest."""

FRESH_SECONDS: Final[Mapping[int, int]] = {
    HTTPStatus.OK: 300,
    HTTPStatus.MOVED_PERMANENTLY: 86_400,  # addresses are stable for ever; a mistake need not be
    HTTPStatus.NOT_FOUND: 60,  # the next load of data may bring it
}
"""How long each kind of answer may be shown again without asking whether it has changed."""

POLICY_HEADERS: Final = {
    # Nothing but this site's own files, no inline script or style, and no framing.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
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
    """Let reading methods through; refuse every other with 405."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
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


def identified(get_response: GetResponse) -> GetResponse:
    """Send with an answer that failed the id under which the log has the cause."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            response.headers["Request-Id"] = request_id(request.META)
        return response

    return middleware


def freshness(get_response: GetResponse) -> GetResponse:
    """Say how long an answer may be kept, unless it says so itself; those not listed, never.

    Nor is one that was made before the static files were collected.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_whole = request.method in READING and are_named()
        seconds = FRESH_SECONDS.get(response.status_code) if is_whole else None
        value = "no-store" if seconds is None else f"public, max-age={seconds}"
        response.headers.setdefault("Cache-Control", value)
        return response

    return middleware


def conditional(get_response: GetResponse) -> GetResponse:
    """Heed conditions on entity tags and dates, and send to HEAD the headers of GET alone."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method in READING:
            response = after_preconditions(request, response)
        if isinstance(response, HttpResponse) and response.status_code != HTTPStatus.NOT_MODIFIED:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            if request.method == "HEAD":
                response.content = b""
        return response

    return middleware


def coded(get_response: GetResponse) -> GetResponse:
    """Give an answer its entity tag, and the content coding that the request likes best."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if isinstance(response, HttpResponse):
            finish(request, response)
        return response

    return middleware


def finish(request: HttpRequest, response: HttpResponse) -> None:
    """Set tag, coding and length of an answer from its content.

    One of its own tag keeps it. Nothing is tagged that may not be kept, and no error or redirect.
    """
    coding = codings.IDENTITY
    if codings.is_text(response) and len(response.content) >= codings.SMALLEST:
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = codings.preferred(request)
    if response.status_code == HTTPStatus.OK and may_be_kept(response):
        media_type = response.headers.get("Content-Type", "")
        tag = response.headers.get("ETag") or tag_of(response.content, media_type)
        response.headers["ETag"] = coded_tag(tag, coding)
    if coding != codings.IDENTITY:
        made = codings.codings_for(request.META.get("QUERY_STRING", ""))
        response.content = made[coding](response.content)
        response.headers["Content-Encoding"] = coding
    response.headers["Content-Length"] = str(len(response.content))


def may_be_kept(response: HttpResponseBase) -> bool:
    """Whether an answer does not forbid that it be kept."""
    return "no-store" not in response.headers.get("Cache-Control", "")
