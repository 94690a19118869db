"""Takes chosen provisions out of an edition, as an extract that every export is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from articles import treaty
from articles.edition import Edition
from articles.edition.corpus import PLAIN
from articles.edition.edition import content_hashes
from articles.exports.extract import (
    ArticleData,
    BlockData,
    EditionData,
    Extract,
    OfficialArticleData,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    PointData,
    Scope,
)
from articles.models import Article, OfficialParagraph, OfficialText, Paragraph, Point
from articles.treaty.places import Place


def article_data(
    edition: Edition,
    place: Place,
    site: str,
    texts: Sequence[OfficialText],
    chosen: Collection[OfficialText] = (),
) -> ArticleData:
    """Return an article as data, or that part of it which ``place`` names, in each text.

    ``texts`` are the official texts to
    include, those ``chosen`` in front, and ``site`` the site's address without a slash at the
    end.
    """
    article = edition.by_number[place.article]
    official: dict[str, list[OfficialParagraphData]] = {text.slug: [] for text in texts}
    for row in article.official_paragraphs.all():
        if row.official_text_id in official and place.paragraph in {None, row.number}:
            official[row.official_text_id] += official_data(row, place.point, site)
    return ArticleData(
        is_undivided=len(numbers_in(article, chosen)) == 1,
        number=treaty.printed_number(article.number),
        id=article.anchor,
        label=article.label,
        title=article.title,
        gist=article.gist,
        themes=tuple(theme.slug for theme in article.theme_list),
        url=site + place.url,
        short_url=site + place.short_url,
        chosen_paragraph=place.paragraph,
        chosen_point=place.point,
        lead=next((text.slug for text in chosen if official[text.slug]), PLAIN),
        sha256=content_hashes(edition)[article.number],
        edition=tuple(
            paragraph_data(row, place.point, site)
            for row in article.paragraphs.all()
            if place.paragraph in {None, row.number}
        ),
        official=tuple(
            OfficialArticleData(text=slug, paragraphs=tuple(rows))
            for slug, rows in official.items()
            if rows
        ),
    )


def numbers_in(article: Article, texts: Collection[OfficialText]) -> set[int]:
    """Return the numbers of the paragraphs that our edition or one of these texts has."""
    slugs = {text.slug for text in texts}
    theirs = {
        row.number for row in article.official_paragraphs.all() if row.official_text_id in slugs
    }
    return {row.number for row in article.paragraphs.all()} | theirs - {0}


def official_data(
    row: OfficialParagraph, point: int | None, site: str
) -> list[OfficialParagraphData]:
    """Return a paragraph of an official text as data, or what introduces a point, and that.

    There is none if it lacks the point.
    """
    blocks = row.blocks_of(point)
    if point is not None and all(at is None for *_, at in blocks):
        return []
    return [
        OfficialParagraphData(
            number=row.number,
            id=Place(row.article_id, row.number).anchor,
            label=row.label,
            url=site + row.place.url,
            short_url=site + row.place.short_url,
            blocks=tuple(BlockData(label=label, text=text, point=at) for label, text, at in blocks),
        )
    ]


def paragraph_data(row: Paragraph, point: int | None, site: str) -> ParagraphData:
    """Return a paragraph of our edition as data, or what introduces a point of it, and that."""
    return ParagraphData(
        **words_data(row, site),
        is_alone=row.is_alone,
        strength=tuple(row.strength_list),
        points=tuple(
            PointData(**words_data(each, site))
            for each in row.points.all()
            if point in {None, each.number}
        ),
    )


def words_data(row: Paragraph | Point, site: str) -> dict[str, Any]:
    """Return the words of a paragraph or point of our edition, and where they stand."""
    return {
        "number": row.number,
        "id": row.place.anchor,
        "label": row.label,
        "url": site + row.place.url,
        "short_url": site + row.place.short_url,
        "text": row.lines,
        "markdown": row.text,
        "html": row.html,
    }


def take(  # noqa: PLR0913 - what is taken, and how it is addressed
    places: Sequence[Place],
    *,
    scope: Scope,
    heading: str,
    site: str,
    path: str,
    edition: Edition,
    chosen: Sequence[OfficialText] = (),
    faults: Sequence[str] = (),
    accessed: date | None = None,
) -> Extract:
    """Return provisions as an extract, in their order.

    Each must exist. ``chosen`` are the official texts that the page shows first; all
    that are loaded are in the extract, those in front. ``faults`` say what else
    was asked for and is not there. ``accessed`` is the day of today.
    """
    texts = [*chosen, *(text for text in edition.official_texts if text not in chosen)]
    articles = tuple(article_data(edition, place, site, texts, chosen) for place in places)
    hashes = " ".join(article.sha256 for article in articles)
    return Extract(
        scope=scope,
        edition=EditionData(
            data_version=edition.version.digest,
            changed_at=f"{edition.text_changed_at:%Y-%m-%dT%H:%M:%SZ}",
        ),
        heading=heading,
        url=site + path,
        lead=texts[0].slug if texts else PLAIN,
        faults=tuple(faults),
        official_texts=tuple(
            OfficialTextData.model_validate(row, from_attributes=True) for row in texts
        ),
        sha256=hashlib.sha256(hashes.encode()).hexdigest(),
        articles=articles,
        accessed=accessed,
    )
