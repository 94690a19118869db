"""PostgreSQL for those who only read: a few connections for all threads, and an end to each wait.

The server itself ends a statement that takes too long; one that hangs, or a network that swallows
what is sent, has to be given up from here.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

import psycopg
from django.db.backends.postgresql import base
from psycopg.abc import PQGen

PATIENCE: Final = 5.0
"""Seconds for which an answer is waited for: more than the server itself gives a statement."""

Result = TypeVar("Result")


class Connection(psycopg.Connection[Any]):
    """A connection that is given up when the server does not answer."""

    def wait(
        self, gen: PQGen[Result], interval: float = 0.1, timeout: float | None = PATIENCE
    ) -> Result:
        """Return what the server answers; raise ``OperationalError`` if it does not in time."""
        return super().wait(gen, interval, timeout)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, with such connections.

    No more are opened than searches need, since they wait for little else than the processor: a
    thread waits for another's. A connection that cannot be had is tried for again at once when it
    is next wanted.
    """

    def __init__(self, settings_dict: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """Take the settings; what they say of the pool stays."""
        pool = {
            "connection_class": Connection,
            "min_size": 1,
            "max_size": 2,
            "timeout": 3.0,
            "reconnect_timeout": 1.0,
        }
        options = {**settings_dict["OPTIONS"], "pool": pool}
        super().__init__({**settings_dict, "OPTIONS": options}, *args, **kwargs)
