"""What is asked of which server: a table, and the requests of each of its lines."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_lowercase
from urllib.parse import quote_plus
from zlib import crc32

from tests import processes

JUDGED = processes.ROOT / "tests/search/judged/ordinary.toml"
NO_SEARCH = "reference"
"""The kind of judged queries that turn to an article without a search."""

ARTICLE = 14
ADDRESS = f"/articles/{ARTICLE}/"
FILE = "as-large-as-the-article.bin"
MARKED_WORDS = 3
SEED = 2025
A_TURN = 1_000_000
"""More requests than any turn takes: no number comes twice."""

REQUEST = (
    "GET {address} HTTP/1.1\r\n"
    "Host: {host}\r\n"
    "User-Agent: bench\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\n"
    "{tag}\r\n"
)
"""What a browser asks, as far as the answer depends on it."""


@dataclass(frozen=True)
class Case:
    """Addresses of a kind on a server.

    In ``address`` stands ``{text}`` for words to look for, and ``{word}`` for one that is
    different each time. ``rival`` names the case of another server that does the same.
    """

    name: str
    server: str
    address: str
    texts: str = ""
    status: int = 200
    rival: str = ""


ROW, ROWS, ROWS_JSON = "Datasette: row", "Datasette: search", "Datasette: search as JSON"
EMPTY, STATIC = "empty answer", "static file"
PAGE, NOT_MODIFIED, SEARCH = "article", "article, 304", "search"

CASES = (
    Case(EMPTY, "empty", "/"),
    Case(STATIC, "site", f"/static/{FILE}"),
    Case(PAGE, "site", ADDRESS, rival=ROW),
    Case("article, `?utm_source=…`", "site", f"{ADDRESS}?utm_source={{word}}", rival=ROW),
    Case(NOT_MODIFIED, "site", ADDRESS, status=304),
    Case("article, marked", "site", f"{ADDRESS}?q={{text}}+-{{word}}", "marked"),
    Case("explorer", "site", "/articles/"),
    Case(SEARCH, "site", "/articles/?q={text}+-{word}", "judged", rival=ROWS),
    Case("search as JSON", "site", "/articles.json?q={text}+-{word}", "judged", rival=ROWS_JSON),
    Case(ROW, "datasette", f"/treaty/articles/{ARTICLE}"),
    Case(ROWS, "datasette", "/treaty/articles?_search={text}", "judged"),
    Case(ROWS_JSON, "datasette", "/treaty/articles.json?_search={text}", "judged"),
)
"""``-word`` leaves out what has a word that nothing has: the answer stays the same but for the
query, and cannot have been kept. Datasette keeps no answers, so it is asked for the words alone."""

DIFFERENT = (
    Case("different search", "site", "/articles/?q={text}+-{word}", "judged"),
    Case("different JSON", "site", "/articles.json?q={text}+-{word}", "judged"),
    Case("different words", "site", f"{ADDRESS}?q={{text}}+-{{word}}", "marked"),
    Case("different parameter", "site", "/articles/?{word}={word}"),
    Case("different source", "site", "/treaty/?utm_source={word}"),
    Case("different address", "site", "/{word}/", status=404),
)
"""Requests of all sorts, no two alike, some of them for what is not there."""


@dataclass(frozen=True)
class Asked:
    """All that the requests of a case need: where, with which words, and under which tag."""

    case: Case
    host: str
    texts: Sequence[str]
    tag: str = ""

    def requests(self, turn: int) -> Iterator[bytes]:
        """Yield requests without end; those of another turn have other words."""
        case = self.case
        tag = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        form = REQUEST.replace("{address}", case.address).replace("{tag}", tag)
        form = form.replace("{host}", self.host)
        texts = self.texts or [""]
        mark = letters(crc32(case.address.encode()))
        for number in count(turn * A_TURN):
            text = texts[(number + turn * 97) % len(texts)]
            yield form.format(text=text, word=mark + letters(number)).encode()


def letters(number: int) -> str:
    """Return a number written with the letters of the alphabet."""
    written = ""
    while True:
        number, rest = divmod(number, len(ascii_lowercase))
        written = ascii_lowercase[rest] + written
        if not number:
            return written


def judged_texts() -> list[str]:
    """Return the judged queries for which one must search, in an order of chance, always the same.

    They are quoted as in an address.
    """
    rows = tomllib.loads(JUDGED.read_text("utf-8"))["query"]
    texts = [quote_plus(row["q"]) for row in rows if row["kind"] != NO_SEARCH]
    random.Random(SEED).shuffle(texts)  # noqa: S311 - no secret
    return texts


def marked_texts(rows: Iterable[tuple[int, str, str]]) -> list[str]:
    """Return words of the article that is asked for, some at a time, always the same.

    A row has number, title and text.
    """
    article = next(text for number, _, text in rows if number == ARTICLE)
    words = sorted(set(re.findall(r"[a-z]{4,}", article.lower())))
    chance = random.Random(SEED)  # noqa: S311 - no secret
    return ["+".join(chance.sample(words, MARKED_WORDS)) for _ in range(1_000)]
