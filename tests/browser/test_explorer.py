"""The explorer with JavaScript: live, and every state an address with a way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import watched

ALL_ARTICLES = "The preamble, 47 articles and the closing lines, in order"
DEFENCE = [
    "Article 1 · Aim of the partnership",
    "Article 3 · Principles of relations and conduct in case of aggression",
    "Article 4 · Intelligence and security services",
    "Article 5 · Military cooperation",
    "Article 6 · Military-technical cooperation",
    "Article 10 · Arms control, disarmament and non-proliferation",
]
# When its answer is in, whatever was asked or answered before it has been noticed.
LATER_REQUEST = "fetch('/healthz').then(answer => answer.text())"
# Phrases in quotation marks, since what else a word finds is the business of the search.
SANCTIONS = '"unilateral sanctions"'
SANCTIONS_ADDRESS = "/articles/?q=%22unilateral+sanctions%22"
SANCTIONS_HITS = ["Article 19 · Unilateral coercive measures (sanctions)"]
AGGRESSION = '"subjected to aggression"'
AGGRESSION_ADDRESS = "/articles/?q=%22subjected+to+aggression%22"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def explorer(page: Page) -> Page:
    """Open the explorer, and mark the window so that another page load would show."""
    page.goto("/articles/")
    page.evaluate("window.isTheSamePage = true")
    return page


def box(page: Page) -> Locator:
    return page.get_by_label("Search the treaty")


def theme(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def hits(page: Page) -> Locator:
    return page.locator(".hit").get_by_role("heading", level=2)


def is_the_same_page(page: Page) -> bool:
    return bool(page.evaluate("window.isTheSamePage === true"))


def expect_state(page: Page, address: str, query: str, ticked: list[str], count: str) -> None:
    """Expect the whole page in this state, once it has come to rest."""
    expect(page).to_have_url(address)
    expect(page.get_by_role("status")).to_have_text(count)
    page.wait_for_load_state()
    expect(page.get_by_role("banner")).to_be_visible()
    expect(box(page)).to_have_value(query)
    values = page.locator("[name=theme]:checked").evaluate_all("all => all.map(e => e.value)")
    assert values == ticked


def test_typing_updates_results_count_title_and_address_without_a_page_load(explorer: Page) -> None:
    status = explorer.get_by_role("status")
    status.evaluate("element => { element.isTheSame = true }")

    box(explorer).fill(SANCTIONS)

    expect(explorer).to_have_url(SANCTIONS_ADDRESS)
    expect(hits(explorer)).to_have_text(SANCTIONS_HITS)
    expect(status).to_have_text("1 article")
    expect(explorer).to_have_title('“"unilateral sanctions"” – 1 article — Iran–Russia Treaty')
    assert is_the_same_page(explorer)
    # A live region is only announced if it was there before its text changed.
    assert status.evaluate("element => element.isTheSame === true")


def test_focus_and_caret_stay_in_the_box_while_results_change(explorer: Page) -> None:
    box(explorer).fill('"unilateral sanctins"')
    expect(explorer).to_have_url(re.compile("sanctins"))
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "o"):
        box(explorer).press(key)

    expect(hits(explorer)).to_have_text(SANCTIONS_HITS)
    expect(box(explorer)).to_be_focused()
    expect(box(explorer)).to_have_value(SANCTIONS)
    assert box(explorer).evaluate("e => [e.selectionStart, e.selectionEnd]") == [19, 19]
    assert is_the_same_page(explorer)


def test_emptying_the_box_brings_all_articles_back(explorer: Page) -> None:
    box(explorer).fill(SANCTIONS)
    expect(hits(explorer)).to_have_count(1)

    box(explorer).fill("")

    expect_state(explorer, "/articles/", "", [], ALL_ARTICLES)
    expect(hits(explorer)).to_have_count(49)
    assert is_the_same_page(explorer)


def test_ticking_a_theme_updates_results_map_counts_and_address(explorer: Page) -> None:
    theme(explorer, "Defence and security services").check()

    expect(explorer).to_have_url("/articles/?theme=defence")
    expect(hits(explorer)).to_have_text(DEFENCE)
    expect(explorer.get_by_role("status")).to_have_text("6 articles")
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Defence and security services")
    expect(explorer.locator("#themes .choice")).to_have_text(
        [
            "Principles 8",
            "Defence and security services 6",
            "Terrorism, crime and legal assistance 8",
            *[re.compile(r"\s\d+\s*$")] * 12,
        ]
    )
    expect(explorer.get_by_text("Where these stand in the treaty (6 of 49)")).to_be_visible()
    expect(explorer.locator(".found-more .tick")).to_have_count(49)
    expect(explorer.locator(".found-more .tick.lit")).to_have_text(["1", "3", "4", "5", "6", "10"])
    assert is_the_same_page(explorer)


def test_with_all_of_several_what_leads_to_nothing_cannot_be_ticked(explorer: Page) -> None:
    theme(explorer, "Energy and nuclear power, 2 articles").check()
    expect(hits(explorer)).to_have_count(2)
    explorer.get_by_role("radio", name="all of these").check()

    expect(explorer).to_have_url("/articles/?theme=energy&match=all")
    trade = explorer.get_by_role("checkbox", name="Trade and investment, none together")
    expect(trade).to_be_disabled()
    expect(theme(explorer, "Energy and nuclear power, 2 articles")).to_be_enabled()
    explorer.get_by_role("radio", name="any of these").check()
    expect(theme(explorer, re.compile("^Trade and investment, 1[0-9] articles$"))).to_be_enabled()
    assert is_the_same_page(explorer)


def test_a_second_theme_ticked_by_hand_adds_its_articles(explorer: Page) -> None:
    theme(explorer, "Finance and payments").check()
    expect(hits(explorer)).to_have_count(2)
    theme(explorer, "Energy and nuclear power").check()

    expect(hits(explorer)).to_have_count(4)
    expect(explorer).to_have_url("/articles/?theme=finance&theme=energy&match=any")


def test_filters_of_an_address_that_have_nothing_together_show_what_each_has(page: Page) -> None:
    page.goto("/articles/?theme=finance&theme=energy")

    expect(page.get_by_role("status")).to_have_text("No articles")
    expect(page.locator("#hits")).to_contain_text(
        "No article has both. Finance and payments: 18, 20. Energy and nuclear power: 22, 23."
    )
    energy = page.get_by_role("list", name="Energy and nuclear power")
    expect(energy.get_by_role("heading", level=3)).to_have_text(
        [*(re.compile("^Article 22 "), re.compile("^Article 23 "))]
    )


def test_a_strength_shows_the_paragraphs_that_bind_so(explorer: Page) -> None:
    explorer.locator("summary", has_text="Legal strength").click()
    explorer.get_by_role("checkbox", name="Ban, 2 articles").check()

    expect(explorer).to_have_url("/articles/?strength=ban")
    expect(explorer.locator(".hit-paragraph")).to_have_text(["Paragraph 3:", "Paragraph 3:"])
    expect(explorer.get_by_text("Legal strength (1 chosen)")).to_be_visible()
    explorer.get_by_role("link", name="What these mean").click()
    expect(explorer).to_have_url("/obligations/")


@pytest.mark.parametrize(
    "address", ["/articles/", "/articles/?q=sanctions", "/articles/?theme=energy"]
)
def test_the_first_result_is_within_thirty_steps_of_tab(page: Page, address: str) -> None:
    page.goto(address)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(".hit :focus").count():
            return
    pytest.fail("30 steps of Tab do not reach the first result")


def test_a_dimmed_tick_looks_different_from_a_lit_one_also_in_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/articles/?theme=defence")
    lit = page.locator(".found-more .tick").nth(10).screenshot()
    page.goto("/articles/?theme=energy")
    dimmed = page.locator(".found-more .tick").nth(10).screenshot()

    assert lit != dimmed


def test_a_theme_ticked_by_keyboard_keeps_the_focus(explorer: Page) -> None:
    defence = theme(explorer, "Defence and security services")
    defence.focus()
    explorer.keyboard.press("Space")

    expect(hits(explorer)).to_have_text(DEFENCE)
    expect(defence).to_be_focused()
    assert is_the_same_page(explorer)


def test_with_all_every_ticked_theme_must_match(explorer: Page) -> None:
    theme(explorer, "Defence and security services").check()
    expect(hits(explorer)).to_have_count(6)
    explorer.get_by_role("radio", name="all of these").check()
    expect(explorer).to_have_url("/articles/?theme=defence&match=all")
    theme(explorer, "Principles").check()

    expect(hits(explorer)).to_have_text(DEFENCE[:2])
    expect(explorer).to_have_url("/articles/?theme=principles&theme=defence")


def test_back_and_forward_restore_every_state(explorer: Page) -> None:
    everything = ("/articles/", "", [], ALL_ARTICLES)
    filtered = ("/articles/?theme=defence", "", ["defence"], "6 articles")
    searched = (
        f"{AGGRESSION_ADDRESS}&theme=defence",
        AGGRESSION,
        ["defence"],
        "1 article",
    )
    theme(explorer, "Defence and security services").check()
    expect_state(explorer, *filtered)
    box(explorer).fill(AGGRESSION)
    expect_state(explorer, *searched)

    explorer.go_back()
    expect_state(explorer, *filtered)
    expect(hits(explorer)).to_have_text(DEFENCE)
    explorer.go_back()
    expect_state(explorer, *everything)
    explorer.go_forward()
    expect_state(explorer, *filtered)
    explorer.go_forward()
    expect_state(explorer, *searched)
    expect(hits(explorer)).to_have_text(DEFENCE[1:2])


def test_back_from_an_article_shows_the_whole_page_with_the_same_results(explorer: Page) -> None:
    theme(explorer, "Defence and security services").check()
    expect(hits(explorer)).to_have_text(DEFENCE)

    hits(explorer).nth(1).get_by_role("link").click()
    expect(explorer).to_have_url("/articles/3/")
    explorer.go_back()

    expect_state(explorer, "/articles/?theme=defence", "", ["defence"], "6 articles")
    expect(hits(explorer)).to_have_text(DEFENCE)
    explorer.go_back()
    expect_state(explorer, "/articles/", "", [], ALL_ARTICLES)


def test_back_never_shows_the_fragment_that_was_fetched_from_the_same_address(
    explorer: Page,
) -> None:
    """One word and no theme: the address that htmx asks is then that of the page."""
    box(explorer).fill("sanctions")
    expect(hits(explorer).first).to_have_text(SANCTIONS_HITS[0])
    shown = explorer.locator(".found").inner_text()

    hits(explorer).first.get_by_role("link").click()
    expect(explorer).to_have_url(re.compile("/articles/19/"))
    explorer.go_back()

    expect(explorer).to_have_url("/articles/?q=sanctions")
    expect(explorer.get_by_role("banner")).to_be_visible()
    expect(box(explorer)).to_have_value("sanctions")
    assert explorer.locator(".found").inner_text() == shown


def test_an_answer_to_an_outdated_query_never_replaces_a_newer_one(
    browser: Browser, site: str
) -> None:
    """htmx calls the request that it gives up an error, so the console is not watched here."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        page.goto("/articles/")
        page.route(re.compile("aggression"), hold)
        with page.expect_request(re.compile("aggression")):
            box(page).fill(AGGRESSION)
        box(page).fill(SANCTIONS)
        expect(hits(page)).to_have_text(SANCTIONS_HITS)

        held[0].fulfill(body="<p>Outdated</p>", content_type="text/html")
        page.evaluate(LATER_REQUEST)

        expect_state(page, SANCTIONS_ADDRESS, SANCTIONS, [], "1 article")
        expect(hits(page)).to_have_text(SANCTIONS_HITS)
        expect(page.get_by_text("Outdated")).to_have_count(0)


