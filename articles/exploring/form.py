"""What the explorer is asked by a query string. Whatever that holds, the form makes sense of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.http import QueryDict

from articles import search
from articles.exploring.filters import STRENGTH, THEME, Filter, Match
from articles.treaty.addresses import page_url, query_string

MAX_IGNORED: Final = 3
"""Unknown values of a parameter that are named to the reader; more would only repeat it."""

MAX_IGNORED_LENGTH: Final = 40
"""Characters shown of an unknown value."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class ExplorerForm:
    """What the explorer is asked: a query, filters, and how they combine. No string is an error.

    Not a ``django.forms.Form``: there is nothing that could be invalid, nothing is bound or
    rendered as a widget, and every value has one meaning. ``ignored`` are the pairs that mean
    nothing.
    """

    query: search.Query
    filters: tuple[Filter, ...] = ()
    match: Match = Match.ANY
    ignored: tuple[Pair, ...] = ()

    @classmethod
    def read(cls, data: QueryDict, all_filters: Sequence[Filter]) -> Self:
        """Read ``q``, ``match``, and every ``theme`` and ``strength``, given all there are.

        ``words=1`` asks for the words of ``q``, even where it is a reference.
        Where an address does not say how they match, all must. With fewer than two there is
        nothing to match yet; whoever ticks a second is offered articles that have either.
        """
        asked = {(name, value) for name in (THEME, STRENGTH) for value in data.getlist(name)}
        rows = tuple(row for row in all_filters if row.pair in asked)
        match = data.get("match", "")
        unknown = sorted(asked - {row.pair for row in all_filters})
        if match not in [*Match]:
            unknown.append(("match", match))
            match = usual(rows)
        return cls(
            query=search.parse(data.get("q", ""), is_words_only=data.get("words") == "1"),
            filters=rows,
            match=Match(match),
            ignored=tuple(first_of(pair for pair in unknown if pair[1])),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the list of articles."""
        return self.query.is_empty and not self.filters

    @property
    def names(self) -> str:
        """The names of the filters: ``Energy, or Sanctions``."""
        *others, last = [row.name for row in self.filters] or [""]
        return f"{', '.join(others)}{self.match.joined}{last}" if others else last

    @property
    def title(self) -> str:
        """What the state is called: its words and its filters."""
        words = f"“{self.query.text}”" if self.query.text else ""
        return " · ".join(filter(None, [words, self.names])) or "Articles"

    @property
    def heading(self) -> str:
        """The question as a heading: the words, or else the filters."""
        return self.query.text or self.names or "All articles"

    @property
    def chosen(self) -> str:
        """How many filters are chosen, if any are: ``(2 chosen)``."""
        return chosen(self.filters)

    @property
    def strengths_chosen(self) -> str:
        """How many legal strengths are chosen among them, if any are."""
        return chosen(self.strengths)

    @property
    def asked(self) -> tuple[Pair, ...]:
        """What the address of an article that was found takes along, if words were looked for."""
        return tuple(self.pairs(self.query.text, self.filters)) if self.query.wanted else ()

    @property
    def strengths(self) -> frozenset[str]:
        """The legal strengths that are chosen."""
        return frozenset(row.value for row in self.filters if row.parameter == STRENGTH)

    @property
    def address(self) -> str:
        """The one address of this state of the explorer."""
        return self.address_of(self.query.typed, self.filters)

    @property
    def address_without_filters(self) -> str:
        """The address of the same words among all articles."""
        return self.address_of(self.query.typed, ())

    def address_of(self, text: str, filters: Sequence[Filter]) -> str:
        """Return the address of other words and filters, matched in the same way."""
        return explorer_address(self.pairs(text, filters))

    def pairs(self, text: str, filters: Sequence[Filter]) -> list[Pair]:
        """Return the parameters of an address, some of which may be empty."""
        match = "" if self.match == usual(filters) else self.match
        words = "1" if self.query.is_words_only and text == self.query.text else ""
        return [("q", text), *(row.pair for row in filters), ("match", match), ("words", words)]


def chosen(rows: Collection[object]) -> str:
    """Return how many are chosen, if any are: ``(2 chosen)``."""
    return f"({len(rows)} chosen)" if rows else ""


def usual(filters: Sequence[Filter]) -> Match:
    """Return how filters match where an address does not say it."""
    return Match.ALL if len(filters) > 1 else Match.ANY


def first_of(unknown: Iterable[Pair]) -> Iterable[Pair]:
    """Yield the first few values of each parameter, shortened."""
    seen: list[str] = []
    for name, value in unknown:
        seen.append(name)
        if seen.count(name) <= MAX_IGNORED:
            yield name, value[:MAX_IGNORED_LENGTH]


def explorer_address(pairs: Iterable[Pair]) -> str:
    """Return the address of a state of the explorer, given its parameters."""
    return page_url("explorer") + query_string(pairs)
