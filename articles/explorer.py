"""Finds articles for the explorer: what the page and ``/articles.json`` both show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from articles import search
from articles.forms import ExplorerForm
from articles.models import Article, Paragraph, Theme

QUERY_WAS_CUT: Final = (
    f"The query was long: only its first {search.MAX_LENGTH} characters were searched."
)


@dataclass(frozen=True)
class Hit:
    """An article that was found, the part of it to show, and why it was found."""

    article: Article
    excerpt: search.Excerpt
    why: tuple[str, ...]

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph that the excerpt comes from, if it comes from one."""
        return self.excerpt.paragraph

    @property
    def url(self) -> str:
        """The address of that paragraph, or else of the article."""
        return (self.paragraph or self.article).get_absolute_url()


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
    """What the explorer found for a form, best first."""

    form: ExplorerForm
    hits: tuple[Hit, ...]
    choices: tuple[ThemeChoice, ...]
    notices: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many articles were found."""
        return len(self.hits)

    @property
    def removals(self) -> list[Removal]:
        """The chosen themes, each with the link that removes it."""
        return [Removal(theme, self.form.address_without(theme)) for theme in self.form.themes]

    @property
    def numbers(self) -> set[int]:
        """The numbers of the articles found."""
        return {hit.article.number for hit in self.hits}


def explore(data: QueryDict) -> Exploration:
    """Return what the query string asks for, in at most five database queries."""
    themes = list(Theme.objects.all())
    form = ExplorerForm.read(data, themes)
    articles = Article.objects.with_themes(form.themes).with_theme_list()
    if form.query.clauses:
        articles = articles.with_text()
    found = list(articles.search(form.query))
    notices = notices_of(form)
    if found and not found[0].is_complete:
        notices.append("No article has all of these words. These have some of them.")
    counts = Counter(theme.slug for article in found for theme in article.theme_list)
    return Exploration(
        form=form,
        hits=tuple(hit(article, form.query) for article in found),
        choices=tuple(
            ThemeChoice(theme, theme in form.themes, counts[theme.slug]) for theme in themes
        ),
        notices=tuple(notices),
    )


def hit(article: Article, query: search.Query) -> Hit:
    """Return the article as a hit of the query."""
    if not query.clauses:
        return Hit(article, search.Excerpt((search.Segment(article.gist),)), ())
    return Hit(article, search.excerpt(article, query), tuple(search.reasons(article, query)))


def notices_of(form: ExplorerForm) -> list[str]:
    """Return what the reader should know of how the query string was understood."""
    notices = []
    if form.query.is_cut:
        notices.append(QUERY_WAS_CUT)
    if form.ignored_themes:
        names = ", ".join(f"“{slug}”" for slug in form.ignored_themes)
        notices.append(f"There is no theme {names}; it was ignored.")
    return notices
