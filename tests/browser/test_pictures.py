"""What is drawn can be read in a wide window and on a phone, and leads where it points."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_layout import OVERLAPS, PHONE, WIDE

SIZES = """texts => texts.filter(text => text.checkVisibility()).map(text => {
  const drawing = text.ownerSVGElement;
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return parseFloat(getComputedStyle(text).fontSize) * scale;
})"""

OUTSIDE = """texts => texts.filter(text => text.checkVisibility()).filter(text => {
  const [box, page] = [text.getBoundingClientRect(), document.documentElement];
  return box.left < 0 || box.right > page.clientWidth;
}).map(text => text.textContent)"""


@pytest.mark.parametrize("address", ["/timeline/", "/themes/"])
@pytest.mark.parametrize("width", [390, 768, 992, 1280, 1920])
def test_words_in_a_picture_are_large_enough_and_cover_no_others(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    texts = page.locator(".picture text:visible")
    assert min(texts.evaluate_all(SIZES), default=11) >= 11
    assert texts.evaluate_all(OUTSIDE) == []
    assert texts.evaluate_all(OVERLAPS) == []


@pytest.mark.parametrize(
    ("window", "drawing"), [(WIDE, ".timeline-wide"), (PHONE, ".timeline-tall")]
)
def test_a_dot_leads_to_its_event_in_the_list(
    page: Page, window: dict[str, int], drawing: str
) -> None:
    page.set_viewport_size(window)
    page.goto("/timeline/")
    expect(page.locator(".timeline:visible")).to_have_count(1)
    page.locator(f"{drawing} a[href='#entry-into-force'] circle").click()
    expect(page).to_have_url("/timeline/#entry-into-force")
    expect(page.locator("#entry-into-force")).to_be_in_viewport()


def test_forced_colours_leave_marks_and_lines_to_be_seen(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.set_viewport_size(WIDE)
    page.goto("/themes/")
    fills = page.locator(".matrix .picture-lit, .matrix text").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper not in fills
