"""The pages for everyone: checked by axe, and used with nothing but a keyboard."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_layout import NARROW, PHONE, WIDE, page_types

OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, which axe leaves off
}
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast", "link-in-text-block"],
}

FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body || element.wasFocused) return null;
  element.wasFocused = true;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const isInWindow = box.width > 1 && box.bottom > 0 && box.top < innerHeight;
  return { shown: isOutlined && isInWindow, html: element.outerHTML };
}"""
# Of several radio buttons, Tab reaches the one that is chosen.
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter(element => element.type !== "radio" || element.checked)
  .filter(element => element.checkVisibility()).length"""
MOST_CONTROLS = 400


def violations(page: Page, options: dict[str, object] = OPTIONS) -> list[str]:
    """Return what axe finds: which rule, where, and why."""
    response = Axe().run(page, options=options).response
    return [
        f"{rule['id']}: {node['html']}: {node['failureSummary']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]


def tab_to(page: Page, selector: str, most: int) -> None:
    """Press Tab until an element that the selector matches has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{most} steps of Tab do not reach {selector}")


@page_types
def test_axe_finds_nothing_in_light_or_dark_wide_or_narrow(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(address)
    assert violations(page) == [], "light"
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == [], "dark"  # nothing else changes in the dark
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    assert violations(page) == [], "narrow"


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_after_results_were_updated(page: Page, color_scheme: str) -> None:
    page.emulate_media(color_scheme=color_scheme)
    page.goto("/articles/")
    page.get_by_role("checkbox", name="Defence and security services").check()
    expect(page.get_by_role("status")).to_have_text("6 articles")
    page.get_by_label("Search the treaty").fill("aggression")
    expect(page.get_by_role("heading", level=1)).to_have_text("aggression")

    assert violations(page) == []
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_filters_of_a_phone(page: Page, color_scheme: str) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=color_scheme)
    page.goto("/articles/?theme=defence")
    page.locator("#filters > summary").click()
    expect(page.get_by_role("checkbox", checked=True)).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_for_those_who_ask_for_more_contrast(
    page: Page, color_scheme: str
) -> None:
    page.emulate_media(color_scheme=color_scheme, contrast="more")
    for address in ("/", "/articles/?theme=defence", "/articles/19/3/", "/articles/22/2/3/"):
        page.goto(address)
        assert violations(page) == []


@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/3/"])
def test_tab_reaches_the_skip_link_first_and_the_search_box_before_the_content(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("[type=search]:focus").count():
            return
        expect(page.locator(".contents :focus, .text :focus, #filters :focus")).to_have_count(0)
    pytest.fail("12 steps of Tab do not reach the search box")


@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/3/"])
def test_the_skip_link_leads_past_the_masthead(page: Page, address: str) -> None:
    page.goto(address)
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)

    expect(page.locator("main").locator("a[href], input, button").first).to_be_focused()


def test_a_reader_searches_and_opens_the_first_result_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    tab_to(page, "[type=search]", most=12)
    page.keyboard.type("sanctions")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/articles/?q=sanctions")

    tab_to(page, ".hit h2 a", most=30)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/articles/19/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Unilateral coercive measures (sanctions)"
    )


def test_a_reader_ticks_a_theme_of_a_phone_by_keyboard_alone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/articles/")
    tab_to(page, "#filters > summary", most=12)
    page.keyboard.press("Enter")
    tab_to(page, "[value=defence]", most=6)
    page.keyboard.press("Space")

    expect(page.get_by_role("status")).to_have_text("6 articles")
    expect(page.locator("[value=defence]")).to_be_focused()


@pytest.mark.parametrize(
    "address", ["/", "/articles/?theme=defence", "/articles/19/", "/articles/28/"]
)
def test_tab_reaches_every_control_and_its_focus_is_seen(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # or the skip link is still on its way
    page.goto(address)
    focused = []
    while len(focused) < MOST_CONTROLS:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        focused.append(focus)

    assert [focus["html"] for focus in focused if not focus["shown"]] == []
    assert len(focused) == page.evaluate(CONTROLS)
