"""The thesaurus leads to what the edition describes, by words that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import Content
from articles.models import Evidence
from articles.search import analysis


def thesaurus(content: Content) -> Iterator[Fault]:
    """A concept leads to described articles, once each, by terms that the edition really has."""
    undescribed = {
        article.number
        for article in content.articles.values()
        if article.evidence == Evidence.UNPLACED
    }
    edition = "".join(stems_of(texts) for texts in searched(content))
    # Where a file is missing or faulty, its words would only seem to be missing, too.
    is_whole = (
        len(content.articles) == len(treaty.NUMBERS) and "subjects.toml" not in content.faulty
    )
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            for number, count in Counter(concept.articles).items():
                key = f"concept[{i}].articles"
                if number in undescribed:
                    yield Fault(name, key, f"{treaty.label(number)} is not described: drop it")
                if count > 1:
                    yield Fault(name, key, f"{number} stands {count} times: keep one")
            for term in concept.terms:
                if is_whole and f" {analysis.stems(term)} " not in edition:
                    yield Fault(
                        name,
                        f"concept[{i}].terms",
                        f"the edition has no '{term}': correct it, or move it to readers' words",
                    )


def searched(content: Content) -> Iterator[list[str]]:
    """Yield the texts of each article and each subject in which search looks."""
    for article in content.articles.values():
        statements = [row.text for part in article.paragraph for row in part.statement]
        yield [article.title, *article.keywords, article.gist, *statements]
    for subject in content.subjects:
        yield [subject.name, *(row.text for row in subject.statement)]


def stems_of(texts: Iterable[str]) -> str:
    """Return the stems of texts, with white space around each and something between them."""
    return " . ".join(["", *map(analysis.stems, texts), ""])
