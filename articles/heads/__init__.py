"""The heads of all pages: what each is called, described as, and says to programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from textwrap import shorten
from typing import Any, Final

from articles.cards import SITE_CARD, card_name, keyed, theme_card_name
from articles.citations import embedded
from articles.citations.entries import entry
from articles.citations.pinpoint import Pinpoint
from articles.edition import Edition
from articles.exploring.exploration import Exploration
from articles.exploring.filters import THEME
from articles.exploring.form import explorer_address
from articles.exports import linked_data
from articles.exports.catalogue import FORMATS, downloads
from articles.exports.extract import LICENCE, Extract
from articles.exports.formats import citations
from articles.heads import structured_data
from articles.heads.head import Crumb, Head
from articles.heads.single_pages import SINGLE_PAGES, TREATY, UNLISTED, WITH_OFFICIAL
from articles.models import Article, Event, Mention, OfficialText, Theme
from articles.reading.article_page import CUT, DESCRIPTION_LENGTH, ArticlePage
from articles.reading.texts import TextsForm
from articles.treaty import addresses
from articles.treaty.notices import NOTICE
from articles.treaty.phrases import counted
from articles.treaty.places import Place
from articles.words.comparison import Pair

ARTICLES: Final = ("Articles", "/articles/")
THEMES: Final = ("Themes", "/themes/")
WORDS: Final = ("Words in context", "/words/")
THESAURUS: Final = ("Words readers use", "/thesaurus/")
MENTIONS: Final = ("Bodies, places and terms", "/mentions/")

COLLECTION: Final = "CollectionPage"

NOTHING: Final = f"No article of {TREATY} was found for this. The page says what comes nearest."
ROOM_FOR_MORE: Final = len("; and 48 more")


def of_single(name: str, *, has_official: bool = False) -> Head:
    """Return the head of a page that is there once, by the name of its address.

    ``has_official`` says whether official texts are loaded.
    """
    pages = SINGLE_PAGES | WITH_OFFICIAL if has_official else SINGLE_PAGES
    title, description = pages[name]
    address = addresses.page_url(name)
    return Head(title, description, address, is_indexed=name not in UNLISTED)


def of_home(*, has_official: bool) -> Head:
    """Return the head of the start page."""
    head = of_single("home", has_official=has_official)
    return replace(head, entity=linked_data.treaty_legislation())


def of_list(name: str, rows: Iterable[Article | Theme | Mention]) -> Head:
    """Return the head of a page that is there once and lists others."""
    return replace(of_single(name), kind=COLLECTION, entity=listed(rows))


def listed(rows: Iterable[Article | Theme | Mention]) -> dict[str, Any]:
    """Return a list of the pages of rows, as JSON-LD."""
    return structured_data.item_list((str(row), row.get_absolute_url()) for row in rows)


def of_explorer(exploration: Exploration) -> Head:
    """Return the head of the explorer, with how much it found, and the first of that by name."""
    form = exploration.form
    title, description = form.title, SINGLE_PAGES["explorer"][1]
    found = [(hit.article.heading, hit.place.url) for hit in exploration.hits]
    if not form.is_empty:
        amount = counted(exploration.count or "no", "article")
        title = f"{title} – {amount}"
        names = [name for name, _ in found]
        description = named(f"{amount} found: ", names) if names else NOTHING
    return replace(
        of_single("explorer"),
        title=title,
        description=description,
        path=form.address,
        kind="SearchResultsPage" if form.query.text else COLLECTION,
        entity=structured_data.item_list(found),
        alternates=as_json(form.address),
    )


def named(opening: str, names: list[str]) -> str:
    """Return as many of the names as a description has room for, and how many more there are.

    The first is named in any case: no title is as long as a description.
    """
    room = DESCRIPTION_LENGTH - len(opening) - ROOM_FOR_MORE
    lengths = accumulate(len(f"; {name}") for name in names)
    fitting = max(1, sum(1 for _ in takewhile(lambda length: length <= room, lengths)))
    left = len(names) - fitting
    return opening + "; ".join([*names[:fitting], *([f"and {left} more"] if left else [])]) + "."


def as_json(address: str) -> tuple[tuple[str, str], ...]:
    """Return the address of what the explorer finds at an address, as data."""
    query = address.removeprefix(addresses.page_url("explorer"))
    return ((addresses.page_url("articles_json") + query, "application/json"),)


def of_article(
    page: ArticlePage, extract: Extract, texts: Sequence[OfficialText], edition: Edition
) -> Head:
    """Return the head of an article's page, given the texts that it shows.

    With a paragraph marked, it is that paragraph's; search engines are to keep the article's.
    """
    place = page.place
    whole = Place(place.article)
    loaded = keyed(edition.official_texts)
    is_default = not texts or texts[0].position == 1
    text = "" if is_default else next(key for key, row in loaded.items() if row.pk == texts[0].pk)
    return Head(
        title=page.heading,
        description=page.description,
        path=place.url + extract.query,
        canonical=whole.url,
        crumbs=(ARTICLES, *([(whole.label, whole.url)] if place != whole else [])),
        cards=cards_of(place, text),
        entity=linked_data.legislation(extract.showing([text.slug for text in texts])),
        alternates=tuple(
            (address, row.media_type) for row, address in downloads(place, extract.query)
        ),
        metadata=embedded.write(citations.entry(extract)),
    )


def in_languages(head: Head, texts: TextsForm) -> Head:
    """Return the head of a page that is there with the official text of each of some languages.

    Search engines keep the page of each language, which shows one text, and the page without a
    choice for whoever reads none of them; they take no other as a page of its own.
    """
    if len(texts.by_language) <= 1:
        return head
    address = head.canonical_path
    is_kept = texts.query in texts.by_language.values()
    return replace(
        head,
        canonical=address + texts.query if is_kept else address,
        translations=(
            ("x-default", address),
            *((code, address + query) for code, query in texts.by_language.items()),
        ),
    )


def cards_of(place: Place, text: str) -> tuple[str, ...]:
    """Return the names of the cards of a provision, the most fitting first.

    ``text`` is the key of an official text. Where that has no card, the English one stands
    instead, and if nothing else is there, that of what the provision is a part of.
    """
    number, paragraph, point = place.article, place.paragraph, place.point
    of_point = [card_name(number, paragraph, point=point)] if point and not text else []
    names = (
        *of_point,
        card_name(number, paragraph, text),
        card_name(number, paragraph),
        card_name(number, None, text),
        card_name(number),
        SITE_CARD,
    )
    return tuple(dict.fromkeys(names))


def of_treaty(articles: Iterable[Article], cited: Pinpoint) -> Head:
    """Return the head of the page with all articles, which can be cited as the whole treaty."""
    rows = [(str(row), row.get_absolute_url()) for row in articles]
    entity = {
        **linked_data.treaty_legislation(),
        "hasPart": [{"@type": "Legislation", "name": name, "url": path} for name, path in rows],
    }
    return replace(
        of_single("treaty", has_official=cited.is_official),
        entity=entity,
        alternates=tuple(
            (addresses.treaty_export_url(row.suffix) + cited.query, row.media_type)
            for row in FORMATS
        ),
        metadata=embedded.write(entry([cited])),
    )


def of_theme(theme: Theme, articles: Iterable[Article]) -> Head:
    """Return the head of a theme's page."""
    return replace(
        of_entry(theme, THEMES, articles),
        cards=(theme_card_name(theme.slug), SITE_CARD),
        alternates=as_json(explorer_address([(THEME, theme.slug)])),
    )


