"""Finds articles for the explorer: what the page and ``/articles.json`` both show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from django.http import QueryDict
from rapidfuzz import fuzz, process

from articles import search, treaty
from articles.edition import Edition
from articles.exploring.filters import (
    NOUNS,
    STRENGTH,
    THEME,
    Filter,
    Match,
    Offer,
    filters,
    left_by,
)
from articles.exploring.form import ExplorerForm
from articles.exploring.hits import Found, Hit, answer, at_strength
from articles.models import Question, Theme
from articles.search.entries import Entry
from articles.selections.selection import Selection, being_made
from articles.treaty.phrases import counted

QUERY_WAS_CUT: Final = f"Your search was shortened to its first {search.MAX_WANTED} words."
PASTE_WAS_CUT: Final = f"Only the first {search.MAX_PASTE:,} characters of your text were read."
WHOLE: Final = f"The preamble, {treaty.LAST_ARTICLE} articles and the closing lines, in order"
NONE_SUGGESTED: Final = "No articles found. See other results"
MOST_SUGGESTED: Final = 5

LETTERS: Final = {"ru": re.compile("[\u0400-\u04ff]"), "fa": re.compile("[\u0600-\u06ff]")}
"""The letters by which the languages of queries are told from English."""


@dataclass(frozen=True)
class Group:
    """The articles that have one of several filters, where none has all of them."""

    filter: Filter
    hits: tuple[Hit, ...]

    @property
    def line(self) -> str:
        """``Energy and nuclear power: 22, 23``."""
        numbers = [hit.article.number for hit in self.hits]
        said = [treaty.NAMED.get(number, str(number)) for number in numbers]
        return f"{self.filter.name}: {', '.join(said) or 'none'}"


@dataclass(frozen=True)
class Exploration:
    """What the explorer found for a form, and how the query was understood.

    ``selection`` is the one that is being made, if there is one, to which hits can be added. Each
    part is worked out when it is asked for.
    """

    edition: Edition
    form: ExplorerForm
    selection: Selection

    @cached_property
    def found(self) -> Found:
        """What the query brings before any filter.

        Words that are looked for take one database query, or two; all else takes none.
        """
        return answer(self.form.query, self.edition)

    @cached_property
    def searched(self) -> list[int]:
        """The numbers of the articles that the query brings before any filter."""
        return [hit.article.number for hit in self.found.hits]

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The articles found, best first."""
        numbers = left_by(self.searched, self.form.filters, self.form.match)
        return hits_of(self.found, numbers, self.form)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The articles that have one of several filters, where none has all."""
        return () if self.hits else tuple(groups(self.form, self.searched, self.found))

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Every filter, with how many articles there would be if it were ticked now."""
        return tuple(offers(self.form, self.searched, self.edition))

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What the reader should know of how the query was understood, and of what was found."""
        # What is said of articles that the filter leaves out would only puzzle.
        is_shown = self.hits or not self.found.hits
        return (*notices_of(self.form), *(self.found.notices if is_shown else ()))

    @cached_property
    def also(self) -> tuple[Entry, ...]:
        """What else was found."""
        return tuple(self.found.also())

    @cached_property
    def question(self) -> Question | None:
        """The question that was asked, if the edition answers it.

        Within filters one looks for articles, not for an answer.
        """
        return None if self.form.filters else self.found.question()

    @property
    def first(self) -> tuple[Entry, ...]:
        """What was asked of the site itself, which stands ahead of all, after the ``lead``."""
        return () if self.form.filters else self.found.first

    @property
    def lead(self) -> str:
        """What stands ahead of that."""
        return "" if self.form.filters else self.found.lead

    @property
    def understood(self) -> tuple[str, ...]:
        """How the words were read where they were not taken as they stand."""
        return self.found.understood

    @property
    def suggestion(self) -> str | None:
        """The likelier words."""
        return self.found.suggestion

    @property
    def count(self) -> int:
        """How many articles were found."""
        return len(self.hits)

    @property
    def summary(self) -> str:
        """How much there is, in a line."""
        if self.form.is_empty:
            return WHOLE
        best = ", best first" if self.form.query.wanted and self.count > 1 else ""
        return counted(self.count or "No", "article") + best

    @property
    def to_results(self) -> str:
        """What the link from the filters to what they leave is called."""
        return f"Show {counted(self.count, 'result')}" if self.hits else "Show what comes nearest"

    @property
    def themes(self) -> list[Offer]:
        """The themes that are offered as filters."""
        return [row for row in self.offers if row.filter.parameter == THEME]

    @property
    def strengths(self) -> list[Offer]:
        """The legal strengths that are offered as filters."""
        return [row for row in self.offers if row.filter.parameter == STRENGTH]

    @property
    def read_as(self) -> str:
        """How the words were understood, in a line; empty where nothing is to be said of it."""
        return " · ".join(self.understood)

    @property
    def numbers(self) -> set[int]:
        """The numbers of the articles found."""
        grouped = (hit for group in self.groups for hit in group.hits)
        return {hit.article.number for hit in (*self.hits, *grouped)}

    @property
    def where(self) -> str:
        """What the strip that marks them is called."""
        return f"Where these stand in the treaty ({len(self.numbers)} of {len(treaty.NUMBERS)})"

    @property
    def notice(self) -> str | None:
        """What the reader should know, in one text; of what finds nothing, that it does."""
        said = " ".join(filter(None, [self.lead, *self.notices]))
        return said or (None if self.hits or self.first else self.nothing_found)

    @property
    def suggested(self) -> list[tuple[str, str]]:
        """Names and addresses to suggest while somebody types.

        What is asked of the site itself, a question, articles, the rest.
        """
        first = [(entry.name, entry.url) for entry in self.first]
        asked = [(str(row), row.get_absolute_url()) for row in (self.question,) if row]
        articles = [(hit.heading, hit.place.url) for hit in self.hits[:MOST_SUGGESTED]]
        others = [(entry.name, entry.url) for entry in self.also[:MOST_SUGGESTED]]
        return [*first, *asked, *articles, *others]

    @property
    def all_results(self) -> str:
        """What the link from the suggestions to the page is called."""
        return f"All {counted(self.count, 'result')}" if self.hits else NONE_SUGGESTED

    @property
    def nothing_found(self) -> str:
        """That nothing was found, and for what; then what each filter alone would leave."""
        text, chosen = self.form.query.text, self.form.filters
        among = f" found for “{text}”" if text else ""
        if self.groups:
            each = " ".join(f"{group.line}." for group in self.groups)
            return f"No article{among} has {both(chosen)}. {each}"
        if text:
            within = " within the filters you chose." if chosen else "."
            return f"No article in this edition mentions “{text}”{within}"
        return f"No article has {both(chosen)}."

    @property
    def removals(self) -> list[tuple[str, str, Theme | None]]:
        """What is asked for, words or a filter: name, address without it, and the theme.

        Words alone are not among them: they stand in the box.
        """
        form = self.form
        text, chosen = form.query.text, form.filters
        typed = form.query.typed
        if not chosen:
            return []
        rest = [(row, [other for other in chosen if other != row]) for row in chosen]
        return [
            *([(f"“{text}”", form.address_of("", chosen), None)] if text else []),
            *((row.name, form.address_of(typed, others), row.theme) for row, others in rest),
        ]

    @property
    def suggestion_said(self) -> tuple[str, str]:
        """What stands before the suggested words, and after them."""
        is_quoted = any(clause.is_quoted for clause in self.form.query.clauses)
        if is_quoted and "“" not in (self.suggestion or ""):
            return "Search without the quotation marks:", ""
        return ("Showing results for", "") if self.hits else ("Did you mean", "?")

    @property
    def suggestion_language(self) -> str:
        """The language of the suggested words by their letters, if that is not English."""
        said = self.suggestion or ""
        return next((code for code, letters in LETTERS.items() if letters.search(said)), "")

    @property
    def suggestion_address(self) -> str:
        """The address of the same state with the suggested words."""
        return self.form.address_of(self.suggestion or "", self.form.filters)

    @property
    def nearest_themes(self) -> list[Theme]:
        """The themes most like the words that nothing was found for."""
        themes = [row.filter.theme for row in self.themes if row.filter.theme]
        said = {row: f"{row.name}. {row.description}" for row in themes}
        near = process.extract(self.form.query.text, said, scorer=fuzz.WRatio, limit=MOST_SUGGESTED)
        return [theme for _, _, theme in near]


def both(chosen: Sequence[Filter]) -> str:
    """Return what several filters, or one, are called together."""
    return {1: chosen[0].name, 2: "both"}.get(len(chosen), "all of these")


def explore(data: QueryDict, edition: Edition) -> Exploration:
    """Return what the query string asks for."""
    form = ExplorerForm.read(data, filters(edition))
    return Exploration(edition, form, being_made(data, edition))


def hits_of(found: Found, numbers: Collection[int], form: ExplorerForm) -> tuple[Hit, ...]:
    """Return the hits of some articles as they are shown for a form."""
    shown = [hit for hit in found.hits if hit.article.number in numbers]
    if form.strengths:
        shown = [at_strength(hit, form.strengths) for hit in shown]
    return tuple(replace(hit, asked=form.asked) for hit in shown) if form.asked else tuple(shown)


def offers(form: ExplorerForm, searched: Collection[int], edition: Edition) -> Iterator[Offer]:
    """Yield every filter, with how many articles there would be if it were ticked now."""
    for row in filters(edition):
        chosen = {*form.filters, row}
        count = len(left_by(searched, chosen, form.match))
        yield Offer(row, row in form.filters, count, has_others=len(chosen) > 1)


def groups(form: ExplorerForm, searched: Collection[int], found: Found) -> Iterator[Group]:
    """Yield what each of several filters leaves alone, if any of them leaves anything."""
    each = {row: left_by(searched, [row], form.match) for row in form.filters}
    if form.match is Match.ANY or not any(each.values()):
        return
    for row, numbers in each.items():
        hits = hits_of(found, numbers, replace(form, filters=(row,)))
        yield Group(row, tuple(replace(hit, group=row.value) for hit in hits))


def notices_of(form: ExplorerForm) -> list[str]:
    """Return what the reader should know of how the query string was understood."""
    query = form.query
    was_cut = PASTE_WAS_CUT if query.paste else QUERY_WAS_CUT
    notices = [was_cut] if query.is_cut else []
    for name, noun in NOUNS.items():
        values = ", ".join(f"“{value}”" for parameter, value in form.ignored if parameter == name)
        if values:
            notices.append(f"There is no {noun} {values}; it was ignored.")
    return notices
