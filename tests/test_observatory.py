"""What Mozilla's HTTP Observatory says of the site behind https: its published rules, A+.

https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring: 100 at first, less for what
is amiss, and points beyond only where it is 90 without them. Not preloaded in browsers, and no
Subresource Integrity: all scripts are the site's own, which costs nothing.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client, override_settings
from justhtml import JustHTML

pytestmark = [pytest.mark.django_db, pytest.mark.once]

A_PLUS = 100
BONUS_FROM = 90
HALF_A_YEAR = 15_768_000
PRIVATE = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}

PATHS = ["/", "/articles/3/", "/articles/?q=oil", "/nowhere/"]


def directives(policy: str) -> dict[str, list[str]]:
    rows = [row.split() for row in policy.split(";") if row.strip()]
    return {name.lower(): values for name, *values in rows}


def penalties(headers: dict[str, str], html: str) -> dict[str, int]:
    policy = directives(headers.get("Content-Security-Policy", ""))
    scripts = policy.get("script-src", policy.get("default-src", ["*"]))
    styles = policy.get("style-src", policy.get("default-src", ["*"]))
    loose = {"*", "https:", "http:", "data:", "'unsafe-inline'", "'unsafe-eval'"}
    age = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    sources = [
        node.attrs.get("src") or "" for node in JustHTML(html, sanitize=False).query("script")
    ]
    return {
        "no policy": -25 * (not policy),
        "a loose policy for scripts": -20 * bool(loose & {*scripts}),
        "a loose policy for styles": -20 * bool(loose & {*styles}),
        "cookies": -40 * ("Set-Cookie" in headers),
        "read by any site": -50 * (headers.get("Access-Control-Allow-Origin") == "*"),
        "no hint to insist on https": -20 * (age is None),
        "a short one": -10 * (age is not None and int(age[1]) < HALF_A_YEAR),
        "types are guessed": -5 * (headers.get("X-Content-Type-Options") != "nosniff"),
        "framed": -20 * ("frame-ancestors" not in policy and "X-Frame-Options" not in headers),
        "tells where readers come from": -5 * (headers.get("Referrer-Policy") not in PRIVATE),
        "scripts of others": -50 * any("//" in source for source in sources),
    }


def bonuses(headers: dict[str, str]) -> dict[str, int]:
    policy = directives(headers["Content-Security-Policy"])
    resources = headers.get("Cross-Origin-Resource-Policy")
    return {
        "nothing by default": 10 * (policy.get("default-src") == ["'none'"]),
        "framed by nobody, as the policy says": 5 * ("frame-ancestors" in policy),
        "private": 5 * (headers.get("Referrer-Policy") in PRIVATE),
        "resources for itself": 10 * (resources in {"same-origin", "same-site"}),
    }


def score(headers: dict[str, str], html: str) -> int:
    without = 100 + sum(penalties(headers, html).values())
    return without + sum(bonuses(headers).values()) if without >= BONUS_FROM else without


@pytest.mark.parametrize("path", PATHS)
@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_behind_https_every_page_is_given_the_best_grade(path: str) -> None:
    response = Client().get(path, headers={"X-Forwarded-Proto": "https"})
    headers, html = dict(response.items()), response.content.decode()
    assert [name for name, points in penalties(headers, html).items() if points] == []
    assert [name for name, points in bonuses(headers).items() if not points] == []
    assert score(headers, html) > A_PLUS


def test_the_rules_take_points_from_a_site_that_has_none_of_this() -> None:
    html = '<script src="//elsewhere.example/a.js"></script>'
    bare = {"Set-Cookie": "a=b", "Access-Control-Allow-Origin": "*"}
    assert score(bare, html) < 0
    loose = {"Content-Security-Policy": "default-src 'unsafe-inline'"}
    assert sum(penalties(loose, "").values()) == -20 - 20 - 20 - 5 - 20 - 5
