"""How the pages sit in a window, from 320 pixels to a desktop."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched

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
    "explorer by strength": "/articles/?theme=energy&strength=ban&match=any",
    "explorer with groups": "/articles/?theme=energy&theme=finance",
    "article of four paragraphs": "/articles/3/",
    "article with lists": "/articles/7/",
    "article with a long title": "/articles/14/",
    "article with points": "/articles/22/",
    "article of one paragraph, with points": "/articles/28/",
    "paragraph": "/articles/3/3/",
    "point": "/articles/22/2/3/",
    "point of the only paragraph": "/articles/28/1/4/",
    "preamble": "/preamble/",
    "closing lines": "/closing/",
    "questions": "/questions/",
    "question": "/questions/gas-hub/",
    "question of what is not in the text": "/questions/in-force/",
    "explorer with a question": "/articles/?q=must+Russia+defend+Iran",
    "themes": "/themes/",
    "theme": "/themes/trade/",
    "mentions": "/mentions/",
    "mention": "/mentions/un-charter/",
    "whole treaty": "/treaty/",
    "obligations": "/obligations/",
    "timeline": "/timeline/",
    "background": "/background/",
    "sources": "/sources/",
    "sources that have words": "/sources/?q=russian",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "settings": "/settings/",
    "offline": "/offline/",
    "thesaurus": "/thesaurus/",
    "letter of the thesaurus": "/thesaurus/s/",
    "explorer with a correction": "/articles/?q=nuclaer",
    "explorer with a point": "/articles/?q=art.+22%282.3%29+and+3",  # as a form writes it
    "article with words marked": "/articles/19/?q=sanctions",
    "not found": "/articles/48/",
    "paragraph cited": "/articles/3/3/cite/",
    "point cited": "/articles/22/2/3/cite/",
    "closing lines cited": "/closing/cite/",
    "treaty cited": "/treaty/cite/",
    "selections": "/set/",
    "selection": "/set/3,5.2,17-19,22.2.3,closing/?note=For+Monday",
    "selection with faults": "/set/3,99,lamps/",
    "selection cited": "/set/3,5.2,22.2.3,closing/cite/",
    "article while a selection is made": "/articles/14/?set=3,5.2",
    "data": "/data/",
}
page_types = pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)

NARROW = {"width": 320, "height": 640}
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 720}
A4 = {"width": 794, "height": 1123}

# WCAG 2.2, success criterion 2.5.8 (Target Size, Minimum), with its exceptions for links in
# running text, for targets with enough space around them, and for those of which the page has an
# equal of full size: what is hidden from assistive technology is a picture of a list beside it.
CRAMPED_TARGETS = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, summary, label")]
    .filter(e => e.checkVisibility() && !(e.matches("input") && e.closest("label")))
    .filter(e => !e.closest("[aria-hidden=true]"))
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

# How many pixels part the number of an article from its title.
ROOM_AFTER_NUMERAL = """h1 => {
  const box = node => {
    const words = document.createRange();
    words.selectNodeContents(node);
    return words.getBoundingClientRect();
  };
  return box(h1.lastChild).left - box(h1.querySelector(".numeral")).right;
}"""

# WCAG 2.2, 2.5.8 and, for fingers, 2.5.5 (Target Size, Enhanced), with the exception for links
# in a sentence only. The label around a checkbox is its target.
SMALL_TARGETS = """least => {
  const selector = "a[href], button, input, summary, textarea";
  const isInSentence = e => {
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const isWord = /[\\p{L}\\p{N}]/u.test(text.data);
      if (isWord && parent.checkVisibility() && !parent.closest(selector)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll(selector)]
    .filter(e => e.checkVisibility() && !e.closest("[aria-hidden=true]"))
    .map(e => [e, (e.closest("label.choice") ?? e).getBoundingClientRect()])
    .filter(([e, box]) => box.width > 1 && !isInSentence(e)
      && Math.min(box.width, box.height) < least - 0.01)
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

BOX = "element => element.getBoundingClientRect().toJSON()"

# Of each point: the box of its label, and that of the first line of its words.
LABELS = """points => points.map(point => [".point-label", "p"].map(name => {
  const range = document.createRange();
  range.selectNodeContents(point.querySelector(name));
  const number = point.querySelector(`${name} > .copied-number`);
  if (number) range.setStartAfter(number);
  return range.getClientRects()[0].toJSON();
}))"""
"""The first lines of a label and of its words, without the number that is only copied."""

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


@page_types
@pytest.mark.parametrize(
    ("least", "device"),
    [
        (24, {"viewport": WIDE}),
        (44, {"viewport": PHONE, "has_touch": True, "is_mobile": True}),
    ],
    ids=["mouse", "finger"],
)
def test_what_stands_alone_is_a_target_of_full_size(
    browser: Browser, site: str, address: str, least: int, device: dict[str, Any]
) -> None:
    with watched(browser.new_context(base_url=site, **device), site) as context:
        page = context.new_page()
        page.goto(address)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        assert page.evaluate(SMALL_TARGETS, least) == []
        assert not is_scrolled_sideways(page)


# What success criterion 1.4.12 (Text Spacing) has readers set.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important }
    * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  document.adoptedStyleSheets = [sheet];
}"""

# What hides a part of its words, but for what is for screen readers alone, and the two beginnings
# whose whole the page has or links: the titles of neighbours, and an answer above the results.
CUT = """() => [...document.querySelectorAll("main *")]
  .filter(e => e.checkVisibility() && getComputedStyle(e).overflowX === "hidden")
  .filter(e => !e.closest(".visually-hidden, .copied, header > .near, .question-found"))
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map(e => e.outerHTML)"""


@page_types
@pytest.mark.parametrize("window", [NARROW, WIDE], ids=["narrow", "wide"])
def test_text_that_readers_space_out_is_neither_cut_nor_too_wide(
    page: Page, window: dict[str, int], address: str
) -> None:
    page.set_viewport_size(window)
    page.goto(address)
    page.evaluate(SPACED)
    assert not is_scrolled_sideways(page)
    assert page.evaluate(CUT) == []


def test_a_numeral_stands_clear_of_its_title(page: Page) -> None:
    for window in (NARROW, PHONE, WIDE):
        page.set_viewport_size(window)
        for address in ("/articles/19/", "/articles/44/"):
            page.goto(address)
            assert page.locator("h1").evaluate(ROOM_AFTER_NUMERAL) >= 6, (window, address)


def test_opened_disclosures_fit_a_narrow_window(page: Page) -> None:
    page.set_viewport_size(NARROW)
    for address, name in (("/articles/", "Filter"), ("/treaty/", "Contents")):
        page.goto(address)
        page.locator("summary", has_text=name).click()
        expect(page.locator("details[open]")).to_have_count(1)
        assert not is_scrolled_sideways(page)
        assert page.evaluate(CRAMPED_TARGETS) == []


def test_the_longest_query_does_not_widen_the_page(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"/articles/?q={'w' * 200}&theme={'x' * 200}")
    assert not is_scrolled_sideways(page)


def test_the_strip_fits_a_narrow_window(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto("/articles/?theme=defence")
    ticks = page.locator(".found-more .tick")
    expect(ticks).to_have_count(49)
    boxes = ticks.evaluate_all("all => all.map(tick => tick.getBoundingClientRect().toJSON())")
    assert all(box["width"] > 1 for box in boxes)
    assert min(box["left"] for box in boxes) >= 0
    assert max(box["right"] for box in boxes) <= 320
    lit = page.locator(".found-more .tick.lit").evaluate_all(
        "all => all.map(tick => tick.getBoundingClientRect().height)"
    )
    assert min(lit) > 2 * boxes[0]["height"]


@pytest.mark.parametrize("window", [PHONE, NARROW], ids=["phone", "narrow"])
@pytest.mark.parametrize("is_touched", [False, True], ids=["mouse", "finger"])
def test_a_phone_shows_title_and_first_words_without_scrolling(
    browser: Browser, site: str, window: dict[str, int], is_touched: bool
) -> None:
    options: dict[str, Any] = {"viewport": window, "has_touch": is_touched, "is_mobile": is_touched}
    with watched(browser.new_context(base_url=site, **options), site) as context:
        page = context.new_page()
        for address in (
            "/preamble/",
            "/articles/3/",
            "/articles/14/",
            "/articles/28/",
            "/closing/",
        ):
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
            text = page.locator(".paragraph-text").first
            assert text.evaluate(FIRST_LINE_BOTTOM) <= window["height"], address


@pytest.mark.parametrize("window", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_label_of_a_point_stands_before_its_first_line(
    page: Page, window: dict[str, int]
) -> None:
    page.set_viewport_size(window)
    for address, count in (("/articles/22/", 6), ("/articles/28/", 9)):
        page.goto(address)
        points = page.locator(".point").evaluate_all(LABELS)
        assert len(points) == count
        for label, words in points:
            assert label["right"] <= words["left"]
            assert abs(label["bottom"] - words["bottom"]) <= 1


def test_cautions_stand_beside_their_paragraph_and_the_rest_below_the_text(page: Page) -> None:
    page.set_viewport_size(WIDE)
    page.goto("/articles/3/")
    caution, words = (
        page.locator(f"#art_3__para_3 {name}").evaluate(BOX)
        for name in (".caution", ".paragraph-text")
    )
    assert words["right"] < caution["left"]
    assert words["top"] < caution["top"] < words["bottom"]
    page.goto("/articles/22/")
    text, rest = (page.locator(name).evaluate(BOX) for name in (".text", "section > .cautions"))
    assert text["bottom"] < rest["top"]


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
