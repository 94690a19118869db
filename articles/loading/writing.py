"""Replaces the data and the search index with what the fixtures hold, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import models as db
from django.db import transaction
from django.utils import timezone

from articles import edition, models, search, treaty
from articles.cards import making
from articles.loading import revisions
from articles.loading.official.reading import OfficialFile
from articles.loading.reading import Content
from articles.loading.schema import ArticleFile, BackgroundTable, Table
from articles.loading.schema.text import ParagraphTable
from articles.models import markup
from articles.official.text import Block, Parsed, ParsedArticle, ParsedParagraph
from articles.treaty.places import Place

REPLACED: tuple[type[db.Model], ...] = (
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
        for article in content.articles.values():
            write_article(article)
        for article in content.articles.values():
            write_related(article)
        write_official(content.official)
        write_thesaurus(content)
        write_record(content)
        version = models.DataVersion.objects.create(
            digest=content.digest(), loaded_at=timezone.now()
        )
        written = edition.build(version)
        search.rebuild(written)
        making.rebuild(written)
        revisions.record(written)
        return version


def wait_for_other_loaders() -> None:
    """Wait until any other loader has finished, whose rows are seen from then on.

    Two cannot write a row with the same key, so the later one waits, also where there are no
    rows to lock yet. The row goes with all others before anyone else could see it.
    """
    turn = models.DataVersion(digest=LOADING, loaded_at=timezone.now())
    models.DataVersion.objects.bulk_create([turn], ignore_conflicts=True)


def write_apparatus(content: Content) -> None:
    """Write sources, themes and mentions."""
    create(models.Source, content.sources)
    create(models.Theme, content.themes)
    mentions = create(models.Mention, content.mentions, links=["sources"])
    cues = {body.mention: body.lists for body in content.cues.body}
    for row in mentions:
        row.cues = cues.get(row.slug, {})
    models.Mention.objects.bulk_update(mentions, ["cues"])


def write_article(article: ArticleFile) -> None:
    """Write an article with its text, themes and mentions, and what stands beside it."""
    row = models.Article.objects.create(
        number=article.number,
        title=article.title,
        gist=article.gist,
        keywords=article.keywords,
    )
    link(models.Article, "reports", {row.pk: article.reports})
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
        write_paragraph(paragraph, row, is_alone=len(article.paragraph) == 1)
    create(models.Caution, article.caution, links=["sources"], article=row)
    write_passages(models.Background, article.background, article=row)


def write_paragraph(paragraph: ParagraphTable, article: models.Article, *, is_alone: bool) -> None:
    """Write a paragraph with its points."""
    owner = models.Paragraph.objects.create(
        article=article,
        number=paragraph.number,
        is_alone=is_alone,
        strengths=paragraph.strength,
        text=paragraph.text,
        html=markup.to_html(paragraph.text),
    )
    models.Point.objects.bulk_create(
        models.Point(
            paragraph=owner,
            number=number,
            label=point.label,
            text=point.text,
            html=markup.to_html(point.text),
        )
        for number, point in enumerate(paragraph.point, 1)
    )


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
            absent=concept.absent,
            position=position,
        )
        for position, concept in enumerate(content.concepts, 1)
    )
    models.ConceptProvision.objects.bulk_create(
        models.ConceptProvision(
            concept_id=concept.slug,
            article_id=place.article,
            paragraph=place.paragraph,
            point=place.point,
            position=position,
        )
        for concept in content.concepts
        for position, place in enumerate(map(Place.read, concept.provisions), 1)
    )
    link(models.Concept, "mentions", {row.slug: row.mentions for row in content.concepts})


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


def write_record(content: Content) -> None:
    """Write events, comments, publications and what is known about reuse."""
    create(models.Event, content.events, links=["sources", "articles"])
    create(models.Comment, content.comments, links=["sources", "articles"])
    publication = content.publication
    kinds = models.Publication.Kind
    for kind, tables in (
        (kinds.OFFICIAL_TEXT, publication.official_text),
        (kinds.TEXT_COPY, publication.text_copy),
    ):
        create(models.Publication, tables, links=["sources"], apart={"wording"}, kind=kind)
    write_passages(models.ReuseNote, publication.reuse_fact)


def write_passages(model: type[db.Model], tables: Sequence[BackgroundTable], **owner: Any) -> None:
    """Write passages of Markdown with their sources, in order."""
    html = [markup.to_html(table.text) for table in tables]
    create(model, tables, links=["sources"], html=html, **owner)


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
