"""Every repeated question that pages ask of the data, by name.

The classes are handed to the models as managers, so a view reads
``Article.objects.with_themes(themes).search(query)`` and holds no SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Count, Min, Prefetch, Q, When

if TYPE_CHECKING:
    from articles.models import DataVersion, OfficialText, Theme
    from articles.search.query import Query


class ArticleQuerySet(models.QuerySet[Any]):
    """Questions about articles."""

    def described(self) -> Self:
        """Keep the articles of which the edition has any text."""
        return self.exclude(evidence="unplaced")

    def with_themes(self, themes: Iterable[Theme]) -> Self:
        """Keep the articles that have every one of the themes."""
        articles = self
        for theme in themes:
            articles = articles.filter(themes=theme)
        return articles

    def search(self, query: Query) -> Self:
        """Keep the articles that answer the query, best first, each with its ``score``.

        Lazy but for the search itself, and chains with the other methods; a higher score is
        better, and equal scores stand in the order of the treaty. A query without words keeps
        every article. ``search.find`` tells besides why each was found.
        """
        from articles import search  # noqa: PLC0415 - the search package asks the models
        from articles.models import DataVersion  # noqa: PLC0415

        version = DataVersion.objects.using(self.db).first()
        if query.is_empty or version is None:
            return self
        if query.reference:
            return self.filter(number=query.reference.article)
        words = search.lexicon(version.digest)
        return search.in_order_of(self, search.find(query, words, self.db).matches)

    def with_theme_list(self) -> Self:
        """Fetch the themes of each article too, the leading one first."""
        from articles.models import ArticleTheme  # noqa: PLC0415

        themes = ArticleTheme.objects.select_related("theme")
        return self.prefetch_related(Prefetch("article_themes", themes))

    def with_text(self) -> Self:
        """Fetch the paragraphs and their statements too, and those of official texts."""
        from articles.models import OfficialParagraph  # noqa: PLC0415

        official = OfficialParagraph.objects.select_related("official_text").order_by(
            "official_text__position", "number"
        )
        return self.prefetch_related(
            "paragraphs__statements", Prefetch("official_paragraphs", official)
        )

    def with_notes(self) -> Self:
        """Fetch the text and what it rests on: the sources of each statement and background."""
        return self.prefetch_related(
            "paragraphs__statements__sources",
            "background__sources",
        )

    def with_official(self, texts: Sequence[OfficialText]) -> Self:
        """Fetch the paragraphs of these official texts too; without any, ask for nothing."""
        from articles.models import OfficialParagraph  # noqa: PLC0415

        if not texts:
            return self
        rows = OfficialParagraph.objects.filter(official_text__in=[text.pk for text in texts])
        return self.prefetch_related(Prefetch("official_paragraphs", rows))

    def for_page(self) -> Self:
        """Fetch everything that an article's page shows."""
        from articles.models import ArticleMention, RelatedArticle  # noqa: PLC0415

        return (
            self.with_theme_list()
            .with_notes()
            .prefetch_related(
                Prefetch("related_articles", RelatedArticle.objects.select_related("other")),
                Prefetch("article_mentions", ArticleMention.objects.select_related("mention")),
                "events",
                "comments",
            )
        )

    def for_map(self) -> Self:
        """Fetch number, subject and evidence, and annotate the place of the leading theme."""
        leading = Min("article_themes__theme__position", filter=Q(article_themes__position=1))
        return (
            self.only("number", "title", "read_subject", "evidence")
            .annotate(leading_theme_position=leading)
            .order_by("number")
        )


class ThemeQuerySet(models.QuerySet[Any]):
    """Questions about themes."""

    def with_counts(self) -> Self:
        """Annotate how many articles have the theme (``article_count``)."""
        return self.annotate(article_count=Count("articles")).order_by("position")


class MentionQuerySet(models.QuerySet[Any]):
    """Questions about mentions."""

    def with_counts(self) -> Self:
        """Annotate in how many articles each is reported or thought to be named."""
        relation = "article_mentions__relation"
        return self.annotate(
            named_count=Count("article_mentions", filter=Q(**{relation: "named"})),
            thought_named_count=Count("article_mentions", filter=Q(**{relation: "thought_named"})),
        ).order_by("position")


class EventQuerySet(models.QuerySet[Any]):
    """Questions about events."""

    def with_links(self) -> Self:
        """Fetch the articles and the sources of each event too."""
        return self.prefetch_related("articles", "sources")

    def status(self) -> Self:
        """Keep the two events that say where the treaty stands: signed, and in force."""
        return self.filter(kind__in=["signature", "entry-into-force"])

    def milestones(self) -> Self:
        """Keep the events of the treaty's own life, from signature to entry into force."""
        return self.filter(kind__in=["signature", "ratification", "entry-into-force"])


class CommentQuerySet(models.QuerySet[Any]):
    """Questions about comments."""

    def by_date(self) -> Self:
        """Put the earliest first, and those without a date last."""
        return self.order_by(Case(When(date="", then=1), default=0), "date", "position")


class SubjectQuerySet(models.QuerySet[Any]):
    """Questions about subjects without an article number."""

    def for_status(self) -> Self:
        """Keep those that the status line of the start page names, with their themes."""
        return self.exclude(in_brief="").prefetch_related("themes")

    def with_notes(self) -> Self:
        """Fetch the statements and the background of each, with their sources, too."""
        return self.prefetch_related("statements__sources", "background__sources")


class ConceptQuerySet(models.QuerySet[Any]):
    """Questions about the concepts of the thesaurus."""

    def with_links(self) -> Self:
        """Fetch the articles, the best first, the subjects and the mentions of each too."""
        from articles.models import ConceptArticle  # noqa: PLC0415

        articles = ConceptArticle.objects.select_related("article")
        return self.prefetch_related(
            Prefetch("concept_articles", articles), "subjects__themes", "mentions"
        )


class PublicationQuerySet(models.QuerySet[Any]):
    """Questions about publications of the text."""

    def official(self) -> Self:
        """Keep the publications by the two states."""
        return self.filter(kind="official_text").order_by("-address_confirmed", "position")

    def copies(self) -> Self:
        """Keep copies and translations by others."""
        return self.filter(kind="text_copy")


class DataVersionManager(models.Manager["DataVersion"]):
    """Finds the data version that is loaded."""

    def current(self) -> DataVersion | None:
        """Return the version that is loaded, or ``None`` before the first load."""
        return self.first()


class RevisionQuerySet(models.QuerySet[Any]):
    """Questions about the changes of the text."""

    def latest_first(self, most: int) -> Self:
        """Keep the latest, up to so many, the latest first."""
        return self.order_by("-id")[:most]


class OfficialTextQuerySet(models.QuerySet[Any]):
    """Questions about the official texts that are loaded."""

    def with_paragraphs(self) -> Self:
        """Fetch the paragraphs of each too, in order."""
        return self.prefetch_related("paragraphs")
