"""Pages are made before anybody asks for them, under the hosts that are known."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable
from itertools import islice

import pytest

from articles import edition
from articles.edition import Edition, keeper
from articles.models import DataVersion
from articles.search import lexicon
from articles.views import ahead
from articles.views.ahead import Ahead, main_pages, other_pages
from articles.views.kept import Application, StartResponse, stores
from articles.views.understood import Environ
from tests.http.asking import answer_of, ask_django, django, environ_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that Django has been asked for since; nothing is made beside anything else."""
    monkeypatch.setattr(edition, "beside", lambda work: work())
    monkeypatch.setattr(ahead, "sleep", lambda seconds: None)
    monkeypatch.setattr(ahead, "pass_over", lambda: None)
    monkeypatch.setattr(ahead, "main_pages", lambda shown: main_pages(shown)[::20])
    monkeypatch.setattr(ahead, "other_pages", lambda shown: islice(other_pages(shown), 0, 400, 40))
    return []


@pytest.fixture
def site(made: list[str], monkeypatch: pytest.MonkeyPatch) -> Ahead:
    monkeypatch.setattr(keeper.KEEPER, "preparations", [])
    return Ahead(noting(made))


def noting(made: list[str]) -> Application:
    def make(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        made.append(environ["PATH_INFO"])
        return django(environ, start_response)

    return make


def test_the_collector_passes_over_what_stays_and_frees_what_went_since() -> None:
    class Row:
        """One that refers to itself, as the rows of an edition refer to each other."""

        def __init__(self) -> None:
            self.itself = self

    try:
        old, gone = Row(), weakref.ref(Row())
        ahead.pass_over()
        assert gone() is None
        assert all(each is not old for each in gc.get_objects())
        gone = weakref.ref(old)
        del old
        ahead.pass_over()
        assert gone() is None
    finally:
        gc.unfreeze()


def test_the_first_request_under_a_host_has_all_its_pages_made(
    site: Ahead, made: list[str]
) -> None:
    answer_of(site.kept, environ_of("/articles/3/", {}))
    shown = edition.in_force()
    paths = [*ahead.main_pages(shown), *ahead.other_pages(shown)]
    assert set(made) == {"/articles/3/", *paths}
    made.clear()
    for path in paths:
        for coding in ("br", "gzip", "identity"):
            asked = {"Accept-Encoding": coding}
            assert answer_of(site.kept, environ_of(path, asked)) == ask_django(path, asked)
    assert not made
    answer_of(site.kept, environ_of("/articles/3/", {"Host": "localhost"}))
    assert len(made) == len(paths) + 1


def test_there_is_a_page_at_every_address_that_is_made() -> None:
    paths = [*main_pages(edition.in_force()), *other_pages(edition.in_force())]
    assert len(paths) == len(set(paths)) > 400
    for path in islice(paths, 0, None, 10):
        assert ask_django(path, {}).status == 200


def test_an_edition_is_prepared_before_it_takes_the_place_of_another(
    site: Ahead, made: list[str]
) -> None:
    answer_of(site.kept, environ_of("/articles/3/", {}))
    made.clear()
    before = edition.in_force()
    keeper.KEEPER.preparations.append(site.prepare)
    seen: list[Edition] = []
    keeper.KEEPER.preparations.append(lambda coming: seen.append(edition.in_force()))
    standing = keeper.KEEPER.standing
    DataVersion.objects.update(digest="1" * 64)
    keeper.KEEPER.standing = standing
    keeper.KEEPER.look()
    coming = edition.in_force()
    assert seen == [before] != [coming]
    assert lexicon.__wrapped__ in coming.kept  # type: ignore[attr-defined]
    assert len(stores(coming).pages.places) == len(set(made)) > 10
    made.clear()
    assert answer_of(site.kept, environ_of("/", {})).status == 200
    assert not made


def test_a_site_that_starts_works_out_what_search_needs(site: Ahead) -> None:
    shown = edition.in_force()
    shown.kept.clear()
    site.begin(edition.Standing(shown))
    assert lexicon.__wrapped__ in shown.kept  # type: ignore[attr-defined]
