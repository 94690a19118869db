"""How much a first visit costs: everything a page loads, compressed, and in how many requests."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

KILOBYTE = 1024
MOST_REQUESTS = 4


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/articles/3/", 15),
        ("/articles/3/3/", 15),
        ("/articles/45/", 15),
        ("/", 22),
        ("/articles/", 22),
        ("/articles/?q=sanctions", 22),
        ("/questions/", 22),
        ("/treaty/", 60),
    ],
)
def test_a_first_visit_weighs_little_and_asks_seldom(page: Page, address: str, most: int) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it wants a function
    page.goto(address)
    weights = {answer.url: len(gzip.compress(answer.body(), 9)) for answer in answers}
    assert len(answers) <= MOST_REQUESTS, weights
    assert sum(weights.values()) <= most * KILOBYTE, weights


def test_what_the_explorer_fetches_once_it_is_used_is_fetched_once(page: Page) -> None:
    page.goto("/articles/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    box = page.get_by_label("Search the treaty")
    for text in ("oil", "oil gas", "gas"):
        box.fill(text)
        page.wait_for_url(f"**/articles/?q={text.replace(' ', '+')}")
    scripts = [url for url in fetched if url.endswith(".js")]
    assert len(scripts) == len(set(scripts)) == 2


def test_a_paragraph_that_is_marked_is_no_sign_that_somebody_is_at_the_page(page: Page) -> None:
    page.goto("/articles/3/3/")
    expect(page.locator(".paragraph-marked:focus-within")).to_have_count(1)
    scripts = page.locator("script[src]")
    expect(scripts).to_have_count(1)
    page.keyboard.press("Tab")
    expect(scripts).to_have_count(2)
