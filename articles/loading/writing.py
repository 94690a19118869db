"""Replaces the data and the search index with what the fixtures hold, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import models as db
from django.db import transaction
from django.utils import timezone

from articles import changes, markup, models, search
from articles.cards import making
from articles.loading.official import OfficialFile
from articles.loading.reading import Content
from articles.loading.schema import ArticleFile, BackgroundTable, StatementTable, Table
from articles.official.cues import Cues, ReadSubject, completed

REPLACED: tuple[type[db.Model], ...] = (
    models.Concept,
    models.Statement,
    models.Background,
    models.Comment,
    models.Event,
    models.Publication,
    models.Subject,
    models.OfficialText,
    models.Article,
    models.Mention,
    models.Theme,
    models.Source,
    models.DataVersion,
)
"""Every table that the loader fills, those that refer to others first."""

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
        write_apparatus(content)
        subjects = read_subjects(content)
        for article in content.articles.values():
            write_article(article, subjects.get(article.number))
        for article in content.articles.values():
            write_related(article)
        write_official(content.official)
        write_thesaurus(content)
        write_record(content)
        search.rebuild()
        making.rebuild()
        version = models.DataVersion.objects.create(
            digest=content.digest(), loaded_at=timezone.now()
        )
        changes.record(version)
        return version


def wait_for_other_loaders() -> None:
    """Wait until any other loader has finished, whose rows are seen from then on.

    Two cannot write a row with the same key, so the later one waits, also where there are no
    rows to lock yet. The row goes with all others before anyone else could see it.
    """
    turn = models.DataVersion(digest=LOADING, loaded_at=timezone.now())
    models.DataVersion.objects.bulk_create([turn], ignore_conflicts=True)


def write_apparatus(content: Content) -> None:
    """Write sources, themes, mentions and subjects."""
    create(models.Source, content.sources)
    create(models.Theme, content.themes)
    create(models.Mention, content.mentions, links=["sources"])
    subjects = create(
        models.Subject, content.subjects, links=["themes"], apart={"statement", "background"}
    )
    for row, table in zip(subjects, content.subjects, strict=True):
        write_statements(table.statement, subject=row)
        write_background(table.background, subject=row)


def read_subjects(content: Content) -> dict[int, ReadSubject]:
    """Return what official texts say of the subjects that no report gives, by article.

    Texts in one language count as one.
    """
    open_grades = {models.Evidence.UNPLACED, models.Evidence.OUTLINE}
    numbers = {row.number for row in content.articles.values() if row.evidence in open_grades}
    texts: dict[int, dict[str, str]] = {number: {} for number in numbers}
    for copy in content.official:
        for article in copy.parsed.articles:
            if article.number in numbers:
                texts[article.number].setdefault(copy.parsed.language, article.text)
    return dict(completed(texts, Cues.of(content.cues)))


def write_article(article: ArticleFile, read: ReadSubject | None) -> None:
    """Write an article with its paragraphs, statements, themes, mentions and background.

    ``read`` is what an official text says of its subject, if no report does. The themes of an
    article that is not described are then those of that subject.
    """
    row = models.Article.objects.create(
        read_subject=read.name if read else "",
        **article.model_dump(exclude={"themes", "mentions", "paragraph", "related", "background"}),
    )
    themes = article.themes or (read.themes if read else ())
    models.ArticleTheme.objects.bulk_create(
        models.ArticleTheme(article=row, theme_id=slug, position=position)
        for position, slug in enumerate(themes, 1)
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
    models.Concept.objects.bulk_create(
        models.Concept(
            slug=concept.slug,
            name=concept.name,
            terms=concept.terms,
            readers_words={"en": concept.en, "ru": concept.ru, "fa": concept.fa},
            position=position,
        )
        for position, concept in enumerate(content.concepts, 1)
    )
    models.ConceptArticle.objects.bulk_create(
        models.ConceptArticle(concept_id=concept.slug, article_id=number, position=place)
        for concept in content.concepts
        for place, number in enumerate(concept.articles, 1)
    )
    for relation in ("subjects", "mentions"):
        keys = {concept.slug: getattr(concept, relation) for concept in content.concepts}
        link(models.Concept, relation, keys)


def write_official(copies: Sequence[OfficialFile]) -> None:
    """Write the official texts with their paragraphs."""
    models.OfficialText.objects.bulk_create(
        models.OfficialText(
            slug=copy.slug,
            language=copy.parsed.language,
            source=copy.name,
            title=copy.parsed.title,
            closing=copy.parsed.closing,
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
        for article in copy.parsed.articles
        for paragraph in article.paragraphs
    )


def write_record(content: Content) -> None:
    """Write events, comments, publications and the statements about languages and reuse."""
    create(models.Event, content.events, links=["sources", "articles"])
    create(models.Comment, content.comments, links=["sources", "articles"])
    publication = content.publication
    kinds = models.Publication.Kind
    for kind, tables in (
        (kinds.OFFICIAL_TEXT, publication.official_text),
        (kinds.TEXT_COPY, publication.text_copy),
    ):
        create(models.Publication, tables, links=["sources"], apart={"wording"}, kind=kind)
    write_statements(publication.language_fact, topic=models.Statement.Topic.LANGUAGES)
    write_statements(publication.reuse_fact, topic=models.Statement.Topic.REUSE)


def write_statements(tables: Sequence[StatementTable], **owner: Any) -> None:
    """Write the statements of one owner (``paragraph``, ``subject`` or ``topic``), in order."""
    html = [markup.to_html(table.text) for table in tables]
    create(models.Statement, tables, links=["sources"], html=html, **owner)


def write_background(tables: Sequence[BackgroundTable], **owner: Any) -> None:
    """Write the background of one owner (``article`` or ``subject``), in order."""
    html = [markup.to_html(table.text) for table in tables]
    create(models.Background, tables, links=["sources"], html=html, **owner)


def create(
    model: type[db.Model],
    tables: Sequence[Table],
    *,
    links: Sequence[str] = (),
    apart: Collection[str] = (),
    html: Sequence[str] | None = None,
    **values: Any,
) -> list[Any]:
    """Write one row for each table, numbered in order, and return the rows.

    ``links`` are the keys that name rows of other tables, and the relations to them; keys
    ``apart`` are left to the caller. ``html`` has a text for each row, ``values`` are the same
    for all.
    """
    left_out = {*links, *apart}
    rows = [
        model(position=position, **values, **table.model_dump(exclude=left_out))
        for position, table in enumerate(tables, 1)
    ]
    for row, rendered in zip(rows, html, strict=True) if html is not None else ():
        row.html = rendered  # type: ignore[attr-defined]
    model._default_manager.bulk_create(rows)
    for relation in links:
        keys = {row.pk: getattr(table, relation) for row, table in zip(rows, tables, strict=True)}
        link(model, relation, keys)
    return rows


def link(model: type[db.Model], relation: str, keys: Mapping[Any, Iterable[Any]]) -> None:
    """Point a many-to-many relation of rows, by primary key, at the rows with these keys."""
    field: Any = model._meta.get_field(relation)
    through = field.remote_field.through
    here, there = field.m2m_field_name(), field.m2m_reverse_field_name()
    through._default_manager.bulk_create(
        through(**{f"{here}_id": row, f"{there}_id": key})
        for row, others in keys.items()
        for key in others
    )
