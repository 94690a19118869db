"""What people type when they look for a provision, compared with what somebody typed.

A second reading of a query beside the one by words and concepts: the provision is the likelier,
the more of what tells in the query stands in one of its phrasings, and the less else does there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from articles.edition.edition import Edition, derived
from articles.models import Article
from articles.search import documents, everyday
from articles.search.analysis import tokens
from articles.search.needs import Need, Plan
from articles.search.stop_words import STOP_STEMS
from articles.treaty.places import Place

ALL_TOGETHER: Final = 0.5
"""What it counts that a provision has a word in any of its phrasings or in its text, beside that
one phrasing has it."""

REST: Final = 0.3
"""The power of the share of a phrasing that was typed: what else it says weighs less than what
of the query it lacks."""


MOST_NEAR: Final = 10
"""Articles that phrasings alone may bring."""

Parts = Mapping[int, Mapping[tuple[int, int], Place]]
"""The provision of every part of the fields of each article, by field and part."""


@dataclass(frozen=True)
class Phrasings:
    """Every phrasing of an edition, by the stems that it has.

    ``places`` has the provision of each, and ``weights`` how much its stems tell together.
    ``rarity`` says how much a stem tells: more, the fewer provisions have it, and the less common
    it is anywhere. ``held`` says which provisions have a stem, in a phrasing or in their text.
    """

    by_stem: Mapping[str, Sequence[int]]
    places: Sequence[Place]
    weights: Sequence[float]
    rarity: Mapping[str, float]
    held: Mapping[str, frozenset[Place]]
    parts: Parts


NO_PHRASINGS: Final = Phrasings({}, (), (), {}, {}, {})


@dataclass(frozen=True)
class Likeness:
    """How like a query each provision's phrasings are, from 0 to 1.

    ``stems`` has those of the query that stand in a phrasing or in the text of each article.
    """

    by_place: Mapping[Place, float]
    stems: Mapping[int, frozenset[str]]
    parts: Parts

    @cached_property
    def by_article(self) -> Mapping[int, float]:
        """The best of each article's provisions."""
        found: dict[int, float] = {}
        for place, value in self.by_place.items():
            found[place.article] = max(value, found.get(place.article, 0.0))
        return found

    @cached_property
    def nearest(self) -> list[int]:
        """The numbers of the articles that come first: those that phrasings alone may bring."""
        ranked = sorted(self.by_article.items(), key=lambda pair: (-pair[1], pair[0]))
        return [number for number, _ in ranked[:MOST_NEAR]]


NOTHING_ALIKE: Final = Likeness({}, {}, {})


@derived
def phrasings(edition: Edition) -> Phrasings:
    """Return the phrasings of an edition."""
    phrased = [(row.place, telling(text)) for row in edition.phrasings for text in row.texts]
    held: defaultdict[str, set[Place]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for place, found in (*phrased, *passages(edition.articles)):
        for stem, word in found.items():
            held[stem].add(place)
            words[stem].add(word)
    count = len({place for places in held.values() for place in places})
    rarity = {
        stem: log(1 + count / len(places)) * min(map(everyday.telling, words[stem]))
        for stem, places in held.items()
    }
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, found) in enumerate(phrased):
        for stem in found:
            by_stem[stem].append(number)
    return Phrasings(
        by_stem=dict(by_stem),
        places=[place for place, _ in phrased],
        weights=[sum(rarity[stem] for stem in found) for _, found in phrased],
        rarity=rarity,
        held={stem: frozenset(places) for stem, places in held.items()},
        parts={row.number: documents.places_of_parts(row) for row in edition.articles},
    )


def passages(articles: Iterable[Article]) -> Iterator[tuple[Place, dict[str, str]]]:
    """Yield what each provision says, as ``telling`` does; its title is part of an article's."""
    for article in articles:
        yield article.place, telling(f"{article.title} {article.gist}")
        for row in article.passages():
            yield documents.named(article, row.place), telling(row.plain)


def telling(text: str) -> dict[str, str]:
    """Return the stems of a text that tell, each with a word that has it."""
    found = {token.stem: token.word for token in tokens(text)}
    return {stem: found[stem] for stem in found if stem not in STOP_STEMS} or found


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
        forms = [form for form in forms_of(need) if form in known.rarity]
        rarity = max((known.rarity[form] for form in forms), default=need.rarity)
        asked += rarity
        for number in {number for form in forms for number in known.by_stem.get(form, ())}:
            in_phrasing[number] += rarity
        for place in frozenset[Place]().union(*(known.held[form] for form in forms)):
            in_place[place] += rarity
            stems[place.article].update(forms)
    best: defaultdict[Place, float] = defaultdict(float)
    for number, found in in_phrasing.items():
        share = min(found / known.weights[number], 1.0)
        best[known.places[number]] = max(best[known.places[number]], found / asked * share**REST)
    by_place = {
        place: (best[place] + ALL_TOGETHER * found / asked) / (1 + ALL_TOGETHER)
        for place, found in in_place.items()
    }
    held = {number: frozenset(each) for number, each in stems.items()}
    return Likeness(by_place, held, known.parts)


def forms_of(need: Need) -> list[str]:
    """Return the stems by which a need is looked for."""
    return [probe.needle for probe in need.literal if probe.form == "stem"]
