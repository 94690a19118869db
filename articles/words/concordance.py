"""A concordance: every use of a word in context, in every text that is loaded.

Words are compared as search compares them: without case, accents and variant letters, and by
stem, so that one form of a word finds the others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.urls import reverse
from rapidfuzz import fuzz, process

from articles.edition import Edition, derived
from articles.edition.corpus import ReadableText, Unit, corpus
from articles.search.analysis import POSSESSIVE, Token, stems, tokens
from articles.search.stop_words import STOP_STEMS
from articles.treaty.phrases import counted
from articles.treaty.places import Place
from articles.words.quotations.words import language_of

REACH: Final = 44
"""Characters shown on either side of a word in context, at most; only whole words are shown."""

ATTACHED: Final = 20
"""Characters that may cling to a word without a space, such as quotation marks, at most."""

OPENING: Final = re.compile(rf"\S{{0,{ATTACHED}}}$")
CLOSING: Final = re.compile(rf"\S{{0,{ATTACHED}}}")

EVERYDAY: Final = """
    according above across after again against all along also among amongst another because before
    beyond during each either every few first five follow following four further get give given
    including keep last less make many may more most much neither new next nor of off only other
    out over own part particular per same set shall since state still such take three
    through throughout together toward towards up upon use used various well were while within
    without one ten
    более будет будут быть весь вместе всех данный другие другой иной каждый которые
    которой который которых любой между может могут настоящий необходимый один однако первый после
    путём свой своих себя себе следующий также такой том том числе три целях через
    اول این بعد بین پس تمام تمامی جمله چند چنین خود خواهند خویش دوم دیگر زیر سایر سوم ضمن طبق طریق
    عنوان قبل قبیل کلیه مانند مورد میان نسبت نیز همان همچنین همه هیچ وجود یکدیگر
"""
"""Words too common in any text to be listed, besides those that search leaves out."""

UNLISTED: Final = STOP_STEMS | frozenset(stems(EVERYDAY).split())

LIKE: Final = 72
"""How alike, of 100, a word must be to be offered for one that does not occur."""

MOST_NEAREST: Final = 5
MOST_EXPLAINED: Final = 8
"""Words of a phrase without uses about which the reader is told more."""

Position = tuple[int, int]
"""Where a word stands: the index of its unit, and its own index among the unit's words."""


@dataclass(frozen=True)
class Form:
    """A word or phrase, folded, as a text writes it, and how often it occurs."""

    word: str
    spelling: str
    count: int

    @property
    def address(self) -> str:
        """The address of its uses, in any form of the word."""
        return reverse("word", args=[self.word])


@dataclass(frozen=True)
class Wanted:
    """The word or phrase that is looked for: folded words and their stems."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    is_exact: bool = False

    @classmethod
    def read(cls, text: str, *, is_exact: bool = False) -> Wanted:
        """Read what was typed; text without letters and digits wants no word."""
        found = tokens(text)
        return cls(
            tuple(token.word for token in found), tuple(token.stem for token in found), is_exact
        )

    @property
    def text(self) -> str:
        """The folded words with single spaces between them, as addresses have them."""
        return " ".join(self.words)

    @property
    def language(self) -> str:
        """The code of the language that the letters give away."""
        return language_of(self.text)

    @property
    def direction(self) -> str:
        """The value of the HTML attribute ``dir``."""
        return "rtl" if self.language == "fa" else "ltr"

    def is_at(self, at: int, words: Sequence[Token]) -> bool:
        """Whether the words of a unit are those wanted from an index on."""
        window = words[at : at + len(self.words)]
        if self.is_exact:
            return tuple(token.word for token in window) == self.words
        return tuple(token.stem for token in window) == self.stems


@dataclass(frozen=True)
class Use:
    """A word or phrase where it is used: ``start`` and ``end`` are its place in the unit's text.

    ``form`` is the form that stands there, folded.
    """

    unit: Unit
    form: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The word or phrase as it is written there."""
        return " ".join(self.unit.text[self.start : self.end].split())

    @cached_property
    def opening(self) -> str:
        """What clings to the word before it, such as a quotation mark."""
        found = OPENING.search(self.unit.text[: self.start])
        return found.group() if found else ""

    @cached_property
    def closing(self) -> str:
        """What clings to the word after it, such as a comma."""
        found = CLOSING.match(self.unit.text, self.end)
        return found.group() if found else ""

    @property
    def before(self) -> str:
        """The words before, with an ellipsis where more were left off."""
        text = self.unit.text[: self.start - len(self.opening)]
        if len(text) <= REACH:
            return " ".join(text.split())
        # The first of the words may have been cut in two.
        return " ".join(["…", *text[-REACH - 1 :].split(" ", 1)[-1].split()])

    @property
    def after(self) -> str:
        """The words after, with an ellipsis where more were left off."""
        text = self.unit.text[self.end + len(self.closing) :]
        if len(text) <= REACH:
            return " ".join(text.split())
        return " ".join([*text[: REACH + 1].rsplit(" ", 1)[0].split(), "…"])


