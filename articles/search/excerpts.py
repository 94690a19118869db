"""Shows where a query was found: the best paragraph of an article, excerpted and marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles import markup
from articles.search.analysis import Token, tokens
from articles.search.documents import FIELDS, texts
from articles.search.query import Clause, Query

if TYPE_CHECKING:
    from articles.models import Article, Paragraph, Statement

EXCERPT_LENGTH: Final = 240
"""Characters of an excerpt, more or less: it begins and ends with whole words."""

LEAD: Final = 60
"""Characters shown before the first word found."""


@dataclass(frozen=True)
class Segment:
    """A stretch of plain text, marked where it is what was looked for."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Excerpt:
    """A stretch of an article's text around what was found.

    ``paragraph`` is ``None`` where nothing was found in a paragraph: the gist is shown then.
    """

    segments: tuple[Segment, ...]
    paragraph: Paragraph | None = None
    is_unconfirmed: bool = False

    @property
    def text(self) -> str:
        """The excerpt as plain text."""
        return "".join(segment.text for segment in self.segments)


def excerpt(article: Article, query: Query) -> Excerpt:
    """Return the best excerpt of an article whose text has been fetched (``with_text``).

    Best is the statement that has most of what was looked for; reported goes before unconfirmed,
    and earlier before later.
    """
    best: tuple[tuple[int, bool, int], Paragraph, Statement] | None = None
    for paragraph in article.paragraphs.all():
        for statement in paragraph.statements.all():
            words = tokens(markup.to_text(statement.html))
            found = [clause for clause in query.clauses if spans(words, [clause])]
            exact = sum(
                any(word.word == clause.words[0].word for word in words) for clause in found
            )
            quality = (len(found), statement.is_reported, exact)
            if found and (best is None or quality > best[0]):
                best = (quality, paragraph, statement)
    if best is None:
        return Excerpt(marked(article.gist, query))
    _, paragraph, statement = best
    text = markup.to_text(statement.html)
    return Excerpt(cut(marked(text, query)), paragraph, not statement.is_reported)


def reasons(article: Article, query: Query) -> list[str]:
    """Return where the query was found, best field first: ``title``, ``text``."""
    fields = zip(FIELDS, texts(article), strict=True)
    return [
        field.reason
        for field, parts in fields
        if any(spans(tokens(part), query.clauses) for part in parts)
    ]


def marked(text: str, query: Query) -> tuple[Segment, ...]:
    """Return the plain text in segments, what the query looks for marked."""
    segments, at = [], 0
    for start, end in spans(tokens(text), query.clauses):
        if start > at:
            segments.append(Segment(text[at:start]))
        segments.append(Segment(text[start:end], is_marked=True))
        at = end
    if at < len(text):
        segments.append(Segment(text[at:]))
    return tuple(segments)


def spans(words: Sequence[Token], clauses: Iterable[Clause]) -> list[tuple[int, int]]:
    """Return start and end of each place where a clause is found, in order, without overlap."""
    found = sorted(
        (words[at].start, words[at + len(clause.words) - 1].end)
        for clause in clauses
        for at in range(len(words))
        if clause.matches_at(words, at)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cut(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return about ``EXCERPT_LENGTH`` characters, from a little before the first mark."""
    text = "".join(segment.text for segment in segments)
    before = next((i for i, segment in enumerate(segments) if segment.is_marked), 0)
    first = sum(len(segment.text) for segment in segments[:before])
    start = text.rfind(" ", 0, max(first - LEAD, 0)) + 1 if first > LEAD else 0
    end = start + EXCERPT_LENGTH
    end = len(text) if end >= len(text) else max(text.rfind(" ", 0, end), first)
    kept, at = [], 0
    for segment in segments:
        part = segment.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            kept.append(Segment(part, segment.is_marked))
        at += len(segment.text)
    ellipsis_before = [Segment("… ")] if start else []
    ellipsis_after = [Segment(" …")] if end < len(text) else []
    return (*ellipsis_before, *kept, *ellipsis_after)
