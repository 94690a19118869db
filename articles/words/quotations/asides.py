"""Parts what was pasted into passages and what stands beside them: notes, citations, addresses.

Words that some text has in a row belong to a passage, and so does what nothing is known of. What
this site prints around its text, references and addresses are set aside, but not out of the
middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from typing import Final, Self

from articles.treaty import references
from articles.treaty.references import Reference
from articles.treaty.references.pasted import addresses
from articles.words.quotations.finding import exact_spans
from articles.words.quotations.furniture import Furniture
from articles.words.quotations.index import Index
from articles.words.quotations.words import Word, words_of

FEWEST_IN_A_ROW: Final = 4
"""Words that some text must have in a row; fewer may be furniture."""

FEWEST_ASIDE: Final = 3
"""Words that are set aside at any boundary; fewer must fill a line, or name a provision."""

CITATION: Final = "citation"
ADDRESS: Final = "address"

NOTE_MARK: Final = re.compile(
    r"[¹²³⁰⁴-⁹]+"
    r"|(?<=[^\W\d_])(?:[(\[]\d{1,2}[)\]])+|(?<=[.,;:!?\"”’»])(?:[(\[]\d{1,2}[)\]])+"
    r"|(?<=[^\W\d_][.,;:!?”»])\d{1,2}(?!\S)|(?<=[^\W\d_]{3})\d{1,2}(?![^\W_])"
    r"|(?<=\n)[^\w\n]*(?:(?:page|p|стр|с|صفحه)\b[^\w\n]*)?\d{1,3}"
    r"(?:[^\w\n]+(?:(?:of|из|از)[^\w\n]+)?\d{1,3})?[^\w\n]*(?=\n)",
    re.IGNORECASE,
)
"""A number that is no word of a text: of a note as it is copied, raised, in brackets or stuck to
what stands before, or of a page, on a line of its own."""

LABEL: Final = re.compile(r"^[^\w\n]*\w(?:[^\n:]|:(?=\d)){0,58}:(?=[ \t]+\S)", re.MULTILINE)
"""What stands before a colon where a line begins: who speaks, what a mail says of itself."""

MARKED: Final = re.compile(r"“[^“”]{40,}”|\"[^\"]{40,}\"|„[^„“]{40,}“|«[^«»]{40,}»")
"""A sentence, or so, in marks of quotation."""

NUMBER: Final = re.compile(r"\d+|[0-9a-f]{10,}")
"""What needs no phrase of its own beside furniture: a number, or a content hash."""

JOINT: Final = "\u2060"
"""An invisible character that parts no words."""

BOUNDARY: Final = re.compile(rf"(?:\A|[\n.;:!?…\"“”«»„'‘’()\[\]<>–—|·¶`]|\s-)[\s*_>#{JOINT}]*\Z")
"""What stands before what is set aside: nothing, or a mark that ends or opens something."""

BEFORE: Final = 12
"""Characters among which it is looked for."""

OPENING: Final = frozenset("([<")
CLOSING: Final = frozenset(")]>.:")

LINE_START: Final = re.compile(r"(?:\A|\n)[^\w\n]*\Z")
LINE_END: Final = re.compile(r"[^\w\n]*(?:\n|\Z)")

Span = tuple[int, int]
"""Where in a text something begins and ends."""

Named = tuple[str, Reference]
"""A provision that is named, and by what: a citation or an address."""


@dataclass(frozen=True)
class Aside:
    """What stands beside a passage, as typed, and the provisions that it names.

    ``is_of`` tells of the passages before and after it whether it belongs to them: to one alone
    if it is on the same line as that, and not as the other.
    """

    text: str = ""
    named: tuple[Named, ...] = ()
    is_of: tuple[bool, bool] = (True, True)


@dataclass(frozen=True)
class Parts:
    """The passages of what was pasted, and the asides around them, of which there is one more.

    ``marks`` are the numbers of notes, which are left out of the passages.
    """

    passages: tuple[str, ...]
    asides: tuple[Aside, ...]
    marks: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[Named, ...]:
        """Every provision that an aside names."""
        return tuple(row for aside in self.asides for row in aside.named)

    @property
    def is_telling(self) -> bool:
        """Whether more is set aside than a word that may be quoted, too."""
        size = sum(len(words_of(aside.text)) for aside in self.asides)
        return bool(self.named) or size >= FEWEST_IN_A_ROW

    @property
    def set_aside(self) -> tuple[str, ...]:
        """What is no part of any passage, as typed."""
        said = [one_line(aside.text) for aside in self.asides if aside.text]
        return (*said, *([" ".join(self.marks)] if self.marks else []))


def parted(text: str, furniture: Furniture, known: Index) -> Parts:
    """Return the parts of a text, given what may stand around the words that are known."""
    labels = {mark.span(): () for mark in LABEL.finditer(text)}
    spans = {**labels, **named_in(text)}
    marks = [mark for mark in NOTE_MARK.finditer(text) if not is_within(mark.span(), spans)]
    bare = without(text, [mark.span() for mark in marks], JOINT)
    aside = spans_aside(Row.of(bare, spans, furniture, known))
    edges = [0, *(edge for span in aside for edge in span), len(bare)]
    between = [bare[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    found = [
        Aside(bare[start:end], named_within((start, end), spans), is_of(bare, start, end))
        for start, end in aside
    ]
    first = [Aside()] if has_words(between[0]) else []
    last = [Aside()] if has_words(between[-1]) else []
    return Parts(
        tuple(filter(has_words, between)),
        tuple(as_headings_or_sources([*first, *found, *last])),
        tuple(mark.group() for mark in marks),
    )


def in_marks(text: str, known: Index) -> Parts | None:
    """Return what stands in marks of quotation as passages, if it is plain that no more is quoted.

    So it is if no text has what stands outside of them.
    """
    edges = [0, *(edge for mark in MARKED.finditer(text) for edge in mark.span()), len(text)]
    outside = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    passages = [text[start:end] for start, end in zip(edges[1::2], edges[2::2], strict=False)]
    if not passages or any(has_some(part, known) for part in outside):
        return None
    asides = [
        Aside(part.strip(), tuple(row for named in named_in(part).values() for row in named))
        for part in outside
    ]
    return Parts(tuple(passages), tuple(as_headings_or_sources(asides)))


def has_some(text: str, known: Index) -> bool:
    """Tell whether some text has several words in a row that are in this one."""
    letters = known.spell(word.key for word in words_of(text))
    rows = (letters[at : at + FEWEST_IN_A_ROW] for at in range(len(letters) - FEWEST_IN_A_ROW + 1))
    return any(row in each.letters for row in rows for each in known.texts)


def as_headings_or_sources(asides: Sequence[Aside]) -> Iterator[Aside]:
    """Give those that may belong to two passages to one, if the first or the last aside tells how.

    Where one names a provision before the first passage and none after the last, they are
    headings; the other way round they are sources.
    """
    ends = (any(row.named for row in asides[-1:]), any(row.named for row in asides[:1]))
    for aside in asides:
        is_open = all(aside.is_of) and ends[0] is not ends[1]
        yield replace(aside, is_of=ends) if is_open else aside


def is_of(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell of the passages before and after a span whether what stands in it belongs to them."""
    before = not LINE_START.search(text[:start])
    after = not LINE_END.match(text, end)
    return (before, after) if before is not after else (True, True)