@pytest.mark.parametrize("means", ["Enter", "Search button"])
def test_submitting_answers_at_once_and_asks_only_once(page: Page, means: str) -> None:
    page.clock.install(time=0)
    page.goto("/articles/")
    page.clock.pause_at(60_000)  # from here on, no wait for more typing comes to an end
    page.evaluate("window.isTheSamePage = true")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.headers.get("hx-target", "")))

    box(page).fill(SANCTIONS)
    if means == "Enter":
        box(page).press("Enter")
    else:
        page.get_by_role("button", name="Search").click()

    expect_state(page, SANCTIONS_ADDRESS, SANCTIONS, [], "1 article")
    page.clock.run_for(10_000)
    page.evaluate(LATER_REQUEST)
    assert asked.count("results") == 1
    assert is_the_same_page(page)


def test_enter_on_results_that_are_already_there_adds_no_step_to_the_history(
    explorer: Page,
) -> None:
    box(explorer).fill(SANCTIONS)
    expect(hits(explorer)).to_have_count(1)
    box(explorer).press("Enter")
    expect(explorer.locator(".htmx-request")).to_have_count(0)

    explorer.go_back()

    expect_state(explorer, "/articles/", "", [], ALL_ARTICLES)


def test_an_active_filter_is_removed_by_its_link(explorer: Page) -> None:
    theme(explorer, "Defence and security services").check()
    expect(hits(explorer)).to_have_count(6)
    box(explorer).fill(AGGRESSION)
    expect(hits(explorer)).to_have_count(1)

    explorer.get_by_role("link", name=f"“{AGGRESSION}” remove").click()
    expect_state(explorer, "/articles/?theme=defence", "", ["defence"], "6 articles")
    explorer.get_by_role("link", name="Defence and security services remove").click()
    expect_state(explorer, "/articles/", "", [], ALL_ARTICLES)
    expect(explorer.get_by_role("link", name="remove")).to_have_count(0)


