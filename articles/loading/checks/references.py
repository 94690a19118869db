"""What one file says of another is there: themes, mentions and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from articles.loading.faults import Fault
from articles.loading.reading import Content

Reference = tuple[str, str, str, Sequence[str]]
"""File, key, kind and slugs of a list that refers to another file."""


def references(content: Content) -> Iterator[Fault]:
    """Every theme, mention and source that is referred to exists."""
    known = {
        "theme": {theme.slug for theme in content.themes},
        "mention": {mention.slug for mention in content.mentions},
        "source": {source.key for source in content.sources},
    }
    for file, key, kind, slugs in referring(content):
        if f"{kind}s.toml" in content.faulty:
            continue  # its own fault is reported; these would only repeat it
        for slug in slugs:
            if slug not in known[kind]:
                message = f"no {kind} '{slug}' in {kind}s.toml: correct it or add one there"
                yield Fault(file, key, message)


def referring(content: Content) -> Iterator[Reference]:
    """Yield file, key, kind and slugs of every list that refers to other files."""
    for name, article in content.articles.items():
        yield name, "themes", "theme", article.themes
        lists = article.mentions
        yield name, "mentions", "mention", lists.named + lists.background
        yield name, "reports", "source", article.reports
        yield from sources_of(name, "caution", article.caution)
        yield from sources_of(name, "background", article.background)
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            yield name, f"concept[{i}].mentions", "mention", concept.mentions
    for i, body in enumerate(content.cues.body, 1):
        yield "cues.toml", f"body[{i}].mention", "mention", [body.mention]
    publication = content.publication
    for file_name, key, tables in (
        ("mentions.toml", "mention", content.mentions),
        ("timeline.toml", "event", content.events),
        ("commentary.toml", "comment", content.comments),
        ("publication.toml", "official_text", publication.official_text),
        ("publication.toml", "text_copy", publication.text_copy),
        ("publication.toml", "reuse_fact", publication.reuse_fact),
    ):
        yield from sources_of(file_name, key, tables)


class HasSources(Protocol):
    """A table that names sources."""

    @property
    def sources(self) -> list[str]:
        """Their keys."""


def sources_of(file: str, key: str, tables: Iterable[HasSources]) -> Iterator[Reference]:
    """Yield the source lists of tables that carry them."""
    for i, table in enumerate(tables, 1):
        yield file, f"{key}[{i}].sources", "source", table.sources
