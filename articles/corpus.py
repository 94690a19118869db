"""Every text of the treaty that is loaded, paragraph by paragraph: the official ones, and ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles import addresses
from articles.models import Article, OfficialText
from articles.versioned import kept_for_version

PLAIN: Final = "plain"
"""Stands for the plain-English edition where official texts have their slugs."""


@dataclass(frozen=True)
class Unit:
    """A paragraph of a text: the number of its article and its own, and its words.

    ``text`` is plain text; items and statements stand on lines of their own. ``is_unconfirmed``
    is true of words of our edition that no report bears out; ``query`` is the query string with
    which a page shows the text.
    """

    article: int
    paragraph: int
    text: str
    is_unconfirmed: bool = False
    query: str = ""

    @property
    def label(self) -> str:
        """``Article 3, paragraph 2``, ``Preamble, recital 4``, or the article alone."""
        return addresses.place_label(self.article, self.paragraph)

    @property
    def url(self) -> str:
        """The address of the paragraph's page, showing this text."""
        return addresses.paragraph_url(self.article, self.paragraph) + self.query


@dataclass(frozen=True)
class ReadableText:
    """One text of the treaty as readers meet it; ``slug`` is ``plain`` for our own edition."""

    slug: str
    name: str
    language: str
    direction: str
    is_official: bool
    units: tuple[Unit, ...]


@kept_for_version
def corpus(digest: str) -> tuple[ReadableText, ...]:
    """Return every text of the data version that is loaded, the official ones first."""
    official = [
        ReadableText(
            slug=row.slug,
            name=row.name,
            language=row.language,
            direction=row.direction,
            is_official=True,
            units=tuple(
                Unit(
                    paragraph.article_id,
                    paragraph.number,
                    paragraph.text,
                    query=f"?lang={row.slug}" if row.position > 1 else "",
                )
                for paragraph in row.paragraphs.all()
            ),
        )
        for row in OfficialText.objects.with_paragraphs()
    ]
    ours = ReadableText(
        slug=PLAIN,
        name="Plain-English edition",
        language="en",
        direction="ltr",
        is_official=False,
        units=tuple(
            Unit(article.number, paragraph.number, statement.plain, not statement.is_reported)
            for article in Article.objects.with_text()
            for paragraph in article.paragraphs.all()
            for statement in paragraph.statements.all()
        ),
    )
    return (*official, ours)
