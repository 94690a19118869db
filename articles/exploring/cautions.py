"""The caution that a hit carries, where it corrects what the reader seems to believe."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from articles.models import Caution
from articles.search.needs import Need, Plan
from articles.search.telling import telling
from articles.treaty.places import Place

LEAST: Final = 0.3
"""How much of what a query tells must be in a caution, for it to speak of that."""


def caution_on(place: Place, cautions: Iterable[Caution], plan: Plan) -> str:
    """Return the caution on a provision that speaks most of what was asked for; mostly none.

    One on the article speaks of each of its provisions.
    """
    here = [row for row in cautions if row.paragraph in {None, place.paragraph or 1}]
    best, most = "", LEAST * sum(need.rarity for need in plan.needs)
    for caution in here:
        stems = telling(caution.text).keys()
        said = sum(need.rarity for need in plan.needs if is_said(need, stems))
        if said > most:
            best, most = caution.text, said
    return best


def is_said(need: Need, stems: Collection[str]) -> bool:
    """Whether what was asked for is said with these stems, in its own or its concept's words."""
    names = (telling(use.meaning.concept.name).keys() for use in need.uses)
    return any(stem in stems for stem in need.stems) or any(
        all(stem in stems for stem in name) for name in names
    )
