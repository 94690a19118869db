"""A site with a database of its own, to which something may happen."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

import psutil
import psycopg

from tests import postgresql, processes

READER: Final = "treaty_read"
PASSWORDS: Final = ("first", "other")
CONNECTIONS: Final = 2
"""How many the role may have: half as many as a worker has threads."""

CUT_OFF: Final = """
import os, signal, sqlite3, sys

file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA cache_size=1")
file.execute("BEGIN IMMEDIATE")
file.execute("UPDATE articles_article SET title = title || 'x'")
file.execute("CREATE TABLE filler AS SELECT randomblob(4000000)")
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Ends amid a change of which a part is in the file already, as a load that is killed while it
commits does: the file is of no use until somebody who may write has undone that."""


@dataclass
class OnSQLite:
    """A site on a file, alone in its folder."""

    name: ClassVar = "SQLite"

    settings: dict[str, str]
    file: Path
    log: Path
    held: list[Any] = field(default_factory=list)

    @property
    def aside(self) -> Path:
        """Where the file is put, or a copy of it, for as long as something else is in its place."""
        return self.file.with_suffix(".aside")

    def move(self) -> None:
        self.file.rename(self.aside)

    def put_back(self) -> None:
        self.aside.replace(self.file)

    def copy_aside(self) -> None:
        shutil.copy(self.file, self.aside)

    def copy_back(self) -> None:
        """Write the copy into the file that is there, as ``cp`` does."""
        self.file.write_bytes(self.aside.read_bytes())
        self.aside.unlink()

    def truncate(self) -> None:
        self.copy_aside()
        os.truncate(self.file, self.file.stat().st_size // 2)

    def empty(self) -> None:
        self.copy_aside()
        os.truncate(self.file, 0)

    def fill_with_garbage(self) -> None:
        self.copy_aside()
        size = self.file.stat().st_size
        self.file.write_bytes(random.Random(17).randbytes(size))  # noqa: S311 - any will do

    def spoil_the_middle(self) -> None:
        """Write garbage over most of the file, but not its beginning."""
        self.copy_aside()
        with self.file.open("r+b") as file:
            size = self.file.stat().st_size
            file.seek(size // 10)
            file.write(random.Random(17).randbytes(size * 8 // 10))  # noqa: S311

    def lock(self) -> None:
        holder = sqlite3.connect(self.file, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        self.held.append(holder)

    def unlock(self) -> None:
        self.held.pop().close()

    def drop_the_index(self) -> None:
        self.copy_aside()
        self.execute("DROP TABLE articles_search")

    def restore(self) -> None:
        """Write a backup into the database with SQLite's own means, as docs/deploy.md says."""
        with closing(sqlite3.connect(self.aside)) as backup, closing(self.open()) as database:
            backup.backup(database)
        self.aside.unlink()

    def cut_a_load_off(self) -> None:
        subprocess.run([sys.executable, "-c", CUT_OFF, str(self.file)], check=False)  # noqa: S603
        assert self.file.with_name(f"{self.file.name}-journal").stat().st_size

    def load(self) -> None:
        """Load once more, with the right to write."""
        load = (*processes.MANAGE, "load_treaty")
        log = self.log.with_suffix(".load")
        code, said = processes.outcome(load, log, DATABASE_URL=self.settings["DATABASE_URL"])
        assert code == 0, said

    def replace_by_another_version(self) -> None:
        self.copy_aside()
        with closing(sqlite3.connect(self.aside)) as other, other:
            other.execute("UPDATE articles_dataversion SET digest = 'f' || substr(digest, 2)")
        self.aside.replace(self.file)

    def open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.file, timeout=processes.PATIENCE)

    def execute(self, statement: str) -> None:
        with closing(self.open()) as database, database:
            database.execute(statement)


@dataclass
class OnPostgreSQL:
    """A site on a server of its own, which it reads in a role that can do nothing else."""

    name: ClassVar = "PostgreSQL"

    settings: dict[str, str]
    server: postgresql.Server
    log: Path
    held: list[Any] = field(default_factory=list)

    def prepare(self, connections: int = CONNECTIONS) -> None:
        """Set up the tables, the data and the role, which may have so many connections."""
        for command in ("migrate", "load_treaty"):
            self.run(command)
        self.execute(
            f"CREATE ROLE {READER} LOGIN CONNECTION LIMIT {connections} PASSWORD '{PASSWORDS[0]}'",
            f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {READER}",
        )
        rules = self.server.data / "pg_hba.conf"
        rules.write_text(f"local all {READER} scram-sha-256\n{rules.read_text()}")
        self.execute("SELECT pg_reload_conf()")

    def run(self, command: str) -> None:
        """Run a command in the role that may write."""
        code, said = processes.outcome(
            (*processes.MANAGE, command),
            self.log.with_suffix(f".{command}"),
            DATABASE_URL=self.server.url(),
        )
        assert code == 0, said

    def load(self) -> None:
        self.run("load_treaty")

    def stop(self) -> None:
        self.server.stop()

    def start(self) -> None:
        self.server.start()

    def restart(self) -> None:
        self.stop()
        self.start()

    def hang(self) -> None:
        """Stop every process of the server where it is: it accepts, and says nothing."""
        parent = psutil.Process(self.server.pid)
        for process in (parent, *parent.children(recursive=True)):
            process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        parent = psutil.Process(self.server.pid)
        for process in (*parent.children(recursive=True), parent):
            process.send_signal(signal.SIGCONT)

    def be_silent(self) -> None:
        """Have something else listen in the server's place, which never says anything."""
        self.stop()
        silent = socket.socket(socket.AF_UNIX)
        silent.bind(str(self.server.folder / ".s.PGSQL.5432"))
        silent.listen(100)
        (self.server.folder / ".s.PGSQL.5432").chmod(0o777)
        self.held.append(silent)

    def speak(self) -> None:
        self.held.pop().close()
        (self.server.folder / ".s.PGSQL.5432").unlink()
        self.start()

    def refuse_connections(self) -> None:
        self.alter("CONNECTION LIMIT 0")

    def accept_connections(self) -> None:
        self.alter(f"CONNECTION LIMIT {CONNECTIONS}")

    def change_the_password(self) -> None:
        self.alter(f"PASSWORD '{PASSWORDS[1]}'")

    def change_it_back(self) -> None:
        self.alter(f"PASSWORD '{PASSWORDS[0]}'")

    def alter(self, what: str) -> None:
        """Change the role, and end its sessions."""
        self.execute(
            f"ALTER ROLE {READER} {what}",
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{READER}'",  # noqa: S608
        )

    def hide_the_index(self) -> None:
        self.execute("ALTER TABLE articles_search RENAME TO away")

    def show_the_index(self) -> None:
        self.execute("ALTER TABLE away RENAME TO articles_search")

    def lock(self) -> None:
        holder = psycopg.connect(self.server.url())
        holder.execute("LOCK TABLE articles_search IN ACCESS EXCLUSIVE MODE")
        self.held.append(holder)

    def unlock(self) -> None:
        self.held.pop().close()

    def execute(self, *statements: str) -> None:
        with psycopg.connect(self.server.url(), autocommit=True) as database:
            for statement in statements:
                database.execute(statement)
