"""Which edition is in force: when it is looked for, and what happens while the database is away."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from articles import edition, search
from articles.edition import keeper
from articles.edition.keeper import Keeper, Standing
from articles.models import Article, DataVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Let a test say what time it is."""
    now = [1_000.0]
    monkeypatch.setattr(keeper, "monotonic", lambda: now[0])
    monkeypatch.setattr(keeper, "LOOK_EVERY", 1.0)
    edition.forget()
    yield now
    edition.forget()


def beside(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Note the threads that look, instead of starting them: these tests share one connection."""
    asked: list[threading.Thread] = []

    class Noted(threading.Thread):
        def start(self) -> None:
            asked.append(self)

    monkeypatch.setattr(keeper, "Thread", Noted)
    return asked


def away(*args: object, **kwargs: object) -> None:
    raise DatabaseError("no connection")


def test_all_requests_share_one_edition():
    assert edition.current().edition is edition.current().edition


def test_the_database_is_looked_at_once_a_second_and_never_by_a_request(
    clock: list[float], monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
):
    looks = beside(monkeypatch)
    first = edition.current()
    with django_assert_num_queries(0):
        clock[0] += 0.9
        assert edition.current() is first
        assert looks == []
        clock[0] += 0.2
        assert edition.current() is first
        assert edition.current() is first
    assert len(looks) == 1
    keeper.KEEPER.lock.release()


def test_a_new_version_replaces_the_edition_whole():
    old = edition.in_force()
    DataVersion.objects.update(loaded_at=timezone.now())
    Article.objects.filter(number=3).update(title="Otherwise")
    kept = Keeper(Standing(old))
    kept.look()
    assert kept.standing.edition is not old
    assert kept.standing.edition.by_number[3].title == "Otherwise"
    assert old.by_number[3].title != "Otherwise"


def test_the_same_version_keeps_the_edition():
    old = edition.in_force()
    kept = Keeper(Standing(old))
    kept.look()
    assert kept.standing.edition is old


def test_an_edition_read_while_the_data_is_replaced_is_read_again(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def build_while_loading(version: DataVersion) -> edition.Edition:
        if not read:
            DataVersion.objects.update(loaded_at=timezone.now())
        read.append(version.digest)
        return edition.build(version)

    monkeypatch.setattr(keeper, "build", build_while_loading)
    kept = Keeper()
    kept.look()
    assert len(read) == 2
    assert kept.standing.edition.version.loaded_at == DataVersion.objects.get().loaded_at


def test_while_the_database_is_away_the_edition_stays(monkeypatch: pytest.MonkeyPatch):
    old = edition.in_force()
    kept = Keeper(Standing(old))
    with monkeypatch.context() as gone:
        gone.setattr(keeper, "newest", away)
        kept.look()
    assert kept.standing == Standing(old, keeper.UNREADABLE, "no connection")
    kept.look()
    assert kept.standing == Standing(old)


def test_pages_and_readiness_say_that_the_database_is_away(monkeypatch: pytest.MonkeyPatch):
    standing = Standing(edition.in_force(), keeper.UNREADABLE)
    monkeypatch.setattr(edition, "current", lambda: standing)
    page = Client().get("/articles/3/")
    ready = Client().get("/readyz")
    assert (page.status_code, page.headers["Edition-Problem"]) == (200, keeper.UNREADABLE)
    assert ready.status_code == 200
    assert ready.content.decode().startswith("degraded, data version ")
    assert keeper.UNREADABLE in ready.content.decode()


def test_a_search_while_the_database_is_away_is_a_503_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(search, "fetch", away)
    for address in ("/articles/?q=sanctions", "/articles.json?q=sanctions"):
        answer = Client().get(address)
        assert answer.status_code == 503
        assert keeper.UNREADABLE in answer.content.decode()
        assert answer.headers["Retry-After"] == "30"
    assert Client().get("/articles/?theme=energy").status_code == 200


def test_before_anything_is_loaded_pages_say_so():
    DataVersion.objects.all().delete()
    page = Client().get("/articles/3/")
    assert page.status_code == 503
    assert keeper.NOT_LOADED in page.content.decode()
    with pytest.raises(LookupError, match=keeper.NOT_LOADED):
        edition.in_force()
