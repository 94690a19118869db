"""Finds articles for the explorer: what the page and ``/articles.json`` both show."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from django.http import QueryDict
from rapidfuzz import fuzz, process

from articles import search, treaty
from articles.edition import Edition
from articles.exploring.form import ExplorerForm, explorer_address
from articles.exploring.hits import Hit, answer
from articles.models import Theme
from articles.search.entries import Entry
from articles.selections.selection import Selection, being_made
from articles.treaty.phrases import counted

QUERY_WAS_CUT: Final = (
    f"Your search was shortened to the first {search.MAX_LENGTH} characters and "
    f"{search.MAX_WANTED} words."
)
WHOLE: Final = f"The preamble, {treaty.LAST_ARTICLE} articles and the closing lines, in order"
NONE_SUGGESTED: Final = "No articles found. See other results"
MOST_SUGGESTED: Final = 5

LETTERS: Final = {"ru": re.compile("[\u0400-\u04ff]"), "fa": re.compile("[\u0600-\u06ff]")}
"""The letters by which the languages of queries are told from English."""


@dataclass(frozen=True)
class ThemeChoice:
    """A theme to filter by: whether it is chosen, and how many articles it would leave."""

    theme: Theme
    is_chosen: bool
    count: int

    @property
    def key(self) -> tuple[str, bool, int]:
        """What tells it from every other."""
        return self.theme.slug, self.is_chosen, self.count


@dataclass(frozen=True)
class Exploration:
    """What the explorer found for a form, best first, and how the query was understood.

    ``selection`` is the one that is being made, if there is one, to which hits can be added.
    """

    form: ExplorerForm
    hits: tuple[Hit, ...]
    also: tuple[Entry, ...]
    choices: tuple[ThemeChoice, ...]
    notices: tuple[str, ...]
    understood: tuple[str, ...]
    suggestion: str | None
    selection: Selection

    @property
    def count(self) -> int:
        """How many articles were found."""
        return len(self.hits)

    @property
    def summary(self) -> str:
        """How much there is, in a line."""
        if self.form.is_empty:
            return WHOLE
        if not self.hits:
            return "No results"
        return counted(self.count, "result") + (", best first" if self.form.query.wanted else "")

    @property
    def read_as(self) -> str:
        """How the words were understood, in a line; empty where nothing is to be said of it."""
        return " · ".join(self.understood)

    @property
    def numbers(self) -> set[int]:
        """The numbers of the articles found."""
        return {hit.article.number for hit in self.hits}

    @property
    def notice(self) -> str | None:
        """What the reader should know, in one text; of what finds nothing, that it does."""
        return " ".join(self.notices) or (None if self.hits else self.nothing_found)

    @property
    def suggested(self) -> list[tuple[str, str]]:
        """Names and addresses to suggest while somebody types: articles first, then the rest."""
        articles = [(hit.article.heading, hit.place.url) for hit in self.hits[:MOST_SUGGESTED]]
        others = [(entry.name, entry.url) for entry in self.also[:MOST_SUGGESTED]]
        return [*articles, *others]

    @property
    def all_results(self) -> str:
        """What the link from the suggestions to the page is called."""
        return f"All {counted(self.count, 'result')}" if self.hits else NONE_SUGGESTED

    @property
    def nothing_found(self) -> str:
        """That nothing was found, and for what."""
        themes, text = self.form.themes, self.form.query.text
        if text:
            return f"No article in this edition mentions “{text}”" + (
                " within the themes you chose." if themes else "."
            )
        return "No article has all of these themes."

    @property
    def removals(self) -> list[tuple[str, str, Theme | None]]:
        """What is asked for, words or a theme: name, address without it, and the theme."""
        text, chosen = self.form.query.text, self.form.themes
        rest = {theme: [row for row in chosen if row != theme] for theme in chosen}
        return [
            *([(f"“{text}”", explorer_address("", chosen), None)] if text else []),
            *((row.name, explorer_address(text, others), row) for row, others in rest.items()),
        ]

    @property
    def suggestion_language(self) -> str:
        """The language of the suggested words by their letters, if that is not English."""
        said = self.suggestion or ""
        return next((code for code, letters in LETTERS.items() if letters.search(said)), "")

    @property
    def suggestion_address(self) -> str:
        """The address of the same state with the suggested words."""
        return explorer_address(self.suggestion or "", self.form.themes)

    @property
    def nearest_themes(self) -> list[Theme]:
        """The themes most like the words that nothing was found for."""
        themes = {choice.theme.slug: choice.theme for choice in self.choices}
        said = {slug: f"{row.name}. {row.description}" for slug, row in themes.items()}
        near = process.extract(self.form.query.text, said, scorer=fuzz.WRatio, limit=MOST_SUGGESTED)
        return [themes[slug] for _, _, slug in near]


def explore(data: QueryDict, edition: Edition) -> Exploration:
    """Return what the query string asks for.

    Words that are looked for take one database query, or two; all else takes none.
    """
    selection = being_made(data, edition)
    form = ExplorerForm.read(data, edition.themes)
    found = answer(form.query, edition)
    kept = {article.number for article in edition.with_themes(form.themes)}
    shown = [hit for hit in found.hits if hit.article.number in kept]
    hits = tuple(replace(hit, words=form.words) for hit in shown) if form.words else tuple(shown)
    counts = Counter(theme.slug for hit in hits for theme in hit.article.theme_list)
    return Exploration(
        form=form,
        hits=hits,
        also=found.also,
        choices=tuple(
            ThemeChoice(theme, theme in form.themes, counts[theme.slug]) for theme in edition.themes
        ),
        # What is said of articles that the filter leaves out would only puzzle.
        notices=(*notices_of(form), *(found.notices if hits or not found.hits else ())),
        understood=found.understood,
        suggestion=found.suggestion,
        selection=selection,
    )


def notices_of(form: ExplorerForm) -> list[str]:
    """Return what the reader should know of how the query string was understood."""
    notices = []
    if form.query.is_cut:
        notices.append(QUERY_WAS_CUT)
    if form.ignored_themes:
        names = ", ".join(f"“{slug}”" for slug in form.ignored_themes)
        notices.append(f"There is no theme {names}; it was ignored.")
    return notices
