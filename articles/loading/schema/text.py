"""Articles with their paragraphs and points, and what stands beside the text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from articles.loading.schema.fields import (
    Count,
    Gist,
    Label,
    Line,
    Name,
    Number,
    Prose,
    Slug,
    Table,
)
from articles.models import Strength


class BackgroundTable(Table):
    """Something true of the matter, with sources, that is not in the treaty."""

    text: Prose
    sources: Annotated[list[Slug], Field(min_length=1)]


class CautionTable(Table):
    """What a reader could get wrong; of the article, or of the paragraph that it names."""

    paragraph: Count | None = None
    text: Line
    sources: list[Slug] = []


class PointTable(Table):
    """A point of a paragraph, with its label as the treaty prints it."""

    label: Label
    text: Prose


class ParagraphTable(Table):
    """A paragraph: its number, how it binds, its words and its points."""

    number: Count
    strength: Annotated[list[Strength], Field(min_length=1)]
    text: Prose
    point: list[PointTable] = []


class RelatedTable(Table):
    """Another article worth reading, and why."""

    number: Number
    reason: Line


class MentionLists(Table):
    """The mentions of an article: named in its text, or touched on beside it."""

    named: list[Slug]
    background: list[Slug]


class ArticleFile(Table):
    """``articles/NN.toml``."""

    number: Number
    title: Name
    gist: Gist
    themes: Annotated[list[Slug], Field(min_length=1)]
    keywords: list[Name]
    reports: list[Slug]
    mentions: MentionLists
    caution: list[CautionTable] = []
    paragraph: Annotated[list[ParagraphTable], Field(min_length=1)]
    related: list[RelatedTable] = []
    background: list[BackgroundTable] = []
