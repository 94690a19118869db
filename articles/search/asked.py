"""Finds the question that somebody asks, among those that the edition answers.

The query and every way of putting a question are read by the same plan, and so by the same stems
and the same thesaurus. No question is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from articles.edition.edition import Edition, derived
from articles.models import Question
from articles.search.analysis import stems
from articles.search.lexicon import lexicon
from articles.search.needs import Need, Plan
from articles.search.plan import plan
from articles.search.query import Query, parse

IN_OTHER_WORDS: Final = 0.9
"""What it counts that two words stand for the same concept and are not the same."""

LEAST_OF_QUERY: Final = 0.7
LEAST_OF_QUESTION: Final = 0.65
"""How much of a query, and of a way of putting a question, must be found in the other."""

ASKING: Final = frozenset(
    stems(
        """
        able allow anything become concern contain cover deal form get give going include kind
        know make mean moscow name named obligation obliged plan planned possible provide really
        right something speak tehran
        """
    ).split()
)
"""Stems of words by which one asks, and of names of the two states: they tell nothing."""

AMOUNT: Final = frozenset(stems("long many much").split())
COUNTED: Final = frozenset(stems("article country text").split())
"""How many is no question without what is counted, which other queries leave out."""

WEIGHT_OF_AMOUNT: Final = 0.3
WEIGHT_OF_COUNTED: Final = 1.0


@dataclass(frozen=True)
class Told:
    """A word that tells: how much, and the stems and concepts by which it is known."""

    weight: float
    stems: frozenset[str]
    concepts: frozenset[str] = frozenset()

    @classmethod
    def by(cls, need: Need) -> Told:
        """Return what a need tells."""
        forms = frozenset(stems(probe.needle) for probe in need.literal)
        for weight, small in ((0.0, ASKING), (WEIGHT_OF_AMOUNT, AMOUNT)):
            if forms & small:
                return cls(weight, forms)
        concepts = frozenset(f"concept {use.meaning.concept.slug}" for use in need.uses)
        return cls(need.rarity, forms, concepts)

    def likeness(self, other: Told) -> float:
        """Return how far another word says the same; less if this one may mean something else."""
        if self.stems & other.stems:
            return 1.0
        shared = self.concepts & other.concepts
        return IN_OTHER_WORDS * len(shared) / len(self.concepts) if shared else 0.0


@dataclass(frozen=True, eq=False)
class Wording:
    """One way of putting a question, as one text and in the words that tell."""

    question: Question
    text: str
    told: Sequence[Told]


@derived
def wordings(edition: Edition) -> Mapping[str, Sequence[Wording]]:
    """Return the ways of putting questions, by each stem and each concept that they have."""
    words = lexicon(edition)
    found: dict[str, list[Wording]] = {}
    for question in edition.questions:
        for text in (question.question, *question.asked):
            query = parse(text)
            wording = Wording(question, stems(text), told_by(query, plan(query, words)))
            for key in keys_of(wording.told):
                found.setdefault(key, []).append(wording)
    return found


def keys_of(told: Iterable[Told]) -> set[str]:
    """Return the stems and the concepts of words that tell."""
    return {key for word in told if word.weight for key in word.stems | word.concepts}


def told_by(query: Query, made: Plan) -> list[Told]:
    """Return the words of a query that tell."""
    told = list(map(Told.by, made.needs))
    if any(word.stems & AMOUNT for word in told):
        counted = COUNTED.intersection(stems(query.text).split())
        told += [Told(WEIGHT_OF_COUNTED, frozenset([stem])) for stem in sorted(counted)]
    return told


def find_question(query: Query, made: Plan, edition: Edition) -> Question | None:
    """Return the question that a query asks, if it has most of the words of one.

    Who leaves something out looks for articles.
    """
    if query.excluded:
        return None
    told, known = told_by(query, made), wordings(edition)
    possible = dict.fromkeys(
        wording for key in sorted(keys_of(told)) for wording in known.get(key, ())
    )
    text, best, found = stems(query.text), (0.0, 0.0), None
    for wording in possible:
        if value := round(score(told, wording.told), 3):
            # Of ways that have the same telling words, the one most like it in the rest.
            whole = (value, fuzz.ratio(text, wording.text))
            if whole > best:
                best, found = whole, wording.question
    return found


def score(query: Sequence[Told], wording: Sequence[Told]) -> float:
    """Return how well a query puts a question; 0 if it is not surely that question."""
    if not (query and wording):
        return 0.0
    likeness = [[asked.likeness(word) for word in wording] for asked in query]
    of_query = share(query, map(max, likeness))
    of_question = share(wording, map(max, zip(*likeness, strict=True)))
    is_sure = of_query >= LEAST_OF_QUERY and of_question >= LEAST_OF_QUESTION
    return of_query * of_question if is_sure else 0.0


def share(words: Sequence[Told], found: Iterable[float]) -> float:
    """Return how much of what words tell is found, given how far each of them is."""
    whole = sum(word.weight for word in words)
    kept = sum(word.weight * likeness for word, likeness in zip(words, found, strict=True))
    return kept / whole if whole else 0.0
