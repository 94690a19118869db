"""What stands on the pages that there is one of each of, and on lists."""

from __future__ import annotations

from collections import Counter

import pytest

from articles.models import Article, ArticleTheme, Paragraph, Theme
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_home_lists_the_whole_treaty_with_its_titles_under_the_themes_that_lead() -> None:
    page = fetch("/")
    names = [" ".join(name.split()) for name in page.text(".run ol a")]
    rows = list(Article.objects.all())
    assert names == [f"{row.numeral} {row.title}" for row in rows]
    assert (names[0][0], names[14][:3], names[48][0]) == ("P", "14 ", "C")
    addresses = [node.attrs["href"] for node in page.document.query(".run ol a")]
    assert addresses == [row.get_absolute_url() for row in rows]
    themes = page.text(".run h3")
    assert themes[:2] == ["Principles", "Defence and security services"]
    assert set(themes) == {row.leading_theme.name for row in rows}


def test_the_facts_link_each_date_to_its_place_on_the_timeline() -> None:
    page = fetch("/")
    links = {node.to_text(): node.attrs["href"] for node in page.document.query(".facts a")}
    assert links["17 January 2025"] == "/timeline/#signature"
    assert links["2 October 2025"] == "/timeline/#entry-into-force"
    assert links["20 years"] == "/articles/45/1/"
    assert "20 years" in fetch(links["20 years"]).text(".paragraph-marked")[0]


def test_themes_are_listed_in_the_order_of_the_fixtures() -> None:
    names = fetch("/themes/").text(".theme-table th > a")
    assert names[:2] == ["Principles", "Defence and security services"]
    assert names[-1] == "Term, entry into force and other final provisions"


def test_a_theme_lists_its_articles_with_their_gists_first_those_in_which_it_leads() -> None:
    for theme in Theme.objects.all():
        page = fetch(theme.get_absolute_url())
        links = ArticleTheme.objects.filter(theme=theme).select_related("article")
        in_order = sorted(links, key=lambda link: (link.position > 1, link.article_id))
        rows = [link.article for link in in_order]
        assert page.text(".hit h3") == [row.heading for row in rows] != []
        assert page.text(".hit > p") == [row.gist for row in rows]


def test_an_entry_of_the_index_lists_the_articles_that_name_it() -> None:
    page = fetch("/mentions/opec-plus/")
    assert page.text("section h3") == ["Articles that name it"]
    assert [text[:10] for text in page.text("section .entries a")] == ["Article 22"]


@pytest.mark.parametrize(
    "path", ["/mentions/", "/background/", "/sources/", "/about/", "/accessibility/"]
)
def test_a_long_page_lists_its_own_sections(path: str) -> None:
    page = fetch(path)
    links = page.document.query("nav[aria-label='On this page'] a")
    headings = page.document.query("main h2")
    assert [node.attrs["href"] for node in links] == [f"#{node.attrs['id']}" for node in headings]
    for link, heading in zip(links, headings, strict=True):
        assert " ".join(heading.to_text().split()).startswith(link.to_text().strip())


def test_sources_are_found_by_words_of_publisher_and_title() -> None:
    every = fetch("/sources/").document.query("li[id]")
    page = fetch("/sources/?q=KREMLIN+russian")
    found = page.text("li[id]")
    assert 0 < len(found) < len(every)
    assert all("kremlin" in text.lower() and "russian" in text.lower() for text in found)
    assert page.text(".count")[0].startswith(f"{len(found)} source")
    assert fetch("/sources/?q=zebras").text(".count") == ["no sources Show all"]


def test_the_words_of_a_concept_stand_on_the_page_of_its_letter() -> None:
    names = {node.attrs["id"] for node in fetch("/thesaurus/").document.query("main li[id]")}
    page = fetch("/thesaurus/s/")
    under = {node.attrs["id"] for node in page.document.query(".concept")}
    assert under == {slug for slug in under if slug in names} != set()
    assert page.document.query(".concept [lang=fa][dir=rtl]")
    assert fetch("/thesaurus/9/").status == 404


def test_an_address_that_leads_nowhere_is_offered_those_most_like_it() -> None:
    assert "/themes/energy/" in fetch("/themes/energi/").links
    assert not fetch("/zebra/zebra/zebra/").document.query("main .entries")


def test_every_criterion_of_wcag_is_listed_with_its_result() -> None:
    page = fetch("/accessibility/")
    rows = page.document.query(".criteria tbody tr")
    assert len(rows) == 55  # levels A and AA of WCAG 2.2, without 4.1.1, which it dropped
    assert sum(map(int, page.text("section[aria-labelledby=results] td"))) == 55
    assert all(node.to_text().strip() for row in rows for node in row.query("td"))


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
        assert cite.attrs["data-place"] == article.label


def test_lists_of_articles_have_short_addresses_for_paper() -> None:
    hits = fetch("/articles/?q=caspian").document.query(".hit")
    printed = {
        hit.attrs["id"]: [" ".join(node.to_text().split()) for node in hit.query(".print-address")]
        for hit in hits
    }
    assert printed == {"hit-13": ["/13.2"], "hit-12": ["/12"]}
    assert fetch("/themes/energy/").text(".hit .print-address") == ["/22", "/23"]


def test_controls_that_lead_on_are_marked_so_that_paper_leaves_them_out() -> None:
    for path, name in (
        ("/themes/energy/", "Search within this theme"),
        ("/background/", "The whole timeline"),
    ):
        assert name in fetch(path).text(".onward a")
    assert fetch("/articles/?q=oil&theme=energy").text(".active .no-print") == [
        *("remove", "remove", "Clear all"),
    ]
