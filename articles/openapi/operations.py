"""Every address of data in one table: where it is, what it takes, and what it answers with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles import treaty
from articles.exports.catalogue import FORMATS, OF_ANY_PLACE
from articles.openapi.shapes import (
    ANYTHING,
    BY_SUFFIX,
    REFERENCE,
    TEXT,
    Problem,
    Schema,
    SearchAnswer,
)
from articles.treaty import addresses

EXPORTS: Final = "Exports"
SEARCH: Final = "Search"
SITE: Final = "About the site"

TAGS: Final = {
    SEARCH: "Articles by the reader's words and by theme",
    EXPORTS: "Articles, paragraphs and points, singly or together, in many formats",
    SITE: "What has changed, and what programs need to find their way around",
}

PLAIN: Final = "text/plain"
HTML: Final = "text/html"
XML: Final = "application/xml"
JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"

PARAMETERS: Final[dict[str, Schema]] = {
    "number": {
        "in": "path",
        "description": "The number of an article",
        "schema": {"type": "integer", "minimum": 1, "maximum": treaty.LAST_ARTICLE},
        "example": 28,
    },
    "paragraph": {
        "in": "path",
        "description": "The number of a paragraph, or of a recital of the preamble",
        "schema": {"type": "integer", "minimum": 1, "maximum": 99},
        "example": 1,
    },
    "point": {
        "in": "path",
        "description": "The place of a point in its paragraph, from 1",
        "schema": {"type": "integer", "minimum": 1, "maximum": 99},
        "example": 3,
    },
    "items": {
        "in": "path",
        "description": (
            "Articles, paragraphs and points in any order: 3,12.2,17-19,22.2.3; 0 is the preamble, "
            "closing the closing lines. Whatever is not understood or does not exist is left out, "
            "and the answer says so."
        ),
        "schema": {"type": "string", "minLength": 1},
        "example": "3,12.1,17-19,closing",
    },
    "lang": {
        "in": "query",
        "description": (
            "Which official texts to put first, if any are loaded: languages or slugs, separated "
            "by commas. Names of texts that are not loaded are ignored."
        ),
        "schema": {"type": "string"},
        "example": "en,fa",
    },
    "q": {
        "in": "query",
        "description": (
            'Words in any form, "phrases", -exclusions, beginnings*, this OR that, or a '
            "reference such as “art. 3(3)”. Any text is understood in some way."
        ),
        "schema": {"type": "string"},
        "example": "caspian sea",
    },
    "theme": {
        "in": "query",
        "description": "The slug of a theme; it may repeat, and all must match. Unknown slugs are "
        "ignored, and the notice says so.",
        "schema": {"type": "array", "items": {"type": "string"}},
        "example": ["energy"],
    },
    "name": {
        "in": "path",
        "description": "The name of a picture",
        "schema": {"type": "string", "pattern": "^[-a-z0-9]{1,80}$"},
        "example": "site",
    },
    "digest": {
        "in": "path",
        "description": "The beginning of its SHA-256; that of an older picture leads to today's",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "example": "0" * 16,
    },
}
"""What addresses take, by name. Those in the path are required, as they must be."""


NO_DATA: Final = (503, "NoData")
"""The answer of every address, but a few, before the treaty has been loaded."""

CONDITIONAL: Final = ((304, "NotModified"), (412, "PreconditionFailed"))
"""The answers to conditions, of every address whose answer has an entity tag."""

KEPT: Final = (*CONDITIONAL, NO_DATA)
NOT_FOUND: Final = ((404, "NotFound"), *KEPT)


@dataclass(frozen=True)
class Operation:
    """An address, as a template, and what it answers with when there is something.

    ``name`` is that of the address in ``articles/views/urls.py``. ``others`` are the answers
    besides, by status, as the names of the document's components. One that ``is_open`` may be read by
    pages of other sites; one that ``is_tagged`` has an entity tag, and one that ``has_link``
    names its page and licence. ``suffix`` is that of the form, if it is an export.
    """

    name: str
    path: str
    summary: str
    media_type: str
    schema: Schema
    tag: str = SITE
    parameters: tuple[str, ...] = ()
    others: tuple[tuple[int, str], ...] = KEPT
    is_open: bool = False
    is_tagged: bool = True
    has_link: bool = False
    suffix: str = ""

    @property
    def id(self) -> str:
        """A name that no other operation has: ``article_export_csl_json``, ``closing_export_json``.

        That of an export of the preamble or the closing lines begins as its address does.
        """
        part = next((part for part in NAMED_PARTS if self.path.startswith(f"/{part}")), "")
        name = self.name.removeprefix("article_") if part else self.name
        return "_".join(filter(None, [part, name, *self.suffix.split(".")]))


OTHERS: Final = {"set_export": ((301, "Respelt"), *NOT_FOUND)}
"""What exports answer besides, where it is not what the others do."""

NAMED_PARTS: Final = tuple(addresses.FILE_NAMES.values())
"""How the addresses of the parts that are no articles begin."""

PLACES: Final = (
    ("article_export", "/articles/{number}", "An article", ("number",)),
    (
        "paragraph_export",
        "/articles/{number}/{paragraph}",
        "A paragraph of an article",
        ("number", "paragraph"),
    ),
    (
        "point_export",
        "/articles/{number}/{paragraph}/{point}",
        "A point of a paragraph",
        ("number", "paragraph", "point"),
    ),
    ("article_export", "/preamble", "The preamble", ()),
    ("paragraph_export", "/preamble/{paragraph}", "A recital", ("paragraph",)),
    ("article_export", "/closing", "The closing lines", ()),
    ("paragraph_export", "/closing/{paragraph}", "What the closing lines say", ("paragraph",)),
    ("treaty_export", "/treaty", "The whole treaty", ()),
    ("set_export", "/set/{items}", "A selection", ("items",)),
)
"""What can be exported: address without suffix, and parameters in it."""

SINGLE: Final = (
    Operation(
        "articles_json",
        "/articles.json",
        "Search the articles",
        JSON,
        {"$ref": REFERENCE.format(model=SearchAnswer.__name__)},
        tag=SEARCH,
        parameters=("q", "theme"),
        is_open=True,
    ),
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
        others=CONDITIONAL,
    ),
    Operation(
        "card",
        "/cards/{name}.{digest}.png",
        "The picture that chats show beside a link",
        "image/png",
        ANYTHING,
        parameters=("name", "digest"),
        others=((302, "Moved"), (404, "NoSuchPage"), *KEPT),
    ),
    Operation(
        "healthz",
        "/healthz",
        "Whether the process is alive",
        PLAIN,
        TEXT,
        others=(),
        is_tagged=False,
    ),
    Operation(
        "readyz",
        "/readyz",
        "Whether the database can be read and the treaty is loaded",
        PLAIN,
        TEXT,
        others=((503, "NotReady"),),
        is_tagged=False,
    ),
)
"""The addresses that are there once."""


def operations() -> Iterator[Operation]:
    """Give every operation, in the order of the document."""
    yield SINGLE[0]
    for name, path, what, parameters in PLACES:
        for form in FORMATS if name == "treaty_export" else OF_ANY_PLACE:
            yield Operation(
                name,
                f"{path}.{form.suffix}",
                f"{what} as {form.name}: {form.use}",
                form.media_type,
                BY_SUFFIX.get(form.suffix, TEXT),
                tag=EXPORTS,
                parameters=(*parameters, "lang"),
                others=OTHERS.get(name, NOT_FOUND if parameters else KEPT),
                is_open=True,
                has_link=True,
                suffix=form.suffix,
            )
    yield from SINGLE[1:]


OTHER_ANSWERS: Final[dict[str, Schema]] = {
    "Respelt": {
        "description": "The same provisions at their one address",
        "headers": {"Location": {"$ref": "#/components/headers/Location"}},
    },
    "Moved": {
        "description": "The picture has changed: this leads to today's",
        "headers": {"Location": {"$ref": "#/components/headers/Location"}},
    },
    "NotModified": {"description": "Nothing has changed since the version named in If-None-Match"},
    "PreconditionFailed": {
        "description": "The current version is not the one that If-Match names",
        "content": {PLAIN: {"schema": TEXT}},
    },
    "NotFound": {
        "description": "Nothing is at this address; the detail says why",
        "headers": {
            "Access-Control-Allow-Origin": {
                "$ref": "#/components/headers/Access-Control-Allow-Origin"
            }
        },
        "content": {PROBLEM: {"schema": {"$ref": REFERENCE.format(model=Problem.__name__)}}},
    },
    "NoSuchPage": {
        "description": "There is no such picture",
        "content": {HTML: {"schema": TEXT}},
    },
    "NoData": {
        "description": "The treaty has not been loaded, or the database is out of reach",
        "content": {HTML: {"schema": TEXT}},
    },
    "NotReady": {
        "description": "Why the site cannot answer",
        "content": {PLAIN: {"schema": TEXT}},
    },
}
"""What addresses answer with otherwise, by the name of the component."""
