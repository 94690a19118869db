"""Reads from the words of an official text what it deals with, names and binds to.

The words are those of ``fixtures/cues.toml``. A program that knows words and no grammar can be
wrong, so it answers only where they speak clearly, and never guesses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.search import analysis

if TYPE_CHECKING:
    from articles.loading.schema import CuesFile

PLAIN: Final = "plain"
"""Stands beside the languages for the wording of our own edition, where strength is read."""

REPEATS: Final = 3
"""How often a cue counts at most, lest one repeated word outweigh all others."""
ENOUGH: Final = 2
"""The least score of a subject that is read: two cues, one cue twice, or one of several words."""
CLEAR: Final = 1.5
"""How many times the score of the second subject that of the first must be."""

PERSIAN: Final = "fa"
JOINED: Final = (
    (re.compile(r"\b(ن?می)\s+(?=\w)"), "\\1\u200c"),
    (re.compile(r"\s+(?=(?:ها|های|هایی)\b)"), "\u200c"),
)
"""Parts of Persian words that are also written apart: the prefix of the present, the plural."""


@dataclass(frozen=True)
class Cue:
    """Words that tell of something when they stand in a row; ``label`` is what they tell of."""

    label: str
    text: str
    keys: tuple[str, ...]

    @property
    def weight(self) -> int:
        """What a find is worth: words in a row are seldom there by chance."""
        return min(len(self.keys), 2)


@dataclass(frozen=True)
class Vocabulary:
    """The cues of one kind in one language, by the first word of each."""

    language: str
    by_first: Mapping[str, tuple[Cue, ...]]

    @classmethod
    def of(cls, language: str, words: Iterable[tuple[str, Sequence[str]]]) -> Vocabulary:
        """Make a vocabulary from labels and the cues of each."""
        cues: dict[tuple[str, tuple[str, ...]], Cue] = {}  # forms of the same words count once
        for label, texts in words:
            for text in texts:
                keys = cue_keys(text, language)
                cues.setdefault((label, keys), Cue(label, text, keys))
        by_first: dict[str, tuple[Cue, ...]] = {}
        for cue in cues.values():
            by_first[cue.keys[0]] = (*by_first.get(cue.keys[0], ()), cue)
        return cls(language, by_first)

    @property
    def labels(self) -> frozenset[str]:
        """What the cues can tell of."""
        return frozenset(cue.label for cues in self.by_first.values() for cue in cues)

    def find(self, text: str) -> Counter[Cue]:
        """Return the cues that the text holds, and how often.

        The words of a longer cue do not count again for a shorter one; the same words may be a
        cue of several labels.
        """
        places = text_keys(text, self.language)
        hits = [
            (-len(cue.keys), start, cue)
            for start, keys in enumerate(places)
            for key in keys
            for cue in self.by_first.get(key, ())
            if stands_at(cue, places, start)
        ]
        taken: dict[int, tuple[int, tuple[str, ...]]] = {}
        found: Counter[Cue] = Counter()
        for _, start, cue in sorted(hits, key=lambda hit: hit[:2]):
            mine = (start, cue.keys)
            span = range(start, start + len(cue.keys))
            if all(taken.get(at, mine) == mine for at in span):
                taken.update(dict.fromkeys(span, mine))
                found[cue] += 1
        return found


def stands_at(cue: Cue, places: Sequence[frozenset[str]], start: int) -> bool:
    """Return whether the words of the cue stand in a row from there."""
    here = places[start : start + len(cue.keys)]
    return len(here) == len(cue.keys) and all(map(frozenset.__contains__, here, cue.keys))


def cue_keys(text: str, language: str) -> tuple[str, ...]:
    """Return what to look for: stems, but of Persian words the form in which they are given.

    A Persian stem is the word without what looks like a plural, which some singulars do, too.
    """
    tokens = tokens_of(text, language)
    return tuple(token.word if language == PERSIAN else token.stem for token in tokens)


def text_keys(text: str, language: str) -> list[frozenset[str]]:
    """Return for each word of a text the keys of cues that it answers to."""
    both = language == PERSIAN
    return [
        frozenset({token.word, token.stem} if both else {token.stem})
        for token in tokens_of(text, language)
    ]


def tokens_of(text: str, language: str) -> tuple[analysis.Token, ...]:
    """Return the words of a text, with those of Persian written in one way."""
    if language == PERSIAN:
        for apart, together in JOINED:
            text = apart.sub(together, text)
    return analysis.tokens(text)


@dataclass(frozen=True)
class CueSubject:
    """A subject that can be read from a text; the leading theme stands first."""

    slug: str
    name: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Cues:
    """All cues, made ready for reading, by language.

    The labels are slugs of subjects and of mentions, the kinds of strength (``duty``, ``aim``,
    ``ban``, ``permission``) and the numbers of articles with a landmark.
    """

    subjects: Mapping[str, CueSubject]
    subject_words: Mapping[str, Vocabulary]
    body_words: Mapping[str, Vocabulary]
    strength_words: Mapping[str, Vocabulary]
    landmark_words: Mapping[str, Vocabulary]

    @classmethod
    def of(cls, file: CuesFile) -> Cues:
        """Make the cues of ``cues.toml`` ready."""
        subjects = {
            row.slug: CueSubject(row.slug, row.name, tuple(row.themes)) for row in file.subject
        }
        return cls(
            subjects=subjects,
            subject_words=by_language([(row.slug, row.lists) for row in file.subject]),
            body_words=by_language([(row.mention, row.lists) for row in file.body]),
            strength_words=by_language([(row.kind, row.lists) for row in file.strength]),
            landmark_words=by_language([(str(row.article), row.lists) for row in file.landmark]),
        )


def by_language(rows: Sequence[tuple[str, Mapping[str, Sequence[str]]]]) -> dict[str, Vocabulary]:
    """Return the vocabulary of each language from labels with their cues by language."""
    languages = dict.fromkeys(language for _, lists in rows for language in lists)
    return {
        language: Vocabulary.of(language, [(label, lists[language]) for label, lists in rows])
        for language in languages
    }


@dataclass(frozen=True)
class ReadSubject:
    """A subject as read from a text: what it is, and the cues found with how often each was."""

    slug: str
    name: str
    themes: tuple[str, ...]
    words: tuple[tuple[str, int], ...]
    score: int


def labels(text: str, language: str, words: Mapping[str, Vocabulary]) -> dict[str, list[str]]:
    """Return what the text tells of, each with the cues that say so.

    In a language without cues that is nothing.
    """
    found: dict[str, list[str]] = {}
    if language in words:
        for cue in words[language].find(text):
            found.setdefault(cue.label, []).append(cue.text)
    return found


def subjects_of(text: str, language: str, cues: Cues) -> list[ReadSubject]:
    """Return every subject of which the text holds a cue, the likeliest first.

    A cue counts 1, or 2 if it has several words, and 1 more each time it comes again.
    """
    if language not in cues.subject_words:
        return []
    found: dict[str, Counter[Cue]] = {}
    for cue, count in cues.subject_words[language].find(text).items():
        found.setdefault(cue.label, Counter())[cue] = count
    subjects = [
        ReadSubject(
            slug=slug,
            name=cues.subjects[slug].name,
            themes=cues.subjects[slug].themes,
            words=tuple((cue.text, count) for cue, count in counts.most_common()),
            score=sum(cue.weight + min(count, REPEATS) - 1 for cue, count in counts.items()),
        )
        for slug, counts in found.items()
    ]
    return by_score(subjects)


def by_score(subjects: Iterable[ReadSubject]) -> list[ReadSubject]:
    """Return the subjects with the highest score first."""
    return sorted(subjects, key=lambda subject: (-subject.score, subject.slug))


def clear(subjects: Sequence[ReadSubject]) -> ReadSubject | None:
    """Return the first of ranked subjects if its score is enough and well above the next."""
    if not subjects or subjects[0].score < ENOUGH:
        return None
    if len(subjects) > 1 and subjects[0].score < CLEAR * subjects[1].score:
        return None
    return subjects[0]


def completed(texts: Mapping[int, Mapping[str, str]], cues: Cues) -> dict[int, ReadSubject]:
    """Return the subjects of articles, by number, from the official text of each by language.

    Give only articles whose subject is to be read. What is found in several languages adds up;
    where one language clearly says something else than all together, the article is left out,
    as it is where nothing is clear.
    """
    found = {}
    for number, by_language in texts.items():
        read = [subjects_of(text, language, cues) for language, text in by_language.items()]
        whole = clear(together(read))
        alone = [subject.slug for subject in map(clear, read) if subject]
        if whole and all(slug == whole.slug for slug in alone):
            found[number] = whole
    return found


def together(readings: Iterable[Iterable[ReadSubject]]) -> list[ReadSubject]:
    """Return the subjects of several readings of one article, with words and scores added up."""
    added: dict[str, ReadSubject] = {}
    for subject in (subject for reading in readings for subject in reading):
        before = added.get(subject.slug)
        if before is None:
            added[subject.slug] = subject
        else:
            added[subject.slug] = ReadSubject(
                subject.slug,
                subject.name,
                subject.themes,
                before.words + subject.words,
                before.score + subject.score,
            )
    return by_score(added.values())