def test_a_live_state_looks_the_same_to_whoever_is_sent_its_address(
    explorer: Page, browser: Browser, site: str
) -> None:
    theme(explorer, "Defence and security services").check()
    expect(hits(explorer)).to_have_count(6)
    box(explorer).fill(AGGRESSION)
    expect(hits(explorer)).to_have_count(1)

    with watched(browser.new_context(), site) as context:
        fresh = context.new_page()
        fresh.goto(explorer.url)

        assert fresh.title() == explorer.title()
        assert fresh.locator(".found").inner_text() == explorer.locator(".found").inner_text()
        expect_state(
            fresh,
            f"{site}{AGGRESSION_ADDRESS}&theme=defence",
            AGGRESSION,
            ["defence"],
            "1 article",
        )


def test_a_query_without_results_says_so_and_offers_a_way_on(explorer: Page) -> None:
    box(explorer).fill("zebra")

    expect(explorer.get_by_role("status")).to_have_text("No articles")
    expect(explorer.locator("#results")).to_contain_text(
        "No article in this edition mentions “zebra”."
    )
    explorer.get_by_role("link", name="See all articles").click()
    expect_state(explorer, "/articles/", "", [], ALL_ARTICLES)


def test_markup_typed_into_the_box_is_shown_as_text(explorer: Page) -> None:
    box(explorer).fill("<img src=x onerror=alert(1)>")

    heading = explorer.get_by_role("heading", level=1)
    expect(heading).to_have_text("<img src=x onerror=alert(1)>")
    expect(explorer.locator("main img")).to_have_count(0)


