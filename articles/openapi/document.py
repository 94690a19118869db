"""Writes the document (https://spec.openapis.org/oas/v3.1.1.html) from the table of operations."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.urls import reverse

from articles import treaty
from articles.exports.extract import LICENCE
from articles.openapi.operations import (
    OTHER_ANSWERS,
    PARAMETERS,
    TAGS,
    Operation,
    answer,
    operations,
)
from articles.openapi.shapes import TEXT, Schema, reference, schemas
from articles.treaty.notices import NOTICE
from treaty_site.contact import MAIL, shown

OPENAPI_VERSION: Final = "3.1.1"
API_VERSION: Final = "1.0.0"
"""Of the addresses and shapes. They stay; what is added raises the number in the middle."""

DESCRIPTION: Final = f"""{NOTICE}

Official texts that are loaded here stand beside the edition, paragraph by paragraph, and each is
named as such. Every address is read-only and needs no key; it answers `HEAD` like `GET`, and
`If-None-Match` with 304 if nothing has changed. The pages of provisions and of the whole treaty
give the same exports to an `Accept` that asks for one of their media types. No query string is an
error: odd values are ignored or explained.
"""


def header(schema: Schema = TEXT, **said: str) -> Schema:
    """Return how a header is described."""
    return {**said, "required": True, "schema": schema}


HEADERS: Final[dict[str, Schema]] = {
    "ETag": header(
        {**TEXT, "pattern": '^(W/)?"[^"]+"$'},
        description="Names exactly this content in this form",
    ),
    "Cache-Control": header(description="How long the answer may be kept without asking again"),
    "Access-Control-Allow-Origin": header(
        {"const": "*"}, description="Pages of any site may read this"
    ),
    "Link": header(description="The page that shows the same (canonical), and the licence"),
    "Location": header(),
}


def document(site: str) -> dict[str, Any]:
    """Return the document of the site at this address, which has no slash at the end."""
    return {
        "openapi": OPENAPI_VERSION,
        "info": {
            "title": f"{treaty.SHORT_TITLE}, article by article",
            "version": API_VERSION,
            "summary": treaty.TITLE,
            "description": DESCRIPTION,
            "contact": contact(site),
            "license": {"name": "CC BY 4.0 (our own text, not the official texts)", "url": LICENCE},
        },
        "servers": [{"url": site}],
        "externalDocs": {"description": "Data and downloads", "url": site + reverse("data")},
        "tags": [{"name": name, "description": what} for name, what in TAGS.items()],
        "paths": {each.path: {"get": described(each)} for each in operations()},
        "components": {
            "schemas": schemas(),
            "parameters": {
                name: {"name": name, "required": row["in"] == "path", **row}
                for name, row in PARAMETERS.items()
            },
            "headers": HEADERS,
            "responses": OTHER_ANSWERS,
        },
    }


def contact(site: str) -> dict[str, str]:
    """Return whom to ask: the address that was given, or where the site says that none was."""
    given = settings.CONTACT
    if given.startswith(MAIL):
        return {"email": shown(given)}
    return {"url": given or f"{site}{reverse('about')}#contact"}


def described(operation: Operation) -> Schema:
    """Return an operation as the document has it."""
    headers = ["Cache-Control"]
    headers += ["ETag"] * operation.is_tagged
    headers += ["Access-Control-Allow-Origin"] * operation.is_open
    headers += ["Link"] * bool(operation.suffix)
    found = answer(operation.summary, operation.media_type, operation.schema, headers)
    others = {str(status): reference("responses", name) for status, name in operation.others}
    return {
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [reference("parameters", name) for name in operation.parameters],
        "responses": {"200": found, **others},
    }
