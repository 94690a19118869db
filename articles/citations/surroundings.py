"""What this site prints around the words of the treaty, so that they are found in what is pasted.

All of it comes from what prints it: the templates of pages that show the text, the styles, the
packet, the notices in files, and what the edition holds beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html import unescape
from itertools import chain
from typing import Any, Final

from django.template import Engine, Node, Template
from django.template.base import TextNode
from django.template.library import InclusionNode
from django.template.loader_tags import ExtendsNode, IncludeNode

from articles import treaty
from articles.citations import packet
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import text_name
from articles.citations.styles import STYLES
from articles.edition import Edition, derived
from articles.models import Strength
from articles.reading import article_page
from articles.treaty import notices
from articles.treaty.places import Place
from articles.words.quotations import Furniture

PAGES: Final = (
    "articles/article.html",
    "articles/treaty.html",
    "articles/selection.html",
    "articles/explorer.html",
)
"""The templates of pages that show the text."""

TAKEN_IN: Final[Mapping[type[Node], Callable[[Any], object]]] = {
    ExtendsNode: lambda node: node.parent_name.var,
    IncludeNode: lambda node: node.template.var,
    InclusionNode: lambda node: node.filename,
}
"""By what a template takes in others, and the name of the one that it takes in."""

FILLED: Final = "\0"
BETWEEN: Final = re.compile(rf"<[^>]*>|{FILLED}")
"""What parts the words of a template: tags, and places that are filled."""

SITE: Final = "site:"
"""Stands for the address of the site, wherever it is."""

KINDS: Final = (
    Place(1),
    Place(1, 1),
    Place(22, 2, 1),
    Place(28, 1, 1),
    Place(treaty.PREAMBLE),
    Place(treaty.PREAMBLE, 1),
    Place(treaty.CLOSING),
)
"""A provision of each kind that styles write in their own way."""


@derived
def furniture(edition: Edition) -> Furniture:
    """Return what stands around the words wherever this site shows them or gives them away."""
    said = (*on_pages(), *in_citations(edition), *in_files(edition), *in_edition(edition))
    return Furniture.of(said)


def on_pages() -> Iterator[str]:
    """Yield the words of the templates, as far as nothing is filled in."""
    for template in templates(*PAGES):
        yield from (unescape(said) for said in BETWEEN.split(written(template.nodelist)))
    yield from (strength.label for strength in Strength)
    yield from (article_page.IN_OUR_WORDS, article_page.BESIDE_OFFICIAL, article_page.UNPRINTED)


def templates(*names: str) -> Iterator[Template]:
    """Yield templates, and all that they have in them."""
    known: set[str] = set()
    engine, wanted = Engine.get_default(), [*names]
    while wanted:
        name = wanted.pop()
        if name not in known:
            known.add(name)
            template = engine.get_template(name)
            for kind, name_of in TAKEN_IN.items():
                nodes = template.nodelist.get_nodes_by_type(kind)
                wanted += [str(name_of(node)) for node in nodes]
            yield template


def written(nodes: Iterable[Node]) -> str:
    """Return what is written in a template, with a gap for each place that is filled."""
    return "".join(
        node.s
        if isinstance(node, TextNode)
        else FILLED + written(chain.from_iterable(within(node))) + FILLED
        for node in nodes
    )


def within(node: Node) -> Iterator[Iterable[Node]]:
    """Yield what stands in a node, such as either side of an alternative."""
    return (getattr(node, name, ()) for name in node.child_nodelists)


def in_citations(edition: Edition) -> Iterator[str]:
    """Yield packets and citations in every style, without the addresses in them."""
    months = [date(treaty.SIGNED.year, number, 1) for number in range(1, 13)]
    pinpoints = [
        *(Pinpoint(SITE, place=place) for place in (None, *KINDS)),
        *(Pinpoint(SITE, accessed=day) for day in months),
        *(
            Pinpoint(SITE, text_name=text_name(text), text_language=text.language)
            for text in edition.official_texts
        ),
    ]
    for pinpoint in pinpoints:
        written = [style.write(pinpoint).text for style in STYLES]
        for said in (packet.of(pinpoint).text, *written):
            yield said.replace(pinpoint.url, "0").replace(pinpoint.short_url, "0")
    yield from (treaty.TITLE, treaty.SUBJECT_TITLE, treaty.SHORT_TITLE)


def in_files(edition: Edition) -> Iterator[str]:
    """Yield what files and packets say of the words."""
    yield from (notices.OURS, notices.OURS_BESIDE_OFFICIAL, notices.NOTICE)
    yield from (notices.BESIDE_OFFICIAL, treaty.ORIGIN)
    yield from (notices.ADDRESS, notices.DATA_VERSION, notices.LICENCE_OF_OURS, notices.HASH)
    for text in edition.official_texts:
        yield from (notices.OFFICIAL.format(name) for name in (text.name, text_name(text)))
        yield text.wording_label


def in_edition(edition: Edition) -> Iterator[str]:
    """Yield what the edition holds beside the text."""
    for article in edition.articles:
        yield from (article.label, article.title, article.entry, article.gist)
        yield from (row.label for row in article.passages())
        yield from (row.text for row in article.cautions.all())
        yield from (row.plain for row in article.background.all())
        yield from (row.reason for row in article.related_articles.all())
    yield from (theme.name for theme in edition.themes)
    yield from (mention.name for mention in edition.mentions)
    yield from (event.title for event in edition.events)
    yield from (comment.author for comment in edition.comments)
    for question in edition.questions:
        yield from (question.question, question.answer)
    for source in edition.sources:
        yield from (source.publisher, source.said, source.note)
