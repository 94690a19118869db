"""Articles and paragraphs one after the other: how an address and how a sentence names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from articles import addresses, treaty

SHORTEST_RUN: Final = 3
"""Neighbours that are written with a dash; two are not."""

MOST_SPOKEN: Final = 8
"""Places or runs that are named in a sentence or title; how many more there are is said."""


@dataclass(frozen=True)
class Place:
    """An article (0 is the preamble), or one of its paragraphs."""

    article: int
    paragraph: int | None = None

    @property
    def code(self) -> str:
        """How an address writes it: ``12.2``."""
        return addresses.place_code(self.article, self.paragraph)

    @property
    def label(self) -> str:
        """``Article 12, paragraph 2``."""
        return addresses.place_label(self.article, self.paragraph)

    @property
    def url(self) -> str:
        """The address of its page."""
        return addresses.place_url(self.article, self.paragraph)

    @property
    def anchor(self) -> str:
        """The HTML ``id`` (``art_12__para_2``)."""
        if self.paragraph is None:
            return addresses.article_anchor(self.article)
        return addresses.paragraph_anchor(self.article, self.paragraph)

    @property
    def number(self) -> int:
        """The number that a range counts by: the paragraph's, or else the article's."""
        return self.article if self.paragraph is None else self.paragraph

    def steps_from(self, other: Place) -> int:
        """Return how far it stands after another place of its kind; 0 if they do not compare."""
        is_same_kind = (self.paragraph is None) == (other.paragraph is None)
        if not is_same_kind or (self.paragraph is not None and self.article != other.article):
            return 0
        return self.number - other.number


def runs(places: Iterable[Place]) -> list[list[Place]]:
    """Return the places in runs of neighbours, upwards or downwards."""
    found: list[list[Place]] = []
    for place in places:
        if found and is_next(found[-1], place):
            found[-1].append(place)
        else:
            found.append([place])
    return found


def is_next(run: Sequence[Place], place: Place) -> bool:
    """Whether a place comes next in a run of neighbours."""
    step = place.steps_from(run[-1])
    return abs(step) == 1 and (len(run) == 1 or step == run[-1].steps_from(run[-2]))


def code(places: Iterable[Place]) -> str:
    """Return the one way in which an address writes the places: ``3,12.2,17-19``."""
    written = []
    for run in runs(places):
        if len(run) >= SHORTEST_RUN:
            written.append(f"{run[0].code}-{run[-1].number}")
        else:
            written += [place.code for place in run]
    return ",".join(written)


def spoken(places: Iterable[Place]) -> str:
    """Return what the places are called: ``Articles 3, 12(2) and 17–19``."""
    rows = runs(places)
    named = [place for run in rows[:MOST_SPOKEN] for place in run]
    more = sum(map(len, rows[MOST_SPOKEN:]))
    groups = [list(group) for _, group in groupby(named, key=kind)]
    said = "; ".join(spoken_alike(group, "," if more else " and") for group in groups)
    return f"{said} and {more} more" if more else said


def kind(place: Place) -> str:
    """Return what the place is: an article, the preamble, or a recital of it."""
    if place.article != treaty.PREAMBLE:
        return "Article"
    return "Preamble" if place.paragraph is None else "Preamble, recital"


def spoken_alike(places: Sequence[Place], joined: str) -> str:
    """Return what places of one kind are called, ``joined`` being what the last comes after."""
    if places[0] == Place(treaty.PREAMBLE):
        return kind(places[0])
    parts = []
    for run in runs(places):
        first, last = spoken_number(run[0]), spoken_number(run[-1])
        if len(run) >= SHORTEST_RUN:
            parts.append(f"{first}–{last.removeprefix(str(run[0].article)) or last}")
        else:
            parts += [spoken_number(place) for place in run]
    *others, last = parts
    listed = f"{', '.join(others)}{joined} {last}" if others else last
    return f"{kind(places[0])}{'s' if len(places) > 1 else ''} {listed}"


def spoken_number(place: Place) -> str:
    """Return the number of a place as a citation gives it: ``12(2)``; of a recital its own."""
    if place.article == treaty.PREAMBLE or place.paragraph is None:
        return str(place.number)
    return f"{place.article}({place.paragraph})"


def spans(numbers: Iterable[int]) -> str:
    """Return numbers as a sentence gives them: ``4`` or ``4–9`` or ``0, 4–9``."""
    return ", ".join(
        str(run[0].number) if len(run) == 1 else f"{run[0].number}–{run[-1].number}"
        for run in runs(Place(number) for number in numbers)
    )
