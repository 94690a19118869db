"""The shape of every file in ``fixtures/``: which keys there are and what each may hold.

What one file can show to be wrong is checked here; what takes several files, in ``checks``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from articles import treaty
from articles.models import Basis, Event, Evidence, Mention, Numbering, OfficialText, Source

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
TAG = re.compile(r"<[a-zA-Z/!?]")
LEADING_NUMBER = re.compile(r"\s*\(?\d+[.)]\s")


def clean(text: str) -> str:
    """Return the text without white space around it; refuse what no database or page can hold."""
    text = text.strip()
    if not text:
        raise ValueError("is empty: write the text, or leave the key out where it is optional")
    if CONTROL_CHARACTERS.search(text):
        raise ValueError("holds a control character: take it out")
    return text


def one_line(text: str) -> str:
    """Return the text if it is a single line."""
    if "\n" in text:
        raise ValueError("runs over several lines: put it on one line")
    return text


def at_most(length: int) -> AfterValidator:
    """Return a check that a text is no longer than so many characters."""

    def check(text: str) -> str:
        if len(text) > length:
            raise ValueError(f"is {len(text)} characters long: shorten it to {length}")
        return text

    return AfterValidator(check)


def plain_markdown(text: str) -> str:
    """Return the Markdown if it holds no HTML and does not begin with a number of its own."""
    if TAG.search(text):
        raise ValueError("holds an HTML tag: write Markdown without HTML")
    if LEADING_NUMBER.match(text):
        raise ValueError("begins with a number: the paragraph's number belongs in 'number'")
    return text


def real_date(text: str) -> str:
    """Return the date (``2025``, ``2025-01`` or ``2025-01-17``) if the calendar has it."""
    try:
        date.fromisoformat((text + "-01-01")[: len("2025-01-17")])
    except ValueError as error:
        raise ValueError("is no date of the calendar: correct it") from error
    return text


def with_a_word(text: str) -> str:
    """Return the text if it has a letter or digit: one without would be found everywhere."""
    if not any(map(str.isalnum, text)):
        raise ValueError("has no letter or digit: write a word")
    return text


Text = Annotated[str, AfterValidator(clean)]
Line = Annotated[Text, AfterValidator(one_line), at_most(500)]
ShortLine = Annotated[Line, at_most(200)]
Name = Annotated[Line, at_most(100)]
Prose = Annotated[Text, AfterValidator(plain_markdown), at_most(20_000)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=50)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$", max_length=1000)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d){0,2}$"), AfterValidator(real_date)]
Number = Annotated[int, Field(strict=True, ge=treaty.PREAMBLE, le=treaty.LAST_ARTICLE)]
Count = Annotated[int, Field(strict=True, ge=1, le=999)]
Flag = Annotated[bool, Field(strict=True)]
Cue = Annotated[Name, AfterValidator(with_a_word)]
Cues = Annotated[list[Cue], Field(min_length=1)]


class Table(BaseModel):
    """A TOML table: no key but those named, no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementTable(Table):
    """Sentences with one basis and its sources."""

    text: Prose
    basis: Basis
    sources: list[Slug]
    settle: Line = ""

    @model_validator(mode="after")
    def sources_agree_with_basis(self) -> Self:
        """A reported statement names sources; an unconfirmed one has none to name."""
        if self.basis == Basis.REPORTED and not self.sources:
            raise ValueError("is 'reported' without a source: name one, or make it 'unconfirmed'")
        if self.basis == Basis.UNCONFIRMED and self.sources:
            raise ValueError("is 'unconfirmed' but names sources: make it 'reported', or drop them")
        if bool(self.settle) != (self.basis == Basis.UNCONFIRMED):
            raise ValueError("'settle' goes with 'unconfirmed', and only there: add or drop it")
        return self


class BackgroundTable(Table):
    """Something true of the matter, with sources, that is not in the treaty."""

    text: Prose
    sources: Annotated[list[Slug], Field(min_length=1)]


class ParagraphTable(Table):
    """A paragraph: its number, what the number is worth, and its statements."""

    number: Count
    numbering: Numbering
    statement: Annotated[list[StatementTable], Field(min_length=1)]


class RelatedTable(Table):
    """Another article worth reading, and why."""

    number: Number
    reason: Line


class MentionLists(Table):
    """The mentions of an article, by how sure it is that the article names them."""

    named: list[Slug]
    thought_named: list[Slug]
    background: list[Slug]


class ArticleFile(Table):
    """``articles/NN.toml``."""

    number: Number
    title: Name
    evidence: Evidence
    gist: Annotated[Line, at_most(250)]
    paragraph_count: Count | None = None
    paragraph_count_confirmed: Flag
    themes: list[Slug]
    keywords: list[Name]
    cautions: list[Text]
    mentions: MentionLists
    paragraph: list[ParagraphTable] = []
    related: list[RelatedTable] = []
    background: list[BackgroundTable] = []


class ThemeTable(Table):
    """A theme for browsing."""

    slug: Slug
    name: Name
    description: Line


class MentionTable(Table):
    """A body, agreement, place or idea."""

    slug: Slug
    name: Name
    kind: Mention.Kind
    description: Line
    in_treaty: Line
    aliases: list[Name]
    sources: list[Slug]


