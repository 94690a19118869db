"""Finds what stands beside the treaty and not in it: events of the timeline, and commentary.

They are what a query asks for if it names somebody whom only they name, if it asks when or by
whom the treaty was signed, ratified or brought into force, or if it is a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.edition.edition import Edition, derived
from articles.models import Comment, Event
from articles.search.analysis import stem, stems, tokens
from articles.search.dates import Asked, read_date
from articles.search.destinations import ASKING, TREATY, TREATY_NOUNS
from articles.search.entries import Entry
from articles.search.everyday import dictionary
from articles.search.lexicon import lexicon
from articles.search.query import Query
from articles.search.scripts import (
    CYRILLIC,
    PERSIAN,
    PERSIAN_SPELLINGS,
    RUSSIAN,
    RUSSIAN_SPELLINGS,
    bare,
    spelt,
)
from articles.search.stop_words import STOP_STEMS
from articles.treaty.addresses import page_url
from articles.treaty.phrases import dated

MOST_ROWS: Final = 6
"""Events and comments that a query brings at most."""

NO_EVENT: Final = "No event on the timeline is dated {}. The nearest:"

SAID: Final = frozenset(
    stems(
        """
        say said speak spoke tell told meet met think claim statement word comment do did does
        happen event may event's president minister foreign first yet official officially
        сказал сказала говорил заявил произошло было случилось событие события президент министр
        گفت گفته شد شده کرد کردند می شود اتفاق افتاد رویداد رئیس جمهور رئیس‌جمهور وزیر
        """
    ).split()
)
"""Stems of words that tell nothing beside a name or a date."""

WHEN: Final = frozenset(
    stems(
        """
        when who whom where date day year time month signatory signatories
        когда кто кем где дата день год дату каком числа
        کی زمان زمانی کسی کسانی تاریخ روز سال کجا چه
        """
    ).split()
)
"""Stems of words by which one asks for an event."""

Words = frozenset[str]


def phrases(text: str) -> tuple[Words, ...]:
    """Return the stems of phrases between commas."""
    return tuple(frozenset(stems(phrase).split()) for phrase in text.split(","))


KINDS: Final = {
    (Event.Kind.SIGNATURE, Event.Kind.EARLIER_INSTRUMENT): phrases(
        "signed, sign, signing, signature, signatory, signatories, concluded, подписан, "
        "подписание, подписали, подписал, подписания, заключен, امضا, امضای, امضاء, منعقد"
    ),
    (Event.Kind.ENTRY_INTO_FORCE,): phrases(
        "enter force, entered force, entry force, come force, came force, go force, went force, "
        "take effect, took effect, become effective, became effective, effective, вступил силу, "
        "вступление силу, вступления силу, вступает силу, لازم الاجرا, لازم‌الاجرا, اجرایی, "
        "وارد اجرا, قابل اجرا"
    ),
    (Event.Kind.RATIFICATION,): phrases(
        "ratified, ratify, ratification, approved, approve, passed, vote, voted, ратифицирован, "
        "ратификация, ратифицировала, ратифицировали, ратификации, одобрен, تصویب"
    ),
    (Event.Kind.NEGOTIATION,): phrases(
        "negotiated, negotiation, negotiations, drafted, draft, talks, переговоры, переговоров, "
        "مذاکره, مذاکرات"
    ),
    (Event.Kind.TERM,): phrases(
        "expire, expires, expiry, runs out, истекает, истечет, منقضی, انقضا"
    ),
}
"""By which words each kind of event is asked for; of two kinds the second must be named as well."""

OTHER_LETTERS: Final = {
    "дума": "duma",
    "госдума": "duma",
    "совет": "council",
    "меджлис": "majlis",
    "majles": "majlis",
    "دوما": "duma",
    "مجلس": "majlis",
    "نگهبان": "guardian",
    "پوتین": "putin",
    "رئیسی": "raisi",
}
"""Names in other letters that are words of their own, too, or whose sound does not tell them."""

BY_STEM: Final = {stem(word): stem(name) for word, name in OTHER_LETTERS.items()}

NAME: Final = re.compile(r"[^\W\d_][\w’'-]*")
SENTENCE_ENDS: Final = ".:?!“"
LOWER: Final = re.compile(r"\b[a-z]+\b")
TITLED: Final = re.compile(r"(?:President|Minister)s?,? ([A-Z][\w-]+)(?: and ([A-Z][\w-]+))?")
PARLIAMENTS: Final = ("duma", "majlis")
SHORTEST_SOUND: Final = 3
LONGEST_EXACT: Final = 5
"""Letters of a sound by which a name is known, and up to how many all of them must be right."""


@dataclass(frozen=True)
class Row:
    """An event or a comment: what stands for it, and the stems by which it is found.

    ``heading`` are those of what it is called, and of a comment's author.
    """

    entry: Entry
    heading: Words
    stems: Words
    event: Event | None = None
    is_chief: bool = False

    @property
    def spans(self) -> list[tuple[date, date]]:
        """The first and last days of the dates that it has, its own first."""
        given = [self.event.date, *self.event.other_dates] if self.event else []
        dates = [read_date(each) for each in given]
        return [(found.first, found.last) for found in dates if found]

    def distance(self, asked: Asked) -> int:
        """Return how many days lie between it and a date."""
        first, last = self.spans[0]
        return max((asked.first - last).days, (first - asked.last).days, 0)


@derived
def rows(edition: Edition) -> tuple[Row, ...]:
    """Return every comment and every event of an edition."""
    return (*map(row_of_comment, edition.comments), *map(row_of_event, edition.events))


def row_of_event(event: Event) -> Row:
    """Return an event as it is found."""
    said = f"{dated(event.date)}. {event.text} {event.note}".strip()
    words = f"{event.title} {event.short} {said} {event.solar_hijri}"
    entry = Entry("event", event.slug, event.title, event.get_absolute_url(), "timeline", said)
    heading = frozenset(stems(f"{event.title} {event.short}").split())
    is_chief = bool(event.short)
    return Row(entry, heading, frozenset(stems(words).split()), event, is_chief)


def row_of_comment(comment: Comment) -> Row:
    """Return a comment as it is found."""
    words = f"{comment.author} {comment.role} {comment.publisher} {comment.gist} {comment.text}"
    name = f"{comment.author}: {comment.gist}"
    said = " · ".join(filter(None, [comment.byline, dated(comment.date)]))
    entry = Entry("comment", comment.slug, name, comment.get_absolute_url(), "commentary", said)
    heading = frozenset(stems(comment.author).split())
    return Row(entry, heading, frozenset(stems(words).split()), is_chief=True)


@derived
def names(edition: Edition) -> frozenset[str]:
    """Return the folded names that stand only on the timeline or in commentary.

    They are always written with a capital, are in no article, and are neither mentions nor words
    of the thesaurus, unless they are those of people.
    """
    texts = [text for event in edition.events for text in (event.title, event.text, event.note)]
    texts += [text for row in edition.comments for text in (row.gist, row.text, row.role)]
    authors = {token.word for row in edition.comments for token in tokens(row.author)}
    people = {token.word for row in edition.comments if row.role for token in tokens(row.author)}
    people |= {word for text in texts for word in titled(text)}
    found = {word for text in texts for word in capitalised(text)} | authors
    small = {word for text in texts for word in LOWER.findall(text)}
    meant, in_treaty = lexicon(edition).phrases, words_of_treaty(edition)
    return frozenset(PARLIAMENTS) | frozenset(
        word
        for word in found - small - in_treaty
        if len(word) >= SHORTEST_SOUND
        and (word in people or stem(word) not in meant)
        and stem(word) not in SAID | STOP_STEMS
        and not is_month(word)
    )


def words_of_treaty(edition: Edition) -> frozenset[str]:
    """Return the folded words of the articles, and of all that they mention."""
    texts = [row.plain for article in edition.articles for row in article.passages()]
    texts += [name for row in edition.mentions for name in (row.name, *row.aliases)]
    return frozenset(token.word for text in texts for token in tokens(text))


def is_month(word: str) -> bool:
    """Whether a name is that of a month."""
    found = read_date(f"1 {word} 2025")
    return found is not None and found.is_day


def capitalised(text: str) -> Iterator[str]:
    """Yield the folded words with a capital that do not begin a sentence."""
    for found in NAME.finditer(text):
        before = text[: found.start()].rstrip()
        if found.group()[0].isupper() and before and before[-1] not in SENTENCE_ENDS:
            yield from (token.word for token in tokens(found.group()))


def titled(text: str) -> Iterator[str]:
    """Yield the folded words that stand after a title: ``Presidents Putin and Khatami``."""
    for found in TITLED.finditer(text):
        yield from (token.word for part in found.groups() for token in tokens(part or ""))


def find_rows(query: Query, edition: Edition) -> list[Entry]:
    """Return the events and comments that a query asks for by name or by kind, best first."""
    if query.excluded or query.reference:
        return []
    typed = [read_name(token.word, edition) for token in tokens(query.text)]
    asked = frozenset(typed)
    found = of_kind(asked, edition) or of_names(asked, edition)
    return list(entries_of(found[:MOST_ROWS]))


def read_name(word: str, edition: Edition) -> str:
    """Return the stem of a word, or that of the name which it is in other letters or mistyped."""
    known = names(edition)
    plain = stem(word)
    if word in known or plain in BY_STEM:
        return BY_STEM.get(plain, plain)
    if dictionary(edition).has(word) and not CYRILLIC.fullmatch(word):
        return plain
    sounds, heard = names_by_sound(edition), [*sounds_of(word), *sounds_of(plain)]
    if word.isascii():
        heard = heard[:1]  # without its vowels it would sound like too much else
    found = next((sounds[sound] for sound in heard if sound in sounds), None)
    if not found and word.isascii() and not lexicon(edition).knows(word, plain):
        long = (sound for sound in heard if len(sound) > LONGEST_EXACT)
        near = (nearest(sound, sounds) for sound in long)
        found = next(filter(None, near), None)
    return stem(found) if found else plain


def nearest(sound: str, sounds: Mapping[str, str]) -> str | None:
    """Return the name that sounds the same but for one letter, if there is one."""
    near = process.extractOne(sound, sounds.keys(), scorer=OSA.distance, score_cutoff=1)
    return sounds[near[0]] if near else None


@derived
def names_by_sound(edition: Edition) -> Mapping[str, str]:
    """Return the names by how they sound."""
    return {sound: name for name in sorted(names(edition)) for sound in sounds_of(name)}


def sounds_of(word: str) -> list[str]:
    """Return how a word sounds as a Russian one and as a Persian one, if that tells it apart."""
    if word.isascii():
        russian = spelt(re.sub("gh|q", "g", word), RUSSIAN_SPELLINGS)
        found = [russian, spelt(re.sub(r"(?<=[oe])v$", "f", word), PERSIAN_SPELLINGS)]
    else:
        translated = {word.translate(RUSSIAN), word.translate(PERSIAN)} - {word}
        found = [bare(re.sub(r"i(?=[aeou])", "", each)) for each in sorted(translated)]
    return [sound for sound in found if sound.isascii() and len(sound) >= SHORTEST_SOUND]


def of_names(asked: Words, edition: Edition) -> list[Row]:
    """Return the rows that have every word which tells, one of them a name that only they have."""
    known = {stem(name) for name in names(edition)}
    telling = asked - ASKING - STOP_STEMS - SAID
    if not telling & known:
        return []
    return best([row for row in rows(edition) if telling <= row.stems], telling)


def of_kind(asked: Words, edition: Edition) -> list[Row]:
    """Return the events of the kind that is asked for, if when or by whom is asked, or at what."""
    for kinds, ways in KINDS.items():
        for way in ways:
            if way <= asked:
                rest = asked - way - ASKING - STOP_STEMS - TREATY - SAID - WHEN
                if not rest and not asked & WHEN:
                    continue
                wanted = kinds if rest else kinds[:1]
                found = [
                    row
                    for row in rows(edition)
                    if row.event and row.event.kind in wanted and rest <= row.stems
                ]
                if found:
                    return best(found, rest | asked & TREATY)
    return []


def best(found: Iterable[Row], telling: Words) -> list[Row]:
    """Return rows in order: what is called by the words first, and the chief ones."""
    return sorted(
        found,
        key=lambda row: (
            -len(telling & row.heading),
            not row.is_chief,
            -len(telling & row.stems),
        ),
    )


@dataclass(frozen=True)
class OnDate:
    """What a date brings: the events then, or the nearest, and a notice if it is only that."""

    asked: Asked
    entries: tuple[Entry, ...]
    notice: str = ""


def find_on_date(asked: Asked, edition: Edition) -> OnDate | None:
    """Return what happened on a date that a query is, or names beside words of the event."""
    events = [row for row in rows(edition) if row.event]
    if not events:
        return None
    rest = telling_beside(asked)
    then = [row for row in events if is_then(row, asked) and rest <= row.stems]
    if rest and not then:
        return None
    if not then:
        nearest = min(events, key=lambda row: row.distance(asked))
        return OnDate(asked, (nearest.entry,), NO_EVENT.format(asked.name))
    if len(then) <= MOST_ROWS:
        return OnDate(asked, entries_of(then))
    chief = [row for row in then if row.is_chief] or then
    return OnDate(asked, (of_year(then, asked), *entries_of(chief[: MOST_ROWS - 1])))


def telling_beside(asked: Asked) -> Words:
    """Return the stems of what tells beside a date."""
    rest = frozenset(stems(asked.rest).split())
    return rest - ASKING - (STOP_STEMS - TREATY_NOUNS) - SAID - WHEN


def is_then(row: Row, asked: Asked) -> bool:
    """Whether some date of an event lies within what is asked for."""
    return any(asked.first <= first and last <= asked.last for first, last in row.spans)


def of_year(then: Sequence[Row], asked: Asked) -> Entry:
    """Return the place of the timeline where so many events begin that they are not all named."""
    year = then[0].spans[0][0].year
    url = f"{page_url('timeline')}#year-{year}"
    return Entry("page", "timeline", f"Timeline: {asked.label}", url, "", f"{len(then)} events.")


def entries_of(found: Iterable[Row]) -> tuple[Entry, ...]:
    """Return the entries of rows."""
    return tuple(row.entry for row in found)
