"""Ranks documents for a plan. The same on every database: the engines only find them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articles.search.analysis import stems as stems_of
from articles.search.documents import (
    BETWEEN_PARTS,
    FIELDS,
    KEYWORDS,
    OFFICIAL,
    TEXT,
    TITLE,
    Document,
)
from articles.search.needs import TERM, ConceptUse, Need, Plan, Probe
from articles.search.phrasings import NOTHING_ALIKE, Likeness, forms_of

PHRASE_BONUS: Final = 0.6
"""What the words of a query count again, in the weight of the field that has them in a row."""

TOGETHER_BONUS: Final = 1.0
"""What it counts that one passage has all the words."""

GOOD_PART: Final = 0.6
"""How much of what the best articles have another one must have, to be shown beside them."""

GOOD_SCORE: Final = 0.25
"""How much of what the best article counts another one must, to which a phrasing leads."""

PLACE_DECAY: Final = 0.8
"""How much less each further article of a concept counts than the one before it."""

LITERAL: Final = 0.3
"""What it counts for a passage that it has a word itself, beside that a concept leads to it."""

PHRASED: Final = 0.2
"""What a word counts that only the phrasings of an article have."""

ALIKE: Final = 5.0
"""What it counts, for all that was asked, that a phrasing is the query word for word."""

PART_ALIKE: Final = 2.0
"""The same for a passage, beside one that meets a need."""

SHOWN: Final = (OFFICIAL, TEXT)
"""The fields of which a part can be shown as what was found, the best first."""

Asked = tuple[int, Sequence[Probe], Mapping[int, float]]
"""So many needs, with what meets them in a field: words, or being a part a concept leads to."""

Places = dict[str, list[int]]
"""In which of ``FIELDS`` something stands, in their order."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a document has of what a plan looks for, among its words and among its stems."""

    words: Places
    stems: Places

    def fields(self, probe: Probe) -> Sequence[int]:
        """Return the fields that have what the probe looks for."""
        return (self.stems if probe.form == "stem" else self.words).get(probe.sought, ())


@dataclass(frozen=True)
class Match:
    """An article that answers a query.

    ``completeness`` is the part of the needs that it meets, by how much they tell; what it meets
    ``is_own`` if no phrasing had to be asked. ``fields``
    are the places in ``FIELDS`` where words were found; ``passage`` is the one that answers
    best: which field, and which part of it.
    """

    article_id: int
    score: float
    completeness: float
    is_own: bool
    fields: tuple[int, ...]
    notes: tuple[str, ...]
    passage: tuple[int, int] | None


def rank(documents: Iterable[Document], plan: Plan, alike: Likeness = NOTHING_ALIKE) -> list[Match]:
    """Return the documents that answer a plan, best first.

    ``alike`` says how like the query the phrasings of provisions are. An article that is among the
    nearest by them may lack some words, and still come before one that has all. An article that
    has the only word itself goes before those to which a concept or a phrasing leads.

    Those that meet every need; if there are none, or much was asked for, also those that meet
    a good part of what the best do. Equal scores stand in the order of the treaty.
    """
    unique = {document.article_id: document for document in documents}.values()
    matches = [found for document in unique if (found := match(document, plan, alike))]
    most = max((found.completeness for found in matches), default=0.0)
    if plan.needs and not most:
        return []
    whole = [found for found in matches if found.completeness == 1.0]
    own = [found for found in whole if found.is_own]
    whole = own or [found for found in whole if found.article_id in alike.nearest]
    best = max((found.score for found in whole or matches), default=0.0)
    least = best if own else best * GOOD_SCORE
    kept = [
        found
        for found in matches
        if found in whole
        or (found.completeness >= most * GOOD_PART and (plan.is_long or not whole) and found.is_own)
        or (found.score > least and found.article_id in alike.nearest)
    ]
    is_one_word = len(plan.needs) == 1
    return sorted(
        kept,
        key=lambda found: (
            is_one_word and not found.fields,
            -round(found.score, 6),
            found.article_id,
        ),
    )


def match(document: Document, plan: Plan, alike: Likeness) -> Match | None:
    """Return how the document answers the plan; ``None`` if it has not what it must or must not."""
    if any(is_in(probe, document) for probe in plan.excluded):
        return None
    score, met, asked = 0.0, 0.0, 0.0
    held = held_by(document, plan)
    phrased = alike.stems.get(document.article_id, frozenset())
    is_own = True
    fields: set[int] = set()
    notes: dict[str, None] = {}
    for uses, needs in plan.groups:
        by_concept, reason = concept_score(document, uses, held)
        for need in needs:
            literal, found_in = literal_score(need, held)
            gained = literal + by_concept
            if not gained and not phrased.isdisjoint(forms_of(need)):
                gained, is_own = PHRASED, False
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
    if plan.needs and not (fields or notes):
        notes[FIELDS[KEYWORDS].reason] = None
    completeness = 1.0 if met == asked else met / asked
    score += phrase_bonus(plan, held)
    passage, share = best_passage(document, plan, held, alike)
    score += TOGETHER_BONUS * (share == 1.0 and len(plan.needs) > 1)
    score += ALIKE * asked * alike.by_article.get(document.article_id, 0.0)
    return Match(
        article_id=document.article_id,
        score=score * completeness,
        completeness=completeness,
        is_own=is_own,
        fields=tuple(sorted(fields)),
        notes=tuple(notes),
        passage=passage,
    )


def held_by(document: Document, plan: Plan) -> Held:
    """Return what the document has of all that the plan looks for."""
    words, stems = plan.sought
    return Held(places_of(words, document.words), places_of(stems, document.stems))


