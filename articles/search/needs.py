"""What a query asks for, taken apart: needs, and the probes that each may be met by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from typing import Final, Literal, NamedTuple

from articles.search.analysis import stem, stems
from articles.search.analysis import words as folded
from articles.search.documents import concept_mark
from articles.search.lexicon import LANGUAGES, Meaning

MOST_NEEDED: Final = 2
"""Words of which each must be found; of more, most."""

Form = Literal["word", "stem", "prefix", "concept"]

EXACT: Final = 1.0
STEM: Final = 0.9
BEGINNING: Final = 0.7
CORRECTED: Final = 0.6
IN_PHRASE: Final = 0.4
TERM: Final = 0.4
CONCEPT: Final = 4.0
"""What a find counts, beside the weight of its field. A concept has no field: with its terms it
counts a little less than a word in the text, so that an exact word there comes first."""


@dataclass(frozen=True)
class Probe:
    """Something to look for in the index: words, stems, a beginning, or a concept's mark."""

    form: Form
    needle: str
    weight: float

    @cached_property
    def key(self) -> str:
        """The needle, and a star where it is a beginning."""
        return f"{self.needle}*" if self.form == "prefix" else self.needle


def narrower_than(probe: Probe) -> list[str]:
    """Return the stems of which each, looked for by itself, finds all that the probe does."""
    parts = probe.needle.split()
    if probe.form == "word":
        return [stem(part) for part in parts]
    return parts if probe.form == "stem" and len(parts) > 1 else []


class Sought(NamedTuple):
    """What is looked for among words, or among stems: one by one, in a row, as a beginning."""

    words: frozenset[str]
    rows: tuple[tuple[str, ...], ...]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, probes: Iterable[Probe]) -> Sought:
        """Return what the probes look for."""
        rows = {tuple(probe.needle.split()) for probe in probes if probe.form != "prefix"}
        return cls(
            frozenset(row[0] for row in rows if len(row) == 1),
            tuple(row for row in rows if len(row) > 1),
            tuple(probe.needle for probe in probes if probe.form == "prefix"),
        )


@dataclass(frozen=True)
class ConceptUse:
    """A concept that words of the query stand for; ``typed`` are the words."""

    meaning: Meaning
    typed: str

    @cached_property
    def mark(self) -> Probe:
        """The probe for the articles to which the concept leads."""
        return Probe("concept", concept_mark(self.meaning.concept.number), CONCEPT)

    @cached_property
    def stems(self) -> str:
        """The stems of the words."""
        return stems(self.typed)

    @property
    def says_more(self) -> bool:
        """Whether the concept has another name than what was typed."""
        return folded(self.meaning.concept.name) != self.typed

    def reason(self, term: str | None) -> str:
        """Return what the reader is told: ``“sanctions” → unilateral coercive measures``."""
        language = LANGUAGES.get(self.meaning.language, "")
        named = f"{language} “{self.typed}”" if language else f"“{self.typed}”"
        return f"{named} → {term or self.meaning.concept.name}"


@dataclass(frozen=True)
class Need:
    """One thing that the query asks for, and every way in which an article may have it.

    A word of a ``phrase`` (stems) that means something together is shown only as part of it.
    ``rarity`` says how much it tells. What ``is_required`` was typed so that it must be found.
    """

    typed: str
    literal: tuple[Probe, ...]
    uses: tuple[ConceptUse, ...]
    rarity: float
    note: str = ""
    is_required: bool = False
    phrase: str = ""

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems by which it is looked for."""
        return tuple(probe.needle for probe in self.literal if probe.form == "stem")

    @cached_property
    def terms(self) -> tuple[Probe, ...]:
        """The probes for the terms of the concepts, each once."""
        terms = (term for use in self.uses for term, _ in use.meaning.concept.terms)
        return tuple(Probe("stem", term, TERM) for term in dict.fromkeys(terms))

    @cached_property
    def shown(self) -> tuple[Probe, ...]:
        """What is marked in a text, and what makes a passage the one to show."""
        typed = (Probe("stem", self.phrase, STEM),) if self.phrase else self.literal
        return (*typed, *self.terms)

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """Everything that an article may have to meet the need."""
        return (*self.literal, *(use.mark for use in self.uses), *self.terms)

    @cached_property
    def broadest(self) -> tuple[Probe, ...]:
        """The probes without those whose finds another one has anyway: all that is to be asked.

        Who has a word has its stem, and who has a phrase has every word of it.
        """
        stems = {probe.needle for probe in self.probes if probe.form == "stem"}
        kept = {
            (probe.form, probe.needle): probe
            for probe in self.probes
            if stems.isdisjoint(narrower_than(probe))
        }
        return tuple(kept.values())


def absent_of(uses: Sequence[ConceptUse]) -> Sequence[ConceptUse]:
    """Return the uses if the treaty deals with none of them."""
    return uses if all(use.meaning.concept.absent for use in uses) else ()


@dataclass(frozen=True)
class Plan:
    """What to look for, and what was made of the query on the way."""

    needs: tuple[Need, ...]
    excluded: tuple[Probe, ...]
    phrases: tuple[str, ...] = ()
    suggestion: str | None = None
    corrected: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def groups(self) -> tuple[tuple[tuple[ConceptUse, ...], tuple[Need, ...]], ...]:
        """The needs in order, those in a row together that stand for the same concepts."""
        by_uses = groupby(self.needs, key=lambda need: need.uses)
        return tuple((uses, tuple(needs)) for uses, needs in by_uses)

    @cached_property
    def shown(self) -> tuple[tuple[int, tuple[Probe, ...], tuple[ConceptUse, ...]], ...]:
        """What makes a passage the one to show: for so many needs, these probes or concepts."""
        counts = Counter((need.shown, need.uses) for need in self.needs)
        return tuple((count, *ways) for ways, count in counts.items())

    @cached_property
    def sought(self) -> tuple[Sought, Sought]:
        """All that tells whether and how an article answers: among its words, and its stems."""
        probes = {probe for need in self.needs for probe in (*need.probes, *need.shown)}
        probes |= {*self.excluded, *(Probe("stem", row, 0.0) for row in self.phrases)}
        return (
            Sought.of([probe for probe in probes if probe.form in {"word", "prefix"}]),
            Sought.of([probe for probe in probes if probe.form == "stem"]),
        )

    @cached_property
    def rarity(self) -> float:
        """How much the needs tell on average."""
        return sum(need.rarity for need in self.needs) / max(len(self.needs), 1)

    @property
    def is_long(self) -> bool:
        """Whether so much was asked for that an article may answer without having all of it."""
        return len(self.needs) > MOST_NEEDED

    @property
    def is_english(self) -> bool:
        """Whether words were asked for, and none of them in another language than the edition's."""
        return bool(self.needs) and all(use.meaning.language == "en" for use in self.uses)

    @property
    def absent(self) -> list[str]:
        """What the treaty does not deal with, of that which was asked for, in sentences.

        Words that may stand for something else as well are not surely asking for what is absent,
        nor is the rest of a phrase beside other words.
        """
        said = [
            use.meaning.concept.absent
            for uses, _ in self.groups
            for use in absent_of(uses)
            if len(self.groups) == 1 or not use.meaning.is_remnant
        ]
        return list(dict.fromkeys(said))

    @property
    def is_all_absent(self) -> bool:
        """Whether the treaty deals with nothing that was asked for."""
        return bool(self.needs) and all(absent_of(uses) for uses, _ in self.groups)

    @property
    def uses(self) -> list[ConceptUse]:
        """The concepts in use, each once."""
        return list(dict.fromkeys(chain.from_iterable(need.uses for need in self.needs)))
