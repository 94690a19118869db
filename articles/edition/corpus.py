"""Every text of the treaty that is loaded, paragraph by paragraph: the official ones, and ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles.edition.edition import Edition, derived
from articles.treaty.places import Place

PLAIN: Final = "plain"
"""Stands for the plain-English edition where official texts have their slugs."""


@dataclass(frozen=True)
class Unit:
    """A paragraph of a text, or a point of ours: where it stands, and its words.

    ``text`` is plain text; points of official texts stand on lines of their own. ``query`` is
    the query string with which a page shows the text.
    """

    place: Place
    text: str
    query: str = ""

    @property
    def label(self) -> str:
        """``Article 3, paragraph 2``, ``Preamble, recital 4``, or the article alone."""
        return self.place.label

    @property
    def url(self) -> str:
        """The address of the provision's page, showing this text."""
        return self.place.url + self.query


@dataclass(frozen=True)
class ReadableText:
    """One text of the treaty as readers meet it; ``slug`` is ``plain`` for our own edition."""

    slug: str
    name: str
    language: str
    direction: str
    is_official: bool
    units: tuple[Unit, ...]


@derived
def corpus(edition: Edition) -> tuple[ReadableText, ...]:
    """Return every text that is loaded, the official ones first."""
    official = [
        ReadableText(
            slug=row.slug,
            name=row.name,
            language=row.language,
            direction=row.direction,
            is_official=True,
            units=tuple(
                Unit(
                    paragraph.place,
                    paragraph.text,
                    query=f"?lang={row.slug}" if row.position > 1 else "",
                )
                for paragraph in row.paragraphs.all()
            ),
        )
        for row in edition.official_texts
    ]
    ours = ReadableText(
        slug=PLAIN,
        name="Plain-English edition",
        language="en",
        direction="ltr",
        is_official=False,
        units=tuple(
            Unit(passage.place, passage.plain)
            for article in edition.articles
            for passage in article.passages()
        ),
    )
    return (*official, ours)
