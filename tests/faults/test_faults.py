"""Whatever befalls the database, pages go on being answered, and searches once it is over."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import psutil
import pytest

from articles.edition import keeper
from tests import postgresql, processes
from tests.faults.readers import Answer, ask, reading, search
from tests.faults.sites import PASSWORDS, READER, OnPostgreSQL, OnSQLite
from tests.faults.table import OF_POSTGRESQL, OF_SQLITE, Fault, Running, running

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def on_sqlite(
    site_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("data")
    settings = processes.copied(site_settings, folder)
    log = tmp_path_factory.mktemp("log") / "log"
    with running(OnSQLite(settings, folder / "treaty.sqlite3", log)) as site:
        yield site


@pytest.fixture(scope="module")
def on_postgresql(
    site_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    with postgresql.server() as server:
        settings = site_settings | {"DATABASE_URL": server.url(f"{READER}:{PASSWORDS[0]}")}
        place = OnPostgreSQL(settings, server, tmp_path_factory.mktemp("log") / "log")
        place.prepare()
        with running(place) as site:
            yield site


@pytest.mark.parametrize("name", OF_SQLITE)
def test_a_file_to_which_something_happens_costs_no_page_and_is_read_again(name, on_sqlite):
    bear(on_sqlite, OF_SQLITE[name])


@pytest.mark.parametrize("name", OF_POSTGRESQL)
def test_a_server_to_which_something_happens_costs_no_page_and_is_read_again(name, on_postgresql):
    bear(on_postgresql, OF_POSTGRESQL[name])


def bear(site: Running, fault: Fault) -> None:
    """See to it that a site bears a fault while it is read, and is as before once it is mended."""
    logged = len(site.place.log.read_text())
    with reading(site.address) as answers:
        site.suffer(fault)
        page, refused = ask(site.address, "/articles/3/"), search(site.address)
        alive = ask(site.address, "/healthz").status
        site.recover(fault)
    assert (page.status, page.headers["edition-problem"]) == (200, keeper.UNREADABLE)
    assert alive == 200
    assert (refused.status, refused.headers["retry-after"]) == (503, "30")
    assert keeper.UNREADABLE in refused.body
    assert re.search(fault.cause, site.place.log.read_text()[logged:])
    assert of_pages(answers) == {200}
    assert of_searches(answers) <= {200, 503}


def of_pages(answers: list[Answer]) -> set[int]:
    return {answer.status for answer in answers if not answer.is_search}


def of_searches(answers: list[Answer]) -> set[int]:
    return {answer.status for answer in answers if answer.is_search}


def test_another_file_in_the_place_of_the_one_that_was_read_is_shown(on_sqlite):
    with reading(on_sqlite.address) as answers:
        on_sqlite.place.replace_by_another_version()
        on_sqlite.wait_until(lambda: on_sqlite.says("ok, data version f"), "It is not shown")
        on_sqlite.wait_until(on_sqlite.finds, "Nothing is found")
    assert {answer.status for answer in answers} == {200}


def test_a_worker_that_takes_anothers_place_shows_what_there_is_by_then(site_settings, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    settings = processes.copied(site_settings, folder)
    with running(OnSQLite(settings, folder / "treaty.sqlite3", tmp_path / "log")) as site:
        site.place.replace_by_another_version()
        psutil.Process(site.process.pid).children()[0].kill()
        processes.wait_until_ready(site.process, site.address, site.place.log)
        assert site.says("ok, data version f")


def test_a_server_that_is_restarted_is_read_again(on_postgresql):
    with reading(on_postgresql.address) as answers:
        on_postgresql.place.restart()
        on_postgresql.wait_until(on_postgresql.finds, "Nothing is found")
        on_postgresql.wait_until(lambda: on_postgresql.says("ok, "), "It is not read again")
    assert of_pages(answers) == {200}
    assert of_searches(answers) <= {200, 503}


@pytest.mark.parametrize("database", ["on_sqlite", "on_postgresql"])
def test_loads_cost_no_answer_be_they_rivals_or_broken(database, request, tmp_path):
    """On PostgreSQL there are fewer connections than threads, and the role keeps its right."""
    site = request.getfixturevalue(database)
    writing = getattr(site.place, "server", None)
    where = {"DATABASE_URL": writing.url() if writing else site.place.settings["DATABASE_URL"]}
    load = (*processes.MANAGE, "load_treaty")
    empty = tmp_path / "empty"
    empty.mkdir()
    with (
        reading(site.address) as answers,
        processes.running(load, tmp_path / "one", **where) as one,
        processes.running(load, tmp_path / "two", **where) as two,
    ):
        broken, said = processes.outcome((*load, str(empty)), tmp_path / "broken", **where)
        codes = [each.wait(timeout=processes.PATIENCE) for each in (one, two)]
        site.wait_until(site.finds, "Nothing is found")
    assert codes == [0, 0]
    assert broken == 1, said
    assert "Nothing was changed" in said
    assert {answer.status for answer in answers} == {200}


def test_static_files_that_are_removed_are_not_there_and_pages_are_until_they_are_back(
    site_settings, tmp_path
):
    static = tmp_path / "static"
    shutil.copytree(site_settings["STATIC_ROOT"], static)
    place = OnSQLite(site_settings | {"STATIC_ROOT": str(static)}, static, tmp_path / "log")
    with running(place) as site:
        sheet = f"/static/{next(static.glob('site.*.css')).name}"
        assert ask(site.address, sheet).status == 200
        with reading(site.address) as answers:
            static.rename(tmp_path / "away")
            assert ask(site.address, sheet).status == 404
            ready = ask(site.address, "/readyz")
            (tmp_path / "away").rename(static)
        assert ask(site.address, sheet).status == 200
        assert ask(site.address, "/readyz").status == 200
    assert ready.status == 503
    assert "The static files are missing" in ready.body
    assert {answer.status for answer in answers} == {200}


def test_a_site_whose_static_files_were_not_collected_is_not_served(site_settings, tmp_path):
    settings = site_settings | {"STATIC_ROOT": str(tmp_path / "none")}
    code, said = processes.outcome(processes.SERVE, tmp_path / "log", **settings)
    assert code != 0
    assert "The static files are missing" in said
    assert "Traceback" not in said


def test_a_site_is_served_from_a_disk_on_which_nothing_can_be_written(site_settings, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    settings = processes.copied(site_settings, folder)
    (folder / "treaty.sqlite3").chmod(0o444)
    folder.chmod(0o555)
    log, port = tmp_path / "log", processes.free_port()
    command = (*WITHOUT_PRIVILEGE, *processes.SERVE)
    try:
        with processes.running(command, log, **settings, PORT=str(port)) as process:
            address = f"http://127.0.0.1:{port}"
            processes.wait_until_ready(process, address, log)
            assert search(address).status == 200
            assert ask(address, "/articles/3/").status == 200
    finally:
        folder.chmod(0o755)


WITHOUT_PRIVILEGE = (
    ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")
    if os.geteuid() == 0 and shutil.which("setpriv")
    else ()
)
"""How root is kept from writing where files forbid it."""


def listens(worker: psutil.Process) -> bool:
    """Whether a worker has begun to serve: each has a socket of its own."""
    return any(each.status == psutil.CONN_LISTEN for each in worker.net_connections(kind="tcp"))


def test_a_worker_that_is_killed_costs_no_more_than_what_it_was_answering(site_settings, tmp_path):
    with running(OnSQLite(site_settings, tmp_path, tmp_path / "log"), workers=2) as site:
        process = psutil.Process(site.process.pid)
        workers = process.children()
        site.wait_until(lambda: all(map(listens, workers)), "A worker has not begun to serve")
        with reading(site.address) as answers:
            workers[0].kill()
            site.wait_until(lambda: len({*process.children()} - {workers[0]}) == 2, "None is new")
            site.wait_until(site.finds, "Nothing is found")
    lost = [answer for answer in answers if answer.status != 200]
    assert {answer.status for answer in lost} <= {0}
    assert len(lost) <= 2, lost  # one of each reader, if it was just being answered
