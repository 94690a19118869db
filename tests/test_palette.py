"""The colours of the site, as numbers: what is read stands out, and families can be told apart.

Contrast is that of WCAG 2.2 (1.4.3 and 1.4.11), difference CIEDE2000; how the colour-blind see is
simulated after Brettel, Viénot and Mollon (1997).
"""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from coloraide import Color
from django.conf import settings

from articles.cards import colours
from articles.models import Theme

pytestmark = pytest.mark.files

STYLE: Final = Path(settings.BASE_DIR, "static", "site.css").read_text("utf-8")
PAIRS: Final = re.findall(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", STYLE)
SCHEMES: Final = {
    scheme: {name: pair[place] for name, *pair in PAIRS}
    for place, scheme in enumerate(("light", "dark"))
}
FAMILIES: Final = [f"family-{number}" for number in range(1, Theme.FAMILIES + 1)]
SIGHTS: Final = ["normal", "protan", "deutan", "tritan"]

EASILY_TOLD_APART: Final = 9.0
"""Nine times the difference that is just noticeable."""

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


def seen(colour: str, sight: str) -> Color:
    """Return a colour as it looks to somebody."""
    return Color(colour) if sight == "normal" else Color(colour).filter(sight, method="brettel")


@schemes
@pytest.mark.parametrize("ground", ["paper", "raised"])
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", *FAMILIES])
def test_what_is_read_stands_out_from_its_ground(scheme: str, ground: str, name: str) -> None:
    tokens = SCHEMES[scheme]
    assert Color(tokens[name]).contrast(tokens[ground]) >= 4.5


@schemes
def test_what_is_marked_can_be_read(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    assert Color(tokens["ink"]).contrast(tokens["mark"]) >= 4.5


@schemes
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_the_edge_of_a_field_stands_out_from_its_ground(scheme: str, ground: str) -> None:
    tokens = SCHEMES[scheme]
    assert Color(tokens["edge"]).contrast(tokens[ground]) >= 3


@schemes
@pytest.mark.parametrize("sight", SIGHTS)
def test_families_of_themes_can_be_told_apart(scheme: str, sight: str) -> None:
    drawn = {name: seen(SCHEMES[scheme][name], sight) for name in FAMILIES}
    close = [
        (one, other)
        for one, other in combinations(FAMILIES, 2)
        if drawn[one].delta_e(drawn[other], method="2000") < EASILY_TOLD_APART
    ]
    assert close == []


def test_the_frame_that_a_browser_draws_about_a_page_is_of_its_paper() -> None:
    head = Path(settings.BASE_DIR, "templates", "_head.html").read_text("utf-8")
    framed = re.findall(
        r'"theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)', head
    )
    assert framed == [(tokens["paper"], scheme) for scheme, tokens in SCHEMES.items()]


def test_cards_have_the_colours_of_the_pages() -> None:
    names = ["paper", "ink", "quiet", "rule", "accent"]
    drawn = [getattr(colours, name.upper()) for name in names] + list(colours.FAMILIES)
    assert ["#{:02x}{:02x}{:02x}".format(*colour) for colour in drawn] == [
        SCHEMES["light"][name] for name in names + FAMILIES
    ]
