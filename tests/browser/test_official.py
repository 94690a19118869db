"""Official texts in a browser: side by side, right to left, without JavaScript, on paper.

The texts are those of ``tests.official.texts``: lakes and lighthouses, not a word of any treaty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import processes
from tests.browser.conftest import watched
from tests.browser.fonts import FACES
from tests.browser.test_accessibility import COLOURS, tab_to, violations
from tests.browser.test_layout import (
    A4,
    CRAMPED_TARGETS,
    FIRST_LINE_BOTTOM,
    NARROW,
    OVERLAPS,
    PHONE,
    WIDE,
    is_scrolled_sideways,
)
from tests.browser.test_selected import press, select
from tests.browser.test_sending import CLIPBOARD
from tests.loading.draft import Draft
from tests.official.texts import put

PAGES = {
    "one text": "/articles/3/",
    "two texts": "/articles/3/?lang=en,fa",
    "all texts": "/articles/3/?lang=en,en-2,ru,fa",
    "opening words and letters": "/articles/10/?lang=ru,fa",
    "Persian": "/articles/36/?lang=fa",
    "paragraph": "/articles/30/3/?lang=en,ru",
    "point": "/articles/22/2/3/?lang=en,fa",
    "closing lines": "/closing/?lang=en,fa",
    "unknown text": "/articles/5/?lang=de",
    "preamble": "/preamble/?lang=fa,en",
    "results in Persian": "/articles/?q=آینه‌نگار",
    "results in Russian": "/articles/?q=гелиограф",
    "words marked": "/articles/3/?lang=fa,ru&q=آینه‌نگار",
    "comparison": "/articles/3/compare/",
}
pages = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)

FIRST_PARAGRAPH = "#art_3__para_1"
CHOICES = "[aria-label='Official texts to show'] a"

# The box of the first line of an element's words, and of the element itself.
FIRST_LINE = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const [line] = range.getClientRects();
  const box = element.getBoundingClientRect();
  return { left: line.left - box.left, right: box.right - line.right };
}"""

# Whether the first words of the marked paragraph are in the window and nothing covers them.
IS_SEEN = """paragraph => {
  const words = paragraph.querySelector(".cell p:not(.cell-label)");
  const range = document.createRange();
  range.selectNodeContents(words);
  const [line] = range.getClientRects();
  const seen = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return line.top >= 0 && line.bottom <= innerHeight && words.contains(seen);
}"""


