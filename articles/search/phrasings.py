"""What people type when they look for a provision, compared with what somebody typed.

A second reading of a query beside the one by words and concepts: the provision is the likelier,
the more of what tells in the query stands in one of its phrasings, and the less else does there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from articles.edition.edition import Edition, derived
from articles.models import Article, Phrasing
from articles.search import documents, everyday
from articles.search.analysis import tokens
from articles.search.needs import Need, Plan
from articles.search.stop_words import STOP_STEMS
from articles.treaty.places import Place

ALL_TOGETHER: Final = 0.5
"""What it counts that a provision has a word in any of its phrasings or in its text, beside that
one phrasing has it."""

REST: Final = 0.5
"""The power of the share of a phrasing that was typed: what else it says weighs less than what
of the query it lacks."""


@dataclass(frozen=True)
class Phrasings:
    """Every phrasing of an edition, by the stems that it has.

    ``places`` has the provision of each, ``weights`` how much its stems tell together.
    ``held`` says which provisions have a stem, in a phrasing or in their text.
    """

    by_stem: Mapping[str, Sequence[int]]
    places: Sequence[Place]
    weights: Sequence[float]
    held: Mapping[str, frozenset[Place]]
    count: int
    common: Mapping[str, float]

    def rarity(self, stem: str) -> float:
        """Return how much a stem tells: more, the fewer provisions have it."""
        idf = log(1 + self.count / max(len(self.held.get(stem, ())), 1))
        return idf * self.common.get(stem, 1.0)


@dataclass(frozen=True)
class Likeness:
    """How like a query each provision's phrasings are, from 0 to 1, and the stems they have."""

    by_place: Mapping[Place, float]
    stems: Mapping[int, frozenset[str]]

    @cached_property
    def by_article(self) -> Mapping[int, float]:
        """The best of each article's provisions."""
        found: dict[int, float] = {}
        for place, value in self.by_place.items():
            found[place.article] = max(value, found.get(place.article, 0.0))
        return found

    def best(self, count: int) -> list[int]:
        """Return the numbers of the articles that come first, that many at most."""
        ranked = sorted(self.by_article.items(), key=lambda pair: (-pair[1], pair[0]))
        return [number for number, _ in ranked[:count]]


NOTHING_ALIKE: Final = Likeness({}, {})


@derived
def phrasings(edition: Edition) -> Phrasings:
    """Return the phrasings of an edition."""
    texts = [(row.place, telling(text)) for row in edition.phrasings for text in row.texts]
    common: dict[str, float] = {}
    for row in edition.phrasings:
        for text in row.texts:
            for token in tokens(text):
                common[token.stem] = min(common.get(token.stem, 1.0), everyday.telling(token.word))
    held: defaultdict[str, set[Place]] = defaultdict(set)
    for place, stems in (*texts, *passages(edition.articles)):
        for stem in stems:
            held[stem].add(place)
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, stems) in enumerate(texts):
        for stem in stems:
            by_stem[stem].append(number)
    places = [place for place, _ in texts]
    found = Phrasings(
        dict(by_stem),
        places,
        [],
        {stem: frozenset(each) for stem, each in held.items()},
        len({place for each in held.values() for place in each}),
        common,
    )
    weights = [sum(map(found.rarity, stems)) for _, stems in texts]
    return Phrasings(found.by_stem, places, weights, found.held, found.count, common)


def passages(articles: Iterable[Article]) -> Iterable[tuple[Place, frozenset[str]]]:
    """Yield the stems of what each provision says, its title among that of an article."""
    for article in articles:
        yield article.place, telling(f"{article.title} {article.gist}")
        for row in article.passages():
            yield documents.named(article, row.place), telling(row.plain)


def words_of_phrasings(rows: Iterable[Phrasing]) -> set[str]:
    """Return the folded words of phrasings."""
    return {token.word for row in rows for text in row.texts for token in tokens(text)}


def telling(text: str) -> frozenset[str]:
    """Return the stems of a text that tell."""
    stems = frozenset(token.stem for token in tokens(text))
    return stems - STOP_STEMS or stems


def likeness(plan: Plan, known: Phrasings) -> Likeness:
    """Return how like the query of a plan the phrasings are.

    Where something must or must not be found as it stands, nothing is alike.
    """
    if plan.excluded or any(need.is_required for need in plan.needs):
        return NOTHING_ALIKE
    in_phrasing: defaultdict[int, float] = defaultdict(float)
    in_place: defaultdict[Place, float] = defaultdict(float)
    stems: defaultdict[int, set[str]] = defaultdict(set)
    asked = 0.0
    for need in plan.needs:
        forms = forms_of(need)
        rarity = max(map(known.rarity, forms), default=0.0)
        if not any(form in known.held for form in forms):
            asked += need.rarity
            continue
        asked += rarity
        for number in {number for form in forms for number in known.by_stem.get(form, ())}:
            in_phrasing[number] += rarity
        for form in forms:
            for place in known.held.get(form, ()):
                stems[place.article].add(form)
        for place in {place for form in forms for place in known.held.get(form, ())}:
            in_place[place] += rarity
    best: defaultdict[Place, float] = defaultdict(float)
    for number, found in in_phrasing.items():
        place = known.places[number]
        value = found / asked * min(found / known.weights[number], 1.0) ** REST
        best[place] = max(best[place], value)
    by_place = {
        place: (best[place] + ALL_TOGETHER * found / asked) / (1 + ALL_TOGETHER)
        for place, found in in_place.items()
    }
    return Likeness(by_place, {number: frozenset(each) for number, each in stems.items()})


def forms_of(need: Need) -> list[str]:
    """Return the stems by which a need is looked for."""
    return [probe.needle for probe in need.literal if probe.form == "stem"]
