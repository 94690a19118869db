"""What a reader downloads: chosen articles, paragraphs and points, in every text there is.

Every export, and the structured data of every page, is made of this and of nothing else. The
official texts and our own edition stand side by side, never mixed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from urllib.parse import urlsplit

from django.utils.safestring import SafeString
from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from articles import treaty
from articles.models import OfficialText, Strength, markup
from articles.treaty.notices import BESIDE_OFFICIAL, NOTICE
from articles.treaty.places import Place

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"

Scope = Literal["treaty", "article", "paragraph", "point", "set"]


class Data(BaseModel):
    """A part of an extract; what it holds is what the JSON export holds.

    Docstrings and descriptions are published in ``/openapi.json``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class WordsData(Data):
    """Words of our edition, and where they stand."""

    number: int
    id: str = Field(description="The HTML id and the Akoma Ntoso eId")
    label: str
    url: str
    short_url: str

    text: str = Field(description="Plain text; a list has a line for each item")
    markdown: str
    html: str = Field(default="", exclude=True)

    @property
    def xhtml(self) -> SafeString:
        """The words as XHTML."""
        return markup.to_xhtml(self.html)


class PointData(WordsData):
    """A point of a paragraph of our edition: counted from 1, and labelled as the treaty has it."""


class ParagraphData(WordsData):
    """A paragraph of our edition (a recital of the preamble): its own words, and its points.

    The treaty numbers no recital, and no paragraph that is alone in its article.
    """

    is_alone: bool = Field(description="Whether it is the only paragraph of its article")
    strength: tuple[Strength, ...] = Field(
        description="How it binds, in the order of its sentences"
    )
    points: tuple[PointData, ...]

    @property
    def printed(self) -> str:
        """The number to print before it: none if it is alone."""
        return "" if self.is_alone else str(self.number)


class BlockData(Data):
    """A block of an official paragraph: its words, and its letter or dash where it is an item."""

    label: str
    text: str
    point: int | None = Field(
        description="The place, from 1, of the point that it belongs to, if the treaty has points"
    )


class OfficialParagraphData(Data):
    """A paragraph of an official text; number 0 stands for words before the first numbered one."""

    number: int
    id: str
    label: str = Field(description="The number as printed; empty if none is")
    url: str
    short_url: str
    blocks: tuple[BlockData, ...]

    @property
    def text(self) -> str:
        """The words, each block on a line of its own."""
        return "\n".join(f"{block.label} {block.text}".strip() for block in self.blocks)


class OfficialTextData(Data):
    """An official text that is loaded, and where it comes from."""

    slug: str
    name: str
    language: str
    direction: str
    publisher: str
    url: str
    retrieved: str
    wording: str = Field(description="Whether it is the treaty's own wording or a translation")
    file_sha256: str = Field(validation_alias=AliasChoices("file_sha256", "sha256"))

    @property
    def wording_label(self) -> str:
        """Whether the words are the treaty's own or a translation, in words."""
        return OfficialText.Wording(self.wording).label


class OfficialArticleData(Data):
    """An article in an official text."""

    text: str = Field(description="The slug of the official text")
    paragraphs: tuple[OfficialParagraphData, ...]


@dataclass(frozen=True)
class Provision:
    """A paragraph in every text that has it: the official ones, and ours."""

    number: int
    official: tuple[tuple[OfficialTextData, OfficialParagraphData], ...]
    ours: ParagraphData | None

    @property
    def first(self) -> ParagraphData | OfficialParagraphData:
        """The paragraph in one of the texts, for what it has in all of them."""
        return self.ours or self.official[0][1]


