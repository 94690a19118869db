"""What can be cited of the texts that are loaded, through the door that pages use."""

from __future__ import annotations

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block
from articles.edition import in_force
from articles.reading.article_page import ArticlePage
from articles.treaty.places import Place
from tests.citations.places import DAY, SITE


def page(number: int, *slugs: str, marked: Place | None = None) -> ArticlePage:
    """Return an article as its page shows it with these official texts, or with every one."""
    edition = in_force()
    texts = {text.slug: text for text in edition.official_texts}
    shown = [texts[slug] for slug in slugs or texts]
    return ArticlePage(edition.by_number[number], marked, official=shown)


def every_place() -> list[Pinpoint]:
    """Return the treaty, every article, and every paragraph and point that has an address."""
    places = [Pinpoint(SITE, DAY)]
    for number in treaty.NUMBERS:
        shown = page(number)
        places.append(for_article(shown, SITE, DAY))
        for block in shown.layout.blocks:
            if block.number:
                places.append(for_block(block, SITE, DAY))
            places += [for_block(block, SITE, DAY, point=point.place) for point in block.points]
    return places