def of_entry(row: Theme | Mention, above: Crumb, articles: Iterable[Article]) -> Head:
    """Return the head of the page of a theme or mention, which lists its articles."""
    return Head(
        title=row.name,
        description=shorten(row.description, DESCRIPTION_LENGTH, placeholder=CUT),
        path=row.get_absolute_url(),
        kind=COLLECTION,
        crumbs=(above,),
        entity=listed(articles),
    )


def of_letter(letter: str) -> Head:
    """Return the head of the page of the concepts under a letter."""
    name = letter.upper()
    return Head(
        title=f"Words readers use: {name}",
        description=f"The words, in English, Russian and Persian, by which readers find the "
        f"provisions of {TREATY}: the concepts under {name}.",
        path=addresses.page_url("thesaurus_letter", letter),
        crumbs=(THESAURUS,),
    )


def of_data(*, has_official: bool) -> Head:
    """Return the head of the page with everything to download.

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


def of_comparison(article: Article, path: str, pair: Pair | None) -> Head:
    """Return the head of an article's comparison in two texts, if there are two."""
    needed = f"What is needed to compare {article.label} of {TREATY} in two official texts."
    return Head(
        title=f"{article.label} in two texts",
        description=(
            f"{article.label} of {TREATY} compared word by word in two texts: "
            f"{pair[0].name} and {pair[1].name}."
            if pair
            else needed
        ),
        path=path,
        crumbs=(ARTICLES, (article.label, article.get_absolute_url())),
        is_indexed=bool(pair),
    )


def of_timeline(events: Iterable[Event]) -> Head:
    """Return the head of the timeline."""
    rows = [
        {"@type": "Event", "name": row.title, "startDate": row.date, "url": row.get_absolute_url()}
        for row in events
    ]
    entity = structured_data.listed({"item": row} for row in rows)
    return replace(of_single("timeline"), entity=entity)
