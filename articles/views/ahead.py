"""Makes the answers that need no query before anybody asks for them, while the site serves."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from threading import Lock
from time import perf_counter, sleep
from typing import Final

from django.conf import settings

from articles import edition, search
from articles.edition import Edition, Standing
from articles.treaty.places import Place
from articles.views.discovery import CanonicalPages
from articles.views.kept import Application, KeptAnswers
from articles.views.middleware import STANDING
from articles.views.understood import Environ


def in_front_of(application: Application) -> Application:
    """Return the application with kept answers in front of it; while debugging, as it is."""
    if settings.DEBUG:
        return application
    ahead = Ahead(application)
    edition.check_by(search.check)
    standing = edition.look()
    edition.prepare_by(ahead.prepare)
    edition.beside(partial(ahead.begin, standing))
    return ahead.kept


class Ahead:
    """Makes the pages of each edition, under every host under which somebody has asked for one."""

    def __init__(self, application: Application) -> None:
        """Take the application that makes answers."""
        self.kept = KeptAnswers(application, self.welcome)
        self.patterns: list[Environ] = []
        self.one_at_a_time = Lock()

    def begin(self, standing: Standing) -> None:
        """Work out what the first search would have to wait for."""
        if standing.edition:
            edition.work_out(standing.edition)
            pass_over()

    def welcome(self, environ: Environ) -> None:
        """Make the pages under a new host."""
        pattern = pattern_of(environ)
        self.patterns.append(pattern)
        standing: Standing = environ[STANDING]
        if standing.edition:
            paths = [*main_pages(standing.edition), *other_pages(standing.edition)]
            self.beside(standing.edition, paths, [pattern])

    def prepare(self, coming: Edition) -> None:
        """Make the main pages of an edition that is to be in force as soon as this returns."""
        edition.work_out(coming)
        self.make(coming, main_pages(coming), self.patterns)
        self.beside(coming, other_pages(coming), self.patterns)

    def beside(self, shown: Edition, paths: Iterable[str], patterns: list[Environ]) -> None:
        """Make pages in a thread of its own."""

        def make() -> None:
            self.make(shown, paths, patterns)
            pass_over()

        edition.beside(make)

    def make(self, shown: Edition, paths: Iterable[str], patterns: list[Environ]) -> None:
        """Make pages one by one; half the time is left to those who ask for some."""
        with self.one_at_a_time:
            for path in paths:
                for pattern in [*patterns]:
                    began = perf_counter()
                    asked = {**pattern, "PATH_INFO": path, STANDING: Standing(shown)}
                    self.kept(asked, lambda *head: None)
                    sleep(perf_counter() - began)


def pass_over() -> None:
    """Have the garbage collector pass over what there is now, which stays as long as the edition.

    To look through all of it takes a tenth of a second, in which nobody is answered.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


LIKE_THE_FIRST: Final = ("HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL")
"""What a request for a page that is made ahead has of the first for its host."""


def pattern_of(environ: Environ) -> Environ:
    """Return what all requests for pages under a host have in common, given the first."""
    proxy = (settings.SECURE_PROXY_SSL_HEADER or [""])[0]
    return {
        **{name: environ[name] for name in (*LIKE_THE_FIRST, proxy) if name in environ},
        **{name: environ[name] for name in environ if name.startswith("wsgi.")},
        "wsgi.input": BytesIO(),
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "HTTP_ACCEPT_ENCODING": "br",
    }


def main_pages(shown: Edition) -> list[str]:
    """Return the addresses of the pages that are no other page's part."""
    return CanonicalPages(shown).items()


def other_pages(shown: Edition) -> Iterator[str]:
    """Yield the addresses of the pages of paragraphs and points, and of those beside articles."""
    for article in shown.articles:
        places = dict.fromkeys(row.place for row in article.passages())
        yield from (place.url for place in places)
        yield from (place.cite_url for place in (Place(article.number), *places))
        yield article.place.compare_url
