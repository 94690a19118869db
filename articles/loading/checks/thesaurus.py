"""The thesaurus leads to what the treaty has, by words that the edition has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import Content
from articles.search import analysis
from articles.treaty.addresses import place_code


def thesaurus(content: Content) -> Iterator[Fault]:
    """A concept leads to provisions that are there, by terms that the edition really has."""
    if {article.number for article in content.articles.values()} != set(treaty.NUMBERS):
        return  # what a missing or faulty file holds would only seem to be missing, too
    edition = "".join(stems_of(texts) for texts in searched(content))
    known = set(codes(content))
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            for code in concept.provisions:
                if code not in known:
                    message = f"the treaty has no {code}: correct it"
                    yield Fault(name, f"concept[{i}].provisions", message)
            for term in concept.terms:
                if f" {analysis.stems(term)} " not in edition:
                    message = f"the edition has no '{term}': correct it, or move it to 'en'"
                    yield Fault(name, f"concept[{i}].terms", message)


def codes(content: Content) -> Iterator[str]:
    """Yield how every provision is written; a lone paragraph has no number to write."""
    for article in content.articles.values():
        yield place_code(article.number)
        for number, paragraph in enumerate(article.paragraph, 1):
            if len(article.paragraph) > 1:
                yield place_code(article.number, number)
            for point in range(1, len(paragraph.point) + 1):
                yield place_code(article.number, number, point)


def searched(content: Content) -> Iterator[list[str]]:
    """Yield the texts of each article in which search looks."""
    for article in content.articles.values():
        passages = [
            text
            for paragraph in article.paragraph
            for text in (paragraph.text, *(point.text for point in paragraph.point))
        ]
        yield [article.title, *article.keywords, article.gist, *passages]


def stems_of(texts: Iterable[str]) -> str:
    """Return the stems of texts, with white space around each and something between them."""
    return " . ".join(["", *map(analysis.stems, texts), ""])
