"""What every test may use: the treaty, loaded once through the one door, and its static files."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases

from articles import loading
from articles.edition import Edition, keeper
from tests.invented import EditionWith, Texts, load_invented

# Every run of the tests draws the same examples, and asks nothing of their time, which depends on
# the machine: `make bench` is for timings. `make fuzz` draws others, and more of them.
hypothesis.settings.register_profile(
    "fixed",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "random",
    hypothesis.settings.get_profile("fixed"),
    derandomize=False,
    max_examples=500,
)
hypothesis.settings.load_profile("fixed")


@pytest.fixture(scope="session")
def fixtures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the real fixtures, without official texts that an operator has put beside them."""
    folder = tmp_path_factory.mktemp("real") / "fixtures"
    return Path(
        shutil.copytree(settings.FIXTURES_DIR, folder, ignore=shutil.ignore_patterns("official"))
    )


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: Any,
    fixtures: Path,
) -> Iterator[Edition]:
    """Load the real fixtures once; each test works in a transaction that is rolled back.

    The edition of them is built once, too, and is in force whenever a test begins. The database is
    made whichever tests are run: pytest-django makes it only where one of them is marked.
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        loading.load(fixtures)
        edition = keeper.in_force()
    yield edition
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def edition(django_db_setup: Edition) -> Edition:
    """Give the edition of the real fixtures."""
    return django_db_setup


@pytest.fixture(scope="session")
def edition_with(edition: Edition, django_db_blocker: Any) -> EditionWith:
    """Give a function that makes the edition with official texts of our own invention beside ours.

    The database holds them only meanwhile.
    """

    def made_with(texts: Texts) -> Edition:
        before = keeper.KEEPER.standing
        with django_db_blocker.unblock(), transaction.atomic():
            made = load_invented(texts)
            transaction.set_rollback(True)
        keeper.KEEPER.standing = before
        return made

    return made_with


@pytest.fixture(scope="session", autouse=True)
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Collect the static files, since pages name them by their hashed names."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


@pytest.fixture(scope="session")
def site_settings(
    edition: Edition,
    static_files: Path,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: Any,
) -> dict[str, str]:
    """Give the settings of a site on SQLite with the data and static files of the tests.

    It costs no more than a copy; no test may change its database.
    """
    file = tmp_path_factory.mktemp("site") / "treaty.sqlite3"
    with closing(sqlite3.connect(file)) as copy, django_db_blocker.unblock():
        connection.ensure_connection()
        connection.connection.backup(copy)
    return {
        "DATABASE_URL": f"sqlite:///{file}",
        "STATIC_ROOT": str(static_files),
        "HOST": "127.0.0.1",
    }


@pytest.fixture(scope="session", autouse=True)
def no_other_thread() -> Iterator[None]:
    """Let no edition be looked for in a thread of its own, which would not see a test's rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeper, "LOOK_EVERY", float("inf"))
        yield


@pytest.fixture(autouse=True)
def editions() -> Iterator[None]:
    """See to it that a test which writes rows is shown them, and the next test is not.

    What was in force before it is in force again afterwards, as are the rows.
    """
    before = keeper.KEEPER.standing, keeper.KEEPER.looked_at

    def notice(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            keeper.forget()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(notice):
        yield
    keeper.KEEPER.standing, keeper.KEEPER.looked_at = before
