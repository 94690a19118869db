"""What stands on a card, before anything is said of where and how large."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from articles.cards.lettering import fonts_digest

HERE: Final = Path(__file__).parent

DRAWN_WITH: Final = ("pillow", "arabic-reshaper", "python-bidi")
"""The packages on which it depends how the same card looks."""


@cache
def design_digest() -> str:
    """Return the SHA-256 of how cards are set and drawn: of this package and those it uses.

    A comment that changes draws every card anew, too. That takes seconds; a version to be raised
    by hand would be forgotten.
    """
    digest = hashlib.sha256("".join(map(version, DRAWN_WITH)).encode())
    for file in sorted(HERE.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


class Kind(StrEnum):
    """What a card stands for; the looks of its words depend on it."""

    SITE = "site"
    THEME = "theme"
    QUESTION = "question"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class Face:
    """The words on a card and what it marks; ``language`` is that of all but ``theme``.

    ``theme`` is named above with the swatch of its ``family``, from 1; ``tag`` says
    how a paragraph binds. ``heading`` says what the link leads to, ``subject`` what that deals
    with, ``body`` what it says. ``foot`` names the treaty and ``whose`` words these are. ``lit``
    are the articles to mark among all of them. ``families`` are those of all articles, for a map of
    the treaty; only the card of the site has it.
    """

    name: str
    kind: Kind
    heading: str
    foot: str
    whose: str
    subject: str = ""
    body: str = ""
    theme: str = ""
    family: int = 0
    tag: str = ""
    language: str = "en"
    lit: tuple[int, ...] = ()
    families: tuple[int, ...] = ()

    @property
    def drawn_from(self) -> str:
        """The SHA-256 of all that the picture is made of: words, colours, measures and fonts."""
        made_of = [design_digest(), fonts_digest(), asdict(self)]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
