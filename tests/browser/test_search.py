"""The search box as readers use it: why a hit is found, marks on arrival, and failures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect


def test_without_scripts_the_box_is_a_form(plain_page: Page) -> None:
    plain_page.goto("/")
    plain_page.get_by_label("Search the treaty").fill("шос")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page.locator(".hit h2").first).to_contain_text("Article 14")


@pytest.mark.parametrize(
    ("query", "article", "why"),
    [
        ("spies", "Article 4", "Read as: “spies” → Espionage"),
        ("SWIFT", "Article 20", "Found by: “swift” → SWIFT"),
        ("санкции", "Article 19", "Read as: Russian “санкции”"),
        ("تحریم", "Article 19", "Read as: Persian “تحریم”"),
        ("nuclaer", "Article 23", "Showing results for nuclear"),
        ("art. 3(3)", "Article 3", "Read as: Article 3, paragraph 3"),
    ],
)
def test_the_right_article_comes_first_and_the_page_says_why(
    page: Page, query: str, article: str, why: str
) -> None:
    page.goto("/articles/")
    page.get_by_label("Search the treaty").fill(query)
    expect(page.locator(".hit h2").first).to_contain_text(f"{article} ·")
    expect(page.locator("#results")).to_contain_text(why.removeprefix("Read as: "))


def test_words_are_marked_on_arrival_with_and_without_scripts(page: Page, plain_page: Page) -> None:
    for each in (page, plain_page):
        each.goto("/articles/?q=sanctions")
        each.locator(".hit h2 a").first.click()
        expect(each.locator(".text mark").first).to_have_text("unilateral coercive measures")


def test_a_misspelt_word_shows_what_was_searched_for(page: Page) -> None:
    page.goto("/articles/?q=nuclaer")
    expect(page.locator(".notice")).to_contain_text("Showing results for nuclear")
    page.get_by_role("link", name="nuclear", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?q=nuclear$"))


@pytest.mark.parametrize(
    ("asked", "address"),
    [("art. 22(2.3)", "/articles/22/2/3/"), ("closing lines", "/closing/")],
)
def test_a_reference_leads_straight_to_its_provision_once_one_is_done_with_typing(
    page: Page, plain_page: Page, asked: str, address: str
) -> None:
    for each in (page, plain_page):
        each.goto("/articles/")
        box = each.get_by_label("Search the treaty")
        box.fill(asked)
        if each is page:
            expect(each.locator(".hit")).to_have_count(1)  # while one types, it is only shown
        box.press("Enter")
        expect(each).to_have_url(re.compile(re.escape(address) + r"\?q="))
        each.get_by_role("link", name=f"Search for “{asked}” instead").click()
        expect(each).to_have_url(re.compile("words=1"))


def test_when_a_live_answer_fails_the_whole_page_is_asked_for(browser: Browser, site: str) -> None:
    """The browser and htmx report the failure, so the console is not watched here."""
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        page.goto("/articles/?q=oil")
        page.route("**/articles/?*", fail_fragments)
        page.get_by_label("Search the treaty").fill("energy")
        expect(page).to_have_url(re.compile("q=energy"))
        expect(page.locator(".hit h2").first).to_contain_text("energy")


def fail_fragments(route: Route) -> None:
    if route.request.headers.get("hx-request"):
        route.abort()
    else:
        route.continue_()
