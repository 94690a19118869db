"""Finds what is no article: themes and mentions.

There are few of them, so they are kept in memory, as documents like those of the index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from articles.edition.edition import Edition, derived
from articles.models import Concept, Mention, Theme
from articles.search.documents import Document, Lead, Leads, Texts, document
from articles.search.needs import Plan, Probe
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
    """An entry, and the document it is found by."""

    entry: Entry
    document: Document


@derived
def entries(edition: Edition) -> tuple[Known, ...]:
    """Return every entry of an edition; its number is its document's."""
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
    leads = leads_of(edition.concepts)
    return tuple(
        Known(row, document(number, texts, leads.get((row.kind, row.slug), {})))
        for number, (row, texts) in enumerate(rows)
    )


@derived
def by_word(edition: Edition) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the entries that have each word, stem or mark."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, known in enumerate(entries(edition)):
        made = known.document
        for word in {*made.where_words, *made.where_stems, *made.marks}:
            found[word].append(number)
    return dict(found)


def entry(kind: str, row: Mention | Theme, kind_name: str) -> Entry:
    """Return the entry of a row."""
    return Entry(kind, row.slug, row.name, row.get_absolute_url(), kind_name)


def leads_of(concepts: Iterable[Concept]) -> dict[tuple[str, str], Leads]:
    """Return the concepts that lead to each entry, by its kind and slug."""
    leads: defaultdict[tuple[str, str], dict[int, Lead]] = defaultdict(dict)
    for concept in concepts:
        for row in concept.mentions.all():
            leads["mention", row.slug][concept.position] = Lead(1, {})
    return {**leads}


def find_entries(plan: Plan, edition: Edition) -> list[Entry]:
    """Return the entries that have everything that was asked for, best first."""
    if not plan.needs:
        return []
    known, numbers = entries(edition), by_word(edition)
    possible = set.intersection(
        *(
            {number for probe in need.probes for number in having(probe, numbers)}
            for need in plan.needs
        )
    )
    documents = [known[number].document for number in sorted(possible)]
    complete = [match for match in rank(documents, plan) if match.completeness == 1.0]
    return [known[match.article_id].entry for match in complete[:MOST_SHOWN]]


def having(probe: Probe, numbers: Mapping[str, Sequence[int]]) -> Iterable[int]:
    """Return the numbers of what may have what a probe looks for: all that has its first word."""
    first, *_ = probe.needle.split()
    if probe.form == "prefix":
        return chain.from_iterable(numbers[word] for word in numbers if word.startswith(first))
    return numbers.get(first, ())
