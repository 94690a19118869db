"""The treaty without a connection, after one visit; and that it can be switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

KEPT = re.compile(r"^\d+ pages and files are kept: \d+ KB\.$")
OFFLINE = re.compile(r"^You are offline\. This page was kept on \d+ \w+ \d{4}\.$")


@pytest.fixture
def visited(browser: Browser, site: str) -> Iterator[Page]:
    """Give a page of somebody who has been here once; without a connection it reports errors."""
    context = browser.new_context(base_url=site, service_workers="allow")
    page = context.new_page()
    page.goto("/settings/")
    expect(page.locator("[data-kept]")).to_have_text(KEPT)
    yield page
    context.close()


def without_connection(page: Page) -> BrowserContext:
    page.context.set_offline(True)
    return page.context


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/", "Treaty on the Comprehensive Strategic Partnership"),
        ("/preamble/", "Preamble"),
        ("/articles/3/", "Article 3"),
        ("/articles/47/?q=oil", "Article 47"),
        ("/closing/", "Closing lines"),
        ("/treaty/", "The whole treaty"),
    ],
)
def test_what_is_kept_is_read_and_says_so(visited: Page, address: str, heading: str) -> None:
    without_connection(visited)
    visited.goto(address)
    expect(visited.get_by_role("heading", level=1)).to_contain_text(heading)
    expect(visited.locator(".offline")).to_have_text(OFFLINE)


def test_a_kept_page_has_its_style_and_its_scripts(visited: Page) -> None:
    without_connection(visited)
    visited.goto("/articles/3/")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert visited.evaluate(paper) == "rgb(251, 250, 247)"
    visited.keyboard.press("j")
    expect(visited.locator("#art_3__para_1")).to_be_focused()
    visited.locator("#related + .entries a").first.hover()
    expect(visited.get_by_role("tooltip")).to_contain_text("Article 5")


def test_a_paragraph_is_read_on_the_page_of_its_article(visited: Page) -> None:
    without_connection(visited)
    visited.goto("/articles/3/3/")
    expect(visited).to_have_url("/articles/3/")


def test_a_page_that_is_not_kept_gives_way_to_one_that_says_what_is(visited: Page) -> None:
    without_connection(visited)
    visited.goto("/timeline/")
    expect(visited.get_by_role("heading", level=1)).to_have_text("Reading offline")
    expect(visited.locator(".offline")).to_have_text("You are offline.")
    visited.get_by_role("main").get_by_role("link", name="Article 19").click()
    expect(visited).to_have_url("/articles/19/")


def test_with_a_connection_nothing_that_is_kept_is_shown(visited: Page) -> None:
    """The words searched for make an address of which the browser itself has kept nothing."""
    stale = """async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const page = new Response("<main>Stale</main>", { headers: { "Content-Type": "text/html" } });
      await cache.put("/articles/3/", page);
    }"""
    visited.evaluate(stale)
    visited.goto("/articles/3/?q=aggression")
    expect(visited.get_by_role("heading", level=1)).to_contain_text("Article 3")
    context = without_connection(visited)
    visited.goto("/articles/3/?q=separatism")
    expect(visited.get_by_text("Stale")).to_be_visible()
    context.set_offline(False)
    visited.goto("/articles/3/?q=territory")
    expect(visited.get_by_role("heading", level=1)).to_contain_text("Article 3")


def test_the_line_comes_and_goes_with_the_connection(visited: Page) -> None:
    visited.goto("/articles/3/")
    visited.mouse.move(2, 2)
    visited.mouse.move(9, 9)  # the first one after a page has come says of no movement
    expect(visited.locator("#preview")).to_be_attached()
    context = without_connection(visited)
    expect(visited.locator(".offline")).to_have_text(OFFLINE)
    context.set_offline(False)
    expect(visited.locator(".offline")).to_have_count(0)


def test_switched_off_everything_goes_and_nothing_comes_back(visited: Page) -> None:
    visited.get_by_label("Keep the treaty in this browser").uncheck()
    expect(visited.locator("[data-kept]")).to_have_text("Nothing is kept.")
    assert visited.evaluate("caches.keys()") == []
    visited.reload()
    expect(visited.locator("[data-kept]")).to_have_text("Nothing is kept.")
    workers = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
    assert visited.evaluate(workers) == 0

    visited.get_by_label("Keep the treaty in this browser").check()
    expect(visited.locator("[data-kept]")).to_have_text(KEPT)
