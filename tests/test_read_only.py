"""A process that serves cannot write, whatever it tries; one that loads can."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from articles import edition, search
from tests import processes
from treaty_site.databases import database

ATTEMPTS = """
import django

django.setup()
from django.core.management import call_command
from django.db import connection, transaction
from articles.models import Article, DataVersion, Theme


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def atomically():
    with transaction.atomic():
        Article.objects.update(title="Otherwise")


ATTEMPTS = {
    "insert": lambda: DataVersion.objects.create(digest="x", loaded_at="2025-01-17T00:00Z"),
    "insert many": lambda: Theme.objects.bulk_create([Theme(slug="x", position=99)]),
    "update": lambda: Article.objects.update(title="Otherwise"),
    "update in a transaction": atomically,
    "delete": lambda: DataVersion.objects.all().delete(),
    "raw insert": lambda: sql("INSERT INTO articles_word (word, articles) VALUES ('x', 1)"),
    "raw update": lambda: sql("UPDATE articles_article SET title = 'Otherwise'"),
    "raw delete": lambda: sql("DELETE FROM articles_search"),
    "create": lambda: sql("CREATE TABLE other (number integer)"),
    "drop": lambda: sql("DROP TABLE articles_search"),
    "load": lambda: call_command("load_treaty", verbosity=0),
}
print(Article.objects.count(), "articles")
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
        print(name, "was done")
    except Exception:
        print(name, "was refused")
