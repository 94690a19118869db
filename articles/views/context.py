"""What every template may use."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest

from articles import treaty as facts
from articles.citations import packet
from articles.edition import Edition
from articles.treaty import addresses
from articles.treaty.places import Place

NAVIGATION: Final = (
    ("explorer", "Articles"),
    ("questions", "Questions"),
    ("themes", "Themes"),
    ("timeline", "Timeline"),
    ("about", "About"),
)
"""The names of the addresses in the masthead, and what each is called there."""

FOOTER: Final = (
    (
        "Read",
        (
            ("treaty", "The whole treaty"),
            ("mentions", "Bodies, places and terms"),
            ("background", "Commentary"),
            ("sources", "Sources"),
            ("settings", "Reading settings"),
        ),
    ),
    (
        "Check",
        (
            ("verify", "Verify a quotation"),
            ("words", "Word index"),
            ("thesaurus", "Words readers use"),
        ),
    ),
    (
        "Reuse",
        (
            ("sets", "Make a selection"),
            ("data", "Download"),
            ("treaty_cite", "Cite the treaty"),
        ),
    ),
)
"""The same for the foot of every page, under headings."""

OURS: Final = {
    "headline": "Plain English, not the official text.",
    "explained": "",
    "sheet": "Plain-English edition, restated from the Russian text; the English one decides",
    "files": "The words are ours, not the treaty's: no official text is loaded here.",
    "licence": "",
}
WITH_OFFICIAL: Final = {
    "headline": "This site keeps two things apart:",
    "explained": (
        "the official text, as it was published, and a plain-English edition, which is not the "
        "official text."
    ),
    "sheet": "In our own words, not the treaty's, except where an official text is named",
    "files": "Each file gives the official texts as published, beside our own words.",
    "licence": "Official texts are not ours to license.",
}
"""Whose words there are here, as the foot of pages, that of sheets and other places say it."""


def named(pages: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the addresses of pages, and what each is called."""
    return [(addresses.page_url(name), title) for name, title in pages]


def treaty(request: HttpRequest) -> dict[str, Any]:
    """Give templates the treaty's names, the navigation, and what is loaded."""
    edition: Edition | None = getattr(request, "edition", None)
    official = edition.official_texts if edition else ()
    navigation = named(NAVIGATION)
    return {
        "treaty": {
            "title": facts.TITLE,
            "short_title": facts.SHORT_TITLE,
            "cited": packet.TREATY,
            "last_article": facts.LAST_ARTICLE,
            "origin": facts.ORIGIN,
            "preamble_url": Place(facts.PREAMBLE).url,
            "closing_url": Place(facts.CLOSING).url,
        },
        "navigation": navigation,
        "section": next((address for address, _ in navigation if address == request.path), ""),
        "footer": [(name, named(pages)) for name, pages in FOOTER],
        "data_version": edition.version if edition else None,
        "official_texts": official,
        "whose": WITH_OFFICIAL if official else OURS,
    }
