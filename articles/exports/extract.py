"""What a reader takes away: chosen articles and paragraphs, with what each rests on.

Every export, and the structured data of every page, is made of this and of nothing else. The
official texts and our own edition stand side by side, never mixed: a paragraph of ours is not
known to be the official one of the same number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from articles import addresses, markup, treaty
from articles.corpus import PLAIN
from articles.layout import is_same_division
from articles.models import Article, Basis, OfficialText, Paragraph, Source, Statement
from articles.snapshot import official_texts
from articles.versioned import kept_for_version

NOTICE: Final = (
    "A plain-English edition in our own words, written from published reports. It is not the "
    "treaty's wording and must not be quoted as such. Whatever no report confirms is marked "
    "“unconfirmed”. The treaty gives its articles no titles: the titles are ours."
)
LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
UNCONFIRMED_MARK: Final = "[Unconfirmed]"
"""Stands before every unconfirmed statement in exports that are plain words."""

Scope = Literal["treaty", "article", "paragraph", "set"]

Place = tuple[int, int | None]
"""An article (0 is the preamble), and a paragraph of it or ``None`` for all of it."""


class Data(BaseModel):
    """A part of an extract; what it holds is what the JSON export holds."""

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
    file_sha256: str


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
    sha256: str = Field(description="Content hash of the whole article, the same in every export")
    edition: tuple[ParagraphData, ...] = Field(description="Our plain-English edition")
    official: tuple[OfficialArticleData, ...]

    @property
    def heading(self) -> str:
        """``Article 14 · Regional organisations``, or the bare label."""
        return f"{self.label} · {self.title}" if self.title else self.label

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
    articles: tuple[ArticleData, ...]
    sources: tuple[SourceData, ...]

    @property
    def sha256(self) -> str:
        """The content hash of all that is in it: of the hashes of its articles, in order."""
        hashes = " ".join(article.sha256 for article in self.articles)
        return hashlib.sha256(hashes.encode()).hexdigest()

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
    def is_official(self) -> bool:
        """Whether an official text leads."""
        return self.lead != PLAIN


def content_hash(article: Article) -> str:
    """Return the SHA-256 of what an article says, in our edition and in every official text.

    The article must have been fetched with its text. The hash changes with its title, words,
    numbers, and the basis of its statements; with nothing else.
    """
    content = {
        "number": article.number,
        "title": article.subject,
        "edition": [
            [row.number, row.numbering, [[each.text, each.basis] for each in row.statements.all()]]
            for row in article.paragraphs.all()
        ],
        "official": sorted(
            [row.official_text_id, row.number, row.label, row.blocks]
            for row in article.official_paragraphs.all()
        ),
    }
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def article_data(
    article: Article, site: str, texts: Sequence[OfficialText], paragraph: int | None = None
) -> ArticleData:
    """Return an article as data, or only one paragraph of it in each text.

    It must have been fetched with its text, sources and themes. ``texts`` are the official texts
    to include, and ``site`` the site's address without a slash at the end.
    """
    number = article.number
    slugs = [text.slug for text in texts]
    by_text: dict[str, list[OfficialParagraphData]] = {slug: [] for slug in slugs}
    for row in article.official_paragraphs.all():
        if row.official_text_id in by_text and paragraph in {None, row.number}:
            by_text[row.official_text_id].append(
                OfficialParagraphData(
                    number=row.number,
                    id=addresses.paragraph_anchor(number, row.number),
                    label=row.label,
                    url=site + addresses.paragraph_url(number, row.number),
                    short_url=site + addresses.short_url(number, row.number),
                    blocks=tuple(BlockData(label=label, text=text) for label, text in row.blocks),
                )
            )
    return ArticleData(
        number=number,
        id=article.anchor,
        label=article.label,
        title=article.subject,
        evidence=article.evidence,
        evidence_label=article.grade.label,
        gist=article.gist,
        themes=tuple(theme.slug for theme in article.theme_list),
        url=site + addresses.place_url(number, paragraph),
        short_url=site + addresses.short_url(number, paragraph),
        chosen_paragraph=paragraph,
        sha256=content_hash(article),
        edition=tuple(paragraph_data(row, site) for row in our_paragraphs(article, paragraph)),
        official=tuple(
            OfficialArticleData(text=slug, paragraphs=tuple(rows))
            for slug, rows in by_text.items()
            if rows
        ),
    )


def our_paragraphs(article: Article, number: int | None) -> list[Paragraph]:
    """Return our paragraphs, or the one that the address of a number shows.

    A number that an official text has, too, is that one's, unless ours is known to be the same.
    """
    ours = list(article.paragraphs.all())
    if number is None:
        return ours
    numbers = sorted({row.number for row in article.official_paragraphs.all()})
    if number in numbers and not is_same_division(article, ours, numbers):
        return []
    return [row for row in ours if row.number == number]


def paragraph_data(row: Paragraph, site: str) -> ParagraphData:
    """Return a paragraph of our edition as data."""
    return ParagraphData(
        number=row.number,
        id=row.anchor,
        label=row.label,
        numbering=row.numbering,
        url=site + row.get_absolute_url(),
        short_url=site + addresses.short_url(row.article_id, row.number),
        statements=tuple(map(statement_data, row.statements.all())),
    )


def statement_data(row: Statement) -> StatementData:
    """Return a statement as data."""
    return StatementData(
        text=markup.to_lines(row.html),
        markdown=row.text.strip(),
        basis=Basis(row.basis),
        settle=row.settle,
        sources=tuple(source.key for source in row.sources.all()),
        html=row.html,
    )


def source_data(row: Source) -> SourceData:
    """Return a source as data."""
    return SourceData(
        key=row.key,
        publisher=row.publisher,
        what=row.what,
        url=row.url,
        language=row.language,
        date=row.date,
        kind=row.kind,
    )


def official_text_data(row: OfficialText) -> OfficialTextData:
    """Return where an official text comes from, as data."""
    return OfficialTextData(
        slug=row.slug,
        name=row.name,
        language=row.language,
        direction=row.direction,
        publisher=row.publisher,
        url=row.url,
        retrieved=row.retrieved,
        wording=row.wording,
        file_sha256=row.sha256,
    )


@kept_for_version
def articles_to_take(digest: str) -> dict[int, Article]:
    """Return every article of the data version by its number, with all that an extract holds."""
    rows = Article.objects.with_theme_list().with_text().with_notes()
    return {article.number: article for article in rows}


def take(  # noqa: PLR0913 - what is taken, and how it is addressed
    places: Sequence[Place],
    *,
    scope: Scope,
    heading: str,
    site: str,
    path: str,
    digest: str,
    chosen: Sequence[OfficialText] = (),
    faults: Sequence[str] = (),
) -> Extract:
    """Return places as an extract, in their order.

    Every place must exist. ``chosen`` are the official texts that the page shows first; all
    that are loaded are in the extract, those in front. ``digest`` is the data version's, and
    ``faults`` say what else was asked for and is not there.
    """
    rows = articles_to_take(digest)
    texts = [*chosen, *(text for text in official_texts(digest) if text not in chosen)]
    articles = tuple(
        article_data(rows[number], site, texts, paragraph) for number, paragraph in places
    )
    used = dict.fromkeys(
        key
        for article in articles
        for paragraph in article.edition
        for statement in paragraph.statements
        for key in statement.sources
    )
    sources = {
        source.key: source
        for number, _ in places
        for paragraph in rows[number].paragraphs.all()
        for statement in paragraph.statements.all()
        for source in statement.sources.all()
    }
    return Extract(
        scope=scope,
        edition=EditionData(data_version=digest),
        heading=heading,
        url=site + path,
        lead=texts[0].slug if texts else PLAIN,
        faults=tuple(faults),
        official_texts=tuple(map(official_text_data, texts)),
        articles=articles,
        sources=tuple(source_data(sources[key]) for key in used),
    )
