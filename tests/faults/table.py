"""What may befall a site, how it is mended, and a site that runs meanwhile."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from tests import processes
from tests.faults.readers import ask, search
from tests.faults.sites import OnPostgreSQL, OnSQLite


@dataclass(frozen=True)
class Fault:
    """Something that befalls a site, how it is mended, and a pattern of the cause in the log."""

    strike: Callable[[Any], None]
    mend: Callable[[Any], None]
    cause: str


OF_SQLITE: Final = {
    "moved": Fault(OnSQLite.move, OnSQLite.put_back, "unable to open database file"),
    "truncated": Fault(OnSQLite.truncate, OnSQLite.copy_back, "malformed"),
    "emptied": Fault(OnSQLite.empty, OnSQLite.copy_back, "no such table"),
    "garbage": Fault(OnSQLite.fill_with_garbage, OnSQLite.copy_back, "not a database"),
    "half garbage": Fault(
        OnSQLite.spoil_the_middle, OnSQLite.copy_back, "malformed|articles_search"
    ),
    "locked": Fault(OnSQLite.lock, OnSQLite.unlock, "locked"),
    "no index": Fault(OnSQLite.drop_the_index, OnSQLite.restore, "no such table: articles_search"),
    "load cut off": Fault(OnSQLite.cut_a_load_off, OnSQLite.load, "readonly database"),
}

OF_POSTGRESQL: Final = {
    "stopped": Fault(OnPostgreSQL.stop, OnPostgreSQL.start, "No such file or directory"),
    "hung": Fault(OnPostgreSQL.hang, OnPostgreSQL.go_on, "a connection after"),
    "silent": Fault(OnPostgreSQL.be_silent, OnPostgreSQL.speak, "a connection after"),
    "no connections": Fault(
        OnPostgreSQL.refuse_connections, OnPostgreSQL.accept_connections, "too many connections"
    ),
    "password changed": Fault(
        OnPostgreSQL.change_the_password, OnPostgreSQL.change_it_back, "password authentication"
    ),
    "no index": Fault(
        OnPostgreSQL.hide_the_index, OnPostgreSQL.show_the_index, '"articles_search" does not exist'
    ),
    "locked": Fault(OnPostgreSQL.lock, OnPostgreSQL.unlock, "lock timeout"),
}


@dataclass
class Running:
    """A site that serves, and the place of its data. One worker has one opinion of how it is."""

    place: Any
    process: subprocess.Popen[str]
    address: str

    def wait_until(self, is_so: Callable[[], bool], problem: str) -> None:
        processes.wait_until(is_so, self.process, self.place.log, problem)

    def says(self, words: str) -> bool:
        return words in ask(self.address, "/readyz").body

    def finds(self) -> bool:
        """Whether each of its threads finds something, as far as they take turns."""
        return all(search(self.address).status == 200 for _ in range(8))

    def suffer(self, fault: Fault) -> None:
        """Have a fault befall the site; return once it says so."""
        said = ask(self.address, "/readyz").body.removeprefix("ok").rstrip()
        fault.strike(self.place)
        self.wait_until(lambda: self.says(f"degraded{said} "), "It is not missed")

    def recover(self, fault: Fault) -> None:
        """Mend it; return once everything is as before, which needs nothing else."""
        fault.mend(self.place)
        self.wait_until(lambda: self.says("ok, "), "It is not read again")
        self.wait_until(self.finds, "Nothing is found")


@contextmanager
def running(place: Any, workers: int = 1) -> Iterator[Running]:
    settings = place.settings | {"WORKERS": str(workers)}
    with processes.serving(settings, place.log) as (process, address):
        yield Running(place, process, address)
