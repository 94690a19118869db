"""What services that show a preview beside a link find on each type of page, by their own rules."""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from PIL import Image

from tests.pages import SITE, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KB, MB = 1024, 1024 * 1024


@dataclass(frozen=True)
class Service:
    """What a service calls its robot, and how many bytes of a page and of a picture it takes."""

    robot: str
    page: int = MB
    picture: int = 5 * MB


SERVICES = {
    "Slack": Service("Slackbot-LinkExpanding", page=32 * KB),
    "Teams": Service("SkypeUriPreview"),
    "Telegram": Service("TelegramBot"),
    "WhatsApp": Service("WhatsApp", page=300 * KB, picture=300 * KB),
    "Signal": Service("WhatsApp", picture=MB),  # it goes by this name
    "X": Service("Twitterbot"),
    "LinkedIn": Service("LinkedInBot"),
    "Mastodon": Service("Mastodon", picture=2 * MB),
    "iMessage": Service("facebookexternalhit"),  # with “Facebot Twitterbot”
    "Facebook": Service("facebookexternalhit"),
    "Discord": Service("Discordbot"),
}

PAGES = {
    "start page": "/",
    "explorer": "/articles/",
    "query": "/articles/?q=sanctions&theme=trade",
    "article": "/articles/3/",
    "paragraph": "/articles/3/3/",
    "point": "/articles/22/2/3/",
    "recital": "/preamble/3/",
    "closing lines": "/closing/",
    "short address": "/3.3",
    "address with a remark": "/articles/3/3/?utm_source=letter",
    "questions": "/questions/",
    "question": "/questions/gas-hub/",
    "theme": "/themes/energy/",
    "mention": "/mentions/caspian-sea/",
    "obligations": "/obligations/",
    "timeline": "/timeline/",
    "whole treaty": "/treaty/",
    "selection": "/set/3,5.2/?note=For+Monday",
    "citation": "/articles/3/3/cite/",
    "word": "/words/energy/",
    "about": "/about/",
}

ONCE = (
    *("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:image"),
    *("og:image:type", "og:image:width", "og:image:height", "og:image:alt", "twitter:card"),
)

LONGEST = {"og:title": 150, "og:description": 200, "og:image:alt": 420}
"""Characters of which the strictest service shows none beyond."""

pages = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


def tags(address: str) -> dict[str, str]:
    """What a page says of itself in the tags that services read, each of them once."""
    found: dict[str, str] = {}
    for node in fetch(address, follow=True).document.query("meta[property], meta[name]"):
        name = node.attrs.get("property") or node.attrs["name"] or ""
        if name in ONCE:
            assert name not in found
            found[name] = node.attrs["content"] or ""
    assert found.keys() == set(ONCE)
    return found


@pages
def test_a_page_says_all_that_a_preview_shows_at_lengths_that_are_shown(address: str) -> None:
    said = tags(address)
    assert all(said.values())
    assert {name: len(said[name]) for name in LONGEST if len(said[name]) > LONGEST[name]} == {}
    assert said["twitter:card"] == "summary_large_image"


@pages
def test_the_address_that_a_preview_gives_leads_to_the_page_without_a_detour(address: str) -> None:
    given = tags(address)["og:url"]
    assert given.startswith(f"{SITE}/")
    response = Client().get(given.removeprefix(SITE))
    assert response.status_code == 200
    assert tags(given.removeprefix(SITE))["og:url"] == given


@pages
@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_a_service_may_ask_for_page_and_picture_and_finds_what_it_needs(
    address: str, service: Service
) -> None:
    robots = RobotFileParser()
    robots.parse(fetch("/robots.txt").html.splitlines())
    page = fetch(address, follow=True).html.encode()
    said = tags(address)
    picture = Client().get(urlsplit(said["og:image"]).path)
    assert robots.can_fetch(service.robot, f"{SITE}{address}")
    assert robots.can_fetch(service.robot, said["og:image"])
    assert max(page.index(f'"{name}"'.encode()) for name in ONCE) < service.page
    assert page.index(b"</head>") < service.page
    assert picture.status_code == 200
    assert len(picture.content) < service.picture


@pages
def test_the_picture_is_as_large_as_the_page_says(address: str) -> None:
    said = tags(address)
    picture = Client().get(urlsplit(said["og:image"]).path)
    image = Image.open(io.BytesIO(picture.content))
    assert image.size == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
    assert picture["Content-Type"] == said["og:image:type"] == "image/png"
    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_short_address_leads_to_the_page_with_the_tags_in_one_step() -> None:
    response = Client().get("/3.3", follow=True)
    assert response.redirect_chain == [("/articles/3/3/", 301)]
