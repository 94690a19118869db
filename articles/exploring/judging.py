"""Measures search against judged queries, and against what a plain index would do."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from articles.edition import Edition
from articles.exploring.hits import answer
from articles.search import documents, parse
from articles.treaty.places import Place

SCORE: Final = Path(__file__).with_name("score.json")
"""The figures last measured, as the about page shows them; a test holds them true."""

SHOWN_FIRST: Final = 3
"""How many of the first hits a reader takes in at a glance."""

ABSENT: Final = "absent"
REFERENCE: Final = "reference"
"""Kinds of queries: about what the treaty does not deal with, and those that name a provision."""


@dataclass(frozen=True)
class Judged:
    """A query with the articles that may come first, or with none if nothing deals with it.

    ``paragraph`` and ``point`` are of the provision that answers, where one article's does.
    """

    query: str
    kind: str
    first: tuple[int, ...]
    paragraph: int | None = None
    point: int | None = None

    @property
    def provision(self) -> Place | None:
        """The provision that answers, where one clearly does."""
        return Place(self.first[0], self.paragraph, self.point) if self.paragraph else None


@dataclass(frozen=True)
class Answers:
    """What a search found, best first, and whether it said that the treaty has nothing on it."""

    places: tuple[Place, ...] = ()
    says_absent: bool = False


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
            tuple(row["first"]),
            row.get("paragraph"),
            row.get("point"),
        )
        for row in tomllib.loads(path.read_text("utf-8"))["query"]
    ]


def as_text(value: object) -> str:
    """Return the value if it is text; raise ``TypeError`` otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"q is no text: {value!r}")
    return value


def answers_of_search(judged: Judged, edition: Edition) -> Answers:
    """Return what the site answers."""
    found = answer(parse(judged.query), edition)
    return Answers(tuple(hit.place for hit in found.hits), found.is_absent or not found.hits)


def plain_index(edition: Edition) -> Callable[[Judged], Answers]:
    """Return a search over the same text in a plain FTS5 index with the porter stemmer.

    Every word, quoted, must be found; the engine's own ranking decides. It is what one gets
    from SQLite without further work.
    """
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE plain USING fts5(text, tokenize = 'porter')")
    for article in edition.articles:
        texts = [text for parts in documents.texts(article).values() for text in parts]
        index.execute(
            "INSERT INTO plain (rowid, text) VALUES (?, ?)", [article.number, "\n".join(texts)]
        )

    def answers(judged: Judged) -> Answers:
        words = re.findall(r'"[^"]+"|[^\s"]+', judged.query.replace("\0", ""))
        match = " ".join(f'"{word.strip(chr(34))}"' for word in words)
        rows = index.execute(
            "SELECT rowid FROM plain WHERE text MATCH ? ORDER BY rank", [match or '""']
        )
        found = tuple(Place(number) for (number,) in rows)
        return Answers(found, not found)

    return answers


def place(judged: Judged, answers: Answers) -> int | None:
    """Return the place of the first acceptable answer, from 1, or ``None``.

    A reference must lead to the very provision. Where the treaty has nothing, the answer is that
    it says so.
    """
    if judged.kind == ABSENT:
        return 1 if answers.says_absent else None
    if judged.kind == REFERENCE and judged.provision:
        return provision_place(judged, answers)
    return first_of(found.article in judged.first for found in answers.places)


def provision_place(judged: Judged, answers: Answers) -> int | None:
    """Return the place, from 1, at which the provision that answers is named, or ``None``.

    A point of the paragraph names it too.
    """
    numbers = judged.provision.numbers if judged.provision else ()
    wanted = [number for number in numbers if number is not None]
    return first_of([*found.numbers[: len(wanted)]] == wanted for found in answers.places)


def first_of(rights: Iterable[bool]) -> int | None:
    """Return the place of the first that is right, from 1, or ``None``."""
    return next((at for at, is_right in enumerate(rights, 1) if is_right), None)


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


def by_kind(judged: Iterable[Judged], places: Iterable[int | None]) -> dict[str, Figures]:
    """Return the figures of each kind of query, and of all together under ``all``.

    What the treaty does not deal with is left out of those: no article can be right.
    """
    kinds: dict[str, list[int | None]] = {}
    for each, at in zip(judged, places, strict=True):
        kinds.setdefault(each.kind, []).append(at)
    together = [at for kind, found in kinds.items() if kind != ABSENT for at in found]
    return {**{kind: figures(found) for kind, found in kinds.items()}, "all": figures(together)}


@dataclass(frozen=True)
class Score:
    """What was measured in one run: search, and the plain index over the same text."""

    judged: list[Judged]
    answers: list[Answers]
    plain_answers: list[Answers]

    @property
    def places(self) -> list[int | None]:
        """The place of the right article for each query."""
        return [place(*pair) for pair in zip(self.judged, self.answers, strict=True)]

    @property
    def search(self) -> dict[str, Figures]:
        """The figures of the site's search by kind of query."""
        return by_kind(self.judged, self.places)

    @property
    def plain(self) -> dict[str, Figures]:
        """The figures of the plain index by kind of query."""
        places = [place(*pair) for pair in zip(self.judged, self.plain_answers, strict=True)]
        return by_kind(self.judged, places)

    @property
    def provision_places(self) -> list[tuple[Judged, int | None]]:
        """The queries that one provision answers, and the place at which it is named."""
        pairs = zip(self.judged, self.answers, strict=True)
        return [
            (asked, provision_place(asked, answers))
            for asked, answers in pairs
            if asked.provision and asked.kind != REFERENCE
        ]

    @property
    def provision(self) -> dict[str, Figures]:
        """How often the site's search names the very provision, by kind of query."""
        return by_kind(*zip(*self.provision_places, strict=True)) if self.provision_places else {}

    def as_json(self) -> str:
        """Return the figures as they are kept in ``SCORE``."""
        parts = {"search": self.search, "plain": self.plain, "provision": self.provision}
        kept = {
            name: {kind: asdict(found) for kind, found in figures.items()}
            for name, figures in parts.items()
        }
        return json.dumps(kept, indent=1) + "\n"


def score(judged: list[Judged], edition: Edition) -> Score:
    """Put every query to the site's search and to the plain index."""
    plain = plain_index(edition)
    return Score(
        judged=judged,
        answers=[answers_of_search(each, edition) for each in judged],
        plain_answers=[plain(each) for each in judged],
    )


@lru_cache(maxsize=1)
def last_score() -> dict[str, dict[str, Figures]]:
    """Return the figures last measured, by kind of query.

    They are of ``search`` and of the ``plain`` index, for articles; and of ``provision``, for the
    provision that search names.
    """
    kept = json.loads(SCORE.read_text("utf-8"))
    return {
        name: {kind: Figures(**found) for kind, found in figures.items()}
        for name, figures in kept.items()
    }