@dataclass(frozen=True)
class IndexedText:
    """A text with an index of its words.

    ``words`` holds those of each unit; ``places`` says where each stem stands, in order, and
    ``forms`` gives the forms of each, the commonest first.
    """

    text: ReadableText
    words: tuple[tuple[Token, ...], ...]
    places: Mapping[str, tuple[Position, ...]]
    forms: Mapping[str, tuple[Form, ...]]

    def uses(self, wanted: Wanted) -> list[Use]:
        """Return every use of the word or phrase, in the order of the text."""
        if not wanted.words:
            return []
        found = []
        for unit, at in self.places.get(wanted.stems[0], ()):
            words = self.words[unit]
            if wanted.is_at(at, words):
                window = words[at : at + len(wanted.words)]
                form = " ".join(token.word for token in window)
                found.append(Use(self.text.units[unit], form, window[0].start, window[-1].end))
        return found

    @cached_property
    def vocabulary(self) -> list[Form]:
        """The words by frequency, each once in its commonest form and counted in all its forms.

        Without stop words, figures and single letters, which mostly number items.
        """
        listed = [
            Form(forms[0].word, forms[0].spelling, sum(form.count for form in forms))
            for word_stem, forms in self.forms.items()
            if word_stem not in UNLISTED and len(forms[0].word) > 1 and not forms[0].word.isdigit()
        ]
        return sorted(listed, key=lambda form: (-form.count, form.word))

    @cached_property
    def known(self) -> Mapping[str, Form]:
        """Every form of every word, by itself."""
        return {form.word: form for forms in self.forms.values() for form in forms}


@dataclass(frozen=True)
class Found:
    """The uses of a word or phrase in one text; there is at least one."""

    text: ReadableText
    uses: tuple[Use, ...]

    @property
    def title(self) -> str:
        """The name of the text, and how many uses it has."""
        return f"{self.text.name}: {counted(len(self.uses), 'use')}"

    @cached_property
    def forms(self) -> list[Form]:
        """The forms that occur, the commonest first."""
        return forms_of((use.form, use.words) for use in self.uses)

    @cached_property
    def articles(self) -> list[tuple[Place, int]]:
        """How many uses each article has."""
        counts = Counter(use.unit.place.article for use in self.uses)
        return [(Place(number), count) for number, count in sorted(counts.items())]


@dataclass(frozen=True)
class Explained(Form):
    """A word of a phrase without uses: how often it occurs alone, in any form, or what is near.

    ``said`` is what the reader is told besides.
    """

    nearest: tuple[Form, ...]
    said: str


@derived
def index(edition: Edition) -> tuple[IndexedText, ...]:
    """Return every text that is loaded, indexed, the official ones first."""
    return tuple(map(indexed, corpus(edition)))


def indexed(text: ReadableText) -> IndexedText:
    """Return a text with an index of its words."""
    words = tuple(tokens(unit.text) for unit in text.units)
    places: dict[str, list[Position]] = defaultdict(list)
    written: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, unit in enumerate(text.units):
        for at, token in enumerate(words[number]):
            places[token.stem].append((number, at))
            written[token.stem].append((token.word, unit.text[token.start : token.end]))
    return IndexedText(
        text=text,
        words=words,
        places={word_stem: tuple(found) for word_stem, found in places.items()},
        forms={word_stem: tuple(forms_of(pairs)) for word_stem, pairs in written.items()},
    )


def concordance(texts: Iterable[IndexedText], wanted: Wanted) -> list[Found]:
    """Return what each of the texts has of the word or phrase, without those that have nothing."""
    found = ((row.text, tuple(row.uses(wanted))) for row in texts)
    return [Found(text, uses) for text, uses in found if uses]


def forms_of(pairs: Iterable[tuple[str, str]]) -> list[Form]:
    """Count forms, given each use folded and as written; the commonest come first."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for form, words in pairs:
        written[form][POSSESSIVE.sub("", words)] += 1
    forms = [Form(form, usual(counts), counts.total()) for form, counts in written.items()]
    return sorted(forms, key=lambda form: (-form.count, form.word))


def usual(spellings: Mapping[str, int]) -> str:
    """Return the commonest spelling, one with small letters before any other.

    A capital says little, since it may only begin a sentence; a word never written without one
    keeps it.
    """
    return min(
        spellings, key=lambda written: (written != written.lower(), -spellings[written], written)
    )


def explained(texts: Sequence[IndexedText], wanted: Wanted) -> list[Explained]:
    """Return what the texts have of each word of a phrase that has no uses in them."""
    pairs = list(dict.fromkeys(zip(wanted.words, wanted.stems, strict=True)))[:MOST_EXPLAINED]
    rows = []
    for word, word_stem in pairs:
        count = sum(len(row.places.get(word_stem, ())) for row in texts)
        near = () if count else nearest(word, texts)
        alone = f"“{word}” does not occur." if len(pairs) > 1 else ""
        said = f"{counted(count, 'use')} in any form" if count else alone
        none = "" if count or near else "No similar word found."
        rows.append(Explained(word, word, count, near, f"{said} {none}".strip()))
    return rows


def nearest(word: str, texts: Iterable[IndexedText]) -> tuple[Form, ...]:
    """Return the words of the texts most like one that does not occur, the best first."""
    known = {form.word: form for row in texts for form in row.known.values()}
    near = process.extract(
        word, list(known), scorer=fuzz.ratio, score_cutoff=LIKE, limit=MOST_NEAREST
    )
    return tuple(known[found[0]] for found in near)
