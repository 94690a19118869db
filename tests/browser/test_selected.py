"""Somebody selects words of a provision and sends just these, in the style they chose before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import watched
from tests.browser.test_sending import CLIPBOARD, PARAGRAPH, SHARING, copied

SELECT = """(root, [from, to]) => {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ends = [];
  while (nodes.nextNode()) {
    const { data } = nodes.currentNode;
    if (!ends.length && data.includes(from)) ends.push([nodes.currentNode, data.indexOf(from)]);
    if (ends.length && data.includes(to)) {
      ends.push([nodes.currentNode, data.indexOf(to) + to.length]);
      break;
    }
  }
  getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
}"""
OURS = "(Plain-English edition, not the treaty's wording)"
SAID = ".copied:not(:empty)"
RICH = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


def select(page: Page, within: str, first: str, last: str) -> None:
    """Select from the one to the other, as somebody whose pointer has moved."""
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    expect(page.locator("script[src]")).to_have_count(2)
    page.locator(within).first.evaluate(SELECT, [first, last])


def press(page: Page, name: str, said: str) -> list[str]:
    """Press what copies, wait until it says so, and return the lines on the clipboard."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator(SAID)).to_have_text(said)
    return copied(page).splitlines()


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Page]:
    """Give a page that may use the clipboard."""
    with watched(browser.new_context(base_url=site, permissions=CLIPBOARD), site) as context:
        yield context.new_page()


def test_words_within_a_sentence_are_cited_with_ellipses_and_an_address_that_marks_them(
    reader: Page, browser: Browser, site: str
) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, "ressor any", "military")
    lines = press(
        reader, "Cite paragraph 3", "Selected words, citation and link copied. All styles"
    )
    assert lines[:2] == ["“… aggressor any help, military …”", OURS]
    assert lines[2].endswith("(Moscow, 17 January 2025), Article 3, paragraph 3")
    assert lines[3].startswith(f"{site}/articles/3/3/#:~:text=")
    assert len(lines) == 4
    with watched(browser.new_context(java_script_enabled=False), site) as context:
        other = context.new_page()
        other.goto(lines[3])
        expect(other.locator(".paragraph-marked")).to_have_id("art_3__para_3")
    assert is_marked(browser, site, lines[3])


def is_marked(browser: Browser, site: str, address: str) -> bool:
    """Whether the paragraph looks otherwise at an address than without what names the words."""
    looks = []
    for each in (address, address.partition("#")[0]):
        with watched(browser.new_context(java_script_enabled=False), site) as context:
            page = context.new_page()
            page.goto(each)
            looks.append(page.locator(f"{PARAGRAPH} .paragraph-text").screenshot())
    return looks[0] != looks[1]


def test_words_that_begin_and_end_a_sentence_have_no_ellipsis(reader: Page) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, "It shall also", "international law.")
    lines = press(
        reader, "Cite paragraph 3", "Selected words, citation and link copied. All styles"
    )
    assert lines[0].startswith("“It shall also help")
    assert lines[0].endswith("of international law.”")


def test_a_press_of_the_mouse_on_a_control_does_not_lose_what_is_selected(reader: Page) -> None:
    reader.goto("/articles/3/")
    reader.get_by_text("If either state is subjected").dblclick(position={"x": 60, "y": 8})
    word = reader.evaluate("getSelection().toString().trim()")
    assert word
    lines = press(
        reader, "Cite paragraph 3", "Selected words, citation and link copied. All styles"
    )
    assert lines[0].strip("“… ”") == word


def test_quotation_marks_within_selected_words_become_single_ones(reader: Page) -> None:
    reader.goto("/articles/2/")
    select(reader, ".article .text", "the rejection", "world affairs.")
    lines = press(reader, "Cite Article 2", "Selected words, citation and link copied. All styles")
    assert lines[0] == "“… the rejection of ‘unipolarity and hegemony’ in world affairs.”"


def test_nothing_selected_any_more_is_the_whole_paragraph_again(reader: Page) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, "aggressor", "military")
    reader.locator("h1").click()
    lines = press(reader, "Cite paragraph 3", "Quotation, citation and link copied. All styles")
    assert lines[0].startswith("“If either state")


def test_words_of_one_paragraph_leave_the_controls_of_another_alone(reader: Page) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, "aggressor", "military")
    lines = press(reader, "Cite paragraph 2", "Quotation, citation and link copied. All styles")
    assert lines[0].startswith("“The two states shall take measures")


