"""Every page: that it is there, that it is sound, and that it says only what it may say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from django.conf import settings
from justhtml import JustHTML

from articles.models import Article, Paragraph, Statement
from tests.pages import INLINE, Page, crawl, fetch

pytestmark = pytest.mark.django_db

NOT_PAGES = {"/.well-known/security.txt"}


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: object) -> dict[str, Page]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return crawl()


@pytest.fixture(scope="module")
def pages(site: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in site.items() if path not in NOT_PAGES}


def test_every_kind_of_page_is_reached_by_links(site: dict[str, Page]) -> None:
    kinds = Counter(re.sub(r"(?<=/)[a-z0-9-]+/$", "…", path.split("?")[0]) for path in site)
    assert kinds["/articles/…"] == 47
    assert kinds["/themes/…"] == 15
    assert kinds["/mentions/…"] == 51
    single = ["/", "/data/", "/set/"]
    tops = ["preamble", "articles", "themes", "mentions", "treaty", "timeline"]
    rest = ["background", "sources", "about"]
    assert set(site) >= {*single, *(f"/{top}/" for top in tops + rest)}
    assert kinds["/articles/3/…"] == 4 + 1  # its paragraphs, and the page that cites it
    assert kinds["/preamble/…"] == 7 + 1


def test_every_internal_link_and_anchor_resolves(site: dict[str, Page]) -> None:
    broken = []
    for path, page in site.items():
        for link in page.followed:
            address, anchor = urldefrag(link)
            target = site.get(address) or fetch(address)
            if target.status != 200 or (anchor and unquote(anchor) not in target.ids):
                broken.append(f"{path} → {link}")
    assert not broken


def test_every_page_is_valid_html_with_unique_ids(pages: dict[str, Page]) -> None:
    assert len(pages) > 150
    for path, page in pages.items():
        JustHTML(page.html, strict=True, sanitize=False)
        doubled = [key for key, count in Counter(page.ids).items() if count > 1]
        assert not doubled, path


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


def normal(text: str) -> str:
    return " ".join(text.split()).casefold()


def test_nothing_unconfirmed_stands_in_a_title_description_heading_or_gist(
    pages: dict[str, Page],
) -> None:
    unconfirmed = [
        normal(sentence)
        for statement in Statement.objects.filter(basis="unconfirmed")
        for sentence in re.split(r"(?<=[.:;])\s|\n", statement.text)
        if len(sentence) > 30
    ]
    assert len(unconfirmed) > 40
    gists = [normal(gist) for gist in Article.objects.values_list("gist", flat=True)]
    shown = list(gists)
    for page in pages.values():
        shown += [normal(text) for text in page.text("title, h1, h2, h3")]
        shown.append(normal(page.document.query("meta[name=description]")[0].attrs["content"]))
    assert not [(said, text) for said in unconfirmed for text in shown if said in text]


def test_every_unconfirmed_statement_is_shown_marked_as_unconfirmed(
    pages: dict[str, Page],
) -> None:
    for statement in Statement.objects.filter(basis="unconfirmed", paragraph__isnull=False):
        assert statement.paragraph is not None
        page = pages[statement.paragraph.article.get_absolute_url()]
        marked = [text for text in page.text(".unconfirmed") if text.startswith("Unconfirmed")]
        first_words = " ".join(statement.text.replace("*", "").split()[:5])
        assert any(first_words in text for text in marked), statement.text


def test_every_reported_statement_has_a_note_that_names_its_sources(
    pages: dict[str, Page],
) -> None:
    for statement in Statement.objects.filter(basis="reported", paragraph__isnull=False):
        assert statement.paragraph is not None
        page = pages[statement.paragraph.article.get_absolute_url()]
        wanted = {source.url for source in statement.sources.all()}
        notes = [
            {node.attrs["href"] for node in note.query("a[rel=external]")}
            for note in page.document.query(".notes ol > li")
        ]
        assert wanted in notes, statement.text


@pytest.mark.parametrize(
    ("number", "grade"),
    [
        *((n, "Reported") for n in (0, 1, 2, 3, 4, 5, 12, 14, 19, 23, 30, 33)),
        *((n, "Number inferred") for n in (6, 7, 8, 9, 10, 11, 13, 15, 16, 17, 18, 20, 21, 22, 24)),
        *((n, "Number inferred") for n in (28, 31, 32, 34, 35)),
        *((n, "Outline, unconfirmed") for n in (25, 27)),
        *((n, "Not described yet") for n in (26, 29, *range(36, 48))),
    ],
)
def test_each_article_answers_at_its_address_with_its_grade(number: int, grade: str) -> None:
    page = fetch(f"/articles/{number}/" if number else "/preamble/")
    assert page.status == 200
    assert grade in page.text(".standing .evidence")
    assert page.text("h1")[0].startswith(f"Article {number}" if number else "Preamble")


def test_each_paragraph_answers_at_its_address_with_itself_marked() -> None:
    rows = Paragraph.objects.select_related("article")
    assert rows.count() > 60
    for row in rows:
        page = fetch(row.get_absolute_url())
        marked = page.document.query(".paragraph-marked")
        assert [node.attrs["id"] for node in marked] == [row.anchor]
        assert f"{row.article.label}, {row.label.lower()}" in page.text("title")[0]
        canonical = page.document.query("link[rel=canonical]")[0].attrs["href"]
        assert canonical == f"http://testserver{row.article.get_absolute_url()}"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/3", "/articles/3/"),
        ("/3/", "/articles/3/"),
        ("/3.3", "/articles/3/3/"),
        ("/0", "/preamble/"),
        ("/0.2", "/preamble/2/"),
        ("/47", "/articles/47/"),
        ("/articles/0/", "/preamble/"),
        ("/articles/0/1/", "/preamble/1/"),
        ("/3/3", "/articles/3/3/"),
        ("/03.03/", "/articles/3/3/"),
        ("/articles/3.3/", "/articles/3/3/"),
        ("/articles/03/", "/articles/3/"),
        ("/articles/03/3/", "/articles/3/3/"),
        ("/3.json", "/articles/3.json"),
        ("/3.3.csl.json", "/articles/3/3.csl.json"),
        ("/0.2.md", "/preamble/2.md"),
        ("/03/03.xml", "/articles/3/3.xml"),
    ],
)
def test_short_addresses_lead_to_the_full_ones_for_good(path: str, target: str, client) -> None:  # type: ignore[no-untyped-def]
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (301, target)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/articles/48/", "There is no article 48."),
        ("/48", "There is no article 48."),
        ("/99.9", "There is no article 99."),
        ("/articles/3/9/", "This edition has 4 paragraphs of Article 3; there is no 9."),
        ("/3.9", "This edition has 4 paragraphs of Article 3; there is no 9."),
        ("/articles/36/1/", "Article 36 is not described yet"),
        ("/articles/0x3/", ""),
        ("/articles/abc/", ""),
        ("/articles/003003/", ""),
        ("/articles/-1/", ""),
        ("/articles/٣/", ""),
        ("/themes/nothing/", ""),
        ("/mentions/nothing/", ""),
        ("/wp-admin/", ""),
        ("/%00", ""),
        ("/" + "x" * 5000, ""),
    ],
)
def test_an_address_that_leads_nowhere_says_what_there_is(path: str, said: str) -> None:
    page = fetch(path)
    assert page.status == 404
    words = page.text("main")[0]
    assert said in words
    assert "The treaty has a preamble and 47 articles" in words
    assert page.document.query("main form[action='/articles/'] input[name=q]")


def test_an_unplaced_article_says_what_is_known_nearby_and_where_to_read_on() -> None:
    page = fetch("/articles/36/")
    words = page.text("main")[0]
    assert page.text(".gist") == ["No report used here says what Article 36 deals with."]
    for nearby in ("Article 35", "Sport", "Tourism", "likely among 36–42"):
        assert nearby in words
    assert "That is a likelihood, not a finding." in words
    official = page.document.query("a[href='https://irangov.ir/detail/456479']")
    assert len(official) == 1


def test_subjects_without_a_number_stand_on_their_themes_page_with_sources() -> None:
    page = fetch("/themes/final-provisions/")
    words = page.text("main")[0]
    assert "Duration and renewal" in words
    assert "Probably among articles 43–47" in words
    assert page.document.query("#subject-duration-and-renewal .note-mark a")
    ending = page.text("#subject-termination")[0]
    assert "Unconfirmed" in ending


def test_the_map_is_an_ordered_list_of_the_preamble_and_47_articles() -> None:
    page = fetch("/")
    cells = page.document.query("ol.map > li > a")
    assert [node.to_text().strip() for node in cells] == ["P", *map(str, range(1, 48))]
    assert cells[14].attrs["aria-label"].startswith("Article 14: Regional organisations")
    assert cells[36].attrs["aria-label"] == "Article 36: Not described yet"


def test_the_status_line_links_each_date_to_its_place_on_the_timeline() -> None:
    page = fetch("/")
    links = {node.to_text(): node.attrs["href"] for node in page.document.query(".status a")}
    assert links["17 January 2025"] == "/timeline/#signature"
    assert links["2 October 2025"] == "/timeline/#entry-into-force"
    assert "20 years" in page.text(".status")[0]


def test_themes_are_listed_in_the_order_of_the_fixtures() -> None:
    names = fetch("/themes/").text(".theme-list a")
    assert names[:2] == ["Principles", "Defence and security services"]
    assert names[-1] == "Final provisions"


WITH_MARKUP = ("notes.py", "quotations/markup.py")


def test_the_stylesheet_styles_nothing_that_no_page_has() -> None:
    css = (Path(settings.BASE_DIR) / "static/site.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    selectors = re.sub(r"\{[^{}]*\}", "{}", css)
    styled = set(re.findall(r"\.(-?[a-z][\w-]*)", selectors))
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    code = [Path(settings.BASE_DIR, "articles", name) for name in WITH_MARKUP]
    words = " ".join(path.read_text("utf-8") for path in [*templates, *code])
    dynamic = re.compile(r"hue-\d+|evidence-(reported|placed|outline|unplaced)")
    unused = {name for name in styled if not re.search(rf"\b{name}\b", words)}
    assert not {name for name in unused if not dynamic.fullmatch(name)}


def test_the_page_with_all_articles_has_tools_for_each_and_for_each_paragraph() -> None:
    page = fetch("/treaty/")
    paragraphs = page.document.query(".paragraph")
    assert len(paragraphs) == Paragraph.objects.count() > 60
    for row, node in zip(Paragraph.objects.select_related("article"), paragraphs, strict=True):
        link, cite = node.query(".paragraph-tools a")
        assert link.attrs["href"] == row.get_absolute_url()
        assert cite.attrs["href"] == f"{row.get_absolute_url()}cite/"
        assert row.label.lower() in link.to_text()
        assert len(node.query(".paragraph-tools [role=status]")) == 1
    for article in Article.objects.all():
        (tools,) = page.document.query(f"#{article.anchor} > .tools")
        link, cite, _ = tools.query("a")
        assert link.attrs["href"] == article.get_absolute_url()
        assert cite.attrs["href"] == f"{article.get_absolute_url()}cite/"
        short = f"http://testserver/{article.number}"
        assert link.attrs["data-copy"] == short
        assert (cite.attrs["data-copy"] or "").endswith(f"\n{short}")


def test_lists_of_articles_have_short_addresses_for_paper() -> None:
    hits = fetch("/articles/?q=caspian").document.query(".hit")
    printed = {
        hit.attrs["id"]: [" ".join(node.to_text().split()) for node in hit.query(".print-address")]
        for hit in hits
    }
    assert printed == {"hit-13": ["/13.1"], "hit-12": ["/12.1"]}
    assert fetch("/themes/energy/").text(".hit .print-address") == ["/22", "/23"]


def test_a_page_that_is_not_there_has_no_address_of_its_own() -> None:
    page = fetch("/articles/48/")
    kept = "link[rel=canonical], meta[property='og:url'], script[type='application/ld+json']"
    assert not page.document.query(kept)


@pytest.mark.parametrize(
    ("path", "label", "address"),
    [
        ("/articles/3.docx", "Article 3", "/articles/3"),
        ("/articles/3/foo/", "Article 3", "/articles/3"),
        ("/articles/3/9/", "Article 3", "/articles/3"),
        ("/preamble.docx", "Preamble", "/preamble"),
        ("/preamble/foo/", "Preamble", "/preamble"),
    ],
)
def test_an_address_close_to_an_article_names_it_and_its_forms(
    path: str, label: str, address: str
) -> None:
    page = fetch(path)
    assert page.status == 404
    near = {node.to_text(): node.attrs["href"] for node in page.document.query("main a")}
    assert near[label] == f"{address}/"
    assert near["JSON"] == f"{address}.json"
    for link in near.values():
        assert fetch(link or "").status == 200, link


@pytest.mark.parametrize("path", ["/articles/48.docx", "/articles/3x", "/34567/", "/articles/003/"])
def test_an_address_close_to_nothing_names_no_article_in_particular(path: str) -> None:
    assert not fetch(path).document.query("main .tag")


def test_controls_that_lead_on_are_marked_so_that_paper_leaves_them_out() -> None:
    for path, name in (
        ("/themes/energy/", "Search within this theme"),
        ("/background/", "The whole timeline"),
        ("/articles/48/", "See all articles"),
    ):
        assert name in fetch(path).text(".onward a")
    assert fetch("/articles/?q=oil&theme=energy").text(".active .no-print") == [
        *("remove", "remove", "Start afresh"),
    ]
