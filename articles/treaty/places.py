"""Provisions one after the other: how an address and how a sentence names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from articles import treaty
from articles.treaty import addresses
from articles.treaty.phrases import counted, listed

SHORTEST_RUN: Final = 3
"""Neighbours that are written with a dash; two are not."""

MOST_SPOKEN: Final = 8
"""Provisions or runs that are named in a sentence or title; how many more there are is said."""


HAVE: Final = {treaty.PREAMBLE: "The preamble has", treaty.CLOSING: "The closing lines have"}
"""How a sentence begins that counts the paragraphs of what is no article."""


CODES: Final = {treaty.CLOSING: "closing"}
"""How short addresses write a part that has no number of its own."""

FILE_NAMES: Final = {treaty.PREAMBLE: "preamble", treaty.CLOSING: "closing"}
ANCHORS: Final = {treaty.PREAMBLE: "preamble", treaty.CLOSING: "conclusions"}
"""The names that Akoma Ntoso has for the parts that are no articles."""


@dataclass(frozen=True)
class Place:
    """An article (the preamble and the closing lines among them), a paragraph or a point of one.

    Points count from 1 within their paragraph, however the treaty labels them. Paragraph 0 stands
    for words before the first numbered one, which have the article's address.
    """

    article: int
    paragraph: int | None = None
    point: int | None = None

    @classmethod
    def read(cls, code: str) -> Place:
        """Return the provision that an address writes so (``3.3``, ``closing``).

        Raises ``LookupError``, with the number, if the treaty has no such article. The paragraph
        and the point need not exist.
        """
        first, *below = code.replace("/", ".").split(".")
        named = {name: number for number, name in CODES.items()}
        article = named[first] if first in named else int(first)
        if first not in named and article > treaty.LAST_ARTICLE:
            raise LookupError(article)
        return cls(article, *map(int, below))

    @property
    def numbers(self) -> tuple[int, int | None, int | None]:
        """The numbers of the article, the paragraph and the point."""
        return self.article, self.paragraph, self.point

    @property
    def given(self) -> list[int]:
        """Those of its numbers that there are."""
        return [self.article, *(number for number in (self.paragraph, self.point) if number)]

    @property
    def code(self) -> str:
        """How short addresses and selections write it: ``3``, ``3.3``, ``22.2.3``, ``closing``."""
        article, *below = self.given
        return ".".join([CODES.get(article) or str(article), *map(str, below)])

    @property
    def kind(self) -> str:
        """What a paragraph is called here: ``recital`` in the preamble."""
        return "recital" if self.article == treaty.PREAMBLE else "paragraph"

    @property
    def name(self) -> str:
        """What it is called in its article: ``Recital 3``, ``Point 2.3``, ``Opening words``.

        A point is called by the number that the treaty gives it, which says its paragraph, too.
        """
        if not self.paragraph:
            return "Opening words"
        if not self.point:
            return f"{self.kind.capitalize()} {self.paragraph}"
        return f"Point {treaty.point_number(self.article, self.paragraph, self.point)}"

    @property
    def label(self) -> str:
        """``Article 3, paragraph 2``, ``Article 22, point 2.3``, or the article alone."""
        article = treaty.label(self.article)
        return f"{article}, {self.name.lower()}" if self.paragraph else article

    @property
    def url(self) -> str:
        """The address of its page."""
        return addresses.provision_url("", *self.given)

    @property
    def cite_url(self) -> str:
        """The address of the page on which it is cited."""
        return addresses.provision_url("_cite", *self.given)

    @property
    def compare_url(self) -> str:
        """The address at which two texts of its article are compared."""
        return addresses.provision_url("_compare", self.article)

    @property
    def short_url(self) -> str:
        """The short address, to be said aloud: ``/12.2``."""
        return f"/{self.code}"

    @property
    def file_name(self) -> str:
        """What a file about it is called: ``article-3-paragraph-3``, ``preamble``."""
        article, *below = self.given
        kinds = [f"{kind}-{n}" for kind, n in zip((self.kind, "point"), below, strict=False)]
        return "-".join([FILE_NAMES.get(article) or f"article-{article}", *kinds])

    @property
    def anchor(self) -> str:
        """The HTML ``id``, after the naming convention of Akoma Ntoso (``art_12__para_2``)."""
        parts = [ANCHORS.get(self.article) or f"art_{self.article}"]
        if self.paragraph is not None:
            kind = "rec" if self.article == treaty.PREAMBLE else "para"
            parts.append(f"{kind}_{self.paragraph}" if self.paragraph else "intro")
        if self.point:
            parts.append(f"point_{self.point}")
        return "__".join(parts)

    @property
    def number(self) -> int:
        """The number that a range counts by: the last one."""
        return self.point or self.paragraph or self.article

    @property
    def above(self) -> tuple[object, ...]:
        """What two neighbours have in common: all but the last number, and being numbered."""
        if self.paragraph is None:
            return (self.article in treaty.NAMED,)
        return (self.article,) if self.point is None else (self.article, self.paragraph)

    def steps_from(self, other: Place) -> int:
        """Return how far it stands after another place of its kind; 0 if they do not compare."""
        return self.number - other.number if self.above == other.above else 0


def runs(places: Iterable[Place]) -> list[list[Place]]:
    """Return the places in runs of neighbours, upwards or downwards."""
    found: list[list[Place]] = []
    for place in places:
        if found and is_next(found[-1], place):
            found[-1].append(place)
        else:
            found.append([place])
    return found


def is_next(run: Sequence[Place], place: Place) -> bool:
    """Whether a place comes next in a run of neighbours."""
    step = place.steps_from(run[-1])
    return abs(step) == 1 and (len(run) == 1 or step == run[-1].steps_from(run[-2]))


def code(places: Iterable[Place]) -> str:
    """Return the one way in which an address writes the places: ``3,12.2,17-19``."""
    written = []
    for run in runs(places):
        if len(run) >= SHORTEST_RUN:
            written.append(f"{run[0].code}-{run[-1].number}")
        else:
            written += [place.code for place in run]
    return ",".join(written)


def spoken(places: Iterable[Place], most: int | None = MOST_SPOKEN) -> str:
    """Return what the places are called: ``Articles 3, 12(2) and 17–19``.

    Only the first are named, as many as ``most`` says, or all.
    """
    rows = runs(places)
    named = [place for run in rows[:most] for place in run]
    more = sum(map(len, rows)) - len(named)
    groups = [list(group) for _, group in groupby(named, key=kind)]
    said = "; ".join(spoken_alike(group, "," if more else " and") for group in groups)
    return f"{said} and {more} more" if more else said


def kind(place: Place) -> str:
    """Return what the place is: an article, the preamble, a recital of it, the closing lines."""
    name = treaty.NAMED.get(place.article)
    if name is None:
        return "Article"
    if place.paragraph is None:
        return name
    return f"{name}, {place.kind}"


def spoken_alike(places: Sequence[Place], joined: str) -> str:
    """Return what places of one kind are called, ``joined`` being what the last comes after."""
    if places[0].article in treaty.NAMED and places[0].paragraph is None:
        return kind(places[0])
    parts = []
    for run in runs(places):
        first, last = spoken_number(run[0]), spoken_number(run[-1])
        if len(run) >= SHORTEST_RUN:
            parts.append(f"{first}–{''.join(last.rpartition('(')[1:])}")
        else:
            parts += [spoken_number(place) for place in run]
    return f"{kind(places[0])}{'s' if len(places) > 1 else ''} {listed(parts, joined)}"


def spoken_number(place: Place) -> str:
    """Return the number as a citation gives it: ``12(2)``, ``22(2.3)``; of a recital its own."""
    if place.article in treaty.NAMED or place.paragraph is None:
        return str(place.number)
    if place.point is None:
        is_list = treaty.POINT_NUMBERS.get((place.article, place.paragraph)) == "{}"
        return str(place.article) if is_list else f"{place.article}({place.paragraph})"
    return f"{place.article}({treaty.point_number(place.article, place.paragraph, place.point)})"


def spans(numbers: Iterable[int]) -> str:
    """Return numbers as a sentence gives them: ``4`` or ``4–9`` or ``0, 4–9``."""
    rows = [list(run) for _, run in groupby(enumerate(numbers), lambda row: row[1] - row[0])]
    return ", ".join(
        str(run[0][1]) if len(run) == 1 else f"{run[0][1]}–{run[-1][1]}" for run in rows
    )


def no_such(whole: Place, count: int, numbers: list[int]) -> str:
    """Return that a provision, of so many paragraphs or points, has none with these numbers."""
    if not count:
        return f"{whole.label} has no points."
    kind = whole.kind if whole.paragraph is None else "point"
    have = HAVE.get(whole.article, f"{whole.label} has")
    there = f"there is no {kind}" if len(numbers) == 1 else f"there are no {kind}s"
    return f"{have} {counted(count, kind)}; {there} {spans(numbers)}."