@pytest.fixture(scope="module")
def site(site_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with four official texts; give its address."""
    folder = tmp_path_factory.mktemp("official")
    fixtures = put(Draft(folder).folder, "en", "en-2", "ru", "fa")
    settings = processes.copied(site_settings, folder)
    load = (*processes.MANAGE, "load_treaty", str(fixtures))
    code, said = processes.outcome(load, folder / "load", **settings)
    assert code == 0, said
    with processes.serving(settings, folder / "log") as (_, address):
        yield address


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Return where the elements stand in the window, in their order."""
    found = page.locator(selector)
    return list(found.evaluate_all("all => all.map(e => e.getBoundingClientRect().toJSON())"))


def columns(page: Page) -> list[dict[str, float]]:
    return boxes(page, f"{FIRST_PARAGRAPH} .cells > *")


def persian(page: Page) -> Locator:
    return page.locator(f"{FIRST_PARAGRAPH} .cell[lang=fa] p:not(.cell-label)")


@pytest.mark.parametrize(
    ("query", "count"), [("", 2), ("?lang=en,fa", 3), ("?lang=fa,ru", 3), ("?lang=en,en-2", 3)]
)
def test_a_desktop_shows_texts_and_restatement_side_by_side(
    page: Page, query: str, count: int
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"/articles/3/{query}")
    found = columns(page)
    assert len(found) == count
    assert len({box["top"] for box in found}) == 1
    for before, after in pairwise(found):
        assert before["right"] <= after["left"]
    assert min(box["width"] for box in found) >= 200


def test_paragraphs_of_the_same_number_stand_at_the_same_height(page: Page) -> None:
    page.set_viewport_size(WIDE)
    page.goto("/articles/3/?lang=en,fa")
    for number in range(1, 5):
        tops = {box["top"] for box in boxes(page, f"#art_3__para_{number} .cells > *")}
        assert len(tops) == 1, number


@pytest.mark.parametrize("window", [PHONE, NARROW])
def test_a_phone_shows_the_official_text_first_and_the_rest_below(
    page: Page, window: dict[str, int]
) -> None:
    page.set_viewport_size(window)
    page.goto("/articles/3/?lang=fa,en,ru")
    found = columns(page)
    assert len(found) == 4
    assert len({box["left"] for box in found}) == 1
    for above, below in pairwise(found):
        assert above["bottom"] <= below["top"]
    cells = page.locator(f"{FIRST_PARAGRAPH} .cells > *")
    expect(cells.nth(0)).to_have_attribute("lang", "fa")
    expect(cells.nth(3)).to_contain_text("In our own words")


@pytest.mark.parametrize("number", [3, 5, 30, 36])
def test_a_phone_shows_title_and_first_official_words_without_scrolling(
    page: Page, number: int
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/articles/{number}/")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    words = page.locator(".cell p:not(.cell-label)").first
    assert words.evaluate(FIRST_LINE_BOTTOM) <= PHONE["height"]


@pages
def test_nothing_scrolls_sideways_and_no_target_is_cramped(page: Page, address: str) -> None:
    page.goto(address)
    for window in (NARROW, PHONE, WIDE):
        page.set_viewport_size(window)
        assert not is_scrolled_sideways(page), window
        assert page.evaluate(CRAMPED_TARGETS) == [], window


def test_the_whole_treaty_in_every_text_fits_a_narrow_window(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto("/treaty/?lang=en,en-2,ru,fa")
    assert not is_scrolled_sideways(page)


@pages
def test_axe_finds_nothing_in_light_or_dark_wide_or_narrow(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(address)
    assert violations(page) == [], "light"
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == [], "dark"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    assert violations(page) == [], "narrow"


@pytest.mark.parametrize("window", [WIDE, NARROW])
def test_persian_runs_from_right_to_left_and_the_page_around_it_does_not(
    page: Page, window: dict[str, int]
) -> None:
    page.set_viewport_size(window)
    page.goto("/articles/3/?lang=en,fa")
    expect(page.locator("html")).to_have_css("direction", "ltr")
    expect(persian(page)).to_have_css("direction", "rtl")
    line = persian(page).evaluate(FIRST_LINE)
    assert line["right"] <= 1
    english = page.locator(f"{FIRST_PARAGRAPH} .cell[lang=en] p:not(.cell-label)")
    expect(english).to_have_css("direction", "ltr")
    assert english.evaluate(FIRST_LINE)["left"] <= 1
    label = page.locator(f"{FIRST_PARAGRAPH} .cell[lang=fa] .cell-label bdi")
    expect(label).to_have_css("direction", "ltr")


def test_persian_has_more_room_between_lines_and_none_between_letters(page: Page) -> None:
    page.goto("/articles/3/?lang=fa")
    style = persian(page).evaluate(
        "e => { const s = getComputedStyle(e);"
        " return [parseFloat(s.lineHeight) / parseFloat(s.fontSize), s.letterSpacing]; }"
    )
    assert style == [pytest.approx(1.9, abs=0.01), "normal"]


@pytest.mark.parametrize(
    ("address", "letter", "side"),
    [("/articles/3/", "a)", "left"), ("/articles/36/?lang=fa", "الف)", "right")],
)
def test_items_begin_with_their_letter_where_their_language_begins(
    page: Page, address: str, letter: str, side: str
) -> None:
    page.goto(address)
    item = page.locator(".cell .item").first
    label = item.locator(".item-label")
    expect(label).to_have_text(letter)
    edges = "(e, side) => e.getBoundingClientRect()[side]"
    from_edge = abs(item.evaluate(edges, side) - label.evaluate(edges, side))
    assert from_edge <= 40
    indent = item.evaluate(f"e => parseFloat(getComputedStyle(e).padding{side.title()})")
    assert indent > 0


def test_a_persian_excerpt_among_results_runs_from_right_to_left(page: Page) -> None:
    page.goto("/articles/?q=آینه‌نگار")
    excerpt = page.locator("#results bdi").first
    expect(excerpt).to_have_css("direction", "rtl")
    expect(excerpt.locator("mark")).to_have_text("آینه‌نگار")


def test_a_reader_chooses_languages_by_keyboard_alone(page: Page) -> None:
    page.goto("/articles/3/")
    for address in ("?lang=en,fa", "?lang=en,fa,ru"):
        tab_to(page, f"{CHOICES}[href='{address}']", most=40)
        chosen = page.locator(":focus")
        assert chosen.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"/articles/3/{address}")
    expect(page.locator(f"{FIRST_PARAGRAPH} .cell[lang=fa]")).to_be_visible()
    expect(page.locator(f"{FIRST_PARAGRAPH} .cell[lang=ru]")).to_be_visible()
    expect(page.locator(f"{CHOICES}[aria-current=true]")).to_have_count(3)


def test_a_reader_without_javascript_chooses_languages_and_finds_their_words(
    plain_page: Page,
) -> None:
    plain_page.goto("/articles/3/")
    plain_page.get_by_role("link", name="Add Persian").click()
    plain_page.get_by_role("link", name="Remove English, Lamp Office").click()
    expect(plain_page).to_have_url("/articles/3/?lang=fa")
    expect(persian(plain_page)).to_contain_text("نگهبانان دو دریاچه")
    plain_page.get_by_label("Search the treaty").fill("гелиограф")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page.locator("#results mark").first).to_have_text("гелиографом")
    plain_page.locator("#results h2 a").first.click()
    expect(plain_page.locator(".paragraph-marked")).to_have_attribute("id", "art_3__para_1")


def test_pages_say_the_same_with_and_without_javascript(page: Page, plain_page: Page) -> None:
    for address in ("/articles/3/?lang=en,ru,fa", "/articles/36/2/?lang=fa"):
        page.goto(address)
        plain_page.goto(address)
        both = [each.get_by_role("main").inner_text() for each in (page, plain_page)]
        assert both[0] == both[1]


@pytest.mark.parametrize("window", [WIDE, PHONE, {"width": 320, "height": 568}])
@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        ("/articles/30/3/", "art_30__para_3"),
        ("/articles/36/2/?lang=fa", "art_36__para_2"),
        ("/articles/3/4/?lang=en,ru,fa", "art_3__para_4"),
        ("/preamble/6/?lang=fa,en", "preamble__rec_6"),
    ],
)
def test_a_shared_address_shows_its_official_words_in_view_and_uncovered(
    page: Page, window: dict[str, int], address: str, anchor: str
) -> None:
    page.set_viewport_size(window)
    page.goto(address)
    marked = page.locator(".paragraph-marked")
    expect(marked).to_have_attribute("id", anchor)
    expect(page.locator(".paragraph-marked:focus-within")).to_have_count(1)
    assert marked.evaluate(IS_SEEN)


