"""Each address says what its answer depends on, and its view reads nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.urls import get_resolver, resolve
from django.utils.datastructures import MultiValueDict

from articles import edition
from articles.views.understood import query_understood, taken_at
from articles.views.urls import TAKES
from tests.http.asking import ask_django

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ADDRESSES = (
    *("/", "/articles/", "/articles.json", "/articles/3/", "/articles/3/cite/", "/articles/3.md"),
    *("/articles/3/3/", "/articles/3/3/cite/", "/articles/3/3.json", "/articles/3/compare/"),
    *("/articles/22/2/3/", "/articles/22/2/3/cite/", "/articles/22/2/3.txt", "/treaty/"),
    *("/treaty/cite/", "/treaty.csv", "/data/", "/set/", "/set/3,5.md", "/set/3,5/cite/"),
    *("/set/3,5/", "/words/", "/words/energy/", "/verify/", "/themes/", "/themes/energy/"),
    *("/questions/", "/questions/sanctions/"),
    *(
        "/mentions/",
        "/mentions/brics/",
        "/thesaurus/",
        "/thesaurus/a/",
        "/timeline/",
        "/background/",
        "/sources/",
    ),
    *(
        "/obligations/",
        "/about/",
        "/sitemap.xml",
        "/robots.txt",
        "/opensearch.xml",
        "/site.webmanifest",
        "/changes.atom",
    ),
    *("/accessibility/", "/settings/", "/offline/", "/sw.js"),
    *("/openapi.json", "/.well-known/security.txt", "/healthz", "/readyz", "/3", "/3.json"),
)

ANSWERED = {
    "q": "oil",
    "theme": "energy",
    "strength": "duty",
    "match": "any",
    "set": "5.2",
    "note": "For Monday",
    "lang": "fa",
    "a": "en",
    "b": "en-2",
    "style": "apa",
    "page": "2",
    "exact": "1",
    "p": "1",
    "utm_source": "letter",
}
"""A value for each parameter that any view reads, but for those that make it lead elsewhere."""


def name_of(address: str) -> str:
    return resolve(address).url_name or ""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the parameters that have been read since."""
    names: set[str] = set()

    def noted(method: Callable[..., Any]) -> Callable[..., Any]:
        def read(data: MultiValueDict[str, str], name: str, *rest: Any) -> Any:
            if isinstance(data, QueryDict):
                names.add(name)
            return method(data, name, *rest)

        return read

    for method in ("__getitem__", "get", "getlist"):
        monkeypatch.setattr(MultiValueDict, method, noted(getattr(MultiValueDict, method)))
    return names


def test_every_address_says_what_its_answer_depends_on() -> None:
    names = {pattern.name for pattern in get_resolver().url_patterns[0].url_patterns}
    assert names == set(TAKES)


def test_an_address_of_every_name_is_asked_below() -> None:
    assert {*map(name_of, ADDRESSES), "card"} == set(TAKES)


LEADING_ON = {"items": "3,48", "word": "oil", "text": "The Parties"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_view_reads_another_parameter(address: str, asked: set[str]) -> None:
    takes = TAKES[name_of(address)]
    for query in ({}, ANSWERED, {**ANSWERED, **LEADING_ON}):
        ask_django(f"{address}?{urlencode(query)}", {})
    assert asked <= set(takes.parameters if takes else ())


def test_no_view_of_a_picture_reads_any(asked: set[str]) -> None:
    card = next(iter(edition.in_force().cards.values()))
    ask_django(f"{card.get_absolute_url()}?{urlencode(ANSWERED)}", {})
    assert not asked


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_view_that_heeds_a_header_says_so(address: str) -> None:
    takes = TAKES[name_of(address)]
    vary = ask_django(address, {}).vary
    assert ("Accept" in vary) == bool(takes and takes.is_by_accept)
    assert ("HX-Target" in vary) == bool(takes and takes.targets)


def test_there_is_nothing_to_understand_where_there_is_no_address() -> None:
    assert taken_at("/nothing-here/") is None
    assert taken_at("/articles/48/") is None
    assert taken_at("/\xff/") is None


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("", ""),
        ("x=1&q", ""),
        ("q=a+b%20c", "q=a+b+c"),
        ("q=\xff", "q=%C3%BF"),
        ("q=%FF", "q=%EF%BF%BD"),
        ("lang=fa&lang=ru,en&q=a", "q=a&lang=fa&lang=ru,en"),
        ("theme=b&theme=&theme=a", "theme=a&theme=b"),
        ("strength=b&strength=a&strength=b", "strength=a&strength=b"),
        ("match=any&match=all", "match=all"),
        ("q=a&q=b", "q=b"),
        ("q=a&q=", ""),
        ("&".join(["q=a"] * 1_001), None),
    ],
)
def test_a_query_is_written_in_one_way(query: str, understood: str | None) -> None:
    assert query_understood(query, ("q", "theme", "strength", "match", "lang")) == understood


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_nothing_of_the_database(
    address: str,
    django_assert_num_queries: Any,
) -> None:
    ask_django(address, {})
    with django_assert_num_queries(0):
        ask_django(f"{address}?{urlencode({'set': '5.2', 'lang': 'fa'})}", {})


@pytest.mark.parametrize(
    "query", ["oil", "oill", "zzzz", "sanctions OR oil", '"military cooperation"', "the -oil", "14"]
)
@pytest.mark.parametrize("path", ["/articles/", "/articles.json"])
def test_a_search_asks_the_database_twice_at_most(
    path: str,
    query: str,
    django_assert_max_num_queries: Any,
) -> None:
    ask_django("/articles/?q=oil", {})
    with django_assert_max_num_queries(2):
        ask_django(f"{path}?{urlencode({'q': query, 'theme': 'energy'})}", {})
