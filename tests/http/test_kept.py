"""Which answers are kept, for whom they are the same, and how many there may be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from django.test import override_settings

from articles import edition
from articles.edition import Standing, keeper
from articles.models import DataVersion
from articles.views import understood
from articles.views.ahead import in_front_of
from articles.views.kept import MOST_WITH_ODD, KeptAnswers, StartResponse, stores
from articles.views.understood import Environ
from tests.http.asking import (
    ALL,
    CODINGS,
    TAGGED,
    UNTAGGED,
    Answer,
    answer_of,
    ask_django,
    django,
    environ_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BROWSER = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br, zstd",
}


class Site:
    """A site that has just started, and the requests for which Django was asked."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.kept = KeptAnswers(self.make)

    def make(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        self.made.append(f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        return django(environ, start_response)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return answer_of(self.kept, environ_of(path, {**BROWSER, **named}, method))


@pytest.fixture
def site() -> Site:
    return Site()


def test_an_answer_is_made_once_and_then_given_to_all(site: Site) -> None:
    first = site.ask("/articles/3/")
    assert site.ask("/articles/3/") == first
    head = site.ask("/articles/3/", "HEAD")
    assert (head.status, head.headers, head.body) == (200, first.headers, b"")
    assert site.ask("/articles/3/", If_None_Match=first.headers["ETag"]).status == 304
    assert site.ask("/articles/3/", Accept="*/*", Accept_Encoding="br") == first
    assert len(site.made) == 1


@pytest.mark.parametrize("kind", ALL)
def test_the_answer_is_that_of_django_whoever_asked_before(site: Site, kind: str) -> None:
    path, headers = ALL[kind]
    for coding in (*CODINGS, *CODINGS):
        asked = {**BROWSER, **headers, "Accept-Encoding": coding}
        for method in ("GET", "HEAD"):
            answer = answer_of(site.kept, environ_of(path, asked, method))
            assert answer == ask_django(path, asked, method)


@pytest.mark.parametrize("kind", TAGGED)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_conditions_are_judged_as_django_judges_them(site: Site, kind: str, method: str) -> None:
    path, headers = TAGGED[kind]
    for name, tag in (
        ("If-None-Match", "*"),
        ("If-Match", '"other"'),
        ("If-None-Match", '"other"'),
    ):
        asked = {**BROWSER, **headers, name: tag}
        expected = ask_django(path, asked, method)
        for _ in range(2):  # with nothing kept at first, and then with the answer kept
            assert answer_of(site.kept, environ_of(path, asked, method)) == expected


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("/articles/3/", "/articles/3/?utm_source=letter"),
        ("/treaty/", "/treaty/?x=1"),
        ("/treaty/", "/treaty/?q=oil&page=3"),
        ("/articles/", "/articles/?q=&theme="),
        ("/articles/?q=oil", "/articles/?x=1&q=oil&y"),
        ("/articles/?q=oil&theme=energy", "/articles/?theme=energy&q=oil"),
        ("/articles/?theme=energy&theme=trade", "/articles/?theme=trade&theme=energy&theme=trade"),
        ("/articles/?q=oil", "/articles/?q=gas&q=oil"),
        ("/articles/3/?q=oil&set=3,5.2", "/articles/3/?set=3%2C5.2&q=%6Fil"),
        ("/articles.json?q=oil", "/articles.json?q=oil&fbclid=1"),
        ("/words/?page=2", "/words/?fbclid=a&page=2"),
        ("/set/3,5/cite/", "/set/3,5/cite/?utm_source=letter"),
        ("/articles/3.json", "/articles/3.json?set=5"),
    ],
)
def test_the_same_question_has_the_same_answer_however_it_is_put(
    site: Site, address: str, same: str
) -> None:
    assert site.ask(same).status == 200
    assert site.ask(same) == site.ask(address) == Site().ask(address)
    assert len(site.made) == 1


def test_what_an_address_does_not_know_is_nowhere_on_the_page(site: Site) -> None:
    for path in ("/articles/3/?q=oil&utm_source=letter", "/words/?utm_source=letter", "/nothing/"):
        assert b"utm_source" not in site.ask(path).content


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/articles/?q=oil", "/articles/?q=gas"),
        ("/articles/?q=oil", "/articles/"),
        ("/articles/?q=oil&q=", "/articles/?q=oil"),
        ("/articles/3/?q=oil", "/articles/3/?q=trade"),
        ("/words/?page=2", "/words/?page=3"),
        ("/set/3,5/cite/", "/set/3,5/cite/?style=apa"),
        ("/articles/3/?set=5", "/articles/3/?set=6"),
    ],
)
def test_another_question_has_an_answer_of_its_own(site: Site, one: str, other: str) -> None:
    assert site.ask(one).content != site.ask(other).content
    assert len(site.made) == 2


