"""The words that search knows: those of the edition, and those of the thesaurus.

A lexicon is made once for an edition and then shared; nothing in it changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from math import ceil, log
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from articles.edition.edition import Edition, derived
from articles.models import Concept
from articles.search.analysis import stem, stems, words
from articles.search.everyday import EMPTY, Dictionary, are_forms, dictionary
from articles.search.scripts import Scripts
from articles.search.stop_words import STOP_STEMS
from articles.search.telling import read_telling

LANGUAGES: Final = {"en": "", "ru": "Russian", "fa": "Persian"}
"""What the reader is told of the language of a word that was understood."""

JOINER: Final = "\u200c"
"""Joins the parts of a Persian word without a space."""

LONGEST_PHRASE: Final = 8
"""Words in the longest phrase of the thesaurus that a query is compared with."""

SHORTEST_CORRECTED: Final = 4
LONG_WORD: Final = 7
LONG_INFLECTED: Final = 10
"""From how many letters on a word is corrected, and may differ by two letters."""

LIKE: Final = 72
"""How alike, of 100, a word must be to be suggested when nothing was found."""

KIN: Final = 0.7
SHORTEST_KIN: Final = 4
MOST_KIN: Final = 3
"""How much of an unknown word those of its family have, and how many of them are tried."""

SHORTEST_BEGINNING: Final = 3
MOST_COMPLETIONS: Final = 8


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """A concept of the thesaurus as search uses it; ``terms`` are stems and words.

    ``absent`` says that the treaty does not deal with it, where that is so.
    """

    number: int
    slug: str
    name: str
    terms: tuple[tuple[str, str], ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A concept that a phrase stands for, and the language in which it does.

    It ``is_remnant`` if the phrase is one word that is left of several without stop words: of
    "ignore the treaty" the first.
    """

    concept: ConceptEntry
    language: str
    is_remnant: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The words of one edition.

    ``frequency`` says how many articles have a word; it is 0 for words of the thesaurus alone.
    ``stem_frequency`` says how many, at least, have a word of a stem, ``by_stem`` which words those
    are. ``phrases`` gives the meanings of a phrase of the thesaurus, by its telling stems, and
    ``joined`` those of a phrase of several words written as one. ``phrased`` are words of
    phrasings, in any language.
    """

    article_count: int
    frequency: Mapping[str, int]
    stem_frequency: Mapping[str, int]
    by_stem: Mapping[str, Sequence[str]]
    phrases: Mapping[str, tuple[Meaning, ...]]
    joined: Mapping[str, tuple[Meaning, ...]]
    phrased: frozenset[str] = frozenset()
    dictionary: Dictionary = EMPTY

    @cached_property
    def words(self) -> Sequence[str]:
        """All words in alphabetical order."""
        return sorted({*self.frequency, *self.phrased})

    @cached_property
    def choices(self) -> Sequence[str]:
        """The words that a misspelt one may have been meant to be, the commonest first."""
        return sorted(filter(self.may_be_meant, self.words), key=self.commonest_first)

    @cached_property
    def choices_by_length(self) -> Mapping[int, Sequence[str]]:
        """The same by how many letters they have."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for word in self.choices:
            found[len(word)].append(word)
        return dict(found)

    def may_be_meant(self, word: str) -> bool:
        """Whether one of the words is long and sure enough to be what a misspelt one means."""
        is_sure = word in self.frequency or self.dictionary.has(word)
        return is_sure and len(word) >= SHORTEST_CORRECTED

    def commonest_first(self, word: str) -> tuple[int, str]:
        """Return by what words are put in order."""
        return -self.frequency.get(word, 0), word

    @cached_property
    def scripts(self) -> Scripts:
        """The Russian and the Persian words by how they sound."""
        return Scripts.of(self.words)

    def knows(self, word: str, word_stem: str) -> bool:
        """Whether the word, or another form of it, is one of the lexicon's.

        Of an English word of the dictionary a common stem is not enough: a community is not
        communist.
        """
        if word in self.frequency or word in self.phrased or word in self.joined:
            return True
        same = self.by_stem.get(word_stem, ())
        if word.isascii() and self.dictionary.has(word):
            return any(are_forms(word, other) for other in same)
        return bool(same)

    def meanings(self, typed: Sequence[str]) -> tuple[Meaning, ...]:
        """Return what folded words mean in a row, however they are joined."""
        together = self.phrases.get(" ".join(map(stem, typed)), ())
        return together or self.joined.get("".join(typed), ())

    def rarity(self, word: str) -> float:
        """Return how much a word tells: more, the fewer articles have it, and the rarer it is."""
        count = max(self.stem_frequency.get(stem(word), 0), 1)
        return log(1 + self.article_count / count) * self.dictionary.telling(word)

    def is_english(self, word: str) -> bool:
        """Whether a folded word is surely English: of the dictionary, or a long one misspelt."""
        return word.isascii() and (
            self.dictionary.has(word) or (len(word) >= LONG_WORD and bool(self.slips(word)))
        )

    def slips(self, word: str) -> list[str]:
        """Return the English words of the edition and the thesaurus that one slip would make it.

        None for a word of the dictionary: that is no slip.
        """
        if not word.isascii() or self.dictionary.has(word):
            return []
        return [near for near in self.corrections(word, 1) if near in self.frequency]

    def corrections(self, word: str, most: int = 2) -> list[str]:
        """Return the words nearest to a misspelt one, the best first; none if all are far.

        They differ by so many letters at ``most``, short ones by one.
        """
        if len(word) < SHORTEST_CORRECTED:
            return []
        # The dictionary has few forms of Russian and Persian words: unknown ones may be right.
        long = LONG_WORD if word.isascii() else LONG_INFLECTED
        most = most if len(word) >= long else 1
        near = [
            row
            for length in range(len(word) - most, len(word) + most + 1)
            for row in process.extract(
                word,
                self.choices_by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            )
        ]
        # A first letter is seldom wrong, and a common word meant more often than a rare one.
        best = sorted(
            (distance, found[0] != word[0], -self.frequency.get(found, 0), found)
            for found, distance, _ in near
        )
        return [found for distance, _, _, found in best if distance == best[0][0]][:3]

    def kin(self, word: str) -> list[str]:
        """Return the words that share most of their beginning with an unknown one, likest first.

        In languages with many endings they are mostly of its family.
        """
        shared = max(SHORTEST_KIN, ceil(KIN * len(word)))
        begun = [
            each
            for each in self.begun_with(word[:shared])
            if len(each) * KIN <= shared or each.startswith(word)
        ]
        likest = process.extract(word, begun, scorer=OSA.distance, limit=MOST_KIN)
        return [found for found, _, _ in likest]

    def nearest(self, word: str) -> str | None:
        """Return the word most like one that nothing was found for, however far, if any is."""
        found = process.extractOne(word, self.choices, scorer=fuzz.ratio, score_cutoff=LIKE)
        return found[0] if found else None

    def completions(self, beginning: str) -> list[str]:
        """Return the commonest words that begin so."""
        if len(beginning) < SHORTEST_BEGINNING:
            return []
        found = filter(self.may_be_meant, self.begun_with(beginning))
        return sorted(found, key=self.commonest_first)[:MOST_COMPLETIONS]

    def begun_with(self, beginning: str) -> Sequence[str]:
        """Return the words that begin so, in alphabetical order."""
        start = bisect_left(self.words, beginning)
        end = bisect_right(self.words, beginning, start, key=lambda word: word[: len(beginning)])
        return self.words[start:end]


