"""What the page of a dossier shows: each place laid out as its article's page would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles import addresses
from articles.article_page import ArticlePage
from articles.dossier import Dossier
from articles.forms import TextsForm
from articles.models import Article
from articles.notes import Notes
from articles.places import Place


@dataclass(frozen=True)
class Entry:
    """A place as it is shown, and the addresses of the dossier without it or with it moved.

    ``texts`` are those that are shown of it, perhaps one more than of the others.
    """

    place: Place
    page: ArticlePage
    texts: TextsForm
    remove: str
    up: str
    down: str

    @property
    def heading(self) -> str:
        """``Article 12, paragraph 2 · Lake shipping``."""
        subject = self.page.article.subject
        return f"{self.place.label} · {subject}" if subject else self.place.label

    @property
    def is_only(self) -> bool:
        """Whether the dossier has no other place, so that without it there is none."""
        return not self.up and not self.down

    @property
    def has_our_words(self) -> bool:
        """Whether our own words are shown, which the article's grade of evidence is about."""
        shown = (*self.page.layout.blocks, *self.page.layout.apart)
        return not self.page.is_official or any(block.paragraph for block in shown)

    @property
    def cite_address(self) -> str:
        """The address at which the place is cited in every style."""
        return addresses.cite_url(self.place.article, self.place.paragraph) + self.texts.query


def entries(dossier: Dossier, texts: TextsForm, notes: Notes) -> Iterator[Entry]:
    """Return the places of a dossier in its order, their notes numbered one after the other."""
    wanted = {place.article for place in dossier.places}
    articles = Article.objects.with_notes().with_official(texts.available).in_bulk(wanted)
    for place in dossier.places:
        article = articles[place.article]
        shown = texts
        if place.paragraph is not None:
            having = article.official_paragraphs.all() if texts.available else ()
            shown = texts.with_one_of(
                {row.official_text_id for row in having if row.number == place.paragraph}
            )
        yield Entry(
            place=place,
            page=ArticlePage(article, notes=notes, official=shown.chosen, only=place.paragraph),
            texts=shown,
            remove=dossier.address_without(place),
            up=dossier.address_moved(place, -1),
            down=dossier.address_moved(place, 1),
        )
