"""From ``fixtures/`` to the database: read, check, replace. The one door for data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from articles.loading.checks import check
from articles.loading.faults import Fault
from articles.loading.reading import Content, read
from articles.loading.writing import replace
from articles.models import Basis, DataVersion, Evidence

__all__ = ["Fault", "FixtureError", "Loaded", "load"]


class FixtureError(Exception):
    """The fixtures cannot be loaded; ``faults`` says why, each with file and key."""

    def __init__(self, faults: list[Fault]) -> None:
        """Take every fault that was found."""
        super().__init__(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in the fixtures")
        self.faults = faults


@dataclass(frozen=True)
class Loaded:
    """What a load put into the database."""

    version: DataVersion
    counts: dict[str, int]


def load(folder: Path) -> Loaded:
    """Replace the data with that of the folder.

    Raises ``FixtureError`` with every fault at once, and changes nothing then.
    """
    content, faults = read(folder)
    faults += check(content) if folder.is_dir() else []
    if faults:
        raise FixtureError(sorted(set(faults)))
    return Loaded(replace(content), counts(content))


def counts(content: Content) -> dict[str, int]:
    """Return how much of everything there is, by its name in the plural."""
    articles = content.articles.values()
    grades = Counter(article.evidence for article in articles)
    paragraphs = [paragraph for article in articles for paragraph in article.paragraph]
    bases = Counter(row.basis for paragraph in paragraphs for row in paragraph.statement)
    return {
        "articles, the preamble among them": len(content.articles),
        **{f"of them: {grade.label.lower()}": grades[grade] for grade in Evidence},
        "paragraphs": len(paragraphs),
        **{f"statements, {basis.label.lower()}": bases[basis] for basis in Basis},
        "themes": len(content.themes),
        "mentions": len(content.mentions),
        "subjects without an article number": len(content.subjects),
        "concepts of the thesaurus": len(content.concepts),
        "sources": len(content.sources),
        "events": len(content.events),
        "comments": len(content.comments),
        "official texts": len(content.official),
    }
