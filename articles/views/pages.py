"""The pages one reads: each a plain function from an address to a template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_vary_headers

from articles import addresses, heads, search, treaty
from articles.article_page import ArticlePage, byline
from articles.comparison import comparable
from articles.exports import catalogue
from articles.forms import TextsForm, read_query
from articles.middleware import loaded_version
from articles.models import (
    Article,
    ArticleMention,
    Comment,
    Concept,
    Event,
    Mention,
    OfficialText,
    Paragraph,
    Publication,
    ReuseNote,
    Source,
    Strength,
    Theme,
)
from articles.official import checking
from articles.places import Place, no_such
from articles.querysets import ArticleQuerySet
from articles.search import judging
from articles.snapshot import official_texts
from articles.treaty_map import treaty_map
from articles.views import exports
from articles.views.errors import NO_SUCH_ARTICLE, NoSuchPage
from articles.views.rendering import redirected, show
from treaty_site.contact import shown


def home(request: HttpRequest) -> HttpResponse:
    """Show what the treaty is, its status, the search box, the map and the themes."""
    context = {
        "treaty_map": treaty_map(Article.objects.for_map()),
        "themes": Theme.objects.with_counts(),
        "status": Event.objects.status(),
        "term": Place(*treaty.TERM),
    }
    has_official = bool(official_texts(loaded_version(request).digest))
    head = heads.of_home(has_official=has_official)
    return show(request, "articles/home.html", head, context)


def article(
    request: HttpRequest, number: int, paragraph: int | None = None, point: int | None = None
) -> HttpResponse:
    """Show an article; with a paragraph or a point, show it with that marked.

    Where ``Accept`` asks for data, give that instead.
    """
    place = Place(number, paragraph, point)
    wanted = catalogue.preferred(request)
    if wanted:
        return exports.negotiated(request, exports.of_place(request, place), wanted)
    texts = texts_form(request)
    page = laid_out(Article.objects.for_page(), place, texts, marker_of(request))
    context = {
        "page": page,
        "article": page.article,
        "texts": texts,
        "compare_address": compare_address(request, number),
        "downloads": catalogue.downloads(place, texts.query),
    }
    extract = exports.of_place(request, place)
    head = heads.of_article(page, extract, texts.chosen)
    response = show(request, "articles/article.html", head, context)
    patch_vary_headers(response, ["Accept"])
    return response


def laid_out(
    articles: ArticleQuerySet,
    place: Place,
    texts: TextsForm,
    marker: search.Marker = search.NO_MARKS,
) -> ArticlePage:
    """Return the page of an article on which a provision is marked, unless it is the article.

    Raises ``NoSuchPage`` if there is no such provision.
    """
    found = articles.with_official(texts.chosen).get(number=place.article)
    page = ArticlePage(
        found, place if place.paragraph else None, official=texts.chosen, marker=marker
    )
    if place.paragraph and page.marked is None:
        raise NoSuchPage(no_such(page.whole, page.paragraph_count, [place.paragraph]))
    if place.point and page.marked_point is None:
        count = len(page.marked.points) if page.marked else 0
        raise NoSuchPage(no_such(Place(place.article, place.paragraph), count, [place.point]))
    return page


def texts_form(request: HttpRequest) -> TextsForm:
    """Return which official texts to show."""
    return TextsForm.read(request.GET, official_texts(loaded_version(request).digest))


def compare_address(request: HttpRequest, number: int) -> str:
    """Return the address where two texts of an article are compared, if there are two."""
    if not comparable(loaded_version(request).digest):
        return ""
    return addresses.compare_url(number)


def marker_of(request: HttpRequest) -> search.Marker:
    """Return what marks the words with which the reader arrived, if there are any."""
    query = read_query(request.GET)
    if query.is_empty:
        return search.NO_MARKS
    words = search.lexicon(loaded_version(request).digest)
    return search.Marker.of(search.plan(query, words))


def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from ``/3``, ``/3.3`` and ``/22.2.3`` to the full address, for good.

    Whether the article has such a paragraph or point is said there.
    """
    try:
        place = Place.read(code)
    except LookupError as error:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=error)) from error
    return redirected(request, place.url)


def themes(request: HttpRequest) -> HttpResponse:
    """List the themes."""
    rows = Theme.objects.with_counts()
    head = heads.of_list("themes", rows)
    return show(request, "articles/themes.html", head, {"themes": rows})


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a theme with its articles."""
    found = get_object_or_404(Theme, slug=slug)
    articles = Article.objects.with_themes([found])
    context = {"theme": found, "articles": articles}
    return show(request, "articles/theme.html", heads.of_theme(found, articles), context)


def mentions(request: HttpRequest) -> HttpResponse:
    """List bodies, agreements, places and terms by kind."""
    rows = {kind: [] for kind in Mention.Kind}  # type: dict[Mention.Kind, list[Mention]]
    all_mentions = Mention.objects.with_counts()
    for row in all_mentions:
        rows[Mention.Kind(row.kind)].append(row)
    head = heads.of_list("mentions", all_mentions)
    return show(request, "articles/mentions.html", head, {"groups": rows.items()})


def mention(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a mention with the articles that name it, and those where it is background."""
    found = get_object_or_404(Mention.objects.prefetch_related("sources"), slug=slug)
    links = list(found.article_mentions.select_related("article"))
    groups = [
        (relation, [link.article for link in links if link.relation == relation])
        for relation in ArticleMention.Relation
    ]
    context = {"mention": found, "groups": [group for group in groups if group[1]]}
    head = heads.of_mention(found, [link.article for link in links])
    return show(request, "articles/mention.html", head, context)


