"""What each page that is there once is called, and how it is described."""

from __future__ import annotations

from typing import Final

TREATY: Final = "the Iran–Russia treaty of 2025"

SINGLE_PAGES: Final = {
    "home": (
        "Article by article, in plain English",
        "Find, understand and forward any article of the treaty between Iran and Russia signed on "
        "17 January 2025: what is known of each, in plain English, with sources.",
    ),
    "explorer": (
        "Articles",
        f"Filter the preamble and 47 articles of {TREATY} by theme and search them by keyword. "
        "Every state of the list is an address you can send.",
    ),
    "themes": (
        "Themes",
        f"The fifteen themes by which the articles of {TREATY} can be browsed.",
    ),
    "mentions": (
        "Bodies, places and terms",
        f"Organisations, bodies, agreements, places and terms that {TREATY}, or the background "
        "to it, names, each with its articles.",
    ),
    "treaty": (
        "All articles on one page",
        f"The preamble and all 47 articles of {TREATY} on one page, in plain English as far as "
        "they are known, with sources, made to be printed.",
    ),
    "timeline": (
        "Timeline",
        f"The life of {TREATY}: earlier agreements, negotiation, signature, ratification, entry "
        "into force and what followed, each event with its sources.",
    ),
    "background": (
        "Background",
        f"What officials and commentators have said about {TREATY}, attributed, dated and kept "
        "apart from its text.",
    ),
    "sources": (
        "Sources",
        f"Every published page on which this edition of {TREATY} rests, and where the official "
        "text is published.",
    ),
    "about": (
        "About",
        f"How this plain-English edition of {TREATY} is made: method, evidence grades, limits, "
        "licence and accessibility.",
    ),
    "thesaurus": (
        "Thesaurus: words readers use",
        f"The words by which readers find the articles of {TREATY}, in English, Russian and "
        "Persian, concept by concept.",
    ),
    "words": (
        "Words in context",
        f"Every word of the texts of {TREATY} that are loaded here, by frequency, each with all "
        "its uses in context.",
    ),
    "verify": (
        "Verify a quotation",
        f"Paste a sentence said to be from {TREATY}: the page says where it is from, and marks "
        "every word that was altered, left out or added.",
    ),
    "sets": (
        "Make a dossier",
        f"Choose articles and paragraphs of {TREATY}, put them in order, add a note, and send "
        "all of it as one address.",
    ),
    "data": (
        "Data and downloads",
        f"This edition of {TREATY}, article by article, to take away and reuse: JSON, Akoma "
        "Ntoso, Markdown, CSV, EPUB, citation files and a feed of changes.",
    ),
}
"""Title and description of each page that is there once, by the name of its address."""

WITH_OFFICIAL: Final = {
    "home": (
        "Article by article: the official text and plain English",
        "Find, understand and forward any article of the treaty between Iran and Russia signed on "
        "17 January 2025: the official text, with a restatement in plain English.",
    ),
    "treaty": (
        "All articles on one page",
        f"The preamble and all 47 articles of {TREATY} on one page: the official text as it was "
        "published, with a restatement in our own words.",
    ),
}
"""The same of pages of which something else is true once official texts are loaded."""
