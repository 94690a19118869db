"""What a reader takes away: chosen articles and paragraphs, with what each rests on.

Every export, and the structured data of every page, is made of this and of nothing else. The
official texts and our own edition stand side by side, never mixed: a paragraph of ours is not
known to be the official one of the same number.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from articles import addresses, treaty
from articles.models import Basis, Numbering, OfficialText

NOTICE: Final = (
    "A plain-English edition in our own words, written from published reports. It is not the "
    "treaty's wording and must not be quoted as such. Whatever no report confirms is marked "
    "“unconfirmed”. The treaty gives its articles no titles: the titles are ours."
)
BESIDE_OFFICIAL: Final = (
    "Official texts stand here as they were published, each named as such. All other words are "
    "ours. "
)
"""Stands before the notice where there are words that it does not speak of."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
UNCONFIRMED_MARK: Final = "[Unconfirmed]"
"""Stands before every unconfirmed statement in exports that are plain words."""

Scope = Literal["treaty", "article", "paragraph", "set"]


class Data(BaseModel):
    """A part of an extract; what it holds is what the JSON export holds.

    Docstrings and descriptions are published in ``/openapi.json``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceData(Data):
    """A published page on which statements rest."""

    key: str = Field(description="What statements call it")
    publisher: str
    what: str
    url: str
    language: str = Field(description="ISO 639-1")
    date: str = Field(description="ISO 8601, as exact as is known; empty if it is not")
    kind: str


class StatementData(Data):
    """Sentences of our edition with one basis."""

    text: str = Field(description="Plain text; a list has a line for each item")
    markdown: str
    basis: Basis
    settle: str = Field(description="What would settle an unconfirmed statement")
    sources: tuple[str, ...] = Field(description="Keys of sources")
    html: str = Field(default="", exclude=True)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether no report bears it out."""
        return self.basis == Basis.UNCONFIRMED

    @property
    def marked(self) -> str:
        """The words, after a mark if they are unconfirmed."""
        return f"{UNCONFIRMED_MARK} {self.text}" if self.is_unconfirmed else self.text


class ParagraphData(Data):
    """A paragraph of our edition (a recital of the preamble)."""

    number: int
    id: str = Field(description="The HTML id and the Akoma Ntoso eId")
    label: str
    numbering: str = Field(description="What the number is worth")
    url: str
    short_url: str
    statements: tuple[StatementData, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether the number is known to be the treaty's; otherwise it stands in brackets."""
        return self.numbering == Numbering.CONFIRMED


class BlockData(Data):
    """A block of an official paragraph: its words, and its letter or dash where it is an item."""

    label: str
    text: str


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


class ArticleData(Data):
    """An article, or those of its paragraphs that were chosen."""

    number: int = Field(description="0 is the preamble")
    id: str
    label: str
    title: str = Field(description="Descriptive and not the treaty's; empty if there is none")
    evidence: str
    evidence_label: str
    gist: str
    themes: tuple[str, ...] = Field(description="Slugs, the leading theme first")
    url: str
    short_url: str
    chosen_paragraph: int | None = Field(description="The paragraph, if only one was asked for")
    lead: str = Field(description="The text that its page shows first; “plain” is our edition")
    sha256: str = Field(description="Content hash of the whole article, the same in every export")
    edition: tuple[ParagraphData, ...] = Field(description="Our plain-English edition")
    official: tuple[OfficialArticleData, ...]

    @property
    def heading(self) -> str:
        """``Article 14 · Regional organisations``, or the bare label."""
        return f"{self.label} · {self.title}" if self.title else self.label

    @property
    def standing(self) -> str:
        """How well reports bear our words out; where official ones stand, too, of which it is."""
        if not self.official:
            return self.evidence_label
        of_ours = f"How well reports bear out our words: {self.evidence_label}"
        return of_ours if self.edition else "Official text only, not restated here"

    @property
    def place_label(self) -> str:
        """``Article 14``, or with a paragraph chosen, ``Article 14, paragraph 2``."""
        return addresses.place_label(self.number, self.chosen_paragraph)


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
    """Articles and paragraphs in the order in which they were asked for.

    ``url`` is the page that shows the same. ``lead`` is the slug of the text that stands first,
    ``plain`` for our own edition.
    """

    scope: Scope
    treaty: TreatyData = TreatyData()
    edition: EditionData
    heading: str
    url: str
    lead: str = Field(description="The text that the page shows first; “plain” is our edition")
    faults: tuple[str, ...] = Field(description="What of a dossier's address was not understood")
    official_texts: tuple[OfficialTextData, ...]
    sha256: str = Field(
        description="Content hash: SHA-256 of those of the articles, with spaces between them"
    )
    articles: tuple[ArticleData, ...]
    sources: tuple[SourceData, ...]

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
    def has_brackets(self) -> bool:
        """Whether a paragraph of ours has a number that is not known to be the treaty's."""
        rows = (row for article in self.articles for row in article.edition)
        return any(not row.is_numbered for row in rows)

    @property
    def notice(self) -> str:
        """Whose words these are, to be said before them."""
        return BESIDE_OFFICIAL * self.holds_official + self.edition.notice

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
