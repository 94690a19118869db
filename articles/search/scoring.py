"""Ranks documents for a plan. The same on every database: the engines only find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from articles.search.documents import (
    FIELDS,
    KEYWORDS,
    NOWHERE,
    OFFICIAL,
    TEXT,
    TITLE,
    Document,
    Parts,
    Spot,
    Where,
)
from articles.search.needs import TERM, ConceptUse, Need, Plan, Probe, Sought
from articles.search.phrasings import NOTHING_ALIKE, Likeness

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


@dataclass(frozen=True, slots=True)
class Held:
    """Where a document has what a plan looks for: among its words, and among its stems."""

    words: Mapping[str, Where]
    stems: Mapping[str, Where]

    @classmethod
    def by(cls, document: Document, plan: Plan) -> Held:
        """Return what the document has."""
        words, stems = plan.sought
        return cls(
            found_in(document.words, document.where_words, words),
            found_in(document.stems, document.where_stems, stems),
        )

    def where(self, probe: Probe) -> Where:
        """Return where there is what the probe looks for."""
        held = self.stems if probe.form == "stem" else self.words
        return held.get(probe.key, NOWHERE)


def found_in(fields: Parts, index: Mapping[str, Where], sought: Sought) -> Mapping[str, Where]:
    """Return where each thing that is sought stands, given the index of the parts of fields."""
    found = {word: index[word] for word in index.keys() & sought.words}
    for row in sought.rows:
        if all(word in index for word in row):
            needle = " ".join(row)
            together = frozenset.intersection(*(index[word].spots for word in row))
            spots = [(i, part) for i, part in together if f" {needle} " in fields[i][part]]
            if spots:
                found[needle] = Where.of(spots)
    for beginning in sought.beginnings:
        begun = [where.spots for word, where in index.items() if word.startswith(beginning)]
        if begun:
            found[f"{beginning}*"] = Where.of(frozenset.union(*begun))
    return found


class Match(NamedTuple):
    """An article that answers a query.

    ``completeness`` is the part of the needs that it meets, by how much they tell; what it meets
    ``is_own`` if no phrasing had to be asked. ``fields`` are the places in ``FIELDS`` where words
    were found; ``passage`` is the one that answers best: which field, and which part of it.
    """

    article_id: int
    score: float
    completeness: float
    is_own: bool
    fields: tuple[int, ...]
    notes: tuple[str, ...]
    passage: Spot | None


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
    complete = [found for found in matches if found.completeness == 1.0]
    own = [found for found in complete if found.is_own]
    whole = own or [found for found in complete if found.article_id in alike.nearest]
    best = max((found.score for found in whole or matches), default=0.0)
    least = best if own else best * GOOD_SCORE
    is_open = plan.is_long or not whole
    kept = {found.article_id for found in whole}
    is_one_word = len(plan.needs) == 1
    return sorted(
        (
            found
            for found in matches
            if found.article_id in kept
            or (is_open and found.is_own and found.completeness >= most * GOOD_PART)
            or (found.score > least and found.article_id in alike.nearest)
        ),
        key=lambda found: (
            is_one_word and not found.fields,
            -round(found.score, 6),
            found.article_id,
        ),
    )


def match(document: Document, plan: Plan, alike: Likeness) -> Match | None:
    """Return how the document answers the plan; ``None`` if it has not what it must or must not."""
    held = Held.by(document, plan)
    if any(held.where(probe).fields for probe in plan.excluded):
        return None
    score, met, asked = 0.0, 0.0, 0.0
    phrased = alike.stems.get(document.article_id, frozenset())
    is_own = True
    fields: set[int] = set()
    notes: dict[str, None] = {}
    for uses, needs in plan.groups:
        by_concept, reason = concept_score(document, uses, held)
        for need in needs:
            literal, found_in = literal_score(need, held)
            gained = literal + by_concept
            if not gained and not phrased.isdisjoint(need.stems):
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


def phrase_bonus(plan: Plan, held: Held) -> float:
    """Return what it counts that the words of the query stand in a row."""
    weight = sum(
        FIELDS[i].weight for phrase in plan.phrases for i in held.stems.get(phrase, NOWHERE).fields
    )
    return PHRASE_BONUS * plan.rarity * weight


def literal_score(need: Need, held: Held) -> tuple[float, set[int]]:
    """Return what the words of the need count in each field together, and in which they are."""
    weights: dict[int, float] = {}
    for probe in need.literal:
        for i in held.where(probe).fields:
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
    lead = document.leads.get(use.meaning.concept.number)
    total = use.mark.weight * PLACE_DECAY ** (lead.place - 1) if lead else 0.0
    best, shown = 0.0, None
    for term_stems, term in use.meaning.concept.terms:
        fields = held.stems.get(term_stems, NOWHERE).fields
        # A treaty says "for the purposes of" without being about them: of the official words
        # only a term of several is surely one.
        if not fields or (fields == (OFFICIAL,) and " " not in term_stems):
            continue
        best = max(best, FIELDS[fields[0]].weight)  # the heaviest field comes first
        if shown is None and fields != (KEYWORDS,) and term_stems != use.stems:
            shown = term
    return total + TERM * best / FIELDS[0].weight, shown


def best_passage(
    document: Document, plan: Plan, held: Held, alike: Likeness
) -> tuple[Spot | None, float]:
    """Return the part that answers best, the earlier of equals, and the share of needs it meets.

    That is the one that meets most needs and whose phrasings are likest. Of equals, one to which
    a concept leads goes first, and then the official text before ours. In an official text some
    word must be found: it may be in any language.
    """
    met: defaultdict[Spot, int] = defaultdict(int)
    value: defaultdict[Spot, float] = defaultdict(float)
    literal: set[Spot] = set()
    for count, probes, uses in plan.shown:
        here = frozenset().union(*(held.where(probe).spots for probe in probes))
        led = parts_led_to(document, uses)
        literal |= here
        for spot in here | led.keys():
            met[spot] += count
            value[spot] += count * (led.get(spot, 0.0) + LITERAL * (spot in here))
    like = alike.by_spot.get(document.article_id, {})
    best, most, share = None, (0.0, 0.0), 0.0
    needs = max(len(plan.needs), 1)
    for spot in sorted(met.keys() | like.keys()):
        field, _ = spot
        if field not in SHOWN or (field == OFFICIAL and spot not in literal):
            continue
        found = (met[spot] / needs + PART_ALIKE * like.get(spot, 0.0), value[spot])
        if found > most:
            best, most, share = spot, found, met[spot] / needs
    return best, share


def parts_led_to(document: Document, uses: Iterable[ConceptUse]) -> Mapping[Spot, float]:
    """Return how much it counts for each part that concepts lead to it."""
    found: dict[Spot, float] = {}
    for use in uses:
        lead = document.leads.get(use.meaning.concept.number)
        for spot, place in lead.spots.items() if lead else ():
            found[spot] = max(found.get(spot, 0.0), PLACE_DECAY**place)
    return found


def reasons(found: Match) -> list[str]:
    """Return why an article was found, for the reader: what was understood, then where it is."""
    return [*found.notes, *(FIELDS[i].reason for i in found.fields)]


def clue(found: Match) -> str:
    """Return the strongest reason; none where it is the title, which readers see."""
    return "".join(row for row in reasons(found)[:1] if row != FIELDS[TITLE].reason)
