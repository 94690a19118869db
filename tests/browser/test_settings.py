"""Reading settings: kept in the browser, put on every page before it is drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAPER = "getComputedStyle(document.body).backgroundColor"
LETTERS = "parseFloat(getComputedStyle(document.body).fontSize)"
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(20, 23, 26)"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_are_those_of_the_system_until_others_are_chosen(page: Page, system: str) -> None:
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    page.goto("/settings/")
    expect(page.get_by_label("As in your system")).to_be_checked()
    assert page.evaluate(PAPER) == {"light": LIGHT, "dark": DARK}[system]
    for name, colour in (("Light", LIGHT), ("Dark", DARK)):
        page.get_by_label(name, exact=True).check()
        assert page.evaluate(PAPER) == colour
        page.reload()
        assert page.evaluate(PAPER) == colour
        expect(page.get_by_label(name, exact=True)).to_be_checked()


def test_the_text_grows_in_three_steps(page: Page) -> None:
    page.goto("/settings/")
    sizes = []
    for name in ("Normal", "Large", "Larger"):
        page.get_by_label(name, exact=True).check()
        page.goto("/articles/3/")
        sizes.append(page.evaluate(LETTERS))
        page.goto("/settings/")
    assert sizes == sorted(set(sizes))
    assert sizes[0] == 17


def test_what_holds_anyway_is_not_kept_and_the_address_never_says_what_is(page: Page) -> None:
    page.goto("/settings/")
    for name in ("Dark", "As in your system", "Large", "Normal"):
        page.get_by_label(name, exact=True).check()
    assert page.evaluate("localStorage.length") == 0
    expect(page).to_have_url("/settings/")


def test_paper_is_white_whatever_is_chosen(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_label("Dark", exact=True).check()
    page.emulate_media(media="print")
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"


def test_without_scripts_the_page_says_that_there_is_nothing_to_set(plain_page: Page) -> None:
    plain_page.goto("/articles/3/")
    plain_page.get_by_role("link", name="Reading settings").click()
    expect(plain_page.get_by_role("main")).to_contain_text("Without JavaScript")
    expect(plain_page.get_by_label("Dark", exact=True)).to_be_disabled()
