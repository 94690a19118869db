"""The pages one reads: each a plain function from an address to a template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeVar

from django.conf import settings
from django.db.models import TextChoices
from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers

from articles import heads, search, treaty
from articles.citations import pinpoints
from articles.edition import Edition
from articles.exploring import judging
from articles.exploring.form import explorer_address, read_query
from articles.exploring.trail import trail
from articles.exports import catalogue
from articles.models import (
    ArticleMention,
    Comment,
    Event,
    Mention,
    OfficialText,
    Publication,
    Question,
    Source,
    Strength,
    Theme,
)
from articles.reading.article_page import ArticlePage, byline
from articles.reading.contents import contents
from articles.reading.letters import by_letter
from articles.reading.near import named_in, near
from articles.reading.pictures.matrix import matrix
from articles.reading.pictures.timeline import drawings
from articles.reading.spread import spread_of_mention, spread_of_theme
from articles.reading.strip import strip
from articles.reading.texts import TextsForm
from articles.treaty.phrases import counted
from articles.treaty.places import Place, no_such
from articles.views import exports
from articles.views.missing import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.rendering import redirected, show, site_of
from articles.views.requests import Request, texts_form
from articles.words import checking
from articles.words.comparison import comparable
from treaty_site.contact import shown

Named = TypeVar("Named", Theme, Mention, Question)
Kept = TypeVar("Kept", Mention, Publication, Source)
Kind = TypeVar("Kind", bound=TextChoices)

STATUS: Final = {
    Event.Kind.SIGNATURE: ("Signed", f", {treaty.SIGNED_AT}"),
    Event.Kind.ENTRY_INTO_FORCE: ("In force since", ""),
}
"""What the start page says of the treaty, before and after the date of each event."""

WHERE_PUBLISHED: Final = (
    ("official-text", "The official text"),
    ("copies", "Copies and translations by others"),
)
"""What the page of sources begins with: where each part stands, and its name."""

ABOUT: Final = (
    ("edition", "The text"),
    ("strength", "Legal strength"),
    ("numbers", "Numbers"),
    ("checked", "Checked against the official text"),
    ("beside", "Beside the text"),
    ("search", "How good the search is"),
    ("licence", "Licence and reuse"),
    ("limits", "Limits"),
    ("privacy", "Privacy"),
    ("contact", "Contact"),
    ("accessibility", "Accessibility"),
)
"""The same of the page about this site."""

LONGEST_ASKED: Final = 100
"""Characters of the longest words that sources are looked for by."""

EXAMPLES: Final = ("must Russia defend Iran?", "SWIFT", "Caspian", "19(2)", "how to leave")
"""What the start page proposes to search for."""


def home(request: Request) -> HttpResponse:
    """Show what the treaty is, its status, the search box and the contents."""
    context = {
        "questions": [row for row in request.edition.questions if row.on_home],
        "contents": contents(request.edition),
        "status": [
            (before, row, after)
            for row in events_of(request.edition, *STATUS)
            for before, after in [STATUS[Event.Kind(row.kind)]]
        ],
        "examples": [(text, explorer_address([("q", text)])) for text in EXAMPLES],
        "term": Place(*treaty.TERM),
    }
    has_official = bool(request.edition.official_texts)
    head = heads.of_home(has_official=has_official)
    return show(request, "articles/home.html", head, context)


def article(
    request: Request, number: int, paragraph: int | None = None, point: int | None = None
) -> HttpResponse:
    """Show an article; with a paragraph or a point, show it with that marked.

    Where ``Accept`` asks for data, give that instead.
    """
    place = Place(number, paragraph, point)
    wanted = catalogue.preferred(request)
    if wanted:
        return exports.negotiated(request, exports.of_place(request, place), wanted)
    texts = texts_form(request)
    page = laid_out(request.edition, place, texts, marker_of(request))
    context = {
        "page": page,
        "article": page.article,
        "questions": request.edition.questions_on(number),
        "trail": trail(request.GET, request.edition, number),
        "ticks": strip(request.edition, here=number),
        "contents": contents(request.edition),
        "neighbours": request.edition.neighbours(number),
        "texts": texts,
        "compare_address": place.compare_url if comparable(request.edition) else "",
        **catalogue.offered(place, texts.query),
    }
    extract = exports.of_place(request, place)
    head = heads.in_languages(heads.of_article(page, extract, texts.chosen, request.edition), texts)
    response = show(request, "articles/article.html", head, context)
    patch_vary_headers(response, ["Accept"])
    return response


def laid_out(
    edition: Edition,
    place: Place,
    texts: TextsForm,
    marker: search.Marker = search.NO_MARKS,
) -> ArticlePage:
    """Return the page of an article on which a provision is marked, unless it is the article.

    Raises ``NoSuchPage`` if there is no such provision.
    """
    page = ArticlePage(
        edition.by_number[place.article],
        place if place.paragraph else None,
        official=texts.chosen,
        marker=marker,
    )
    if place.paragraph and page.marked is None:
        raise NoSuchPage(no_such(page.whole, page.paragraph_count, [place.paragraph]))
    if place.point and page.marked_point is None:
        count = len(page.marked.points) if page.marked else 0
        raise NoSuchPage(no_such(Place(place.article, place.paragraph), count, [place.point]))
    return page


def with_slug(rows: Iterable[Named], slug: str) -> Named:
    """Return the row with a slug; raise ``Http404`` if there is none."""
    found = next((row for row in rows if row.slug == slug), None)
    if found is None:
        raise Http404
    return found


def by_kind(rows: Sequence[Kept], kinds: Iterable[Kind]) -> list[tuple[Kind, list[Kept]]]:
    """Return the rows of each kind."""
    return [(kind, [row for row in rows if row.kind == kind]) for kind in kinds]


def sections(
    groups: Iterable[tuple[TextChoices, object]], prefix: str = ""
) -> list[tuple[str, str]]:
    """Return where on a page each kind stands, and its name."""
    return [(f"{prefix}{kind.value}", str(kind.label)) for kind, _ in groups]


def events_of(edition: Edition, *kinds: Event.Kind) -> list[Event]:
    """Return the events of some kinds."""
    return [row for row in edition.events if row.kind in kinds]


def marker_of(request: Request) -> search.Marker:
    """Return what marks the words with which the reader arrived, if there are any."""
    query = read_query(request.GET)
    if query.is_empty:
        return search.NO_MARKS
    words = search.lexicon(request.edition)
    return search.Marker.of(search.plan(query, words))


def short_address(request: Request, code: str) -> HttpResponse:
    """Lead from ``/3``, ``/3.3`` and ``/22.2.3`` to the full address, for good.

    Whether the article has such a paragraph or point is said there.
    """
    try:
        place = Place.read(code)
    except LookupError as error:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=error)) from error
    return redirected(request, place.url)


def themes(request: Request) -> HttpResponse:
    """List the themes."""
    head = heads.of_list("themes", request.edition.themes)
    return show(request, "articles/themes.html", head, {"matrix": matrix(request.edition)})


def theme(request: Request, slug: str) -> HttpResponse:
    """Show a theme with its articles."""
    found = with_slug(request.edition.themes, slug)
    articles = request.edition.with_themes([found])
    groups = [
        ("Mainly on this theme", [row for row in articles if row.leading_theme == found]),
        ("Also on this theme", [row for row in articles if row.leading_theme != found]),
    ]
    context = {
        "theme": found,
        "ticks": spread_of_theme(request.edition, found),
        "groups": [group for group in groups if group[1]],
        "named": named_in(articles),
        "near": near(request.edition, found),
    }
    return show(request, "articles/theme.html", heads.of_theme(found, articles), context)


def mentions(request: Request) -> HttpResponse:
    """List bodies, agreements, places and terms by kind."""
    rows = request.edition.mentions
    groups = by_kind(rows, Mention.Kind)
    context = {"groups": groups, "sections": sections(groups)}
    return show(request, "articles/mentions.html", heads.of_list("mentions", rows), context)


def mention(request: Request, slug: str) -> HttpResponse:
    """Show a mention with the articles that name it, and those where it is background."""
    found = with_slug(request.edition.mentions, slug)
    links = list(found.article_mentions.all())
    groups = [
        (relation, [link.article for link in links if link.relation == relation])
        for relation in ArticleMention.Relation
    ]
    context = {
        "mention": found,
        "groups": [group for group in groups if group[1]],
        "ticks": spread_of_mention(request.edition, found),
        "others": [
            row for row in request.edition.mentions if row.kind == found.kind and row != found
        ],
    }
    head = heads.of_entry(found, heads.MENTIONS, [link.article for link in links])
    return show(request, "articles/mention.html", head, context)


def whole_treaty(request: Request) -> HttpResponse:
    """Show the whole treaty on one page, made to be printed; or give it as data."""
    wanted = catalogue.preferred(request)
    if wanted:
        return exports.negotiated(request, exports.of_treaty(request), wanted)
    texts = texts_form(request)
    articles = request.edition.articles
    pages = [ArticlePage(row, official=texts.chosen) for row in articles]
    context = {
        "pages": pages,
        "contents": contents(request.edition),
        "texts": texts,
        "byline": byline(is_official=bool(texts.chosen)),
    }
    cited = pinpoints.of_treaty(site_of(request), texts.chosen, texts.query)
    head = heads.in_languages(heads.of_treaty(articles, cited), texts)
    response = show(request, "articles/treaty.html", head, context)
    patch_vary_headers(response, ["Accept"])
    return response


def timeline(request: Request) -> HttpResponse:
    """Show the treaty's life, year by year."""
    rows = request.edition.events
    years = groupby(rows, key=lambda event: event.year)
    context = {
        "years": [(year, list(events)) for year, events in years],
        "drawings": drawings(request.edition),
    }
    return show(request, "articles/timeline.html", heads.of_timeline(rows), context)


