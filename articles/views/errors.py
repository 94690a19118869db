"""Pages for addresses that lead nowhere, for requests that are refused and for our own mistakes."""

from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from rapidfuzz import fuzz, process

from articles.exports import catalogue
from articles.heads.head import Head
from articles.reading.strip import strip
from articles.treaty import addresses, references
from articles.treaty.places import Place
from articles.views.bent import meant, pages
from articles.views.data import as_data, is_data, problem
from articles.views.missing import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.rendering import redirected, show
from articles.views.requests import Request
from articles.views.understood import LONGEST_PATH
from treaty_site.logs import request_id

NO_SUCH_QUESTION: Final = "There is no such question here."

DATA_SUFFIXES: Final = tuple(f".{suffix}" for suffix in catalogue.BY_SUFFIX)
"""How addresses end at which whoever asks expects data, whether there is any or not."""

NO_SUCH_DATA: Final = "There is no data at this address. /openapi.json describes all there is."

TOO_LONG: Final = "No address here is as long as that."

NOT_UNDERSTOOD: Final = (
    "This request cannot be understood: its host, address or parameters are not valid."
)
NOT_GIVEN: Final = "This address is open to nobody."

NOT_FOUND: Final = Head("Page not found", "There is no page at this address.", "", is_indexed=False)
"""Without a path: there is no address that such a page could be kept or sent under."""

ALIKE: Final = 84
"""How alike, of 100, an address must be to be offered for one that leads nowhere."""


STRICT: Final = ("/articles/", "/preamble", "/closing")
"""How the addresses of provisions begin, as the description of the data has them."""


def not_found(request: Request, exception: Exception) -> HttpResponse:
    """Lead from a bent address to the one that is meant, for good; else say what there is instead.

    That is said in the words of the view that found nothing, if it gave any, and as data where
    the address is one of data. Only the path is read, so no address leads to another site.
    """
    is_short = len(request.path) <= LONGEST_PATH
    # Programs ask for data at these addresses, and are told when they ask amiss.
    is_strict = request.path.endswith(DATA_SUFFIXES) and request.path.startswith(STRICT)
    if is_short and not is_strict and not isinstance(exception, NoSuchPage):
        address = meant(request.path, request.edition)
        if address:
            answer = redirected(request, address)
            return as_data(answer) if address.endswith(DATA_SUFFIXES) else answer
    known = near(request.path) if is_short else {"reason": TOO_LONG}
    reason = str(exception) if isinstance(exception, NoSuchPage) else known.pop("reason", "")
    if request.path.endswith(DATA_SUFFIXES):
        return problem(reason or NO_SUCH_DATA)
    context = {
        "reason": reason,
        **known,
        "alike": alike(request) if is_short else [],
        "ticks": strip(request.edition),
    }
    response = show(request, "404.html", NOT_FOUND, context)
    response.status_code = HTTPStatus.NOT_FOUND
    return response


def near(path: str) -> dict[str, Any]:
    """Return the article that an address names, and its forms, or why there is nothing at it."""
    if path.startswith(addresses.page_url("questions")):
        return {"reason": NO_SUCH_QUESTION, "is_question": True}
    above, _, last = path.rstrip("/").rpartition("/")
    found = references.at_path(path) or references.at_path(f"{above}/{last.partition('.')[0]}")
    found = found or references.at_path(above)
    if found is None:
        return {}
    if not found[0].is_article_there:
        return {"reason": NO_SUCH_ARTICLE.format(number=found[0].article)}
    place = Place(found[0].article)
    return {"near": place, "forms": catalogue.downloads(place)}


def alike(request: Request) -> list[tuple[str, str]]:
    """Return the pages whose addresses are most like the one asked for: name and address."""
    named = pages(request.edition)
    path = f"{request.path.rstrip('/')}/"
    found = process.extract(path, list(named), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3)
    return [(named[address], address) for address, *_ in found]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return refused(request, HTTPStatus.BAD_REQUEST, NOT_UNDERSTOOD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for what is given to nobody."""
    return refused(request, HTTPStatus.FORBIDDEN, NOT_GIVEN)


def refused(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse:
    """Answer why a request is refused, as data where it asks for data.

    Nothing else is read of the request, since that may be what is wrong with it.
    """
    if is_data(request.path_info) or request.path_info.endswith(DATA_SUFFIXES):
        return problem(detail, status)
    context = {"title": status.phrase.capitalize(), "detail": detail}
    return HttpResponse(loader.get_template("refused.html").render(context), status=status)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without the database, which may be what failed, or what the request asks for."""
    context = {"request_id": request_id(request.META)}
    return HttpResponseServerError(loader.get_template("500.html").render(context))
