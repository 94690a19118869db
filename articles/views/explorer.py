"""The explorer, as a page, as the part of it that changes, and as data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from articles.explorer import Exploration, Hit, explore
from articles.models import Article
from articles.treaty_map import treaty_map

RESULTS = "results"
"""The id of the element that htmx replaces."""


def explorer(request: HttpRequest) -> HttpResponse:
    """Show the articles that the query string asks for, on a map and as a list."""
    exploration = explore(request.GET)
    context = {
        "exploration": exploration,
        "form": exploration.form,
        "treaty_map": treaty_map(Article.objects.for_map(), lit=exploration.numbers),
    }
    if request.htmx.target == RESULTS:  # type: ignore[attr-defined]
        response = render(request, "articles/_results.html", {**context, "is_fragment": True})
        response.headers["HX-Push-Url"] = exploration.form.address
    else:
        response = render(request, "articles/explorer.html", context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def articles_json(request: HttpRequest) -> HttpResponse:
    """Give the same answer as data; product.md has its shape."""
    exploration = explore(request.GET)
    return JsonResponse(
        as_data(exploration),
        json_dumps_params={"ensure_ascii": False},
        headers={
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )


def as_data(exploration: Exploration) -> dict[str, object]:
    """Return the exploration as plain values for JSON."""
    form = exploration.form
    return {
        "query": form.query.text,
        "themes": [theme.slug for theme in form.themes],
        "count": exploration.count,
        "suggestion": None,
        "notice": " ".join(exploration.notices) or None,
        "results": [hit_as_data(hit) for hit in exploration.hits],
    }


def hit_as_data(hit: Hit) -> dict[str, object]:
    """Return one hit as plain values for JSON."""
    return {
        "number": hit.article.number,
        "paragraph": hit.paragraph.number if hit.paragraph else None,
        "title": hit.article.title,
        "url": hit.url,
        "snippet": f"Unconfirmed: {hit.excerpt.text}"
        if hit.excerpt.is_unconfirmed
        else hit.excerpt.text,
        "why": list(hit.why),
        "themes": [theme.slug for theme in hit.article.theme_list],
        "evidence": hit.article.evidence,
    }
