"""What a link leads to, shown beside it: on hover, on focus by keyboard and on a long press."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import violations

ARTICLE = "#related + .entries a"
BODY = "#mentions + .entries a"
LONG_PRESS = """link => link.dispatchEvent(new PointerEvent("contextmenu", {
  pointerType: "touch", bubbles: true, cancelable: true,
}))"""


def preview(page: Page) -> Locator:
    return page.get_by_role("tooltip")


@pytest.fixture
def article(page: Page) -> Page:
    page.goto("/articles/3/")
    page.mouse.move(2, 2)  # the first sign of a reader, for which the script waits
    expect(page.locator("#preview")).to_be_attached()
    return page


def test_an_article_shows_number_title_and_gist(article: Page) -> None:
    article.locator(ARTICLE).first.hover()
    expect(preview(article)).to_contain_text("Article 5: Military cooperation")
    expect(preview(article)).to_contain_text("port visits, joint exercises")
    described = article.locator(f"{ARTICLE}[aria-describedby]")
    expect(described).to_have_text("Article 5 · Military cooperation")
    assert violations(article) == []


def test_a_body_shows_its_name_what_it_is_and_how_many_articles_name_it(article: Page) -> None:
    article.locator(BODY).filter(has_text="United Nations").first.hover()
    expect(preview(article)).to_have_text(re.compile(r"United Nations.+\d+ articles?$", re.S))


def test_it_stays_while_the_pointer_is_on_it_and_goes_with_it(article: Page) -> None:
    article.locator(ARTICLE).first.hover()
    expect(preview(article)).to_be_visible()
    preview(article).hover()
    article.evaluate("new Promise(then => setTimeout(then, 400))")
    expect(preview(article)).to_be_visible()
    article.get_by_role("heading", level=1).hover()
    expect(preview(article)).to_be_hidden()


def test_escape_takes_it_away_and_leaves_the_pointer_where_it_is(article: Page) -> None:
    article.locator(ARTICLE).first.hover()
    expect(preview(article)).to_be_visible()
    article.keyboard.press("Escape")
    expect(preview(article)).to_be_hidden()


def test_the_focus_of_the_keyboard_shows_it(article: Page) -> None:
    article.locator(ARTICLE).first.focus()
    article.keyboard.press("Shift+Tab")
    article.keyboard.press("Tab")
    expect(preview(article)).to_contain_text("Article 5")
    article.keyboard.press("Tab")
    expect(preview(article)).not_to_contain_text("Article 5: ")


def test_a_long_press_shows_it_and_a_second_one_is_the_browsers(article: Page) -> None:
    link = article.locator(ARTICLE).first
    assert link.evaluate(LONG_PRESS) is False  # the browser's menu does not open
    expect(preview(article)).to_contain_text("Article 5")
    assert link.evaluate(LONG_PRESS) is True
    article.get_by_role("heading", level=1).click()
    expect(preview(article)).to_be_hidden()


def test_a_page_is_asked_for_once_however_often_it_is_shown(article: Page) -> None:
    asked: list[str] = []
    article.on("request", lambda request: asked.append(request.url))
    for _ in range(2):
        article.locator(ARTICLE).first.hover()
        expect(preview(article)).to_be_visible()
        article.get_by_role("heading", level=1).hover()
        expect(preview(article)).to_be_hidden()
    assert len(asked) == 1


def test_hits_have_one_and_tools_and_the_contents_have_none(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/articles/?q=oil")
    page.locator(".hit h2 a").first.hover()
    expect(preview(page)).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(preview(page)).to_be_hidden()
    asked.clear()
    page.goto("/articles/3/")
    for name in ("Next: ", "Link to paragraph 2", "Cite paragraph 2"):
        page.get_by_role("link", name=name).first.hover()
        page.evaluate("new Promise(then => setTimeout(then, 400))")
    assert [url for url in asked if "/static/" not in url] == [page.url]
