"""Measures search against judged queries, and against what a plain index would do."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from articles.models import Article, DataVersion
from articles.search import documents, find, lexicon, parse

if TYPE_CHECKING:
    from articles.search.references import Reference

SCORE: Final = Path(__file__).with_name("score.json")
"""The figures last measured, as the about page shows them; a test holds them true."""

SHOWN_FIRST: Final = 3
"""How many of the first hits a reader takes in at a glance."""

Answer = int | str
"""What a query found: the number of an article, or the slug of a subject."""


@dataclass(frozen=True)
class Judged:
    """A query with the answers that may come first."""

    query: str
    kind: str
    first: tuple[Answer, ...]
    paragraph: int | None = None


@dataclass(frozen=True)
class Figures:
    """How often an acceptable answer came first, how often among the first three, and how high.

    ``reciprocal_rank`` is the mean of 1 for a first place, ½ for a second, and so on.
    """

    count: int
    right_first: float
    right_in_three: float
    reciprocal_rank: float


def read(path: Path) -> list[Judged]:
    """Return the judged queries of a TOML file."""
    return [
        Judged(
            as_text(row["q"]),
            row["kind"],
            (row["subject"],) if "subject" in row else tuple(row["first"]),
            row.get("paragraph"),
        )
        for row in tomllib.loads(path.read_text("utf-8"))["query"]
    ]


def as_text(value: object) -> str:
    """Return the value if it is text; raise ``TypeError`` otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"q is no text: {value!r}")
    return value


def answers_of_search(judged: Judged) -> list[Answer]:
    """Return what the site's search finds, best first; subjects if it is one that is sought."""
    version = DataVersion.objects.current()
    if version is None:
        return []
    query = parse(judged.query)
    if query.reference:
        return answers_of_reference(query.reference, judged)
    findings = find(query, lexicon(version.digest))
    return [match.article_id for match in findings.matches]


def answers_of_reference(reference: Reference, judged: Judged) -> list[Answer]:
    """Return the article of a reference, if the paragraph meant was understood too."""
    return [reference.article] if reference.paragraph == judged.paragraph else []


def plain_index() -> Callable[[Judged], list[Answer]]:
    """Return a search over the same text in a plain FTS5 index with the porter stemmer.

    Every word, quoted, must be found; the engine's own ranking decides. It is what one gets
    from SQLite without further work.
    """
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE plain USING fts5(key, text, tokenize = 'porter')")
    for article in Article.objects.with_text():
        texts = [text for parts in documents.texts(article).values() for text in parts]
        index.execute("INSERT INTO plain VALUES (?, ?)", [str(article.number), "\n".join(texts)])

    def answers(judged: Judged) -> list[Answer]:
        words = re.findall(r'"[^"]+"|[^\s"]+', judged.query.replace("\0", ""))
        match = " ".join(f'"{word.strip(chr(34))}"' for word in words)
        rows = index.execute(
            "SELECT key FROM plain WHERE text MATCH ? ORDER BY rank", [match or '""']
        )
        return [int(key) if key.isdigit() else key for (key,) in rows]

    return answers


def place(judged: Judged, answers: Sequence[Answer]) -> int | None:
    """Return the place of the first acceptable answer, from 1, or ``None``."""
    places = [i for i, answer in enumerate(answers, 1) if answer in judged.first]
    return min(places, default=None)


def figures(places: Iterable[int | None]) -> Figures:
    """Return the figures of the places of acceptable answers."""
    found = list(places)
    if not found:
        return Figures(0, 0.0, 0.0, 0.0)
    return Figures(
        count=len(found),
        right_first=sum(at == 1 for at in found) / len(found),
        right_in_three=sum(at is not None and at <= SHOWN_FIRST for at in found) / len(found),
        reciprocal_rank=sum(1 / at for at in found if at) / len(found),
    )


def by_kind(judged: Sequence[Judged], places: Sequence[int | None]) -> dict[str, Figures]:
    """Return the figures of each kind of query, and of all together under ``all``."""
    kinds: dict[str, Any] = {}
    for each, at in zip(judged, places, strict=True):
        kinds.setdefault(each.kind, []).append(at)
    return {**{kind: figures(found) for kind, found in kinds.items()}, "all": figures(places)}


@dataclass(frozen=True)
class Score:
    """What was measured in one run: search, and the plain index over the same text."""

    judged: list[Judged]
    answers: list[list[Answer]]
    places: list[int | None]
    plain_places: list[int | None]

    @property
    def search(self) -> dict[str, Figures]:
        """The figures of the site's search by kind of query."""
        return by_kind(self.judged, self.places)

    @property
    def plain(self) -> dict[str, Figures]:
        """The figures of the plain index by kind of query."""
        return by_kind(self.judged, self.plain_places)

    def as_json(self) -> str:
        """Return the figures as they are kept in ``SCORE``."""
        kept = {
            name: {kind: asdict(found) for kind, found in figures.items()}
            for name, figures in (("search", self.search), ("plain", self.plain))
        }
        return json.dumps(kept, indent=1) + "\n"


def score(judged: list[Judged]) -> Score:
    """Put every query to the site's search and to the plain index."""
    answers = [answers_of_search(each) for each in judged]
    plain = plain_index()
    return Score(
        judged=judged,
        answers=answers,
        places=[place(*pair) for pair in zip(judged, answers, strict=True)],
        plain_places=[place(each, plain(each)) for each in judged],
    )


@lru_cache(maxsize=1)
def last_score() -> dict[str, dict[str, Figures]]:
    """Return the figures last measured: of ``search`` and of ``plain``, by kind of query."""
    kept = json.loads(SCORE.read_text("utf-8"))
    return {
        name: {kind: Figures(**found) for kind, found in figures.items()}
        for name, figures in kept.items()
    }
