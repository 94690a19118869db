"""Ranks documents for a plan. The same on every database: the engines only find them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from articles.search.analysis import stems as stems_of
from articles.search.documents import (
    BETWEEN_PARTS,
    FIELDS,
    KEYWORDS,
    TEXT,
    UNCONFIRMED,
    Document,
    ranked_mark,
)
from articles.search.plan import TERM, ConceptUse, Need, Plan, Probe

PHRASE_BONUS: Final = 0.6
"""What the words of a query count again, in the weight of the field that has them in a row."""

TOGETHER_BONUS: Final = 1.0
"""What it counts that one statement has all the words."""

GOOD_PART: Final = 0.6
"""How much of what the best articles have another one must have, to be shown beside them."""

PLACE_DECAY: Final = 0.8
"""How much less each further article of a concept counts than the one before it."""

LAST_PLACE: Final = 12


@dataclass(frozen=True)
class Match:
    """An article that answers a query.

    ``completeness`` is the part of the needs that it meets, by how much they tell. ``fields``
    are the places in ``FIELDS`` where words were found; ``statement`` is the best of the
    article's reported (or unconfirmed) statements: which field, and which part of it.
    """

    article_id: int
    score: float
    completeness: float
    fields: tuple[int, ...]
    notes: tuple[str, ...]
    statement: tuple[int, int] | None


def rank(documents: Iterable[Document], plan: Plan) -> list[Match]:
    """Return the documents that answer a plan, best first.

    Those that meet every need; if there are none, or much was asked for, also those that meet
    a good part of what the best do. Equal scores stand in the order of the treaty.
    """
    unique = {document.article_id: document for document in documents}.values()
    matches = [found for document in unique if (found := match(document, plan))]
    most = max((found.completeness for found in matches), default=0.0)
    if plan.needs and not most:
        return []
    least = 1.0 if most == 1.0 and not plan.is_long else most * GOOD_PART
    kept = [found for found in matches if found.completeness >= least]
    return sorted(kept, key=lambda found: (-round(found.score, 6), found.article_id))


def match(document: Document, plan: Plan) -> Match | None:
    """Return how the document answers the plan; ``None`` if it has not what it must or must not."""
    if any(is_in(probe, document, i) for probe in plan.excluded for i in range(len(FIELDS))):
        return None
    score, met, asked = 0.0, 0.0, 0.0
    fields: set[int] = set()
    notes: dict[str, None] = {}
    for need in plan.needs:
        literal, found_in = literal_score(document, need)
        by_concept, reason = concept_score(document, need)
        gained = literal + by_concept
        if need.is_required and not gained:
            return None
        score += gained * need.rarity
        asked += need.rarity
        met += need.rarity if gained else 0.0
        fields |= found_in
        if found_in and need.note:
            notes[need.note] = None
        if reason and not found_in - {KEYWORDS}:
            notes[reason] = None
    completeness = 1.0 if met == asked else met / asked
    score += phrase_bonus(document, plan)
    statement, share = best_statement(document, plan)
    score += TOGETHER_BONUS * (share == 1.0 and len(plan.needs) > 1)
    return Match(
        article_id=document.article_id,
        score=score * completeness,
        completeness=completeness,
        fields=tuple(sorted(fields)),
        notes=tuple(notes),
        statement=statement,
    )


def phrase_bonus(document: Document, plan: Plan) -> float:
    """Return what it counts that the words of the query stand in a row."""
    if not plan.phrases:
        return 0.0
    rarity = sum(need.rarity for need in plan.needs) / max(len(plan.needs), 1)
    held = sum(
        FIELDS[i].weight
        for phrase in plan.phrases
        for i, text in enumerate(document.stems)
        if f" {phrase} " in text
    )
    return PHRASE_BONUS * rarity * held


def literal_score(document: Document, need: Need) -> tuple[float, set[int]]:
    """Return what the words of the need count in each field together, and in which they are."""
    total, found_in = 0.0, set()
    for i, field in enumerate(FIELDS):
        weight = max(
            (probe.weight for probe in need.literal if is_in(probe, document, i)), default=0.0
        )
        if weight:
            total += weight * field.weight
            found_in.add(i)
    return total, found_in


def concept_score(document: Document, need: Need) -> tuple[float, str]:
    """Return what the concepts of the need count, and the reason to give for the best."""
    best, reason = 0.0, ""
    for use in need.uses:
        gained, term = use_score(document, use)
        if gained > best:
            best, reason = gained, use.reason(term)
    return best, reason


def use_score(document: Document, use: ConceptUse) -> tuple[float, str | None]:
    """Return what a concept counts, and which of its terms the document has, beside what was typed.

    A term among the readers' words counts, but is not one that the edition uses.
    """
    total = 0.0
    if f" {use.mark.needle} " in document.concepts:
        number = use.meaning.concept.number
        place = next(
            (p for p in range(1, LAST_PLACE) if f" {ranked_mark(number, p)} " in document.concepts),
            LAST_PLACE,
        )
        total += use.mark.weight * PLACE_DECAY ** (place - 1)
    best, shown = 0.0, None
    for term_stems, term in use.meaning.concept.terms:
        held = {i for i, text in enumerate(document.stems) if f" {term_stems} " in text}
        best = max(best, max((FIELDS[i].weight for i in held), default=0.0))
        if shown is None and held - {KEYWORDS} and term_stems != stems_of(use.typed):
            shown = term
    return total + TERM * best / FIELDS[0].weight, shown


def is_in(probe: Probe, document: Document, field: int) -> bool:
    """Whether a field has what the probe looks for."""
    if probe.form == "stem":
        return f" {probe.needle} " in document.stems[field]
    end = "" if probe.form == "prefix" else " "
    return f" {probe.needle}{end}" in document.words[field]


def best_statement(document: Document, plan: Plan) -> tuple[tuple[int, int] | None, float]:
    """Return the statement that meets most needs, the earlier of equals, and the share it meets.

    A reported statement goes before an unconfirmed one that meets as many.
    """
    best, most = None, 0
    for i in (TEXT, UNCONFIRMED):
        if document.words[i].isspace():
            continue
        parts = zip(
            document.words[i].split(BETWEEN_PARTS),
            document.stems[i].split(BETWEEN_PARTS),
            strict=True,
        )
        for place, (words, stems) in enumerate(parts):
            met = sum(meets(need, f" {words} ", f" {stems} ") for need in plan.needs)
            if met > most:
                best, most = (i, place), met
    return best, most / len(plan.needs) if plan.needs else 0.0


def meets(need: Need, words: str, stems: str) -> bool:
    """Whether a statement has the need's words, or terms of its concepts."""
    return any(
        f" {probe.needle} " in stems
        if probe.form == "stem"
        else f" {probe.needle}{'' if probe.form == 'prefix' else ' '}" in words
        for probe in need.shown
    )


def reasons(found: Match) -> list[str]:
    """Return why an article was found, for the reader: what was understood, then where it is."""
    return [*found.notes, *(FIELDS[i].reason for i in found.fields)]
