"""Every page: that it is there, that it is sound, and that it says only what it may say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from articles import treaty
from articles.models import Mention, Question, Theme
from tests import nu
from tests.browser.test_layout import PAGE_TYPES
from tests.pages import INLINE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOT_PAGES = {"/.well-known/security.txt"}


@pytest.fixture(scope="module")
def pages(site: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in site.items() if path not in NOT_PAGES}


def test_every_kind_of_page_is_reached_by_links(site: dict[str, Page]) -> None:
    kinds = Counter(re.sub(r"(?<=/)[a-z0-9-]+/$", "…", path.split("?")[0]) for path in site)
    assert kinds["/articles/…"] == 47
    assert kinds["/themes/…"] == Theme.objects.count() == 15
    assert kinds["/questions/…"] == Question.objects.count() == 40
    assert kinds["/mentions/…"] == Mention.objects.count() > 50
    single = ["/", "/data/", "/set/"]
    tops = ["preamble", "articles", "closing", "themes", "mentions", "treaty", "timeline"]
    rest = ["background", "sources", "about", "obligations"]
    assert set(site) >= {*single, *(f"/{top}/" for top in tops + rest)}
    assert kinds["/articles/3/…"] == 4 + 1  # its paragraphs, and the page that cites it
    assert kinds["/preamble/…"] == 7 + 1
    assert kinds["/closing/…"] == 1 + 1
    assert kinds["/articles/22/2/…"] == 6 + 1
    assert kinds["/articles/28/1/…"] == 9 + 1


def test_every_internal_link_and_anchor_resolves(site: dict[str, Page]) -> None:
    broken = []
    for path, page in site.items():
        for link in page.followed:
            address, anchor = urldefrag(link)
            target = site.get(address) or fetch(address)
            if target.status != 200 or (anchor and unquote(anchor) not in target.ids):
                broken.append(f"{path} → {link}")
    assert not broken


STATES = (
    *PAGE_TYPES.values(),
    "/articles/?q=17.01.2025",
    "/articles/?q=%22no+such+words%22",
    "/articles/?q=%3Cb%3E&theme=trade&theme=energy&strength=ban&strength=duty&match=all",
    "/articles/3/9/",
    "/articles/22/2/9/",
    "/articles/3.lamp",
    "/questions/lamps/",
    "/themes/energi/",
    "/set/?items=3,+5&note=%22A%22+%26+%3CB%3E",
    "/set/?items=lamps",
    "/sources/?q=zebras",
    "/verify/?text=%E2%80%9CThe+two+states+shall+not+lamps%E2%80%9D+(art.+99)",
    "/verify/?text=lamp",
    "/words/?word=",
    "/words/lamp/",
)
"""Pages as they are with what readers choose, type, or get wrong."""

PARTS = {
    "results": "<!DOCTYPE html><html lang=en>{}",  # they bring the title of the page along
    "suggestions": "<!DOCTYPE html><html lang=en><title>Suggestions</title>"
    '<div role="listbox" aria-label="Suggestions">{}</div>',
}
"""Documents in which parts of a page stand as htmx receives them."""


def test_the_nu_html_checker_finds_no_fault(pages: dict[str, Page]) -> None:
    assert len(pages) > 150
    documents = {path: page.html for path, page in pages.items()}
    documents |= {path: fetch(path, follow=True).html for path in STATES}
    for query in ("q=oil", "q=nuclaer", "q=sanctions+zebra", "theme=energy&set=3,5.2"):
        for part, document in PARTS.items():
            headers = {"HX-Request": "true", "HX-Target": part}
            html = fetch(f"/articles/?{query}", **headers).html
            documents[f"{part} for {query}"] = document.format(html)
    documents |= {name: render_to_string(name) for name in ("500.html", "503.html")}
    documents["icon.svg"] = Path(settings.BASE_DIR, "static/icon.svg").read_text("utf-8")
    assert nu.faults(documents) == []


def test_every_page_has_one_main_heading_and_headings_in_order(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        levels = [int(node.name[1]) for node in page.document.query("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_every_page_has_a_title_and_description_of_its_own(pages: dict[str, Page]) -> None:
    plain = {path: page for path, page in pages.items() if "?" not in path}
    titles = Counter(page.text("title")[0] for page in plain.values())
    assert not [title for title, count in titles.items() if count > 1]
    for path, page in plain.items():
        description = page.document.query("meta[name=description]")[0].attrs["content"]
        assert 20 <= len(description) <= 170, path


def test_no_page_has_inline_script_style_or_another_sites_files(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not page.document.query(INLINE), path
        for node in page.document.query("script[src], link[rel=stylesheet], link[rel=icon]"):
            address = node.attrs.get("src") or node.attrs.get("href")
            assert address is not None
            assert address.startswith("/static/"), path


DOUBT = re.compile(
    r"\b(unconfirmed|not confirmed|inferred|not (yet )?(described|known|stated|reported)|unknown"
    r"|unplaced|no reports?|reportedly|believed|supposed|presumably|probably|likely"
    r"|is thought|are thought|may be numbered|numbers? in brackets)\b",
    re.IGNORECASE,
)
"""What nothing says of a text that is known whole."""

OTHERS = ".comment, .event, .hits, #queries, aside.background, .reports, .notes, .copied"
"""Where others speak, or of something else than the text."""


def test_nothing_about_the_text_is_called_uncertain(pages: dict[str, Page]) -> None:
    found = []
    for path, page in pages.items():
        if path.startswith(("/words/", "/sources/", "/thesaurus/")):
            continue  # lists of words, and what others have published
        (main,) = page.document.query("main")
        set_apart = [" ".join(node.to_text().split()) for node in main.query(OTHERS)]
        said = " ".join(main.to_text().split())
        for text in set_apart:
            said = said.replace(text, "")
        said = " ".join([*page.text("title, footer, .sheet-foot"), said])
        found += [(path, match.group()) for match in DOUBT.finditer(said)]
    assert found == []


def test_where_our_text_is_from_is_said_once_on_each_page(pages: dict[str, Page]) -> None:
    for path in ("/", "/about/", "/articles/3/", "/preamble/", "/closing/", "/treaty/", "/themes/"):
        assert pages[path].text("body")[0].count(treaty.ORIGIN) == 1, path
    for path in ("/", "/about/"):
        assert treaty.ORIGIN in pages[path].text("main")[0]
