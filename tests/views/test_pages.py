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

from articles import treaty
from articles.models import Article, Mention, Paragraph, Theme
from tests.pages import INLINE, Page, crawl, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

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
    assert kinds["/themes/…"] == Theme.objects.count() == 15
    assert kinds["/mentions/…"] == Mention.objects.count() > 50
    single = ["/", "/data/", "/set/"]
    tops = ["preamble", "articles", "closing", "themes", "mentions", "treaty", "timeline"]
    rest = ["background", "sources", "about"]
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


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/3", "/articles/3/"),
        ("/3/", "/articles/3/"),
        ("/3.3", "/articles/3/3/"),
        ("/0", "/preamble/"),
        ("/0.2", "/preamble/2/"),
        ("/47", "/articles/47/"),
        ("/22.2.3", "/articles/22/2/3/"),
        ("/22/2/3/", "/articles/22/2/3/"),
        ("/022.02.003", "/articles/22/2/3/"),
        ("/28.1.4", "/articles/28/1/4/"),
        ("/articles/28.1.4/", "/articles/28/1/4/"),
        ("/closing.1", "/closing/1/"),
        ("/articles/closing/", "/closing/"),
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
        ("/22.2.3.json", "/articles/22/2/3.json"),
        ("/closing.1.txt", "/closing/1.txt"),
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
        ("/articles/48/1/", "There is no article 48."),
        ("/48.1", "There is no article 48."),
        ("/99.9", "There is no article 99."),
        ("/articles/3/9/", "Article 3 has 4 paragraphs; there is no paragraph 9."),
        ("/articles/43/2/", "Article 43 has 1 paragraph; there is no paragraph 2."),
        ("/preamble/8/", "The preamble has 7 recitals; there is no recital 8."),
        ("/closing/2/", "The closing lines have 1 paragraph; there is no paragraph 2."),
        ("/articles/22/2/7/", "Article 22, paragraph 2 has 6 points; there is no point 7."),
        ("/articles/28/1/10/", "Article 28, paragraph 1 has 9 points; there is no point 10."),
        ("/articles/3/1/1/", "Article 3, paragraph 1 has no points."),
        ("/closing/1/1/", "Closing lines, paragraph 1 has no points."),
        ("/articles/22/9/1/", "Article 22 has 3 paragraphs; there is no paragraph 9."),
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
    assert page.text("h1") == ["Page not found"]
    assert "The treaty has a preamble , 47 articles and closing lines ." in words
    assert page.document.query("main form[action='/articles/'] input[name=q]")


def test_the_map_is_an_ordered_list_of_the_whole_treaty() -> None:
    page = fetch("/")
    cells = page.document.query("ol.map > li > a")
    assert [node.to_text().strip() for node in cells] == ["P", *map(str, range(1, 48)), "C"]
    assert cells[14].attrs["aria-label"].startswith("Article 14: Regional organisations")
    assert cells[48].attrs["aria-label"].startswith("Closing lines: ")
    assert cells[48].attrs["href"] == "/closing/"
    assert "P = preamble, C = closing lines." in page.text("section .quiet")[0]


def test_the_status_line_links_each_date_to_its_place_on_the_timeline() -> None:
    page = fetch("/")
    links = {node.to_text(): node.attrs["href"] for node in page.document.query(".status a")}
    assert links["17 January 2025"] == "/timeline/#signature"
    assert links["2 October 2025"] == "/timeline/#entry-into-force"
    term = "Runs for 20 years, then renews automatically for five at a time"
    assert links[term] == "/articles/45/1/"
    assert "20 years" in fetch(links[term]).text(".paragraph-marked")[0]


def test_themes_are_listed_in_the_order_of_the_fixtures() -> None:
    names = fetch("/themes/").text(".theme-list a")
    assert names[:2] == ["Principles", "Defence and security services"]
    assert names[-1] == "Term, entry into force and other final provisions"


def test_a_theme_lists_its_articles_with_their_gists() -> None:
    for theme in Theme.objects.prefetch_related("articles"):
        page = fetch(theme.get_absolute_url())
        rows = theme.articles.all()
        assert page.text(".hit h3") == [row.heading for row in rows] != []
        assert page.text(".hit > p") == [row.gist for row in rows]


def test_an_entry_of_the_index_lists_the_articles_that_name_it() -> None:
    page = fetch("/mentions/opec-plus/")
    assert page.text("section h3") == ["Articles that name it"]
    assert [text[:10] for text in page.text("section .entries a")] == ["Article 22"]


def test_words_readers_use_lead_to_provisions_or_say_that_the_treaty_has_nothing() -> None:
    page = fetch("/thesaurus/")
    for entry in page.document.query("main .entries > li"):
        links = [node for node in entry.query("a") if (node.attrs["href"] or "") != ""]
        assert links or entry.query("p.quiet"), entry.attrs["id"]
    assert {"/articles/3/3/", "/articles/22/2/3/"} & page.links


