"""Single keys for readers with a keyboard, and that they can be switched off (WCAG 2.1.4)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.browser.test_accessibility import violations


@pytest.fixture
def article(page: Page) -> Page:
    page.goto("/articles/3/")
    return page


def test_the_very_first_key_counts(article: Page) -> None:
    article.keyboard.press("/")
    expect(article.get_by_label("Search the treaty")).to_be_focused()
    article.keyboard.type("njk?")
    expect(article.get_by_label("Search the treaty")).to_have_value("njk?")


def test_j_and_k_lead_from_paragraph_to_paragraph(article: Page) -> None:
    for key, number in zip("jjjk", (1, 2, 3, 2), strict=True):
        article.keyboard.press(key)
        paragraph = article.locator(f"#art_3__para_{number}")
        expect(paragraph).to_be_focused()
        expect(paragraph).to_be_in_viewport()


def test_j_leads_through_results_too(page: Page) -> None:
    page.goto("/articles/?q=oil")
    page.keyboard.press("j")
    expect(page.locator(".hit").first).to_be_focused()


def test_n_and_p_lead_to_the_neighbours(article: Page) -> None:
    article.keyboard.press("n")
    expect(article).to_have_url("/articles/4/")
    article.keyboard.press("p")
    expect(article).to_have_url("/articles/3/")


@pytest.mark.parametrize(("before", "cited"), [("", "art. 3 "), ("jj", "art. 3(2)")])
def test_c_cites_the_paragraph_that_has_the_focus_or_else_the_article(
    browser: Browser, site: str, before: str, cited: str
) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    with watched(browser.new_context(base_url=site, permissions=rights), site) as context:
        page = context.new_page()
        page.goto("/articles/3/")
        for key in before:
            page.keyboard.press(key)
            expect(page.locator(".paragraph:focus")).to_have_count(1)
        page.keyboard.press("c")
        expect(page.get_by_text("Quotation, citation and link copied.")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert ("/articles/3/2/" in copied or "/3.2" in copied) == (before == "jj"), copied


def test_a_question_mark_lists_them_in_a_dialog(article: Page) -> None:
    article.keyboard.press("?")
    dialog = article.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_contain_text("Next article")
    assert violations(article) == []
    article.keyboard.press("n")
    expect(article).to_have_url("/articles/3/")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_they_are_switched_off_in_the_dialog_and_on_again_in_the_settings(article: Page) -> None:
    article.keyboard.press("?")
    article.get_by_label("Use keyboard shortcuts").uncheck()
    article.keyboard.press("Escape")
    article.keyboard.press("n")
    article.goto("/articles/5/")
    article.keyboard.press("n")
    article.keyboard.press("?")
    article.get_by_role("heading", level=1).hover()
    expect(article.locator("#preview")).to_be_attached()
    expect(article.get_by_role("dialog")).to_have_count(0)
    expect(article).to_have_url("/articles/5/")

    article.goto("/settings/")
    switch = article.get_by_label("Use keyboard shortcuts")
    expect(switch).not_to_be_checked()
    switch.check()
    article.goto("/articles/5/")
    article.keyboard.press("n")
    expect(article).to_have_url("/articles/6/")


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_no_key_is_taken_from_the_browser(article: Page, modifier: str) -> None:
    article.keyboard.press("j")
    expect(article.locator("#art_3__para_1")).to_be_focused()
    article.keyboard.press(f"{modifier}+j")
    article.keyboard.press("j")
    expect(article.locator("#art_3__para_2")).to_be_focused()
