"""The content as data: at addresses of its own, and where ``Accept`` asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from articles import heads, treaty
from articles.edition.edition import content_hashes
from articles.exports import catalogue
from articles.exports.catalogue import Format
from articles.exports.extract import LICENCE, Extract, Scope
from articles.exports.taking import numbers_in, take
from articles.selections.selection import Selection, selection
from articles.treaty import addresses
from articles.treaty.places import Place, no_such
from articles.views.data import as_data, problem
from articles.views.missing import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.rendering import redirected, show, site_of
from articles.views.requests import Request, texts_form

NO_PLACES: Final = (
    "This names no provision. Write 3 for an article, 12.2 for a paragraph, 22.2.3 for a point."
)
LICENCE_LINK: Final = f'<{LICENCE}>; rel="license"'
FILE_NAME: Final = "iran-russia-treaty"

SCOPES: Final[dict[int, Scope]] = {1: "article", 2: "paragraph", 3: "point"}
"""What a provision is, by how many numbers it has."""


def data(request: Request) -> HttpResponse:
    """Show what can be downloaded, in which forms, and on what terms."""
    head = heads.of_data(has_official=bool(request.edition.official_texts))
    context = {
        "formats": [(row, addresses.treaty_export_url(row.suffix)) for row in catalogue.FORMATS],
        "example": catalogue.downloads(Place(3, 3)),
        "hashes": [
            (row, content_hashes(request.edition)[row.number]) for row in request.edition.articles
        ],
    }
    return show(request, "articles/data.html", head, context)


def article(
    request: Request,
    suffix: str,
    number: int,
    paragraph: int | None = None,
    point: int | None = None,
) -> HttpResponse:
    """Give a provision in the form that the address ends with."""
    form = catalogue.BY_SUFFIX[suffix]
    if form.is_whole_only:
        return problem(whole_only(form))
    try:
        extract = of_place(request, Place(number, paragraph, point))
    except NoSuchPage as error:
        return problem(str(error))
    return answer(extract, form)


def short_address(request: Request, code: str, suffix: str) -> HttpResponse:
    """Lead from ``/3.json`` and ``/3.3.json`` to the full address, for good."""
    try:
        place = Place.read(code)
    except LookupError as error:
        return problem(NO_SUCH_ARTICLE.format(number=error))
    return as_data(redirected(request, addresses.data_url(place.url, suffix)))


def chosen(request: Request, items: str, suffix: str) -> HttpResponse:
    """Give the provisions of a selection, in its order, in the form that the address ends with."""
    form = catalogue.BY_SUFFIX[suffix]
    wanted = selection(items, request.GET, request.edition)
    if form.is_whole_only:
        return problem(whole_only(form))
    if not wanted.places:
        return problem(" ".join(wanted.reading.faults) or NO_PLACES)
    if not wanted.reading.faults and wanted.items != items:
        return as_data(redirected(request, wanted.export_address(suffix)))
    return answer(of_selection(request, wanted), form)


def of_selection(request: Request, wanted: Selection) -> Extract:
    """Return the provisions of a selection to download."""
    places, faults = wanted.places, wanted.reading.faults
    return taken(request, places, wanted.path, scope="set", heading=wanted.name, faults=faults)


def whole_only(form: Format) -> str:
    """Return why a provision cannot be had in a form."""
    whole = addresses.treaty_export_url(form.suffix)
    return f"{form.name} is available for the whole treaty only: {whole}"


def whole_treaty(request: Request, suffix: str) -> HttpResponse:
    """Give the whole treaty in the form that the address ends with."""
    return answer(of_treaty(request), catalogue.BY_SUFFIX[suffix])


def of_place(request: Request, place: Place) -> Extract:
    """Return a provision to download.

    Raises ``NoSuchPage`` if there is none.
    """
    found = request.edition.by_number[place.article]
    numbers = numbers_in(found, request.edition.official_texts)
    if place.paragraph and place.paragraph not in numbers:
        raise NoSuchPage(no_such(Place(place.article), len(numbers), [place.paragraph]))
    points = [row.place for row in found.passages() if row.place.point]
    if place.point and place not in points:
        whole = Place(place.article, place.paragraph)
        count = sum(row.paragraph == place.paragraph for row in points)
        raise NoSuchPage(no_such(whole, count, [place.point]))
    scope = SCOPES[len(place.given)]
    return taken(request, [place], place.url, scope=scope, heading=place.label)


def of_treaty(request: Request) -> Extract:
    """Return the whole treaty to download."""
    places = [Place(number) for number in treaty.NUMBERS]
    return taken(request, places, reverse("treaty"), scope="treaty", heading=treaty.TITLE)


def taken(request: Request, places: Sequence[Place], page: str, **named: Any) -> Extract:
    """Return provisions to download, in the texts that the request chooses for their page.

    ``named`` is what ``take`` is told of them besides.
    """
    texts = texts_form(request)
    return take(
        places,
        site=site_of(request),
        path=page + texts.query,
        edition=request.edition,
        chosen=texts.chosen,
        accessed=timezone.now().date(),
        **named,
    )


def negotiated(request: Request, extract: Extract, form: Format) -> HttpResponse:
    """Answer at a page's address with the form that ``Accept`` asks for (RFC 9110, 12.5.1)."""
    page = urlsplit(extract.url).path
    response = answer(extract, form)
    response.headers["Content-Location"] = addresses.data_url(page, form.suffix) + extract.query
    patch_vary_headers(response, ["Accept"])
    return response


def answer(extract: Extract, form: Format) -> HttpResponse:
    """Return the extract in a form, open to every site, with a link to the page it is from.

    Our licence is named where it covers all that is given: official words are not ours.
    """
    response = HttpResponse(form.write(extract), content_type=form.content_type)
    kind = "attachment" if form.is_file else "inline"
    filename = f"{file_name(extract)}.{form.file_suffix}"
    response.headers["Content-Disposition"] = f'{kind}; filename="{filename}"'
    links = [f'<{extract.url}>; rel="canonical"']
    if form.is_citation or not extract.holds_official:
        links.append(LICENCE_LINK)
    response.headers["Link"] = ", ".join(links)
    return as_data(response)


def file_name(extract: Extract) -> str:
    """Return how a file is called when it is saved, without its suffix."""
    if extract.scope == "treaty":
        return FILE_NAME
    if extract.scope == "set":
        return f"{FILE_NAME}-selection"
    return f"{FILE_NAME}-{extract.articles[0].place.file_name}"
