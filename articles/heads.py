"""The heads of all pages: what each is called, described as, and says to programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from django.urls import reverse

from articles import addresses, structured_data
from articles.article_page import ArticlePage
from articles.cards import SITE_CARD, card_name, theme_card_name
from articles.explorer import Exploration
from articles.exports.catalogue import FORMATS, downloads
from articles.exports.extract import LICENCE, NOTICE, Extract
from articles.forms import explorer_address
from articles.head import Crumb, Head
from articles.models import Article, Event, Mention, OfficialText, Theme

TREATY: Final = "the Iran–Russia treaty of 2025"

SINGLE_PAGES: Final = {
    "home": (
        "Every article, in plain English",
        "Find, understand and forward any article of the partnership treaty between Iran and "
        "Russia, signed in Moscow on 17 January 2025: what is known of its preamble and 47 "
        "articles, in plain English, with sources.",
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
        f"Paste a sentence said to be from {TREATY}: the page says which article and paragraph "
        "it is from, and marks every word that was altered, left out or added.",
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

ARTICLES: Final = ("Articles", "/articles/")
THEMES: Final = ("Themes", "/themes/")
WORDS: Final = ("Words in context", "/words/")
MENTIONS: Final = ("Bodies, places and terms", "/mentions/")

COLLECTION: Final = "CollectionPage"


def of_single(name: str) -> Head:
    """Return the head of a page that is there once, by the name of its address."""
    title, description = SINGLE_PAGES[name]
    return Head(title, description, reverse(name))


def of_home() -> Head:
    """Return the head of the start page."""
    return replace(of_single("home"), entity=structured_data.treaty_legislation())


def of_list(name: str, rows: Iterable[Article | Theme | Mention]) -> Head:
    """Return the head of a page that is there once and lists others."""
    return replace(of_single(name), kind=COLLECTION, entity=listed(rows))


def listed(rows: Iterable[Article | Theme | Mention]) -> dict[str, Any]:
    """Return a list of the pages of rows, as JSON-LD."""
    return structured_data.item_list((str(row), row.get_absolute_url()) for row in rows)


def of_explorer(exploration: Exploration) -> Head:
    """Return the head of the explorer, with what it found."""
    form = exploration.form
    found = [(hit.article.heading, hit.url) for hit in exploration.hits]
    return replace(
        of_single("explorer"),
        title=form.title,
        path=form.address,
        kind="SearchResultsPage" if form.query.text else COLLECTION,
        entity=structured_data.item_list(found),
        alternates=as_json(form.address),
    )


def as_json(address: str) -> tuple[tuple[str, str], ...]:
    """Return the address of what the explorer finds at an address, as data."""
    query = address.removeprefix(reverse("explorer"))
    return ((reverse("articles_json") + query, "application/json"),)


def of_article(page: ArticlePage, extract: Extract, texts: Sequence[OfficialText]) -> Head:
    """Return the head of an article's page, given the texts that it shows.

    With a paragraph marked, it is that paragraph's; search engines are to keep the article's.
    """
    number = page.article.number
    paragraph = page.marked.number if page.marked else None
    whole = (page.article.label, addresses.article_url(number))
    language = texts[0].language if texts and texts[0].position > 1 else ""
    return Head(
        title=page.heading,
        description=page.description,
        path=addresses.place_url(number, paragraph) + extract.query,
        canonical=addresses.article_url(number),
        crumbs=(ARTICLES, *([whole] if paragraph else [])),
        cards=cards_of(number, paragraph, language),
        entity=structured_data.legislation(extract.showing([text.slug for text in texts])),
        alternates=tuple(
            (address, row.media_type)
            for row, address in downloads(number, paragraph, extract.query)
        ),
    )


def cards_of(number: int, paragraph: int | None, language: str) -> tuple[str, ...]:
    """Return the names of the cards of an article or paragraph, the most fitting first.

    Of a text that has no cards of its own, such as the second in a language, the English card
    stands instead, and if nothing else is there, that of the article.
    """
    names = (
        card_name(number, paragraph, language),
        card_name(number, paragraph),
        card_name(number, None, language),
        card_name(number),
        SITE_CARD,
    )
    return tuple(dict.fromkeys(names))


def of_treaty(articles: Iterable[Article]) -> Head:
    """Return the head of the page with all articles."""
    rows = [(str(row), row.get_absolute_url()) for row in articles]
    entity = {
        **structured_data.treaty_legislation(),
        "hasPart": [{"@type": "Legislation", "name": name, "url": path} for name, path in rows],
    }
    alternates = tuple((addresses.treaty_export_url(row.suffix), row.media_type) for row in FORMATS)
    return replace(of_single("treaty"), entity=entity, alternates=alternates)


def of_theme(theme: Theme, articles: Iterable[Article]) -> Head:
    """Return the head of a theme's page."""
    return replace(
        of_entry(theme, THEMES, articles),
        cards=(theme_card_name(theme.slug), SITE_CARD),
        alternates=as_json(explorer_address("", [theme])),
    )


