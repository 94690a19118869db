"""Finds the provision that words mean which no text has: a translation, or somebody's own words."""

from __future__ import annotations

from typing import Final

from articles import search
from articles.edition import Edition
from articles.search.documents import rows_of
from articles.treaty.places import Place

LEAST: Final = 0.85
"""What the best article must count, for all that is looked for, to be named."""

LEAST_AHEAD: Final = 1.3
"""How many times as much as the next it must count."""


def meant(text: str, edition: Edition) -> Place | None:
    """Return the provision that is plainly nearest to a text by its meaning, if one is."""
    query = search.parse(text, is_words_only=True)
    findings = search.find(query, search.lexicon(edition), search.phrasings(edition))
    asked = sum(need.rarity for need in findings.plan.needs)
    if not findings.matches:
        return None
    best, *others = findings.matches
    least = [LEAST * asked, *(LEAST_AHEAD * other.score for other in others)]
    if best.score < max(least):
        return None
    if best.passage is None:
        return Place(best.article_id)
    field, part = best.passage
    place: Place = rows_of(edition.by_number[best.article_id], field)[part].place
    return place
