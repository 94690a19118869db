"""The servers that are measured: the site, the same server without it, and Datasette."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests import processes
from tests.bench import cases

DATASETTE = processes.ROOT / "var/bench/datasette"
"""Datasette has an environment of its own, which is kept: the site does not need it."""

LOCK = Path(__file__).with_name("requirements.txt")

SCHEMA = """
    CREATE TABLE articles (number INTEGER PRIMARY KEY, title TEXT, text TEXT);
    CREATE VIRTUAL TABLE articles_fts
        USING fts5(title, text, content='articles', content_rowid='number', tokenize='porter');
"""

Row = tuple[int, str, str]
"""Number, title and text of an article."""

COMMANDS = {
    "site": [sys.executable, "manage.py", "serve"],
    "empty": [sys.executable, "-m", "tests.bench.empty", "serve"],
}


@dataclass(frozen=True)
class Server:
    """A server that answers: the number of its first process, and its port."""

    process: int
    port: int

    @property
    def host(self) -> str:
        """What requests call it."""
        return f"127.0.0.1:{self.port}"


@dataclass(frozen=True)
class Place:
    """A folder in which the site has been set up: its database and its static files."""

    folder: Path

    @property
    def variables(self) -> dict[str, str]:
        """The settings of the site."""
        return {
            "DATABASE_URL": f"sqlite:///{self.folder / 'treaty.sqlite3'}",
            "STATIC_ROOT": str(self.folder / "static"),
        }

    def manage(self, *arguments: str) -> None:
        """Run a command of the project."""
        run(sys.executable, "manage.py", *arguments, **self.variables)

    @contextmanager
    def serving(self, name: str) -> Iterator[Server]:
        """Run the site, or the server without it, until it is no longer needed."""
        port = processes.free_port()
        log = self.folder / f"{name}.log"
        settings = {**self.variables, "PORT": str(port)}
        with processes.running(COMMANDS[name], log, **settings) as process:
            processes.wait_until_ready(process, f"http://127.0.0.1:{port}", log)
            yield Server(process.pid, port)

    def seconds_to_answer(self, name: str) -> float:
        """Return how long a start takes until an article, or nothing, is answered."""
        begun = time.perf_counter()
        with self.serving(name) as server:
            fetch(server, cases.ADDRESS)
            return time.perf_counter() - begun


def set_up(folder: Path) -> Place:
    """Load the edition that the project ships, without texts that somebody has put beside it."""
    place = Place(folder)
    fixtures = shutil.copytree(
        processes.ROOT / "fixtures", folder / "fixtures", ignore=shutil.ignore_patterns("official")
    )
    place.manage("migrate", "--verbosity=0")
    place.manage("load_treaty", str(fixtures))
    place.manage("collectstatic", "--no-input", "--verbosity=0")
    return place


def fetch(server: Server, address: str) -> tuple[bytes, str]:
    """Return the body that a browser is sent, coded as it is, and its tag."""
    request = urllib.request.Request(
        f"http://{server.host}{address}", headers={"Accept-Encoding": "gzip, deflate, br, zstd"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=processes.PATIENCE) as answer:
        return answer.read(), answer.headers.get("ETag") or ""


def rows_of(server: Server) -> list[Row]:
    """Return number, title and text of each article, as the site gives them away."""
    status, body = processes.get(f"http://{server.host}/treaty.json")
    if status != HTTPStatus.OK:
        raise RuntimeError(f"/treaty.json answers {status}.")
    return [
        (
            article["number"],
            article["title"],
            "\n\n".join(part["text"] for part in article["edition"]),
        )
        for article in json.loads(body)["articles"]
    ]


def install_datasette() -> Path:
    """Return the program, installed as the lock says unless it is there already.

    Raises ``RuntimeError`` if it cannot be had.
    """
    installed, program = DATASETTE / "installed.txt", DATASETTE / "bin/datasette"
    if not installed.exists() or installed.read_bytes() != LOCK.read_bytes():
        print("Installing Datasette for the bench (once) …", flush=True)
        options = ("--quiet", "--disable-pip-version-check", "--require-hashes")
        try:
            venv.create(DATASETTE, with_pip=True, clear=True)
            run(str(DATASETTE / "bin/python"), "-m", "pip", "install", *options, "-r", str(LOCK))
        except (RuntimeError, subprocess.CalledProcessError) as error:
            raise RuntimeError(
                "Datasette is missing: it takes Python's venv (Debian: apt-get install "
                f"python3-venv) and, once, a package index that pip reaches. {error}"
            ) from error
        shutil.copyfile(LOCK, installed)
    return program


def datasette_version() -> str:
    """Return the version that the lock names."""
    return re.search(r"^datasette==(\S+)", LOCK.read_text(), flags=re.M)[1]  # type: ignore[index]


@contextmanager
def datasette(program: Path, folder: Path, rows: list[Row]) -> Iterator[Server]:
    """Run Datasette over the rows and a full-text index of them, in a file that does not change."""
    path, port, log = folder / "treaty.db", processes.free_port(), folder / "datasette.log"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        database.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    command = [str(program), "serve", "--immutable", str(path), "--port", str(port)]
    with processes.running(command, log) as process:
        processes.wait_until_said(process, "Uvicorn running", log)
        yield Server(process.pid, port)


def run(*command: str, **variables: Any) -> None:
    """Run a command; raise ``RuntimeError`` with what it said if it fails."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=processes.ROOT,
        env=processes.environment(**variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}")
