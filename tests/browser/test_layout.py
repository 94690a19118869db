"""How the pages sit in a window, from 320 pixels to a desktop, and on paper."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import watched

Matrix = list[float]
Pieces = list[tuple[float, str]]

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
    .filter(e => e.checkVisibility())
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
    expect(page.locator(".footer").get_by_text(f"{site}/articles/3/", exact=True)).to_be_visible()
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
def test_paper_says_address_edition_and_date_at_the_foot_of_each_sheet(
    page: Page, site: str, address: str
) -> None:
    page.goto(address)
    here = page.url.partition("?set=")[0]  # what is being made is no part of it
    if "/set/" in here:
        here = here.partition("?")[0].replace("3,99,lamps", "3")
    sheets = printed(page)
    for number, sheet in enumerate(sheets, 1):
        words = squeezed("".join(text for _, text in sheet))
        assert words.count(squeezed(here[: len(site) + 89])) >= 1, number
        assert "ownwords,notthetreaty's" in words
        assert re.search(r"·Dataversion[0-9a-f]{12},\d+\w{3}\d{4}", words), number
        assert f"{number}/{len(sheets)}" in words
    page.emulate_media(media="print")
    foot = page.locator(".footer")
    expect(foot.locator(".print-only").first).to_contain_text(here)
    expect(foot.get_by_text("plain-English edition")).to_be_visible()
    expect(foot.locator("time")).to_be_visible()


def printed(page: Page) -> list[Pieces]:
    """The pieces of text on each sheet of A4, each with its height above the lower edge."""
    sheets = []
    for sheet in PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages:
        pieces: Pieces = []

        def note(text: str, page: Matrix, line: Matrix, *_: object, to: Pieces = pieces) -> None:
            if text.strip():
                to.append((page[1] * line[4] + page[3] * line[5] + page[5], text))

        sheet.extract_text(visitor_text=note)
        sheets.append(pieces)
    return sheets


@pytest.mark.parametrize("address", ["/treaty/", "/timeline/", "/articles/", "/set/0-10/"])
def test_nothing_stands_below_or_beside_the_foot_of_a_sheet(
    page: Page, site: str, address: str
) -> None:
    page.goto(address)
    foot = squeezed(page.locator(".sheet-foot").text_content() or "")
    sheets = printed(page)
    assert len(sheets) > 4
    for number, sheet in enumerate(sheets, 1):
        top = [height for height, text in sheet if site in text][-1]
        low = squeezed("".join(text for height, text in sheet if height < top + 1))
        assert low == f"{number}/{len(sheets)}{foot}", number
        assert min(height for height, _ in sheet) > 12  # points, which printers reach


def squeezed(text: str) -> str:
    """A text without its spaces, and its ligatures taken apart."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_margins_are_explained_on_paper_only_where_addresses_stand_in_them(page: Page) -> None:
    page.emulate_media(media="print")
    for address, is_there in {
        "/articles/3/": True,
        "/treaty/": True,
        "/articles/?q=caspian": True,
        "/themes/trade/": True,
        "/timeline/": False,
        "/sources/": False,
        "/articles/3/cite/": False,
    }.items():
        page.goto(address)
        key = page.get_by_text("Addresses in the margin follow")
        expect(key).to_be_visible() if is_there else expect(key).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/articles/?q=caspian", ["/13.1", "/12.1"]),
        ("/themes/energy/", ["/22", "/23"]),
    ],
)
def test_what_is_listed_has_its_address_in_the_margin_of_paper(
    page: Page, address: str, shown: list[str]
) -> None:
    page.set_viewport_size(A4)
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".print-address:visible")).to_have_text(shown)
    assert page.locator(".print-address, .hit > h2 > a, .hit > h3 > a").evaluate_all(OVERLAPS) == []
    assert not is_scrolled_sideways(page)


@pytest.mark.parametrize(
    ("address", "control"),
    [
        ("/articles/3/3/", "Whole article"),
        ("/articles/?q=oil&theme=energy", "remove"),
        ("/articles/?q=oil&theme=energy", "Start afresh"),
        ("/articles/?q=caspian", "Put these 2 places in a dossier"),
        ("/themes/trade/", "Search within this theme"),
        ("/background/", "The whole timeline"),
        ("/verify/", "Verify"),
    ],
)
def test_controls_are_not_printed(page: Page, address: str, control: str) -> None:
    page.goto(address)
    found = page.get_by_role("main").get_by_text(control, exact=True).locator("visible=true")
    expect(found.first).to_be_visible()
    page.emulate_media(media="print")
    expect(found).to_have_count(0)


def test_paper_has_the_addresses_of_sources_and_not_of_navigation(page: Page, site: str) -> None:
    after = "links => links.map(link => getComputedStyle(link, '::after').content)"
    page.goto("/articles/3/")
    sources = page.locator(".notes a[rel=external]")
    assert set(sources.evaluate_all(after)) == {"none"}
    page.emulate_media(media="print")
    addresses = sources.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(addresses) > 3
    assert sources.evaluate_all(after) == [f'" ({address})"' for address in addresses]
    where = page.locator("a", has_text="Where to read the official text")
    assert where.evaluate_all(after) == [f'" ({site}/sources/#official-text)"']
    others = page.locator("main a:not([rel~=external], [data-printed]):visible")
    assert set(others.evaluate_all(after)) == {"none"}
    words = squeezed("".join(text for sheet in printed(page) for _, text in sheet))
    assert all(squeezed(address) in words for address in addresses)


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
