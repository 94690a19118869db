"""The content as data: at addresses of its own, and where ``Accept`` asks for it."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from articles import addresses, heads, treaty
from articles.article_page import no_such_paragraph
from articles.dossier import Dossier, dossier
from articles.exports import catalogue
from articles.exports.catalogue import Format
from articles.exports.extract import LICENCE, Extract
from articles.exports.taking import articles_to_take, content_hash, take
from articles.forms import TextsForm
from articles.middleware import loaded_version
from articles.places import Place
from articles.snapshot import official_texts
from articles.views.data import as_data, problem
from articles.views.errors import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.rendering import redirected, show, site_of

NO_PLACES: Final = "This names no place: write 3 for an article, 12.2 for a paragraph."
LICENCE_LINK: Final = f'<{LICENCE}>; rel="license"'
FILE_NAME: Final = "iran-russia-treaty"


def data(request: HttpRequest) -> HttpResponse:
    """Show what can be taken away, in which forms, and on what terms."""
    digest = loaded_version(request).digest
    head = heads.of_data(has_official=bool(official_texts(digest)))
    context = {
        "formats": [(row, addresses.treaty_export_url(row.suffix)) for row in catalogue.FORMATS],
        "example": catalogue.downloads(3, 3),
        "hashes": [(row, content_hash(row)) for row in articles_to_take(digest).values()],
    }
    return show(request, "articles/data.html", head, context)


def article(
    request: HttpRequest, suffix: str, number: int = treaty.PREAMBLE, paragraph: int | None = None
) -> HttpResponse:
    """Give an article, or a paragraph of it, in the form that the address ends with."""
    form = catalogue.BY_SUFFIX[suffix]
    if form.is_whole_only:
        return problem(whole_only(form))
    try:
        extract = of_article(request, number, paragraph)
    except NoSuchPage as error:
        return problem(str(error))
    return answer(extract, form)


def short_address(
    request: HttpRequest, number: str, suffix: str, paragraph: str | None = None
) -> HttpResponse:
    """Lead from ``/3.json`` and ``/3.3.json`` to the full address, for good.

    Whether there is such a place is said there.
    """
    place = (int(number), int(paragraph) if paragraph else None)
    return as_data(redirected(request, addresses.export_url(*place, suffix)))


def chosen(request: HttpRequest, items: str, suffix: str) -> HttpResponse:
    """Give the places of a dossier, in its order, in the form that the address ends with."""
    form = catalogue.BY_SUFFIX[suffix]
    digest = loaded_version(request).digest
    wanted = dossier(items, request.GET, digest)
    if form.is_whole_only:
        return problem(whole_only(form))
    if not wanted.places:
        return problem(" ".join(wanted.reading.faults) or NO_PLACES)
    if not wanted.reading.faults and wanted.items != items:
        return as_data(redirected(request, wanted.export_address(suffix)))
    return answer(of_dossier(request, wanted), form)


def of_dossier(request: HttpRequest, wanted: Dossier) -> Extract:
    """Return the places of a dossier to take away."""
    digest = loaded_version(request).digest
    texts = TextsForm.read(request.GET, official_texts(digest))
    return take(
        wanted.places,
        scope="set",
        heading=wanted.name,
        site=site_of(request),
        path=wanted.path + texts.query,
        digest=digest,
        chosen=texts.chosen,
        faults=wanted.reading.faults,
    )


def whole_only(form: Format) -> str:
    """Return why a place cannot be had in a form."""
    whole = addresses.treaty_export_url(form.suffix)
    return f"{form.name} is made of the whole treaty only: {whole}"


def whole_treaty(request: HttpRequest, suffix: str) -> HttpResponse:
    """Give the whole treaty in the form that the address ends with."""
    return answer(of_treaty(request), catalogue.BY_SUFFIX[suffix])


def of_article(request: HttpRequest, number: int, paragraph: int | None) -> Extract:
    """Return an article, or a paragraph of it, to take away.

    Raises ``NoSuchPage`` if there is none.
    """
    digest = loaded_version(request).digest
    found = articles_to_take(digest).get(number)
    if found is None:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=number))
    texts = TextsForm.read(request.GET, official_texts(digest))
    if paragraph is not None:
        texts = texts.with_paragraph(number, paragraph)
        numbers = {row.number for row in found.paragraphs.all()}
        numbers |= {row.number for row in found.official_paragraphs.all()} - {0}
        if paragraph not in numbers:
            raise NoSuchPage(
                no_such_paragraph(
                    found.label,
                    len(numbers),
                    paragraph,
                    is_official=bool(found.official_paragraphs.all()),
                )
            )
    return take(
        [Place(number, paragraph)],
        scope="paragraph" if paragraph else "article",
        heading=addresses.place_label(number, paragraph),
        site=site_of(request),
        path=addresses.place_url(number, paragraph) + texts.query,
        digest=digest,
        chosen=texts.chosen,
    )


def of_treaty(request: HttpRequest) -> Extract:
    """Return the whole treaty to take away."""
    digest = loaded_version(request).digest
    texts = TextsForm.read(request.GET, official_texts(digest))
    return take(
        [Place(number) for number in treaty.NUMBERS],
        scope="treaty",
        heading=treaty.TITLE,
        site=site_of(request),
        path=reverse("treaty") + texts.query,
        digest=digest,
        chosen=texts.chosen,
    )


def negotiated(request: HttpRequest, extract: Extract, form: Format) -> HttpResponse:
    """Answer at a page's address with the form that ``Accept`` asks for (RFC 9110, 12.5.1)."""
    page = urlsplit(extract.url).path
    response = answer(extract, form)
    response.headers["Content-Location"] = f"{page.removesuffix('/')}.{form.suffix}{extract.query}"
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
        return f"{FILE_NAME}-dossier"
    place = extract.articles[0]
    return f"{FILE_NAME}-{addresses.place_name(place.number, place.chosen_paragraph)}"
