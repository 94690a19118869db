"""The shape of every file in ``fixtures/``: which keys there are and what each may hold.

What one file can show to be wrong is checked here; what takes several files, in ``checks``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from articles import treaty
from articles.loading.fields import (
    Address,
    Answer,
    AnyProvisions,
    Count,
    Cues,
    Date,
    Dates,
    Flag,
    Gist,
    Label,
    Language,
    Line,
    Name,
    Names,
    Number,
    Numbers,
    Prose,
    Provision,
    Provisions,
    Short,
    ShortLine,
    Slug,
    Slugs,
    SomeSlugs,
    Table,
    at_most,
)
from articles.models import Comment, Event, Mention, OfficialText, Source, Strength, Theme


def changing(strengths: list[Strength]) -> list[Strength]:
    """Return the strengths of a paragraph if each differs from the one before."""
    for before, after in pairwise(strengths):
        if before == after:
            raise ValueError(f"has '{after}' twice in a row: keep one")
    return strengths


class BackgroundTable(Table):
    """Something true of the matter, with sources, that is not in the treaty."""

    text: Prose
    sources: SomeSlugs


class CautionTable(Table):
    """What a reader could get wrong; of the article, or of the paragraph that it names."""

    paragraph: Count | None = None
    text: Line
    sources: Slugs = []


class PointTable(Table):
    """A point of a paragraph, with its label as the treaty prints it."""

    label: Label
    text: Prose


class ParagraphTable(Table):
    """A paragraph: its number, how it binds and whom, its words and its points."""

    number: Count
    strength: Annotated[list[Strength], Field(min_length=1), AfterValidator(changing)]
    bearer: Name = ""
    text: Prose
    point: list[PointTable] = []


class RelatedTable(Table):
    """Another article worth reading, and why."""

    number: Number
    reason: Line


class MentionLists(Table):
    """The mentions of an article: named in its text, or touched on beside it."""

    named: Slugs
    background: Slugs

    @model_validator(mode="after")
    def in_one_list(self) -> Self:
        """A mention is named or touched on, not both."""
        for slug in self.named:
            if slug in self.background:
                raise ValueError(f"has '{slug}' in both lists: keep it in 'named'")
        return self


class ArticleFile(Table):
    """``articles/NN.toml``."""

    number: Number
    title: Name
    gist: Gist
    themes: SomeSlugs
    keywords: Names
    reports: Slugs
    mentions: MentionLists
    caution: list[CautionTable] = []
    paragraph: Annotated[list[ParagraphTable], Field(min_length=1)]
    related: list[RelatedTable] = []
    background: list[BackgroundTable] = []


class SourceTable(Table):
    """A published page."""

    key: Slug
    publisher: ShortLine
    what: Line
    url: Address
    language: Language
    date: Date = ""
    kind: Source.Kind
    note: Line = ""


class ThemeTable(Table):
    """A theme for browsing."""

    slug: Slug
    name: Name
    family: Annotated[int, Field(strict=True, ge=1, le=Theme.FAMILIES)]
    description: Line


class MentionTable(Table):
    """A body, agreement, place or idea."""

    slug: Slug
    name: Name
    kind: Mention.Kind
    description: Line
    in_treaty: Line
    aliases: Names
    sources: Slugs


class EventTable(Table):
    """A dated event."""

    slug: Slug
    date: Date
    other_dates: Dates = []
    title: Name
    short: Short = ""
    text: Line
    kind: Event.Kind
    articles: Numbers
    sources: SomeSlugs
    note: Line = ""

    @model_validator(mode="after")
    def other_dates_are_explained(self) -> Self:
        """A note says who gives another date."""
        if self.other_dates and not self.note:
            raise ValueError("'other_dates' needs a 'note' that says who gives them: add it")
        return self


class CommentTable(Table):
    """What somebody has said of the treaty, restated."""

    slug: Slug
    author: Name
    role: Name = ""
    publisher: Name
    date: Date = ""
    articles: Numbers
    question: Comment.Question
    gist: Gist
    text: Line
    quote: ShortLine = ""
    quote_of: ShortLine = ""
    sources: SomeSlugs

    @model_validator(mode="after")
    def quote_has_an_origin(self) -> Self:
        """A quotation says whose words it gives."""
        if bool(self.quote) != bool(self.quote_of):
            raise ValueError("'quote' and 'quote_of' go together: add the other, or drop both")
        return self


class PublicationTable(Table):
    """An address where a text of the treaty was published.

    ``wording`` says whether it is the treaty's own or a translation, where that is known.
    """

    slug: Slug
    language: Language
    publisher: ShortLine
    url: Address
    address_confirmed: Flag = True
    wording: OfficialText.Wording = OfficialText.Wording.UNKNOWN
    note: Line
    sources: Slugs


class PublicationFile(Table):
    """``publication.toml``: where the text is to be read, and what is known about its reuse."""

    official_text: list[PublicationTable]
    text_copy: list[PublicationTable]
    reuse_fact: list[BackgroundTable]


class OriginFile(Table):
    """``official/<copy>.toml``: where a published copy comes from, and the hash of its bytes."""

    publisher: Annotated[str, at_most(200)] = ""
    url: Address | Literal[""] = ""
    retrieved: Date | Literal[""] = ""
    wording: OfficialText.Wording = OfficialText.Wording.UNKNOWN
    sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""


class CueTable(Table):
    """The words by which a program knows something in an official text, by language."""

    en: Cues
    ru: Cues
    fa: Cues


class LandmarkTable(CueTable):
    """What the official text of an article must hold: any one of each list."""

    article: Annotated[Number, Field(le=treaty.LAST_ARTICLE)]

    def words(self, language: str) -> list[str]:
        """Return the words in a language; of one that is not among them there are none."""
        return self.lists.get(language, [])


class BodyTable(CueTable):
    """The names by which a text names an organisation, body, agreement or place."""

    mention: Slug


class CuesFile(Table):
    """``cues.toml``: the words by which a program reads an official text."""

    landmark: list[LandmarkTable]
    body: list[BodyTable]


class QuestionTable(Table):
    """What people ask, and what the text answers.

    An answer rests on ``places``, the best first. Where the treaty does not deal with the matter
    it has none, and ``nearest`` has what comes nearest.
    """

    slug: Slug
    heading: Name
    question: Gist
    answer: Answer
    places: AnyProvisions = []
    nearest: AnyProvisions = []
    events: Slugs = []
    asked: Cues
    on_home: Flag = False

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        """An answer rests on the treaty, or says where that comes nearest."""
        if bool(self.places) == bool(self.nearest):
            raise ValueError("needs either 'places' or 'nearest': give one of them")
        return self


class ConceptTable(Table):
    """An idea that readers look for: the edition's terms, the readers' words, where it leads.

    ``provisions`` stand best first. ``absent`` says, of an idea that the treaty does not deal
    with, that it does not; the provisions are then only the nearest.
    """

    slug: Slug
    name: Name
    terms: Names
    en: Names
    ru: Names
    fa: Names
    provisions: Provisions
    mentions: Slugs
    absent: Line = ""


class PhrasingTable(Table):
    """What people type when they look for a provision, in English, Russian, Persian and others."""

    place: Provision
    en: Cues
    ru: Names = []
    fa: Names = []
    other: Names = []


class PhrasingsFile(Table):
    """A file of ``phrasings/``."""

    phrasing: list[PhrasingTable]


class ThesaurusFile(Table):
    """A file of ``thesaurus/``."""

    concept: list[ConceptTable]
