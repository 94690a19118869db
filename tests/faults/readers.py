"""Readers who go on asking, whatever befalls the site, and all that they were answered."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from threading import Event, Thread
from time import monotonic
from urllib.parse import urlsplit

from tests import processes

PAGES = ("/articles/3/", "/articles/22/2/?q=oil", "/words/oil/", "/treaty/", "/articles/3.json")
"""What needs no database: kept, made anew, with a way back to a search, and not there at all."""


@dataclass(frozen=True)
class Answer:
    """What a reader was answered, and when."""

    path: str
    status: int
    headers: dict[str, str]
    body: str
    seconds: float
    at: float = field(default_factory=monotonic)

    @property
    def is_search(self) -> bool:
        return self.path.startswith("/articles/?q=")


def ask(site: str, path: str) -> Answer:
    """Ask on a connection of its own."""
    began = monotonic()
    with closing(
        http.client.HTTPConnection(urlsplit(site).netloc, timeout=processes.PATIENCE)
    ) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read().decode(errors="replace")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(path, response.status, headers, body, monotonic() - began)


_words = count()


def search(site: str) -> Answer:
    """Search for what nobody has searched for before."""
    return ask(site, f"/articles/?q=oil+{next(_words)}")


@contextmanager
def reading(site: str) -> Iterator[list[Answer]]:
    """Have pages read and searches made all the time; give what was answered so far.

    Whoever is not answered at all has status 0.
    """
    answers: list[Answer] = []
    stop = Event()

    def read() -> None:
        for path in cycle(PAGES):
            for asked in (path, f"/articles/?q=gas+{next(_words)}"):
                try:
                    answers.append(ask(site, asked))
                except (OSError, http.client.HTTPException) as error:
                    answers.append(Answer(asked, 0, {}, repr(error), 0))
                if stop.wait(0.02):
                    return

    threads = [Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        stop.set()
        for thread in threads:
            thread.join()
