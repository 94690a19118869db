"""Which official texts a reader has chosen to see beside our own: ``lang`` of the query string."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    def notice(self) -> str:
        """What is said of names for which there is no text; empty if there are none."""
        named = ", ".join(f"“{name}”" for name in self.ignored)
        return f"There is no official text {named} here." if named else ""

    @property
    def choices(self) -> list[TextChoice]:
        """The texts, each with the query string that shows it too, or no longer.

        There is none for the only one that is shown, since one always is; and without another
        there is nothing to choose.
        """
        rows = self.available if len(self.available) > 1 else ()
        return [TextChoice(row, row in self.chosen, self.query_with(row)) for row in rows]

    @property
    def by_language(self) -> dict[str, str]:
        """The query string that shows the first text of each language, and no other."""
        firsts = {row.language: row for row in reversed(self.available)}
        return {code: replace(self, chosen=(row,)).query for code, row in reversed(firsts.items())}

    def query_with(self, row: OfficialText) -> str:
        """Return the query string of the same texts with one more, or with one less."""
        others = [text for text in self.chosen if text != row]
        shown = others if row in self.chosen else [*self.chosen, row]
        return query_string([("lang", ",".join(text.slug for text in shown))])


@dataclass(frozen=True)
class TextChoice:
    """An official text to show or not, and the query string that changes that, if any does."""

    text: OfficialText
    is_chosen: bool
    query: str

    @property
    def what(self) -> str:
        """What the link does, or that there is none since the text is the only one shown."""
        if not self.query:
            return "Shown:"
        return "Remove" if self.is_chosen else "Add"

    @property
    def sign(self) -> str:
        """What shows the eye whether the text is chosen."""
        return "✓" if self.is_chosen else "+"
