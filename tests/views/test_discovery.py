"""What search engines and browsers read to find their way."""

from __future__ import annotations

import io
import re
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from PIL import Image

from articles import treaty
from articles.edition.keeper import in_force
from articles.models import Article, DataVersion, Mention, Question, Theme
from articles.reading.letters import by_letter
from tests.pages import Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MANIFEST = "/site.webmanifest"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def tree(path: str) -> ET.Element:
    return ET.fromstring(fetch(path).html.encode())  # noqa: S314 - our own page


def test_the_sitemap_lists_each_canonical_page_once_and_each_answers() -> None:
    addresses = [node.text or "" for node in tree("/sitemap.xml").iter(f"{SITEMAP}loc")]
    models = (Article, Theme, Mention, Question)
    rows = [row for model in models for row in model._default_manager.all()]
    assert len(addresses) == len(set(addresses)) == 17 + len(by_letter(in_force())) + len(rows)
    parts = ["preamble", *(f"articles/{number}" for number in range(1, 48)), "closing"]
    assert {f"http://testserver/{part}/" for part in parts} <= set(addresses)
    assert {urlsplit(address).netloc for address in addresses} == {"testserver"}
    for address in addresses:
        page = fetch(urlsplit(address).path)
        assert page.status == 200
        for link in page.document.query("link[rel=canonical]"):
            assert link.attrs["href"] == address


PARTS = re.compile(
    r"/((articles/\d+|preamble|closing)/(\d+/){0,2}((cite|compare)/)?|treaty/cite/"
    r"|set/.+/|\.well-known/security\.txt|words/.+/|static/.+|(settings|offline)/)"
)
"""Pages that are a part or another view of one that is listed, and data."""


def test_the_sitemap_misses_no_page_that_links_lead_to(site: dict[str, Page]) -> None:
    listed = {urlsplit(node.text or "").path for node in tree("/sitemap.xml").iter(f"{SITEMAP}loc")}
    pages = {path for path, page in site.items() if page.status == 200 and "?" not in path}
    assert {path for path in pages - listed if not PARTS.fullmatch(path)} == set()


def test_the_manifest_describes_the_site_and_names_icons_of_the_sizes_they_have() -> None:
    response = Client().get(MANIFEST)
    assert response["Content-Type"] == "application/manifest+json"
    said = response.json()
    assert (said["name"], said["display"]) == (treaty.SHORT_TITLE, "browser")
    assert (
        said["description"] == fetch("/").document.query("[name=description]")[0].attrs["content"]
    )
    assert fetch(said["start_url"]).status == 200
    assert said["theme_color"] == said["background_color"] == "#fbfaf7"
    sizes = {}
    for icon in said["icons"]:
        content = b"".join(Client().get(icon["src"]))
        if icon["src"].endswith(".png"):
            assert "x".join(map(str, Image.open(io.BytesIO(content)).size)) == icon["sizes"]
        sizes[icon["sizes"], icon["purpose"]] = icon["src"]
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes.keys()


def test_icons_are_where_programs_look_for_them_and_no_larger_than_they_must_be() -> None:
    for path, media_type in (("/favicon.ico", "image/"), ("/apple-touch-icon.png", "image/png")):
        response = Client().get(path)
        assert response.status_code == 200
        assert response["Content-Type"].startswith(media_type)
        assert len(b"".join(response)) < 4096
    page = fetch("/articles/3/")
    for rel, path in (("apple-touch-icon", "/apple-touch-icon.png"), ("manifest", MANIFEST)):
        assert [link.attrs["href"] for link in page.document.query(f"link[rel={rel}]")] == [path]
    assert "manifest-src 'self'" in Client().get("/")["Content-Security-Policy"]


def test_every_page_changed_when_the_data_was_loaded() -> None:
    dates = {node.text for node in tree("/sitemap.xml").iter(f"{SITEMAP}lastmod")}
    version = DataVersion.objects.get()
    assert dates == {version.loaded_at.strftime("%Y-%m-%d")}


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    response = Client().get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.can_fetch("AnyBot", "http://testserver/articles/3/")
    assert rules.site_maps() == ["http://testserver/sitemap.xml"]


def test_only_robots_that_show_what_somebody_has_sent_may_read_endless_selections() -> None:
    rules = RobotFileParser()
    lines = fetch("/robots.txt").html.splitlines()
    rules.parse(lines)
    everyone = lines[lines.index("User-agent: *") : lines.index("")]
    assert everyone[1:] == [
        "Allow: /",
        "Disallow: /set/*/",
        "Disallow: /*?set=",
        "Disallow: /*&set=",
    ]
    for name in ("Twitterbot", "LinkedInBot", "facebookexternalhit", "WhatsApp"):
        assert rules.can_fetch(name, "http://testserver/set/3,12.2/")
        assert rules.can_fetch(name, "http://testserver/articles/3/?set=5")


def test_the_address_bar_can_search_here() -> None:
    response = Client().get("/opensearch.xml")
    media_type = "application/opensearchdescription+xml"
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    description = tree("/opensearch.xml")
    assert len(description.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    url = description.find(f"{OPENSEARCH}Url")
    assert url is not None
    address = url.attrib["template"].replace("{searchTerms}", "sanctions")
    assert "Article 19" in fetch(address.removeprefix("http://testserver")).html
    links = fetch("/").document.query(f'link[rel=search][type="{media_type}"]')
    assert [link.attrs["href"] for link in links] == ["/opensearch.xml"]
