"""Finds what is no article: themes and mentions.

There are few of them, so they are kept in memory, as documents like those of the index.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from articles.edition.edition import Edition, derived
from articles.models import Concept, Mention, Theme
from articles.search.documents import Document, Texts, concept_mark, document, ranked_mark
from articles.search.needs import Plan
from articles.search.scoring import rank

MOST_SHOWN: Final = 6


@dataclass(frozen=True)
class Entry:
    """A theme or mention, or what else is no article: its kind, slug, name and address.

    ``kind_name`` is what pages call the kind: of a mention, whether it is a place or a body.
    ``says`` is what is there, in a line, where the name does not say it.
    """

    kind: str
    slug: str
    name: str
    url: str
    kind_name: str
    says: str = ""


@dataclass(frozen=True)
class Known:
    """An entry, the document it is found by, and all the words of that as one text."""

    entry: Entry
    document: Document
    everything: str


@derived
def entries(edition: Edition) -> tuple[Known, ...]:
    """Return every entry of an edition."""
    rows: list[tuple[Entry, Texts]] = []
    for mention in edition.mentions:
        texts = {
            "title": [mention.name],
            "keywords": mention.aliases,
            "gist": [mention.description],
        }
        rows.append((entry("mention", mention, mention.kind_name), texts))
    for theme in edition.themes:
        texts = {"title": [theme.name], "gist": [theme.description]}
        rows.append((entry("theme", theme, "theme"), texts))
    marks = marks_of(edition.concepts)
    found = [
        (row, document(number, texts, marks.get((row.kind, row.slug), ())))
        for number, (row, texts) in enumerate(rows)
    ]
    return tuple(Known(row, each, each.everything) for row, each in found)


def entry(kind: str, row: Mention | Theme, kind_name: str) -> Entry:
    """Return the entry of a row."""
    return Entry(kind, row.slug, row.name, row.get_absolute_url(), kind_name)


def marks_of(concepts: Iterable[Concept]) -> dict[tuple[str, str], list[str]]:
    """Return the marks of the concepts that lead to each entry, by its kind and slug."""
    marks: dict[tuple[str, str], list[str]] = {}
    for concept in concepts:
        for row in concept.mentions.all():
            found = marks.setdefault(("mention", row.slug), [])
            found += [concept_mark(concept.position), ranked_mark(concept.position, 1)]
    return marks


def find_entries(plan: Plan, edition: Edition) -> list[Entry]:
    """Return the entries that have everything that was asked for, best first."""
    if not plan.needs:
        return []
    known = entries(edition)
    needles = {f" {probe.needle}" for need in plan.needs for probe in need.probes}
    possible = [
        each.document for each in known if any(needle in each.everything for needle in needles)
    ]
    complete = [match for match in rank(possible, plan) if match.completeness == 1.0]
    return [known[match.article_id].entry for match in complete[:MOST_SHOWN]]
