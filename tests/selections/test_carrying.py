"""Whatever page one goes to, the selection comes along, and no address that is sent holds it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.template import RequestContext, Template, TemplateSyntaxError
from django.test import Client, RequestFactory

from articles.selections.carrying import Carried, address_with
from tests.pages import Page, fetch
from tests.selections.asking import hrefs

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PAGES = (
    *("/", "/articles/", "/articles/14/", "/articles/26/", "/articles/3/3/", "/preamble/"),
    *("/themes/", "/themes/energy/", "/mentions/", "/mentions/brics/", "/thesaurus/", "/treaty/"),
    "/obligations/",
    *("/timeline/", "/background/", "/sources/", "/about/", "/words/", "/words/energy/"),
    *("/verify/", "/data/", "/set/", "/articles/3/compare/", "/articles/3/cite/"),
    *("/treaty/cite/", "/nothing-here/", "/closing/", "/articles/22/2/3/"),
)

CARRIED = "set=3,5.2&note=hi"
HOLDS = re.compile(r"[?&;](?:amp;)?set=")
PAIRS = (("set", "3,5.2"), ("note", "hi"))


def on_site(page: Page) -> list[tuple[str, bool]]:
    """Where a page links to on this site, selections apart, and whether each is a permalink."""
    return [
        (node.attrs["href"] or "", "bookmark" in (node.attrs.get("rel") or ""))
        for node in page.document.query("a[href]:not(.selection-add)")
        if re.match(r"[/?](?!set/3)", node.attrs["href"] or "")
    ]


def is_page(address: str) -> bool:
    """Whether an address leads to a page, not to a file or from a short form."""
    return (urlsplit(address).path or "/").endswith("/")


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_a_page_takes_the_selection_along_and_no_other_does(path: str) -> None:
    page = fetch(f"{path}?{CARRIED}")
    links = on_site(page)
    assert len(links) > 12
    for address, is_permalink in links:
        holds = [pair for pair in parse_qsl(urlsplit(address).query) if pair in PAIRS]
        assert holds == [*PAIRS] * (is_page(address) and not is_permalink), address


@pytest.mark.parametrize("path", PAGES)
def test_every_search_takes_the_selection_along(path: str) -> None:
    for form in fetch(f"{path}?{CARRIED}").document.query("form[action]:not([action='/set/'])"):
        fields = [
            (node.attrs["name"], node.attrs["value"])
            for node in form.query("input[type=hidden]")
            if node.attrs["name"] in {"set", "note"}
        ]
        assert fields == [*PAIRS], form.attrs["action"]


@pytest.mark.parametrize("path", PAGES)
def test_no_address_that_is_kept_or_sent_holds_a_selection(path: str) -> None:
    page = fetch(f"{path}?{CARRIED}")
    (head,) = page.document.query("head")
    assert not HOLDS.search(head.to_html())
    for node in page.document.query("[data-copy], [data-url]"):
        given = f"{node.attrs.get('data-copy')} {node.attrs.get('data-url')}"
        assert not HOLDS.search(given), given
    assert not HOLDS.search(" ".join(page.text(".print-only")))
    assert not HOLDS.search(fetch(path).html)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_the_selection_that_is_made_and_can_clear_it(path: str) -> None:
    page = fetch(f"{path}?x=a+b&{CARRIED}")
    assert page.text(".making") == [
        "Your selection: Articles 3 and 5(2) · View selection · Clear selection"
    ]
    assert hrefs(page, ".making a") == ["/set/3,5.2/?note=hi", f"{path}?x=a+b"]


def test_from_the_page_of_a_selection_it_comes_along_as_well() -> None:
    for path in ("/set/3,5.2/?note=hi", "/set/3,5.2/cite/?note=hi"):
        page = fetch(path)
        assert not page.document.query(".making")
        assert hrefs(page, ".masthead-nav a")[0] == f"/articles/?{CARRIED}"
        assert hrefs(page, ".crumbs a")[0] == f"/set/?{CARRIED}"
        assert (
            f"/articles/3/cite/?{CARRIED}" in page.links or "/set/3,5.2/cite/?note=hi" in page.links
        )
    assert "/set/3,5.2.json" in fetch("/set/3,5.2/?note=hi").links


def test_robots_are_asked_not_to_follow_what_takes_a_selection_along() -> None:
    page = fetch("/articles/14/?set=3")
    for node in page.document.query("a[href*='set=']"):
        assert "nofollow" in (node.attrs.get("rel") or ""), node.attrs["href"]


def test_a_page_that_is_kept_is_kept_without_a_selection() -> None:
    first = Client().get("/articles/14/").content
    assert b"?set=3" in Client().get("/articles/14/?set=3").content
    assert Client().get("/articles/14/").content == first
    assert not HOLDS.search(first.decode())


def test_looking_up_a_word_keeps_the_selection() -> None:
    response = Client().get("/words/", {"word": "energy", "set": "3", "note": "hi"})
    assert response.headers["Location"] == "/words/energy/?set=3&note=hi"


@pytest.mark.parametrize("path", ["//lake.example/", "//[nothing/", "/%E2%80%8E/", "/%0d%0aX:1/"])
def test_to_clear_a_selection_never_leads_to_another_site(path: str) -> None:
    page = (
        fetch(f"/nothing{path}?set=3")
        if path.startswith("/%")
        else Page(path, 0, Client().get("/", {"set": "3"}, PATH_INFO=path).content.decode())
    )
    (_, away) = hrefs(page, ".making a")
    assert re.match(r"/(?!/)", away)


@pytest.mark.parametrize(
    ("address", "rel", "expected"),
    [
        ("/themes/", "", ("/themes/?set=3&note=a+b", "nofollow")),
        ("/about/#a", "next", ("/about/?set=3&note=a+b#a", "nofollow next")),
        ("?lang=en,fa&q=%22", "", ("?lang=en,fa&q=%22&set=3&note=a+b", "nofollow")),
        ("?set=4", "", ("?set=4&note=a+b", "nofollow")),
        ("/set/4/", "", ("/set/4/?note=a+b", "nofollow")),
        ("/set/4/?note=x", "", ("/set/4/?note=x", "")),
        ("/set/", "", ("/set/?set=3&note=a+b", "nofollow")),
    ],
)
def test_a_link_takes_along_what_it_has_not_yet(
    address: str, rel: str, expected: tuple[str, str]
) -> None:
    assert Carried((("set", "3"), ("note", "a b")), "/articles/3/").link(address, rel) == expected
    assert Carried().link(address, rel) == (address, rel)


def rendered(source: str, carried: Carried) -> str:
    request = RequestFactory().get("/")
    request.carried = carried
    return Template(source).render(RequestContext(request, {"address": "/words/", "query": "?a=1"}))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a {% to address query rel='next' %}>", '<a href="/words/?a=1" rel="next">'),
        ("<a {% to_page 'about' '#how' %}>", '<a href="/about/#how">'),
        ("<input hx-get=\"{% address_to 'explorer' %}\">", '<input hx-get="/articles/">'),
        ("<form>{% carried %}</form>", "<form></form>"),
    ],
)
def test_without_a_selection_links_are_as_they_are(source: str, expected: str) -> None:
    assert rendered(source, Carried()) == expected


def test_a_link_without_an_address_is_a_mistake_in_the_template() -> None:
    with pytest.raises(TemplateSyntaxError, match="to needs an address"):
        Template("<a {% to %}>")


def test_what_is_carried_cannot_break_out_of_the_page() -> None:
    carried = Carried((("set", "3"), ("note", "\">'<script>")))
    assert rendered("<a {% to address %}><form>{% carried %}", carried) == (
        '<a href="/words/?set=3&amp;note=%22%3E%27%3Cscript%3E" rel="nofollow">'
        '<form><input type="hidden" name="set" value="3">'
        '<input type="hidden" name="note" value="&quot;&gt;&#x27;&lt;script&gt;">'
    )


def test_pairs_come_before_the_anchor() -> None:
    assert address_with("/a/?b=1#c", (("set", "3"),)) == "/a/?b=1&set=3#c"
    assert address_with("/a/#c", PAIRS) == f"/a/?{urlencode(PAIRS, safe=',')}#c"
    assert address_with("/a/", ()) == "/a/"
