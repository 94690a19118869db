"""What a reference manager is told of what is cited: one entry, whatever the form of the file.

No program has a field for a provision, or for whose words an address shows, that every style
prints: both stand in the title, which every style prints. The title names the parties, so they
are no authors as well: styles would print them twice, and the guides do not (AGLC 8.2). What all
this prints in which program is in ``tests/citations/printed/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles import treaty
from articles.citations.pinpoint import KEY, Pinpoint
from articles.citations.wording import SHOWN, SPELT, day_first
from articles.models import OfficialText
from articles.treaty import places

OFFICIAL: Final = "official text: {}"
IN_FORCE: Final = f"In force since {day_first(treaty.IN_FORCE)}"
SIGNED: Final = f"Signed at {treaty.SIGNED_AT} on {day_first(treaty.SIGNED)}"
AS_TREATY: Final = "Type: treaty"
"""Zotero knows no treaties: it cites as one what says so in the field that it calls Extra."""


@dataclass(frozen=True)
class Entry:
    """The treaty with the provisions that are cited, and the address at which all can be read.

    ``after_title`` names them, and whose words the address shows; ``after_short_title`` names them
    too, and an official text: two entries with the same would be 2025a and 2025b. ``accessed`` is
    the day on which the file was made: the text at an address may be corrected later, and OSCOLA,
    Harvard and others print that day, so it is worth that the file changes from day to day.
    ``annotation`` is for those who look into the file, not for print: where the words come from,
    and the content hash.
    """

    key: str
    after_title: str
    after_short_title: str
    url: str
    accessed: date | None = None
    annotation: str = ""

    @property
    def title(self) -> str:
        """The treaty's title with all that is said after it."""
        return treaty.TITLE + self.after_title

    @property
    def short_title(self) -> str:
        """The same in short."""
        return treaty.SHORT_TITLE + self.after_short_title


def entry(pinpoints: Sequence[Pinpoint], url: str = "", annotation: str = "") -> Entry:
    """Return the entry of what is cited: one, also of a selection, which has its own ``url``."""
    first = pinpoints[0]
    key = "+".join(dict.fromkeys(pinpoint.key for pinpoint in pinpoints))
    return Entry(
        key=key.replace(f"+{KEY}-", "+"),
        after_title=cited(pinpoints) + bracketed(map(whose, pinpoints)),
        after_short_title=cited(pinpoints) + bracketed(languages(pinpoints)),
        url=url or first.url,
        accessed=first.accessed,
        annotation=on_one_line(annotation),
    )


def cited(pinpoints: Sequence[Pinpoint]) -> str:
    """Return the provisions, to stand after the title; nothing for the whole treaty."""
    if len(pinpoints) == 1:
        return SPELT.of(pinpoints[0], ", ")
    named = dict.fromkeys(pinpoint.cited for pinpoint in pinpoints if pinpoint.cited)
    return f", {places.spoken(named, most=None)}"


def whose(pinpoint: Pinpoint) -> str:
    """Return whose words the address shows: ``restated in plain English``."""
    return OFFICIAL.format(pinpoint.text_name) if pinpoint.is_official else SHOWN


def languages(pinpoints: Iterable[Pinpoint]) -> Iterator[str]:
    """Yield the languages of the official texts that the address shows."""
    for pinpoint in pinpoints:
        if pinpoint.is_official:
            yield OfficialText.Language(pinpoint.text_language).label


def bracketed(names: Iterable[str]) -> str:
    """Return each name once, all in brackets, to stand after a title; nothing if there is none."""
    each = "; ".join(dict.fromkeys(names))
    return f" ({on_one_line(each)})" if each else ""


def on_one_line(text: str) -> str:
    """Return a text that no line break in a name can turn into a field of its own."""
    return " ".join(text.split())
