"""Pages for addresses that lead nowhere and for our own mistakes."""

import re
from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from rapidfuzz import fuzz, process

from articles import treaty
from articles.exports import catalogue
from articles.heads.head import Head
from articles.heads.single_pages import SINGLE_PAGES
from articles.models import Mention, Question, Theme
from articles.reading.strip import strip
from articles.treaty import addresses
from articles.treaty.places import Place
from articles.views.data import problem
from articles.views.rendering import show
from articles.views.requests import Request

NO_SUCH_ARTICLE: Final = "There is no article {number}."
NO_SUCH_QUESTION: Final = "There is no such question here."

DATA_SUFFIXES: Final = tuple(f".{suffix}" for suffix in catalogue.BY_SUFFIX)
"""How addresses end at which whoever asks expects data, whether there is any or not."""

NO_SUCH_DATA: Final = "There is no data at this address. /openapi.json describes all there is."

NOT_FOUND: Final = Head("Page not found", "There is no page at this address.", "", is_indexed=False)
"""Without a path: there is no address that such a page could be kept or sent under."""

ALIKE: Final = 84
"""How alike, of 100, an address must be to be offered for one that leads nowhere."""

NEAR_ARTICLE: Final = re.compile(
    r"/(?:articles/)?(?:(?P<number>[0-9]{1,2})|preamble|(?P<closing>closing))[./]"
)
"""How an address begins in which an article is named."""


class NoSuchPage(Http404):
    """There is no page at an address, for a reason that a reader should be told."""


def not_found(request: Request, exception: Exception) -> HttpResponse:
    """Say what there is instead, in the words of the view that found nothing, if it gave any.

    Where the address is one of data, this is said as data.
    """
    known = near(request.path)
    reason = str(exception) if isinstance(exception, NoSuchPage) else known.pop("reason", "")
    if request.path.endswith(DATA_SUFFIXES):
        return problem(reason or NO_SUCH_DATA)
    context = {
        "reason": reason,
        **known,
        "alike": alike(request),
        "ticks": strip(request.edition),
    }
    response = show(request, "404.html", NOT_FOUND, context)
    response.status_code = HTTPStatus.NOT_FOUND
    return response


def near(path: str) -> dict[str, Any]:
    """Return the article that an address names, and its forms, or why there is nothing at it."""
    if path.startswith(addresses.page_url("questions")):
        return {"reason": NO_SUCH_QUESTION, "is_question": True}
    found = NEAR_ARTICLE.match(path)
    if found is None:
        return {}
    number = treaty.CLOSING if found["closing"] else int(found["number"] or treaty.PREAMBLE)
    if not found["closing"] and number > treaty.LAST_ARTICLE:
        return {"reason": NO_SUCH_ARTICLE.format(number=number)}
    place = Place(number)
    return {"near": place, "forms": catalogue.downloads(place)}


def alike(request: Request) -> list[tuple[str, str]]:
    """Return the pages whose addresses are most like the one asked for: name and address."""
    edition = request.edition
    rows: tuple[Question | Theme | Mention, ...] = (
        *edition.questions,
        *edition.themes,
        *edition.mentions,
    )
    pages = {addresses.page_url(name): title for name, (title, _) in SINGLE_PAGES.items()}
    pages |= {row.get_absolute_url(): str(row) for row in rows}
    path = f"{request.path.rstrip('/')}/"
    found = process.extract(path, list(pages), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3)
    return [(pages[address], address) for address, *_ in found]


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without the database or the request, since either may be what failed."""
    return HttpResponseServerError(loader.get_template("500.html").render())
