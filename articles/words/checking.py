"""Holds our edition against the official texts: articles, paragraphs, points, dates and names.

A program reads no meaning. Where it names a difference an editor decides which side is wrong;
nothing is ever changed by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from articles import treaty
from articles.edition import Edition, derived
from articles.models import Article, ArticleMention, OfficialParagraph, OfficialText, Paragraph
from articles.official.dates import Date, dates_in
from articles.treaty.places import Place
from articles.words.cues import Vocabulary

OUR_LANGUAGE: Final = "en"

Names = Mapping[str, Vocabulary]
"""The names of mentions by language."""


@dataclass(frozen=True)
class Difference:
    """Something in which our edition and an official text differ, and what to do about it.

    ``kind`` is what there is in one and not in the other, or otherwise: article, paragraph,
    point, date or name. ``text`` is the slug of the official text.
    """

    text: str
    place: Place
    kind: str
    message: str


@dataclass(frozen=True)
class Sides:
    """An article in our edition and in an official text, with the paragraphs of each by number."""

    article: Article
    text: OfficialText
    ours: Mapping[int, Paragraph]
    theirs: Mapping[int, OfficialParagraph]

    @classmethod
    def of(cls, article: Article, text: OfficialText) -> Sides:
        """Put an article side by side; everything should have been fetched."""
        rows = text.paragraphs.all()
        return cls(
            article,
            text,
            {row.number: row for row in article.paragraphs.all()},
            {row.number: row for row in rows if row.article_id == article.number},
        )

    @property
    def shared(self) -> Iterator[tuple[Paragraph, OfficialParagraph]]:
        """The paragraphs that both have."""
        return ((row, self.theirs[n]) for n, row in self.ours.items() if n in self.theirs)

    @property
    def file(self) -> str:
        """The file of our edition that holds the article."""
        return f"fixtures/articles/{self.article.number:02}.toml"

    def differs(self, kind: str, message: str, paragraph: Paragraph | None = None) -> Difference:
        """Return a difference of the article, or of a paragraph that it numbers."""
        number = None if paragraph is None or paragraph.is_alone else paragraph.number
        return Difference(self.text.slug, Place(self.article.number, number), kind, message)


def differences(
    articles: Iterable[Article], texts: Iterable[OfficialText], names: Names
) -> list[Difference]:
    """Return everything in which each text differs from our edition, article by article."""
    rows = list(articles)
    return [
        each
        for text in texts
        for sides in (Sides.of(article, text) for article in rows)
        for each in of_article(sides, names.get(text.language))
    ]


def of_article(sides: Sides, names: Vocabulary | None) -> Iterator[Difference]:
    """Yield the differences of an article; of one that the text has not, only that."""
    if not sides.theirs:
        yield sides.differs(
            "article", "is not in the official text. Import a copy of the text that has it."
        )
        return
    yield from of_paragraphs(sides)
    for ours, theirs in sides.shared:
        yield from of_points(sides, ours, theirs)
        yield from of_dates(sides, ours, theirs)
    if names:
        yield from of_names(sides, names)


def of_paragraphs(sides: Sides) -> Iterator[Difference]:
    """Yield each paragraph that only one side has.

    The opening words of a preamble, its number 0, are none; those of an article would be.
    """
    theirs = sides.theirs.keys() - ({0} if sides.article.number == treaty.PREAMBLE else set())
    for number in sorted(sides.ours.keys() ^ theirs):
        name = Place(sides.article.number, number).name
        if number in theirs:
            yield sides.differs(
                "paragraph", f"{name}: only in the official text. Restate it in {sides.file}."
            )
        else:
            yield sides.differs(
                "paragraph",
                f"{name}: only in our edition. Take it out of {sides.file}, or import a copy of "
                "the text that has it.",
            )


def of_points(sides: Sides, ours: Paragraph, theirs: OfficialParagraph) -> Iterator[Difference]:
    """Yield the difference if the points are not as many, or not numbered alike.

    Points that the official text marks by letters or dashes need only be as many.
    """
    our_labels = [point.label for point in ours.points.all()]
    their_labels = [label for label, _ in theirs.blocks if label]
    numbers = [numbers_of(label) for label in their_labels]
    is_alike = not all(numbers) or numbers == [numbers_of(label) for label in our_labels]
    if len(our_labels) != len(their_labels) or not is_alike:
        listed = [", ".join(labels) or "none" for labels in (our_labels, their_labels)]
        yield sides.differs(
            "point",
            f"points {listed[0]} in our edition, {listed[1]} in the official text. Label them in "
            f"{sides.file} as the official text does, or look whether its copy is complete.",
            ours,
        )


def numbers_of(label: str) -> list[int]:
    """Return the numbers in a label, in one order: right-to-left text may print 2.1 as 1-2."""
    return sorted(map(int, re.findall(r"\d+", label)))


def of_dates(sides: Sides, ours: Paragraph, theirs: OfficialParagraph) -> Iterator[Difference]:
    """Yield each date, of either calendar, that only one side of a paragraph has."""
    here, there = dates_of(ours), dates_in(theirs.text, sides.text.language)
    for date in sorted(here - there):
        yield sides.differs(
            "date", f"{date}: only in our edition. Correct it in {sides.file}.", ours
        )
    for date in sorted(there - here):
        yield sides.differs(
            "date", f"{date}: only in the official text. Add it to {sides.file}.", ours
        )


def dates_of(paragraph: Paragraph) -> set[Date]:
    """Return the dates in a paragraph of our edition and in its points."""
    return dates_in(paragraph.full_text, OUR_LANGUAGE)


def of_names(sides: Sides, names: Vocabulary) -> Iterator[Difference]:
    """Yield each mention that our edition says the article names, or that it names, but not both.

    A mention without names in the language cannot be looked for.
    """
    found = names.find("\n".join(row.text for row in sides.theirs.values()))
    named = named_in(sides.article)
    for slug in sorted(named & names.labels - found.keys()):
        yield sides.differs(
            "name",
            f"{slug}: named in our edition, but no name of it was found in the official text. "
            f"Take it out of `named` in {sides.file}, or add the name to fixtures/cues.toml.",
        )
    for slug in sorted(found.keys() - named):
        yield sides.differs(
            "name",
            f"{slug}: the official text names it (“{found[slug]}”), our edition does not. Add it "
            f"to `named` in {sides.file}, or make the name in fixtures/cues.toml more exact.",
        )


def named_in(article: Article) -> set[str]:
    """Return the mentions that our edition says an article names."""
    named = ArticleMention.Relation.NAMED
    return {row.mention_id for row in article.article_mentions.all() if row.relation == named}


def compared(articles: Iterable[Article]) -> dict[str, int]:
    """Return how much of each kind our edition has to compare."""
    rows = list(articles)
    paragraphs = [paragraph for article in rows for paragraph in article.paragraphs.all()]
    return {
        "article": len(rows),
        "paragraph": len(paragraphs),
        "point": sum(len(paragraph.points.all()) for paragraph in paragraphs),
        "date": sum(len(dates_of(paragraph)) for paragraph in paragraphs),
        "name": sum(len(named_in(article)) for article in rows),
    }


def names_in(edition: Edition) -> Names:
    """Return the names of the mentions, by language."""
    return {
        language: Vocabulary.of(
            language, [(row.slug, row.cues.get(language, ())) for row in edition.mentions]
        )
        for language in OfficialText.Language.values
    }


@derived
def differences_in(edition: Edition) -> list[Difference]:
    """Return everything in which the official texts differ from our edition."""
    return differences(edition.articles, edition.official_texts, names_in(edition))


def counts(edition: Edition) -> list[tuple[OfficialText, int]]:
    """Return each official text, with the number of its differences."""
    numbers = Counter(each.text for each in differences_in(edition))
    return [(text, numbers[text.slug]) for text in edition.official_texts]
