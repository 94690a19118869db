"""An edition: every row that pages need, read once and shared by all requests.

The rows are those of the models, with what they refer to fetched already, so that
``article.paragraphs.all()`` asks nothing of the database. They are read, never altered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, wraps
from threading import Lock
from typing import Any, Final, TypeVar

from django.db.models import Model, Prefetch

from articles import models
from articles.models import (
    Article,
    Card,
    Comment,
    Concept,
    DataVersion,
    Event,
    Mention,
    OfficialText,
    Phrasing,
    Publication,
    Question,
    ReuseNote,
    Revision,
    Source,
    Theme,
)

Value = TypeVar("Value")
Row = TypeVar("Row", bound=Model)


MOST_NEAR: Final = 4
"""Other questions that are named beside one."""


@dataclass(frozen=True, eq=False)
class Edition:
    """The data of one version. Two editions are the same only if they are one object.

    Every tuple is in the order of its table, ``revisions`` from the latest; ``words`` says how
    many articles have each word that search knows, ``everyday`` holds the words of a dictionary.
    """

    version: DataVersion
    articles: tuple[Article, ...]
    themes: tuple[Theme, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    comments: tuple[Comment, ...]
    questions: tuple[Question, ...]
    concepts: tuple[Concept, ...]
    phrasings: tuple[Phrasing, ...]
    sources: tuple[Source, ...]
    publications: tuple[Publication, ...]
    reuse_notes: tuple[ReuseNote, ...]
    official_texts: tuple[OfficialText, ...]
    revisions: tuple[Revision, ...]
    cards: Mapping[str, Card]
    words: Mapping[str, int]
    everyday: bytes

    locks: dict[Callable[[Edition], Any], Any] = field(default_factory=dict, repr=False)
    kept: dict[Callable[[Edition], Any], Any] = field(default_factory=dict, repr=False)

    @cached_property
    def by_number(self) -> Mapping[int, Article]:
        """The articles by their numbers, the preamble and the closing lines among them."""
        return {article.number: article for article in self.articles}

    def with_numbers(self, numbers: Iterable[int]) -> list[Article]:
        """Return the articles with these numbers, in this order."""
        return [self.by_number[number] for number in numbers]

    def with_themes(self, themes: Iterable[Theme]) -> list[Article]:
        """Return the articles that have every one of the themes."""
        wanted = tuple(themes)
        return [
            article
            for article in self.articles
            if all(theme in article.theme_list for theme in wanted)
        ]

    def neighbours(self, number: int) -> tuple[Article | None, Article | None]:
        """Return the article before one and the one after."""
        return self.by_number.get(number - 1), self.by_number.get(number + 1)

    def questions_on(self, number: int) -> list[Question]:
        """Return the questions whose answers rest on an article, or come nearest to it."""
        return [row for row in self.questions if number in row.article_numbers]

    def questions_near(self, question: Question) -> list[Question]:
        """Return other questions: of the same articles first, then under the same heading."""
        shared = {
            row: len(row.article_numbers & question.article_numbers) for row in self.questions
        }
        near = [
            row
            for row in self.questions
            if row != question and (shared[row] or row.heading == question.heading)
        ]
        return sorted(near, key=lambda row: -shared[row])[:MOST_NEAR]

    @cached_property
    def text_changed_at(self) -> datetime:
        """When the text of any article last changed here."""
        return self.revisions[0].made_at if self.revisions else self.version.loaded_at


def derived(work_out: Callable[[Edition], Value]) -> Callable[[Edition], Value]:
    """Keep what a function works out from an edition, with the edition and as long as it.

    It is the ``cached_property`` of the rooms above this one. Threads that ask at once wait for
    the one that works it out.
    """

    @wraps(work_out)
    def get(edition: Edition) -> Value:
        if work_out not in edition.kept:
            with edition.locks.setdefault(work_out, Lock()):
                if work_out not in edition.kept:
                    edition.kept[work_out] = work_out(edition)
        value: Value = edition.kept[work_out]
        return value

    DERIVED.append(get)
    return get


DERIVED: Final[list[Callable[[Edition], Any]]] = []
"""Everything that is worked out from an edition."""


def work_out(edition: Edition) -> None:
    """Work out everything that is derived from an edition, so that no request waits for it."""
    for get in DERIVED:
        get(edition)


def build(version: DataVersion) -> Edition:
    """Read the edition of a version out of the database.

    The caller sees to it that the database still holds that version when this returns.
    """
    return Edition(
        version=version,
        articles=rows_of(Article.objects.prefetch_related(*of_articles())),
        themes=rows_of(Theme.objects.all()),
        mentions=rows_of(
            Mention.objects.prefetch_related(
                "sources",
                Prefetch(
                    "article_mentions", models.ArticleMention.objects.select_related("article")
                ),
            )
        ),
        events=rows_of(Event.objects.prefetch_related("articles", "sources")),
        comments=rows_of(Comment.objects.prefetch_related("articles", "sources")),
        questions=rows_of(Question.objects.prefetch_related("events__sources")),
        concepts=rows_of(Concept.objects.prefetch_related("mentions")),
        phrasings=rows_of(
            Phrasing.objects.defer("texts").order_by("article", "paragraph", "point")
        ),
        sources=rows_of(Source.objects.all()),
        publications=rows_of(Publication.objects.prefetch_related("sources")),
        reuse_notes=rows_of(ReuseNote.objects.prefetch_related("sources")),
        official_texts=rows_of(OfficialText.objects.prefetch_related("paragraphs")),
        revisions=rows_of(Revision.objects.all()),
        cards={card.name: card for card in Card.objects.all()},
        words=dict(models.Word.objects.values_list("word", "articles")),
        everyday=b"".join(map(bytes, models.Dictionary.objects.values_list("words", flat=True))),
    )


def rows_of(queryset: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows, and let ``row.related.all()`` give a tuple where it was fetched with them.

    Django keeps a ``QuerySet`` there, which is slower, and larger than many a row.
    """
    rows = tuple(queryset)
    for row in rows:
        fetched = getattr(row, "_prefetched_objects_cache", {})
        for name in fetched:
            fetched[name] = rows_of(fetched[name])
    return rows


def of_articles() -> tuple[str | Prefetch[Any], ...]:
    """Return what is fetched with the articles: their text, and all that stands beside it."""
    return (
        Prefetch("article_themes", models.ArticleTheme.objects.select_related("theme")),
        "paragraphs__points",
        Prefetch(
            "official_paragraphs", models.OfficialParagraph.objects.select_related("official_text")
        ),
        "cautions__sources",
        "background__sources",
        "reports",
        Prefetch("related_articles", models.RelatedArticle.objects.select_related("other")),
        Prefetch("article_mentions", models.ArticleMention.objects.select_related("mention")),
        "events__sources",
        "comments__sources",
    )


@derived
def content_hashes(edition: Edition) -> dict[int, str]:
    """Return the content hash of each article, by its number."""
    return {article.number: content_hash(article) for article in edition.articles}


def content_hash(article: Article) -> str:
    """Return the SHA-256 of what an article says, in our edition and in every official text.

    It changes with its title, words, numbers and strengths; with nothing else.
    """
    content = {
        "number": article.number,
        "title": article.title,
        "edition": [
            [
                row.number,
                row.strengths,
                row.text,
                [[point.label, point.text] for point in row.points.all()],
            ]
            for row in article.paragraphs.all()
        ],
        "official": sorted(
            [row.official_text_id, row.number, row.label, row.blocks]
            for row in article.official_paragraphs.all()
        ),
    }
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
