"""Reads an address at which there is nothing as the one that was meant.

Mail, chats and people bend addresses: marks stuck to an end, capitals, slashes twice, a query
string whose question mark was lost or encoded, one word for another. Whatever is meant is an
address of this site, since only the path is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from django.urls import Resolver404, ResolverMatch, resolve, reverse

from articles.edition import Edition, derived
from articles.exports import catalogue
from articles.heads.single_pages import SINGLE_PAGES
from articles.models import Mention, Question, Theme
from articles.reading.letters import by_letter
from articles.search.destinations import find_pages
from articles.search.query import parse
from articles.selections.selection import numbers_here, places_of
from articles.treaty import addresses, places, references
from articles.treaty.places import Place
from articles.treaty.references.pasted import HOST, straightened
from articles.views.understood import query_understood
from articles.views.urls import TAKES

WEB: Final = re.compile(r"(?:^index|^default)?\.(?:html?|php|aspx?)$")
"""How the files of other sites end, and how their first pages are called."""

FORMS: Final = frozenset({"amp", "feed", "print"})
"""What other sites put behind the address of a page for another form of it."""

CALLED: Final = {"search": "articles", "selection": "set", "selections": "set"}
"""What people call the pages that have others below them, and how their addresses begin."""

NO_ADDRESS: Final = re.compile(rf"//+(?:{HOST.pattern})/|.*\0", re.IGNORECASE | re.DOTALL)
"""How an address of another site begins, and what nobody writes into one."""

SCHEMES: Final = frozenset({"http", "https"})
LISTED: Final = re.compile(r"[\d.]+(?:[,;+–-][\d.]+)+")
"""What follows a slash, and is no number alone."""

FRAGMENT: Final = re.compile(r"#[\w.:~-]{1,80}")
MARK: Final = re.compile(r"(?:[?&]|%3f|%26)(?:amp;)?", re.IGNORECASE)


def meant(path: str, edition: Edition) -> str | None:
    """Return the address that a path is a bent form of; None if there is none for certain."""
    if NO_ADDRESS.match(path):
        return None
    segments, tail = straightened(path)
    parts = parts_of(segments)
    for candidate in candidates(parts):
        match = at(candidate)
        if candidate != path and match and is_there(match, candidate, edition):
            return candidate + still_said(tail, match)
    return several(parts, edition) or of_provision(parts, edition) or called(parts, edition)


def parts_of(segments: Sequence[str]) -> list[str]:
    """Return the parts of a path without the name of a site before them and a web page's ending.

    An address that was written without a scheme stands behind that of the page it is on.
    """
    parts = [part.lower() for part in segments]
    if parts and parts[0] in SCHEMES:
        del parts[0]
    if len(parts) > 1 and HOST.fullmatch(parts[0]):
        del parts[0]
    if len(parts) > 1 and parts[-1] in FORMS:
        del parts[-1]
    if parts:
        parts[-1] = WEB.sub("", parts[-1])
    return [part for part in parts if part]


def candidates(parts: Sequence[str]) -> Iterator[str]:
    """Yield what may be meant by the parts of a path: a page or a file, of one thing or several."""
    if not parts:
        yield "/"
        return
    first, *rest = parts
    for spelling in (first, f"{first}s", first.removesuffix("s"), CALLED.get(first, first)):
        whole = "/".join([spelling, *rest])
        yield f"/{whole}/"
        yield f"/{whole}"
    if rest and rest[-1] in catalogue.BY_SUFFIX:
        yield f"/{'/'.join(parts[:-1])}.{rest[-1]}"


def at(path: str) -> ResolverMatch | None:
    """Return what answers at a path."""
    try:
        return resolve(path)
    except Resolver404:
        return None


def is_there(match: ResolverMatch, path: str, edition: Edition) -> bool:
    """Whether there is something of the kind that answers at a path."""
    named = match.kwargs
    if "number" in named:
        return is_provision(
            Place(named["number"], named.get("paragraph"), named.get("point")), edition
        )
    if "items" in named:
        chosen = places_of(named["items"], edition)
        return bool(chosen.places) and not chosen.faults
    return path in pages(edition) or not named.keys() - {"suffix", "word"}


def is_provision(place: Place, edition: Edition) -> bool:
    """Whether the treaty has an article, and the paragraph and the point of it that are named."""
    points = numbers_here(edition).get(place.article)
    if points is None or place.paragraph is None:
        return points is not None
    return place.paragraph in points and (place.point or 0) <= points[place.paragraph]


def still_said(tail: str, match: ResolverMatch) -> str:
    """Return what an address says behind its path: the query that counts there, or a fragment.

    A paragraph has an address of its own, so within its page there is nothing else to lead to.
    """
    if fragment := FRAGMENT.match(tail):
        return "" if "paragraph" in match.kwargs else fragment.group()
    takes = TAKES[match.url_name or ""]
    said = MARK.sub("&", tail).encode().decode("latin-1")  # bytes, as WSGI has them
    query = query_understood(said, takes.parameters if takes else ())
    return f"?{query}" if query else ""


def several(parts: Sequence[str], edition: Edition) -> str | None:
    """Return the address of the selection that a list of numbers is: ``/3,12.1``, ``/12-14``."""
    numbers = "/".join(parts).removeprefix("articles/")
    if not LISTED.fullmatch(numbers):
        return None
    chosen = places_of(numbers, edition)
    is_list = len(chosen.places) > 1 and not chosen.faults
    return reverse("set", args=[places.code(chosen.places)]) if is_list else None


def of_provision(parts: Sequence[str], edition: Edition) -> str | None:
    """Return the address of the provision, of its citation or data, that a path names somehow."""
    found = references.at_path("/" + "/".join(parts))
    if found is None or not found[0].is_article_there:
        return None
    place, suffix = found[0].place, found[1]
    if not is_provision(place, edition):
        return None
    if not suffix:
        return place.cite_url if parts[-1] == "cite" else place.url
    return addresses.data_url(place.url, suffix) if suffix in catalogue.BY_SUFFIX else None


def called(parts: Sequence[str], edition: Edition) -> str | None:
    """Return the address of the one page that people call so: ``/faq``, ``/full-text``."""
    if len(parts) != 1:
        return None
    found = find_pages(parse(re.sub(r"[-_]|\.xml$", " ", parts[0])), edition)
    return found[0].url if len(found) == 1 else None


@derived
def pages(edition: Edition) -> dict[str, str]:
    """Return what every page that is no provision is called, by its address."""
    rows: tuple[Question | Theme | Mention, ...] = (
        *edition.questions,
        *edition.themes,
        *edition.mentions,
    )
    letters = {
        f"{addresses.page_url('thesaurus')}{letter}/": f"Words readers use: {letter.upper()}"
        for letter in by_letter(edition)
    }
    single = {addresses.page_url(name): title for name, (title, _) in SINGLE_PAGES.items()}
    return single | letters | {row.get_absolute_url(): str(row) for row in rows}
