"""Articles with their paragraphs and statements, and subjects without an article number."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from articles.loading.schema.fields import (
    Count,
    Flag,
    Line,
    Name,
    Number,
    Prose,
    Slug,
    Table,
    Text,
    at_most,
)
from articles.models import Basis, Evidence, Numbering


class StatementTable(Table):
    """Sentences with one basis and its sources."""

    text: Prose
    basis: Basis
    sources: list[Slug]
    settle: Line = ""

    @model_validator(mode="after")
    def sources_agree_with_basis(self) -> Self:
        """A reported statement names sources; an unconfirmed one has none to name."""
        if self.basis == Basis.REPORTED and not self.sources:
            raise ValueError("is 'reported' without a source: name one, or make it 'unconfirmed'")
        if self.basis == Basis.UNCONFIRMED and self.sources:
            raise ValueError("is 'unconfirmed' but names sources: make it 'reported', or drop them")
        if bool(self.settle) != (self.basis == Basis.UNCONFIRMED):
            raise ValueError("'settle' goes with 'unconfirmed', and only there: add or drop it")
        return self


class BackgroundTable(Table):
    """Something true of the matter, with sources, that is not in the treaty."""

    text: Prose
    sources: Annotated[list[Slug], Field(min_length=1)]


class ParagraphTable(Table):
    """A paragraph: its number, what the number is worth, and its statements."""

    number: Count
    numbering: Numbering
    statement: Annotated[list[StatementTable], Field(min_length=1)]


class RelatedTable(Table):
    """Another article worth reading, and why."""

    number: Number
    reason: Line


class MentionLists(Table):
    """The mentions of an article, by how sure it is that the article names them."""

    named: list[Slug]
    thought_named: list[Slug]
    background: list[Slug]


class ArticleFile(Table):
    """``articles/NN.toml``."""

    number: Number
    title: Name
    evidence: Evidence
    gist: Annotated[Line, at_most(250)]
    paragraph_count: Count | None = None
    paragraph_count_confirmed: Flag
    themes: list[Slug]
    keywords: list[Name]
    cautions: list[Text]
    mentions: MentionLists
    paragraph: list[ParagraphTable] = []
    related: list[RelatedTable] = []
    background: list[BackgroundTable] = []


class SubjectTable(Table):
    """A subject known to be in the treaty without its article number.

    ``in_brief`` puts it into the status line of the start page, in a few words.
    """

    slug: Slug
    name: Name
    in_brief: Name = ""
    themes: Annotated[list[Slug], Field(min_length=1)]
    likely_from: Number | None = None
    likely_to: Number | None = None
    likely_place: Name = ""
    statement: Annotated[list[StatementTable], Field(min_length=1)]
    background: list[BackgroundTable] = []

    @model_validator(mode="after")
    def place_is_a_range_or_named(self) -> Self:
        """The likely place is a range of articles or a place in words, never both or half."""
        start, end = self.likely_from, self.likely_to
        is_half = (start is None) != (end is None)
        is_range = start is not None and end is not None
        if is_half or is_range == bool(self.likely_place):
            raise ValueError("give 'likely_from' and 'likely_to', or else 'likely_place'")
        if start is not None and end is not None and start > end:
            raise ValueError("'likely_from' comes after 'likely_to': exchange them")
        if self.in_brief and any(row.basis != Basis.REPORTED for row in self.statement):
            raise ValueError("'in_brief' is for what is reported: drop it, or confirm the rest")
        return self


class SubjectsFile(Table):
    """``subjects.toml``."""

    subject: list[SubjectTable]
