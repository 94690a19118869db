"""Every address of data in one table: where it is, what it takes, and what it answers with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from articles import treaty
from articles.exploring.filters import STRENGTH, THEME, Match
from articles.exports.catalogue import FORMATS, HTML, OF_ANY_PLACE
from articles.models import Strength
from articles.openapi.shapes import (
    ANYTHING,
    BY_SUFFIX,
    TEXT,
    Problem,
    Schema,
    SearchAnswer,
    reference,
)
from articles.treaty import places

EXPORTS: Final = "Exports"
SEARCH: Final = "Search"
SITE: Final = "About the site"

TAGS: Final = {
    SEARCH: "Articles by the reader's words and by theme",
    EXPORTS: "Articles, paragraphs and points, singly or together, in many formats",
    SITE: "What has changed, and what programs need to find their way around",
}

PLAIN: Final = "text/plain"
XML: Final = "application/xml"
JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"


def parameter(where: str, description: str, schema: Schema, example: Any) -> Schema:
    """Return how a parameter is described that stands in the path or the query."""
    return {"in": where, "description": description, "schema": schema, "example": example}


def whole(most: int) -> Schema:
    """Return the shape of a whole number from 1 on."""
    return {"type": "integer", "minimum": 1, "maximum": most}


PARAMETERS: Final[dict[str, Schema]] = {
    "number": parameter("path", "The number of an article", whole(treaty.LAST_ARTICLE), 28),
    "paragraph": parameter(
        "path", "The number of a paragraph, or of a recital of the preamble", whole(99), 1
    ),
    "point": parameter("path", "The place of a point in its paragraph, from 1", whole(99), 3),
    "items": parameter(
        "path",
        "Articles, paragraphs and points in any order: 3,12.2,17-19,22.2.3; 0 is the preamble, "
        "closing the closing lines. Whatever is not understood or does not exist is left out, "
        "and the answer says so.",
        {**TEXT, "minLength": 1},
        "3,12.1,17-19,closing",
    ),
    "lang": parameter(
        "query",
        "Which official texts to put first, if any are loaded: languages or slugs, separated "
        "by commas. Names of texts that are not loaded are ignored.",
        TEXT,
        "en,fa",
    ),
    "q": parameter(
        "query",
        'Words in any form, "phrases", -exclusions, beginnings*, this OR that, or a '
        "reference such as “art. 3(3)”. Any text is understood in some way.",
        TEXT,
        "caspian sea",
    ),
    "theme": parameter(
        "query",
        "The slug of a theme; it may repeat. Unknown slugs are ignored, and the notice says so.",
        {"type": "array", "items": TEXT},
        ["energy"],
    ),
    "strength": parameter(
        "query",
        "How some paragraph of an article binds; it may repeat. The results name such a "
        "paragraph. Others than these are ignored, and the notice says so.",
        {"type": "array", "items": {**TEXT, "examples": Strength.values}},
        ["ban"],
    ),
    "match": parameter(
        "query",
        "Whether an article must have all the themes and strengths, or any of them; without it, "
        "all. Anything else is ignored, and the notice says so.",
        {**TEXT, "examples": [*Match]},
        "any",
    ),
    "words": parameter(
        "query",
        "With 1, the words of a reference are looked for, and it is not taken for one.",
        {**TEXT, "examples": ["1"]},
        "1",
    ),
    "name": parameter(
        "path", "The name of a picture", {**TEXT, "pattern": "^[-a-z0-9]{1,80}$"}, "site"
    ),
    "digest": parameter(
        "path",
        "The beginning of its SHA-256; that of an older picture leads to today's",
        {**TEXT, "pattern": "^[0-9a-f]{16}$"},
        "0" * 16,
    ),
}
"""What addresses take, by name. Those in the path are required, as they must be."""

NO_DATA: Final = (503, "NoData")
"""The answer of every address, but a few, before the treaty has been loaded."""

CONDITIONAL: Final = ((304, "NotModified"), (412, "PreconditionFailed"))
"""The answers to conditions, of every address whose answer has an entity tag."""

KEPT: Final = (*CONDITIONAL, NO_DATA)
NOT_FOUND: Final = ((404, "NotFound"), *KEPT)

OTHERS: Final = {"set_export": ((301, "Respelt"), *NOT_FOUND)}
"""What exports answer besides, where it is not what the others do."""

NAMED_PARTS: Final = tuple(places.FILE_NAMES.values())
"""How the addresses of the parts that are no articles begin."""


@dataclass(frozen=True)
class Operation:
    """An address, as a template, and what it answers with when there is something.

    ``name`` is that of the address in ``articles/views/urls.py``, ``query`` what it takes in the
    query string. ``others`` are the answers besides, by status, as the names of the document's
    components. One that ``is_open`` may be read by pages of other sites. ``suffix`` is that of
    the form, if it is an export.
    """

    name: str
    path: str
    summary: str
    media_type: str
    schema: Schema
    others: tuple[tuple[int, str], ...] = KEPT
    tag: str = SITE
    query: tuple[str, ...] = ()
    is_open: bool = False
    suffix: str = ""

    @property
    def parameters(self) -> list[str]:
        """The names of what it takes, in the path and then in the query string."""
        return [*re.findall(r"{(\w+)}", self.path), *self.query]

    @property
    def is_tagged(self) -> bool:
        """Whether its answer has an entity tag."""
        return {*CONDITIONAL} <= {*self.others}

    @property
    def id(self) -> str:
        """A name that no other operation has: ``article_export_csl_json``, ``closing_export_json``.

        That of an export of the preamble or the closing lines begins as its address does.
        """
        part = next((part for part in NAMED_PARTS if self.path.startswith(f"/{part}")), "")
        name = self.name.removeprefix("article_") if part else self.name
        return "_".join(filter(None, [part, name, *self.suffix.split(".")]))


PLACES: Final = (
    ("article_export", "/articles/{number}", "An article"),
    ("paragraph_export", "/articles/{number}/{paragraph}", "A paragraph of an article"),
    ("point_export", "/articles/{number}/{paragraph}/{point}", "A point of a paragraph"),
    ("article_export", "/preamble", "The preamble"),
    ("paragraph_export", "/preamble/{paragraph}", "A recital"),
    ("article_export", "/closing", "The closing lines"),
    ("paragraph_export", "/closing/{paragraph}", "What the closing lines say"),
    ("treaty_export", "/treaty", "The whole treaty"),
    ("set_export", "/set/{items}", "A selection"),
)
"""What can be exported, and its address without suffix."""

FIRST: Final = Operation(
    "articles_json",
    "/articles.json",
    "Search the articles",
    JSON,
    reference("schemas", SearchAnswer.__name__),
    tag=SEARCH,
    query=("q", THEME, STRENGTH, "match", "words"),
    is_open=True,
)

LAST: Final = (
    Operation(
        "changes",
        "/changes.atom",
        "Changes to the text, by data version (Atom, RFC 4287)",
        "application/atom+xml",
        ANYTHING,
        is_open=True,
    ),
    Operation(
        "openapi",
        "/openapi.json",
        "This document",
        JSON,
        {"type": "object", "required": ["openapi", "info", "paths"]},
        is_open=True,
    ),
    Operation("sitemap", "/sitemap.xml", "Every page", XML, ANYTHING),
    Operation("robots", "/robots.txt", "What robots may read", PLAIN, TEXT),
    Operation(
        "opensearch",
        "/opensearch.xml",
        "How a browser's address bar can search here (OpenSearch 1.1)",
        "application/opensearchdescription+xml",
        ANYTHING,
    ),
    Operation(
        "security",
        "/.well-known/security.txt",
        "Whom to tell about a security problem (RFC 9116)",
        PLAIN,
        TEXT,
        CONDITIONAL,
    ),
    Operation(
        "card",
        "/cards/{name}.{digest}.png",
        "The picture that chats show beside a link",
        "image/png",
        ANYTHING,
        ((302, "Moved"), (404, "NoSuchPage"), *KEPT),
    ),
    Operation("healthz", "/healthz", "Whether the process is alive", PLAIN, TEXT, ()),
    Operation(
        "readyz",
        "/readyz",
        "Whether the database can be read and the treaty is loaded",
        PLAIN,
        TEXT,
        ((503, "NotReady"),),
    ),
)
"""The addresses that are there once, before and after the exports."""


def operations() -> Iterator[Operation]:
    """Give every operation, in the order of the document."""
    yield FIRST
    for name, path, what in PLACES:
        for form in FORMATS if name == "treaty_export" else OF_ANY_PLACE:
            yield Operation(
                name,
                f"{path}.{form.suffix}",
                f"{what} as {form.name}: {form.use}",
                form.media_type,
                BY_SUFFIX.get(form.suffix, TEXT),
                OTHERS.get(name, NOT_FOUND if "{" in path else KEPT),
                EXPORTS,
                query=("lang",),
                is_open=True,
                suffix=form.suffix,
            )
    yield from LAST


def answer(
    description: str, media_type: str = "", schema: Schema = TEXT, headers: Collection[str] = ()
) -> Schema:
    """Return how an answer is described, given the names of its headers."""
    found: Schema = {"description": description}
    if headers:
        found["headers"] = {name: reference("headers", name) for name in headers}
    if media_type:
        found["content"] = {media_type: {"schema": schema} if schema else {}}
    return found


OTHER_ANSWERS: Final[dict[str, Schema]] = {
    "Respelt": answer("The same provisions at their one address", headers=["Location"]),
    "Moved": answer("The picture has changed: this leads to today's", headers=["Location"]),
    "NotModified": answer("Nothing has changed since the version named in If-None-Match"),
    "PreconditionFailed": answer("The current version is not the one that If-Match names", PLAIN),
    "NotFound": answer(
        "Nothing is at this address; the detail says why",
        PROBLEM,
        reference("schemas", Problem.__name__),
        ["Access-Control-Allow-Origin"],
    ),
    "NoSuchPage": answer("There is no such picture", HTML),
    "NoData": answer("The treaty has not been loaded, or the database is out of reach", HTML),
    "NotReady": answer("Why the site cannot answer", PLAIN),
}
"""What addresses answer with otherwise, by the name of the component."""
