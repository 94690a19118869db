"""One person sends another a paragraph: found, copied, opened by somebody else without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.browser.test_reading import FIRST_LETTER

CLIPBOARD = ["clipboard-read", "clipboard-write"]
WORDS = "help the aggressor"
PARAGRAPH = "#art_3__para_3"
POINT = "#art_22__para_2__point_3"
MOST_TABS = 80
MOST_LETTERS = 2000


def copied(page: Page) -> str:
    """What lies on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def reach(page: Page, name: str) -> None:
    """Press Tab until the link or button of this name has the focus."""
    wanted = page.get_by_role("link", name=name, exact=True).or_(
        page.get_by_role("button", name=name, exact=True)
    )
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate_all("found => found.includes(document.activeElement)"):
            return
    pytest.fail(f"“{name}” cannot be reached with the Tab key")


def by_mouse(page: Page, control: str) -> None:
    page.get_by_label("Search the treaty").click()
    page.keyboard.type(WORDS)
    page.get_by_role("button", name="Search").click()
    page.locator(".hit h2 a").first.click()
    page.get_by_role("link", name=control, exact=True).click()


def by_touch(page: Page, control: str) -> None:
    page.get_by_label("Search the treaty").tap()
    page.keyboard.type(WORDS)
    page.get_by_role("button", name="Search").tap()
    page.locator(".hit h2 a").first.tap()
    page.get_by_role("link", name=control, exact=True).tap()


