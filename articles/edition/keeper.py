"""Which edition is in force: looked for now and then, built beside the old one, swapped whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import monotonic
from typing import Final

from django.db import DatabaseError, connection

from articles.edition.edition import Edition, build
from articles.models import DataVersion

LOG: Final = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds that go by before the database is asked again whether it holds another version."""

UNREADABLE: Final = "The database cannot be read. It may be out of reach or not set up."
READ_AGAIN: Final = "The database is read again."
NOT_LOADED: Final = "The treaty has not been loaded into the database."


@dataclass(frozen=True)
class Standing:
    """The edition in force, if there is one, and what is wrong with the database, if anything.

    ``problem`` says it to readers, ``cause`` to whoever runs the site.
    """

    edition: Edition | None = None
    problem: str = ""
    cause: str = ""

    def require_database(self) -> None:
        """Raise ``DatabaseError`` while the data cannot be read, so that nobody waits for it."""
        if self.problem:
            raise DatabaseError(self.cause or self.problem)


@dataclass
class Keeper:
    """What this process knows of the data, and when it last looked."""

    standing: Standing = field(default_factory=Standing)
    looked_at: float = float("-inf")
    lock: Lock = field(default_factory=Lock)
    preparations: list[Callable[[Edition], None]] = field(default_factory=list)
    checks: list[Callable[[], None]] = field(default_factory=list)

    @property
    def is_due(self) -> bool:
        """Whether it is time to look again."""
        return monotonic() - self.looked_at >= LOOK_EVERY

    def look(self, done: Callable[[], None] = lambda: None) -> None:
        """See what the database holds; build the edition of a version that is new.

        While the database cannot be read, or holds nothing, the edition that there is stays. A new
        one is prepared before it takes the place of another. ``done`` is called when the database
        is needed no more, which may be long before the end.
        """
        edition, before = self.standing.edition, self.standing.problem
        try:
            edition, problem = newest(edition)
            cause = ""
            for check in self.checks:
                check()
        except DatabaseError as error:
            problem, cause = UNREADABLE, " ".join(str(error).split())
        done()
        if problem != before:
            LOG.warning(f"{problem} {cause}".rstrip() if problem else READ_AGAIN)
        if edition is not None and self.standing.edition not in {None, edition}:
            for prepare in self.preparations:
                prepare(edition)
        if edition is not None and edition is not self.standing.edition:
            LOG.info("Data version %s is shown from now on.", edition.version.short)
        self.standing = Standing(edition, problem, cause)
        self.looked_at = monotonic()

    def look_beside(self) -> None:
        """Look while requests go on, which need the connections."""
        try:
            self.look(done=connection.close)
        finally:
            self.lock.release()


def beside(work: Callable[[], None]) -> None:
    """Have something done in a thread of its own, which leaves no connection open."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    Thread(target=run, daemon=True).start()


KEEPER: Final = Keeper()


def current() -> Standing:
    """Return the edition in force. Only the first of a process is waited for."""
    if KEEPER.is_due:
        if KEEPER.standing.edition is None:
            with KEEPER.lock:
                if KEEPER.standing.edition is None and KEEPER.is_due:
                    KEEPER.look()
        elif KEEPER.lock.acquire(blocking=False):
            beside(KEEPER.look_beside)
    return KEEPER.standing


def look() -> Standing:
    """Look at the database now, and return the edition in force.

    A worker begins with what the process knows that began it, which may be of long ago.
    """
    with KEEPER.lock:
        KEEPER.look(done=connection.close)
    return KEEPER.standing


def in_force() -> Edition:
    """Return the edition in force, for commands; raise ``LookupError`` where there is none."""
    standing = current()
    if standing.edition is None:
        raise LookupError(standing.problem)
    return standing.edition


def prepare_by(prepare: Callable[[Edition], None]) -> None:
    """Have something done with each edition before it takes the place of another."""
    KEEPER.preparations.append(prepare)


def check_by(check: Callable[[], None]) -> None:
    """Have something besides the edition read at each look; it raises ``DatabaseError``."""
    KEEPER.checks.append(check)


def forget() -> None:
    """Look at the database anew when next asked, as a process that has just started does."""
    KEEPER.standing, KEEPER.looked_at = Standing(), float("-inf")


def newest(known: Edition | None) -> tuple[Edition | None, str]:
    """Return the edition of what the database holds, and what is wrong where it holds nothing.

    An edition read while the data was replaced may be of two versions, so it is read again.
    """
    edition = known
    while (version := DataVersion.objects.first()) is not None:
        if edition is not None and same(edition.version, version):
            return edition, ""
        edition = build(version)
    return known, NOT_LOADED


def same(one: DataVersion, other: DataVersion) -> bool:
    """Whether two rows are of one load: the same data loaded again has another date."""
    return (one.digest, one.loaded_at) == (other.digest, other.loaded_at)
