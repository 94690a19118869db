"""The only reader of the query string. Whatever that holds, the form makes sense of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from articles import search
from articles.models import OfficialText, Theme

MAX_IGNORED: Final = 3
"""Unknown themes that are named to the reader; a longer list would only repeat itself."""

MAX_IGNORED_LENGTH: Final = 40
"""Characters shown of an unknown theme."""


def read_query(data: QueryDict) -> search.Query:
    """Read ``q`` of a query string."""
    return search.parse(data.get("q", ""))


Pairs = tuple[tuple[str, str], ...]
"""Names and values of a query string."""


def query_string(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the query string of those pairs that have a value, or nothing; commas stay."""
    given = [(name, value) for name, value in pairs if value]
    return f"?{urlencode(given, safe=',')}" if given else ""


def without(data: QueryDict, *names: str) -> str:
    """Return a query string without the values of some names."""
    kept = [(name, value) for name, values in data.lists() for value in values]
    return query_string(pair for pair in kept if pair[0] not in names)


@dataclass(frozen=True)
class TextsForm:
    """Which official texts to show beside one another; no query string is an error.

    ``lang`` names languages or texts, with commas: ``fa``, ``en,fa``, ``en-2``. A language means
    its first text. Without it the first text of all is shown; ``ignored`` names what there is
    no text for.
    """

    available: tuple[OfficialText, ...]
    chosen: tuple[OfficialText, ...]
    ignored: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: QueryDict, available: Sequence[OfficialText]) -> Self:
        """Read ``lang`` of a query string, given the official texts that are loaded."""
        named = [
            part.strip().lower() for value in data.getlist("lang") for part in value.split(",")
        ]
        asked = list(dict.fromkeys(name for name in named if name))
        by_name = {row.language: row for row in reversed(available)}
        by_name |= {row.slug: row for row in available}
        chosen = dict.fromkeys(by_name[name] for name in asked if name in by_name)
        unknown = [name[:MAX_IGNORED_LENGTH] for name in asked if name not in by_name]
        return cls(
            tuple(available),
            tuple(chosen) or tuple(available[:1]),
            tuple(unknown[:MAX_IGNORED]) if available else (),
        )

    @property
    def value(self) -> str:
        """What ``lang`` is for these texts; empty for those shown without it."""
        if self.chosen == self.available[:1]:
            return ""
        return ",".join(text.slug for text in self.chosen)

    @property
    def query(self) -> str:
        """The query string that shows the same texts; empty for those shown without it."""
        return f"?lang={self.value}" if self.value else ""

    @property
    def choices(self) -> list[TextChoice]:
        """The texts, each with the query string that shows it too, or no longer."""
        return [TextChoice(row, row in self.chosen, self.query_with(row)) for row in self.available]

    def query_with(self, row: OfficialText) -> str:
        """Return the query string of the same texts with one more, or with one less.

        That is nothing for the only one that is shown, since one always is.
        """
        others = [text for text in self.chosen if text != row]
        shown = others if row in self.chosen else [*self.chosen, row]
        return query_string([("lang", ",".join(text.slug for text in shown))])


@dataclass(frozen=True)
class TextChoice:
    """An official text to show or not, and the query string that changes that, if any does."""

    text: OfficialText
    is_chosen: bool
    query: str


@dataclass(frozen=True)
class ExplorerForm:
    """What the explorer is asked: a query and themes. No query string is an error.

    Not a ``django.forms.Form``: there is nothing that could be invalid, nothing is bound or
    rendered as a widget, and every value has one meaning.
    """

    query: search.Query
    themes: tuple[Theme, ...] = ()
    ignored_themes: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: QueryDict, all_themes: Sequence[Theme]) -> Self:
        """Read ``q`` and every ``theme`` of a query string, given all the themes there are."""
        asked = {slug for slug in data.getlist("theme") if slug}
        unknown = sorted(asked - {theme.slug for theme in all_themes})
        return cls(
            query=read_query(data),
            themes=tuple(theme for theme in all_themes if theme.slug in asked),
            ignored_themes=tuple(slug[:MAX_IGNORED_LENGTH] for slug in unknown[:MAX_IGNORED]),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the list of articles."""
        return self.query.is_empty and not self.themes

    @property
    def title(self) -> str:
        """What the state is called: its words and its themes."""
        words = [f"“{self.query.text}”"] if self.query.text else []
        themes = ", ".join(theme.name for theme in self.themes)
        return " · ".join([*words, *([themes] if themes else [])]) or "Articles"

    @property
    def words_carried(self) -> str:
        """The query string that takes the words along to an article, to be marked there."""
        words = self.query.text if self.query.wanted else ""
        return query_string([("q", words)])

    @property
    def address(self) -> str:
        """The one address of this state of the explorer."""
        return explorer_address(self.query.text, self.themes)

    @property
    def address_without_query(self) -> str:
        """The address of the same state without the words."""
        return explorer_address("", self.themes)

    @property
    def address_without_themes(self) -> str:
        """The address of the same words among all articles."""
        return explorer_address(self.query.text, ())

    @property
    def address_without_all(self) -> str:
        """The address of all articles."""
        return explorer_address("", ())

    def address_with(self, text: str) -> str:
        """Return the address of the same state with other words."""
        return explorer_address(text, self.themes)

    def address_without(self, theme: Theme) -> str:
        """Return the address of the same state without one of its themes."""
        others = [kept for kept in self.themes if kept != theme]
        return explorer_address(self.query.text, others)


def explorer_address(text: str, themes: Sequence[Theme]) -> str:
    """Return the address of a state of the explorer."""
    named = [("theme", theme.slug) for theme in themes]
    return reverse("explorer") + query_string([("q", text), *named])
