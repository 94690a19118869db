"""How the pages come out on paper: sheets with a foot, addresses, and no controls."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_layout import A4, OVERLAPS, is_scrolled_sideways, page_types

Matrix = list[float]
Pieces = list[tuple[float, str]]


def test_paper_gets_numbers_and_addresses_and_no_navigation(page: Page, site: str) -> None:
    page.set_viewport_size(A4)
    page.goto("/articles/3/")
    page.emulate_media(media="print")

    for role in ("navigation", "search", "searchbox", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
    for name in ("Skip to main content", "Link to paragraph"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)
    expect(page.locator(".paragraph-number:visible")).to_have_text(["1", "2", "3", "4"])
    addresses = page.locator(".print-address:visible")
    expect(addresses).to_have_text(["/3.1", "/3.2", "/3.3", "/3.4"])
    expect(page.locator(".paragraph-text:visible")).to_have_count(4)
    expect(page.locator(".footer").get_by_text(f"{site}/articles/3/", exact=True)).to_be_visible()
    both = page.locator(".print-address, .paragraph-text, .paragraph-number")
    assert both.evaluate_all(OVERLAPS) == []
    assert not is_scrolled_sideways(page)


@pytest.mark.parametrize(
    ("address", "numbers", "labels"),
    [
        ("/articles/22/", "123", ["2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "2.6."]),
        ("/articles/28/1/4/", "¶", [f"{number})" for number in range(1, 10)]),
    ],
)
def test_paper_keeps_the_labels_of_points(
    page: Page, address: str, numbers: str, labels: list[str]
) -> None:
    page.set_viewport_size(A4)
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".paragraph-number:visible")).to_have_text([*numbers])
    expect(page.locator(".point-label:visible")).to_have_text(labels)
    expect(page.locator(".tools:visible")).to_have_count(0)
    for boxes in (".point-label, .point > div", ".print-address, .point"):
        assert page.locator(boxes).evaluate_all(OVERLAPS) == []
    assert not is_scrolled_sideways(page)


@pytest.mark.parametrize(
    ("address", "most"),
    [("/articles/3/", 1), ("/articles/28/", 1), ("/articles/22/", 2), ("/treaty/", 12)],
)
def test_the_text_needs_few_sheets(page: Page, address: str, most: int) -> None:
    page.goto(address)
    assert len(printed(page)) <= most


def test_the_whole_treaty_prints_every_paragraph_with_its_address(page: Page) -> None:
    page.set_viewport_size(A4)
    page.goto("/treaty/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator(".rail, .to-contents")).to_have_count(2)
    expect(page.locator(".rail:visible, .to-contents:visible")).to_have_count(0)
    expect(page.locator(".paragraph-number:visible")).to_have_count(101)
    expect(page.locator(".print-address:visible")).to_have_count(101)
    expect(page.locator(".point-label:visible")).to_have_count(15)
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
        assert "Plain-Englishedition,restatedfromtheRussiantext" in words, number
        assert re.search(r"·Dataversion[0-9a-f]{12},\d+\w{3}\d{4}", words), number
        assert f"{number}/{len(sheets)}" in words
    page.emulate_media(media="print")
    foot = page.locator(".footer")
    expect(foot.locator(".print-only").first).to_contain_text(here)
    expect(foot.get_by_text("Plain English, not the official text.")).to_be_visible()
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


def test_a_sheet_holds_the_drawing_of_the_timeline_below_its_heading(page: Page) -> None:
    page.goto("/timeline/")
    first = squeezed("".join(text for _, text in printed(page)[0]))
    assert "Before,aroundandafterthetreaty." in first
    assert "Firsttermends" in first


def test_a_sheet_is_as_wide_as_the_table_of_obligations(page: Page) -> None:
    page.set_viewport_size(A4)
    page.goto("/obligations/")
    page.emulate_media(media="print")
    around = page.locator(".sideways")
    assert around.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    heads = page.locator(".strength-table thead th")
    assert set(heads.evaluate_all("all => all.map(one => one.getClientRects().length)")) == {1}
    heights = heads.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert max(heights) < 24  # one line


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
        key = page.get_by_text("before the addresses in the margin")
        expect(key).to_be_visible() if is_there else expect(key).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/articles/?q=caspian", ["/13.2", "/12"]),
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
        ("/articles/?q=oil&theme=energy", "Clear all"),
        ("/articles/?q=caspian", "Add these 2 provisions to a selection"),
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


def test_paper_has_the_addresses_of_sources_in_their_list_and_of_no_navigation(
    page: Page, site: str
) -> None:
    """Beside an article they would take it over its one sheet: it names the sources."""
    after = "links => links.map(link => getComputedStyle(link, '::after').content)"
    page.goto("/sources/")
    sources = page.locator("main a[rel~=external]:not(.in-full)")
    assert set(sources.evaluate_all(after)) == {"none"}
    page.emulate_media(media="print")
    addresses = sources.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(addresses) > 100
    assert sources.evaluate_all(after) == [f'" ({address})"' for address in addresses]
    words = squeezed("".join(text for sheet in printed(page) for _, text in sheet))
    assert all(squeezed(address) in words for address in addresses)
    page.goto("/articles/14/")
    for links in (".notes a", "main a:not([rel~=external], [data-printed]):visible"):
        assert set(page.locator(links).evaluate_all(after)) == {"none"}
    page.goto("/articles/3/compare/")
    where = page.locator("a", has_text="Where to read the official text")
    assert where.evaluate_all(after) == [f'" ({site}/sources/#official-text)"']


def test_paper_is_white_and_ink_black_in_the_dark_too(page: Page) -> None:
    page.goto("/articles/3/")
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    for name in ("body", "h1", ".paragraph-text p", ".note-mark a"):
        expect(page.locator(name).first).to_have_css("color", "rgb(0, 0, 0)")
