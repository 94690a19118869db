"""What a reference manager makes of a page that is saved, and the files that it finds there."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.citations import zotero
from tests.citations.places import TITLE
from tests.citations.printing import APA, OSCOLA, by_pandoc
from tests.invented import load_invented
from tests.pages import SITE, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PAGES = {
    "/articles/3/": ", art. 3 (restated in plain English)",
    "/articles/3/3/": ", art. 3, para. 3 (restated in plain English)",
    "/articles/2/1/": ", art. 2 (restated in plain English)",
    "/articles/22/2/3/": ", art. 22, point 2.3 (restated in plain English)",
    "/preamble/3/": ", preamble, recital 3 (restated in plain English)",
    "/closing/": ", closing lines (restated in plain English)",
    "/set/3.3,12,17-19/": ", Articles 3(3), 12 and 17–19 (restated in plain English)",
    "/treaty/": " (restated in plain English)",
}
CITATION_FILES = ["bib", "biblatex", "ris", "csl.json"]


def saved(path: str) -> zotero.Item:
    """Return the item that Zotero makes of a page."""
    metas = fetch(path).document.query("head meta[content]")
    names = ((node.attrs.get("name") or node.attrs.get("property"), node) for node in metas)
    return zotero.from_page((name, node.attrs["content"] or "") for name, node in names if name)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_saved_as_the_treaty_with_its_provisions_and_not_as_a_web_page(path: str) -> None:
    assert saved(path) == {
        "itemType": "statute",
        "title": TITLE + PAGES[path],
        "date": "2025-01-17",
        "url": f"{SITE}{path}",
        "creators": [
            {"lastName": "Islamic Republic of Iran", "creatorType": "contributor"},
            {"lastName": "Russian Federation", "creatorType": "contributor"},
        ],
        "extra": "Type: treaty",
        "notes": [],
    }


def test_a_saved_page_is_cited_as_a_treaty_in_full() -> None:
    items = [zotero.as_csl(saved("/articles/3/3/"), "saved")]
    title = (
        "Treaty on the Comprehensive Strategic Partnership Between the Islamic Republic of Iran "
        "and the Russian Federation, Art. 3, Para. 3 (Restated in Plain English)"
    )
    address = f"{SITE}/articles/3/3/"
    assert by_pandoc(items, APA)["saved"][1] == f"{title}, January 17, 2025. {address}"
    assert by_pandoc(items, OSCOLA)["saved"][1] == f"{title} (17 January 2025) <{address}>"


def test_a_page_that_shows_an_official_text_is_saved_as_that() -> None:
    load_invented({"ru": ("ru", "", {3: {3: "Лампа."}})})
    assert saved("/articles/3/3/?lang=ru")["title"].endswith(
        "art. 3, para. 3 (official text: Russian)"
    )
    assert saved("/treaty/?lang=ru")["title"] == f"{TITLE} (official text: Russian)"
    assert saved("/articles/4/?lang=ru")["title"].endswith("art. 4 (restated in plain English)")


def test_other_pages_are_saved_as_what_they_are() -> None:
    for path in ("/", "/about/", "/articles/?q=oil", "/articles/3/cite/"):
        assert saved(path)["itemType"] == "webpage"


@pytest.mark.parametrize(
    "path", [*PAGES, "/articles/3/3/?lang=ru", "/treaty/?lang=ru", "/set/3,12/?lang=ru"]
)
def test_a_page_leads_to_its_citation_files_in_its_head_and_its_headers(path: str) -> None:
    load_invented({"en": ("en", "", {3: {3: "A lamp."}}), "ru": ("ru", "", {3: {3: "Лампа."}})})
    page, _, query = path.partition("?")
    end = f"?{query}" if query else ""
    wanted = [f"{page.removesuffix('/')}.{suffix}{end}" for suffix in CITATION_FILES]
    feed, *links = fetch(path).document.query("link[rel=alternate][type]")
    assert feed.attrs["href"] == "/changes.atom"
    assert [node.attrs["href"] for node in links] == wanted
    header = Client().get(path).headers["Link"]
    assert all(f"<{SITE}{address}>" in header for address in wanted)
