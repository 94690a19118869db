"""Entity tags, and what a request may ask on condition of them (RFC 9110 §8.8.3 and §13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.http import parse_etags, parse_http_date_safe

from treaty_site import codings

NOT_MODIFIED_HEADERS: Final = (
    # Those that RFC 9110 §15.4.5 asks for.
    "Cache-Control",
    "Content-Location",
    "Date",
    "ETag",
    "Expires",
    "Vary",
    # A browser decides by these whether a script of another site may see the answer it has kept.
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "Cross-Origin-Resource-Policy",
)
"""What an answer keeps of its headers when only they are sent."""


def tag_of(content: bytes, media_type: str) -> str:
    """Return the strong entity tag of content before any coding: the same for the same bytes."""
    digest = sha256(media_type.encode() + b"\n" + content).hexdigest()
    return f'"{digest[:32]}"'


def coded_tag(tag: str, coding: str) -> str:
    """Return the tag of the same content in a coding (RFC 9110 §8.8.3.3): ``"abc-br"``."""
    return tag if coding == codings.IDENTITY else f'{tag[:-1]}-{coding}"'


def plain_tag(tag: str, coding: str) -> str:
    """Return the tag of the same content without its coding."""
    return tag.replace(f'-{coding}"', '"')


def after_preconditions(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the answer, or 304 or 412 instead, as the request's conditions say.

    Conditions hold for successful answers that have an entity tag; any other is returned as it
    is. Ranges are not supported, nor is ``If-Range``.
    """
    if response.status_code != HTTPStatus.OK or not response.has_header("ETag"):
        return response
    status, tag = judged(request.headers, response.headers, codings.accepted(request))
    if status == HTTPStatus.PRECONDITION_FAILED:
        return precondition_failed()
    return not_modified(response, tag) if status == HTTPStatus.NOT_MODIFIED else response


def judged(
    asked: Mapping[str, str], answer: Mapping[str, str], accepted: Iterable[str]
) -> tuple[HTTPStatus, str]:
    """Return the status that a request's conditions lead to, and the tag of what it has already.

    ``asked`` and ``answer`` are headers; ``accepted`` are the codings that the request accepts.
    The order of the conditions is that of RFC 9110 §13.2.2.
    """
    tags, changed = tags_of(answer, accepted), date_of(answer.get("Last-Modified"))
    if "If-Match" in asked:
        if not named(asked["If-Match"], tags, is_weak=False):
            return HTTPStatus.PRECONDITION_FAILED, ""
    elif is_before(date_of(asked.get("If-Unmodified-Since")), changed):
        return HTTPStatus.PRECONDITION_FAILED, ""
    if "If-None-Match" in asked:
        tag = named(asked["If-None-Match"], tags, is_weak=True)
        return (HTTPStatus.NOT_MODIFIED, tag) if tag else (HTTPStatus.OK, "")
    since = date_of(asked.get("If-Modified-Since"))
    if since is not None and changed is not None and changed <= since:
        return HTTPStatus.NOT_MODIFIED, tags[0]
    return HTTPStatus.OK, ""


def tags_of(answer: Mapping[str, str], accepted: Iterable[str]) -> list[str]:
    """Return the tags of the content in each coding that is accepted; that of the answer first.

    Whoever has the content in another coding than the one that would be sent need not get it
    again, provided that the request accepts that coding.
    """
    own = answer["ETag"]
    coding = answer.get("Content-Encoding", codings.IDENTITY)
    plain = plain_tag(own, coding)
    return [own, *(coded_tag(plain, name) for name in accepted if name != coding)]


def named(header: str, tags: list[str], *, is_weak: bool) -> str | None:
    """Return the first of the tags that a header names; ``*`` names any (RFC 9110 §8.8.3.2).

    No more of the header is read than of others.
    """
    asked: Iterable[str] = parse_etags(header[: codings.LONGEST])
    if asked == ["*"]:
        return tags[0]
    if is_weak:
        asked = {tag.removeprefix("W/") for tag in asked}
    return next((tag for tag in tags if tag in asked), None)


def date_of(header: str | None) -> int | None:
    """Return an HTTP date in seconds since 1970; ``None`` for none or one that cannot be read."""
    return parse_http_date_safe(header) if header else None


def is_before(asked: int | None, changed: int | None) -> bool:
    """Whether a change came after the time that is asked about, as far as both are known."""
    return asked is not None and changed is not None and asked < changed


def not_modified(response: HttpResponseBase, tag: str) -> HttpResponseNotModified:
    """Return 304: whoever asks has the content already, under this tag."""
    kept = {name: response.headers[name] for name in NOT_MODIFIED_HEADERS if name in response}
    return HttpResponseNotModified(headers={**kept, "ETag": tag})


def precondition_failed() -> HttpResponse:
    """Return 412: the content is not, or is no longer, the one that was asked about."""
    return HttpResponse(
        "What is at this address is not what the request requires it to be.\n",
        status=HTTPStatus.PRECONDITION_FAILED,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