"""


@pytest.fixture
def address(request: pytest.FixtureRequest, django_db_setup: object) -> str:
    """Give the address of a database with the data of the tests."""
    if connection.vendor == "sqlite":
        return str(request.getfixturevalue("site_settings")["DATABASE_URL"])
    tests = urlsplit(os.environ["DATABASE_URL"])
    return tests._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def test_nothing_is_written_through_any_layer_by_what_only_reads(address: str, tmp_path: Path):
    code, said = processes.outcome(
        (sys.executable, "-c", ATTEMPTS),
        tmp_path / "log",
        DATABASE_URL=address,
        DJANGO_SETTINGS_MODULE="treaty_site.settings",
        READ_ONLY="1",
    )
    assert code == 0, said
    counted, *outcomes = said.splitlines()
    assert counted == "49 articles"
    assert len(outcomes) == 11
    assert [outcome for outcome in outcomes if not outcome.endswith("was refused")] == []


def test_the_application_reads_only_whoever_serves_it(address: str, tmp_path: Path):
    code, said = processes.outcome(
        (sys.executable, "-c", f"import treaty_site.wsgi\n{ATTEMPTS}"),
        tmp_path / "log",
        DATABASE_URL=address,
        READ_ONLY="0",
    )
    assert code == 0, said
    assert "was done" not in said


@pytest.mark.django_db
def test_a_load_leaves_a_role_the_right_to_read():
    if connection.vendor == "sqlite":
        return  # it has no roles
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE only_reader")
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO only_reader")
        search.rebuild(edition.in_force())
        cursor.execute("SET ROLE only_reader")
        cursor.execute("SELECT count(*) FROM articles_search")
        assert cursor.fetchone() == (49,)
        cursor.execute("RESET ROLE")


@pytest.fixture
def folder(site_settings: dict[str, str], tmp_path: Path) -> Path:
    """Give a folder with nothing but a database in it."""
    place = tmp_path / "data"
    place.mkdir()
    processes.copied(site_settings, place)
    return place


@pytest.mark.once
def test_a_site_opens_its_file_to_read_it_inherits_no_connection_and_makes_no_file(
    site_settings: dict[str, str], folder: Path, tmp_path: Path
):
    file = folder / "treaty.sqlite3"
    settings = site_settings | {"DATABASE_URL": f"sqlite:///{file}"}
    before = file.read_bytes()
    with processes.serving(settings, tmp_path / "log") as (process, site):
        for number in range(40):
            assert processes.get(f"{site}/articles/?q=oil+{number}")[0] == 200
        parent = psutil.Process(process.pid)
        modes = {
            os.O_ACCMODE & opened.flags
            for worker in parent.children()
            for opened in worker.open_files()
            if opened.path == str(file)
        }
        assert modes == {os.O_RDONLY}
        assert str(file) not in {opened.path for opened in parent.open_files()}
        assert list(folder.iterdir()) == [file]
    assert file.read_bytes() == before


@pytest.mark.once
@pytest.mark.parametrize("place", ["missing.sqlite3", "no-folder/missing.sqlite3"])
def test_a_file_that_is_missing_is_not_made_by_serving(place, site_settings, tmp_path):
    settings = site_settings | {"DATABASE_URL": f"sqlite:///{tmp_path}/data/{place}"}
    (tmp_path / "data").mkdir()
    code, said = processes.outcome(processes.SERVE, tmp_path / "log", **settings)
    assert code != 0
    assert "The database cannot be read." in said
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.once
def test_a_file_that_was_moved_and_put_back_is_read_again_and_none_is_made_meanwhile(
    site_settings: dict[str, str], folder: Path, tmp_path: Path
):
    file, away, log = folder / "treaty.sqlite3", tmp_path / "away", tmp_path / "log"
    settings = site_settings | {"DATABASE_URL": f"sqlite:///{file}"}

    def says(words: str) -> bool:
        return words in processes.get(f"{site}/readyz")[1]

    with processes.serving(settings, log) as (process, site):
        file.rename(away)
        processes.wait_until(lambda: says("cannot be read"), process, log, "It is not missed")
        assert processes.get(f"{site}/articles/3/")[0] == 200
        assert list(folder.iterdir()) == []
        away.rename(file)
        processes.wait_until(
            lambda: not says("cannot be read"), process, log, "It is not read again"
        )
        answers = {processes.get(f"{site}/articles/?q=oil+{n}")[0] for n in range(20)}
    assert answers == {200}


@pytest.mark.once
def test_a_file_in_a_folder_with_an_odd_name_is_read(site_settings: dict[str, str], tmp_path: Path):
    folder = tmp_path / "100% read? #1 ü"
    folder.mkdir()
    processes.copied(site_settings, folder)
    read = database(f"sqlite:///{quote(str(folder / 'treaty.sqlite3'))}", is_read_only=True)
    with closing(sqlite3.connect(read["NAME"], uri=True)) as opened:
        assert opened.execute("SELECT count(*) FROM articles_article").fetchone() == (49,)


@pytest.mark.once
def test_a_load_leaves_no_file_beside_the_database_also_one_that_had_a_log(
    site_settings: dict[str, str], folder: Path, tmp_path: Path
):
    file = folder / "treaty.sqlite3"
    with closing(sqlite3.connect(file)) as before:
        before.execute("PRAGMA journal_mode=WAL")
    code, said = processes.outcome(
        (*processes.MANAGE, "load_treaty"), tmp_path / "log", DATABASE_URL=f"sqlite:///{file}"
    )
    assert code == 0, said
    assert list(folder.iterdir()) == [file]
    with closing(sqlite3.connect(file)) as after:
        assert after.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.files
def test_a_session_that_only_reads_waits_for_nothing_for_long():
    read = database("postgres://localhost/treaty?options=-c%20search_path%3Da", is_read_only=True)
    assert read["OPTIONS"]["connect_timeout"] == 3
    said = read["OPTIONS"]["options"]
    assert said.startswith("-c search_path=a -c default_transaction_read_only=on ")
    assert "statement_timeout=" in said
    assert "lock_timeout=" in said
    written = database("postgres://localhost/treaty", is_read_only=False)
    assert "OPTIONS" not in written


@pytest.mark.files
@pytest.mark.parametrize(
    "url",
    ["sqlite:////srv/treaty.sqlite3?mode=ro", "sqlite:///file:/srv/treaty.sqlite3?mode=ro&uri=1"],
)
@pytest.mark.parametrize("is_read_only", [True, False])
def test_options_of_a_file_are_refused_instead_of_dropped(url: str, is_read_only: bool):
    with pytest.raises(ImproperlyConfigured, match="path of a file, without options"):
        database(url, is_read_only=is_read_only)
