"""The static files, served by WhiteNoise under the same rules as the pages."""

from __future__ import annotations

from http import HTTPStatus
from itertools import takewhile
from pathlib import Path
from types import SimpleNamespace
from wsgiref.headers import Headers

from django.http import HttpRequest, HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile

from treaty_site import codings
from treaty_site.collecting import are_collected
from treaty_site.validators import after_preconditions, coded_tag, tag_of


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc] # WhiteNoise ships no types
    """WhiteNoise, with tags from the content, one for each coding, and quality values heeded.

    WhiteNoise alone tags a file by its date and size, with the same tag in every coding; it
    compares only a single tag, and takes ``br;q=0`` for a wish for ``br``. It also fails where a
    file has been removed, and never finds those that are collected after the start.
    """

    def add_files(self, root: Path, prefix: str | None = None) -> None:
        """Add the files of a folder, unless nothing has been collected there yet."""
        if prefix == self.static_prefix:
            self.is_waiting = not are_collected()
            if self.is_waiting:
                return
        super().add_files(root, prefix)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return a file, or what the site answers."""
        if self.is_waiting and request.path_info.startswith(self.static_prefix):
            self.add_files(self.static_root, self.static_prefix)
        answer: HttpResponseBase = super().__call__(request)
        return answer

    def add_cache_headers(self, headers: Headers, path: str, url: str) -> None:
        """Add how long a file stays fresh, and its tag; each is read once, at the start."""
        super().add_cache_headers(headers, path, url)
        headers["ETag"] = tag_of(Path(path).read_bytes(), headers["Content-Type"] or "")

    def serve(self, static_file: StaticFile, request: HttpRequest) -> HttpResponseBase:
        """Return a file, or what is at an address without one, if it has been removed."""
        try:
            return found(static_file, request)
        except FileNotFoundError:
            answer: HttpResponseBase = self.get_response(request)
            return answer


def found(static_file: StaticFile, request: HttpRequest) -> HttpResponseBase:
    """Return a file, or what the request's conditions say instead without opening it.

    Raises ``FileNotFoundError`` if it is no longer there.
    """
    *_, (_, uncoded, _) = static_file.alternatives
    Path(uncoded).stat()
    answer = after_preconditions(request, respond(static_file, request, "HEAD"))
    if request.method == "HEAD" or answer.status_code != HTTPStatus.OK:
        return answer
    return respond(static_file, request, "GET")


def respond(static_file: StaticFile, request: HttpRequest, method: str) -> HttpResponseBase:
    """Return the whole file, or only its headers, in a coding that the request likes best."""
    liked = takewhile(lambda name: name != codings.IDENTITY, codings.accepted(request))
    asked = SimpleNamespace(method=method, META={"HTTP_ACCEPT_ENCODING": ", ".join(liked)})
    response: HttpResponseBase = WhiteNoiseMiddleware.serve(static_file, asked)
    coding = response.headers.get("Content-Encoding", codings.IDENTITY)
    response.headers["ETag"] = coded_tag(response.headers["ETag"], coding)
    return response