def telling(phrase_stems: str) -> str:
    """Return the stems of a phrase without its stop words, unless it has no others."""
    kept = [part for part in phrase_stems.split() if part not in STOP_STEMS]
    return " ".join(kept) or phrase_stems


def told(phrase: str, meaning: Meaning) -> tuple[str, Meaning]:
    """Return the telling stems of a phrase, with what they mean."""
    whole = stems(phrase)
    kept = telling(whole)
    is_remnant = kept != whole and " " not in kept
    return kept, replace(meaning, is_remnant=True) if is_remnant else meaning


@derived
def lexicon(edition: Edition) -> Lexicon:
    """Return the words that search knows of an edition."""
    phrased = {
        word: stem
        for row in edition.phrasings
        for each in read_telling(row.telling)
        for stem, word in each.items()
    }
    phrases, joined = [], []
    for phrase, meaning in meanings_of_phrases(edition.concepts):
        phrases.append(told(phrase, meaning))
        if " " in (whole := words(phrase)):
            joined.append((whole.replace(" ", ""), meaning))
    return Lexicon(
        article_count=len(edition.articles),
        frequency=edition.words,
        stem_frequency=frequency_of_stems(edition.words),
        by_stem=by_stem(phrased | {word: stem(word) for word in edition.words}),
        phrased=frozenset(phrased),
        dictionary=dictionary(edition),
        phrases=grouped(phrases),
        joined=grouped(joined),
    )


def meanings_of_phrases(concepts: Iterable[Concept]) -> Iterator[tuple[str, Meaning]]:
    """Yield every phrase of the thesaurus with what it means.

    A Persian phrase with a joiner between its parts stands for the one with a space, too.
    """
    for concept in concepts:
        entry = ConceptEntry(
            number=concept.position,
            slug=concept.slug,
            name=concept.name,
            terms=tuple((stems(term), term) for term in concept.terms),
            absent=concept.absent,
        )
        phrases = dict(concept.readers_words)
        phrases["en"] = [concept.name, *concept.terms, *phrases["en"]]
        for language, texts in phrases.items():
            meaning = Meaning(entry, language)
            for text in texts:
                yield text, meaning
                if JOINER in text:
                    yield text.replace(JOINER, " "), meaning


def grouped(pairs: Iterable[tuple[str, Meaning]]) -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of each phrase, each concept once.

    Those of a remnant count only where there are no others.
    """
    found: dict[str, tuple[Meaning, ...]] = {}
    for phrase, meaning in sorted(pairs, key=lambda pair: pair[1].is_remnant):
        known = found.get(phrase, ())
        if meaning.is_remnant and any(not each.is_remnant for each in known):
            continue
        if all(each.concept is not meaning.concept for each in known):
            found[phrase] = (*known, meaning)
    return found


def frequency_of_stems(frequency: Mapping[str, int]) -> dict[str, int]:
    """Return how many articles have a word of each stem, at least, given how many have a word."""
    found: dict[str, int] = {}
    for word, count in frequency.items():
        found[stem(word)] = max(count, found.get(stem(word), 0))
    return found


def by_stem(stems_of_words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the words of each stem."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, its_stem in stems_of_words.items():
        found[its_stem].append(word)
    return {each: tuple(same) for each, same in found.items()}


def count_words(texts: Iterable[Iterable[str]]) -> Mapping[str, int]:
    """Return how many of the texts, each given by its words without repetition, have each."""
    return Counter(chain.from_iterable(texts))


def words_of(concept: Concept) -> set[str]:
    """Return the folded words of everything that a concept is called."""
    called = [concept.name, *concept.terms]
    called += [text for texts in concept.readers_words.values() for text in texts]
    return set(words(" ".join(called)).split())
