"""What people type when they look for a provision, compared with what somebody typed.

A second reading of a query beside the one by words and concepts: the provision is the likelier,
the more of what tells in the query stands in one of its phrasings, and the less else does there.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from articles.edition.edition import Edition, derived
from articles.models import Article
from articles.search import documents
from articles.search.documents import Spot
from articles.search.everyday import EMPTY, Dictionary, dictionary
from articles.search.needs import Plan
from articles.search.telling import Telling, read_telling, telling
from articles.treaty.places import Place

ALL_TOGETHER: Final = 0.5
"""What it counts that a provision has a word in any of its phrasings or in its text, beside that
one phrasing has it."""

REST: Final = 0.3
"""The power of the share of a phrasing that was typed: what else it says weighs less than what
of the query it lacks."""


MOST_OF_IT: Final = 0.5
"""The share of a phrasing that a single word must be, to be what the phrasing is about."""

MOST_NEAR: Final = 10
"""Articles that phrasings alone may bring."""


@dataclass(frozen=True)
class Phrasings:
    """Every phrasing of an edition, by the stems that it has.

    ``provisions`` are those that have phrasings or a text. ``places`` has the number of the
    provision of each phrasing, ``weights`` how much its stems tell together. ``rarity`` says how
    much a stem tells: more, the fewer provisions have it, and the less common it is anywhere.
    ``held`` says which provisions have a stem, in a phrasing or in their text; ``at_large`` has
    the words of everyday English. ``spots`` has the parts of documents that are each provision.
    """

    provisions: Sequence[Place]
    by_stem: Mapping[str, Sequence[int]]
    places: Sequence[int]
    weights: Sequence[float]
    rarity: Mapping[str, float]
    held: Mapping[str, Sequence[int]]
    spots: Mapping[Place, Sequence[Spot]]
    at_large: Dictionary


NO_PHRASINGS: Final = Phrasings((), {}, (), (), {}, {}, {}, EMPTY)


@dataclass(frozen=True)
class Likeness:
    """How like a query each provision's phrasings are, from 0 to 1.

    ``stems`` has those of the query that stand in a phrasing or in the text of each article.
    """

    by_place: Mapping[Place, float]
    stems: Mapping[int, frozenset[str]]
    spots: Mapping[Place, Sequence[Spot]]

    @cached_property
    def by_article(self) -> Mapping[int, float]:
        """The best of each article's provisions."""
        found: dict[int, float] = {}
        for place, value in self.by_place.items():
            found[place.article] = max(value, found.get(place.article, 0.0))
        return found

    @cached_property
    def by_spot(self) -> Mapping[int, Mapping[Spot, float]]:
        """The same of each part of each article."""
        found: defaultdict[int, dict[Spot, float]] = defaultdict(dict)
        for place, value in self.by_place.items():
            for spot in self.spots.get(place, ()):
                found[place.article][spot] = value
        return found

    @cached_property
    def nearest(self) -> frozenset[int]:
        """The numbers of the articles that come first: those that phrasings alone may bring."""
        ranked = sorted(self.by_article.items(), key=lambda pair: (-pair[1], pair[0]))
        return frozenset(number for number, _ in ranked[:MOST_NEAR])


NOTHING_ALIKE: Final = Likeness({}, {}, {})


@derived
def phrasings(edition: Edition) -> Phrasings:
    """Return the phrasings of an edition."""
    at_large = dictionary(edition)
    numbers: dict[Place, int] = {}
    held: defaultdict[str, set[int]] = defaultdict(set)
    common: dict[str, float] = {}

    def hold(place: Place, found: Telling) -> int:
        number = numbers.setdefault(place, len(numbers))
        for stem, word in found.items():
            held[stem].add(number)
            common[stem] = min(common.get(stem, 1.0), at_large.telling(word))
        return number

    for place, found in passages(edition.articles):
        hold(place, found)
    by_stem: defaultdict[str, array[int]] = defaultdict(lambda: array("H"))
    places = array("H")
    for row in edition.phrasings:
        for found in read_telling(row.telling):
            for stem in found:
                by_stem[stem].append(len(places))
            places.append(hold(row.place, found))
    rarity = {
        stem: log(1 + len(numbers) / len(where)) * common[stem] for stem, where in held.items()
    }
    weights = array("f", bytes(4 * len(places)))
    for stem, those in by_stem.items():
        for each in those:
            weights[each] += rarity[stem]
    return Phrasings(
        provisions=tuple(numbers),
        by_stem=dict(by_stem),
        places=places,
        weights=weights,
        rarity=rarity,
        held={stem: tuple(sorted(where)) for stem, where in held.items()},
        spots=documents.spots_of_places(edition),
        at_large=at_large,
    )


def passages(articles: Iterable[Article]) -> Iterator[tuple[Place, Telling]]:
    """Yield what each provision says, as ``telling`` does; its title is part of an article's."""
    for article in articles:
        yield article.place, telling(f"{article.title} {article.gist}")
        for row in article.passages():
            yield documents.named(article, row.place), telling(row.plain)


def likeness(plan: Plan, known: Phrasings) -> Likeness:
    """Return how like the query of a plan the phrasings are.

    Where something must or must not be found as it stands, nothing is alike. A single word is like
    those phrasings alone that are about it, not those in which it happens to stand, if it is an
    everyday one: another is there for nothing else.
    """
    if plan.excluded or any(need.is_required for need in plan.needs):
        return NOTHING_ALIKE
    is_everyday = len(plan.needs) == 1 and known.at_large.has(plan.needs[0].typed)
    in_phrasing: defaultdict[int, float] = defaultdict(float)
    in_place: defaultdict[int, float] = defaultdict(float)
    stems: defaultdict[int, set[str]] = defaultdict(set)
    asked = 0.0
    for need in plan.needs:
        forms = [form for form in need.stems if form in known.rarity]
        rarity = max((known.rarity[form] for form in forms), default=need.rarity)
        asked += rarity
        for number in {number for form in forms for number in known.by_stem.get(form, ())}:
            in_phrasing[number] += rarity
        for place in {place for form in forms for place in known.held[form]}:
            in_place[place] += rarity
            stems[known.provisions[place].article].update(forms)
    best: defaultdict[int, float] = defaultdict(float)
    for number, found in in_phrasing.items():
        share = min(found / known.weights[number], 1.0)
        if is_everyday and share < MOST_OF_IT:
            continue
        place = known.places[number]
        best[place] = max(best[place], found / asked * share**REST)
    by_place = {
        known.provisions[place]: (best[place] + ALL_TOGETHER * found / asked) / (1 + ALL_TOGETHER)
        for place, found in in_place.items()
        if place in best or not is_everyday
    }
    near = {place.article for place in by_place}
    held = {number: frozenset(each) for number, each in stems.items() if number in near}
    return Likeness(by_place, held, known.spots)
