"""Reads which articles and paragraphs an address, or somebody who types, asks for.

Nothing is an error: what is not understood, or is not there, is explained in sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from articles import addresses, treaty
from articles.places import Place, spans, spoken
from articles.search.references import ARTICLE, PARAGRAPH, PREAMBLE, RECITAL, read_reference

Numbers = Mapping[int, Collection[int]]
"""The numbers of the paragraphs that the preamble and each article have here."""

MOST_PLACES: Final = 60
"""Places of a dossier: enough for the whole treaty."""

MAX_LENGTH: Final = 400
"""Characters that are read; the address of the largest dossier has fewer."""

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
ADDRESS: Final = re.compile(r"[^\s,;]*/[^\s,;]*")

SPELLINGS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        # recital 3 of the preamble · paragraph 2 of article 12 · п. 2 ст. 12
        (rf"(?<!\w){RECITAL}(\d{{1,2}})\s+(?:of|in)\s+{PREAMBLE}(?!\w)", r"0.\1"),
        (
            rf"(?<!\w){PARAGRAPH}(\d{{1,2}})\s*(?:(?:of|in|из|از)\s+)?{ARTICLE}(\d{{1,4}})",
            r"\2.\1",
        ),
        (rf"(?<!\w){PREAMBLE}(?!\w)", "0"),
        # P, as the map has it, but no page or paragraph: p. 3
        (r"(?<![\w.])P(?!\w|\.?\s*\d)", "0"),
        (rf"(?<!\w){ARTICLE}(?=\d)", ""),
        # 12, paragraph 2 · 12(2) · 12(2-4) · 12:2
        (rf"(?<=\d)\s*[,،]?\s*(?:{RECITAL}|{PARAGRAPH})(?=\d)", "."),
        (r"(?<=\d)\s*\(\s*(\d{1,2}(?:\s*-\s*\d{1,2})?)\s*\)", r".\1"),
        (r"(?<=\d):(?=\d)", "."),
        # 17 - 19 · 17 to 19 · 12(2)-(4)
        (r"(?<=\d)\s*(?:-+|\bto\b)\s*\(?(\d+)\)?", r"-\1"),
        (r"(?<!\w)(?:and|и|و)(?!\w)", ","),
    )
)
"""What people write, and what addresses write instead; applied in this order."""

ARTICLES: Final = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
PARAGRAPHS: Final = re.compile(r"(\d{1,4})\.(\d{1,2})(?:-(?:\1\.)?(\d{1,2}))?")
"""No range of paragraphs goes from one article to another."""


@dataclass(frozen=True)
class Reading:
    """The places that a text names, in its order, and what was wrong with it, in sentences.

    ``spelling`` has all that was read, what was not understood too, as an address can hold it.
    """

    places: tuple[Place, ...] = ()
    faults: tuple[str, ...] = ()
    spelling: str = ""


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
        faults.append(f"That was too long. It was not read from here on: {quoted(unread)}.")
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
        """Take in a place, or a range of them; keep anything else to be quoted."""
        if found := ARTICLES.fullmatch(item):
            self.take_articles(int(found[1]), int(found[2] or found[1]))
        elif found := PARAGRAPHS.fullmatch(item):
            self.take_paragraphs(int(found[1]), int(found[2]), int(found[3] or found[2]))
        else:
            self.unreadable.append(item)

    def take_articles(self, first: int, last: int) -> None:
        """Take in the articles from one number to another, which may be the lower one."""
        low, high = sorted((first, last))
        kept = [number for number in treaty.NUMBERS if low <= number <= high]
        if high > treaty.LAST_ARTICLE:
            unknown = range(max(low, treaty.LAST_ARTICLE + 1), high + 1)
            self.missing[no_such_articles(unknown)] = None
        for number in kept if first <= last else reversed(kept):
            self.add(Place(number))

    def take_paragraphs(self, article: int, first: int, last: int) -> None:
        """Take in the paragraphs of an article from one number to another, up or down."""
        if article not in treaty.NUMBERS:
            self.take_articles(article, article)
            return
        low, high = sorted((first, last))
        kept = [number for number in sorted(self.numbers[article]) if low <= number <= high]
        unknown = [number for number in range(low, high + 1) if number not in kept]
        if unknown:
            self.missing[no_such_paragraphs(article, len(self.numbers[article]), unknown)] = None
        for number in kept if first <= last else reversed(kept):
            self.add(Place(article, number))

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
            yield f"{len(self.missing) - MAX_FAULTS} more such numbers were left out."
        if self.unreadable:
            yield (
                "This could not be read as an article or paragraph: "
                f"{quoted(' '.join(self.unreadable))}."
            )
        if self.repeated:
            yield f"Named more than once, shown once: {spoken(self.repeated)}."
        if self.left_out:
            yield f"A dossier has at most {MOST_PLACES} places. Left out: {spoken(self.left_out)}."


def no_such_articles(numbers: range) -> str:
    """Return that there are no articles with these numbers, and which there are."""
    there = f"There is no article {numbers[0]}"
    if len(numbers) > 1:
        there = f"There are no articles {numbers[0]}–{numbers[-1]}"
    return f"{there}: the treaty has a preamble and {treaty.LAST_ARTICLE} articles."


def no_such_paragraphs(article: int, count: int, numbers: list[int]) -> str:
    """Return that an article, of so many paragraphs here, has none with these numbers."""
    label = treaty.label(article)
    if not count:
        return f"{label} is not described yet, so it has no paragraphs here."
    kind = "recital" if article == treaty.PREAMBLE else "paragraph"
    there = f"there is no {kind}" if len(numbers) == 1 else f"there are no {kind}s"
    return f"{label} has {count} {kind}{'s' if count > 1 else ''} here; {there} {spans(numbers)}."


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
    """Return the code of the place that an address of this site leads to, or else the address."""
    reference = read_reference(address[0])
    if reference is None:
        return address[0]
    return addresses.place_code(reference.article, reference.paragraph)
