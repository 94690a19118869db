"""What holds for every answer: read-only, private, strict, cacheable, never a 500."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from hypothesis import given
from hypothesis import strategies as st

from articles.models import DataVersion
from articles.views import errors
from tests import processes
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PATHS = ["/", "/articles/", "/articles/3/", "/articles.json", "/healthz", "/nowhere/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_methods_that_could_change_something_answer_405(method: str, path: str) -> None:
    response = Client().generic(method, path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert "read-only" in response.content.decode()


def test_options_names_the_methods() -> None:
    response = Client().options("/articles/3/")
    assert (response.status_code, response["Allow"]) == (200, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", ["/", "/articles/?q=oil", "/articles/3/", "/articles.json"])
def test_head_answers_like_get_without_a_body(path: str) -> None:
    got, head = Client().get(path), Client().head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head["Content-Type"] == got["Content-Type"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_policy_headers_and_no_cookie(path: str) -> None:
    response = Client().get(path)
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] in {"same-origin", "cross-origin"}
    assert "geolocation=()" in response["Permissions-Policy"]
    assert not response.cookies


@pytest.mark.parametrize("path", PATHS)
def test_no_answer_may_be_framed_by_browsers_that_know_no_policy(path: str) -> None:
    assert Client().get(path)["X-Frame-Options"] == "DENY"


REFUSED = {
    "another host": {"headers": {"Host": "elsewhere.example"}},
    "no host at all": {"headers": {"Host": "a b"}},
    "a cookie that is none": {"headers": {"Host": "elsewhere.example", "Cookie": "csrftoken=x"}},
    "too many parameters": {"data": {f"a{n}": "1" for n in range(1_001)}},
}


@pytest.mark.parametrize("request_", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/articles/", "text/html; charset=utf-8"),
        ("/articles.json", "application/problem+json"),
    ],
)
def test_what_cannot_be_understood_is_refused_under_the_rules_of_every_answer(
    path: str, kind: str, request_: dict[str, Any]
) -> None:
    response = Client().get(path, **request_)
    assert (response.status_code, response["Content-Type"]) == (400, kind)
    assert "This request cannot be understood" in response.content.decode()
    assert response["Content-Security-Policy"].startswith("default-src 'none';")
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nowhere/", "text/html; charset=utf-8"),
        ("/articles.json", "application/problem+json"),
    ],
)
def test_more_headers_than_are_read_have_an_answer_of_their_own(path: str, kind: str) -> None:
    response = Client().get(path, headers={"X-Long": "x" * 33_000, "Cookie": "csrftoken=x"})
    assert (response.status_code, response["Content-Type"]) == (431, kind)
    assert "has more in its headers" in response.content.decode()
    assert response["Content-Security-Policy"].startswith("default-src 'none';")
    assert not response.cookies


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/?" + "a=b&" * 1_001,
        "/3?" + "a=b&" * 1_001,
        "/Articles/3/77/?q=" + "x" * 20_000,
        "/Preamble/" + "9" * 30,
        "/preamble/1/" + "9" * 30 + "/",
        "/nowhere/" * 3_000,
    ],
)
def test_nothing_in_an_address_is_too_much_for_the_page_that_says_where_it_leads(path: str) -> None:
    assert Client().get(path).status_code in {301, 400, 404}


def test_a_query_string_longer_than_any_is_left_behind_where_an_address_leads_on() -> None:
    response = Client().get("/3?q=" + "x" * 6_000)
    assert response["Location"] == "/articles/3/"


def test_what_is_forbidden_has_a_page_of_its_own_and_data_where_data_is_asked_for() -> None:
    page, data = (
        errors.forbidden(RequestFactory().get(path), PermissionDenied())
        for path in ("/articles/", "/articles/3.json")
    )
    assert page.status_code == data.status_code == 403
    assert b"<h1>Forbidden</h1>" in page.content
    assert json.loads(data.content)["status"] == 403


def test_the_checks_of_django_for_deployment_find_nothing(tmp_path: Path) -> None:
    check = (*processes.MANAGE, "check", "--deploy", "--fail-level=WARNING")
    code, said = processes.outcome(check, tmp_path / "log")
    assert code == 0, said
    assert said.startswith("System check identified no issues")


def test_https_answers_ask_for_https_from_then_on() -> None:
    assert "max-age=31536000" in Client().get("/", secure=True)["Strict-Transport-Security"]


def test_only_data_may_be_read_from_other_sites() -> None:
    assert Client().get("/articles.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in Client().get("/articles/")


def test_a_page_that_has_not_changed_is_not_sent_again() -> None:
    first = Client().get("/articles/3/")
    again = Client().get("/articles/3/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "public" in first["Cache-Control"]


def test_a_fragment_and_the_page_at_the_same_address_are_told_apart_by_caches() -> None:
    page = Client().get("/articles/?q=oil")
    fragment = Client().get(
        "/articles/?q=oil", headers={"HX-Request": "true", "HX-Target": "results"}
    )
    for response in (page, fragment):
        vary = {name.strip() for name in response["Vary"].split(",")}
        assert {"HX-Request", "HX-Target"} <= vary
    assert b"<main" in page.content
    assert b"<main" not in fragment.content
    assert fragment["HX-Push-Url"] == "/articles/?q=oil"
    assert "HX-Target" not in Client().get("/articles/3/").get("Vary", "")


def test_htmx_restoring_history_gets_the_whole_page() -> None:
    restored = Client().get(
        "/articles/?q=oil",
        headers={"HX-Request": "true", "HX-History-Restore-Request": "true"},
    )
    assert b"<main" in restored.content


def test_the_json_gives_the_same_answer_as_the_page() -> None:
    for query in ("", "?q=sanctions", "?q=caspian+sea&theme=regional-security", "?theme=energy"):
        page = fetch(f"/articles/{query}")
        data = json.loads(fetch(f"/articles.json{query}").html)
        assert data["count"] == len(data["results"])
        links = [
            node.attrs["href"].split("?")[0] for node in page.document.query("ol.hits .hit h2 a")
        ]
        assert [result["url"] for result in data["results"]] == links
        headings = page.text("ol.hits .hit h2")
        for result, heading in zip(data["results"], headings, strict=True):
            assert result["title"] in heading


def test_the_json_has_the_promised_shape() -> None:
    data = json.loads(fetch("/articles.json?q=sanctions&theme=trade&theme=nothing").html)
    assert data["query"] == "sanctions"
    assert data["themes"] == ["trade"]
    assert data["suggestion"] is None
    assert "“nothing”" in data["notice"]
    assert data["results"][0]["number"] == 19
    keys = {"number", "paragraph", "title", "url", "snippet", "caution", "why", "themes", "point"}
    assert set(data["results"][0]) == keys
    assert "<" not in data["results"][0]["snippet"]


def test_the_json_without_a_query_lists_the_whole_treaty_in_order() -> None:
    results = json.loads(fetch("/articles.json").html)["results"]
    assert [result["number"] for result in results] == [*range(48), None]
    assert results[-1]["url"] == "/closing/"


def test_an_unknown_theme_is_ignored_and_the_page_says_so() -> None:
    page = fetch("/articles/?theme=trade&theme=<b>")
    assert page.status == 200
    assert "There is no theme “<b>”" in page.text(".notice")[0]
    assert page.document.query("input[value=trade][checked]")


@pytest.mark.parametrize("match", ["any", "all"])
def test_each_theme_shows_how_many_articles_it_would_leave(match: str) -> None:
    page = fetch(f"/articles/?theme=trade&match={match}")
    boxes = [label.query("input")[0].attrs for label in page.document.query("#themes .choice")]
    counts = page.text("#themes .choice-count")
    assert len(boxes) == 15
    for box, shown in zip(boxes, counts, strict=True):
        query = f"theme=trade&theme={box['value']}&match={match}"
        both = json.loads(fetch(f"/articles.json?{query}").html)["count"]
        assert shown.split()[0] == (str(both) if both else "none"), query
        assert ("disabled" in box) is (not both)


def test_active_filters_stand_above_the_results_each_with_a_link_that_removes_it() -> None:
    page = fetch("/articles/?q=oil&theme=trade&theme=energy")
    links = {node.attrs["href"] for node in page.document.query(".active a")}
    assert links == {
        "/articles/?theme=trade&theme=energy",
        "/articles/?q=oil&theme=energy&match=all",
        "/articles/?q=oil&theme=trade&match=all",
        "/articles/",
    }


def test_the_strip_lights_what_was_found_and_shows_all() -> None:
    page = fetch("/articles/?theme=energy")
    ticks = page.document.query(".found-more .tick")
    assert len(ticks) == 49
    lit = [node.to_text().strip() for node in ticks if "lit" in (node.attrs["class"] or "").split()]
    assert lit == ["22", "23"]


def test_a_site_without_data_is_alive_and_not_ready() -> None:
    DataVersion.objects.all().delete()
    ready, alive = Client().get("/readyz"), Client().get("/healthz")
    said = b"The treaty has not been loaded into the database.\n"
    assert (ready.status_code, ready.content) == (503, said)
    assert (alive.status_code, alive.content) == (200, b"ok\n")


@pytest.mark.parametrize("path", ["/", "/articles/", "/articles/3/3/", "/articles.json", "/48"])
def test_without_data_every_page_says_so_and_what_to_do(path: str) -> None:
    DataVersion.objects.all().delete()
    page = fetch(path)
    assert page.status == 503
    assert "The treaty has not been loaded into the database." in page.html
    assert "make run" in page.html


def test_a_loaded_site_is_ready_and_names_its_data_version() -> None:
    version = DataVersion.objects.get()
    assert Client().get("/readyz").content.decode() == f"ok, data version {version.short}\n"
    assert version.short in fetch("/").text(".footer")[0]


def test_our_own_mistakes_give_a_page_without_details(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **named: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("articles.views.pages.show", broken)
    response = Client(raise_request_exception=False).get("/themes/")
    assert response.status_code == 500
    assert b"Something went wrong" in response.content
    assert b"secret detail" not in response.content


@given(q=st.text(max_size=300), theme=st.text(max_size=80))
def test_no_query_string_yields_an_error(q: str, theme: str) -> None:
    for path in ("/articles/", "/articles.json"):
        response = Client().get(path, {"q": q, "theme": [theme, "trade"]})
        assert response.status_code == 200


FORWARDED = {"X-Forwarded-Proto": "https", "Host": "testserver"}


def test_behind_a_proxy_that_ends_tls_addresses_begin_with_https() -> None:
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        assert fetch("/robots.txt", **FORWARDED).html.endswith("https://testserver/sitemap.xml\n")


def test_without_a_proxy_nobody_can_claim_https() -> None:
    assert fetch("/robots.txt", **FORWARDED).html.endswith("http://testserver/sitemap.xml\n")


@pytest.mark.parametrize(("value", "header"), [("1", True), ("", False), ("0", False)])
def test_the_proxy_is_believed_only_where_the_environment_says_so(value: str, header: bool) -> None:
    code = "from treaty_site import settings; print('SECURE_PROXY_SSL_HEADER' in vars(settings))"
    done = subprocess.run(  # noqa: S603 - our own settings
        [sys.executable, "-c", code],
        cwd=processes.ROOT,
        env=processes.environment(BEHIND_PROXY=value),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(header)
