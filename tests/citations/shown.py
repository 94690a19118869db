"""What can be cited of the texts that are loaded, through the door that pages use."""

from __future__ import annotations

from articles import treaty
from articles.citations import packet, pinpoints
from articles.citations.packet import Packet
from articles.citations.pinpoint import Pinpoint
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


def cited(place: Place, *slugs: str) -> Pinpoint:
    """Return what to cite of a provision as its page shows it with these texts."""
    query = f"?lang={','.join(slugs)}" if slugs else ""
    return pinpoints.of(page(place.article, *slugs), place, SITE, query, DAY)


def packed(place: Place, *slugs: str) -> Packet:
    """Return the packet of a provision as its page shows it with these texts."""
    return packet.of(cited(place, *slugs), page(place.article, *slugs))


def every_place() -> list[Pinpoint]:
    """Return the treaty, every article, and every paragraph and point that has an address."""
    places = [Pinpoint(SITE, DAY)]
    for number in treaty.NUMBERS:
        places.append(cited(Place(number)))
        for block in page(number).layout.blocks:
            if block.number:
                places.append(cited(block.place))
            places += [cited(point.place) for point in block.points]
    return places
