"""Sets two official texts of the same language side by side, word by word.

Words are told apart as search folds them, so what differs only in capitals, accents or the form
of letters is the same word; such places, and those of punctuation, are counted on their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations, takewhile
from operator import eq
from typing import Final, Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import treaty
from articles.edition import Edition
from articles.edition.corpus import ReadableText, Unit, corpus
from articles.search.analysis import WORD, fold
from articles.treaty.phrases import listed
from articles.words.quotations.markup import SPOKEN
from articles.words.quotations.runs import words_in

Pair = tuple[ReadableText, ReadableText]
Kind = Literal["same", "removed", "added"]
Aspect = Literal["words", "punctuation", "letters"]

FIRST_LANGUAGE: Final = "en"
"""Two texts in this language are compared before those in any other."""

SPACE: Final = re.compile(r"\s+")

END: Final = '<span class="visually-hidden" lang="en"> (end) </span>'
HTML: Final[Mapping[Kind, str]] = {
    "same": "{}",
    "removed": f"<del>{SPOKEN.format('removed')}{{}}{END}</del>",
    "added": f"<ins>{SPOKEN.format('added')}{{}}{END}</ins>",
}
"""How each kind of piece is written; words say what it is, not only looks."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both texts have, or only the first, or only the second.

    ``counts`` is what the reader is told of a difference: how many words differ, or that the
    punctuation or the letters do in one place. Of what is removed and added together, only one
    piece counts.
    """

    kind: Kind
    text: str
    aspect: Aspect = "words"
    count: int = 0


@dataclass(frozen=True)
class Word:
    """A word, what stands between it and the word before, and what it is compared by."""

    gap: str
    text: str
    key: str


@dataclass(frozen=True)
class ParagraphComparison:
    """A paragraph in both texts, or in the one that has it; ``only_in`` names that one.

    The only paragraph of an article ``is_alone``: the treaty does not number it.
    """

    unit: Unit
    pieces: tuple[Piece, ...]
    only_in: ReadableText | None = None
    is_alone: bool = False

    @property
    def number(self) -> int:
        """The number of the paragraph; 0 for words before the first numbered one."""
        return self.unit.place.paragraph or 0

    @property
    def name(self) -> str:
        """``Paragraph 3``, ``Recital 3`` or ``Opening words``; the article's if it is alone."""
        article = self.unit.place.article
        if self.is_alone:
            return treaty.label(article)
        return self.unit.place.name

    def count(self, aspect: Aspect) -> int:
        """Return in how many words or places the paragraph differs; none if one text lacks it."""
        return sum(piece.count for piece in self.pieces if piece.aspect == aspect)

    @property
    def summary(self) -> str:
        """What differs, in a few words."""
        if self.only_in:
            return f"Only in {self.only_in.name}"
        return differences([self]).capitalize() or "The same in both texts"

    @property
    def html(self) -> SafeString:
        """The words of both texts, with what only one has struck out or underlined, and said."""
        return format_html_join(
            "", "{}", ((format_html(HTML[p.kind], p.text),) for p in self.pieces)
        )


@dataclass(frozen=True)
class Comparison:
    """An article, the preamble or the closing lines in two texts."""

    number: int
    first: ReadableText
    second: ReadableText

    @cached_property
    def paragraphs(self) -> list[ParagraphComparison]:
        """The paragraphs of either text, aligned by number."""
        firsts = units_of(self.first, self.number)
        seconds = units_of(self.second, self.number)
        rows = []
        for number in sorted(firsts.keys() | seconds.keys()):
            first, second = firsts.get(number), seconds.get(number)
            if first and second:
                rows.append(ParagraphComparison(first, compared(first.text, second.text)))
            elif first:
                rows.append(alone(first, "removed", self.first))
            elif second:
                rows.append(alone(second, "added", self.second))
        return [replace(row, is_alone=len(rows) == 1 and bool(row.number)) for row in rows]

    @property
    def summary(self) -> list[str]:
        """What differs in all, in sentences."""
        if not self.paragraphs:
            return ["Neither text has any words here."]
        name = treaty.NAMED.get(self.number)
        place = f"the {name.lower()}" if name else "this article"
        shared = [row for row in self.paragraphs if not row.only_in]
        apart = [
            f"{row.name} is only in {row.only_in.name}." for row in self.paragraphs if row.only_in
        ]
        found = differences(shared)
        if any(row.count("words") for row in shared):
            return [f"In {place}, {found}.", *apart]
        where = "in the paragraphs that both have" if apart else "here"
        if found:
            return [f"The two texts have the same words {where}; only {found}.", *apart]
        if shared:
            return [f"The two texts have the same words and punctuation {where}.", *apart]
        return apart


ASPECTS: Final[tuple[tuple[Aspect, str, str], ...]] = (
    ("words", "{} word differs", "{} words differ"),
    ("punctuation", "punctuation differs in {} place", "punctuation differs in {} places"),
    (
        "letters",
        "capitals or letter forms differ in {} place",
        "capitals or letter forms differ in {} places",
    ),
)
"""How the number of each kind of difference is said, of one and of more."""


def differences(rows: Sequence[ParagraphComparison]) -> str:
    """Return how many differences of each kind there are, in words, or nothing."""
    counts = [(sum(row.count(aspect) for row in rows), one, more) for aspect, one, more in ASPECTS]
    return listed((one if n == 1 else more).format(n) for n, one, more in counts if n)


