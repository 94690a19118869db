"""Reading: from the search box to the text, and straight to a paragraph; without JavaScript too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched

WINDOWS = {
    "wide": {"width": 1280, "height": 720},
    "phone": {"width": 390, "height": 844},
    "small phone": {"width": 320, "height": 568},
}
SCRIPTS = {"with JavaScript": True, "without JavaScript": False}

# Of the first letter: whether it is in the window, and which paragraph is seen there.
FIRST_LETTER = """paragraph => {
  const texts = document.createTreeWalker(
    paragraph.querySelector(".paragraph-text"), NodeFilter.SHOW_TEXT
  );
  let text = texts.nextNode();
  while (!text.data.trim()) text = texts.nextNode();
  const range = document.createRange();
  const start = text.data.search(/\\S/);
  range.setStart(text, start);
  range.setEnd(text, start + 1);
  const box = range.getBoundingClientRect();
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    isInWindow: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0,
    seen: seen?.closest(".paragraph")?.id ?? null,
  };
}"""
COLOUR = "element => getComputedStyle(element).backgroundColor"

LOOK = """paragraph => [paragraph, paragraph.querySelector(".paragraph-text")]
  .flatMap(element => [null, "::before"].map(part => getComputedStyle(element, part)))
  .map(style => [style.content, style.background, style.border, style.boxShadow].join("; "))"""


@pytest.fixture(params=WINDOWS.values(), ids=WINDOWS)
def window(request: pytest.FixtureRequest) -> dict[str, int]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=SCRIPTS.values(), ids=SCRIPTS)
def stranger(
    request: pytest.FixtureRequest, browser: Browser, site: str, window: dict[str, int]
) -> Iterator[Page]:
    """Give the page of somebody who was sent an address, with and without JavaScript."""
    context = browser.new_context(base_url=site, viewport=window, java_script_enabled=request.param)
    with watched(context, site):
        yield context.new_page()


def test_a_reader_without_javascript_searches_opens_and_reads_on(plain_page: Page) -> None:
    heading = plain_page.get_by_role("heading", level=1)
    plain_page.goto("/")
    plain_page.get_by_label("Search the treaty").fill("sanctions")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page).to_have_url("/articles/?q=sanctions")
    expect(heading).to_have_text("sanctions")

    plain_page.get_by_role(
        "link", name="Article 19 · Unilateral coercive measures (sanctions)"
    ).click()
    expect(plain_page).to_have_url(re.compile("/articles/19/"))
    expect(heading).to_contain_text("Unilateral coercive measures (sanctions)")

    plain_page.get_by_role("link", name="Next: 20").first.click()
    expect(plain_page).to_have_url("/articles/20/")
    expect(heading).to_contain_text("Payments, banking, investment and economic zones")
    plain_page.get_by_role("link", name="Previous: 19").first.click()
    expect(plain_page).to_have_url("/articles/19/")
    expect(heading).to_contain_text("Unilateral coercive measures (sanctions)")


@pytest.mark.parametrize("button", ["Apply", "Search"])
def test_a_reader_without_javascript_filters_with_a_button(
    plain_page: Page, button: str, window: dict[str, int]
) -> None:
    plain_page.set_viewport_size(window)
    plain_page.goto("/articles/?q=aggression")
    disclosure = plain_page.get_by_text("Filter", exact=True)
    if disclosure.is_visible():
        disclosure.click()
    plain_page.get_by_role("checkbox", name="Defence and security services").check()
    plain_page.get_by_role("main").get_by_role("button", name=button).click()

    expect(plain_page).to_have_url("/articles/?q=aggression&match=any&theme=defence")
    expect(plain_page.locator("#results").get_by_role("heading").first).to_have_text(
        "Article 3 · Principles of relations and conduct in case of aggression"
    )


def test_a_reader_without_javascript_removes_a_filter_with_its_link(plain_page: Page) -> None:
    plain_page.goto("/articles/?q=aggression&theme=defence")
    plain_page.get_by_role("link", name="“aggression” remove").click()

    expect(plain_page).to_have_url("/articles/?theme=defence")
    expect(plain_page.get_by_role("status")).to_have_text("6 articles")


@pytest.mark.parametrize(
    ("address", "anchor", "unmarked"),
    [
        ("/articles/3/3/", "art_3__para_3", "art_3__para_2"),
        ("/articles/11/3/", "art_11__para_3", "art_11__para_1"),
        ("/preamble/7/", "preamble__rec_7", "preamble__rec_1"),
    ],
)
def test_a_shared_address_shows_its_paragraph_marked_in_view_and_uncovered(
    stranger: Page, address: str, anchor: str, unmarked: str
) -> None:
    stranger.goto(address)

    marked = stranger.locator(".paragraph-marked")
    expect(marked).to_have_attribute("id", anchor)
    # The browser scrolls when it moves the focus, some time after the page has loaded.
    expect(stranger.locator(".paragraph-marked:focus-within")).to_have_count(1)
    assert marked.evaluate(FIRST_LETTER) == {"isInWindow": True, "seen": anchor}
    assert marked.evaluate(LOOK) != stranger.locator(f"#{unmarked}").evaluate(LOOK)


def test_a_short_address_leads_to_the_paragraph(plain_page: Page) -> None:
    plain_page.goto("/3.3")

    expect(plain_page).to_have_url("/articles/3/3/")
    expect(plain_page.locator(".paragraph-marked")).to_have_attribute("id", "art_3__para_3")


def test_the_number_and_the_link_of_a_paragraph_lead_to_its_address(plain_page: Page) -> None:
    plain_page.goto("/articles/3/")
    plain_page.get_by_role("link", name="Paragraph 2", exact=True).click()
    expect(plain_page).to_have_url("/articles/3/2/")

    plain_page.get_by_role("link", name="Link to paragraph 4").click()
    expect(plain_page).to_have_url("/articles/3/4/")
    expect(plain_page).to_have_title(
        "Article 3, paragraph 4 · Principles of relations and conduct in case of aggression"
        " — Iran–Russia Treaty"
    )


@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        ("/articles/22/2/3/", "art_22__para_2__point_3"),
        ("/articles/22/2/6/", "art_22__para_2__point_6"),
        ("/articles/28/1/4/", "art_28__para_1__point_4"),
    ],
)
def test_a_shared_address_shows_its_point_marked_and_whole_in_the_window(
    stranger: Page, address: str, anchor: str
) -> None:
    stranger.goto(address)
    marked = stranger.locator(".paragraph-marked .point-marked")
    expect(marked).to_have_attribute("id", anchor)
    expect(marked).to_be_focused()
    expect(marked).to_be_in_viewport(ratio=1)
    others = stranger.locator(".point:not(.point-marked)")
    colour = marked.evaluate(COLOUR)
    assert colour not in [others.nth(at).evaluate(COLOUR) for at in range(others.count())]


@pytest.mark.parametrize(
    ("short", "address", "label"),
    [("/22.2.3", "/articles/22/2/3/", "2.3."), ("/28.1.4", "/articles/28/1/4/", "4)")],
)
def test_a_short_address_leads_to_the_point(
    plain_page: Page, short: str, address: str, label: str
) -> None:
    plain_page.goto(short)
    expect(plain_page).to_have_url(address)
    expect(plain_page.locator(".point-marked .point-label")).to_have_text(label)


def test_the_label_of_a_point_leads_to_its_address(plain_page: Page) -> None:
    plain_page.goto("/articles/22/")
    plain_page.get_by_role("link", name="Point 2.5", exact=True).click()
    expect(plain_page).to_have_url("/articles/22/2/5/")
    expect(plain_page).to_have_title(
        "Article 22, point 2.5 · Oil, gas and renewable energy — Iran–Russia Treaty"
    )
    plain_page.get_by_role("link", name="Whole article").click()
    expect(plain_page).to_have_url("/articles/22/")


def test_the_closing_lines_follow_the_last_article(plain_page: Page) -> None:
    neighbours = plain_page.get_by_role("navigation", name="Neighbouring articles")
    plain_page.goto("/articles/47/")
    neighbours.get_by_role("link", name="Next: Closing lines").click()
    expect(plain_page).to_have_url("/closing/")
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Closing lines")
    expect(neighbours.get_by_role("link", name="Next:")).to_have_count(0)
    neighbours.get_by_role("link", name="Previous: 47").click()
    expect(plain_page).to_have_url("/articles/47/")


def test_each_paragraph_says_how_it_binds(plain_page: Page) -> None:
    plain_page.goto("/articles/3/")
    strengths = [
        block.locator(".strength").all_inner_texts()
        for block in plain_page.locator(".paragraph").all()
    ]
    assert strengths == [["Duty"], ["Duty"], ["Ban", "Duty"], ["Ban"]]


def test_a_note_mark_leads_to_its_note(page: Page) -> None:
    page.goto("/articles/3/")
    page.locator(".note-mark a").first.click()

    note = page.locator(":target")
    expect(note).to_be_in_viewport()
    expect(page.locator(".notes :target")).to_have_count(1)


def test_an_unknown_article_offers_a_search_that_works(plain_page: Page) -> None:
    plain_page.goto("/articles/48/")
    expect(plain_page.get_by_role("main")).to_contain_text("There is no article 48.")
    plain_page.get_by_label("Search the treaty").fill("sanctions")
    plain_page.get_by_role("button", name="Search").click()

    expect(plain_page).to_have_url("/articles/?q=sanctions")


FITS = """paragraph => {
  const box = paragraph.getBoundingClientRect();
  const isWhole = box.top >= 0 && box.bottom <= innerHeight;
  return box.height > innerHeight * 0.7 ? box.top >= 0 && box.top < innerHeight / 3 : isWhole;
}"""


@pytest.mark.parametrize("height", [568, 720, 768, 800, 1080])
@pytest.mark.parametrize("address", ["/articles/3/3/", "/articles/5/3/", "/articles/7/2/"])
def test_a_sent_paragraph_is_in_the_window_as_a_whole_if_it_fits(
    plain_page: Page, address: str, height: int
) -> None:
    plain_page.set_viewport_size({"width": 1280 if height > 600 else 320, "height": height})
    plain_page.goto(address)
    expect(plain_page.locator(".paragraph-marked:focus-within")).to_have_count(1)
    assert plain_page.locator(".paragraph-marked").evaluate(FITS)