class SubjectTable(Table):
    """A subject known to be in the treaty without its article number.

    ``in_brief`` puts it into the status line of the start page, in a few words.
    """

    slug: Slug
    name: Name
    in_brief: Name = ""
    themes: Annotated[list[Slug], Field(min_length=1)]
    likely_from: Number | None = None
    likely_to: Number | None = None
    likely_place: Name = ""
    statement: Annotated[list[StatementTable], Field(min_length=1)]
    background: list[BackgroundTable] = []

    @model_validator(mode="after")
    def place_is_a_range_or_named(self) -> Self:
        """The likely place is a range of articles or a place in words, never both or half."""
        ends = (self.likely_from, self.likely_to)
        if (None in ends) != (ends == (None, None)) or (None in ends) != bool(self.likely_place):
            raise ValueError("give 'likely_from' and 'likely_to', or else 'likely_place'")
        if self.likely_from is not None and self.likely_to is not None and ends[0] > ends[1]:  # type: ignore[operator]
            raise ValueError("'likely_from' comes after 'likely_to': exchange them")
        if self.in_brief and any(row.basis != Basis.REPORTED for row in self.statement):
            raise ValueError("'in_brief' is for what is reported: drop it, or confirm the rest")
        return self


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


class EventTable(Table):
    """A dated event."""

    slug: Slug
    date: Date
    title: Name
    text: Line
    kind: Event.Kind
    articles: list[Number]
    sources: Annotated[list[Slug], Field(min_length=1)]
    note: Line = ""


class CommentTable(Table):
    """What somebody has said of the treaty, restated."""

    slug: Slug
    author: Name
    role: Name = ""
    publisher: Name
    date: Date = ""
    articles: list[Number]
    text: Line
    quote: ShortLine = ""
    quote_of: ShortLine = ""
    sources: Annotated[list[Slug], Field(min_length=1)]

    @model_validator(mode="after")
    def quote_has_an_origin(self) -> Self:
        """A quotation says whose words it gives."""
        if bool(self.quote) != bool(self.quote_of):
            raise ValueError("'quote' and 'quote_of' go together: add the other, or drop both")
        return self


class ConceptTable(Table):
    """An idea that readers look for: the edition's terms, the readers' words, where it leads."""

    slug: Slug
    name: Name
    terms: list[Name]
    en: list[Name]
    ru: list[Name]
    fa: list[Name]
    articles: list[Number]
    subjects: list[Slug]
    mentions: list[Slug]

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        """A concept leads to an article, a subject or a mention."""
        if not (self.articles or self.subjects or self.mentions):
            raise ValueError("leads nowhere: name an article, a subject or a mention")
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
    sources: list[Slug]


class ThemesFile(Table):
    """``themes.toml``: the themes in the order in which pages list them."""

    theme: list[ThemeTable]


class MentionsFile(Table):
    """``mentions.toml``."""

    mention: list[MentionTable]


class SubjectsFile(Table):
    """``subjects.toml``."""

    subject: list[SubjectTable]


class ThesaurusFile(Table):
    """A file of ``thesaurus/``."""

    concept: list[ConceptTable]


class SourcesFile(Table):
    """``sources.toml``."""

    source: list[SourceTable]


class TimelineFile(Table):
    """``timeline.toml``: the events in order of date."""

    event: list[EventTable]


class CommentaryFile(Table):
    """``commentary.toml``."""

    comment: list[CommentTable]


class PublicationFile(Table):
    """``publication.toml``: where the text is to be read, in which languages, and its reuse."""

    official_text: list[PublicationTable]
    text_copy: list[PublicationTable]
    language_fact: list[StatementTable]
    reuse_fact: list[StatementTable]


class CueTable(Table):
    """The words by which a program knows something in an official text, by language."""

    en: Cues
    ru: Cues
    fa: Cues

    @property
    def lists(self) -> dict[str, list[str]]:
        """The words by language."""
        return {"en": self.en, "ru": self.ru, "fa": self.fa}


class LandmarkTable(CueTable):
    """What the official text of an article must hold: any one of each list."""

    article: Number

    def words(self, language: str) -> list[str]:
        """Return the words in a language; of one that is not among them there are none."""
        return self.lists.get(language, [])


class CueSubjectTable(CueTable):
    """A subject that a treaty may have; the themes it belongs to, the leading one first."""

    slug: Slug
    name: Name
    themes: Annotated[list[Slug], Field(min_length=1)]


class BodyTable(CueTable):
    """The names by which a text names an organisation, body, agreement or place."""

    mention: Slug


class StrengthTable(CueTable):
    """How a text words that something binds; ``plain`` is how this edition does."""

    kind: Literal["duty", "aim", "ban", "permission"]
    plain: Cues

    @property
    def lists(self) -> dict[str, list[str]]:
        """The words by language, and those of this edition under ``plain``."""
        return {**super().lists, "plain": self.plain}


class CuesFile(Table):
    """``cues.toml``: the words by which a program reads an official text."""

    landmark: list[LandmarkTable]
    subject: list[CueSubjectTable]
    body: list[BodyTable]
    strength: list[StrengthTable]


class OriginFile(Table):
    """``official/<copy>.toml``: where a published copy comes from, and the hash of its bytes."""

    publisher: Annotated[str, at_most(200)] = ""
    url: Address | Literal[""] = ""
    retrieved: Date | Literal[""] = ""
    wording: OfficialText.Wording = OfficialText.Wording.UNKNOWN
    sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
