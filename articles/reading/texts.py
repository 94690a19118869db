"""Which official texts a reader has chosen to see beside our own: ``lang`` of the query string."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.http import QueryDict

from articles.models import OfficialText
from articles.treaty.addresses import query_string

MAX_IGNORED: Final = 3
"""Unknown texts that are named to the reader; a longer list would only repeat itself."""

MAX_IGNORED_LENGTH: Final = 40
"""Characters shown of an unknown text."""


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
    def whose(self) -> str:
        """Whose words a page with these texts has, in a line; empty if there are none to choose."""
        names = "; ".join(text.name for text in self.chosen)
        return f"Official text: {names}, and our own words, not the treaty's" if names else ""

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
