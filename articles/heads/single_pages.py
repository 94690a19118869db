"""What each page that is there once is called, and how it is described."""

from __future__ import annotations

from typing import Final

TREATY: Final = "the Iran–Russia treaty of 2025"

SINGLE_PAGES: Final = {
    "home": (
        "Article by article, in plain English",
        "Find, understand and forward any article of the treaty between Iran and Russia signed on "
        "17 January 2025, in plain English, down to the paragraph.",
    ),
    "explorer": (
        "Articles",
        f"Search {TREATY} and filter its articles by theme. Each list of results has an address "
        "that you can send.",
    ),
    "questions": (
        "Questions",
        f"What people ask about {TREATY}, answered in plain English from its text, each answer "
        "with the paragraphs it rests on.",
    ),
    "themes": (
        "Themes",
        f"The articles of {TREATY} by theme, from its principles to its final provisions.",
    ),
    "mentions": (
        "Bodies, places and terms",
        f"Organisations, agreements, places and terms named in {TREATY} or in the background to "
        "it, each with its articles.",
    ),
    "treaty": (
        "The whole treaty",
        f"The whole text of {TREATY} on one page: preamble, 47 articles and closing lines, in "
        "plain English, made to be printed.",
    ),
    "obligations": (
        "Obligations",
        f"Every paragraph of {TREATY} by legal strength: duties, bans, guarantees, options, aims, "
        "positions and rules, counted and drawn by article.",
    ),
    "timeline": (
        "Timeline",
        f"The life of {TREATY}: earlier agreements, negotiation, signature, ratification, entry "
        "into force and what followed, each event with its sources.",
    ),
    "background": (
        "Commentary",
        f"What officials and commentators have said about {TREATY}, attributed, dated and kept "
        "apart from its text.",
    ),
    "sources": (
        "Sources",
        f"The sources of this edition of {TREATY}: the Russian text it restates, and the pages "
        "used for background, dates and commentary.",
    ),
    "about": (
        "About",
        f"How this plain-English edition of {TREATY} was made: the text, legal strength, search, "
        "limits, licence and privacy.",
    ),
    "accessibility": (
        "Accessibility",
        "How far this site meets the Web Content Accessibility Guidelines 2.2, levels A and AA: "
        "each criterion, how it was checked, and what fails.",
    ),
    "settings": (
        "Reading settings",
        f"Text size, colours, keyboard shortcuts and reading offline for {TREATY}. What you choose "
        "stays in your browser.",
    ),
    "offline": (
        "Reading offline",
        f"Which pages of this edition of {TREATY} a browser keeps after a first visit, so that "
        "they can be read without a connection.",
    ),
    "thesaurus": (
        "Words readers use",
        f"The words by which readers find the provisions of {TREATY}, in English, Russian and "
        "Persian, concept by concept.",
    ),
    "words": (
        "Words in context",
        f"Every word in the texts of {TREATY} that are loaded here, by frequency, each with all "
        "its uses in context.",
    ),
    "verify": (
        "Verify a quotation",
        f"Paste a sentence said to be from {TREATY} to see where it comes from, with every word "
        "marked that was altered, left out or added.",
    ),
    "sets": (
        "Make a selection",
        f"Choose provisions of {TREATY}, put them in order, add a note, and send it all as one "
        "address.",
    ),
    "data": (
        "Download",
        f"This edition of {TREATY}, article by article, to download and reuse: JSON, Akoma "
        "Ntoso, Markdown, CSV, EPUB, citation files and a feed of changes.",
    ),
}
"""Title and description of each page that is there once, by the name of its address."""

UNLISTED: Final = frozenset({"offline", "settings"})
"""Those that search engines are not told of: nobody looks for them."""

WITH_OFFICIAL: Final = {
    "home": (
        "Article by article: the official text and plain English",
        "Find, understand and forward any article of the treaty between Iran and Russia signed on "
        "17 January 2025: the official text, with our plain-English edition beside it.",
    ),
    "treaty": (
        "The whole treaty",
        f"The whole text of {TREATY} on one page: the official text as it was published, with "
        "ours in plain English beside it.",
    ),
}
"""The same of pages of which something else is true once official texts are loaded."""