def one_line(text: str) -> str:
    """Return a text without what breaks it into lines."""
    return " ".join(text.split())


def named_in(text: str) -> dict[Span, tuple[Named, ...]]:
    """Return where addresses and citations stand in a text, and what each names."""
    found: dict[Span, tuple[Named, ...]] = {}
    for address in addresses(text):
        start, end = address.start, address.end
        named = references.read(text[start:end]).references
        found[start, end] = tuple((ADDRESS, reference) for reference in named)
    for row in references.references(without(text, [*found])):
        found[row.start, row.end] = tuple((CITATION, reference) for reference in row.references)
    return found


def named_within(within: Span, spans: Mapping[Span, tuple[Named, ...]]) -> tuple[Named, ...]:
    """Return what is named in a span of a text."""
    start, end = within
    here = [named for span, named in spans.items() if start <= span[0] < end]
    return tuple(row for named in here for row in named)


def is_within(mark: Span, spans: Iterable[Span]) -> bool:
    """Tell whether a mark belongs to one of the spans."""
    return any(start < mark[1] and mark[0] < end for start, end in spans)


def without(text: str, spans: Iterable[Span], filler: str = " ") -> str:
    """Return a text with a filler for each character in the spans, so that nothing moves."""
    for start, end in spans:
        text = text[:start] + filler * (end - start) + text[end:]
    return text


def has_words(text: str) -> bool:
    """Tell whether there are any words in a text."""
    return bool(words_of(text))


