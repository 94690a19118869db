"""The pages on which the treaty or a provision of it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles import treaty
from articles.citations import packet
from articles.citations.packet import Packet
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block, text_name
from articles.citations.styles import STYLES
from articles.exports.catalogue import FORMATS
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

QUOTED: Final = "Quotation, citation and address"
UNQUOTED: Final = "Citation and address"
"""What the packet is called, with words to quote and without."""

NOT_ITS_WORDS: Final = (
    "This address shows a plain-English edition. Quote it as such, never as the treaty's wording."
)
IS_OFFICIAL: Final = (
    "This address shows an official text first. Say which text you quote and, if its page tells "
    "you, whether it is the treaty's own wording or a translation."
)
IS_ALONE: Final = (
    "This is the only paragraph of {0} and has no number in the treaty. The citations name {0}."
)


def cite(
    request: Request, number: int, paragraph: int | None = None, point: int | None = None
) -> HttpResponse:
    """Show how to cite a provision."""
    place, texts = Place(number, paragraph, point), texts_form(request)
    page = laid_out(request.edition, place, texts)
    site, today, query = site_of(request), timezone.now().date(), texts.query
    shown = page.marked_point
    if page.marked is None:
        pinpoint = for_article(page, site, today, query)
        copied = packet.of_article(page.layout.blocks, pinpoint)
    else:
        pinpoint = for_block(page.marked, site, today, query, place if point else None)
        copied = packet.of_block(page.marked, pinpoint, shown)
    context = {
        "name": name_of(place),
        "page": page,
        "texts": texts,
        "whole": (name_of(Place(number)), Place(number).cite_url),
        "places": [(each.label, each.cite_url) for each in within(page)],
        "cautions": cautions(pinpoint),
        "packet_name": QUOTED,
    }
    above = dict.fromkeys((Place(number), Place(number, paragraph), place))
    crumbs = [("Articles", reverse("explorer")), *((each.label, each.url) for each in above)]
    extract = exports.of_place(request, place)
    return answer(request, pinpoint, copied, crumbs, context | files(extract))


def name_of(place: Place) -> str:
    """Return what a provision is called in a sentence: ``Article 3``, ``the preamble``."""
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
    whose = IS_OFFICIAL if pinpoint.is_official else NOT_ITS_WORDS
    if pinpoint.cited is None or pinpoint.cited == pinpoint.place:
        return [whose]
    return [IS_ALONE.format(name_of(pinpoint.cited)), whose]


def treaty_cite(request: Request) -> HttpResponse:
    """Show how to cite the treaty as a whole."""
    texts = texts_form(request)
    first = texts.chosen[0] if texts.chosen else None
    pinpoint = Pinpoint(
        site_of(request),
        timezone.now().date(),
        text_name=text_name(first),
        text_language=first.language if first else "en",
        query=texts.query,
    )
    context = {
        "name": "the treaty",
        "texts": texts,
        "places": [(each.label, each.cite_url) for each in map(Place, treaty.NUMBERS)],
        "cautions": cautions(pinpoint),
        "packet_name": UNQUOTED,
    }
    crumbs = [("All articles on one page", pinpoint.path)]
    extract = exports.of_treaty(request)
    return answer(request, pinpoint, packet.of_treaty(pinpoint), crumbs, context | files(extract))


def answer(
    request: Request,
    pinpoint: Pinpoint,
    copied: Packet,
    crumbs: Sequence[Crumb],
    context: dict[str, Any],
) -> HttpResponse:
    """Answer with the packet, the styles and the files of what is cited."""
    cited = [(style, style.write(pinpoint)) for style in STYLES]
    head = Head(
        title=f"Cite {context['name']}",
        description=DESCRIPTION.format(context["name"]),
        path=f"{pinpoint.path}cite/",
        crumbs=tuple(crumbs),
        is_indexed=False,
    )
    context |= {
        "pinpoint": pinpoint,
        "packet": copied,
        "cited": cited,
    }
    return show(request, "articles/cite.html", head, context)


def files(extract: Extract) -> dict[str, Any]:
    """Return what is cited in every form that programs read, each with its address."""
    page, query = urlsplit(extract.url).path.removesuffix("/"), extract.query
    rows = [
        (row, row.write(extract), f"{page}.{row.suffix}{query}")
        for row in FORMATS
        if row.is_citation
    ]
    return {"files": rows}
