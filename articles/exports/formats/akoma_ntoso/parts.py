"""What of an extract stands in the document: one text of it, each article once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from django.utils.safestring import SafeString

from articles import treaty
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    PointData,
)
from articles.exports.formats.akoma_ntoso import markup, naming
from articles.treaty.places import Place

WHOLE_DATE: Final = len("2025-01-17")
VERSION_DIGITS: Final = 12

LACKING: Final = " Of what was asked for, the official text, {}, lacks: {}."

Dated = tuple[str, str]
"""A date, and what it is the date of."""


@dataclass(frozen=True)
class Row:
    """A paragraph or a point, of our edition or of an official text.

    ``label`` is its number as printed; where none is, it may be one that ``is_counted``. ``words``
    are its own, in Akoma Ntoso. ``binds`` refers to the concepts that say how ours do.
    """

    id: str
    number: int
    label: str
    words: SafeString
    points: tuple[Row, ...] = ()
    is_counted: bool = False
    binds: str = ""


@dataclass(frozen=True)
class Part:
    """An article with all its paragraphs in a text, or those that were asked for, in that order.

    ``asked`` has the ``eId`` of the article, or of each provision asked for; ``lacking`` names
    those that the text has not, where it has others.
    """

    article: ArticleData
    asked: tuple[str, ...]
    rows: tuple[Row, ...]
    lacking: tuple[str, ...]

    @property
    def is_preamble(self) -> bool:
        """Whether it is the preamble."""
        return self.article.place.article == treaty.PREAMBLE

    @property
    def is_closing(self) -> bool:
        """Whether it is the closing lines."""
        return self.article.place.article == treaty.CLOSING

    @property
    def is_whole(self) -> bool:
        """Whether all of the article was asked for."""
        return self.asked == (self.article.id,)

    @property
    def status(self) -> str:
        """The ``status`` of an article of which a text has nothing."""
        return "" if self.rows else "unknown"

    @property
    def url(self) -> str:
        """The path of the article's page."""
        return Place(self.article.place.article).url

    @property
    def paragraph_tag(self) -> str:
        """The element of a paragraph."""
        return "recital" if self.is_preamble else "paragraph"

    @property
    def opening(self) -> list[Row]:
        """The words before the first numbered paragraph, if there are any."""
        return [row for row in self.rows if not row.number]

    @property
    def numbered(self) -> list[Row]:
        """The paragraphs after the opening words."""
        return [row for row in self.rows if row.number]


