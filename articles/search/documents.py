"""What is indexed of each article: the words of its fields, and the concepts that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articles.models import Article, OfficialParagraph, Paragraph, Point
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
"""What the index of every engine holds of an article beside its number."""


LedTo = Mapping[int, Sequence[int]]
"""The parts of an article to which a concept leads, the best first, by place in ``FIELDS``."""

Texts = Mapping[str, Sequence[str]]
"""The parts of fields, by the names of ``FIELDS``; a field that is not named has none."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the index holds it.

    ``words`` and ``stems`` have a text for each field: folded words with single spaces between
    them and around. ``concepts`` has a mark for each concept that leads to the article.
    """

    article_id: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: str

    @classmethod
    def from_row(cls, row: Sequence[str | int]) -> Document:
        """Return the document of a row of the index: the number, then ``COLUMNS``."""
        texts = [str(text) for text in row[1:]]
        size = len(FIELDS)
        return cls(int(row[0]), tuple(texts[:size]), tuple(texts[size:-1]), texts[-1])

    @property
    def everything(self) -> str:
        """All that may be found in the document, as one text."""
        return " ".join((*self.words, *self.stems, self.concepts))

    def led_to(self, concept: int) -> tuple[int, LedTo] | None:
        """Return at which place a concept names the article, and the parts it leads to."""
        _, found, rest = self.concepts.partition(f" c{concept}p")
        return read_ranked_mark(f"p{rest.partition(' ')[0]}") if found else None

    @property
    def row(self) -> tuple[str | int, ...]:
        """The document as a row of the index."""
        return (self.article_id, *self.words, *self.stems, self.concepts)


def concept_mark(concept: int) -> str:
    """Return the word by which the index marks the articles of a concept."""
    return f"c{concept}"


def ranked_mark(concept: int, place: int, led_to: LedTo | None = None) -> str:
    """Return the word that says where a concept leads.

    That is at which place, from 1, it names the article, and to which parts of which fields.
    """
    parts = [f"f{field}x{'x'.join(map(str, parts))}" for field, parts in (led_to or {}).items()]
    return f"c{concept}p{place}{''.join(parts)}"


def read_ranked_mark(mark: str) -> tuple[int, LedTo]:
    """Return the place and the parts that a mark says."""
    first, *fields = mark.split("f")
    rows = [[int(number) for number in field.split("x")] for field in fields]
    return int(first.partition("p")[2]), {field: parts for field, *parts in rows}


def of(articles: Iterable[Article], marks: Mapping[int, Sequence[str]]) -> list[Document]:
    """Return the documents of articles, given their concepts' marks."""
    return [
        document(article.number, texts(article), marks.get(article.number, ()))
        for article in articles
    ]


def document(number: int, texts: Texts, marks: Iterable[str]) -> Document:
    """Return a document with a number, given the parts of its fields and its concepts' marks."""
    parts = [texts.get(field.name, ()) for field in FIELDS]
    return Document(
        number,
        tuple(joined(map(words, each)) for each in parts),
        tuple(joined(map(stems, each)) for each in parts),
        f" {' '.join(marks)} ",
    )


def joined(parts: Iterable[str]) -> str:
    """Return the parts of a field as one text, with a space at either end."""
    return f" {BETWEEN_PARTS.join(parts)} "


def texts(article: Article) -> Texts:
    """Return the plain text of each field, part by part: those of the text are its passages."""
    return {
        "title": [article.title],
        "keywords": article.keywords,
        "gist": [article.gist],
        "official": [row.plain for row in article.official_paragraphs.all()],
        "text": [row.plain for row in article.passages()],
    }


def places_of_parts(article: Article) -> dict[tuple[int, int], Place]:
    """Return the provision of every part of the fields of an article that can be shown."""
    return {
        (field, part): named(article, place)
        for place, fields in parts_by_place(article).items()
        for field, found in fields.items()
        for part in found
    }


def parts_by_place(article: Article) -> dict[Place, dict[int, list[int]]]:
    """Return which parts of which fields have each provision of an article.

    An official paragraph has its points in one with it, so a point has no part there.
    """
    found: dict[Place, dict[int, list[int]]] = {}
    for field, rows in ((OFFICIAL, article.official_paragraphs.all()), (TEXT, article.passages())):
        for part, row in enumerate(rows):
            found.setdefault(row.place, {}).setdefault(field, []).append(part)
    return found


def named(article: Article, place: Place) -> Place:
    """Return the provision as it is called: an article's lone paragraph is the article."""
    first = article.paragraphs.all()[0]
    return article.place if first.is_alone and place == first.place else place


def parts_of(places: Iterable[Place], parts: Mapping[Place, LedTo]) -> dict[int, list[int]]:
    """Return the parts of which provisions consist, by field; an article as a whole adds none."""
    found: dict[int, list[int]] = {}
    for place in places:
        for field, numbers in parts.get(place, {}).items():
            found.setdefault(field, []).extend(numbers)
    return found


def rows_of(article: Article, field: int) -> Sequence[Paragraph | Point | OfficialParagraph]:
    """Return what the parts of a field are, one by one."""
    is_official = field == OFFICIAL
    return list(article.official_paragraphs.all()) if is_official else article.passages()
