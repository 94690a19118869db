"""Verifying a quotation in a browser, with and without JavaScript."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import COLOURS, violations
from tests.browser.test_layout import NARROW, WIDE

# Words of this site's own edition: no official text is loaded here.
OURS = "Neither state shall allow its territory to be used for supporting separatist movements"
CANNOT_BE_VERIFIED = "Cannot be verified here: no official text is loaded"
LONG_PERSIAN = "چراغ دریاچه " * 600


def test_without_scripts_a_wrong_word_is_shown(plain_page: Page) -> None:
    plain_page.goto("/")
    plain_page.get_by_role("link", name="Verify a quotation").click()
    box = plain_page.get_by_role("textbox", name="Quotation")
    box.fill(OURS.replace("support", "favour"))
    plain_page.get_by_role("button", name="Verify").click()
    expect(plain_page).to_have_url(re.compile(r"/verify/\?text=Neither"))
    expect(plain_page.get_by_role("heading", level=2)).to_have_text(CANNOT_BE_VERIFIED)
    expect(plain_page.locator(".quoted del")).to_contain_text("favour")
    expect(plain_page.locator(".quoted ins")).to_contain_text("support")
    expect(box).to_have_value(OURS.replace("support", "favour"))


def test_a_place_leads_to_its_paragraph(page: Page) -> None:
    page.goto("/verify/")
    page.get_by_label("Quotation").fill(f"“{OURS}” (Article 3(4))")
    page.get_by_role("button", name="Verify").click()
    expect(
        page.get_by_role("region", name="Not the treaty's words: an exact match in our own edition")
    ).to_contain_text("the citation is right")
    page.get_by_role("link", name="Article 3, paragraph 4").click()
    expect(page).to_have_url(re.compile(r"/articles/3/4/$"))


def test_a_quotation_of_many_characters_is_answered(plain_page: Page) -> None:
    plain_page.goto("/verify/")
    plain_page.get_by_label("Quotation").fill(LONG_PERSIAN)
    plain_page.get_by_role("button", name="Verify").click()
    expect(plain_page.get_by_role("heading", level=2)).to_have_text(CANNOT_BE_VERIFIED)
    expect(plain_page.locator("div > .notice").last).to_contain_text(
        "Only the first 5000 characters"
    )


def test_axe_finds_nothing_before_or_after_and_nothing_runs_over_the_edge(page: Page) -> None:
    wrong = OURS.replace("support", "favour").replace("its territory", "[their land]")
    for address in ("/verify/", f"/verify/?text={wrong}", "/verify/?text=the two states"):
        page.set_viewport_size(WIDE)
        page.goto(address)
        assert violations(page) == [], address
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], f"{address}, dark"
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(NARROW)
        assert violations(page) == [], f"{address}, narrow"
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"], address
