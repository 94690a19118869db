"""The thesaurus by letter: the concepts under each, in the order of the alphabet."""

from __future__ import annotations

from itertools import groupby

from articles.edition import Edition, derived
from articles.models import Concept


@derived
def by_letter(edition: Edition) -> dict[str, list[Concept]]:
    """Return the concepts by the letter with which their names begin, in small letters."""
    concepts = sorted(edition.concepts, key=lambda concept: concept.name.casefold())
    groups = groupby(concepts, key=lambda concept: concept.letter)
    return {letter: list(rows) for letter, rows in groups}
