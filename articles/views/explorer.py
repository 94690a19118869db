"""The explorer, as a page, as the part of it that changes, and as data."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from articles import heads
from articles.exploring.exploration import Exploration, explore
from articles.exploring.filters import THEME
from articles.exploring.hits import Hit
from articles.exploring.repeats import said_once
from articles.reading.strip import strip
from articles.selections.carrying import address_with
from articles.treaty import printed_number
from articles.views.data import as_data
from articles.views.rendering import show, show_part, without
from articles.views.requests import Request

SUBMITTED: Final = "HX-Submitted"
"""The header by which our script says that the reader is done with typing."""

FRAGMENTS: Final = {
    "results": "articles/_results.html",
    "suggestions": "articles/_suggestions.html",
}
"""The template for each element that htmx replaces, by its id; otherwise it is the page."""


class HttpResponseSeeOther(HttpResponseRedirect):
    """Leads to what answers the question, at an address of its own."""

    status_code = HTTPStatus.SEE_OTHER


def explorer(request: Request) -> HttpResponse:
    """Show the articles that the query string asks for, best first."""
    exploration = explore(request.GET, request.edition)
    straight = straight_to(request, exploration)
    is_page = request.htmx.target not in FRAGMENTS
    if straight and (is_page or request.headers.get(SUBMITTED)):
        return HttpResponseSeeOther(straight) if is_page else HttpResponseClientRedirect(straight)
    context = {
        "exploration": said_once(exploration),
        "form": exploration.form,
        "ticks": strip(request.edition, lit=exploration.numbers),
    }
    head = heads.of_explorer(exploration)
    template = FRAGMENTS.get(request.htmx.target or "", "articles/explorer.html")
    if template in FRAGMENTS.values():
        response = show_part(request, template, {**context, "head": head, "is_fragment": True})
    else:
        response = show(request, template, head, context)
    if template == FRAGMENTS["results"]:
        address = address_with(exploration.form.address, exploration.selection.carried)
        response.headers["HX-Push-Url"] = new_address(request, address)
        response.headers["Cache-Control"] = "no-store"  # the header depends on where one was
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def straight_to(request: Request, exploration: Exploration) -> str:
    """Return the address of the provision, if nothing else is asked for and it is there."""
    reference, hits = exploration.form.query.reference, exploration.hits
    if reference is None or exploration.form.filters or not hits or exploration.notices:
        return ""
    return hits[0].place.url + without(request.GET, "theme", "strength", "match", "words")


def new_address(request: Request, address: str) -> str:
    """Return the address for htmx to add to the history, or ``false`` if it is there already."""
    current = urlsplit(request.htmx.current_url or "")
    here = current.path + (f"?{current.query}" if current.query else "")
    return "false" if here == address else address


def articles_json(request: Request) -> HttpResponse:
    """Give the same answer as data; the README has its shape."""
    exploration = explore(request.GET, request.edition)
    return as_data(JsonResponse(values_of(exploration), json_dumps_params={"ensure_ascii": False}))


def values_of(exploration: Exploration) -> dict[str, object]:
    """Return the exploration as plain values for JSON."""
    form = exploration.form
    return {
        "query": form.query.text,
        "themes": [row.value for row in form.filters if row.parameter == THEME],
        "count": exploration.count,
        "suggestion": exploration.suggestion,
        "notice": exploration.notice,
        "first": [
            {"kind": entry.kind, "name": entry.name, "url": entry.url}
            for entry in exploration.first
        ],
        "results": [hit_as_data(hit) for hit in exploration.hits],
        "also": [
            {"kind": kind, "name": name, "url": url} for kind, name, url in also_found(exploration)
        ],
    }


def also_found(exploration: Exploration) -> list[tuple[str, str, str]]:
    """Return kind, name and address of what was found beside articles, a question first."""
    asked = exploration.question
    question = [("question", str(asked), asked.get_absolute_url())] if asked else []
    return [*question, *((entry.kind, entry.name, entry.url) for entry in exploration.also)]


def hit_as_data(hit: Hit) -> dict[str, object]:
    """Return one hit as plain values for JSON."""
    return {
        "number": printed_number(hit.article.number),
        "paragraph": hit.place.paragraph,
        "point": hit.place.point,
        "title": hit.article.title,
        "url": hit.place.url,
        "snippet": hit.snippet,
        "caution": hit.caution,
        "why": list(hit.why),
        "themes": [theme.slug for theme in hit.article.theme_list],
    }
