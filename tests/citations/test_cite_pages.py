"""The pages on which a place is cited."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
import rispy
from django.test import Client
from pybtex.database import parse_string

from articles.views import citing
from tests.citations.places import TITLE
from tests.citations.shown import every_place
from tests.invented import load_invented
from tests.pages import Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

STYLES = ["oscola", "bluebook", "aglc", "mcgill", "apa", "chicago", "un", "address"]
SUFFIXES = ["bib", "biblatex", "ris", "csl.json"]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, datetime(2026, 11, 22, 23, 59, tzinfo=UTC))


def on(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Have the pages made at a moment."""
    monkeypatch.setattr(citing.timezone, "now", lambda: moment)


class Copies(HTMLParser):
    """What the copy controls of a page copy, in order, and whether each is hidden at first."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.are_hidden = True
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "button" and given.get("class") == "copy":
            self.texts.append(given["data-copy"] or "")
            self.are_hidden &= "hidden" in given


def copies(page: Page) -> list[str]:
    return Copies(page.html).texts


def test_every_place_has_a_page_that_cites_it_in_every_style_and_format() -> None:
    for place in every_place():
        page = fetch(f"{place.path}cite/")
        assert page.status == 200, page.path
        assert [
            node.attrs["id"] for node in page.document.query("section[aria-labelledby=styles] h3")
        ] == STYLES
        assert [node.attrs["href"] for node in page.document.query("a.download")] == [
            f"{place.path.rstrip('/')}.{suffix}" for suffix in SUFFIXES
        ]
        assert len(page.ids) == len(set(page.ids))
        short = place.short_url.removeprefix("https://treaty.example")
        assert page.text(".packet")[0].endswith(f"http://testserver{short}")


def test_the_page_of_a_paragraph_is_named_after_it_and_kept_from_search_engines() -> None:
    page = fetch("/articles/3/3/cite/")
    assert page.text("h1") == ["Cite Article 3, paragraph 3"]
    assert page.text("title") == ["Cite Article 3, paragraph 3 — Iran–Russia Treaty"]
    [robots] = page.document.query('meta[name="robots"]')
    assert robots.attrs["content"] == "noindex"
    assert page.text(".crumbs li") == ["Articles", "Article 3", "Article 3, paragraph 3"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/articles/3/cite/", "Cite Article 3"),
        ("/preamble/cite/", "Cite the preamble"),
        ("/preamble/3/cite/", "Cite the preamble, recital 3"),
        ("/articles/22/2/3/cite/", "Cite Article 22, point 2.3"),
        ("/closing/cite/", "Cite the closing lines"),
        ("/treaty/cite/", "Cite the treaty"),
    ],
)
def test_other_pages_are_named_after_what_they_cite(path: str, name: str) -> None:
    assert fetch(path).text("h1") == [name]


def test_each_citation_can_be_copied_as_it_is_shown_and_says_so_in_a_live_region() -> None:
    page = fetch("/articles/3/3/cite/")
    shown = page.text(".packet") + page.text(".citation") + page.text("pre.file")
    assert ["".join(text.split()) for text in copies(page)] == [
        "".join(text.split()) for text in shown
    ]
    assert len(shown) == 1 + len(STYLES) + len(SUFFIXES)
    assert Copies(page.html).are_hidden
    assert len(page.document.query('.copying > span.copied[role="status"]')) == len(shown)


def test_citations_are_dated_on_the_day_in_utc_whatever_the_page_was_asked_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = "/articles/3/3/cite/"
    assert "accessed 22 November 2026" in fetch(path).text(".citation")[0]
    on(monkeypatch, datetime(2026, 11, 23, 0, 1, tzinfo=UTC))
    assert "accessed 23 November 2026" in fetch(path).text(".citation")[0]


def test_the_files_on_the_page_are_whole_and_parse() -> None:
    bibtex, biblatex, ris, csl = copies(fetch("/articles/3/3/cite/"))[-4:]
    key = "iran-russia-2025-art3-para3"
    assert list(parse_string(bibtex, "bibtex").entries) == [key]
    assert list(parse_string(biblatex, "bibtex").entries) == [key]
    assert rispy.loads(ris)[0]["id"] == key
    assert json.loads(csl)[0]["id"] == key
    assert json.loads(csl)[0]["URL"] == "http://testserver/articles/3/3/"


def test_beside_a_file_stands_what_some_programs_do_not_print_of_it() -> None:
    page = fetch("/articles/3/3/cite/")
    beside = {
        section.query("h3")[0].to_text(): [row.to_text() for row in section.query("p.quiet")]
        for section in page.document.query("section[aria-labelledby=files] .cited")
    }
    assert list(beside) == ["BibTeX", "biblatex", "RIS", "CSL-JSON"]
    assert [len(rows) for rows in beside.values()] == [1, 0, 1, 1]
    assert "print no address" in beside["BibTeX"][0]
    assert "as a statute" in beside["RIS"][0]
    assert "AGLC prints no date" in beside["CSL-JSON"][0]


def test_a_selection_has_one_entry_in_each_of_its_files_and_its_page_says_so() -> None:
    page = fetch("/set/3,12.1/cite/")
    assert page.text("section[aria-labelledby=files] .quiet") == [
        "One entry for the selection: its title names every provision."
    ]


def test_links_lead_to_the_place_the_article_the_treaty_and_every_paragraph() -> None:
    page = fetch("/articles/3/3/cite/")
    wanted = {
        "/articles/3/3/",
        "/articles/3/cite/",
        "/treaty/cite/",
        *(f"/articles/3/{number}/cite/" for number in (1, 2, 3, 4)),
    }
    assert wanted <= page.links
    [current] = page.document.query(".letters [aria-current]")
    assert current.attrs["href"] == "/articles/3/3/cite/"
    assert all(fetch(path).status == 200 for path in wanted)


def test_the_page_of_a_paragraph_with_points_leads_to_each_of_them_and_theirs_back() -> None:
    points = {f"/articles/22/2/{number}/cite/" for number in range(1, 7)}
    assert points <= fetch("/articles/22/2/cite/").links
    page = fetch("/articles/22/2/3/cite/")
    assert {"/articles/22/2/3/", "/articles/22/2/cite/", "/articles/22/cite/"} <= page.links
    assert " art 22(2.3) (restated in plain English at" in page.text(".citation")[0]
    quoted = page.text(".packet")[0]
    assert quoted.startswith("“2.3. ")
    assert quoted.endswith("Article 22, point 2.3 http://testserver/22.2.3")
    points = {f"/articles/28/1/{number}/cite/" for number in range(1, 10)}
    assert points <= fetch("/articles/28/cite/").links


def test_the_closing_lines_are_cited_by_their_name() -> None:
    page = fetch("/closing/cite/")
    assert " closing lines (restated in plain English at" in page.text(".citation")[0]
    assert "http://testserver/closing" in page.text(".citation")[0]


def test_a_style_is_one_step_away_on_a_long_page() -> None:
    page = fetch("/articles/3/3/cite/")
    steps = [node.attrs["href"] for node in page.document.query('nav[aria-labelledby="jumps"] a')]
    assert steps == [f"#{slug}" for slug in [*STYLES, "files", "places"]]
    assert {step.removeprefix("#") for step in steps} <= set(page.ids)


def test_a_citation_is_copied_with_its_italics_from_a_selection_too() -> None:
    page = fetch("/set/3,12.1/cite/?style=aglc")
    rich = [node.attrs["data-rich"] for node in page.document.query("button.copy[data-rich]")]
    assert rich == ["citation-1", "citation-2"]
    assert page.text("#citation-1 em") == page.text("#citation-2 em") == [TITLE]


def test_the_page_of_the_treaty_leads_to_the_citation_of_every_article() -> None:
    links = fetch("/treaty/cite/").links
    assert {f"/articles/{number}/cite/" for number in range(1, 48)} <= links
    assert {"/preamble/cite/", "/closing/cite/"} <= links


def test_the_only_paragraph_of_an_article_is_cited_by_the_article_and_the_page_says_why() -> None:
    page = fetch("/articles/2/1/cite/")
    assert page.text(".with-aside .notice")[0] == (
        "This is the only paragraph of Article 2 and has no number in the treaty. "
        "The citations name Article 2."
    )
    assert (
        " art 2 (restated in plain English at <http://testserver/2.1>"
        in (page.text(".citation")[0])
    )
    assert "/articles/2/1/cite/" not in fetch("/articles/2/cite/").links
    assert (
        "the only paragraph of the closing lines"
        in (fetch("/closing/1/cite/").text(".with-aside .notice")[0])
    )


def test_the_page_says_that_our_edition_is_not_to_be_quoted_as_the_treaty() -> None:
    for path in ("/articles/3/cite/", "/preamble/3/cite/", "/treaty/cite/", "/closing/cite/"):
        assert fetch(path).text(".with-aside .notice") == [
            "This address shows a plain-English edition. Quote it as such, never as the treaty's "
            "wording."
        ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/articles/48/cite/", "There is no article 48."),
        ("/articles/3/9/cite/", "Article 3 has 4 paragraphs; there is no paragraph 9."),
        ("/articles/47/2/cite/", "Article 47 has 1 paragraph; there is no paragraph 2."),
        ("/articles/22/2/7/cite/", "Article 22, paragraph 2 has 6 points; there is no point 7."),
        ("/articles/3/1/1/cite/", "Article 3, paragraph 1 has no points."),
        ("/preamble/99/cite/", "The preamble has 7 recitals; there is no recital 99."),
    ],
)
def test_a_place_that_is_not_there_is_answered_with_what_is(path: str, reason: str) -> None:
    page = fetch(path)
    assert page.status == 404
    assert reason in page.text("main")[0]


def test_only_questions_are_answered() -> None:
    for path in ("/articles/3/cite/", "/treaty/cite/"):
        assert Client().post(path).status_code == 405
        assert Client().head(path).status_code == 200


def test_with_an_official_text_that_is_what_is_cited_and_quoted() -> None:
    load_invented({"en": ("en", "", {3: {3: "The keeper lights the lamp."}})})
    page = fetch("/articles/3/3/cite/")
    assert page.text(".packet")[0].startswith(
        "“The keeper lights the lamp.” (Official text, English) Treaty on"
    )
    assert "art 3(3) (English text at <http://testserver/3.3> accessed" in page.text(".citation")[0]
    assert page.text(".with-aside .notice") == [
        "This address shows an official text first. Say which text you quote and, if its page "
        "tells you, whether it is the treaty's own wording or a translation."
    ]
    assert "English text at" in fetch("/treaty/cite/").text(".citation")[0]


def test_another_language_comes_along_in_every_address() -> None:
    load_invented(
        {
            "en": ("en", "", {3: {3: "The keeper lights the lamp."}}),
            "fa": ("fa", "", {3: {3: "نگهبان چراغ را روشن می‌کند."}}),
        }
    )
    page = fetch("/articles/3/3/cite/?lang=fa")
    assert page.text(".packet")[0].startswith("«نگهبان چراغ را روشن می‌کند.» (Official text,")
    assert "(Persian text at <http://testserver/3.3?lang=fa>" in page.text(".citation")[0]
    assert page.text('.packet [lang="fa"][dir="rtl"]') == ["«نگهبان چراغ را روشن می‌کند.»"]
    assert len(page.document.query('.packet > [lang="en"][dir="ltr"]')) == 2
    assert "/articles/3/3.bib?lang=fa" in page.links
    assert {"/articles/3/3/?lang=fa", "/articles/3/cite/?lang=fa"} <= page.links


def test_an_article_that_the_official_text_lacks_is_still_cited_as_restated() -> None:
    load_invented({"en": ("en", "", {3: {3: "The keeper lights the lamp."}})})
    page = fetch("/articles/30/1/cite/")
    assert "restated in plain English" in page.text(".citation")[0]