@pytest.mark.parametrize(
    ("article", "ends", "cited", "path"),
    [
        (3, ["aggressor any", "military"], "Article 3, paragraph 3", "/articles/3/3/"),
        (2, ["national interests", "security"], "Article 2", "/articles/2/1/"),
    ],
)
def test_the_article_cites_selected_words_by_the_paragraph_they_stand_in(
    reader: Page, article: int, ends: list[str], cited: str, path: str
) -> None:
    reader.goto(f"/articles/{article}/")
    select(reader, ".article .text", *ends)
    lines = press(
        reader, f"Cite Article {article}", "Selected words, citation and link copied. All styles"
    )
    assert lines[-2].endswith(f", {cited}")
    assert urlsplit(lines[-1]).path == path


def test_words_of_several_paragraphs_are_quoted_paragraph_by_paragraph(reader: Page) -> None:
    reader.goto("/articles/3/")
    select(reader, ".article .text", "follow a policy", "subjected to aggression")
    lines = press(reader, "Cite Article 3", "Selected words, citation and link copied. All styles")
    assert lines[0].startswith("2 “… follow a policy")
    assert lines[1] == "3 “If either state is subjected to aggression …”"
    assert lines[2] == OURS
    assert lines[3].endswith(", Article 3")
    assert len(lines) == 5


def test_a_link_copied_with_words_selected_leads_to_these_words(reader: Page, site: str) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, "aggressor any", "military")
    (line,) = press(reader, "Link to paragraph 3", "Link to the selected words copied.")
    assert line == (
        f"{site}/articles/3/3/#:~:text=not%20give%20the-,"
        "aggressor%20any%20help%2C%20military,-or%20otherwise%2C%20that"
    )


def test_selected_words_are_shared_with_their_address(browser: Browser, site: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, base_url=site)
    context.add_init_script(SHARING)
    with watched(context, site):
        page = context.new_page()
        page.goto("/articles/3/")
        select(page, PARAGRAPH, "aggressor any", "military")
        page.get_by_role("button", name="Share paragraph 3", exact=True).tap()
        shared = page.evaluate("shared")
        assert shared["title"] == "Article 3, paragraph 3, Iran–Russia Treaty"
        assert shared["text"] == "“… aggressor any help, military …”"
        assert shared["url"].startswith(f"{site}/articles/3/3/#:~:text=")


def test_links_and_citations_are_copied_as_rich_text_as_well(reader: Page, site: str) -> None:
    reader.goto("/articles/3/")
    press(reader, "Link to paragraph 3", "Link copied.")
    link = f'<a href="{site}/3.3">'
    assert f"{link}Article 3, paragraph 3, Iran–Russia Treaty</a>" in reader.evaluate(RICH)
    press(reader, "Cite paragraph 3", "Quotation, citation and link copied. All styles")
    assert f"{link}{site}/3.3</a>" in reader.evaluate(RICH)
    reader.goto("/articles/3/3/cite/")
    reader.get_by_role("button", name="Copy AGLC").click()
    expect(reader.locator(SAID)).to_have_text("Copied.")
    assert "<em>Treaty on the Comprehensive" in reader.evaluate(RICH)


def test_cite_copies_the_style_chosen_last_until_another_is_chosen(reader: Page) -> None:
    reader.goto("/articles/3/3/cite/")
    reader.get_by_role("button", name="Copy OSCOLA").click()
    expect(reader.locator(SAID)).to_have_text("Copied.")
    reader.goto("/articles/19/")
    lines = press(
        reader, "Cite paragraph 2", "Quotation, OSCOLA citation and link copied. All styles"
    )
    assert "art 19(2) (restated in plain English at <" in lines[-1]
    assert lines[-2] == OURS
    reader.goto("/settings/")
    expect(reader.get_by_label("OSCOLA")).to_be_checked()
    reader.get_by_label("Title, place and date in full").check()
    reader.goto("/articles/19/")
    press(reader, "Cite paragraph 2", "Quotation, citation and link copied. All styles")


def test_without_the_page_of_styles_cite_copies_what_the_page_has(reader: Page) -> None:
    reader.goto("/articles/3/3/cite/")
    reader.get_by_role("button", name="Copy APA").click()
    expect(reader.locator(SAID)).to_have_text("Copied.")
    reader.goto("/articles/19/")
    reader.route("**/cite/", lambda route: route.fulfill(body="no page of styles"))
    lines = press(reader, "Cite paragraph 2", "Quotation, citation and link copied. All styles")
    assert lines[-2].endswith(", Article 19, paragraph 2")


