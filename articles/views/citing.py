"""The pages on which the treaty, an article or a paragraph is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles import addresses, treaty
from articles.article_page import ArticlePage, no_such_paragraph
from articles.citations import packet
from articles.citations.packet import Packet
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block, is_numbered, text_name
from articles.citations.styles import STYLES
from articles.exports.catalogue import FORMATS
from articles.exports.extract import Extract
from articles.forms import TextsForm
from articles.head import Crumb, Head
from articles.layout import Block
from articles.models import Article, Evidence, Numbering
from articles.views import exports
from articles.views.errors import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.pages import texts_form
from articles.views.rendering import show, site_of

DESCRIPTION: Final = (
    "{} cited as OSCOLA, Bluebook, AGLC, McGill, APA, Chicago and the United Nations want it, and "
    "as BibTeX, biblatex, RIS and CSL-JSON."
)

QUOTED: Final = "Quotation, citation and address"
UNQUOTED: Final = "Citation and address"
"""What the packet is called, with words to quote and without."""

NOT_ITS_WORDS: Final = (
    "What the address shows is a plain-English edition. Quote it as that, never as the treaty's "
    "words; every citation here says so."
)
IS_OFFICIAL: Final = (
    "The address shows an official text first. Say which text you quote, and whether it is the "
    "treaty's own wording or a translation, as far as its page says so."
)
NO_REPORT: Final = "No report confirms what {} says here: it stands here as unconfirmed."

WHY_NOT_NUMBERED: Final = {
    Numbering.UNCONFIRMED: "is believed to be the treaty's, but no report confirms it",
    Numbering.OWN: "is one of this edition only; the treaty's is not known",
    Numbering.UNNUMBERED: "is of this edition; the treaty is believed to print none here",
}
LIKELY_RECITAL: Final = "gives its likely place, which no report confirms"
NOT_PRINTED: Final = "is counted here; the official text prints none"


def cite(request: HttpRequest, number: int, paragraph: int | None = None) -> HttpResponse:
    """Show how to cite an article, or a paragraph of it."""
    page, texts = laid_out(request, number, paragraph)
    site, today, query = site_of(request), timezone.now().date(), texts.query
    if page.marked is None:
        pinpoint = for_article(page, site, today, query)
        copied = packet.of_article(page.layout.blocks, pinpoint)
    else:
        pinpoint = for_block(page.marked, site, today, query)
        copied = packet.of_block(page.marked, pinpoint)
    context = {
        "name": f"the {page.place.lower()}" if number == treaty.PREAMBLE else page.place,
        "page": page,
        "texts": texts,
        "article_cite_url": addresses.cite_url(number),
        "places": paragraphs(page),
        "cautions": cautions(page, pinpoint),
        "packet_name": QUOTED if page.layout.blocks else UNQUOTED,
    }
    crumbs = [
        ("Articles", reverse("explorer")),
        (page.article.label, addresses.article_url(number)),
    ]
    if page.marked is not None:
        crumbs.append((page.marked.label, page.marked.url))
    extract = exports.of_article(request, number, paragraph)
    return answer(request, pinpoint, copied, crumbs, context | files(extract))


def preamble_cite(request: HttpRequest, paragraph: int | None = None) -> HttpResponse:
    """Show how to cite the preamble, or one of its recitals."""
    return cite(request, treaty.PREAMBLE, paragraph)


def treaty_cite(request: HttpRequest) -> HttpResponse:
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
        "places": [(treaty.label(number), addresses.cite_url(number)) for number in treaty.NUMBERS],
        "cautions": [IS_OFFICIAL if pinpoint.is_official else NOT_ITS_WORDS],
        "packet_name": UNQUOTED,
    }
    crumbs = [("All articles on one page", pinpoint.path)]
    extract = exports.of_treaty(request)
    return answer(request, pinpoint, packet.of_treaty(pinpoint), crumbs, context | files(extract))


def answer(
    request: HttpRequest,
    pinpoint: Pinpoint,
    copied: Packet,
    crumbs: Sequence[Crumb],
    context: dict[str, Any],
) -> HttpResponse:
    """Answer with the packet, the styles and the files of what is cited."""
    cited = [(style, style.write(pinpoint)) for style in STYLES]
    head = Head(
        title=f"Cite {context['name']}",
        description=DESCRIPTION.format(pinpoint.label),
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


def laid_out(
    request: HttpRequest, number: int, paragraph: int | None
) -> tuple[ArticlePage, TextsForm]:
    """Return the article as its own page shows it, and which texts that shows.

    Raises ``NoSuchPage`` if there is no such article or paragraph.
    """
    texts = texts_form(request)
    if paragraph is not None:
        texts = texts.with_paragraph(number, paragraph)
    article = Article.objects.with_notes().with_official(texts.chosen).filter(number=number).first()
    if article is None:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=number))
    page = ArticlePage(article, paragraph, official=texts.chosen)
    if paragraph is not None and page.marked is None:
        raise NoSuchPage(
            no_such_paragraph(
                article.label, page.paragraph_count, paragraph, is_official=page.is_official
            )
        )
    return page, texts


def paragraphs(page: ArticlePage) -> list[tuple[str, str]]:
    """Return the paragraphs that have an address, each with that of the page that cites it."""
    shown = (*page.layout.blocks, *page.layout.apart)
    return [
        (block.label, addresses.cite_url(block.article, block.number))
        for block in shown
        if block.is_addressed and block.number
    ]


def cautions(page: ArticlePage, pinpoint: Pinpoint) -> list[str]:
    """Return what to know before citing, in sentences: numbers first, then whose words."""
    sentences = []
    if page.marked is not None and not is_numbered(page.marked):
        whole = "preamble" if pinpoint.article == treaty.PREAMBLE else "article"
        sentences.append(
            f"The citations name the {whole} only: the number of {page.marked.label.lower()} "
            f"{why_not_numbered(page.marked)}. The address still leads to it."
        )
    if pinpoint.is_official:
        return [*sentences, IS_OFFICIAL]
    grade = page.article.grade
    if grade != Evidence.REPORTED:
        sentences.append(grade.explanation)
    if pinpoint.evidence != grade:
        sentences.append(NO_REPORT.format(page.place))
    return [*sentences, NOT_ITS_WORDS] if page.article.is_described else sentences


def why_not_numbered(block: Block) -> str:
    """Return what the number of a paragraph is worth, if it is not known to be the treaty's."""
    if block.cells or block.paragraph is None:
        return NOT_PRINTED
    if block.article == treaty.PREAMBLE:
        return LIKELY_RECITAL
    return WHY_NOT_NUMBERED[Numbering(block.paragraph.numbering)]
