"""Tells whoever runs the site whether the process is alive and whether it can answer."""

from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template

from articles import edition
from treaty_site.collecting import are_collected
from treaty_site.logs import log_unavailable

NOT_COLLECTED: Final = "The static files are missing: manage.py collectstatic puts them there."
NO_TEMPLATES: Final = "The templates are missing."

FOLDER: Final = settings.BASE_DIR / "templates"
TEMPLATES: Final = [str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.*")]
"""Every template that there is at the start; each is read once, and needs no disk afterwards."""


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process is alive; nothing else is asked."""
    return said("ok", HTTPStatus.OK)


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 if pages can be shown, else 503 with the reason.

    If the database is away, but an edition was read before, that one is shown. This is said, too:
    pages can be read then, and nothing can be searched for.
    """
    standing = edition.current()
    shown, problem = standing.edition, obstacle()
    if shown and not problem:
        state = "degraded" if standing.problem else "ok"
        version = f"{state}, data version {shown.version.short}"
        return said(f"{version} {standing.problem}".rstrip(), HTTPStatus.OK)
    problem = problem or standing.problem
    response = said(problem, HTTPStatus.SERVICE_UNAVAILABLE)
    log_unavailable(request, response, problem)
    return response


def obstacle() -> str:
    """Return what keeps pages from being shown as they are, besides the data; empty for nothing."""
    try:
        for name in TEMPLATES:
            get_template(name)
    except (OSError, TemplateDoesNotExist, TemplateSyntaxError) as error:
        return f"A template cannot be read: {error}"
    if not TEMPLATES:
        return NO_TEMPLATES
    return "" if are_collected() else NOT_COLLECTED


def said(text: str, status: HTTPStatus) -> HttpResponse:
    """Answer in plain words, for now."""
    return HttpResponse(
        f"{text}\n",
        content_type="text/plain; charset=utf-8",
        status=status,
        headers={"Cache-Control": "no-store"},
    )
