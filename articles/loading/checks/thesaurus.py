"""The thesaurus leads to what the treaty has, by words that the edition has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from articles import treaty
from articles.loading.faults import Fault
from articles.loading.reading import Content
from articles.places import Place
from articles.search import analysis


def thesaurus(content: Content) -> Iterator[Fault]:
    """A concept leads to provisions that are there, by terms that the edition really has."""
    edition = "".join(stems_of(texts) for texts in searched(content))
    known = set(places(content))
    # Where a file is missing or faulty, what it holds would only seem to be missing, too.
    is_whole = len(content.articles) == len(treaty.NUMBERS)
    for name, file in content.thesaurus.items():
        for i, concept in enumerate(file.concept, 1):
            for code, count in Counter(concept.provisions).items():
                key = f"concept[{i}].provisions"
                if is_whole and Place.read(code) not in known:
                    yield Fault(name, key, f"there is no {code} in the treaty: correct it")
                if count > 1:
                    yield Fault(name, key, f"{code} stands {count} times: keep one")
            for term in concept.terms:
                if is_whole and f" {analysis.stems(term)} " not in edition:
                    yield Fault(
                        name,
                        f"concept[{i}].terms",
                        f"the edition has no '{term}': correct it, or move it to readers' words",
                    )


def places(content: Content) -> Iterator[Place]:
    """Yield every provision of the edition."""
    for article in content.articles.values():
        yield Place(article.number)
        for paragraph in article.paragraph:
            yield Place(article.number, paragraph.number)
            for point in range(1, len(paragraph.point) + 1):
                yield Place(article.number, paragraph.number, point)


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
