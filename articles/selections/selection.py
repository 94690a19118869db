"""A selection: chosen provisions and a note, all of it held by the address alone.

Readers know it as a selection. While one is being made, the query string of other pages carries
it along (``set``, ``note``): ``carrying`` sees to that for every link.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.http import QueryDict
from django.urls import reverse

from articles import treaty
from articles.edition import Edition, derived
from articles.reading.texts import TextsForm
from articles.selections.reading import Numbers, Reading, read
from articles.treaty import places
from articles.treaty.addresses import Pairs, query_string
from articles.treaty.places import Place

MAX_NOTE_LENGTH: Final = 500
"""Characters of a note that are shown; what is cut off is said."""

BLANK_LINES: Final = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True)
class Selection:
    """What was asked for, the note on it, and ``texts``, the value of ``lang`` that goes along.

    Without places it is one that nobody has begun.
    """

    reading: Reading = field(default_factory=Reading)
    note: str = ""
    is_note_cut: bool = False
    texts: str = ""

    def __bool__(self) -> bool:
        return bool(self.places)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, in the order in which they were asked for."""
        return self.reading.places

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.places)

    @property
    def items(self) -> str:
        """The places as addresses write them: ``3,12.2,17-19``."""
        return places.code(self.places)

    @property
    def name(self) -> str:
        """The places as sentences name them: ``Articles 3, 12(2) and 17–19``."""
        return places.spoken(self.places)

    @property
    def summary(self) -> str:
        """How much there is, and who chose it, in a sentence."""
        is_many = self.count > 1
        return (
            f"{self.count} provision{'s' * is_many} of the {treaty.SHORT_TITLE}, "
            f"selected{' and ordered' * is_many} by the person who made this link."
        )

    @property
    def address(self) -> str:
        """The address at which the selection is read."""
        return self.address_of(self.places)

    @property
    def path(self) -> str:
        """The address without note and choice of texts."""
        return reverse("set", args=[self.items])

    @property
    def path_as_asked(self) -> str:
        """The address at which what was wrong is explained, and the rest is shown."""
        return reverse("set", args=[self.reading.spelling])

    @property
    def query(self) -> str:
        """The query string that goes along from one selection to the next, or nothing."""
        return query_string([("note", self.note), ("lang", self.texts)])

    @property
    def carried(self) -> Pairs:
        """What the query strings of other pages carry while the selection is being made."""
        if not self.places:
            return ()
        pairs = (("set", self.items), ("note", self.note))
        return tuple(pair for pair in pairs if pair[1])

    @property
    def cite_address(self) -> str:
        """The address at which every place is cited."""
        return reverse("set_cite", args=[self.items]) + self.query

    def export_address(self, suffix: str) -> str:
        """Return the address of the selection as data (``/set/3,12.2.json``)."""
        return f"{self.path.removesuffix('/')}.{suffix}"

    def address_of(self, chosen: Iterable[Place]) -> str:
        """Return the address of other places with the same note and texts."""
        items = places.code(chosen)
        return (reverse("set", args=[items]) if items else reverse("sets")) + self.query

    def address_with(self, *more: Place) -> str:
        """Return the address of the selection with more places, those that are not in it yet."""
        return self.address_of(dict.fromkeys([*self.places, *more]))

    def carried_with(self, place: Place) -> Pairs:
        """Return what the query strings of other pages carry with one more place."""
        items = places.code(dict.fromkeys([*self.places, place]))
        return tuple({**dict(self.carried), "set": items}.items())

    def address_without(self, place: Place) -> str:
        """Return the address of the selection without one of its places."""
        return self.address_of(row for row in self.places if row != place)

    def address_moved(self, place: Place, steps: int) -> str:
        """Return the address with a place moved by a step, turned to it; empty at the ends."""
        order = list(self.places)
        here = order.index(place)
        there = here + steps
        if there not in range(len(order)):
            return ""
        order[here], order[there] = order[there], order[here]
        return f"{self.address_of(order)}#order-{place.code}"


@derived
def numbers_here(edition: Edition) -> Numbers:
    """Return how many points each paragraph that has an address has."""
    return {
        number: {
            **{row.number: 0 for row in article.official_paragraphs.all() if row.number},
            **{row.number: len(row.points.all()) for row in article.paragraphs.all()},
        }
        for number, article in edition.by_number.items()
    }


def places_of(items: str, edition: Edition) -> Reading:
    """Return the places that a text names and what is wrong with it."""
    return read(items, numbers_here(edition))


def selection(items: str, data: QueryDict, edition: Edition, texts: str = "") -> Selection:
    """Return the selection that a text names, with the ``note`` of a query string."""
    note, is_cut = read_note(data.get("note", ""))
    return Selection(places_of(items, edition), note, is_cut, texts)


def being_made(data: QueryDict, edition: Edition) -> Selection:
    """Return the selection that a query string carries; what is odd in it is left out."""
    asked = data.get("set", "")
    if not asked:
        return Selection()
    return selection(asked, data, edition, TextsForm.read(data, edition.official_texts).value)


def read_note(text: str) -> tuple[str, bool]:
    """Return a note as plain lines, and whether it had to be cut."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(
        letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in CONTROLS
    )
    plain = BLANK_LINES.sub("\n\n", kept).strip()
    return plain[:MAX_NOTE_LENGTH].rstrip(), len(plain) > MAX_NOTE_LENGTH


CONTROLS: Final = frozenset({"Cc", "Cs"})
"""The categories of Unicode that a note cannot hold, line ends apart."""
