"""Works out what to look for: words as typed, in other forms, corrected, and as concepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from typing import Final, Literal

from articles.search.analysis import stem, stems
from articles.search.analysis import words as folded
from articles.search.documents import concept_mark
from articles.search.lexicon import LANGUAGES, LONGEST_PHRASE, Lexicon, Meaning
from articles.search.query import Clause, Query

MOST_NEEDED: Final = 2
"""Words of which each must be found; of more, most."""

Form = Literal["word", "stem", "prefix", "concept"]

EXACT: Final = 1.0
STEM: Final = 0.9
BEGINNING: Final = 0.7
CORRECTED: Final = 0.6
IN_PHRASE: Final = 0.4
TERM: Final = 0.4
CONCEPT: Final = 1.8
"""What a find counts, beside the weight of its field. A concept has no field: with its terms it
counts a little less than a word in the text, so that an exact word there comes first."""


@dataclass(frozen=True)
class Probe:
    """Something to look for in the index: words, stems, a beginning, or a concept's mark."""

    form: Form
    needle: str
    weight: float

    @cached_property
    def sought(self) -> str:
        """The needle as it stands in a text with a space before and after each word."""
        return f" {self.needle}" if self.form == "prefix" else f" {self.needle} "


def narrower_than(probe: Probe) -> list[str]:
    """Return the stems of which each, looked for by itself, finds all that the probe does."""
    parts = probe.needle.split()
    if probe.form == "word":
        return [stem(part) for part in parts]
    return parts if probe.form == "stem" and len(parts) > 1 else []


@dataclass(frozen=True)
class ConceptUse:
    """A concept that words of the query stand for; ``typed`` are the words."""

    meaning: Meaning
    typed: str

    @cached_property
    def mark(self) -> Probe:
        """The probe for the articles to which the concept leads."""
        return Probe("concept", concept_mark(self.meaning.concept.number), CONCEPT)

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
    def terms(self) -> tuple[Probe, ...]:
        """The probes for the terms of the concepts, each once."""
        terms = (term for use in self.uses for term, _ in use.meaning.concept.terms)
        return tuple(Probe("stem", term, TERM) for term in dict.fromkeys(terms))

    @cached_property
    def shown(self) -> tuple[Probe, ...]:
        """What is marked in a text, and what makes a statement the one to show."""
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
    def shown(self) -> tuple[tuple[int, tuple[Probe, ...]], ...]:
        """What makes a statement the one to show, each after the number of needs that it meets."""
        counts = Counter(need.shown for need in self.needs)
        return tuple((count, probes) for probes, count in counts.items())

    @cached_property
    def sought(self) -> tuple[frozenset[str], frozenset[str]]:
        """All that makes an article answer: among the words of a text, and among its stems."""
        probes = {probe for need in self.needs for probe in (*need.probes, *need.shown)}
        words = {probe.sought for probe in probes if probe.form in {"word", "prefix"}}
        stems = {probe.sought for probe in probes if probe.form == "stem"}
        return frozenset(words), frozenset(stems) | {f" {phrase} " for phrase in self.phrases}

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
    def uses(self) -> list[ConceptUse]:
        """The concepts in use, each once."""
        return list(dict.fromkeys(chain.from_iterable(need.uses for need in self.needs)))


def plan(query: Query, lexicon: Lexicon) -> Plan:
    """Return what to look for, given the words that search knows."""
    words = [choice[0] for choice in query.wanted if is_plain(choice)]
    read_as = {word: readings(word, lexicon, is_last=word == words[-1]) for word in words}
    uses = concepts_in(query.row, read_as, lexicon)
    # Words that mean something together need no correction, and mean less one by one.
    phrases = {word for word, found in uses.items() if any(" " in use.typed for use in found)}
    read_as |= {
        word: ("typed", [word.text]) for word in phrases if means_as_typed(uses[word], lexicon)
    }
    needs = [
        plain_need(
            choice[0],
            read_as[choice[0]],
            uses.get(choice[0], []),
            lexicon,
            is_in_phrase=choice[0] in phrases,
        )
        if is_plain(choice)
        else fixed_need(choice, lexicon)
        for choice in query.wanted
    ]
    corrected = [
        (word.text, read[0]) for word, (kind, read) in read_as.items() if kind == "spelling"
    ]
    return Plan(
        needs=tuple(needs),
        excluded=tuple(probe for clause in query.excluded for probe in literal_probes(clause)),
        phrases=phrases_of(query, [read_as[word][1][0] for word in words]),
        suggestion=suggestion(query, dict(corrected)),
        corrected=tuple(corrected),
    )


def nearest(query: Query, lexicon: Lexicon) -> str | None:
    """Return the query with unknown words replaced by the likest, or ``None`` if none is like."""
    unknown = [
        clause.text
        for clause in query.clauses
        if len(clause.words) == 1
        and not clause.text.isdigit()
        and not lexicon.knows(clause.text, clause.words[0].stem)
    ]
    near = {word: lexicon.nearest(word) for word in unknown}
    return suggestion(query, {word: like for word, like in near.items() if like})


def is_plain(choice: Sequence[Clause]) -> bool:
    """Whether the choice is one word to be found in any form."""
    return len(choice) == 1 and choice[0].is_plain