def of_mention(mention: Mention, articles: Iterable[Article]) -> Head:
    """Return the head of a mention's page."""
    return of_entry(mention, MENTIONS, articles)


def of_entry(row: Theme | Mention, above: Crumb, articles: Iterable[Article]) -> Head:
    """Return the head of the page of a theme or mention, which lists its articles."""
    return Head(
        title=row.name,
        description=row.description,
        path=row.get_absolute_url(),
        kind=COLLECTION,
        crumbs=(above,),
        entity=listed(articles),
    )


def of_data(*, has_official: bool) -> Head:
    """Return the head of the page with everything to take away.

    Official texts, if there are any in it, are not ours to license.
    """
    licence = {} if has_official else {"license": LICENCE}
    files = [
        {
            "@type": "DataDownload",
            "name": row.name,
            "encodingFormat": row.media_type,
            "contentUrl": addresses.treaty_export_url(row.suffix),
        }
        for row in FORMATS
    ]
    title, description = SINGLE_PAGES["data"]
    entity = {
        "@type": "Dataset",
        "name": title,
        "description": description,
        **licence,
        "isAccessibleForFree": True,
        "creditText": NOTICE,
        "distribution": files,
    }
    return replace(of_single("data"), entity=entity)


def of_word(word: str, path: str, uses: int, page: int) -> Head:
    """Return the head of a page of the uses of a word; ``page`` counts from 1."""
    unused = f"“{word}” is not used in the texts of {TREATY} that are loaded here."
    found = (
        f"Every use of “{word}” in the texts of {TREATY} that are loaded here: {uses} in all, "
        "each in context and with its article."
    )
    return Head(
        title=f"“{word}” in context" + (f", page {page}" if page > 1 else ""),
        description=found if uses else unused,
        path=path,
        crumbs=(WORDS,),
        is_indexed=bool(uses),
    )


def of_comparison(article: Article, path: str, names: tuple[str, str] | None) -> Head:
    """Return the head of an article's comparison in two texts, named if there are two."""
    needed = f"What is needed to compare {article.label} of {TREATY} in two official texts."
    return Head(
        title=f"{article.label} in two texts",
        description=(
            f"{article.label} of {TREATY} compared word by word in two texts: "
            f"{names[0]} and {names[1]}."
            if names
            else needed
        ),
        path=path,
        crumbs=(ARTICLES, (article.label, article.get_absolute_url())),
        is_indexed=bool(names),
    )


def of_timeline(events: Iterable[Event]) -> Head:
    """Return the head of the timeline."""
    rows = [
        {"@type": "Event", "name": row.title, "startDate": row.date, "url": row.get_absolute_url()}
        for row in events
    ]
    items = [
        {"@type": "ListItem", "position": position, "item": row}
        for position, row in enumerate(rows, 1)
    ]
    entity = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
    return replace(of_single("timeline"), entity=entity)
