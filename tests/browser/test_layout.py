"""How the pages sit in a window, from 320 pixels to a desktop, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAGE_TYPES = {
    "words": "/words/",
    "word": "/words/cooperation/",
    "verify": "/verify/",
    "verified": "/verify/?text=sovereign+equality+and+respect+for+sovereignty",
    "compare": "/articles/3/compare/",
    "home": "/",
    "explorer": "/articles/",
    "explorer with results": "/articles/?q=mutual+defence&theme=defence",
    "explorer with a notice": "/articles/?q=sanctions+zebra&theme=nonsense",
    "explorer without results": "/articles/?q=zebra&theme=trade",
    "article of four paragraphs": "/articles/3/",
    "article partly unconfirmed": "/articles/19/",
    "article with its own numbering": "/articles/11/",
    "article not described": "/articles/36/",
    "article with an outline only": "/articles/25/",
    "paragraph": "/articles/3/3/",
    "preamble": "/preamble/",
    "themes": "/themes/",
    "theme without articles": "/themes/final-provisions/",
    "theme with articles": "/themes/trade/",
    "mentions": "/mentions/",
    "mention": "/mentions/un-charter/",
    "whole treaty": "/treaty/",
    "timeline": "/timeline/",
    "background": "/background/",
    "sources": "/sources/",
    "about": "/about/",
    "thesaurus": "/thesaurus/",
    "explorer with a correction": "/articles/?q=nuclaer",
    "explorer with a subject": "/articles/?q=tourism",
    "article with words marked": "/articles/19/?q=sanctions",
    "not found": "/articles/48/",
    "paragraph cited": "/articles/3/3/cite/",
    "paragraph without a sure number, cited": "/articles/13/2/cite/",
    "treaty cited": "/treaty/cite/",
    "dossiers": "/set/",
    "dossier": "/set/3,5.2,17-19/?note=For+Monday",
    "dossier with faults": "/set/3,99,lamps/",
    "dossier cited": "/set/3,5.2,17-19/cite/",
    "article while a dossier is made": "/articles/14/?set=3,5.2",
    "data": "/data/",
}
page_types = pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)

NARROW = {"width": 320, "height": 640}
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 720}
A4 = {"width": 794, "height": 1123}

# WCAG 2.2, success criterion 2.5.8 (Target Size, Minimum), with its exceptions for links in
# running text and for targets with enough space around them.
CRAMPED_TARGETS = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, summary, label")]
    .filter(e => e.checkVisibility() && !(e.matches("input") && e.closest("label")))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width > 1 && box.bottom > -scrollY);
  const selector = "a[href], button, input, summary, label";
  const isInText = e => {
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll(selector).forEach(target => target.remove());
    return /[\\p{L}\\p{N}]/u.test(rest.textContent);
  };
  const isSmall = box => box.width < 24 || box.height < 24;
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const distance = ([x, y], box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)
  );
  const isClose = (box, other) => distance(middle(box), other) < 12 || (isSmall(other)
    && Math.hypot(middle(box)[0] - middle(other)[0], middle(box)[1] - middle(other)[1]) < 24);
  return targets
    .filter(([e, box]) => isSmall(box) && !isInText(e)
      && targets.some(([other, itsBox]) => other !== e && isClose(box, itsBox)))
    .map(([e, box]) => `${e.outerHTML} is ${box.width} × ${box.height}`);
}"""

FIRST_LINE_BOTTOM = """element => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = texts.nextNode();
  while (!text.data.trim()) text = texts.nextNode();
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getClientRects()[0].bottom;
}"""

OVERLAPS = """boxes => boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}).map(other => `${one.textContent} and ${other.textContent}`))"""


def is_scrolled_sideways(page: Page) -> bool:
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


@page_types
def test_nothing_scrolls_sideways_and_no_target_is_cramped(page: Page, address: str) -> None:
    page.goto(address)
    for window in (NARROW, WIDE):
        page.set_viewport_size(window)
        assert not is_scrolled_sideways(page), window
        assert page.evaluate(CRAMPED_TARGETS) == [], window


