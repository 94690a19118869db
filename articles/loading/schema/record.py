"""Events, comments and publications: the life of the treaty and of its text."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from articles.loading.schema.fields import (
    Address,
    Date,
    Flag,
    Language,
    Line,
    Name,
    Numbers,
    ShortLine,
    Slug,
    Slugs,
    Table,
)
from articles.loading.schema.text import BackgroundTable
from articles.models import Event, OfficialText


class EventTable(Table):
    """A dated event."""

    slug: Slug
    date: Date
    title: Name
    text: Line
    kind: Event.Kind
    articles: Numbers
    sources: Annotated[Slugs, Field(min_length=1)]
    note: Line = ""


class TimelineFile(Table):
    """``timeline.toml``: the events in order of date."""

    event: list[EventTable]


class CommentTable(Table):
    """What somebody has said of the treaty, restated."""

    slug: Slug
    author: Name
    role: Name = ""
    publisher: Name
    date: Date = ""
    articles: Numbers
    text: Line
    quote: ShortLine = ""
    quote_of: ShortLine = ""
    sources: Annotated[Slugs, Field(min_length=1)]

    @model_validator(mode="after")
    def quote_has_an_origin(self) -> Self:
        """A quotation says whose words it gives."""
        if bool(self.quote) != bool(self.quote_of):
            raise ValueError("'quote' and 'quote_of' go together: add the other, or drop both")
        return self


class CommentaryFile(Table):
    """``commentary.toml``."""

    comment: list[CommentTable]


class PublicationTable(Table):
    """An address where a text of the treaty was published.

    ``wording`` says whether it is the treaty's own or a translation, where that is known.
    """

    slug: Slug
    language: Language
    publisher: ShortLine
    url: Address
    address_confirmed: Flag = True
    wording: OfficialText.Wording = OfficialText.Wording.UNKNOWN
    note: Line
    sources: Slugs


class PublicationFile(Table):
    """``publication.toml``: where the text is to be read, and what is known about its reuse."""

    official_text: list[PublicationTable]
    text_copy: list[PublicationTable]
    reuse_fact: list[BackgroundTable]
