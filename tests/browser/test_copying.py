"""What is copied by hand: the words and their numbers, and nothing of what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.browser.test_sending import CLIPBOARD, copied

BETWEEN = """([from, to]) => {
  const [first, last] = [from, to].map((selector) => document.querySelector(selector));
  getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
}"""
PART = """([selector, from, to]) => {
  const text = document.querySelector(selector).querySelector("p").lastChild;
  getSelection().setBaseAndExtent(text, from, text, to);
}"""


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Page]:
    """Give a page whose clipboard can be read."""
    context = browser.new_context(
        base_url=site, permissions=CLIPBOARD, viewport={"width": 1280, "height": 800}
    )
    with watched(context, site):
        yield context.new_page()


def copy(page: Page, first: str, last: str = "") -> list[str]:
    """Copy from the beginning of an element to the end of one; give the lines with words."""
    page.evaluate(BETWEEN, [first, last or first])
    page.keyboard.press("Control+c")
    return [line for line in copied(page).splitlines() if line.strip()]


def test_the_text_of_an_article_is_copied_with_the_numbers_of_its_paragraphs(reader: Page) -> None:
    reader.goto("/articles/3/")
    lines = copy(reader, ".text")
    assert [line[:9] for line in lines if line[0].isdigit()] == [
        "1. The tw",
        "2. The tw",
        "3. If eit",
        "4. Neithe",
    ]
    assert len(lines) == 9
    assert not re.search(r"Link|Cite|Share|Add|Legal strength|Ban|Duty|Read with care", str(lines))


def test_a_paragraph_is_copied_without_its_caution_and_two_without_what_is_between(
    reader: Page,
) -> None:
    reader.goto("/articles/3/")
    lines = copy(reader, "#art_3__para_3")
    assert [line.split()[0] for line in lines] == ["3.", "It"]
    lines = copy(reader, "#art_3__para_3", "#art_3__para_4")
    assert [line.split()[0] for line in lines] == ["3.", "It", "4."]


def test_a_point_is_copied_with_its_label(reader: Page) -> None:
    reader.goto("/articles/22/2/3/")
    [line] = copy(reader, "#art_22__para_2__point_3")
    assert line.startswith("2.3. encouragement of investment")
    reader.goto("/articles/28/")
    labels = [line.split()[0] for line in copy(reader, ".text")[1:]]
    assert labels == [f"{number})" for number in range(1, 10)]


def test_the_only_paragraph_of_an_article_is_copied_without_a_number(reader: Page) -> None:
    reader.goto("/articles/12/")
    assert copy(reader, "#art_12__para_1")[0].startswith("The two states")


def test_a_part_of_a_sentence_is_copied_as_it_is(reader: Page) -> None:
    reader.goto("/articles/3/")
    reader.evaluate(PART, ["#art_3__para_3 .paragraph-text", 3, 42])
    reader.keyboard.press("Control+c")
    assert copied(reader) == "either state is subjected to aggression"


def test_a_heading_is_copied_with_its_spaces(reader: Page) -> None:
    reader.goto("/articles/3/")
    assert copy(reader, "h1") == [
        "Article 3: Principles of relations and conduct in case of aggression"
    ]


def test_a_caution_can_be_copied_by_itself(reader: Page) -> None:
    reader.goto("/articles/3/")
    caution = reader.locator("#art_3__para_4 .caution")
    caution.hover()
    assert copy(reader, "#art_3__para_4 .caution")[0] == "Read with care"


@pytest.mark.parametrize(
    ("address", "element"),
    [
        ("/articles/3/", ".text"),
        ("/articles/28/", ".text"),
        ("/set/3.3,12.1,22.2.3/", ".selection-entries"),
        ("/treaty/", "#art_5"),
        ("/articles/?q=aggression", ".hits"),
    ],
)
def test_what_is_copied_is_found_exact(reader: Page, address: str, element: str) -> None:
    reader.goto(address)
    copy(reader, element)
    typed = copied(reader)
    reader.goto("/verify/")
    reader.get_by_label("Quotation").fill(typed)
    reader.get_by_role("button", name="Verify").click()
    verdicts = reader.get_by_role("heading", level=2).filter(has_not_text="Set aside")
    expect(verdicts.first).to_be_visible()
    for verdict in verdicts.all_inner_texts():
        assert verdict.startswith("Not the treaty's words: an exact match in our own edition")
