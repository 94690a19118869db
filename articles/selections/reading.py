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
from articles.search.references import (
    ARTICLE,
    CLOSING,
    HOST,
    PARAGRAPH,
    POINT,
    PREAMBLE,
    RECITAL,
)
from articles.treaty import addresses
from articles.treaty.places import Place, no_such, spoken

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

DASHES: Final = str.maketrans(dict.fromkeys("‐‒–—―−", "-"))
SPACES: Final = re.compile(r"\s+")
SEPARATORS: Final = re.compile(r"[\s,;،؛|&+]+")
PUNCTUATION: Final = ".:/()[]{}<>\"'“”‘’«»…!?*-"
"""What chats and sentences put around an item."""

ADDRESS_OF_SET: Final = re.compile(r"\S*?/set/([^?#\s]*)(?:[?#]\S*)?")
ADDRESS: Final = re.compile(
    rf"(?<![^\s,;])(?=[^\s,;]*/)(?:{HOST}/)?(?:articles/)?"
    rf"(?P<part>preamble|closing|\d{{1,4}})(?P<below>(?:[./]\d{{1,2}}){{0,2}})"
    r"/?(?:[?#][^\s,;]*(?:,[a-z][^\s,;]*)*)?(?![^\s,;])",
    re.IGNORECASE,
)
"""An address of this site, or the end of one."""

SPAN: Final = r"\d{1,2}(?:\.\d{1,2})?(?:\s*-\s*\d{1,2}(?:\.\d{1,2})?)?"
LISTS: Final = "|".join(map(str, treaty.LISTS))

SPELLINGS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        # recital 3 of the preamble · paragraph 2 of article 12 · п. 2 ст. 12
        (rf"(?<!\w){RECITAL}(\d{{1,2}})\s+(?:of|in)\s+{PREAMBLE}(?!\w)", r"0.\1"),
        (
            rf"(?<!\w){PARAGRAPH}(\d{{1,2}})\s*(?:(?:of|in|из|از)\s+)?{ARTICLE}(\d{{1,4}})",
            r"\2.\1",
        ),
        # point 2.3 of article 22 · point 3 of 22.2
        (
            rf"(?<!\w){POINT}(\d{{1,2}}(?:\.\d{{1,2}})?)\s*"
            rf"(?:(?:of|in|из|از)\s+(?:{ARTICLE})?|{ARTICLE})(\d{{1,4}}(?:\.\d{{1,2}})?)",
            r"\2 point \1",
        ),
        (rf"(?<!\w){PREAMBLE}(?!\w)", "0"),
        (rf"(?<!\w){CLOSING}(?!\w)", "closing"),
        # P and C, as the map has them, but no page or paragraph: p. 3
        (r"(?<![\w.])P(?!\w|\.?\s*\d)", "0"),
        (r"(?<![\w.])C(?!\w|\.?\s*\d)", "closing"),
        (rf"(?<!\w){ARTICLE}(?=\d)", ""),
        # 28, item 4 · 28(4) · 28(4-6)
        (rf"(?<![\w.])({LISTS})\s*[,،]?\s*{POINT}(?=\d)", r"\1.1."),
        (rf"(?<![\w.])({LISTS})\s*\(\s*({SPAN})\s*\)(?!\s*\()", r"\1.1.\2"),
        # 12, paragraph 2 · 12(2) · 12(2-4) · 22(2)(3) · 22(2.3) · 12:2
        (rf"(?<=\d)\s*[,،]?\s*(?:{RECITAL}|{PARAGRAPH}|{POINT})(?=\d)", "."),
        (r"(?<=\d)\s*\(\s*(\d{1,2})\s*\)\s*(?=\()", r".\1"),
        (rf"(?<=\d)\s*\(\s*({SPAN})\s*\)", r".\1"),
        (r"(?<=\d):(?=\d)", "."),
        # 22.2.2.3, since the number of the point says its paragraph, too
        (r"(?<![\d.])(\d{1,4}\.(\d{1,2}))\.\2\.(?=\d)", r"\1."),
        # 17 - 19 · 17 to 19 · 12(2)-(4)
        (r"(?<=\d)\s*(?:-+|\bto\b)\s*\(?(\d+(?:\.\d+)*)\)?", r"-\1"),
        (r"(?<!\w)(?:and|и|و)(?!\w)", ","),
    )
)
"""What people write, and what addresses write instead; applied in this order."""

