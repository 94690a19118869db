"""Answers a query before any filter: the articles that it finds, and the words that show why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles import addresses, search, treaty
from articles.models import Article, OfficialParagraph, OfficialText, Statement
from articles.search import documents, entries
from articles.snapshot import Snapshot, snapshot

ONLY_SOME: Final = "No article has all of these words. These have some of them."
NOT_THE_EDITIONS_WORDS: Final = (
    "The text of no article here says “{}”. Readers who ask about it often look for what is below."
)
NO_SUCH_ARTICLE: Final = (
    f"The treaty has a preamble and {treaty.LAST_ARTICLE} articles; there is no article {{}}."
)
NO_SUCH_PARAGRAPH: Final = "This edition has no {}."


@dataclass(frozen=True)
class Hit:
    """An article that was found, the part of it to show, and why it was found.

    ``segments`` come from the paragraph; without one, from the gist. ``official`` is the text
    that the paragraph stands in, if it is not our own.
    """

    article: Article
    segments: tuple[search.Segment, ...]
    why: tuple[str, ...] = ()
    paragraph: int | None = None
    is_unconfirmed: bool = False
    official: OfficialText | None = None

    @property
    def url(self) -> str:
        """The address of the paragraph, or else of the article."""
        return addresses.paragraph_url(self.article.number, self.paragraph or 0)

    @property
    def short_url(self) -> str:
        """The short address of the same: ``/13.1``, or ``/13`` for the article."""
        return addresses.short_url(self.article.number, self.paragraph)

    @property
    def paragraph_label(self) -> str:
        """``Paragraph 3``; empty where the article as a whole was found."""
        if self.paragraph is None:
            return ""
        return addresses.paragraph_label(self.article.number, self.paragraph)

    @property
    def snippet(self) -> str:
        """What is shown, as plain text, and with a word of warning where that is due."""
        text = "".join(segment.text for segment in self.segments)
        return f"Unconfirmed: {text}" if self.is_unconfirmed else text


@dataclass(frozen=True)
class Found:
    """What a query alone brought, whichever way it was answered."""

    hits: tuple[Hit, ...]
    also: tuple[entries.FoundEntry, ...] = ()
    notices: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    suggestion: str | None = None

    @property
    def articles(self) -> list[Article]:
        """The articles of the hits."""
        return [hit.article for hit in self.hits]


def answer(query: search.Query, digest: str) -> Found:
    """Return what a query alone brings, before any filter."""
    if query.reference:
        return turn_to(query.reference, snapshot(digest))
    if query.is_empty:
        everything = snapshot(digest).articles(treaty.NUMBERS)
        return Found(tuple(Hit(article, plain(article.gist)) for article in everything))
    return look_for(query, digest)


def turn_to(reference: search.Reference, shared: Snapshot) -> Found:
    """Return the article that a reference names, or say that there is none."""
    understood = (reference.label,)
    if reference.article not in treaty.NUMBERS:
        return Found((), notices=(NO_SUCH_ARTICLE.format(reference.article),))
    article = shared.articles([reference.article])[0]
    if reference.paragraph is None:
        return Found((Hit(article, plain(article.gist), understood),), understood=understood)
    for paragraph in article.paragraphs.all():
        if paragraph.number == reference.paragraph:
            statement = paragraph.statements.all()[0]
            hit = Hit(
                article,
                plain(statement.plain),
                understood,
                paragraph.number,
                not statement.is_reported,
            )
            return Found((hit,), understood=understood)
    for official in article.official_paragraphs.all():
        if official.number == reference.paragraph:
            hit = Hit(
                article,
                plain(official.plain),
                understood,
                official.number,
                official=official.official_text,
            )
            return Found((hit,), understood=understood)
    notice = NO_SUCH_PARAGRAPH.format(reference.label)
    return Found((Hit(article, plain(article.gist), (article.label,)),), notices=(notice,))


def look_for(query: search.Query, digest: str) -> Found:
    """Return the articles, and what else there is, that have what the query looks for."""
    words = search.lexicon(digest)
    findings = search.find(query, words)
    suggestion = findings.plan.suggestion
    if not findings.matches and suggestion is None:
        suggestion = search.nearest(query, words)
    marker = search.Marker.of(findings.plan)
    articles = snapshot(digest).articles([match.article_id for match in findings.matches])
    return Found(
        hits=tuple(
            hit_of(article, match, marker)
            for article, match in zip(articles, findings.matches, strict=True)
        ),
        also=tuple(entries.find_entries(findings.plan, digest)),
        notices=tuple(notices_on(findings)),
        understood=tuple(search.understood(findings.plan)),
        suggestion=suggestion,
    )


def hit_of(article: Article, match: search.Match, marker: search.Marker) -> Hit:
    """Return the article as a hit, with the statement that answers best."""
    why = tuple(search.reasons(match))
    if match.statement is None:
        return Hit(article, marker.segments(article.gist), why)
    field, place = match.statement
    if field == documents.OFFICIAL:
        paragraph: OfficialParagraph = list(article.official_paragraphs.all())[place]
        segments = search.cut(marker.segments(paragraph.plain))
        return Hit(article, segments, why, paragraph.number, official=paragraph.official_text)
    is_reported = field == documents.TEXT
    statement: Statement = documents.statements(article, reported=is_reported)[place]
    segments = search.cut(marker.segments(statement.plain))
    of = statement.paragraph
    return Hit(article, segments, why, of.number if of else None, not is_reported)


def plain(text: str) -> tuple[search.Segment, ...]:
    """Return a text without marks."""
    return (search.Segment(text),)


def notices_on(findings: search.Findings) -> list[str]:
    """Return what the reader should know of how the articles answer the query."""
    notices = []
    if findings.matches and not findings.is_complete:
        notices.append(ONLY_SOME)
    if findings.matches and findings.plan.is_english and not findings.is_in_edition:
        notices.append(NOT_THE_EDITIONS_WORDS.format(findings.query.text))
    return notices