def test_the_sources_list_the_russian_text_first() -> None:
    page = fetch("/sources/")
    first = page.text("section[aria-labelledby=official-text] li")[0]
    assert "Kremlin" in first
    assert "Russian" in first


def test_the_about_page_explains_every_strength_and_counts_its_paragraphs() -> None:
    page = fetch("/about/")
    counts = Counter(
        value for row in Paragraph.objects.all() for value in dict.fromkeys(row.strengths)
    )
    rows = {node.attrs["id"]: node.to_text().split()[-1] for node in page.document.query("tr[id]")}
    kinds = ["duty", "ban", "guarantee", "option", "aim", "position", "rule"]
    assert list(rows) == [f"strength-{kind}" for kind in kinds]
    assert rows == {f"strength-{kind}": str(counts[kind]) for kind in kinds}
    assert "No official text is loaded here" in page.text("section[aria-labelledby=checked]")[0]


WITH_MARKUP = ("reading/notes.py", "words/quotations/markup.py", "words/comparison.py")
OF_THEMES = re.compile(r"hue-\d+")
"""Classes that are made of a number."""


def styled() -> set[str]:
    """The classes for which the stylesheet has a rule."""
    css = (Path(settings.BASE_DIR) / "static/site.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return set(re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", css)))


def templates() -> list[Path]:
    return sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))


def test_the_stylesheet_styles_nothing_that_no_page_has() -> None:
    code = [Path(settings.BASE_DIR, "articles", name) for name in WITH_MARKUP]
    words = " ".join(path.read_text("utf-8") for path in [*templates(), *code])
    unused = {name for name in styled() if not re.search(rf"\b{name}\b", words)}
    assert not {name for name in unused if not OF_THEMES.fullmatch(name)}


def test_no_template_names_a_class_that_nothing_uses() -> None:
    folder = Path(settings.BASE_DIR)
    users = [*(folder / "static").glob("*.js"), *(folder / "tests").rglob("*.py")]
    words = " ".join(path.read_text("utf-8") for path in users)
    named = {
        name
        for path in templates()
        for value in re.findall(r'class="([^"]*)"', path.read_text("utf-8"))
        for name in re.sub(r"\S*\{\{.*?\}\}", " ", re.sub(r"\{%.*?%\}", " ", value)).split()
    }
    assert {name for name in named - styled() if f".{name}" not in words} == set()


def test_every_template_is_used() -> None:
    folder = Path(settings.BASE_DIR)
    users = [
        *templates(),
        *(folder / "articles").rglob("*.py"),
        *(folder / "treaty_site").glob("*"),
    ]
    words = " ".join(path.read_text("utf-8") for path in users if path.is_file())
    by_django = {"404.html", "500.html"}
    names = {path.relative_to(folder / "templates").as_posix() for path in templates()}
    assert {name for name in names if f'"{name}"' not in words} <= by_django


def test_the_page_with_all_articles_has_tools_for_each_and_for_each_paragraph() -> None:
    page = fetch("/treaty/")
    paragraphs = page.document.query(".paragraph")
    assert len(paragraphs) == Paragraph.objects.count() > 100
    for row, node in zip(Paragraph.objects.select_related("article"), paragraphs, strict=True):
        link, cite = node.query(".paragraph-tools a")
        assert link.attrs["href"] == row.place.url
        assert cite.attrs["href"] == f"{row.place.url}cite/"
        assert row.label.lower() in link.to_text()
        assert len(node.query(".paragraph-tools [role=status]")) == 1
    for article in Article.objects.all():
        (tools,) = page.document.query(f"#{article.anchor} > .tools")
        link, cite, _ = tools.query("a")
        assert link.attrs["href"] == article.get_absolute_url()
        assert cite.attrs["href"] == f"{article.get_absolute_url()}cite/"
        short = f"http://testserver{article.short_url}"
        assert link.attrs["data-copy"] == short
        assert (cite.attrs["data-copy"] or "").endswith(f"\n{short}")


def test_lists_of_articles_have_short_addresses_for_paper() -> None:
    hits = fetch("/articles/?q=caspian").document.query(".hit")
    printed = {
        hit.attrs["id"]: [" ".join(node.to_text().split()) for node in hit.query(".print-address")]
        for hit in hits
    }
    assert printed == {"hit-13": ["/13.1"], "hit-12": ["/12"]}
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
        ("/articles/22/2/9/", "Article 22", "/articles/22"),
        ("/closing.docx", "Closing lines", "/closing"),
        ("/closing/foo/", "Closing lines", "/closing"),
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


@pytest.mark.parametrize(
    "path", ["/articles/48.docx", "/48.docx", "/articles/3x", "/34567/", "/articles/003/"]
)
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
        *("remove", "remove", "Clear all"),
    ]