def test_opened_disclosures_fit_a_narrow_window(page: Page) -> None:
    page.set_viewport_size(NARROW)
    for address, name in (("/articles/", "Filter by theme"), ("/treaty/", "Contents")):
        page.goto(address)
        page.get_by_text(name, exact=True).click()
        expect(page.locator("details[open]")).to_have_count(1)
        assert not is_scrolled_sideways(page)
        assert page.evaluate(CRAMPED_TARGETS) == []


def test_the_longest_query_does_not_widen_the_page(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"/articles/?q={'w' * 200}&theme={'x' * 200}")
    assert not is_scrolled_sideways(page)


@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/?theme=defence"])
def test_the_map_works_in_a_narrow_window(page: Page, address: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(address)
    cells = page.locator(".map").get_by_role("link")
    expect(page.locator(".map a:visible")).to_have_count(48)
    boxes = cells.evaluate_all("all => all.map(cell => cell.getBoundingClientRect().toJSON())")
    assert len(boxes) == 48
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
    assert min(box["left"] for box in boxes) >= 0
    assert max(box["right"] for box in boxes) <= 320
    assert cells.evaluate_all(OVERLAPS) == []

    cells.nth(19).click()
    expect(page).to_have_url("/articles/19/")


@pytest.mark.parametrize("number", [3, 11, 19, 25, 36])
def test_a_phone_shows_title_and_first_words_without_scrolling(page: Page, number: int) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/articles/{number}/")

    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    text = page.locator(".paragraph-text, .gist").first
    assert text.evaluate(FIRST_LINE_BOTTOM) <= 844


def test_paper_gets_numbers_and_addresses_and_no_navigation(page: Page, site: str) -> None:
    page.set_viewport_size(A4)
    page.goto("/articles/3/")
    page.emulate_media(media="print")

    for role in ("navigation", "search", "searchbox", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
    for name in ("Skip to the text", "Link to paragraph"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)
    expect(page.locator(".paragraph-number:visible")).to_have_text(["1", "2", "3", "4"])
    addresses = page.locator(".print-address:visible")
    expect(addresses).to_have_text(["/3.1", "/3.2", "/3.3", "/3.4"])
    expect(page.locator(".paragraph-text:visible")).to_have_count(4)
    expect(page.get_by_text(f"{site}/articles/3/", exact=True)).to_be_visible()
    both = page.locator(".print-address, .paragraph-text, .paragraph-number")
    assert both.evaluate_all(OVERLAPS) == []
    assert not is_scrolled_sideways(page)


def test_the_whole_treaty_prints_every_paragraph_with_its_address(page: Page) -> None:
    page.set_viewport_size(A4)
    page.goto("/treaty/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_text("Contents", exact=True)).to_be_hidden()
    expect(page.locator(".paragraph-number:visible")).to_have_count(68)
    expect(page.locator(".print-address:visible")).to_have_count(68)
    expect(page.locator(".print-address:visible").first).to_have_text("/0.1")


@page_types
def test_paper_says_address_edition_and_date_at_the_foot(
    page: Page, site: str, address: str
) -> None:
    page.goto(address)
    here = page.url.partition("?set=")[0]  # what is being made is no part of it
    page.emulate_media(media="print")
    foot = page.locator(".footer")
    expect(foot.get_by_text(here, exact=True)).to_be_visible()
    expect(foot.get_by_text("plain-English edition")).to_be_visible()
    expect(foot.get_by_text("Data version")).to_be_visible()
    expect(foot.locator("time")).to_be_visible()


def test_paper_is_white_and_ink_black_in_the_dark_too(page: Page) -> None:
    page.goto("/articles/3/")
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    for name in ("body", "h1", ".paragraph-text p", ".note-mark a"):
        expect(page.locator(name).first).to_have_css("color", "rgb(0, 0, 0)")


def test_nothing_moves_for_those_who_ask_for_less_motion(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in ("/", "/articles/", "/articles/3/3/"):
        page.goto(address)
        moving = page.locator("*").evaluate_all(
            """all => all.filter(element => {
              const style = getComputedStyle(element);
              return style.animationName !== "none" || style.transitionDuration !== "0s"
                || style.scrollBehavior !== "auto";
            }).map(element => element.outerHTML)"""
        )
        assert moving == []