def test_a_short_address_leads_on_with_all_that_it_was_given(site: Site) -> None:
    answer = site.ask("/3.3?utm_source=letter&q=oil")
    assert answer.headers["Location"] == "/articles/3/3/?utm_source=letter&q=oil"


def test_a_query_with_too_many_parts_is_refused_as_before(site: Site) -> None:
    assert site.ask(f"/articles/?{'q=a&' * 1_001}").status == 400


class TestForms:
    def test_data_and_page_at_one_address_are_kept_apart(self, site: Site) -> None:
        for _ in range(2):
            for accept, media_type in (
                ("application/json", "application/json"),
                ("text/csv;q=0.9, text/markdown", "text/markdown"),
                ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
                ("*/*", "text/html"),
                ("text/html;q=0.5, text/csv;q=0.1", "text/html"),
            ):
                answer = site.ask("/articles/3/", Accept=accept)
                assert answer.headers["Content-Type"] == f"{media_type}; charset=utf-8"
        assert len(site.made) == 3

    def test_however_a_form_is_asked_for_it_is_made_once(self, site: Site) -> None:
        for number in range(20):
            site.ask("/articles/3/", Accept=f"application/json;q=0.9{number}, text/html;q=0.5")
            site.ask("/articles/3.md", Accept=f"text/markdown;q=0.{number + 1}")
        assert len(site.made) == 2

    @pytest.mark.parametrize("target", ["suggestions", "results", "lamps"])
    @pytest.mark.parametrize("also", [{}, {"HX_Request": "true"}, {"HX_Request": "false"}])
    def test_no_fragment_is_kept_in_the_place_of_the_page(
        self, site: Site, target: str, also: dict[str, str]
    ) -> None:
        site.ask("/articles/", HX_Target=target, **also)
        assert b"<!DOCTYPE html>" in site.ask("/articles/").content
        assert site.ask("/articles/3/", HX_Target=target, **also) == site.ask("/articles/3/")

    def test_suggestions_are_kept_too(self, site: Site) -> None:
        for _ in range(2):
            assert b"<main" not in site.ask("/articles/?q=oil", HX_Target="suggestions").content
        assert len(site.made) == 1


class TestCodings:
    @pytest.mark.parametrize("path", ["/thesaurus/", "/treaty/", "/articles/3.json"])
    def test_none_of_them_needs_the_answer_made_again(self, site: Site, path: str) -> None:
        for coding in (*CODINGS, *CODINGS):
            assert site.ask(path, Accept_Encoding=coding).status == 200
        assert len(site.made) == 1

    def test_a_large_answer_is_never_kept_unpacked(self, site: Site) -> None:
        plain = site.ask("/thesaurus/", Accept_Encoding="identity")
        assert stores(edition.in_force()).pages.size < len(plain.body) / 4

    def test_a_picture_is_kept_once_for_all(self, site: Site) -> None:
        card = next(iter(edition.in_force().cards.values()))
        for coding in CODINGS:
            answer = site.ask(card.get_absolute_url(), Accept_Encoding=coding)
            assert answer.body == bytes(card.png)
        assert len(site.made) == 1


class TestWhatIsNotKept:
    @pytest.mark.parametrize("kind", UNTAGGED)
    def test_nothing_that_forbids_it_and_nothing_but_success(self, site: Site, kind: str) -> None:
        path, headers = UNTAGGED[kind]
        for _ in range(2):
            answer_of(site.kept, environ_of(path, headers))
        assert len(site.made) == 2

    def test_nothing_that_was_only_looked_at(self, site: Site) -> None:
        for _ in range(2):
            site.ask("/articles/3/", "HEAD")
        assert len(site.made) == 2

    def test_nothing_of_another_method(self, site: Site) -> None:
        site.ask("/articles/3/")
        assert site.ask("/articles/3/", "POST").status == 405

    def test_a_site_that_is_debugged_keeps_nothing(self) -> None:
        with override_settings(DEBUG=True):
            assert in_front_of(django) is django


