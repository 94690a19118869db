"""Suggestions below the search box: a combobox that is used with keys, mouse and finger."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import watched
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import PHONE

PLACES = {"masthead": "/articles/3/", "home": "/", "explorer": "/articles/"}
SELECTED = "[role=option][aria-selected=true]"
EXPLORER = "/articles/?q="
TOP = "element => element.getBoundingClientRect().top + scrollY"


def box(page: Page) -> Locator:
    return page.get_by_label("Search the treaty")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def suggested(page: Page, address: str = "/articles/3/", words: str = "spie") -> Locator:
    """Type into the box of a page; return the options, once they are there."""
    page.goto(address)
    box(page).press_sequentially(words)
    expect(options(page).first).to_be_visible()
    return options(page)


@pytest.mark.parametrize("address", PLACES.values(), ids=PLACES)
def test_every_search_box_suggests_while_somebody_types(page: Page, address: str) -> None:
    found = suggested(page, address)
    expect(found.filter(has_text="Article 4 ")).to_have_count(1)
    expect(found.last).to_have_text(re.compile(r"All \d+ results"))
    combobox = page.get_by_role("combobox", name="Search the treaty", expanded=True)
    expect(combobox).to_be_focused()
    said = page.locator(".search [aria-live]")
    expect(said).to_have_text(f"{found.count()} suggestions")
    assert violations(page) == []


def test_the_list_lies_over_the_page_and_moves_nothing(page: Page) -> None:
    page.goto("/")
    before = page.locator("main h2").first.evaluate(TOP)
    suggested(page, "/")
    assert page.locator("main h2").first.evaluate(TOP) == before


def test_arrow_keys_walk_through_the_list_and_enter_opens_what_is_active(page: Page) -> None:
    found = suggested(page)
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        box(page).press(key)
        expect(page.locator(SELECTED)).to_have_text(found.nth(at).inner_text())
        active = box(page).get_attribute("aria-activedescendant")
        assert active == page.locator(SELECTED).get_attribute("id")
        expect(box(page)).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        box(page).press(key)
    expect(page).to_have_url(re.compile("/articles/4/"))


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "x"])
def test_other_keys_are_for_the_text(page: Page, key: str) -> None:
    suggested(page)
    box(page).press("ArrowDown")
    expect(page.locator(SELECTED)).to_have_count(1)
    box(page).press(key)
    expect(page.locator(SELECTED)).to_have_count(0)
    if key == "Home":
        assert box(page).evaluate("element => element.selectionStart") == 0


def test_enter_without_an_active_option_searches(page: Page) -> None:
    suggested(page)
    box(page).press("Enter")
    expect(page).to_have_url(f"{EXPLORER}spie")


def test_escape_closes_the_list_and_keeps_the_words(page: Page) -> None:
    suggested(page)
    box(page).press("Escape")
    expect(options(page).first).to_be_hidden()
    expect(box(page)).to_have_value("spie")
    expect(page.get_by_role("combobox", expanded=False)).to_be_focused()
    box(page).press("ArrowDown")
    expect(page.locator(SELECTED)).to_be_visible()


def test_the_list_goes_with_the_focus_and_with_the_words(page: Page) -> None:
    suggested(page)
    box(page).fill("")
    expect(options(page)).to_have_count(0)
    suggested(page)
    page.keyboard.press("Tab")
    expect(options(page).first).to_be_hidden()


def test_a_mouse_opens_a_suggestion(page: Page) -> None:
    suggested(page).filter(has_text="Article 4 ").click()
    expect(page).to_have_url(re.compile("/articles/4/"))


def test_a_finger_opens_a_suggestion(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport=PHONE, has_touch=True, is_mobile=True)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        page.locator("summary", has_text="Search").tap()
        box(page).tap()
        box(page).press_sequentially("spie")
        expect(options(page).first).to_be_visible()
        for option in options(page).all():
            size = option.bounding_box()
            assert size is not None
            assert size["height"] >= 44
        options(page).filter(has_text="Article 4 ").tap()
        expect(page).to_have_url(re.compile("/articles/4/"))


def test_an_outdated_answer_never_replaces_a_newer_one(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"q=oil$"), hold)
    page.goto("/articles/3/")
    with page.expect_request(re.compile(r"q=oil$")):
        box(page).fill("oil")
    box(page).fill("spies")
    expect(options(page).filter(has_text="Article 4 ")).to_have_count(1)
    held[0].fulfill(body="<a role=option>Outdated</a>", content_type="text/html")
    page.evaluate("fetch('/healthz').then(answer => answer.text())")
    expect(page.get_by_text("Outdated")).to_have_count(0)


def test_letters_typed_quickly_ask_only_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install(time=0)
    page.goto("/articles/3/")
    box(page).focus()
    expect(page.get_by_role("combobox")).to_be_visible()
    page.clock.pause_at(60_000)  # no wait for more typing comes to an end between the letters
    for letters in ("s", "sp", "spie"):
        box(page).fill(letters)
    page.clock.run_for(10_000)
    expect(options(page).first).to_be_visible()
    assert [url.partition("?q=")[2] for url in asked if "?q=" in url] == ["spie"]


@pytest.mark.parametrize(
    ("typed", "meant", "language"), [("санкцыи", "санкции", "ru"), ("تحریمم", "تحریم", "fa")]
)
def test_words_of_another_language_carry_it(
    page: Page, typed: str, meant: str, language: str
) -> None:
    first = suggested(page, words=typed).first
    expect(first).to_contain_text(meant)
    expect(first.locator("bdi")).to_have_attribute("lang", language)


def test_suggestions_take_a_selection_along(page: Page) -> None:
    found = suggested(page, "/articles/14/?set=3")
    assert "set=3" in (found.first.get_attribute("href") or "")


def test_without_scripts_the_box_is_an_ordinary_one(plain_page: Page) -> None:
    plain_page.goto("/articles/3/")
    expect(plain_page.get_by_role("searchbox", name="Search the treaty")).to_be_visible()