def test_a_wide_window_shows_the_themes_at_once(explorer: Page) -> None:
    expect(theme(explorer, "Trade and investment")).to_be_visible()
    expect(explorer.get_by_text("Filter", exact=True)).to_be_hidden()


def test_a_phone_keeps_the_themes_behind_a_disclosure_that_counts_them(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/articles/")
    trade = theme(page, "Trade and investment")
    expect(trade).to_be_hidden()
    page.get_by_text("Filter", exact=True).click()
    trade.check()

    expect(page.get_by_role("status")).to_contain_text("articles")
    expect(trade).to_be_visible()
    expect(page.get_by_text("Filter (1 chosen)")).to_be_visible()


def test_on_a_phone_the_filters_end_with_a_link_to_the_results(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/articles/")
    page.get_by_text("Filter", exact=True).click()
    show = page.get_by_role("link", name="Show 49 results")
    expect(show).to_be_visible()
    theme(page, "Energy and nuclear power").check()
    page.get_by_role("link", name="Show 2 results").click()

    expect(theme(page, "Energy and nuclear power")).to_be_hidden()
    expect(hits(page).first).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("query", ["caspian", "zebra"])
def test_a_reader_with_a_keyboard_skips_to_the_results(
    browser: Browser, site: str, query: str, scripts: bool
) -> None:
    with watched(browser.new_context(base_url=site, java_script_enabled=scripts), site) as context:
        page = context.new_page()
        page.goto(f"/articles/?q={query}")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the results")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"/articles/?q={query}#hits")
        page.keyboard.press("Tab")
        first = page.locator("#hits a").first
        expect(first).to_be_focused()
        expect(first).to_be_in_viewport()


def test_after_skipping_to_the_results_they_still_follow_the_box(explorer: Page) -> None:
    explorer.goto("/articles/#hits")
    box(explorer).fill(SANCTIONS)
    expect(hits(explorer)).to_have_text(SANCTIONS_HITS)
    expect(explorer.locator("#hits .hit")).to_have_count(1)
