"""The treaty as a strip of ticks, one for each article, in runs of the same leading theme.

It shows at a glance how something spreads over the treaty, or where in it the reader is. It is a
picture: a page that has one says the same in words, and leads there by them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from articles.edition import Edition, derived
from articles.models import Article

NOTHING: Final[Collection[int]] = ()
STATES: Final = ("", "lit", "also", "dim")


@dataclass(frozen=True)
class Tick:
    """An article on a strip, and where it leads.

    ``family`` is that of the leading theme, by which it is coloured, and ``ends_run`` is true of
    the last before another theme leads. ``state`` is ``lit`` for what the strip is about,
    ``also`` for what is about it less, ``dim`` for the rest; empty where it is about nothing.
    """

    number: int
    label: str
    name: str
    address: str
    family: int
    ends_run: bool = False
    state: str = ""
    is_here: bool = False

    @property
    def is_lit(self) -> bool:
        """Whether the strip is about the article."""
        return self.state == "lit"

    @property
    def shown(self) -> str:
        """What is written on it, if anything."""
        return self.label if self.is_here or self.state in {"lit", "also"} else ""

    @property
    def key(self) -> tuple[int, str, bool]:
        """What tells it from the ticks of every strip of an edition."""
        return self.number, self.state, self.is_here


def strip(
    edition: Edition,
    lit: Collection[int] | None = None,
    *,
    also: Collection[int] = NOTHING,
    here: int | None = None,
) -> list[Tick]:
    """Return a tick for each article, in the treaty's order.

    ``lit`` has the numbers of the articles that the strip is about, ``also`` of those that are
    about it less; without ``lit`` it is about nothing, and shows the families of themes.
    ``here`` is the number of the article that the reader has open.
    """

    def state(number: int) -> str:
        if lit is None:
            return ""
        return "lit" if number in lit else "also" if number in also else "dim"

    drawn = ticks_in_states(edition)
    shown = (drawn[tick.number, state(tick.number)] for tick in ticks(edition))
    return [replace(tick, is_here=True) if tick.number == here else tick for tick in shown]


@derived
def ticks_in_states(edition: Edition) -> Mapping[tuple[int, str], Tick]:
    """Return the tick of each article in each state, by its number and that."""
    return {
        (tick.number, state): replace(tick, state=state)
        for tick in ticks(edition)
        for state in STATES
    }


@derived
def ticks(edition: Edition) -> Sequence[Tick]:
    """Return the ticks of a strip that is about nothing."""
    found: list[Tick] = []
    for _, run in groupby(edition.articles, key=lambda article: article.leading_theme):
        found += map(tick_of, run)
        found[-1] = replace(found[-1], ends_run=True)
    return found


def tick_of(article: Article) -> Tick:
    """Return the tick of an article."""
    return Tick(
        number=article.number,
        label=article.numeral,
        name=f"{article.label}: {article.title}",
        address=article.get_absolute_url(),
        family=article.family,
    )
