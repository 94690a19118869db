"""Sources, themes and mentions: what articles are found and borne out by."""

from __future__ import annotations

from articles.loading.schema.fields import (
    Address,
    Date,
    Language,
    Line,
    Name,
    Names,
    ShortLine,
    Slug,
    Slugs,
    Table,
)
from articles.models import Mention, Source


class SourceTable(Table):
    """A published page."""

    key: Slug
    publisher: ShortLine
    what: Line
    url: Address
    language: Language
    date: Date = ""
    kind: Source.Kind
    note: Line = ""


class SourcesFile(Table):
    """``sources.toml``."""

    source: list[SourceTable]


class ThemeTable(Table):
    """A theme for browsing."""

    slug: Slug
    name: Name
    description: Line


class ThemesFile(Table):
    """``themes.toml``: the themes in the order in which pages list them."""

    theme: list[ThemeTable]


class MentionTable(Table):
    """A body, agreement, place or idea."""

    slug: Slug
    name: Name
    kind: Mention.Kind
    description: Line
    in_treaty: Line
    aliases: Names
    sources: Slugs


class MentionsFile(Table):
    """``mentions.toml``."""

    mention: list[MentionTable]