class ArticleData(Data):
    """An article, or that part of it which was chosen."""

    number: int | None = Field(description="0 is the preamble; the closing lines have none")
    id: str
    label: str
    title: str = Field(description="Ours: the treaty gives no titles")
    gist: str
    themes: tuple[str, ...] = Field(description="Slugs, the leading theme first")
    url: str
    short_url: str
    chosen_paragraph: int | None = Field(description="The paragraph, if only one was asked for")
    chosen_point: int | None = Field(description="The point, if only one was asked for")
    lead: str = Field(description="The text that its page shows first; “plain” is our edition")
    sha256: str = Field(description="Content hash of the whole article, the same in every export")
    edition: tuple[ParagraphData, ...] = Field(description="Our plain-English edition")
    official: tuple[OfficialArticleData, ...]

    is_undivided: bool = Field(default=False, exclude=True)
    """Whether it has one paragraph only, in our edition and in the texts put first."""

    @property
    def heading(self) -> str:
        """``Article 14 · Regional organisations``."""
        return f"{self.label} · {self.title}"

    @property
    def place(self) -> Place:
        """The article, or the paragraph or point that was asked for."""
        article = treaty.CLOSING if self.number is None else self.number
        return Place(article, self.chosen_paragraph, self.chosen_point)


class TreatyData(Data):
    """The treaty itself."""

    title: str = treaty.TITLE
    parties: tuple[str, ...] = treaty.PARTIES
    signed: str = treaty.SIGNED.isoformat()
    signed_at: str = treaty.SIGNED_AT
    in_force: str = treaty.IN_FORCE.isoformat()
    articles: int = treaty.LAST_ARTICLE


class EditionData(Data):
    """Whose words these are."""

    name: str = "Plain-English edition"
    notice: str = NOTICE
    licence: str = LICENCE
    licence_covers: str = "the plain-English edition and the data, not the official texts"
    data_version: str
    changed_at: str = Field(
        description="When the text of any article last changed here: RFC 3339, to the second, UTC"
    )


class Extract(Data):
    """Provisions in the order in which they were asked for.

    ``url`` is the page that shows the same, ``accessed`` the day on which a reader has it. ``lead``
    is the slug of the text that stands first, ``plain`` for our own edition.
    """

    scope: Scope
    treaty: TreatyData = TreatyData()
    edition: EditionData
    heading: str
    url: str
    lead: str = Field(description="The text that the page shows first; “plain” is our edition")
    faults: tuple[str, ...] = Field(description="What of a selection's address was not understood")
    official_texts: tuple[OfficialTextData, ...]
    sha256: str = Field(
        description="Content hash: SHA-256 of those of the articles, with spaces between them"
    )
    articles: tuple[ArticleData, ...]
    accessed: date | None = Field(default=None, exclude=True)

    @property
    def query(self) -> str:
        """The query string with which the page shows the same text first, or nothing."""
        parts = urlsplit(self.url)
        return f"?{parts.query}" if parts.query else ""

    @property
    def site(self) -> str:
        """The address of the site, without a slash at the end."""
        return "/".join(self.url.split("/")[:3])

    @property
    def holds_official(self) -> bool:
        """Whether any words in it are those of an official text."""
        return any(article.official for article in self.articles)

    @property
    def notice(self) -> str:
        """Whose words these are, to be said before them."""
        return BESIDE_OFFICIAL * self.holds_official + self.edition.notice

    def provisions(self, article: ArticleData) -> list[Provision]:
        """Return the paragraphs of an article in order, each in every text that has it."""
        texts = {text.slug: text for text in self.official_texts}
        ours = {row.number: row for row in article.edition}
        theirs: dict[int, list[tuple[OfficialTextData, OfficialParagraphData]]] = {}
        for copy in article.official:
            for row in copy.paragraphs:
                theirs.setdefault(row.number, []).append((texts[copy.text], row))
        return [
            Provision(number, tuple(theirs.get(number, ())), ours.get(number))
            for number in sorted({*ours, *theirs})
        ]

    def showing(self, slugs: Collection[str]) -> Extract:
        """Return the same without the official texts that are not among these."""
        articles = (
            article.model_copy(
                update={"official": tuple(row for row in article.official if row.text in slugs)}
            )
            for article in self.articles
        )
        texts = tuple(text for text in self.official_texts if text.slug in slugs)
        return self.model_copy(update={"articles": tuple(articles), "official_texts": texts})
