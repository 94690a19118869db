"""The pages on which the treaty or a provision of it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles import treaty
from articles.citations import packet, pinpoints
from articles.citations.pinpoint import Pinpoint
from articles.citations.styles import STYLES
from articles.exports.catalogue import FORMATS, Format
from articles.exports.extract import Extract
from articles.heads.head import Crumb, Head
from articles.reading.article_page import ArticlePage
from articles.treaty.places import Place
from articles.views import exports
from articles.views.pages import laid_out
from articles.views.rendering import show, site_of
from articles.views.requests import Request, texts_form

DESCRIPTION: Final = (
    "How to cite {} in OSCOLA, Bluebook, AGLC, McGill, APA, Chicago and United Nations style, and "
    "as BibTeX, biblatex, RIS and CSL-JSON."
)

CAUTIONS: Final = {
    False: "This address shows a plain-English edition. Quote it as such, never as the treaty's "
    "wording.",
    True: "This address shows an official text first. Say which text you quote and, if its page "
    "tells you, whether it is the treaty's own wording or a translation.",
}
"""What to know before citing, by whether the address shows an official text."""

IS_ALONE: Final = (
    "This is the only paragraph of {0} and has no number in the treaty. The citations name {0}."
)


def cite(
    request: Request, number: int, paragraph: int | None = None, point: int | None = None
) -> HttpResponse:
    """Show how to cite a provision."""
    place, whole, texts = Place(number, paragraph, point), Place(number), texts_form(request)
    page = laid_out(request.edition, place, texts)
    today = timezone.now().date()
    pinpoint = pinpoints.of(page, place, site_of(request), texts.query, today)
    above = dict.fromkeys((whole, Place(number, paragraph), place))
    as_a_whole = (f"Cite {name_of(whole)} as a whole", whole.cite_url)
    context = {
        "packet_name": "Quotation, citation and address",
        "packet": packet.of(pinpoint, page),
        "onward": [
            (f"Read {name_of(place)}", place.url),
            *([as_a_whole] if page.marked else []),
            ("Cite the treaty", reverse("treaty_cite")),
        ],
        "below_name": f"Cite a part of {name_of(whole)}",
        "below": within(page),
        "files": files(exports.of_place(request, place)),
    }
    crumbs = [("Articles", reverse("explorer")), *((each.label, each.url) for each in above)]
    return answer(request, pinpoint, crumbs, context)


def name_of(place: Place | None) -> str:
    """Return what is cited, as a sentence names it: ``Article 3``, ``the preamble``."""
    if place is None:
        return "the treaty"
    return f"the {place.label.lower()}" if place.article in treaty.NAMED else place.label


def within(page: ArticlePage) -> list[Place]:
    """Return the paragraphs and points of an article that are cited by numbers of their own."""
    places = []
    for block in page.layout.blocks:
        if block.number and not block.is_alone:
            places.append(block.place)
        places += [point.place for point in block.points]
    return places


def cautions(pinpoint: Pinpoint) -> list[str]:
    """Return what to know before citing, in sentences."""
    whose = CAUTIONS[pinpoint.is_official]
    if pinpoint.cited == pinpoint.place:
        return [whose]
    return [IS_ALONE.format(name_of(pinpoint.cited)), whose]


def treaty_cite(request: Request) -> HttpResponse:
    """Show how to cite the treaty as a whole."""
    texts = texts_form(request)
    site, today = site_of(request), timezone.now().date()
    pinpoint = pinpoints.of_treaty(site, texts.chosen, texts.query, today)
    context = {
        "packet_name": "Citation and address",
        "packet": packet.of(pinpoint),
        "onward": [("Read the treaty on one page", pinpoint.path)],
        "below_name": "Cite an article",
        "below": [Place(number) for number in treaty.NUMBERS],
        "files": files(exports.of_treaty(request)),
    }
    return answer(request, pinpoint, [("All articles on one page", pinpoint.path)], context)


def answer(
    request: Request, pinpoint: Pinpoint, crumbs: Sequence[Crumb], context: dict[str, Any]
) -> HttpResponse:
    """Answer with the packet, the styles and the files of what is cited."""
    name = name_of(pinpoint.place)
    head = Head(
        title=f"Cite {name}",
        description=DESCRIPTION.format(name),
        path=f"{pinpoint.path}cite/",
        crumbs=tuple(crumbs),
        is_indexed=False,
    )
    context |= {
        "texts": texts_form(request),
        "name": name,
        "cautions": cautions(pinpoint),
        "cited": [(style, style.write(pinpoint)) for style in STYLES],
    }
    return show(request, "articles/cite.html", head, context)


def files(extract: Extract) -> list[tuple[Format, str | bytes, str]]:
    """Return what is cited in every form that programs read, each with its address."""
    page = urlsplit(extract.url).path.removesuffix("/")
    return [
        (row, row.write(extract), f"{page}.{row.suffix}{extract.query}")
        for row in FORMATS
        if row.is_citation
    ]
