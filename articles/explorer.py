"""Finds articles for the explorer: what the page and ``/articles.json`` both show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from rapidfuzz import fuzz, process

from articles import addresses, search, treaty
from articles.dossier import Dossier, being_made
from articles.forms import ExplorerForm
from articles.models import (
    Article,
    DataVersion,
    OfficialParagraph,
    OfficialText,
    Statement,
    Theme,
)
from articles.search import documents, entries
from articles.snapshot import Snapshot, snapshot, with_themes

QUERY_WAS_CUT: Final = (
    f"The query was long: only its beginning was searched, up to {search.MAX_LENGTH} characters "
    f"and {search.MAX_WANTED} words."
)
MOST_SUGGESTED: Final = 5
ONLY_SOME: Final = "No article has all of these words. These have some of them."
NOT_THE_EDITIONS_WORDS: Final = (
    "The text of no article here says “{}”. Readers who ask about it often look for what is below."
)
NO_SUCH_ARTICLE: Final = (
    f"The treaty has a preamble and {treaty.LAST_ARTICLE} articles; there is no article {{}}."
)
NO_SUCH_PARAGRAPH: Final = "This edition has no {}."


@dataclass(frozen=True)
class Hit:
    """An article that was found, the part of it to show, and why it was found.

    ``segments`` come from the paragraph; without one, from the gist. ``official`` is the text
    that the paragraph stands in, if it is not our own.
    """

    article: Article
    segments: tuple[search.Segment, ...]
    why: tuple[str, ...] = ()
    paragraph: int | None = None
    is_unconfirmed: bool = False
    official: OfficialText | None = None

    @property
    def url(self) -> str:
        """The address of the paragraph, or else of the article."""
        return addresses.paragraph_url(self.article.number, self.paragraph or 0)

    @property
    def paragraph_label(self) -> str:
        """``Paragraph 3``; empty where the article as a whole was found."""
        if self.paragraph is None:
            return ""
        return addresses.paragraph_label(self.article.number, self.paragraph)

    @property
    def snippet(self) -> str:
        """What is shown, as plain text, and with a word of warning where that is due."""
        text = "".join(segment.text for segment in self.segments)
        return f"Unconfirmed: {text}" if self.is_unconfirmed else text


@dataclass(frozen=True)
class ThemeChoice:
    """A theme to filter by: whether it is chosen, and how many articles it would leave."""

    theme: Theme
    is_chosen: bool
    count: int


@dataclass(frozen=True)
class Removal:
    """A theme that is chosen, and the address of the same state without it."""

    theme: Theme
    address: str


@dataclass(frozen=True)
class Exploration:
    """What the explorer found for a form, best first, and how the query was understood.

    ``dossier`` is the one that is being made, if there is one, to which hits can be added.
    """

    form: ExplorerForm
    hits: tuple[Hit, ...]
    also: tuple[entries.FoundEntry, ...]
    choices: tuple[ThemeChoice, ...]
    notices: tuple[str, ...]
    understood: tuple[str, ...]
    suggestion: str | None
    map_articles: tuple[Article, ...]
    dossier: Dossier

    @property
    def count(self) -> int:
        """How many articles were found."""
        return len(self.hits)

    @property
    def subjects(self) -> list[entries.FoundEntry]:
        """The subjects found whose article number is not known."""
        return [found for found in self.also if found.entry.kind == "subject"]

    @property
    def other_entries(self) -> list[entries.FoundEntry]:
        """The themes and mentions found."""
        return [found for found in self.also if found.entry.kind != "subject"]

    @property
    def suggested(self) -> list[tuple[str, str]]:
        """Names and addresses to suggest while somebody types: articles first, then the rest."""
        articles = [(hit.article.heading, hit.url) for hit in self.hits[:MOST_SUGGESTED]]
        others = [(found.entry.name, found.entry.url) for found in self.also[:MOST_SUGGESTED]]
        return [*articles, *others]

    @property
    def removals(self) -> list[Removal]:
        """The chosen themes, each with the link that removes it."""
        return [Removal(theme, self.form.address_without(theme)) for theme in self.form.themes]

    @property
    def suggestion_address(self) -> str:
        """The address of the same state with the suggested words."""
        return self.form.address_with(self.suggestion or "")

    @property
    def nearest_themes(self) -> list[Theme]:
        """The themes most like the words that nothing was found for."""
        themes = {choice.theme.slug: choice.theme for choice in self.choices}
        said = {slug: f"{row.name}. {row.description}" for slug, row in themes.items()}
        near = process.extract(self.form.query.text, said, scorer=fuzz.WRatio, limit=MOST_SUGGESTED)
        return [themes[slug] for _, _, slug in near]

    @property
    def numbers(self) -> set[int]:
        """The numbers of the articles found."""
        return {hit.article.number for hit in self.hits}


def explore(data: QueryDict, digest: str) -> Exploration:
    """Return what the query string asks for, given the digest of the data that is loaded.

    Once the snapshot is warm that takes one database query, or two. If other data is loaded in
    between, so that the parts do not fit together, it is asked again of that data.
    """
    try:
        return explore_version(data, digest)
    except LookupError:
        current = DataVersion.objects.current()
        if current is None or current.digest == digest:
            raise
        return explore_version(data, current.digest)


def explore_version(data: QueryDict, digest: str) -> Exploration:
    """Return what the query string asks for, of one data version."""
    shared = snapshot(digest)
    dossier = being_made(data, digest)
    form = ExplorerForm.read(data, shared.themes, dossier.carried)
    found = answer(form.query, digest)
    kept = {article.number for article in with_themes(found.articles, form.themes)}
    hits = tuple(hit for hit in found.hits if hit.article.number in kept)
    counts = Counter(theme.slug for hit in hits for theme in hit.article.theme_list)
    return Exploration(
        form=form,
        hits=hits,
        also=found.also,
        choices=tuple(
            ThemeChoice(theme, theme in form.themes, counts[theme.slug]) for theme in shared.themes
        ),
        # What is said of articles that the filter leaves out would only puzzle.
        notices=(*notices_of(form), *(found.notices if hits or not found.hits else ())),
        understood=found.understood,
        suggestion=found.suggestion,
        map_articles=shared.map_articles,
        dossier=dossier,
    )


def answer(query: search.Query, digest: str) -> Found:
    """Return what a query alone brings, before any filter."""
    if query.reference:
        return turn_to(query.reference, snapshot(digest))
    if query.is_empty:
        everything = snapshot(digest).articles(treaty.NUMBERS)
        return Found(tuple(Hit(article, plain(article.gist)) for article in everything))
    return look_for(query, digest)


@dataclass(frozen=True)
class Found:
    """What a query alone brought, whichever way it was answered."""

    hits: tuple[Hit, ...]
    also: tuple[entries.FoundEntry, ...] = ()
    notices: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    suggestion: str | None = None

    @property
    def articles(self) -> list[Article]:
        """The articles of the hits."""
        return [hit.article for hit in self.hits]


def turn_to(reference: search.Reference, shared: Snapshot) -> Found:
    """Return the article that a reference names, or say that there is none."""
    understood = (reference.label,)
    if reference.article not in treaty.NUMBERS:
        return Found((), notices=(NO_SUCH_ARTICLE.format(reference.article),))
    article = shared.articles([reference.article])[0]
    if reference.paragraph is None:
        return Found((Hit(article, plain(article.gist), understood),), understood=understood)
    for paragraph in article.paragraphs.all():
        if paragraph.number == reference.paragraph:
            statement = paragraph.statements.all()[0]
            hit = Hit(
                article,
                plain(statement.plain),
                understood,
                paragraph.number,
                not statement.is_reported,
            )
            return Found((hit,), understood=understood)
    for official in article.official_paragraphs.all():
        if official.number == reference.paragraph:
            hit = Hit(
                article,
                plain(official.plain),
                understood,
                official.number,
                official=official.official_text,
            )
            return Found((hit,), understood=understood)
    notice = NO_SUCH_PARAGRAPH.format(reference.label)
    return Found((Hit(article, plain(article.gist), (article.label,)),), notices=(notice,))


def look_for(query: search.Query, digest: str) -> Found:
    """Return the articles, and what else there is, that have what the query looks for."""
    words = search.lexicon(digest)
    findings = search.find(query, words)
    suggestion = findings.plan.suggestion
    if not findings.matches and suggestion is None:
        suggestion = search.nearest(query, words)
    marker = search.Marker.of(findings.plan)
    articles = snapshot(digest).articles([match.article_id for match in findings.matches])
    return Found(
        hits=tuple(
            hit_of(article, match, marker)
            for article, match in zip(articles, findings.matches, strict=True)
        ),
        also=tuple(entries.find_entries(findings.plan, digest)),
        notices=tuple(notices_on(findings)),
        understood=tuple(search.understood(findings.plan)),
        suggestion=suggestion,
    )


def hit_of(article: Article, match: search.Match, marker: search.Marker) -> Hit:
    """Return the article as a hit, with the statement that answers best."""
    why = tuple(search.reasons(match))
    if match.statement is None:
        return Hit(article, marker.segments(article.gist), why)
    field, place = match.statement
    if field == documents.OFFICIAL:
        paragraph: OfficialParagraph = list(article.official_paragraphs.all())[place]
        segments = search.cut(marker.segments(paragraph.plain))
        return Hit(article, segments, why, paragraph.number, official=paragraph.official_text)
    is_reported = field == documents.TEXT
    statement: Statement = documents.statements(article, reported=is_reported)[place]
    segments = search.cut(marker.segments(statement.plain))
    of = statement.paragraph
    return Hit(article, segments, why, of.number if of else None, not is_reported)


def plain(text: str) -> tuple[search.Segment, ...]:
    """Return a text without marks."""
    return (search.Segment(text),)


def notices_on(findings: search.Findings) -> list[str]:
    """Return what the reader should know of how the articles answer the query."""
    notices = []
    if findings.matches and not findings.is_complete:
        notices.append(ONLY_SOME)
    if findings.matches and findings.plan.is_english and not findings.is_in_edition:
        notices.append(NOT_THE_EDITIONS_WORDS.format(findings.query.text))
    return notices


def notices_of(form: ExplorerForm) -> list[str]:
    """Return what the reader should know of how the query string was understood."""
    notices = []
    if form.query.is_cut:
        notices.append(QUERY_WAS_CUT)
    if form.ignored_themes:
        names = ", ".join(f"“{slug}”" for slug in form.ignored_themes)
        notices.append(f"There is no theme {names}; it was ignored.")
    return notices
