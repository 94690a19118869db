"""The database that ``DATABASE_URL`` names, opened to be written or only to be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SCHEMES: Final = ("sqlite", "postgres", "postgresql")

Database = dict[str, Any]
"""What Django is told of a database: an entry of ``DATABASES``."""

READING_SESSION: Final = {
    "default_transaction_read_only": "on",
    "statement_timeout": "4s",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "10s",
}
"""What holds for each session of PostgreSQL in which the database is only read."""

CONNECTING: Final = {
    "connect_timeout": 3,
    "tcp_user_timeout": 5_000,  # milliseconds without a sign that what was sent has arrived
    "keepalives_idle": 30,
}
"""For how long such a session waits for its server, in seconds unless said (libpq, 34.1.2)."""


def database(url: str, *, is_read_only: bool) -> Database:
    """Return how the database at an address is opened.

    Where it is only read, the database itself refuses to write, and no file is made. Raises
    ``ImproperlyConfigured`` for an address that cannot be used.
    """
    if url.partition(":")[0] not in SCHEMES:
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with sqlite:/// or postgres:// "
            "— see “PostgreSQL” in README.md."
        )
    try:
        named: Database = dict(
            dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
        )
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    if url.startswith("sqlite:"):
        if named.get("OPTIONS") or str(named["NAME"]).startswith("file:"):
            raise ImproperlyConfigured(
                "DATABASE_URL of SQLite is the path of a file, without options: "
                "sqlite:////srv/treaty.sqlite3."
            )
        return read_sqlite(named) if is_read_only else written_sqlite(named)
    return read_postgresql(named) if is_read_only else named


def read_sqlite(named: Database) -> Database:
    """Return how a file is opened that is only read (https://www.sqlite.org/uri.html).

    One that another has taken the place of is let go after 5 seconds. A connection of each thread
    holds 0.5 MB of the file, not 2: what searches read is in the system's memory.
    """
    return named | {
        "NAME": f"{Path(named['NAME']).absolute().as_uri()}?mode=ro",
        "CONN_MAX_AGE": 5,
        "OPTIONS": {
            "init_command": "PRAGMA query_only=1; PRAGMA cache_size=-500",
            "timeout": 5,  # more than the end of a load takes
        },
    }


def written_sqlite(named: Database) -> Database:
    """Return how a file is opened that is written; make its folder.

    Two that write wait for one another. Readers go on meanwhile, and wait only for the end, since
    nothing of a change is in the file before. With a write-ahead log they need not wait at all, but
    have to write beside the file themselves.
    """
    folder = Path(named["NAME"]).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL names a file in {folder}, which cannot be made: {error.strerror}."
        ) from error
    return named | {
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=DELETE; PRAGMA cache_spill=OFF",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        }
    }


def read_postgresql(named: Database) -> Database:
    """Return how a database on a server is opened that is only read, and never waited for long."""
    options = named.get("OPTIONS", {})
    session = [f"-c {name}={value}" for name, value in READING_SESSION.items()]
    said = " ".join([*filter(None, [options.get("options")]), *session])
    return named | {
        "ENGINE": "treaty_site.postgresql",
        "CONN_MAX_AGE": 0,  # the pool keeps them
        "OPTIONS": {**CONNECTING, **options, "options": said},
    }
