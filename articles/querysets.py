"""Every repeated question that pages ask of the data, by name.

The classes are handed to the models as managers, so a view reads
``Article.objects.with_themes(themes)`` and holds no SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Count, Min, Prefetch, Q, When

if TYPE_CHECKING:
    from articles.models import DataVersion, OfficialText, Theme


class ArticleQuerySet(models.QuerySet[Any]):
    """Questions about articles."""

    def with_themes(self, themes: Iterable[Theme]) -> Self:
        """Keep the articles that have every one of the themes."""
        articles = self
        for theme in themes:
            articles = articles.filter(themes=theme)
        return articles

    def with_theme_list(self) -> Self:
        """Fetch the themes of each article too, the leading one first."""
        from articles.models import ArticleTheme  # noqa: PLC0415

        themes = ArticleTheme.objects.select_related("theme")
        return self.prefetch_related(Prefetch("article_themes", themes))

    def with_text(self) -> Self:
        """Fetch the paragraphs and their points too, and those of official texts."""
        from articles.models import OfficialParagraph  # noqa: PLC0415

        official = OfficialParagraph.objects.select_related("official_text")
        return self.prefetch_related(
            "paragraphs__points", Prefetch("official_paragraphs", official)
        )

    def with_notes(self) -> Self:
        """Fetch our text, and what stands beside it with its sources: cautions and background."""
        return self.prefetch_related(
            "paragraphs__points", "cautions__sources", "background__sources", "reports"
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
        """Fetch number and title, and annotate the place of the leading theme."""
        leading = Min("article_themes__theme__position", filter=Q(article_themes__position=1))
        return (
            self.only("number", "title").annotate(leading_theme_position=leading).order_by("number")
        )


class ThemeQuerySet(models.QuerySet[Any]):
    """Questions about themes."""

    def with_counts(self) -> Self:
        """Annotate how many articles have the theme (``article_count``)."""
        return self.annotate(article_count=Count("articles")).order_by("position")


class MentionQuerySet(models.QuerySet[Any]):
    """Questions about mentions."""

    def with_counts(self) -> Self:
        """Annotate in how many articles each is named."""
        named = Q(article_mentions__relation="named")
        return self.annotate(named_count=Count("article_mentions", filter=named)).order_by(
            "position"
        )


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


class ConceptQuerySet(models.QuerySet[Any]):
    """Questions about the concepts of the thesaurus."""

    def with_links(self) -> Self:
        """Fetch the provisions, the best first, and the mentions of each too."""
        return self.prefetch_related("provisions", "mentions")


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
