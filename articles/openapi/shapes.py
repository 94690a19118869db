"""The shapes of answers in JSON, as JSON Schema (2020-12, the dialect of OpenAPI 3.1).

That of exports is the extract's own. Nothing may stand in an answer that its shape does not name.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import Field
from pydantic.json_schema import models_json_schema

from articles import treaty
from articles.exports.extract import Data, Extract

Schema = dict[str, Any]


class SearchHit(Data):
    """An article that was found, with the provision of it that answers best."""

    number: int | None = Field(
        ge=treaty.PREAMBLE,
        le=treaty.LAST_ARTICLE,
        description="0: the preamble; the closing lines have none",
    )
    paragraph: int | None = Field(ge=1, description="Without one, the snippet is the gist")
    point: int | None = Field(ge=1, description="Its place in the paragraph, if a point answers")
    title: str = Field(description="Ours: the treaty gives no titles")
    url: str = Field(pattern="^/", description="The path of the page")
    snippet: str = Field(description="Plain text")
    caution: str = Field(description="What a reader could get wrong of it; mostly empty")
    why: tuple[str, ...] = Field(description="Why it was found, in words")
    themes: tuple[str, ...] = Field(description="Slugs, the leading theme first")


class SearchEntry(Data):
    """A question that the query asks, or a theme or mention that answers it, too."""

    kind: Literal["question", "theme", "mention"]
    name: str
    url: str = Field(pattern="^/", description="The path of the page")


class SearchFirst(Data):
    """A page of the site, an event of the timeline or a comment that the query asks for."""

    kind: Literal["page", "event", "comment"]
    name: str
    url: str = Field(pattern="^/", description="The path of the page")


class SearchAnswer(Data):
    """What a query and themes bring, best first; without a query, all articles in order."""

    query: str = Field(description="The words as they were read")
    themes: tuple[str, ...] = Field(description="The slugs of the themes that there are")
    count: int = Field(ge=0, description="The number of results")
    suggestion: str | None = Field(description="Another spelling that would find something")
    notice: str | None = Field(description="What to know of how the query was understood")
    first: tuple[SearchFirst, ...] = Field(description="What is asked of the site itself")
    results: tuple[SearchHit, ...]
    also: tuple[SearchEntry, ...]


class Problem(Data):
    """Why there is nothing at an address (RFC 9457)."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str


def reference(kind: str, name: str) -> Schema:
    """Return a reference to one of the document's components."""
    return {"$ref": f"#/components/{kind}/{name}"}


CITATION_ITEMS: Final = "CitationItems"

TEXT: Final[Schema] = {"type": "string"}
ANYTHING: Final[Schema] = {}
"""For forms that JSON Schema cannot describe: XML and what is packed."""

BY_SUFFIX: Final[dict[str, Schema]] = {
    "json": reference("schemas", Extract.__name__),
    "jsonld": {"type": "object", "required": ["@context"]},
    "csl.json": reference("schemas", CITATION_ITEMS),
    "xml": ANYTHING,
    "epub": ANYTHING,
}
"""The shape of an export, by its suffix; the others are text."""


def schemas() -> dict[str, Schema]:
    """Return every shape that has a name, by that name."""
    models = (Extract, SearchAnswer, Problem)
    _, shapes = models_json_schema(
        [(model, "serialization") for model in models], ref_template="#/components/schemas/{model}"
    )
    items = {
        "type": "array",
        "description": "Items of the Citation Style Language",
        "items": {"type": "object", "required": ["id", "type"]},
    }
    return {**shapes["$defs"], CITATION_ITEMS: items}
