"""Invented treaties in the shape of a real one: preamble, articles, closing formula.

Their structure is known, so that what the parser makes of a file can be held against it. The
sentences come from ``vocabulary``; nothing is taken from a treaty.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tests.official.styles import LETTERS, STYLES, Style, roman
from tests.official.vocabulary import VOCABULARIES, Vocabulary

POINTED = (22, 2)
"""The article and paragraph whose points have its number in their labels: 2.1., 2.2. …"""

COUNTED_WITHIN = 28
"""The article whose only paragraph has points that are counted: 1), 2) …"""

MANY_POINTS = 9


class Block(NamedTuple):
    """What stands on a line of its own: the words of a paragraph, or an item with its label."""

    label: str
    text: str


class Paragraph(NamedTuple):
    """A paragraph; ``number`` is 0 for the words before the first numbered one or recital."""

    number: int
    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Article:
    """An article, or the preamble as number 0; ``chapter`` holds lines that stand before it."""

    number: int
    heading: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    chapter: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words of the paragraphs with their labels, in order."""
        return [
            word
            for paragraph in self.paragraphs
            for text in (paragraph.label, *(part for block in paragraph.blocks for part in block))
            for word in text.split()
        ]


class Line(NamedTuple):
    """A line as printed; ``kind`` is one of title, heading, chapter, text, item, closing."""

    kind: str
    label: str
    text: str

    @property
    def printed(self) -> str:
        """The label and the text."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True)
class Treaty:
    """An invented treaty; the first of ``articles`` is the preamble.

    ``beside`` says what stands on the line of an article's heading: nothing, its title, or its
    first words.
    """

    language: str
    title: tuple[str, ...]
    articles: tuple[Article, ...]
    closing: tuple[str, ...]
    beside: str = ""

    def lines(self) -> Iterator[Line]:
        """Give every line of the treaty in order."""
        yield from (Line("title", "", text) for text in self.title)
        for article in self.articles:
            yield from (Line("chapter", "", text) for text in article.chapter)
            yield from self._lines_of(article)
        yield from (Line("closing", "", text) for text in self.closing)

    def _lines_of(self, article: Article) -> Iterator[Line]:
        """Give the lines of an article, the first ones joined as the treaty has them."""
        body = list(_body(article))
        heading = article.heading
        if self.beside == "text" and article.number and body:
            first = body.pop(0)
            heading = f"{heading} {first.printed}"
        elif self.beside == "title" and article.title:
            heading = f"{heading} {article.title}"
        elif article.title:
            body.insert(0, Line("heading", "", article.title))
        if heading:
            yield Line("heading", "", heading)
        yield from body

    def with_articles(self, *numbers: int) -> Treaty:
        """Return a treaty with these articles in this order, each as often as it is named."""
        return replace(self, articles=tuple(self.articles[number] for number in numbers))

    def with_article(self, number: int, **changes: object) -> Treaty:
        """Return a treaty one of whose articles has other values."""
        articles = list(self.articles)
        articles[number] = replace(articles[number], **changes)  # type: ignore[arg-type]
        return replace(self, articles=tuple(articles))

    def spelt(self, letters: dict[int, str | int | None]) -> Treaty:
        """Return the treaty with letters replaced, as older character sets need it."""

        def change(text: str) -> str:
            return text.translate(letters)

        return Treaty(
            self.language,
            tuple(map(change, self.title)),
            tuple(
                Article(
                    article.number,
                    change(article.heading),
                    change(article.title),
                    tuple(_changed(paragraph, change) for paragraph in article.paragraphs),
                    tuple(map(change, article.chapter)),
                )
                for article in self.articles
            ),
            tuple(map(change, self.closing)),
            self.beside,
        )


def treaty(language: str, style: str = "plain", articles: int = 47, seed: int = 0) -> Treaty:
    """Return an invented treaty: one unnumbered paragraph here, several numbered ones there.

    The same arguments give the same treaty.
    """
    return Author(language, STYLES[language][style], articles, seed).write()


class Author:
    """Writes one treaty; no sentence occurs twice in it."""

    def __init__(self, language: str, style: Style, count: int, seed: int) -> None:
        self.language = language
        self.style = style
        self.count = count
        self.vocabulary: Vocabulary = VOCABULARIES[language]
        self.chance = random.Random(f"{language} {seed}")  # noqa: S311 - no secret is made
        self.written: set[str] = set()

    def write(self) -> Treaty:
        """Return the treaty."""
        vocabulary, style = self.vocabulary, self.style
        recitals = [self._new(vocabulary.recital) for _ in range(5)]
        preamble = Article(
            0, vocabulary.preamble if style.preamble else "", "", preamble_of(recitals, vocabulary)
        )
        return Treaty(
            self.language,
            vocabulary.title,
            (preamble, *(self._article(number) for number in range(1, self.count + 1))),
            vocabulary.closings[style.closing],
            {"beside": "title", "text": "text"}.get(style.titles, ""),
        )

    def _article(self, number: int) -> Article:
        """Return an article; which shape it has goes by its number."""
        style, titles = self.style, self.vocabulary.titles
        starts_chapter = number % 10 == 1
        return Article(
            number,
            style.heading.format(number=style.numerals(number)),
            titles[number % len(titles)] if style.titles in ("below", "beside") else "",
            self._paragraphs(number),
            tuple(line.format(number=roman(number // 10 + 1)) for line in style.chapter)
            if starts_chapter
            else (),
        )

    def _paragraphs(self, number: int) -> tuple[Paragraph, ...]:
        """Return one unnumbered paragraph, two of them, or two to six numbered ones.

        Article 22 has points in a numbered paragraph, and Article 28 in the only one.
        """
        words = [self._words(number, place) for place in range(self.chance.randint(2, 6))]
        if number == COUNTED_WITHIN:
            return (Paragraph(1, "", self._points(number, words[0], "{})")),)
        if number in self.vocabulary.landmarks:
            words[1] = f"{words[1]} {self.vocabulary.landmarks[number]}"
        if number % 4 == 1:
            return (Paragraph(1, "", self._blocks(number, words[0])),)
        if number % 12 == 3:
            return tuple(
                Paragraph(place, "", (Block("", text),)) for place, text in enumerate(words[:2], 1)
            )
        opening = (
            [Paragraph(0, "", (Block("", self.vocabulary.opening),))] if number % 6 == 4 else []
        )
        return (
            *opening,
            *(
                Paragraph(
                    place,
                    self.style.label.format(number=self.style.digits(place)),
                    self._points(number, text, f"{self.style.digits(place)}.{{}}.")
                    if (number, place) == POINTED
                    else self._blocks(number + place, text),
                )
                for place, text in enumerate(words, 1)
            ),
        )

    def _words(self, number: int, place: int) -> str:
        """Return one to three sentences; some begin with the number of an article."""
        sentences = [self._new(self.vocabulary.sentence) for _ in range(self.chance.randint(1, 3))]
        if (number + place) % 7 == 0:
            other = self.style.numerals(number % self.count + 1)
            sentences.insert(place % 2, self.vocabulary.reference.format(number=other))
        return " ".join(sentences)

    def _blocks(self, seed: int, text: str) -> tuple[Block, ...]:
        """Return the words alone, or with lettered or dashed items after them."""
        if seed % 5:
            return (Block("", text),)
        letters = LETTERS[self.language][: 2 + seed % 4]
        follow = self.vocabulary.items_follow.format(
            number=self.style.numerals(seed % self.count + 1)
        )
        ends = [*[";؛"[self.language == "fa"]] * (len(letters) - 1), "."]
        return (
            Block("", f"{text} {follow}"),
            *(
                Block(self.style.item.format(letter=letter), self._new(self.vocabulary.item) + end)
                for letter, end in zip(letters, ends, strict=True)
            ),
        )

    def _points(self, seed: int, text: str, label: str) -> tuple[Block, ...]:
        """Return the words with counted points after them; ``label`` has the place of a number."""
        follow = self.vocabulary.items_follow.format(number=self.style.numerals(seed))
        points = [self._new(self.vocabulary.item) for _ in range(MANY_POINTS)]
        return (
            Block("", f"{text} {follow}"),
            *(
                Block(label.format(self.style.digits(place)), f"{point}.")
                for place, point in enumerate(points, 1)
            ),
        )

    def _new(self, pattern: str) -> str:
        """Return a sentence that has not been written yet."""
        while True:
            sentence = pattern.format(
                subject=self.chance.choice(self.vocabulary.subjects),
                verb=self.chance.choice(self.vocabulary.verbs),
                object=self.chance.choice(self.vocabulary.objects),
                place=self.chance.choice(self.vocabulary.places),
                manner=self.chance.choice(self.vocabulary.manners),
            )
            if sentence not in self.written:
                self.written.add(sentence)
                return sentence


def preamble_of(recitals: Sequence[str], vocabulary: Vocabulary) -> tuple[Paragraph, ...]:
    """Return a preamble: the parties, the recitals, and what enacts the treaty after the last.

    Without recitals it is one paragraph.
    """
    first, *texts = [vocabulary.parties, *recitals]
    texts = texts or [first]
    opening = [Paragraph(0, "", (Block("", first),))] if recitals else []
    blocks = [(Block("", text),) for text in texts[:-1]]
    last = (Block("", texts[-1]), Block("", vocabulary.agreed))
    return (*opening, *(Paragraph(n, "", each) for n, each in enumerate([*blocks, last], 1)))


def _body(article: Article) -> Iterator[Line]:
    """Give the lines of an article's paragraphs and items."""
    for paragraph in article.paragraphs:
        for place, block in enumerate(paragraph.blocks):
            if block.label:
                yield Line("item", block.label, block.text)
            elif place:
                yield Line("text", "", block.text)
            else:
                yield Line("text", paragraph.label, block.text)


def _changed(paragraph: Paragraph, change: Callable[[str], str]) -> Paragraph:
    """Return the paragraph with every text and label changed."""
    return Paragraph(
        paragraph.number,
        change(paragraph.label),
        tuple(Block(change(block.label), change(block.text)) for block in paragraph.blocks),
    )
