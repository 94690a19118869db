"""Replaces the data and the search index with what the fixtures hold, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from django.db import models as db
from django.db import transaction
from django.utils import timezone

from articles import edition, models, search, treaty
from articles.cards import making
from articles.edition.edition import content_hashes
from articles.loading.fields import Table
from articles.loading.official.reading import OfficialFile
from articles.loading.reading import Content
from articles.loading.schema import ArticleFile
from articles.models import markup
from articles.official.text import Block, Parsed, ParsedArticle, ParsedParagraph
from articles.search.telling import write_telling
from articles.treaty.places import Place

REPLACED: tuple[type[db.Model], ...] = (
    models.Question,
    models.Phrasing,
    models.Concept,
    models.Comment,
    models.Event,
    models.Publication,
    models.ReuseNote,
    models.OfficialText,
    models.Article,
    models.Mention,
    models.Theme,
    models.Source,
    models.DataVersion,
)
"""Every table that the loader fills, those that refer to others first."""

NUMBERED: Final = {"position", "number"}
"""The columns that hold the place of a row in its file, unless that says it."""

LOADING: Final = "loading"
"""The key of the row by which loaders wait for one another; no digest is like it."""


def replace(content: Content) -> models.DataVersion:
    """Put the content in the place of what the database held, and return its version.

    The content must have passed the checks. Everything happens or nothing does.
    """
    with transaction.atomic():
        wait_for_other_loaders()
        for model in REPLACED:
            model._default_manager.all().delete()
        write_edition(content)
        write_official(content.official)
        version = models.DataVersion.objects.create(
            digest=content.digest(), loaded_at=timezone.now()
        )
        written = edition.build(version)
        search.rebuild(written)
        making.rebuild(written)
        record(written)
        return version


def record(written: edition.Edition) -> None:
    """Add a revision if what has just been written has any article changed.

    The first load of all changes every article. Revisions stay when the data is replaced.
    """
    hashes = {str(number): sha256 for number, sha256 in content_hashes(written).items()}
    known = written.revisions[0].hashes if written.revisions else {}
    changed = sorted(int(number) for number in hashes if hashes[number] != known.get(number))
    if changed:
        version = written.version
        models.Revision.objects.create(
            digest=version.digest, made_at=version.loaded_at, hashes=hashes, changed=changed
        )


def wait_for_other_loaders() -> None:
    """Wait until any other loader has finished, whose rows are seen from then on.

    Two cannot write a row with the same key, so the later one waits, also where there are no
    rows to lock yet. The row goes with all others before anyone else could see it.
    """
    turn = models.DataVersion(digest=LOADING, loaded_at=timezone.now())
    models.DataVersion.objects.bulk_create([turn], ignore_conflicts=True)


def write_edition(content: Content) -> None:
    """Write everything but the official texts, what others refer to first."""
    cues = {body.mention: body.lists for body in content.body}
    create(models.Source, content.source)
    create(models.Theme, content.theme)
    create(models.Mention, content.mention, lambda row: {"cues": cues.get(row.slug, {})})
    create(models.Article, content.articles.values())
    for article in content.articles.values():
        write_article(article)
    create(models.Concept, content.concept, lambda row: {"readers_words": row.lists})
    models.Phrasing.objects.bulk_create(
        models.Phrasing(
            article_id=place.article,
            paragraph=place.paragraph,
            point=place.point,
            texts=texts,
            telling=write_telling(texts),
        )
        for row in content.phrasing
        for place, texts in [(Place.read(row.place), [*row.en, *row.ru, *row.fa, *row.other])]
    )
    create(models.Event, content.event)
    create(models.Comment, content.comment)
    create(models.Question, content.question)
    for kind in models.Publication.Kind:
        create(models.Publication, getattr(content, kind), kind=kind)
    create(models.ReuseNote, content.reuse_fact)


def write_article(article: ArticleFile) -> None:
    """Write an article's text, themes and mentions, and what stands beside it."""
    number = article.number
    models.ArticleTheme.objects.bulk_create(
        models.ArticleTheme(article_id=number, theme_id=slug, position=position)
        for position, slug in enumerate(article.themes, 1)
    )
    models.ArticleMention.objects.bulk_create(
        models.ArticleMention(article_id=number, mention_id=slug, relation=relation)
        for relation, slugs in article.mentions
        for slug in slugs
    )
    paragraphs = create(
        models.Paragraph,
        article.paragraph,
        lambda row: {"strengths": row.strength},
        article_id=number,
        is_alone=len(article.paragraph) == 1,
    )
    for owner, paragraph in zip(paragraphs, article.paragraph, strict=True):
        create(models.Point, paragraph.point, paragraph=owner)
    create(
        models.RelatedArticle,
        article.related,
        lambda row: {"other_id": row.number},
        article_id=number,
    )
    create(models.Caution, article.caution, article_id=number)
    create(models.Background, article.background, article_id=number)


def write_official(copies: Sequence[OfficialFile]) -> None:
    """Write the official texts with their paragraphs, those of the closing lines among them."""
    models.OfficialText.objects.bulk_create(
        models.OfficialText(
            slug=copy.slug,
            language=copy.parsed.language,
            source=copy.name,
            title=copy.parsed.title,
            position=position,
            **copy.said,
        )
        for position, copy in enumerate(copies, 1)
    )
    models.OfficialParagraph.objects.bulk_create(
        models.OfficialParagraph(
            official_text_id=copy.slug,
            article_id=article.number,
            number=paragraph.number,
            label=paragraph.label,
            blocks=[[block.label, block.text] for block in paragraph.blocks],
        )
        for copy in copies
        for article in (*copy.parsed.articles, *closing_lines(copy.parsed))
        for paragraph in article.paragraphs
    )


def closing_lines(parsed: Parsed) -> list[ParsedArticle]:
    """Return the closing lines of a text as our edition has them: in one paragraph."""
    blocks = tuple(Block("", line) for line in parsed.closing.splitlines())
    paragraphs = (ParsedParagraph(1, "", blocks),)
    return [ParsedArticle(treaty.CLOSING, "", "", paragraphs)] if blocks else []


def create(
    model: type[db.Model],
    tables: Collection[Table],
    more: Callable[[Any], dict[str, Any]] = lambda table: {},
    **values: Any,
) -> list[Any]:
    """Write one row for each table, numbered in order, and return the rows.

    A row takes from its table what the model has under the same name: columns, and relations to
    other rows by their keys. ``more`` gives what else a table says, ``values`` are the same for
    all.
    """
    columns = {field.name for field in model._meta.concrete_fields}
    rows = []
    for place, table in enumerate(tables, 1):
        row = {**dict.fromkeys(columns & NUMBERED, place), **values, **more(table)}
        row |= {key: value for key, value in table if key in columns}
        if "html" in columns:
            row["html"] = markup.to_html(row["text"])
        rows.append(model(**row))
    model._default_manager.bulk_create(rows)
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        if through._meta.auto_created:
            here, there = field.m2m_field_name(), field.m2m_reverse_field_name()
            through._default_manager.bulk_create(
                through(**{f"{here}_id": row.pk, f"{there}_id": key})
                for row, table in zip(rows, tables, strict=True)
                for key in getattr(table, field.name)
            )
    return rows
