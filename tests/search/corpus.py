"""A few documents of a test's own, in the index of the database in use or in none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from articles import search
from articles.search import Index, Lexicon, Match, documents, parse, plan, rank
from articles.search.analysis import stems, words
from articles.search.documents import Document, Lead, Leads
from articles.search.lexicon import (
    ConceptEntry,
    Meaning,
    by_stem,
    count_words,
    frequency_of_stems,
)

Parts = str | Sequence[str]


def document(number: int, leads: Leads | None = None, **fields: Parts) -> Document:
    """Return a document whose fields have these texts; a string is a field of one part."""
    names = [field.name for field in documents.FIELDS]
    assert set(fields) <= set(names)
    texts = {name: [text] if isinstance(text, str) else text for name, text in fields.items()}
    return documents.document(number, texts, leads or {})


def concept(number: int, name: str, *terms: str, absent: str = "") -> ConceptEntry:
    """Return a concept that leads to the documents with its marks."""
    pairs = tuple((stems(term), term) for term in terms)
    return ConceptEntry(number, f"concept-{number}", name, pairs, absent)


def leading(number: int, place: int = 1, field: int = 0, *parts: int) -> Leads:
    """Return that a concept leads to a document, at which place, and to which parts of a field."""
    return {number: Lead(place, documents.ranked((field, part) for part in parts))}


def words_of(
    corpus: Iterable[Document], thesaurus: Mapping[str, ConceptEntry] | None = None
) -> Lexicon:
    """Return the lexicon of documents, with English phrases that stand for concepts."""
    thesaurus = thesaurus or {}
    known = {**count_words(each.where_words for each in corpus)}
    for phrase in thesaurus:
        known |= {word: known.get(word, 0) for word in words(phrase).split()}
    return Lexicon(
        article_count=49,
        frequency=known,
        stem_frequency=frequency_of_stems(known),
        by_stem=by_stem(known),
        phrases={stems(phrase): (Meaning(entry, "en"),) for phrase, entry in thesaurus.items()},
        joined={},
    )


def ranked(
    text: str, *corpus: Document, thesaurus: Mapping[str, ConceptEntry] | None = None
) -> list[Match]:
    """Return the matches for a query in the documents, best first, without any database."""
    return rank(corpus, plan(parse(text), words_of(corpus, thesaurus)))


def index_of(corpus: Iterable[Document], words: Lexicon) -> Index:
    """Return what search knows of the documents."""
    return Index({each.article_id: each for each in corpus}, words)


def index(*corpus: Document) -> None:
    """Put the documents in the place of those that the database in use has."""
    search.DIALECTS[connection.vendor].rebuild(connection, corpus)


def found(
    text: str, *corpus: Document, thesaurus: Mapping[str, ConceptEntry] | None = None
) -> list[int]:
    """Return the numbers of the indexed documents that the database in use finds."""
    matches = search.find(parse(text), index_of(corpus, words_of(corpus, thesaurus))).matches
    return [match.article_id for match in matches]