def by_keyboard(page: Page, control: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.get_by_label("Search the treaty").evaluate("box => box === document.activeElement"):
            break
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    first = page.locator(".hit h2 a").first
    first.wait_for()
    reach(page, first.inner_text())
    page.keyboard.press("Enter")
    expect(page.locator(".paragraph-marked")).to_be_visible()
    reach(page, control)
    page.keyboard.press("Enter")


WAYS: dict[str, tuple[Callable[[Page, str], None], dict[str, object]]] = {
    "by mouse": (by_mouse, {"viewport": {"width": 1280, "height": 720}}),
    "by touch": (by_touch, {"viewport": {"width": 390, "height": 844}, "has_touch": True}),
    "by keyboard": (by_keyboard, {"viewport": {"width": 1280, "height": 720}}),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def sender(
    request: pytest.FixtureRequest, browser: Browser, site: str
) -> Iterator[tuple[Page, Callable[[Page, str], None]]]:
    """Give the page of somebody who sends, and how they work."""
    way, options = request.param
    context = browser.new_context(base_url=site, permissions=CLIPBOARD, **options)
    with watched(context, site):
        yield context.new_page(), way


def test_somebody_finds_a_paragraph_and_sends_it_to_somebody_without_javascript(
    sender: tuple[Page, Callable[[Page, str], None]], browser: Browser, site: str
) -> None:
    page, way = sender
    page.goto("/")
    way(page, "Link to paragraph 3")
    expect(page.locator(f"{PARAGRAPH} [role=status]")).to_have_text("Link copied.")
    link = copied(page)
    assert link == f"{site}/3.3"

    context = browser.new_context(java_script_enabled=False)
    with watched(context, site):
        other = context.new_page()
        other.goto(link)
        expect(other).to_have_url(f"{site}/articles/3/3/")
        expect(other.locator(".paragraph-marked")).to_have_id("art_3__para_3")
        # The browser scrolls when it moves the focus, some time after the page has loaded.
        expect(other.locator(".paragraph-marked:focus-within")).to_have_count(1)
        look = other.locator(PARAGRAPH).evaluate(FIRST_LETTER)
        assert look == {"isInWindow": True, "seen": "art_3__para_3"}


def test_somebody_copies_quotation_citation_and_link_in_one_press(
    sender: tuple[Page, Callable[[Page, str], None]], site: str
) -> None:
    page, way = sender
    page.goto("/")
    way(page, "Cite paragraph 3")
    status = page.locator(f"{PARAGRAPH} [role=status]")
    expect(status).to_contain_text("Quotation, citation and link copied.")
    lines = copied(page).splitlines()
    assert lines[0].startswith("“If either state is subjected to aggression")
    assert lines[-3] == "(Plain-English edition, not the treaty's wording)"
    assert "Article 3, paragraph 3" in lines[-2]
    assert lines[-1] == f"{site}/3.3"
    status.get_by_role("link", name="All styles").click()
    expect(page).to_have_url(f"{site}/articles/3/3/cite/")


def test_somebody_sends_a_point_to_somebody_without_javascript(browser: Browser, site: str) -> None:
    with watched(browser.new_context(base_url=site, permissions=CLIPBOARD), site) as context:
        page = context.new_page()
        page.goto("/articles/22/")
        page.get_by_role("link", name="Point 2.3", exact=True).click()
        page.get_by_role("link", name="Link to point 2.3", exact=True).click()
        status = page.locator(f"{POINT} [role=status]")
        expect(status).to_have_text("Link copied.")
        link = copied(page)
        assert link == f"{site}/22.2.3"
        page.get_by_role("link", name="Cite point 2.3", exact=True).click()
        expect(status).to_contain_text("Quotation, citation and link copied.")
        lines = copied(page).splitlines()
        assert lines[0].startswith("“2.3. ")
        assert "Article 22, point 2.3" in lines[-2]
        assert lines[-1] == link
        status.get_by_role("link", name="All styles").click()
        expect(page).to_have_url(f"{site}/articles/22/2/3/cite/")
    with watched(browser.new_context(java_script_enabled=False), site) as context:
        other = context.new_page()
        other.goto(link)
        expect(other).to_have_url(f"{site}/articles/22/2/3/")
        expect(other.locator(POINT)).to_be_focused()
        expect(other.locator(POINT)).to_be_in_viewport(ratio=1)


def test_each_citation_is_copied_in_one_press(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, permissions=CLIPBOARD)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/3/cite/")
        buttons = page.locator("button.copy:visible")
        assert buttons.count() >= 12
        for position in range(buttons.count()):
            button = buttons.nth(position)
            button.click()
            status = button.locator("xpath=..").locator("[role=status]")
            expect(status).not_to_be_empty()
            assert copied(page).strip() == (button.get_attribute("data-copy") or "").strip()


def test_without_javascript_the_controls_are_links_and_no_button_is_dead(plain_page: Page) -> None:
    plain_page.goto("/articles/3/")
    expect(plain_page.get_by_role("button", name="Share")).to_have_count(0)
    plain_page.get_by_role("link", name="Link to paragraph 3").click()
    expect(plain_page).to_have_url("/articles/3/3/")
    plain_page.get_by_role("link", name="Cite paragraph 3").click()
    expect(plain_page).to_have_url("/articles/3/3/cite/")
    assert plain_page.locator("button.copy:visible").count() == 0


def test_a_browser_that_refuses_the_clipboard_still_gets_the_page(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site)
    context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;"
    )
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        page.get_by_role("link", name="Link to paragraph 3").click()
        expect(page).to_have_url(f"{site}/articles/3/3/")
        page.goto("/articles/3/3/cite/")
        page.get_by_role("button", name="Copy OSCOLA").click()
        expect(page.locator(".copying [role=status]:not(:empty)")).to_contain_text(
            "select the words"
        )


def test_a_press_with_ctrl_opens_the_page_as_any_link_does(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, permissions=CLIPBOARD)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        with context.expect_page() as opened:
            page.get_by_role("link", name="Link to paragraph 3").click(modifiers=["Control"])
        expect(opened.value).to_have_url(f"{site}/articles/3/3/")
        expect(page).to_have_url(f"{site}/articles/3/")


STANDING = "main :is(h1, h2, .paragraph, .paragraph-text > *, .margin, .strengths, footer)"
"""What must not move."""


def test_what_is_said_of_a_copy_moves_nothing_and_goes_with_the_focus(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(permissions=CLIPBOARD, base_url=site)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        places = "all => all.map(e => e.getBoundingClientRect().top + scrollY)"
        before = page.locator(STANDING).evaluate_all(places)
        page.get_by_role("link", name="Cite paragraph 3", exact=True).click()
        status = page.locator(f"{PARAGRAPH} [role=status]")
        expect(status).to_contain_text("Quotation, citation and link copied.")
        expect(status).to_have_css("clip-path", "none")
        assert page.locator(STANDING).evaluate_all(places) == before
        page.locator("h1").click()
        expect(status).not_to_have_css("clip-path", "none")


SHARING = "window.shared = new Promise(done => { navigator.share = async what => done(what); });"
"""What is shared, as soon as it is."""


def test_a_paragraph_is_shared_by_finger_with_its_title_and_address(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, base_url=site)
    context.add_init_script(SHARING)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        page.get_by_role("button", name="Share paragraph 3", exact=True).tap()
        assert page.evaluate("shared") == {
            "title": "Article 3, paragraph 3, Iran–Russia Treaty",
            "url": f"{site}/3.3",
        }


MAIL = "mailto:keeper@lighthouse.example?body="
REPORTED = f"""tools => {{
  const link = document.createElement("a");
  Object.assign(link, {{ className: "report", href: "{MAIL}", textContent: "Report a mistake" }});
  link.addEventListener("click", event => event.preventDefault());
  tools.append(link);
}}"""
"""Puts the link that an operator with an address has beside each paragraph, and keeps the page."""


@pytest.mark.parametrize(
    ("shown", "is_cut"), [("#art_19__para_4 .paragraph-tools", False), ("#whole ~ .tools", True)]
)
def test_a_letter_about_a_mistake_has_the_words_as_far_as_mail_takes_them(
    page: Page, shown: str, is_cut: bool
) -> None:
    page.goto("/articles/19/")
    tools = page.locator(shown)
    tools.evaluate(REPORTED)
    link = tools.get_by_role("link", name="Report a mistake")
    quotation = tools.locator("a.cite").get_attribute("data-copy") or ""
    for _ in range(2):
        link.click()
    address = link.get_attribute("href") or ""
    words = unquote(address.removeprefix(MAIL))
    assert len(address) <= MOST_LETTERS
    assert quotation.startswith(words)
    assert len(words) > 700
    assert (words != quotation) is is_cut
