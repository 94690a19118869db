"""Reads which provisions an address, or somebody who types, asks for.

Nothing is an error: what is not understood, or is not there, is explained in sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from articles import treaty
from articles.treaty import references
from articles.treaty.places import Place, no_such, spoken
from articles.treaty.references import Found

Numbers = Mapping[int, Mapping[int, int]]
"""How many points each paragraph has, by article and paragraph."""

MOST_PLACES: Final = 60
"""Provisions of a selection: enough for the whole treaty."""

MAX_LENGTH: Final = 400
"""Characters that are read; the address of the largest selection has fewer."""

MAX_RAW_LENGTH: Final = 1000
"""Characters that are looked at, since an address may take several to write one."""

MAX_QUOTED: Final = 40
"""Characters quoted of what is not understood."""

MAX_FAULTS: Final = 8
"""Faults of a kind that are explained one by one."""

SEPARATORS: Final = re.compile(r"[\s,;،؛|&+]+")
PUNCTUATION: Final = ".:/()[]{}<>\"'“”‘’«»…!?*-"
"""What chats and sentences put around an item."""


@dataclass(frozen=True)
class Reading:
    """The places that a text names, in its order, and what was wrong with it, in sentences.

    ``spelling`` has all that was read, what was not understood too, as an address can hold it.
    """

    places: tuple[Place, ...] = ()
    faults: tuple[str, ...] = ()
    spelling: str = ""

    @property
    def verdict(self) -> str:
        """How much of the text was of no use, to be said before the faults."""
        if self.places:
            return "Some of this address was not used:"
        return "We could not read this address."


def read(text: str, numbers: Numbers) -> Reading:
    """Return the places that a text names, given the paragraphs that there are."""
    plain = unquote(text[:MAX_RAW_LENGTH])
    reader = Reader(numbers)
    unread = text[MAX_RAW_LENGTH:]
    for item, found in named(plain):
        spelling = item.replace("/", ":")  # a slash would end it in an address
        if len(",".join([*reader.spelling, spelling])) > MAX_LENGTH:
            unread = item + unread
            break
        reader.spelling.append(spelling)
        if found:
            reader.take(found)
        else:
            reader.unreadable.append(item)
    faults = list(reader.explained())
    if unread:
        faults.append(f"This was too long. We stopped reading at {quoted(unread)}.")
    return Reading(tuple(reader.places), tuple(faults), ",".join(reader.spelling))


def named(text: str) -> Iterator[tuple[str, Found | None]]:
    """Yield each item of a text as an address writes it, with what it is found to name."""
    before = 0
    for found in references.items(text):
        yield from ((item, None) for item in others(text[before : found.start]))
        before = max(before, found.end)
        yield found.code, found
    yield from ((item, None) for item in others(text[before:]))


def others(text: str) -> Iterator[str]:
    """Yield what is no provision in a text."""
    plain = unicodedata.normalize("NFKC", text)[:MAX_RAW_LENGTH]
    visible = (letter for letter in plain if unicodedata.category(letter) not in {"Cf", "Cs"})
    for row in SEPARATORS.split("".join(visible)):
        item = row.strip(PUNCTUATION)
        if item and not references.is_filler(item):
            yield item


@dataclass
class Reader:
    """Takes in one item after the other: what there is to show, and what is to be explained."""

    numbers: Numbers
    places: dict[Place, None] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    repeated: dict[Place, None] = field(default_factory=dict)
    left_out: dict[Place, None] = field(default_factory=dict)
    spelling: list[str] = field(default_factory=list)

    def take(self, found: Found) -> None:
        """Take in a provision, or a range of them."""
        first, last = found.first, found.last
        if (
            first.paragraph is None
            and first.place == Place(treaty.CLOSING)
            and first.is_article_there
        ):
            self.add(first.place)
        elif first.paragraph is None or not first.is_article_there:
            self.take_articles(first.article, last.article)
        else:
            self.take_below(found)

    def take_articles(self, first: int, last: int) -> None:
        """Take in the articles from one number to another, which may be the lower one."""
        low, high = sorted((first, last))
        kept = range(low, min(high, treaty.LAST_ARTICLE) + 1)
        if high > treaty.LAST_ARTICLE:
            unknown = range(max(low, treaty.LAST_ARTICLE + 1), high + 1)
            self.missing[no_such_articles(unknown)] = None
        for number in kept if first <= last else reversed(kept):
            self.add(Place(number))

    def take_below(self, found: Found) -> None:
        """Take in paragraphs, or points, from one number to another, up or down."""
        whole, paragraph = Place(found.first.article), found.first.paragraph or 0
        paragraphs = self.numbers[whole.article]
        if found.first.point is None:
            self.take_numbers(whole, paragraphs.keys(), *found.numbers)
        elif paragraph in paragraphs:
            points = range(1, paragraphs[paragraph] + 1)
            self.take_numbers(Place(whole.article, paragraph), points, *found.numbers)
        else:
            self.missing[no_such(whole, len(paragraphs), [paragraph])] = None

    def take_numbers(self, whole: Place, there: Collection[int], first: int, last: int) -> None:
        """Take in what a provision has under numbers, of those that are ``there``, up or down."""
        low, high = sorted((first, last))
        kept = [number for number in sorted(there) if low <= number <= high]
        unknown = [number for number in range(low, high + 1) if number not in kept]
        if unknown:
            self.missing[no_such(whole, len(there), unknown)] = None
        for number in kept if first <= last else reversed(kept):
            self.add(Place(whole.article, whole.paragraph or number, whole.paragraph and number))

    def add(self, place: Place) -> None:
        """Keep a place, unless it is there already or there are enough."""
        if place in self.places:
            self.repeated[place] = None
        elif len(self.places) < MOST_PLACES:
            self.places[place] = None
        else:
            self.left_out[place] = None

    def explained(self) -> Iterator[str]:
        """Return what is to be explained, in sentences."""
        yield from [*self.missing][:MAX_FAULTS]
        if len(self.missing) > MAX_FAULTS:
            yield f"{len(self.missing) - MAX_FAULTS} more like these were left out."
        if self.unreadable:
            yield (
                "We could not read this as an article, paragraph or point: "
                f"{quoted(' '.join(self.unreadable))}."
            )
        if self.repeated:
            yield f"Named more than once but shown once: {spoken(self.repeated)}."
        if self.left_out:
            yield (
                f"A selection has at most {MOST_PLACES} provisions. "
                f"Left out: {spoken(self.left_out)}."
            )


def no_such_articles(numbers: range) -> str:
    """Return that there are no articles with these numbers, and which there are."""
    there = f"There is no article {numbers[0]}"
    if len(numbers) > 1:
        there = f"There are no articles {numbers[0]}–{numbers[-1]}"
    return f"{there}: the treaty has a preamble and {treaty.LAST_ARTICLE} articles."


def quoted(text: str) -> str:
    """Return the beginning of a text, in quotation marks."""
    shown = "".join(
        letter if unicodedata.category(letter)[0] != "C" else " " for letter in text
    ).strip()
    return f"“{shown[:MAX_QUOTED]}{'…' if len(shown) > MAX_QUOTED else ''}”"