def background(request: Request) -> HttpResponse:
    """Show what has been said about the treaty, apart from its text."""
    comments = sorted(request.edition.comments, key=lambda row: (not row.date, row.date))
    by_question = [
        (question, [row for row in comments if row.question == question])
        for question in Comment.Question
    ]
    by_article = [
        (article, [row for row in comments if article in row.articles.all()])
        for article in request.edition.articles
    ]
    groups = [group for group in by_question if group[1]]
    context = {
        "groups": groups,
        "by_article": [group for group in by_article if group[1]],
        "sections": [*sections(groups), ("articles", "By article")],
    }
    return show(request, "articles/background.html", heads.of_single("background"), context)


def sources(request: Request) -> HttpResponse:
    """List every source by kind, or those with all words of ``q``; first where the text is."""
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_ASKED]
    rows = [row for row in request.edition.sources if row.has_words(asked)]
    (_, official), (_, copies) = by_kind(request.edition.publications, Publication.Kind)
    groups = [group for group in by_kind(rows, Source.Kind) if group[1]]
    loaded = [("loaded", "Official texts shown here")] if request.edition.official_texts else []
    texts = [] if asked else [*loaded, *WHERE_PUBLISHED]
    context = {
        "groups": groups,
        "sections": [*texts, *sections(groups, "kind-")],
        "asked": asked,
        "longest": LONGEST_ASKED,
        "count": counted(len(rows) or "no", "source"),
        "kept_as": None if asked else "all",
        "publications": sorted(official, key=lambda row: not row.address_confirmed),
        "copies": copies,
    }
    head = replace(heads.of_single("sources"), is_indexed=not asked)
    return show(request, "articles/sources.html", head, context)


