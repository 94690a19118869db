"""What is known of a quotation once it was compared: each place it may be from, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from django.utils.safestring import SafeString

from articles.edition.corpus import ReadableText, Unit
from articles.models import Caution
from articles.treaty.phrases import counted, listed
from articles.treaty.places import Place, spoken
from articles.treaty.references import Reference
from articles.words.quotations import markup
from articles.words.quotations.asides import ADDRESS, CITATION, Named
from articles.words.quotations.reading import Quotation
from articles.words.quotations.runs import Kind, Segment, Variation

FEWEST_ALTERED: Final = 4
"""Words that a quotation needs to be called altered; a shorter one is other words."""

MOST_ALTERED: Final = 0.4
"""The share of the words that may differ in an altered quotation; beyond, it is not found."""

MOST_IN_FULL: Final = 2
"""Places that are named in full."""

LEAST_NEAR: Final = 0.35
"""The share of the words that the nearest passage must have for it to be worth showing."""

EXACT: Final = {
    True: "Exact",
    False: "Not the treaty's words: an exact match in our own edition",
}
ALTERED: Final = {
    True: "Altered: {}",
    False: "Not the treaty's words: altered from our own edition ({})",
}
"""How a verdict begins, by whether the text is official."""

SAYS_NOTHING: Final = "That says nothing about the treaty's own wording."
NEAREST: Final = "is below, with the words it shares with the quotation marked."
IN_OURS: Final = {
    (True, True): "Our own edition has these words, or nearly these.",
    (False, True): f"The nearest passage of our own edition {NEAREST}",
    (False, False): "Our own edition has no words like these.",
}
"""What our own edition has of a quotation, by whether it is found and whether anything is near."""

NOT_IN_ANY: Final = {
    True: f"These words are in none of the texts loaded here. The nearest passage {NEAREST}",
    False: "These words are in none of the texts loaded here, nor are words like them.",
}
"""What is said of words that are not found, by whether anything is near."""

DO_NOT_QUOTE: Final = (
    "They come from this site's plain-English edition. Do not quote them as the treaty's."
)
LEFT_OUT: Final = (
    "{} with the same words {} not shown. Paste more of the sentence to tell them apart."
)


@dataclass(frozen=True)
class Match:
    """A place of a text, or several that ellipses join, beside a quotation.

    ``size`` is the number of quoted words, ``cost`` how many differ, ``same`` how many do not;
    ``in_order`` is false if the passages stand in another order than quoted, ``is_quoted`` if it is
    only the nearest there is. It goes from the word ``start`` up to ``end`` of the text;
    ``whole_ends`` tells of either end whether it is that of a sentence. ``others`` are further
    texts of which all the same holds.
    """

    text: ReadableText
    places: tuple[Unit, ...]
    segments: tuple[Segment, ...]
    variations: frozenset[Variation]
    size: int
    in_order: bool = True
    is_quoted: bool = True
    start: int = 0
    end: int = 0
    whole_ends: tuple[bool, bool] = (False, False)
    others: tuple[ReadableText, ...] = ()

    @property
    def shown(self) -> tuple[object, ...]:
        """What a reader sees of it, whatever the name of the text."""
        return (
            self.text.is_official,
            self.text.language,
            [unit.place for unit in self.places],
            self.segments,
            self.variations,
            self.in_order,
        )

    @cached_property
    def cost(self) -> int:
        """How many words differ."""
        return sum(segment.size for segment in self.differences)

    @cached_property
    def same(self) -> int:
        """How many words are as published."""
        return sum(segment.size for segment in self.segments if segment.kind is Kind.SAME)

    @cached_property
    def differences(self) -> list[Segment]:
        """Where the quotation is wrong."""
        return [segment for segment in self.segments if segment.kind.is_difference]

    @property
    def changes(self) -> list[Segment]:
        """What the quoter has marked as changed."""
        return [segment for segment in self.segments if segment.kind is Kind.MARKED]

    @property
    def html(self) -> SafeString:
        """The passage with every difference marked, or else the words that the quotation shares."""
        how = markup.segment_html if self.is_quoted else markup.shared_segment_html
        return markup.joined(map(how, self.segments))

    @property
    def legend(self) -> str:
        """What the marks of differences in the passage mean, or nothing if there are none."""
        text = "the official text" if self.text.is_official else "our own edition"
        return markup.legend(self.segments, text) if self.is_quoted else ""

    @property
    def listed_differences(self) -> list[SafeString]:
        """Each difference in words, what the quoter has marked as changed at the end."""
        return [markup.said(row, self.text) for row in (*self.differences, *self.changes)]

    @property
    def byline(self) -> str:
        """Whose words are shown, and what the quotation is beside them."""
        return f"{self.source}. {self.verdict}." if self.is_quoted else f"{self.source}."

    @property
    def is_exact(self) -> bool:
        """Whether every word is as published, or marked as changed."""
        return self.in_order and not self.cost

    @property
    def is_altered(self) -> bool:
        """Whether it is this passage that is quoted, but wrongly."""
        if self.is_exact:
            return False
        is_like = self.size >= FEWEST_ALTERED and self.cost <= self.size * MOST_ALTERED
        return is_like or not self.cost

    @property
    def is_near(self) -> bool:
        """Whether the passage is worth showing though it is not what is quoted."""
        return self.same >= max(FEWEST_ALTERED - 1, self.size * LEAST_NEAR)

    @property
    def locations(self) -> list[Unit]:
        """The places, each once, without the points of a paragraph that is among them itself."""
        places = {unit.place: unit for unit in self.places}
        return [
            unit
            for place, unit in places.items()
            if not place.point or Place(place.article, place.paragraph) not in places
        ]

    @property
    def first(self) -> Place:
        """Where it begins."""
        return self.places[0].place

    @property
    def last(self) -> Place:
        """Where it ends."""
        return self.places[-1].place

    @property
    def label(self) -> str:
        """The places in words."""
        return named([unit.place for unit in self.locations])

    @property
    def source(self) -> str:
        """Whose words are shown: ``Official text, Persian``, or ours."""
        if self.text.is_official:
            return f"Official text, {listed([text.name for text in (self.text, *self.others)])}"
        return "Our own words, plain English"

    @property
    def verdict(self) -> str:
        """What the quotation is beside this place, in words; never that our words are right."""
        if self.is_exact:
            return f"{EXACT[self.text.is_official]}{self.qualification}"
        if self.in_order:
            how = "1 word differs" if self.cost == 1 else f"{self.cost} words differ"
        else:
            how = "the passages stand in another order"
        return ALTERED[self.text.is_official].format(how)

    @property
    def qualification(self) -> str:
        """In what a quotation is other than the text though every word is right."""
        but = [variation.value for variation in Variation if variation in self.variations]
        exact = f" but for {listed(but)}" if but else ""
        additions = [
            words
            for kind, words in (
                (Kind.OMITTED, "words left out at the ellipsis"),
                (Kind.MARKED, "the quoter's own changes in brackets"),
            )
            if any(segment.kind is kind for segment in self.segments)
        ]
        return f"{exact}, with {listed(additions)}" if additions else exact

    def is_at(self, reference: Reference) -> bool:
        """Tell whether some of it stands where the reference says.

        In an official text the words of a point are those of its paragraph.
        """
        return any(
            place.article == reference.article
            and reference.paragraph in {None, place.paragraph}
            and (place.point is None or reference.point in {None, place.point})
            for place in (unit.place for unit in self.places)
        )


@dataclass(frozen=True)
class Verification:
    """What is known of a quotation: the places it may be from, the best first.

    ``count`` is the number of places with exactly its words, of which ``matches`` may show only
    the first. ``has_official`` tells whether an official text in the language of the quotation was
    there to compare; if there were only texts in others, ``language`` names it. ``meant`` is the
    provision of ours on the same subject, if it is not found and there plainly is one, which may
    say something else; ``cautions`` are what a reader could get wrong about that. ``joint`` says
    what is left out between it and the passage before.
    """

    quotation: Quotation
    matches: tuple[Match, ...]
    count: int
    has_official: bool
    language: str = ""
    meant: Unit | None = None
    cautions: tuple[Caution, ...] = ()
    joint: str = ""

    @property
    def is_found(self) -> bool:
        """Whether it is from one of the places; otherwise they are only the nearest."""
        return bool(self.quoted)

    @property
    def is_verifiable(self) -> bool:
        """Whether anything can be said of the quotation.

        Without an official text it can only be that the words are ours, and of that neither a
        few words nor similar ones are a sign: the treaty may have them as well.
        """
        is_plainly_ours = self.is_ours and self.matches[0].is_exact
        return self.has_official or (is_plainly_ours and self.quotation.size >= FEWEST_ALTERED)

    @property
    def verdict(self) -> str:
        """The verdict on the quotation as a whole, in words."""
        if not self.is_verifiable:
            named = f" in {self.language}" if self.language else ""
            return f"Cannot be verified here: no official text{named} is loaded"
        if not self.is_found:
            return "Not found"
        places = f", in {self.count} places" if self.count > 1 else ""
        return f"{self.matches[0].verdict}{places}"

    @property
    def quoted(self) -> list[Match]:
        """The places it is from."""
        return [match for match in self.matches if match.is_quoted]

    @property
    def is_right(self) -> bool:
        """Whether some text has the words as they were typed, without a change."""
        return any(match.is_exact and not match.changes for match in self.matches)

    @property
    def warning(self) -> str:
        """What nobody should take the words for; empty where that is known."""
        if not self.is_verifiable:
            return "We cannot tell here whether these words are in the treaty."
        return "These are our words, not the treaty's." if self.is_ours else ""

    @property
    def remark(self) -> str:
        """What follows from the warning, or what is shown if the words were not found."""
        if not self.is_verifiable:
            return f"{IN_OURS[self.is_found, bool(self.matches)]} {SAYS_NOTHING}"
        if self.is_ours:
            return DO_NOT_QUOTE
        return "" if self.is_found else NOT_IN_ANY[bool(self.matches)]

    @property
    def left_out(self) -> str:
        """How many places with exactly the words are not among the matches, in a sentence."""
        number = self.count - sum(match.is_exact for match in self.matches)
        verb = "is" if number == 1 else "are"
        return LEFT_OUT.format(counted(number, "more passage"), verb) if number else ""

    @property
    def is_ours(self) -> bool:
        """Whether the words are those of our edition, and not the treaty's."""
        return self.is_found and not self.matches[0].text.is_official

    @property
    def is_telling(self) -> bool:
        """Whether there are so many words that it tells something if they are nowhere."""
        return self.quotation.length >= FEWEST_ALTERED

    @property
    def cost(self) -> int:
        """How many words are not as published: all, if it is not found."""
        if not self.is_found:
            return self.quotation.length
        return min(match.cost for match in self.quoted)

    def with_named(self, named: Iterable[Named]) -> Verification:
        """Return the same with what stood beside the quotation naming provisions."""
        rows = (*self.quotation.named, *named)
        return replace(self, quotation=replace(self.quotation, named=rows))

    def is_at(self, reference: Reference) -> bool:
        """Tell whether the quotation is from where the reference says."""
        return self.is_found and any(
            match.is_at(reference)
            for match in self.matches
            if match.text.is_official is not self.is_ours
        )

    @property
    def attributions(self) -> list[str]:
        """Whether the citation and the address that came with the quotation are right, if any.

        If one of several is, the others are not its own.
        """
        if not self.is_found:
            return []
        rows = dict.fromkeys(self.quotation.named)
        by_kind = {kind: [row for at, row in rows if at == kind] for kind in (CITATION, ADDRESS)}
        return [self.attribution(kind, here) for kind, here in by_kind.items() if here]

    def attribution(self, kind: str, references: Sequence[Reference]) -> str:
        """Return whether a citation or an address is right, in a sentence."""
        said = f"In our own edition, the {kind}" if self.is_ours else f"The {kind}"
        right = [reference for reference in references if self.is_at(reference)]
        if right:
            nearest = max(len(row.below) for row in right)
            return f"{said} is right: {named(row for row in right if len(row.below) == nearest)}."
        return (
            f"{said} is wrong: it names {named(references)}, "
            f"but the words are from {self.matches[0].label}."
        )


def named(rows: Iterable[Place | Reference]) -> str:
    """Return places in words: ``Article 3, paragraph 2``, or ``Articles 3(2)–(4)`` if many."""
    places = [*rows]
    if len(places) <= MOST_IN_FULL:
        return listed([row.label for row in places])
    return spoken(row if isinstance(row, Place) else row.place for row in places)


def merged(matches: Iterable[Match]) -> list[Match]:
    """Return the matches with those put together in which only the name of the text differs."""
    found: list[Match] = []
    for match in matches:
        place = next((at for at, other in enumerate(found) if other.shown == match.shown), None)
        if place is None:
            found.append(match)
        else:
            others = (*found[place].others, match.text)
            found[place] = replace(found[place], others=others)
    return found
