"""The stems of a text that tell, each with a word that has it, also as a line of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern

from articles.search.analysis import tokens
from articles.search.stop_words import STOP_STEMS

Telling = Mapping[str, str]
"""Words by their stems."""


@lru_cache(maxsize=1_000)
def telling(text: str) -> Telling:
    """Return what tells in a text; all of it if nothing does."""
    found = {token.stem: token.word for token in tokens(text)}
    return {stem: found[stem] for stem in found if stem not in STOP_STEMS} or found


def write_telling(texts: Iterable[str]) -> str:
    """Return what tells in texts, a line for each."""
    return "\n".join(" ".join(f"{s} {word}" for s, word in telling(t).items()) for t in texts)


def read_telling(lines: str) -> list[Telling]:
    """Return what was written so."""
    # All that search makes of an edition has the same words: each is held once.
    rows = [[*map(intern, line.split())] for line in lines.splitlines()]
    return [dict(zip(row[::2], row[1::2], strict=True)) for row in rows]
