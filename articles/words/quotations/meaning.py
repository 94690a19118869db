"""Finds the provision that words mean which no text has: a translation, or somebody's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles import search
from articles.edition import Edition
from articles.edition.corpus import Unit, corpus
from articles.search.documents import passages
from articles.treaty.places import Place
from articles.words.quotations.matches import Verification
from articles.words.quotations.verifying import Checked

LEAST: Final = 0.85
"""What the best article must count, for all that is looked for, to be named."""

LEAST_AHEAD: Final = 1.3
"""How many times as much as the next it must count."""


def with_meanings(checked: Checked, edition: Edition) -> Checked:
    """Give each passage that is nowhere the provision that it seems to mean.

    Search asks the database, once for each.
    """
    passages = tuple(
        row if row.is_found or not row.is_telling else with_meaning(row, edition)
        for row in checked.passages
    )
    return replace(checked, passages=passages)


def with_meaning(passage: Verification, edition: Edition) -> Verification:
    """Give a passage the provision that it seems to mean, if there is one, with its cautions."""
    place = meant(passage.quotation.text, edition)
    if place is None:
        return passage
    ours = (unit for unit in corpus(edition)[-1].units if unit.place == place)
    cautions = (
        caution
        for caution in edition.by_number[place.article].cautions.all()
        if not place.paragraph or caution.paragraph in {None, place.paragraph}
    )
    return replace(passage, meant=next(ours, Unit(place, "")), cautions=tuple(cautions))


def meant(text: str, edition: Edition) -> Place | None:
    """Return the provision that is plainly nearest to a text by its meaning, if one is."""
    query = search.parse(text, is_words_only=True)
    findings = search.find(query, search.index(edition))
    asked = sum(need.rarity for need in findings.plan.needs)
    if not findings.matches:
        return None
    best, *others = findings.matches
    least = [LEAST * asked, *(LEAST_AHEAD * other.score for other in others)]
    if best.score < max(least):
        return None
    if best.passage is None:
        return Place(best.article_id)
    place: Place = passages(edition)[best.article_id][best.passage].row.place
    return place