def thesaurus(request: Request) -> HttpResponse:
    """List the concepts by which readers find articles, each with the provisions it leads to."""
    letters = by_letter(request.edition)
    context = {"letters": letters, "count": len(request.edition.concepts)}
    return show(request, "articles/thesaurus.html", heads.of_single("thesaurus"), context)


def thesaurus_letter(request: Request, letter: str) -> HttpResponse:
    """Show the concepts under a letter, each with all of its words."""
    letters = by_letter(request.edition)
    if letter not in letters:
        raise Http404
    context = {"letter": letter.upper(), "letters": letters, "concepts": letters[letter]}
    return show(request, "articles/thesaurus_letter.html", heads.of_letter(letter), context)


def about(request: Request) -> HttpResponse:
    """Explain whose text this is, how it binds, the limits and the licence."""
    score = judging.last_score()
    paragraphs = (row for article in request.edition.articles for row in article.paragraphs.all())
    counts = Counter(value for row in paragraphs for value in row.strengths)
    context = {
        "sections": ABOUT,
        "strengths": [(strength, counts[strength]) for strength in Strength],
        "checked": [*said_of_checks(checking.counts(request.edition))],
        "search_score": score,
        "search_kinds": [
            {"kind": kind, "ours": figures, "plain": score["plain"][kind]}
            for kind, figures in score["search"].items()
            if kind != "all"
        ],
        "reuse": request.edition.reuse_notes,
        "contact": settings.CONTACT,
        "contact_shown": shown(settings.CONTACT),
    }
    return show(request, "articles/about.html", heads.of_single("about"), context)


def said_of_checks(counts: Sequence[tuple[OfficialText, int]]) -> Iterator[str]:
    """Yield a sentence for each official text: whether a program found our edition to match it.

    ``counts`` has the number of differences.
    """
    if not counts:
        yield "No official text is loaded here, so our edition has not been checked against one."
        return
    yield (
        "A program compared our edition with each official text that is loaded: the same articles, "
        "paragraphs and points, the same dates, the same bodies and places named."
    )
    for text, number in counts:
        yield f"{text.name}: {counted(number or 'no', 'difference')}."
