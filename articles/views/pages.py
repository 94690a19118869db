"""The pages one reads: each a plain function from an address to a template."""

from __future__ import annotations

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from articles import addresses, heads, search, treaty
from articles.article_page import ArticlePage, no_such_paragraph
from articles.comparison import comparable
from articles.exports import catalogue
from articles.forms import TextsForm, read_query
from articles.middleware import loaded_version
from articles.models import (
    Article,
    ArticleMention,
    Basis,
    Comment,
    Concept,
    Event,
    Evidence,
    Mention,
    Publication,
    Source,
    Statement,
    Subject,
    Theme,
)
from articles.notes import Notes
from articles.official import checking
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
        "described_count": Article.objects.described().count(),
        "themes": Theme.objects.with_counts(),
        "status": Event.objects.status(),
        "terms": Subject.objects.for_status(),
    }
    has_official = bool(official_texts(loaded_version(request).digest))
    head = heads.of_home(has_official=has_official)
    return show(request, "articles/home.html", head, context)


def article(request: HttpRequest, number: int, paragraph: int | None = None) -> HttpResponse:
    """Show an article; with a paragraph, show it with that paragraph marked.

    Where ``Accept`` asks for data, give that instead.
    """
    wanted = catalogue.preferred(request)
    if wanted:
        return exports.negotiated(request, exports.of_article(request, number, paragraph), wanted)
    texts = texts_form(request)
    if paragraph is not None:
        texts = texts.with_paragraph(number, paragraph)
    articles = Article.objects.for_page().with_official(texts.chosen)
    found = articles.filter(number=number).first()
    if found is None:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=number))
    page = ArticlePage(found, paragraph, Notes(marker=marker_of(request)), texts.chosen)
    if paragraph is not None and page.marked is None:
        raise NoSuchPage(
            no_such_paragraph(
                found.label, page.paragraph_count, paragraph, is_official=page.is_official
            )
        )
    context = {
        "page": page,
        "article": found,
        "texts": texts,
        "compare_address": compare_address(request, number),
        "publications": Publication.objects.official(),
        "downloads": catalogue.downloads(number, paragraph, texts.query),
    }
    extract = exports.of_article(request, number, paragraph)
    head = heads.of_article(page, extract, texts.chosen)
    response = show(request, "articles/article.html", head, context)
    patch_vary_headers(response, ["Accept"])
    return response


def texts_form(request: HttpRequest) -> TextsForm:
    """Return which official texts to show."""
    return TextsForm.read(request.GET, official_texts(loaded_version(request).digest))


def compare_address(request: HttpRequest, number: int) -> str:
    """Return the address where two texts of an article are compared, if there are two."""
    if not comparable(loaded_version(request).digest):
        return ""
    if number == treaty.PREAMBLE:
        return reverse("preamble_compare")
    return reverse("compare", args=[number])


def marker_of(request: HttpRequest) -> search.Marker:
    """Return what marks the words with which the reader arrived, if there are any."""
    query = read_query(request.GET)
    if query.is_empty:
        return search.NO_MARKS
    words = search.lexicon(loaded_version(request).digest)
    return search.Marker.of(search.plan(query, words))


def preamble(request: HttpRequest, paragraph: int | None = None) -> HttpResponse:
    """Show the preamble, or one of its recitals marked."""
    return article(request, treaty.PREAMBLE, paragraph)


def short_address(request: HttpRequest, number: str, paragraph: str | None = None) -> HttpResponse:
    """Lead from ``/3`` and ``/3.3`` to the full address, for good."""
    found = Article.objects.filter(number=int(number)).first()
    if found is None:
        raise NoSuchPage(NO_SUCH_ARTICLE.format(number=int(number)))
    if paragraph is None:
        return redirected(request, found.get_absolute_url())
    numbers = found.paragraph_numbers()
    if int(paragraph) in numbers:
        return redirected(request, addresses.paragraph_url(found.number, int(paragraph)))
    raise NoSuchPage(
        no_such_paragraph(
            found.label,
            len(numbers),
            int(paragraph),
            is_official=found.official_paragraphs.exists(),
        )
    )


def themes(request: HttpRequest) -> HttpResponse:
    """List the themes."""
    rows = Theme.objects.with_counts()
    head = heads.of_list("themes", rows)
    return show(request, "articles/themes.html", head, {"themes": rows})


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a theme: its articles, and what is reported of it without an article number."""
    found = get_object_or_404(Theme, slug=slug)
    notes = Notes()
    articles = Article.objects.with_themes([found])
    context = {
        "theme": found,
        "articles": articles,
        "subjects": [
            {
                "subject": row,
                "passages": notes.passages(row.statements.all()),
                "background": notes.background(row.background.all()),
            }
            for row in found.subjects.with_notes()
        ],
        "notes": notes,
    }
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
    """Show a mention with the articles that name it, surely, perhaps, or in the background."""
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
    notes, texts = Notes(), texts_form(request)
    articles = list(Article.objects.with_notes().with_official(texts.chosen))
    pages = [ArticlePage(row, notes=notes, official=texts.chosen) for row in articles]
    context = {"pages": pages, "notes": notes, "texts": texts}
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
    """Explain method, evidence grades, limits, licence and accessibility."""
    score = judging.last_score()
    statements = Statement.objects.prefetch_related("sources")
    context = {
        "grades": [(grade, Article.objects.filter(evidence=grade).count()) for grade in Evidence],
        "bases": [
            (basis, statements.filter(paragraph__isnull=False, basis=basis).count())
            for basis in Basis
        ],
        "source_count": Source.objects.count(),
        "checked": checking.totals(loaded_version(request).digest),
        "search_score": score,
        "search_kinds": [
            {"kind": kind, "ours": figures, "plain": score["plain"][kind]}
            for kind, figures in score["search"].items()
            if kind != "all"
        ],
        "subject_count": Subject.objects.count(),
        "languages": statements.filter(topic=Statement.Topic.LANGUAGES),
        "reuse": statements.filter(topic=Statement.Topic.REUSE),
        "contact": settings.CONTACT,
        "contact_shown": shown(settings.CONTACT),
    }
    return show(request, "articles/about.html", heads.of_single("about"), context)
