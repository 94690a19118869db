"""What the explorer is asked by a query string. Whatever that holds, the form makes sense of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.http import QueryDict

from articles import search
from articles.models import Theme
from articles.treaty.addresses import page_url, query_string

MAX_IGNORED: Final = 3
"""Unknown themes that are named to the reader; a longer list would only repeat itself."""

MAX_IGNORED_LENGTH: Final = 40
"""Characters shown of an unknown theme."""


def read_query(data: QueryDict) -> search.Query:
    """Read ``q`` of a query string."""
    return search.parse(data.get("q", ""))


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
    def chosen(self) -> str:
        """How many themes are chosen, if any are: ``(2 chosen)``."""
        return f"({len(self.themes)} chosen)" if self.themes else ""

    @property
    def words(self) -> str:
        """The words that an article's page should mark, if any were looked for."""
        return self.query.text if self.query.wanted else ""

    @property
    def address(self) -> str:
        """The one address of this state of the explorer."""
        return explorer_address(self.query.text, self.themes)

    @property
    def address_without_themes(self) -> str:
        """The address of the same words among all articles."""
        return explorer_address(self.query.text, ())


def explorer_address(text: str, themes: Sequence[Theme]) -> str:
    """Return the address of a state of the explorer."""
    named = [("theme", theme.slug) for theme in themes]
    return page_url("explorer") + query_string([("q", text), *named])
