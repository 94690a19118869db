"""Articles with their paragraphs and points, and what stands beside the text."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from articles.loading.schema.fields import (
    Count,
    Gist,
    Label,
    Line,
    Name,
    Names,
    Number,
    Prose,
    Slugs,
    Table,
)
from articles.models import Strength


def changing(strengths: list[Strength]) -> list[Strength]:
    """Return the strengths of a paragraph if each differs from the one before."""
    for before, after in pairwise(strengths):
        if before == after:
            raise ValueError(f"has '{after}' twice in a row: keep one")
    return strengths


class BackgroundTable(Table):
    """Something true of the matter, with sources, that is not in the treaty."""

    text: Prose
    sources: Annotated[Slugs, Field(min_length=1)]


class CautionTable(Table):
    """What a reader could get wrong; of the article, or of the paragraph that it names."""

    paragraph: Count | None = None
    text: Line
    sources: Slugs = []


class PointTable(Table):
    """A point of a paragraph, with its label as the treaty prints it."""

    label: Label
    text: Prose


class ParagraphTable(Table):
    """A paragraph: its number, how it binds, its words and its points."""

    number: Count
    strength: Annotated[list[Strength], Field(min_length=1), AfterValidator(changing)]
    text: Prose
    point: list[PointTable] = []


class RelatedTable(Table):
    """Another article worth reading, and why."""

    number: Number
    reason: Line


class MentionLists(Table):
    """The mentions of an article: named in its text, or touched on beside it."""

    named: Slugs
    background: Slugs

    @model_validator(mode="after")
    def in_one_list(self) -> Self:
        """A mention is named or touched on, not both."""
        for slug in self.named:
            if slug in self.background:
                raise ValueError(f"has '{slug}' in both lists: keep it in 'named'")
        return self


class ArticleFile(Table):
    """``articles/NN.toml``."""

    number: Number
    title: Name
    gist: Gist
    themes: Annotated[Slugs, Field(min_length=1)]
    keywords: Names
    reports: Slugs
    mentions: MentionLists
    caution: list[CautionTable] = []
    paragraph: Annotated[list[ParagraphTable], Field(min_length=1)]
    related: list[RelatedTable] = []
    background: list[BackgroundTable] = []
