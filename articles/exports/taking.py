"""Takes chosen places out of the database, as an extract that every export is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence

from articles import addresses, markup
from articles.corpus import PLAIN
from articles.exports.extract import (
    ArticleData,
    BlockData,
    EditionData,
    Extract,
    OfficialArticleData,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    Scope,
    SourceData,
    StatementData,
)
from articles.layout import is_same_division
from articles.models import Article, Basis, OfficialText, Paragraph, Statement
from articles.places import Place
from articles.snapshot import official_texts, text_changed_at
from articles.versioned import kept_for_version


def content_hash(article: Article) -> str:
    """Return the SHA-256 of what an article says, in our edition and in every official text.

    The article must have been fetched with its text. The hash changes with its title, words,
    numbers, and the basis of its statements; with nothing else.
    """
    content = {
        "number": article.number,
        "title": article.subject,
        "edition": [
            [row.number, row.numbering, [[each.text, each.basis] for each in row.statements.all()]]
            for row in article.paragraphs.all()
        ],
        "official": sorted(
            [row.official_text_id, row.number, row.label, row.blocks]
            for row in article.official_paragraphs.all()
        ),
    }
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def article_data(
    article: Article,
    site: str,
    texts: Sequence[OfficialText],
    chosen: Collection[OfficialText] = (),
    paragraph: int | None = None,
) -> ArticleData:
    """Return an article as data, or only one paragraph of it in each text.

    It must have been fetched with its text, sources and themes. ``texts`` are the official texts
    to include, those ``chosen`` in front, and ``site`` the site's address without a slash at the
    end.
    """
    number = article.number
    slugs = [text.slug for text in texts]
    shown = shown_texts(article, [text.slug for text in chosen], slugs, paragraph)
    by_text: dict[str, list[OfficialParagraphData]] = {slug: [] for slug in slugs}
    for row in article.official_paragraphs.all():
        if row.official_text_id in by_text and paragraph in {None, row.number}:
            by_text[row.official_text_id].append(
                OfficialParagraphData(
                    number=row.number,
                    id=addresses.paragraph_anchor(number, row.number),
                    label=row.label,
                    url=site + addresses.paragraph_url(number, row.number),
                    short_url=site + addresses.short_url(number, row.number),
                    blocks=tuple(BlockData(label=label, text=text) for label, text in row.blocks),
                )
            )
    return ArticleData(
        number=number,
        id=article.anchor,
        label=article.label,
        title=article.subject,
        evidence=article.evidence,
        evidence_label=article.grade.label,
        gist=article.gist,
        themes=tuple(theme.slug for theme in article.theme_list),
        url=site + addresses.place_url(number, paragraph),
        short_url=site + addresses.short_url(number, paragraph),
        chosen_paragraph=paragraph,
        lead=next((slug for slug in shown if by_text[slug]), PLAIN),
        sha256=content_hash(article),
        edition=tuple(
            paragraph_data(row, site) for row in our_paragraphs(article, shown, paragraph)
        ),
        official=tuple(
            OfficialArticleData(text=slug, paragraphs=tuple(rows))
            for slug, rows in by_text.items()
            if rows
        ),
    )


def shown_texts(
    article: Article, chosen: Sequence[str], slugs: Sequence[str], paragraph: int | None
) -> list[str]:
    """Return the slugs of the official texts that the page of a place shows, given those chosen.

    Where none of them has the paragraph, the first that has it comes after them, as on the page.
    """
    rows = article.official_paragraphs.all()
    having = {row.official_text_id for row in rows if row.number == paragraph}
    if having.isdisjoint(chosen):
        return [*chosen, *[slug for slug in slugs if slug in having][:1]]
    return list(chosen)


def our_paragraphs(article: Article, shown: Collection[str], number: int | None) -> list[Paragraph]:
    """Return our paragraphs, or the one that the address of a number shows.

    A number that an official text has, too, is that one's, unless ours is known to be the same
    by the official texts that are ``shown`` there.
    """
    ours = list(article.paragraphs.all())
    if number is None:
        return ours
    rows = article.official_paragraphs.all()
    numbers = sorted({row.number for row in rows if row.official_text_id in shown})
    if number in numbers and not is_same_division(article, ours, numbers):
        return []
    return [row for row in ours if row.number == number]


def paragraph_data(row: Paragraph, site: str) -> ParagraphData:
    """Return a paragraph of our edition as data."""
    return ParagraphData(
        number=row.number,
        id=row.anchor,
        label=row.label,
        numbering=row.numbering,
        url=site + row.get_absolute_url(),
        short_url=site + addresses.short_url(row.article_id, row.number),
        statements=tuple(map(statement_data, row.statements.all())),
    )


def statement_data(row: Statement) -> StatementData:
    """Return a statement as data."""
    return StatementData(
        text=markup.to_lines(row.html),
        markdown=row.text.strip(),
        basis=Basis(row.basis),
        settle=row.settle,
        sources=tuple(source.key for source in row.sources.all()),
        html=row.html,
    )


@kept_for_version
def articles_to_take(digest: str) -> dict[int, Article]:
    """Return every article of the data version by its number, with all that an extract holds."""
    rows = Article.objects.with_theme_list().with_text().with_notes()
    return {article.number: article for article in rows}


def take(  # noqa: PLR0913 - what is taken, and how it is addressed
    places: Sequence[Place],
    *,
    scope: Scope,
    heading: str,
    site: str,
    path: str,
    digest: str,
    chosen: Sequence[OfficialText] = (),
    faults: Sequence[str] = (),
) -> Extract:
    """Return places as an extract, in their order.

    Every place must exist. ``chosen`` are the official texts that the page shows first; all
    that are loaded are in the extract, those in front. ``digest`` is the data version's, and
    ``faults`` say what else was asked for and is not there.
    """
    rows = articles_to_take(digest)
    texts = [*chosen, *(text for text in official_texts(digest) if text not in chosen)]
    articles = tuple(
        article_data(rows[place.article], site, texts, chosen, place.paragraph) for place in places
    )
    hashes = " ".join(article.sha256 for article in articles)
    used = dict.fromkeys(
        key
        for article in articles
        for paragraph in article.edition
        for statement in paragraph.statements
        for key in statement.sources
    )
    sources = {
        source.key: source
        for place in places
        for paragraph in rows[place.article].paragraphs.all()
        for statement in paragraph.statements.all()
        for source in statement.sources.all()
    }
    return Extract(
        scope=scope,
        edition=EditionData(
            data_version=digest, changed_at=f"{text_changed_at(digest):%Y-%m-%dT%H:%M:%SZ}"
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
        sources=tuple(
            SourceData.model_validate(sources[key], from_attributes=True) for key in used
        ),
    )