class TestHosts:
    def test_each_has_its_own_addresses_in_its_answers(self, site: Site) -> None:
        for host in ("testserver", "localhost", "testserver:80", "testserver"):
            canonical = f'<link rel="canonical" href="http://{host}/articles/3/">'
            assert canonical in site.ask("/articles/3/", Host=host).content.decode()
        assert len(site.made) == 3

    def test_one_that_is_refused_is_refused_every_time(self, site: Site) -> None:
        site.ask("/articles/3/")
        for _ in range(2):
            assert site.ask("/articles/3/", Host="elsewhere.example").status == 400
        assert len(site.kept.origins) == 1

    def test_odd_ports_drive_nothing_out(self, site: Site) -> None:
        site.ask("/articles/3/")
        for port in range(9_000, 9_030):
            assert site.ask("/articles/3/", Host=f"testserver:{port}").status == 200
        assert len(site.kept.origins) == MOST_WITH_ODD
        site.made.clear()
        site.ask("/articles/3/")
        for host in ("localhost", "localhost:80"):  # as the settings name it
            site.ask("/articles/3/", Host=host)
            site.ask("/articles/3/", Host=host)
        assert len(site.made) == 2

    @pytest.mark.parametrize("host", ["TestServer", "testserver.", "testserver:999999"])
    def test_however_a_known_host_is_written_nothing_is_made_again(
        self, site: Site, host: str
    ) -> None:
        for known in ("testserver", "localhost"):
            site.ask("/treaty/", Host=known)
        site.made.clear()
        assert site.ask("/treaty/", Host=host) == site.ask("/treaty/")
        assert site.made == []

    @override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
    def test_with_encryption_it_is_another_answer(self, site: Site) -> None:
        plain, secure = site.ask("/"), site.ask("/", X_Forwarded_Proto="https")
        assert "Strict-Transport-Security" not in plain.headers
        assert "Strict-Transport-Security" in secure.headers
        assert "https://testserver/" in secure.content.decode()
        assert [site.ask("/"), site.ask("/", X_Forwarded_Proto="https")] == [plain, secure]
        assert len(site.made) == 2


class TestHowMuchIsKept:
    def test_no_flood_of_questions_drives_out_a_page(self, site: Site) -> None:
        kept = stores(edition.in_force())
        kept.others.most = 100_000
        site.ask("/articles/3/")
        for number in range(60):
            site.ask(f"/articles/?q=lamp{number}")
            site.ask(f"/words/lamp{number}/")
            site.ask(f"/set/{number % 40 + 1},3/")
            site.ask("/articles/3/", Accept=f"text/csv, text/markdown;q=0.{number}")
        assert 50_000 < kept.others.size <= kept.others.most
        site.made.clear()
        site.ask("/articles/3/")
        assert not site.made

    def test_what_was_asked_for_last_stays(self, site: Site) -> None:
        kept = stores(edition.in_force()).others
        kept.most = 100_000
        for number in range(30):
            site.ask(f"/articles/?q=lamp{number}")
            site.ask("/articles/?q=oil")
        assert site.made.count("/articles/?q=oil") == 1
        assert kept.size == sum(answer.size for answer in kept.places.values())

    def test_an_answer_that_is_larger_than_the_room_is_given_all_the_same(self, site: Site) -> None:
        kept = stores(edition.in_force()).pages
        kept.most = 100
        assert site.ask("/articles/3/") == site.ask("/articles/3/")
        assert (kept.size, len(kept.places)) == (0, 0)


class TestHowLongItIsKept:
    def test_another_edition_has_other_answers(self, site: Site) -> None:
        first = site.ask("/articles/3/")
        DataVersion.objects.update(digest="1" * 64)
        again = site.ask("/articles/3/", If_None_Match=first.headers["ETag"])
        assert again.status == 200
        assert again.content != first.content

    def test_another_day_has_other_citations(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = site.ask("/articles/3/cite/")
        later = datetime(2031, 2, 3, 0, 30, tzinfo=UTC)
        monkeypatch.setattr(understood, "time", later.timestamp)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        assert b"3 February 2031" in site.ask("/articles/3/cite/").content
        assert b"3 February 2031" not in first.content

    def test_while_the_database_is_away_kept_answers_say_so(self, site: Site) -> None:
        first = site.ask("/articles/3/")
        there = keeper.KEEPER.standing
        keeper.KEEPER.standing = Standing(there.edition, "It is away.")
        for path in ("/articles/3/", "/articles/4/"):
            for _ in range(2):
                assert site.ask(path).headers["Edition-Problem"] == "It is away."
            tag = site.ask(path).headers["ETag"]
            assert site.ask(path, If_None_Match=tag).headers["Edition-Problem"] == "It is away."
        assert len(site.made) == 2
        keeper.KEEPER.standing = there
        assert site.ask("/articles/3/") == first
        assert "Edition-Problem" not in site.ask("/articles/4/").headers