def places_of(sought: Iterable[str], texts: Sequence[str]) -> Places:
    """Return in which of the texts each of the sought words is, if in any."""
    together = " ".join(texts)
    return {
        each: [i for i, text in enumerate(texts) if each in text]
        for each in sought
        if each in together
    }


def phrase_bonus(plan: Plan, held: Held) -> float:
    """Return what it counts that the words of the query stand in a row."""
    weight = sum(
        FIELDS[i].weight for phrase in plan.phrases for i in held.stems.get(f" {phrase} ", ())
    )
    return PHRASE_BONUS * plan.rarity * weight


def literal_score(need: Need, held: Held) -> tuple[float, set[int]]:
    """Return what the words of the need count in each field together, and in which they are."""
    weights: dict[int, float] = {}
    for probe in need.literal:
        for i in held.fields(probe):
            weights[i] = max(probe.weight, weights.get(i, 0.0))
    return sum(weights[i] * FIELDS[i].weight for i in sorted(weights)), set(weights)


def concept_score(document: Document, uses: Iterable[ConceptUse], held: Held) -> tuple[float, str]:
    """Return what the concepts of a need count, and the reason to give for the best."""
    best, reason = 0.0, ""
    for use in uses:
        gained, term = use_score(document, use, held)
        if gained > best:
            best, reason = gained, use.reason(term)
    return best, reason


def use_score(document: Document, use: ConceptUse, held: Held) -> tuple[float, str | None]:
    """Return what a concept counts, and which of its terms the document has, beside what was typed.

    A term among the readers' words counts, but is not one that the edition uses.
    """
    led = document.led_to(use.meaning.concept.number)
    total = use.mark.weight * PLACE_DECAY ** (led[0] - 1) if led else 0.0
    best, shown = 0.0, None
    for term_stems, term in use.meaning.concept.terms:
        fields = held.stems.get(f" {term_stems} ")
        # A treaty says "for the purposes of" without being about them: of the official words
        # only a term of several is surely one.
        if not fields or (fields == [OFFICIAL] and " " not in term_stems):
            continue
        best = max(best, FIELDS[fields[0]].weight)  # the heaviest field comes first
        if shown is None and fields != [KEYWORDS] and term_stems != stems_of(use.typed):
            shown = term
    return total + TERM * best / FIELDS[0].weight, shown


def is_in(probe: Probe, document: Document) -> bool:
    """Whether some field has what the probe looks for."""
    texts = document.stems if probe.form == "stem" else document.words
    return any(probe.sought in text for text in texts)


def best_passage(
    document: Document, plan: Plan, held: Held, alike: Likeness
) -> tuple[tuple[int, int] | None, float]:
    """Return the part that answers best, the earlier of equals, and the share of needs it meets.

    That is the one that meets most needs and whose phrasings are likest. Of equals, one to which
    a concept leads goes first, and then the official text before ours.
    """
    best, most, share = None, (0.0, 0.0), 0.0
    needs = max(len(plan.needs), 1)
    places = alike.parts.get(document.article_id, {})
    asked = [
        (
            count,
            [(probe, fields) for probe in probes if (fields := held.fields(probe))],
            parts_led_to(document, uses),
        )
        for count, probes, uses in plan.shown
    ]
    for i in SHOWN:
        here = [
            (count, [probe for probe, at in probes if i in at], led.get(i, {}))
            for count, probes, led in asked
        ]
        words = document.words[i].split(BETWEEN_PARTS)
        stems = document.stems[i].split(BETWEEN_PARTS)
        for part, texts in enumerate(zip(words, stems, strict=True)):
            met, value = worth(here, i, part, (f" {texts[0]} ", f" {texts[1]} "))
            like = alike.by_place.get(places[i, part], 0.0) if (i, part) in places else 0.0
            found = (met / needs + PART_ALIKE * like, value)
            if found > most and (met or i != OFFICIAL):
                best, most, share = (i, part), found, met / needs
    return best, share


def worth(
    asked: Iterable[Asked], field: int, part: int, texts: tuple[str, str]
) -> tuple[int, float]:
    """Return how many needs a passage meets, given its words and stems in spaces, and how well.

    In an official text some word must be found: it may be in any language.
    """
    met, value, has_words = 0, 0.0, False
    for count, probes, led in asked:
        is_literal = any(probe.sought in texts[probe.form == "stem"] for probe in probes)
        concept = led.get(part, 0.0)
        if is_literal or concept:
            met += count
            value += count * (concept + LITERAL * is_literal)
        has_words |= is_literal
    return (met, value) if has_words or field != OFFICIAL else (0, 0.0)


def parts_led_to(document: Document, uses: Iterable[ConceptUse]) -> dict[int, dict[int, float]]:
    """Return how much it counts for each part of each field that concepts lead to it."""
    found: dict[int, dict[int, float]] = {}
    for use in uses:
        led = document.led_to(use.meaning.concept.number)
        for field, parts in led[1].items() if led else ():
            for place, part in enumerate(parts):
                worth = PLACE_DECAY**place
                values = found.setdefault(field, {})
                values[part] = max(values.get(part, 0.0), worth)
    return found


def reasons(found: Match) -> list[str]:
    """Return why an article was found, for the reader: what was understood, then where it is."""
    return [*found.notes, *(FIELDS[i].reason for i in found.fields)]


def clue(found: Match) -> str:
    """Return the strongest reason; none where it is the title, which readers see."""
    return "".join(row for row in reasons(found)[:1] if row != FIELDS[TITLE].reason)