@pytest.mark.parametrize("window", [WIDE, PHONE, {"width": 320, "height": 568}])
def test_a_shared_address_shows_its_point_in_our_words_whole_in_the_window(
    page: Page, window: dict[str, int]
) -> None:
    page.set_viewport_size(window)
    page.goto("/articles/22/2/3/?lang=en,fa")
    marked = page.locator(".ours .point-marked")
    expect(marked).to_have_attribute("id", "art_22__para_2__point_3")
    expect(marked).to_be_focused()
    expect(marked).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("address", ["/articles/3/", "/articles/7/?lang=fa", "/closing/"])
def test_every_paragraph_has_the_official_text_first_and_ours_beside_it(
    page: Page, address: str
) -> None:
    page.goto(address)
    blocks = page.locator(".paragraph:has(.ours)")
    assert blocks.count()
    for block in blocks.all():
        names = block.locator(".cell, .ours").evaluate_all("all => all.map(e => e.className)")
        assert names == ["cell", "ours"]


def test_paper_gets_every_text_and_no_tools(page: Page) -> None:
    page.set_viewport_size(A4)
    page.goto("/articles/3/?lang=en,fa")
    page.emulate_media(media="print")
    for role in ("navigation", "search", "searchbox", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
    for name in ("Link to paragraph", "Russian", "Compare two official texts by word", "Persian"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)
    expect(page.locator(".cell:visible")).to_have_count(8)
    expect(page.locator(".cells .ours:visible")).to_have_count(4)
    expect(page.locator(".print-address:visible")).to_have_text(["/3.1", "/3.2", "/3.3", "/3.4"])
    expect(page.get_by_text("Official text, English, Lamp Office: a translation.")).to_be_visible()
    expect(persian(page)).to_have_css("direction", "rtl")
    assert page.locator(".print-address, .cell, .cells .ours").evaluate_all(OVERLAPS) == []
    assert not is_scrolled_sideways(page)


def test_the_whole_treaty_prints_every_text_chosen(page: Page) -> None:
    page.set_viewport_size(A4)
    page.goto("/treaty/?lang=fa")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator(f"{CHOICES} >> visible=true")).to_have_count(0)
    assert page.locator(".cell[lang=fa]:visible").count() > 100
    assert not is_scrolled_sideways(page)


def test_persian_is_set_in_a_face_with_naskh_shapes_and_its_own_digits(page: Page) -> None:
    page.goto("/articles/3/?lang=fa")
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    text = {"nodeId": root, "selector": f"{FIRST_PARAGRAPH} .cell p:not(.cell-label)"}
    node = client.send("DOM.querySelector", text)["nodeId"]
    faces = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert {face["familyName"] for face in faces} <= {*FACES}
    assert page.locator(f"{FIRST_PARAGRAPH} .paragraph-number").inner_text() == "۱"


@pytest.mark.parametrize(
    ("cell", "marks", "source"),
    [
        (".cell[lang=fa]", "«»", "(Official text, Persian)"),
        (".ours", "“”", "(Plain-English edition, not the treaty's wording)"),
    ],
)
def test_selected_words_are_cited_as_those_of_the_text_they_stand_in(
    browser: Browser, site: str, cell: str, marks: str, source: str
) -> None:
    with watched(browser.new_context(base_url=site, permissions=CLIPBOARD), site) as context:
        page = context.new_page()
        page.goto("/articles/3/?lang=en,fa")
        words = page.locator(f"{FIRST_PARAGRAPH} {cell} p:not(.cell-label)").first.inner_text()
        _, _, first, last, _ = words.split(maxsplit=4)  # the number that is copied, and a word
        select(page, f"{FIRST_PARAGRAPH} {cell} p:not(.cell-label)", first, last)
        lines = press(
            page, "Cite paragraph 1", "Selected words, citation and link copied. All styles"
        )
        assert lines[:2] == [f"{marks[0]}… {first} {last} …{marks[1]}", source]
        assert lines[-1].startswith(f"{site}/articles/3/1/?lang=en,fa#:~:text=")