@dataclass(frozen=True)
class Row:
    """The words of a text in a row, and what each may begin.

    ``letters`` spell them in the alphabet of the index, ``joined`` without spaces, in which
    ``ends`` says at which word one ends; ``named`` has how many words there are in a citation or
    an address, by its first. ``begun`` remembers which words a sentence of some text begins with.
    """

    text: str
    words: tuple[Word, ...]
    letters: str
    joined: str
    starts: tuple[int, ...]
    ends: Mapping[int, int]
    named: Mapping[int, int]
    furniture: Furniture
    known: Index
    begun: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, spans: Iterable[Span], furniture: Furniture, known: Index) -> Self:
        """Return the words of a text in which citations and addresses stand at the spans."""
        words = tuple(words_of(text))
        starts = tuple(accumulate((len(word.key) for word in words), initial=0))
        within = [
            [at for at, word in enumerate(words) if start <= word.start < end]
            for start, end in spans
        ]
        return cls(
            text=text,
            words=words,
            letters=known.spell(word.key for word in words),
            joined="".join(word.key for word in words),
            starts=starts,
            ends={start: at for at, start in enumerate(starts)},
            named={here[0]: len(here) for here in within if here},
            furniture=furniture,
            known=known,
        )

    def known_from(self, at: int) -> int:
        """Return how many words from one on some text has in a row."""
        count, most = 0, len(self.words) - at
        for text in self.known.texts:
            while count < most and self.letters[at : at + count + 1] in text.letters:
                count += 1
        return count

    def beside_from(self, at: int) -> int:
        """Return how many words from one on are a citation, an address, a number or a phrase."""
        if at in self.named:
            return self.named[at]
        if NUMBER.fullmatch(self.words[at].key):
            return 1
        end = self.furniture.reach(self.joined, self.starts[at], self.ends)
        after = self.ends[end]
        is_known = after > at and self.begins_known(at, after) and not self.is_title(at, after)
        return 0 if is_known else after - at

    def step(self, at: int) -> tuple[int, bool]:
        """Return how many words from one on belong together, and whether they stand beside."""
        known, beside = self.known_from(at), self.beside_from(at)
        is_beside = beside > 0 and not (known >= FEWEST_IN_A_ROW and known > beside)
        return (beside if is_beside else max(known, 1)), is_beside

    def are_numbers(self, first: int, after: int) -> bool:
        """Tell whether words are nothing but numbers, which may be those of what follows."""
        return all(NUMBER.fullmatch(word.key) for word in self.words[first:after])

    def is_aside(self, first: int, after: int) -> bool:
        """Tell whether words that may stand beside a passage do so."""
        start, end = self.words[first].start, self.words[after - 1].end
        if not BOUNDARY.search(self.text[max(start - BEFORE, 0) : start]):
            return False
        fills_line = LINE_START.search(self.text[:start]) and LINE_END.match(self.text, end)
        is_named = any(at in self.named for at in range(first, after))
        return after - first >= FEWEST_ASIDE or is_named or bool(fills_line)

    def is_title(self, first: int, after: int) -> bool:
        """Tell whether words stand behind a provision's name up to the end of a line."""
        is_after_name = any(at + count == first for at, count in self.named.items())
        return is_after_name and bool(LINE_END.match(self.text, self.words[after - 1].end))

    def begins_known(self, first: int, after: int) -> bool:
        """Tell whether a sentence of some text begins with the words: a line may break there."""
        letters = self.letters[first:after]
        if letters not in self.begun:
            self.begun[letters] = any(
                text.begins_sentence(span.start)
                for text in self.known.texts
                for span in exact_spans(letters, text)
            )
        return self.begun[letters]


def spans_aside(row: Row) -> list[Span]:
    """Return where in a text the words stand that are no part of a passage."""
    found: list[Span] = []
    step = cache(row.step)
    at = 0
    while at < len(row.words):
        after = at
        while after < len(row.words) and step(after)[1]:
            after += step(after)[0]
        if after == at:
            at += step(at)[0]
        elif row.are_numbers(at, after):
            at = after
        elif row.is_aside(at, after):
            found.append(with_brackets(row.text, row.words[at].start, row.words[after - 1].end))
            at = after
        else:
            at += 1
    return found


def with_brackets(text: str, start: int, end: int) -> Span:
    """Return a span of a text with the brackets that open before it, and what closes after it."""
    while text[start - 1 : start] in OPENING:
        start -= 1
    while text[end : end + 1] in CLOSING:
        end += 1
    return start, end
