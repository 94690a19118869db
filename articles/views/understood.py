"""What is asked for, as it is understood: all that an answer depends on, and nothing else.

A parameter that the address does not know, another order of those it knows, an empty one, an odd
way to ask for a form: each is the same question, and has the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from time import time
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import get_path_info
from django.http import QueryDict
from django.urls import Resolver404, resolve

from articles.exports import catalogue
from articles.treaty.addresses import query_string
from articles.views.urls import TAKES, Takes
from treaty_site.middleware import READING

Environ = dict[str, Any]

LONGEST_PATH: Final = 1_500
"""Characters of the longest path that is understood; that of a selection may have 1,000."""

DAY: Final = 24 * 60 * 60

Origin = tuple[str, str, str]
"""Under which host and scheme an answer is asked for, as the headers say it."""


class Asked(NamedTuple):
    """A question: equal to every other that has the same answer, but for its coding.

    ``form`` is the form of data, or the part of a page, that the request's headers choose; empty
    for the page. The ``day`` counts from 1970 in UTC, as citations give it. It ``is_endless`` if
    it is one of as many as readers think up.
    """

    path: str
    query: str
    form: str
    origin: Origin
    day: int
    is_endless: bool


Values = Callable[[list[str]], list[str]]

VALUES: Final[Mapping[str, Values]] = {
    "theme": lambda values: sorted({*values}),
    "strength": lambda values: sorted({*values}),
    "lang": lambda values: values,
}
"""The parameters of which every value counts, and in which order; of any other it is the last."""


def understood(environ: Environ) -> Asked | None:
    """Return what is asked for; write its query string into the request as it is understood.

    It is ``None`` where there is nothing to understand, so that the request goes on as it is: at
    an address that does not exist, or only leads to another.
    """
    path, host = environ.get("PATH_INFO", ""), environ.get("HTTP_HOST", "")
    if environ["REQUEST_METHOD"] not in READING or environ.get("SCRIPT_NAME") or not host:
        return None
    takes = taken_at(path) if len(path) <= LONGEST_PATH else None
    if takes is None:
        return None
    query: str | None = environ.get("QUERY_STRING", "")
    if query:
        query = query_understood(query, takes.parameters)
        if query is None:
            return None
        environ["QUERY_STRING"] = query
    form = form_of(environ, path, takes)
    is_endless = takes.is_endless or bool(query or form)
    return Asked(path, query or "", form, origin_of(environ), today(), is_endless)


@lru_cache(maxsize=1_000)
def taken_at(path: str) -> Takes | None:
    """Return what the answer at a path depends on, if there is one; the path is as WSGI has it."""
    try:
        return TAKES[resolve(get_path_info({"PATH_INFO": path})).url_name or ""]
    except Resolver404:
        return None


def query_understood(query: str, parameters: Iterable[str]) -> str | None:
    """Return the query string without what the address does not know, in the address's order.

    It is ``None`` for one that Django refuses to read.
    """
    try:
        given = QueryDict(query.encode("latin-1"))
    except TooManyFieldsSent:
        return None
    pairs = ((name, value) for name in parameters for value in values_of(given, name))
    return query_string(pairs).removeprefix("?")


def values_of(given: QueryDict, name: str) -> list[str]:
    """Return the values of a parameter that count."""
    values = given.getlist(name)
    return VALUES[name](values) if name in VALUES else values[-1:]


def form_of(environ: Environ, path: str, takes: Takes) -> str:
    """Return what the headers of a request choose at an address, if they choose anything there."""
    if takes.is_by_accept:
        form = catalogue.preferred_by(environ.get("HTTP_ACCEPT", ""), path)
        return form.suffix if form else ""
    target = environ.get("HTTP_HX_TARGET", "")
    return target if target in takes.targets else ""


def origin_of(environ: Environ) -> Origin:
    """Return under which host and scheme a request asks."""
    header = (settings.SECURE_PROXY_SSL_HEADER or [""])[0]
    return environ["HTTP_HOST"], environ["wsgi.url_scheme"], environ.get(header, "")


def today() -> int:
    """Return the day."""
    return int(time() // DAY)