ARTICLES: Final = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
BELOW: Final = re.compile(
    r"(?P<above>(?:closing|\d{1,4})(?:\.(?P<paragraph>\d{1,2}))?)\.(?P<first>\d{1,2})"
    r"(?:-(?:(?:(?P=above)|(?P=paragraph))\.)?(?P<last>\d{1,2}))?"
)
"""Paragraphs of an article, or points of a paragraph; no range goes from one to another."""


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
    spelt, unread = bounded(text)
    items = [item.strip(PUNCTUATION) for item in SEPARATORS.split(spelt)]
    items = [item for item in items if item]
    reader = Reader(numbers)
    for item in items:
        reader.take(item)
    faults = list(reader.explained())
    if unread:
        faults.append(f"This was too long. We stopped reading at {quoted(unread)}.")
    spelling = ",".join(items).replace("/", ":")  # a slash would end it in an address
    return Reading(tuple(reader.places), tuple(faults), spelling)


@dataclass
class Reader:
    """Takes in one item after the other: what there is to show, and what is to be explained."""

    numbers: Numbers
    places: dict[Place, None] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    repeated: dict[Place, None] = field(default_factory=dict)
    left_out: dict[Place, None] = field(default_factory=dict)

    def take(self, item: str) -> None:
        """Take in a provision, or a range of them; keep anything else to be quoted."""
        if found := ARTICLES.fullmatch(item):
            self.take_articles(int(found[1]), int(found[2] or found[1]))
        elif found := BELOW.fullmatch(item):
            first = int(found["first"])
            self.take_below(found["above"], first, int(found["last"] or first))
        elif item == addresses.CODES[treaty.CLOSING]:
            self.add(Place(treaty.CLOSING))
        else:
            self.unreadable.append(item)

    def take_articles(self, first: int, last: int) -> None:
        """Take in the articles from one number to another, which may be the lower one."""
        low, high = sorted((first, last))
        kept = range(low, min(high, treaty.LAST_ARTICLE) + 1)
        if high > treaty.LAST_ARTICLE:
            unknown = range(max(low, treaty.LAST_ARTICLE + 1), high + 1)
            self.missing[no_such_articles(unknown)] = None
        for number in kept if first <= last else reversed(kept):
            self.add(Place(number))

    def take_below(self, above: str, first: int, last: int) -> None:
        """Take in paragraphs, or points, from one number to another, up or down.

        ``above`` is the article or paragraph to which they belong. The only paragraph of an
        article need not be named before its points, except for the first.
        """
        try:
            whole = Place.read(above)
        except LookupError as error:
            self.take_articles(*error.args, *error.args)
            return
        paragraphs = self.numbers[whole.article]
        if whole.paragraph is None and (first, last) != (1, 1) and is_list(paragraphs):
            whole = Place(whole.article, 1)
        if whole.paragraph is None:
            self.take_numbers(whole, paragraphs.keys(), first, last)
        elif whole.paragraph in paragraphs:
            self.take_numbers(whole, range(1, paragraphs[whole.paragraph] + 1), first, last)
        else:
            fault = no_such(Place(whole.article), len(paragraphs), [whole.paragraph])
            self.missing[fault] = None

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


def is_list(paragraphs: Mapping[int, int]) -> bool:
    """Whether an article, by the points of its paragraphs, is a single paragraph with points."""
    return len(paragraphs) == 1 and paragraphs.get(1, 0) > 0


def quoted(text: str) -> str:
    """Return the beginning of a text, in quotation marks."""
    shown = "".join(
        letter if unicodedata.category(letter)[0] != "C" else " " for letter in text
    ).strip()
    return f"“{shown[:MAX_QUOTED]}{'…' if len(shown) > MAX_QUOTED else ''}”"


def bounded(text: str) -> tuple[str, str]:
    """Return as much of a text as is read, spelt as addresses are, and the rest."""
    spelt = respelt(text[:MAX_RAW_LENGTH])
    if len(spelt) <= MAX_LENGTH and len(text) <= MAX_RAW_LENGTH:
        return spelt, ""
    ends = [found.start() for found in SEPARATORS.finditer(spelt[:MAX_LENGTH])]
    end = ends[-1] if ends else 0  # never in the middle of a number
    return spelt[:end], SEPARATORS.sub(" ", spelt[end:]).strip() or text[MAX_RAW_LENGTH:]


def respelt(text: str) -> str:
    """Return a text as an address would write it, as far as it is understood."""
    plain = unicodedata.normalize("NFKC", unquote(ADDRESS_OF_SET.sub(r"\1", text)))
    # A character may stand for eighteen, and the patterns below take the square of the length.
    plain = SPACES.sub(" ", plain)[:MAX_RAW_LENGTH]
    plain = "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in plain.translate(DASHES)
        if unicodedata.category(letter) not in {"Cf", "Cs"}
    )
    plain = ADDRESS.sub(place_at, plain)
    for pattern, replacement in SPELLINGS:
        plain = pattern.sub(replacement, plain)
    return plain


def place_at(address: re.Match[str]) -> str:
    """Return the code of the provision to which an address of this site leads."""
    part = "0" if address["part"].lower() == "preamble" else address["part"]
    return part + address["below"].replace("/", ".")
