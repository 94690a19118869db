"""Replaces the data and the search index with what the fixtures hold, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from django.db import models as db
from django.db import transaction
from django.utils import timezone

from articles import markup, models, search
from articles.loading.reading import Content
from articles.loading.schema import ArticleFile, BackgroundTable, PublicationTable, StatementTable

REPLACED: tuple[type[db.Model], ...] = (
    models.Concept,
    models.Statement,
    models.Background,
    models.Comment,
    models.Event,
    models.Publication,
    models.Subject,
    models.Article,
    models.Mention,
    models.Theme,
    models.Source,
    models.DataVersion,
)
"""Every table that the loader fills, those that refer to others first."""


def replace(content: Content) -> models.DataVersion:
    """Put the content in the place of what the database held, and return its version.

    The content must have passed the checks. Everything happens or nothing does.
    """
    with transaction.atomic():
        for model in REPLACED:
            model._default_manager.all().delete()
        write_apparatus(content)
        for article in content.articles.values():
            write_article(article)
        for article in content.articles.values():
            write_related(article)
        write_thesaurus(content)
        write_record(content)
        search.rebuild()
        return models.DataVersion.objects.create(digest=content.digest(), loaded_at=timezone.now())


def write_apparatus(content: Content) -> None:
    """Write sources, themes, mentions and subjects."""
    create(models.Source, content.sources)
    create(models.Theme, content.themes)
    create(models.Mention, content.mentions, links=["sources"])
    for position, subject in enumerate(content.subjects, 1):
        row = models.Subject.objects.create(
            position=position, **subject.model_dump(exclude={"themes", "statement", "background"})
        )
        link(row.themes, subject.themes)
        write_statements(subject.statement, subject=row)
        write_background(subject.background, subject=row)


def write_article(article: ArticleFile) -> None:
    """Write an article with its paragraphs, statements, themes, mentions and background."""
    row = models.Article.objects.create(
        **article.model_dump(exclude={"themes", "mentions", "paragraph", "related", "background"})
    )
    models.ArticleTheme.objects.bulk_create(
        models.ArticleTheme(article=row, theme_id=slug, position=position)
        for position, slug in enumerate(article.themes, 1)
    )
    models.ArticleMention.objects.bulk_create(
        models.ArticleMention(article=row, mention_id=slug, relation=relation)
        for relation, slugs in article.mentions
        for slug in slugs
    )
    for paragraph in article.paragraph:
        owner = models.Paragraph.objects.create(
            article=row, number=paragraph.number, numbering=paragraph.numbering
        )
        write_statements(paragraph.statement, paragraph=owner)
    write_background(article.background, article=row)


def write_related(article: ArticleFile) -> None:
    """Write the pointers to other articles, which must all exist by now."""
    models.RelatedArticle.objects.bulk_create(
        models.RelatedArticle(
            article_id=article.number, other_id=row.number, reason=row.reason, position=position
        )
        for position, row in enumerate(article.related, 1)
    )


def write_thesaurus(content: Content) -> None:
    """Write the concepts and where they lead."""
    for position, concept in enumerate(content.concepts, 1):
        row = models.Concept.objects.create(
            slug=concept.slug,
            name=concept.name,
            terms=concept.terms,
            readers_words={"en": concept.en, "ru": concept.ru, "fa": concept.fa},
            position=position,
        )
        models.ConceptArticle.objects.bulk_create(
            models.ConceptArticle(concept=row, article_id=number, position=place)
            for place, number in enumerate(concept.articles, 1)
        )
        link(row.subjects, concept.subjects)
        link(row.mentions, concept.mentions)


def write_record(content: Content) -> None:
    """Write events, comments, publications and the statements about languages and reuse."""
    create(models.Event, content.events, links=["sources", "articles"])
    create(models.Comment, content.comments, links=["sources", "articles"])
    publication, positions = content.publication, count(1)
    write_publications(publication.official_text, positions, models.Publication.Kind.OFFICIAL_TEXT)
    write_publications(publication.text_copy, positions, models.Publication.Kind.TEXT_COPY)
    write_statements(publication.language_fact, topic=models.Statement.Topic.LANGUAGES)
    write_statements(publication.reuse_fact, topic=models.Statement.Topic.REUSE)


def write_publications(
    tables: Sequence[PublicationTable], positions: Iterable[int], kind: models.Publication.Kind
) -> None:
    """Write publications of one kind."""
    for table, position in zip(tables, positions, strict=False):
        row = models.Publication.objects.create(
            position=position, kind=kind, **table.model_dump(exclude={"sources"})
        )
        link(row.sources, table.sources)


def write_statements(tables: Sequence[StatementTable], **owner: Any) -> None:
    """Write the statements of one owner (``paragraph``, ``subject`` or ``topic``), in order."""
    for position, table in enumerate(tables, 1):
        row = models.Statement.objects.create(
            position=position,
            html=markup.to_html(table.text),
            **owner,
            **table.model_dump(exclude={"sources"}),
        )
        link(row.sources, table.sources)


def write_background(tables: Sequence[BackgroundTable], **owner: Any) -> None:
    """Write the background of one owner (``article`` or ``subject``), in order."""
    for position, table in enumerate(tables, 1):
        row = models.Background.objects.create(
            position=position, html=markup.to_html(table.text), text=table.text, **owner
        )
        link(row.sources, table.sources)


def create(model: type[db.Model], tables: Sequence[Any], links: Sequence[str] = ()) -> None:
    """Write one row for each table, numbered in order, and link it to the rows it names."""
    for position, table in enumerate(tables, 1):
        row: Any = model._default_manager.create(
            position=position, **table.model_dump(exclude=set(links))
        )
        for relation in links:
            link(getattr(row, relation), getattr(table, relation))


def link(relation: Any, keys: Sequence[str | int]) -> None:
    """Point a many-to-many relation at the rows with these primary keys."""
    relation.set(keys)