def test_what_is_pressed_before_the_scripts_have_come_counts(reader: Page, site: str) -> None:
    held: list[Route] = []
    reader.route("**/later.*.js", lambda route: held.append(route))  # noqa: PLW0108 - it wants a function
    reader.goto("/articles/3/")
    reader.get_by_role("link", name="Link to paragraph 3", exact=True).click()
    expect(reader).to_have_url(f"{site}/articles/3/")
    held[0].continue_()
    expect(reader.locator(SAID)).to_have_text("Link copied.")
    assert copied(reader) == f"{site}/3.3"


def test_scripts_that_cannot_be_had_leave_a_link_that_leads_on(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.route("**/later.*.js", lambda route: route.abort())
    page.goto("/articles/3/")
    page.get_by_role("link", name="Link to paragraph 3", exact=True).click()
    expect(page).to_have_url(f"{site}/articles/3/3/")
    context.close()


def by_copying(page: Page) -> str:
    page.get_by_role("link", name="Link to paragraph 3", exact=True).click()
    expect(page.locator(SAID)).to_have_text("Link copied.")
    return copied(page)


def by_sharing(page: Page) -> str:
    page.get_by_role("button", name="Share paragraph 3", exact=True).tap()
    return str(page.evaluate("shared")["url"])


def by_selecting_words_to_cite(page: Page) -> str:
    select(page, PARAGRAPH, "aggressor any", "military")
    lines = press(page, "Cite paragraph 3", "Selected words, citation and link copied. All styles")
    return lines[-1]


def by_a_mangled_link(page: Page) -> str:
    return f"{by_copying(page)}).&utm_source=newsletter"


def by_copying_words_by_hand(page: Page) -> str:
    select(page, PARAGRAPH, "If either state", "international law.")
    page.keyboard.press("Control+c")
    return f"{page.url.partition('/articles')[0]}/articles/?{urlencode({'q': copied(page)})}"


WAYS_TO_SEND = (
    by_copying,
    by_sharing,
    by_selecting_words_to_cite,
    by_a_mangled_link,
    by_copying_words_by_hand,
)


@pytest.mark.parametrize("send", WAYS_TO_SEND)
def test_a_paragraph_is_found_again_in_whichever_way_it_was_sent(
    send: Callable[[Page], str], browser: Browser, site: str
) -> None:
    sender = browser.new_context(
        base_url=site, permissions=CLIPBOARD, has_touch=True, is_mobile=True
    )
    sender.add_init_script(SHARING)
    with watched(sender, site):
        page = sender.new_page()
        page.goto("/articles/3/")
        sent = send(page)
    with watched(browser.new_context(java_script_enabled=False), site) as receiver:
        other = receiver.new_page()
        other.goto(sent)
        if send is by_copying_words_by_hand:  # into the search box
            expect(other.get_by_text("This is Article 3, paragraph 3")).to_be_visible()
            other.locator(".hit h2 a").first.click()
        expect(other.locator(".paragraph-marked")).to_have_id("art_3__para_3")


@pytest.mark.parametrize("address", ["/articles/3/?set=5", "/set/3,12/"])
def test_beside_a_selection_cite_copies_the_same(reader: Page, address: str) -> None:
    reader.goto("/articles/3/3/cite/")
    reader.get_by_role("button", name="Copy OSCOLA").click()
    expect(reader.locator(SAID)).to_have_text("Copied.")
    reader.goto(address)
    select(reader, ".paragraph:has-text('aggressor any')", "aggressor any", "military")
    lines = press(
        reader, "Cite paragraph 3", "Selected words, OSCOLA citation and link copied. All styles"
    )
    assert lines[:2] == ["“… aggressor any help, military …”", OURS]
    assert "art 3(3)" in lines[2]
    assert "#:~:text=" in lines[3]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("aggressor any", "military"),
        ("continuing.", "It shall"),
        ("If either", "international law."),
    ],
)
def test_words_that_run_over_lines_are_marked_by_their_ends(
    reader: Page, browser: Browser, site: str, first: str, last: str
) -> None:
    reader.goto("/articles/3/")
    select(reader, PARAGRAPH, first, last)
    (line,) = press(reader, "Link to paragraph 3", "Link to the selected words copied.")
    assert is_marked(browser, site, line)
    assert not is_marked(browser, site, line.replace("text=", "text=zebra-,"))