def whole_treaty(request: HttpRequest) -> HttpResponse:
    """Show the whole treaty on one page, made to be printed; or give it as data."""
    wanted = catalogue.preferred(request)
    if wanted:
        return exports.negotiated(request, exports.of_treaty(request), wanted)
    texts = texts_form(request)
    paragraphs = Article.objects.prefetch_related("paragraphs__points")
    articles = list(paragraphs.with_official(texts.chosen))
    pages = [ArticlePage(row, official=texts.chosen) for row in articles]
    context = {"pages": pages, "texts": texts, "byline": byline(is_official=bool(texts.chosen))}
    head = heads.of_treaty(articles, has_official=bool(texts.chosen))
    response = show(request, "articles/treaty.html", head, context)
    patch_vary_headers(response, ["Accept"])
    return response


def timeline(request: HttpRequest) -> HttpResponse:
    """Show the treaty's life, year by year."""
    rows = list(Event.objects.with_links())
    years = groupby(rows, key=lambda event: event.year)
    context = {"years": [(year, list(events)) for year, events in years]}
    return show(request, "articles/timeline.html", heads.of_timeline(rows), context)


def background(request: HttpRequest) -> HttpResponse:
    """Show what has been said about the treaty, apart from its text."""
    comments = list(Comment.objects.by_date().prefetch_related("articles", "sources"))
    context = {
        "on_articles": [row for row in comments if row.articles.all()],
        "on_the_whole": [row for row in comments if not row.articles.all()],
        "milestones": Event.objects.milestones(),
    }
    return show(request, "articles/background.html", heads.of_single("background"), context)


def sources(request: HttpRequest) -> HttpResponse:
    """List every source by kind, and where the official text is to be read."""
    rows = list(Source.objects.all())
    groups = [(kind, [row for row in rows if row.kind == kind]) for kind in Source.Kind]
    context = {
        "groups": groups,
        "count": len(rows),
        "publications": Publication.objects.official(),
        "copies": Publication.objects.copies(),
    }
    return show(request, "articles/sources.html", heads.of_single("sources"), context)


def thesaurus(request: HttpRequest) -> HttpResponse:
    """Show the words by which readers find articles, concept by concept."""
    concepts = list(Concept.objects.with_links())
    by_letter = groupby(
        sorted(concepts, key=lambda concept: concept.name.casefold()),
        key=lambda concept: concept.name[0].upper(),
    )
    context = {
        "letters": [(letter, list(rows)) for letter, rows in by_letter],
        "count": len(concepts),
    }
    return show(request, "articles/thesaurus.html", heads.of_single("thesaurus"), context)


def about(request: HttpRequest) -> HttpResponse:
    """Explain whose text this is, how it binds, the limits, the licence and accessibility."""
    score = judging.last_score()
    rows = Paragraph.objects.values_list("strengths", flat=True)
    counts = Counter(value for strengths in rows for value in strengths)
    context = {
        "strengths": [(strength, counts[strength]) for strength in Strength],
        "checked": [*said_of_checks(checking.counts(loaded_version(request).digest))],
        "search_score": score,
        "search_kinds": [
            {"kind": kind, "ours": figures, "plain": score["plain"][kind]}
            for kind, figures in score["search"].items()
            if kind != "all"
        ],
        "reuse": ReuseNote.objects.prefetch_related("sources"),
        "contact": settings.CONTACT,
        "contact_shown": shown(settings.CONTACT),
    }
    return show(request, "articles/about.html", heads.of_single("about"), context)


def said_of_checks(counts: Iterable[tuple[OfficialText, int | None]]) -> Iterator[str]:
    """Yield a sentence for each official text: whether a program found our edition to match it.

    ``counts`` has the number of differences, none where no check was possible.
    """
    counts = list(counts)
    if not counts:
        yield "No official text is loaded here, so our edition has not been checked against one."
        return
    yield (
        "A program compared our edition with each official text that is loaded: the same articles, "
        "paragraphs and points, the same dates, the same bodies and places named."
    )
    for text, number in counts:
        if number is None:
            yield f"{text.name}: the list of names could not be read, so there was no check."
        elif number:
            yield f"{text.name}: {number} difference{'s' if number > 1 else ''}."
        else:
            yield f"{text.name}: no difference."
