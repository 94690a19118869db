"""The real site in a process of its own, and a real Chromium to read it with.

Tests here ask the site, never the database: Playwright keeps an event loop running in the
thread of the tests, and Django refuses its database to such a thread. The browser is therefore
the package's, not the session's: it is closed before the tests of other folders go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests import processes
from tests.browser import chromium

ARGUMENTS = (
    "--no-sandbox",  # root, and most containers, cannot have one; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no test leaves this machine
)
PATIENCE_MS = processes.PATIENCE * 1_000

expect.set_options(timeout=PATIENCE_MS)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every test of this folder."""
    item.add_marker("browser")


@pytest.fixture(scope="session")
def site(site_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site as in production; give its address, without a slash at the end."""
    with processes.serving(site_settings, tmp_path_factory.mktemp("log") / "log") as (_, address):
        yield address


@pytest.fixture(scope="package")
def browser(site_settings: dict[str, str]) -> Iterator[Browser]:
    """Start Chromium once for all tests of this folder, once the database is copied."""
    path = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        # Nothing is kept for reading offline, but where a test is about that.
        browser.new_context = partial(browser.new_context, service_workers="block")  # type: ignore[method-assign]
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Give an empty page of a new visitor; addresses may leave out the site."""
    with watched(browser.new_context(base_url=site), site) as context:
        yield context.new_page()


@pytest.fixture
def plain_page(browser: Browser, site: str) -> Iterator[Page]:
    """Give an empty page of a new visitor whose browser runs no JavaScript."""
    with watched(browser.new_context(base_url=site, java_script_enabled=False), site) as context:
        yield context.new_page()


@contextmanager
def watched(context: BrowserContext, site: str) -> Iterator[BrowserContext]:
    """Fail afterwards if a page asked another site, reported an error, or set a cookie.

    That a page itself answers 404 is the test's to judge, though Chromium reports it too; an
    image or a style sheet that does is a fault.
    """
    faults, visited = [], set()

    def note_request(request: Request) -> None:
        if request.is_navigation_request():
            visited.add(request.url)
        if not request.url.startswith(f"{site}/"):
            faults.append(f"asked another site: {request.url}")

    def note_console(message: ConsoleMessage) -> None:
        is_status = message.text.startswith("Failed to load resource")
        if message.type == "error" and not (is_status and message.location["url"] in visited):
            faults.append(f"console: {message.text} ({message.location['url']})")

    context.set_default_timeout(PATIENCE_MS)
    context.on("request", note_request)
    context.on("console", note_console)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    yield context
    faults += [f"set a cookie: {cookie['name']}" for cookie in context.cookies()]
    context.close()
    assert faults == []
