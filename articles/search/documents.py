"""What is indexed of each article: the words of its fields, and the concepts that lead to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from articles.edition.edition import Edition, derived
from articles.models import Article, Concept, OfficialParagraph, Paragraph, Point
from articles.search.analysis import stems, words
from articles.treaty.places import Place

BETWEEN_PARTS: Final = " • "
"""Stands between the parts of a field, and is no word: no phrase runs from one into the next."""


@dataclass(frozen=True)
class Field:
    """A part of an article that is searched.

    ``weight`` multiplies what a word found there counts; ``reason`` tells the reader where it
    was found. ``is_heading`` marks the fields that say what an article is about.
    """

    name: str
    weight: float
    reason: str
    is_heading: bool = False


FIELDS: Final = (
    Field("title", 10.0, "title", is_heading=True),
    Field("keywords", 7.0, "words readers use", is_heading=True),
    Field("gist", 4.0, "summary"),
    Field("official", 3.0, "official text"),
    Field("text", 2.5, "text"),
)
TITLE: Final = 0
KEYWORDS: Final = 1
OFFICIAL: Final = 3
TEXT: Final = 4
"""Places in ``FIELDS``: of the title, of readers' words, and of those whose parts can be shown."""

COLUMNS: Final = (
    *(field.name for field in FIELDS),
    *(f"{field.name}_stem" for field in FIELDS),
    "concepts",
)
"""What the index of an engine is made of beside the number of an article."""

Spot = tuple[int, int]
"""A part of an article: the place of its field in ``FIELDS``, and its own in the field."""

Texts = Mapping[str, Sequence[str]]
"""The parts of fields, by the names of ``FIELDS``; a field that is not named has none."""

Parts = tuple[tuple[str, ...], ...]
"""The parts of each of ``FIELDS``: words with a space before and after each."""


class Where(NamedTuple):
    """Where words stand: in which of ``FIELDS``, in their order, and in which parts of them."""

    fields: tuple[int, ...]
    spots: frozenset[Spot]

    @classmethod
    def of(cls, spots: Iterable[Spot]) -> Where:
        """Return the fields that have these parts, and the parts."""
        found = frozenset(spots)
        return cls(tuple(sorted({field for field, _ in found})), found)


NOWHERE: Final = Where((), frozenset())


class Lead(NamedTuple):
    """Where a concept leads: at which ``place``, from 1, it names the article, and to which parts.

    ``spots`` says of each at which place among those of its field, from 0.
    """

    place: int
    spots: Mapping[Spot, int]


Leads = Mapping[int, Lead]
"""Where concepts lead in an article, by their numbers."""


@dataclass(frozen=True)
class Document:
    """An article as it is searched: its folded words, their stems, and the concepts' leads."""

    article_id: int
    words: Parts
    stems: Parts
    leads: Leads

    @cached_property
    def where_words(self) -> Mapping[str, Where]:
        """Where each word stands."""
        return index_of(self.words)

    @cached_property
    def where_stems(self) -> Mapping[str, Where]:
        """Where each stem stands."""
        return index_of(self.stems)

    @property
    def marks(self) -> list[str]:
        """The words by which the index knows the concepts that lead here."""
        return list(map(concept_mark, self.leads))

    @property
    def row(self) -> tuple[str | int, ...]:
        """The number, then a text for each of ``COLUMNS``."""
        texts = map(BETWEEN_PARTS.join, (*self.words, *self.stems))
        return (self.article_id, *texts, " ".join(self.marks))


def index_of(fields: Parts) -> dict[str, Where]:
    """Return where each word stands."""
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for number, parts in enumerate(fields):
        for part, text in enumerate(parts):
            for word in set(text.split()):
                found[word].append((number, part))
    # Most words stand where others do: one object says so for all of them.
    same: dict[Where, Where] = {}
    return {
        word: same.setdefault(where, where)
        for word, where in ((word, Where.of(spots)) for word, spots in found.items())
    }


def concept_mark(concept: int) -> str:
    """Return the word by which the index marks the articles of a concept."""
    return f"c{concept}"


@derived
def of_edition(edition: Edition) -> Mapping[int, Document]:
    """Return the documents of an edition's articles, by number."""
    leads = leads_of(edition.concepts, edition.articles)
    return {
        article.number: document(article.number, texts(article), leads[article.number])
        for article in edition.articles
    }


def document(number: int, texts: Texts, leads: Leads) -> Document:
    """Return a document with a number, given the parts of its fields and where concepts lead."""
    parts = [texts.get(field.name, ()) for field in FIELDS]
    return Document(
        number,
        tuple(tuple(f" {words(text)} " for text in each) for each in parts),
        tuple(tuple(f" {stems(text)} " for text in each) for each in parts),
        leads,
    )


def leads_of(concepts: Iterable[Concept], articles: Iterable[Article]) -> dict[int, Leads]:
    """Return where concepts lead in each article; one that names an article whole names no part."""
    parts = {article.number: passages_of(article) for article in articles}
    found: dict[int, dict[int, Lead]] = {number: {} for number in parts}
    for concept in concepts:
        places: dict[int, list[Place]] = {}
        for place in concept.places:
            places.setdefault(place.article, []).append(place)
        for at, (number, led) in enumerate(places.items(), 1):
            spots = [
                spot
                for place in led
                for spot, part in parts[number].items()
                if part.row.place == place
            ]
            found[number][concept.position] = Lead(at, ranked(spots))
    return {**found}


def ranked(spots: Iterable[Spot]) -> dict[Spot, int]:
    """Return at which place among those of its field each part stands, from 0."""
    count: Counter[int] = Counter()
    found: dict[Spot, int] = {}
    for spot in spots:
        found.setdefault(spot, count[spot[0]])
        count[spot[0]] += 1
    return found


def texts(article: Article) -> Texts:
    """Return the plain text of each field, part by part: those of the text are its passages."""
    return {
        "title": [article.title],
        "keywords": article.keywords,
        "gist": [article.gist],
        "official": [row.plain for row in article.official_paragraphs.all()],
        "text": [row.plain for row in article.passages()],
    }


class Passage(NamedTuple):
    """A part that can be shown: the row whose words it is, and the provision as it is called."""

    row: Paragraph | Point | OfficialParagraph
    place: Place


@derived
def passages(edition: Edition) -> Mapping[int, Mapping[Spot, Passage]]:
    """Return the parts of each article that can be shown, by its number."""
    return {article.number: passages_of(article) for article in edition.articles}


@derived
def spots_of_places(edition: Edition) -> Mapping[Place, Sequence[Spot]]:
    """Return the parts that are each provision, by what it is called."""
    found: defaultdict[Place, list[Spot]] = defaultdict(list)
    for parts in passages(edition).values():
        for spot, part in parts.items():
            found[part.place].append(spot)
    return dict(found)


def passages_of(article: Article) -> dict[Spot, Passage]:
    """Return the parts of an article that can be shown: those of official texts, and ours.

    An official paragraph has its points in one with it, so a point has no part there.
    """
    fields = {OFFICIAL: article.official_paragraphs.all(), TEXT: article.passages()}
    return {
        (field, part): Passage(row, named(article, row.place))
        for field, rows in fields.items()
        for part, row in enumerate(rows)
    }


def named(article: Article, place: Place) -> Place:
    """Return the provision as it is called: an article's lone paragraph is the article."""
    first = article.paragraphs.all()[0]
    return article.place if first.is_alone and place == first.place else place