Reading = tuple[Literal["typed", "beginning", "spelling", "unknown"], list[str]]


def readings(clause: Clause, lexicon: Lexicon, *, is_last: bool) -> Reading:
    """Return as which words to read a typed one: itself if it is known, else the likeliest.

    The last word may still be in the typing, and is then read as the beginning of others.
    """
    token = clause.words[0]
    if lexicon.knows(token.word, token.stem) or token.word.isdigit():
        return "typed", [token.word]
    if is_last and (completions := lexicon.completions(token.word)):
        return "beginning", completions
    if corrections := lexicon.corrections(token.word):
        return "spelling", corrections
    return "unknown", [token.word]


def concepts_in(
    words: Sequence[Clause], read_as: dict[Clause, Reading], lexicon: Lexicon
) -> dict[Clause, list[ConceptUse]]:
    """Return the concepts that each word stands for, alone or with its neighbours.

    Of phrases that share words the longest counts; the shorter ones within it do not.
    """
    found: dict[Clause, list[ConceptUse]] = {}
    taken: set[int] = set()
    spans = [
        (length, start)
        for length in range(min(LONGEST_PHRASE, len(words)), 0, -1)
        for start in range(len(words) - length + 1)
    ]
    for length, start in spans:
        places = range(start, start + length)
        if taken.intersection(places):
            continue
        span = words[start : start + length]
        meanings = meanings_of(span, read_as, lexicon)
        if not meanings:
            continue
        taken.update(places)
        typed = " ".join(word.text for word in span)
        for word in span:
            found[word] = [ConceptUse(meaning, typed) for meaning in meanings]
    return found


def meanings_of(
    span: Sequence[Clause], read_as: dict[Clause, Reading], lexicon: Lexicon
) -> tuple[Meaning, ...]:
    """Return what the words of a span mean together in the thesaurus."""
    if len(span) > 1:
        typed = [word.text for word in span]
        likeliest = [read_as[word][1][0] for word in span]
        return lexicon.meanings(typed) or lexicon.meanings(likeliest)
    found = [
        meaning
        for word in read_as[span[0]][1]
        for meaning in lexicon.phrases.get(stem(word), ()) or lexicon.joined.get(word, ())
    ]
    return tuple(dict.fromkeys(found))


def phrases_of(query: Query, words: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of all that was typed, and of what tells, as rows to be found as such."""
    rows = (stems(query.text), " ".join(map(stem, words)))
    return tuple(dict.fromkeys(row for row in rows if " " in row))


def means_as_typed(uses: Sequence[ConceptUse], lexicon: Lexicon) -> bool:
    """Whether the words of a phrase stand in the thesaurus as they were typed."""
    return any(lexicon.meanings(use.typed.split()) for use in uses)


def plain_need(
    clause: Clause,
    reading: Reading,
    uses: Sequence[ConceptUse],
    lexicon: Lexicon,
    *,
    is_in_phrase: bool,
) -> Need:
    """Return the need of a word that may be found in other forms and other words.

    By itself it counts less if it is part of a phrase.
    """
    kind, words = reading
    share = IN_PHRASE if is_in_phrase else 1.0
    weight = share * {"beginning": BEGINNING, "spelling": CORRECTED}.get(kind, EXACT)
    note = {
        "beginning": f"“{clause.text}” as a beginning",
        "spelling": f"spelling: “{clause.text}” → “{words[0]}”",
    }.get(kind, "")
    probes = [Probe("word", word, weight * EXACT) for word in words]
    probes += [Probe("stem", stem(word), weight * STEM) for word in words]
    return Need(
        typed=clause.text,
        literal=tuple(dict.fromkeys(probes)),
        uses=tuple(uses),
        phrase=stems(uses[0].typed) if is_in_phrase else "",
        rarity=lexicon.rarity(stem(words[0])),
        note=note,
    )


def fixed_need(choice: Sequence[Clause], lexicon: Lexicon) -> Need:
    """Return the need of phrases and beginnings, found as they stand, or of a choice."""
    probes = [probe for clause in choice for probe in literal_probes(clause)]
    return Need(
        typed=" or ".join(map(str, choice)),
        literal=tuple(probes),
        uses=(),
        is_required=True,
        rarity=max(lexicon.rarity(clause.words[0].stem) for clause in choice),
    )


def literal_probes(clause: Clause) -> list[Probe]:
    """Return the probes for a clause as it was typed: a plain word in any form."""
    if clause.is_prefix:
        return [Probe("prefix", clause.text, EXACT)]
    probes = [Probe("word", clause.text, EXACT)]
    if clause.is_plain:
        probes.append(Probe("stem", clause.words[0].stem, STEM))
    return probes


def suggestion(query: Query, corrected: dict[str, str]) -> str | None:
    """Return the query with its misspelt words corrected, or ``None`` if there are none."""
    if not corrected:
        return None
    wanted = [
        " OR ".join(corrected.get(clause.text, str(clause)) for clause in choice)
        for choice in query.wanted
    ]
    return " ".join([*wanted, *(f"-{clause}" for clause in query.excluded)])