def comparable(edition: Edition) -> tuple[Pair, ...]:
    """Return every two official texts in one language.

    English ones come first; otherwise the order is that of the texts.
    """
    official = [text for text in corpus(edition) if text.is_official]
    pairs = [pair for pair in combinations(official, 2) if pair[0].language == pair[1].language]
    return tuple(sorted(pairs, key=lambda pair: pair[0].language != FIRST_LANGUAGE))


def chosen_pair(pairs: Sequence[Pair], first: str, second: str) -> Pair | None:
    """Return the two texts with these slugs, in either order, or else the first two, if any."""
    known = {(one.slug, other.slug): (one, other) for one, other in pairs}
    known |= {(other.slug, one.slug): (other, one) for one, other in pairs}
    return known.get((first, second)) or next(iter(pairs), None)


def units_of(text: ReadableText, number: int) -> dict[int, Unit]:
    """Return the paragraphs of an article by their numbers."""
    return {unit.place.paragraph or 0: unit for unit in text.units if unit.place.article == number}


def alone(unit: Unit, kind: Kind, text: ReadableText) -> ParagraphComparison:
    """Return a paragraph that the other text lacks."""
    return ParagraphComparison(unit, (Piece(kind, unit.text),), only_in=text)


def compared(first: str, second: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts in order: those they share, and those of one alone."""
    return tuple(joined(raw_pieces(words_of(first), words_of(second))))


def words_of(text: str) -> list[Word]:
    """Return the words of a text; what follows the last is the gap before an empty one."""
    found, at = [], 0
    for match in WORD.finditer(text):
        found.append(Word(tidy(text[at : match.start()]), match.group(), fold(match.group())))
        at = match.end()
    return [*found, Word(tidy(text[at:]), "", "")]


def tidy(gap: str) -> str:
    """Return what stands between words with each white space as one space or line break."""
    return SPACE.sub(lambda space: "\n" if "\n" in space.group() else " ", gap)


def raw_pieces(first: Sequence[Word], second: Sequence[Word]) -> Iterator[Piece]:
    """Yield the pieces of two texts word by word."""
    matcher = SequenceMatcher(
        None, [word.key for word in first], [word.key for word in second], autojunk=False
    )
    is_gap_done = False
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        removed, added = first[start:end], second[other_start:other_end]
        if kind == "equal":
            for word, other in zip(removed, added, strict=True):
                if not is_gap_done:
                    yield from gap_pieces(word.gap, other.gap)
                yield from exchanged(word.text, other.text, "letters", 1)
                is_gap_done = False
        elif kind == "replace":
            yield from gap_pieces(removed[0].gap, added[0].gap)
            texts = running(removed), running(added)
            yield from exchanged(*texts, "words", max(map(words_in, texts)))
        elif kind == "delete":
            yield from one_sided("removed", removed, first[end].gap, second[other_start].gap)
            is_gap_done = True
        else:
            yield from one_sided("added", added, second[other_end].gap, first[start].gap)
            is_gap_done = True


def one_sided(kind: Kind, run: Sequence[Word], after: str, gap: str) -> Iterator[Piece]:
    """Yield the pieces of words that only one text has, and of the gaps on either side.

    ``after`` is the gap after the words, and ``gap`` the only one that the other text has there.
    """
    whole = run[0].gap + running(run) + after
    shared = len(list(takewhile(bool, map(eq, flat(whole), flat(gap)))))
    if flat(whole).endswith(flat(gap[shared:])):
        end = len(whole) - len(gap[shared:])
        yield Piece("same", whole[:shared])
        yield from set_off(kind, whole[shared:end])
        yield Piece("same", whole[end:])
        return
    yield from set_off(kind, run[0].gap + running(run))
    yield from gap_pieces(*((after, gap) if kind == "removed" else (gap, after)))


def set_off(kind: Kind, text: str) -> Iterator[Piece]:
    """Yield words that only one text has, without the white space around them."""
    yield Piece("same", text[: len(text) - len(text.lstrip())])
    yield Piece(kind, text.strip(), "words", words_in(text))
    yield Piece("same", text[len(text.rstrip()) :])


def flat(gap: str) -> str:
    """Return the gap with spaces for line breaks."""
    return gap.replace("\n", " ")


def running(words: Sequence[Word]) -> str:
    """Return words in a row as text, without the gap before the first."""
    return words[0].text + "".join(word.gap + word.text for word in words[1:])


def gap_pieces(first: str, second: str) -> Iterator[Piece]:
    """Yield the pieces of what stands between words; space alone is no difference."""
    if flat(first) == flat(second) or not (first + second).strip():
        yield Piece("same", first)
        return
    model, other = (first, second) if first.strip() else (second, first)
    before = model[: len(model) - len(model.lstrip())]
    after = model[len(model.rstrip()) :]
    yield Piece("same", before)
    yield from exchanged(first.strip(), second.strip(), "punctuation", 1)
    yield Piece("same", after if before or after else other[len(other.rstrip()) :])


def exchanged(first: str, second: str, aspect: Aspect, count: int) -> Iterator[Piece]:
    """Yield what stands in the first text and what in its place in the second."""
    if first == second:
        yield Piece("same", first)
        return
    if first:
        yield Piece("removed", first, aspect, count)
    if second:
        yield Piece("added", second, aspect, 0 if first else count)


def joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces with those that both texts have in a row put together."""
    shared = ""
    for piece in pieces:
        if piece.kind == "same":
            shared += piece.text
            continue
        if shared:
            yield Piece("same", shared)
        shared = ""
        yield piece
    if shared:
        yield Piece("same", shared)