@dataclass(frozen=True)
class Choice:
    """The text of the extract that the document holds, and its parts.

    ``text`` is the official text, ``None`` for our own edition.
    """

    extract: Extract
    text: OfficialTextData | None
    parts: tuple[Part, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the treaty."""
        return self.extract.scope == "treaty"

    @property
    def is_portion(self) -> bool:
        """Whether all parts are of one article."""
        return not self.is_whole and len(self.parts) == 1

    @property
    def is_one_paragraph(self) -> bool:
        """Whether one paragraph of an article, or a point of it, was asked for and nothing else."""
        return self.is_portion and not self.parts[0].is_whole and len(self.parts[0].asked) == 1

    @property
    def status(self) -> str:
        """The ``status`` of what does not hold all of the treaty, of an article or a paragraph."""
        part = self.parts[0]
        is_complete = self.is_whole or (
            self.is_portion
            and (part.is_whole or (self.is_one_paragraph and part.article.chosen_point is None))
        )
        return "" if is_complete else "incomplete"

    @property
    def articles(self) -> list[Part]:
        """The parts that are articles."""
        return [part for part in self.parts if not (part.is_preamble or part.is_closing)]

    @property
    def names(self) -> naming.Names:
        """The IRIs of the document."""
        asked = () if self.is_whole else tuple(eid for part in self.parts for eid in part.asked)
        if self.text:
            expression = naming.official_expression(self.text.language, self.text.slug)
            return naming.Names(naming.TREATY, expression, asked)
        return naming.Names(naming.RESTATEMENT, self.edition_expression, asked)

    @property
    def edition_expression(self) -> str:
        """The IRI of our edition."""
        return naming.edition_expression(self.version)

    @property
    def others(self) -> list[tuple[OfficialTextData, str]]:
        """The official texts that the document does not hold, and their IRIs."""
        return [
            (text, naming.official_expression(text.language, text.slug))
            for text in self.extract.official_texts
            if text != self.text
        ]

    @property
    def version(self) -> str:
        """The version of our edition: that of the data."""
        return self.extract.edition.data_version[:VERSION_DIGITS]

    @property
    def begun(self) -> Dated:
        """The date of the work: of our edition that of its first version, whichever this is."""
        if self.text:
            return self.extract.treaty.signed, "signature"
        return naming.EDITION_BEGUN.isoformat(), "editionBegun"

    @property
    def made(self) -> Dated:
        """The date of the document, as far as it is known."""
        if self.text and len(self.text.retrieved) == WHOLE_DATE:
            return self.text.retrieved, "retrieved"
        return self.begun

    @property
    def language(self) -> str:
        """The language of the words, ISO 639-1."""
        return self.text.language if self.text else "en"

    @property
    def language_code(self) -> str:
        """The same, ISO 639-2."""
        return naming.LANGUAGES[self.language]

    @property
    def tag(self) -> str:
        """The document type: a treaty is an act, a restatement a document of any other kind."""
        return "act" if self.text else "doc"

    @property
    def body_tag(self) -> str:
        """The element that holds the articles of such a document."""
        return "body" if self.text else "mainBody"

    @property
    def subtype(self) -> str:
        """What kind of act or document it is."""
        return naming.TREATY_SUBTYPE if self.text else naming.RESTATEMENT_SUBTYPE

    @property
    def notice(self) -> str:
        """Whose words these are, where an official text comes from, and what it has not."""
        text = self.text
        if text is None:
            return self.extract.edition.notice
        published = f" Published at {text.url}." if text.url else ""
        retrieved = f" Retrieved {text.retrieved}." if text.retrieved else ""
        lacking = "; ".join(label for part in self.parts for label in part.lacking)
        return (
            f"Official text, {text.name}: {text.wording_label}.{published}{retrieved} As "
            "published, except for remarks; a number in brackets is counted here, since the text "
            "prints none there." + (LACKING.format(text.name, lacking) if lacking else "")
        )


def choose(extract: Extract) -> Choice:
    """Return what the document holds.

    The official texts are in the extract with the one that leads in front; the first that has
    anything of what was asked for is taken, and our edition if none has.
    """
    held = {row.text for article in extract.articles for row in article.official}
    text = next((text for text in extract.official_texts if text.slug in held), None)
    by_id: dict[str, list[ArticleData]] = {}
    for article in extract.articles:
        by_id.setdefault(article.id, []).append(article)
    return Choice(extract, text, tuple(merged(rows, text) for rows in by_id.values()))


def merged(asked: Sequence[ArticleData], text: OfficialTextData | None) -> Part:
    """Return what was asked of one article, each provision once and in order of first mention."""
    whole = [article for article in asked if article.chosen_paragraph is None]
    taken = whole[:1] or asked
    rows: dict[str, Row] = {}
    lacking = []
    for article in taken:
        found = rows_of(article, text)
        for row in found:
            before = rows[row.id].points if row.id in rows else ()
            points = {point.id: point for point in (*before, *row.points)}
            rows[row.id] = replace(row, points=tuple(points.values()))
        if not found:
            lacking.append(article.place.label)
    return Part(
        article=taken[0],
        asked=tuple(dict.fromkeys(article.place.anchor for article in taken)),
        rows=tuple(rows.values()),
        lacking=tuple(dict.fromkeys(lacking)) if rows else (),
    )


def rows_of(article: ArticleData, text: OfficialTextData | None) -> list[Row]:
    """Return the paragraphs of an article in an official text, or in our edition."""
    if text is None:
        return [of_edition(row) for row in article.edition]
    theirs = (each.paragraphs for each in article.official if each.text == text.slug)
    return [of_official(row, article) for paragraphs in theirs for row in paragraphs]


def of_edition(row: ParagraphData) -> Row:
    """Return a paragraph of our edition."""
    points = tuple(point_of_edition(point) for point in row.points)
    binds = " ".join(f"#strength_{each.value}" for each in row.strength)
    words = markup.of_edition(row.html, row.id)
    return Row(row.id, row.number, row.printed, words, points, binds=binds)


def point_of_edition(row: PointData) -> Row:
    """Return a point of our edition."""
    return Row(row.id, row.number, row.label, markup.of_edition(row.html, row.id))


def of_official(row: OfficialParagraphData, article: ArticleData) -> Row:
    """Return a paragraph of an official text, with the points that the treaty has there.

    Where no number is printed it is counted, unless the article has only one paragraph.
    """
    before = [block for block in row.blocks if block.point is None]
    points = []
    for number, group in groupby(row.blocks, lambda block: block.point):
        if number is not None:
            blocks, eid = list(group), f"{row.id}__point_{number}"
            points.append(Row(eid, number, blocks[0].label, markup.lines(blocks)))
    words = markup.of_official(before, row.id)
    is_counted = not row.label and not article.is_undivided
    return Row(row.id, row.number, row.label, words, tuple(points), is_counted)
