"""What a state of the explorer says of itself where its address is sent: title and description."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import Final

from articles.exploring.exploration import Exploration
from articles.heads.single_pages import TREATY
from articles.reading.article_page import DESCRIPTION_LENGTH
from articles.treaty.phrases import counted

NOTHING: Final = f"No article of {TREATY} was found for this. The page says what comes nearest."

ROOM_FOR_MORE: Final = len("; and 48 more")


def title(exploration: Exploration) -> str:
    """Return what the state is called, and how much it shows: ``“caspian” – 2 articles``."""
    form = exploration.form
    return form.title if form.is_empty else f"{form.title} – {amount(exploration)}"


def amount(exploration: Exploration) -> str:
    """Return how much was found: ``2 articles``."""
    return counted(exploration.count or "no", "article")


def description(exploration: Exploration) -> str:
    """Return a sentence that names what was found, best first; empty where nothing was asked."""
    if exploration.form.is_empty:
        return ""
    if exploration.count:
        names = [hit.article.heading for hit in exploration.hits]
        return named(f"{amount(exploration)} found: ", names)
    return NOTHING


def named(opening: str, names: list[str]) -> str:
    """Return as many of the names as a description has room for, and how many more there are.

    The first is named in any case: no title is as long as a description.
    """
    room = DESCRIPTION_LENGTH - len(opening) - ROOM_FOR_MORE
    lengths = accumulate(len(f"; {name}") for name in names)
    fitting = max(1, sum(1 for _ in takewhile(lambda length: length <= room, lengths)))
    left = len(names) - fitting
    return opening + "; ".join([*names[:fitting], *([f"and {left} more"] if left else [])]) + "."
