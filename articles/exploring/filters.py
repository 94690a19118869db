"""What articles can be filtered by, themes and legal strengths, and how several combine."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from articles.edition import Edition, derived
from articles.models import Strength, Theme
from articles.treaty.phrases import counted


class Match(StrEnum):
    """How several filters combine."""

    ANY = "any"
    ALL = "all"

    @property
    def joined(self) -> str:
        """What stands before the last of several names: ``Energy, or Sanctions``."""
        return {Match.ANY: ", or ", Match.ALL: ", and "}[self]


@dataclass(frozen=True)
class Filter:
    """A theme or a legal strength: the pair that stands for it in an address, and its name.

    ``numbers`` are those of the articles that have it. Where it is one, there is the ``theme``.
    """

    parameter: str
    value: str
    name: str
    numbers: frozenset[int]
    theme: Theme | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """How an address says it."""
        return self.parameter, self.value


THEME: Final = "theme"
STRENGTH: Final = "strength"

NOUNS: Final = {THEME: "theme", STRENGTH: "legal strength", "match": "way to match"}
"""What the values of each parameter are called."""


@derived
def filters(edition: Edition) -> tuple[Filter, ...]:
    """Return the themes and then the legal strengths, each in its own order."""
    themes = (
        Filter(
            THEME,
            theme.slug,
            theme.name,
            frozenset(row.number for row in edition.with_themes([theme])),
            theme,
        )
        for theme in edition.themes
    )
    strengths = (
        Filter(
            STRENGTH,
            strength.value,
            str(strength.label),
            frozenset(row.number for row in edition.articles if strength in row.strengths),
        )
        for strength in Strength
    )
    return (*themes, *strengths)


def left_by(numbers: Collection[int], chosen: Iterable[Filter], match: Match) -> Collection[int]:
    """Return those of the numbers of articles that the chosen filters leave, in their order."""
    sets = [row.numbers for row in chosen]
    if not sets:
        return numbers
    kept = frozenset.union(*sets) if match is Match.ANY else frozenset.intersection(*sets)
    return [number for number in numbers if number in kept]


@dataclass(frozen=True)
class Offer:
    """A filter as it is offered: whether it is chosen, and how many articles there then would be.

    It ``has_others`` where others are chosen already.
    """

    filter: Filter
    is_chosen: bool
    count: int
    has_others: bool

    @property
    def is_dimmed(self) -> bool:
        """Whether it would lead to nothing."""
        return not (self.is_chosen or self.count)

    @property
    def name(self) -> str:
        """What it is called: ``Energy and nuclear power, 2 articles``."""
        none = "none together" if self.has_others else "none"
        amount = counted(self.count, "article") if self.count else none
        return f"{self.filter.name}, {amount}"

    @property
    def key(self) -> tuple[str, bool, int, bool]:
        """What tells it from every other."""
        return self.filter.value, self.is_chosen, self.count, self.has_others
