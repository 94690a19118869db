"""What of an extract stands in the document: one text of it, each article once."""

from __future__ import annotations

from dataclasses import dataclass

from articles import treaty
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
)
from articles.exports.formats.akoma_ntoso import naming


@dataclass(frozen=True)
class Part:
    """An article with all its paragraphs, or those that were asked for, in that order.

    ``ours`` are paragraphs of our edition and ``official`` those of the official text that the
    document holds. ``asked`` has the ``eId`` of the article, or of each provision asked for;
    ``lacking`` names those that the official text has not, where it has others.
    """

    article: ArticleData
    asked: tuple[str, ...]
    ours: tuple[ParagraphData, ...]
    official: tuple[OfficialParagraphData, ...]
    lacking: tuple[str, ...] = ()

    @property
    def is_preamble(self) -> bool:
        """Whether it is the preamble."""
        return self.article.place.article == treaty.PREAMBLE

    @property
    def is_closing(self) -> bool:
        """Whether it is the closing lines."""
        return self.article.place.article == treaty.CLOSING

    @property
    def is_article(self) -> bool:
        """Whether it is an article."""
        return not (self.is_preamble or self.is_closing)

    @property
    def is_whole(self) -> bool:
        """Whether all of the article was asked for."""
        return self.asked == (self.article.id,)


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
    def is_complete(self) -> bool:
        """Whether what a portion holds is all of an article, or all of a paragraph."""
        part = self.parts[0]
        return part.is_whole or (self.is_one_paragraph and part.article.chosen_point is None)

    @property
    def official(self) -> OfficialTextData:
        """The official text; ``ValueError`` if the document holds our edition."""
        if self.text is None:
            raise ValueError("the document holds no official text")
        return self.text

    @property
    def names(self) -> naming.Names:
        """The IRIs of the document."""
        asked = () if self.is_whole else tuple(eid for part in self.parts for eid in part.asked)
        if self.text:
            expression = naming.official_expression(self.text.language, self.text.slug)
            return naming.Names(naming.TREATY, expression, asked)
        expression = naming.edition_expression(self.extract.edition.data_version)
        return naming.Names(naming.RESTATEMENT, expression, asked)

    @property
    def language(self) -> str:
        """The language of the words, ISO 639-1."""
        return self.text.language if self.text else "en"

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
    slug = text.slug if text else ""
    return Choice(extract, text, tuple(merged(rows, slug) for rows in by_id.values()))


def merged(rows: list[ArticleData], slug: str) -> Part:
    """Return what was asked of one article, each provision once and in order of first mention."""
    whole = [row for row in rows if row.chosen_paragraph is None]
    taken = whole[:1] or rows
    ours: dict[str, ParagraphData] = {}
    official: dict[str, OfficialParagraphData] = {}
    lacking: dict[str, None] = {}
    for article in taken:
        for row in article.edition:
            ours[row.id] = with_points(row, ours.get(row.id))
        theirs = [row for text in article.official if text.text == slug for row in text.paragraphs]
        for paragraph in theirs:
            official[paragraph.id] = with_blocks(paragraph, official.get(paragraph.id))
        if not theirs:
            lacking[article.place.label] = None
    return Part(
        article=taken[0],
        asked=tuple(dict.fromkeys(row.place.anchor for row in taken)),
        ours=tuple(ours.values()),
        official=tuple(official.values()),
        lacking=tuple(lacking) if official else (),
    )


def with_points(row: ParagraphData, before: ParagraphData | None) -> ParagraphData:
    """Return a paragraph with the points that were asked for before, too."""
    points = {point.id: point for point in (*(before.points if before else ()), *row.points)}
    return row.model_copy(update={"points": tuple(points.values())})


def with_blocks(
    row: OfficialParagraphData, before: OfficialParagraphData | None
) -> OfficialParagraphData:
    """Return an official paragraph with the points that were asked for before, too."""
    known = before.blocks if before else ()
    points = {block.point for block in known}
    new = [block for block in row.blocks if block.point not in points]
    return row.model_copy(update={"blocks": (*known, *new)})
