"""What pages say to programs in JSON-LD, with the vocabulary of schema.org.

Addresses in it may be paths until ``absolute`` makes them whole. Nothing is said that the page
does not show.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from articles import treaty
from articles.exports.linked_data import CONTEXT, absolute
from articles.heads.head import Head
from articles.treaty.addresses import page_url

UNSAFE: Final = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}
"""What could end the element that holds the data, as JSON may write it."""

HOME: Final = "/"
WEBSITE: Final = {
    "@type": "WebSite",
    "@id": "/#site",
    "url": HOME,
    "name": treaty.SHORT_TITLE,
}


def of_page(head: Head, site: str, image: str = "") -> dict[str, Any]:
    """Return all that a page says, given the site's address and that of the page's picture."""
    page: dict[str, Any] = {
        "@type": head.kind,
        "@id": head.path,
        "url": head.path,
        "name": head.title,
        "description": head.description,
        "inLanguage": "en",
        "isPartOf": WEBSITE,
    }
    if head.path == HOME:
        page["isPartOf"] = WEBSITE | how_to_search()
    if image:
        page["image"] = image
    if head.crumbs:
        page["breadcrumb"] = breadcrumbs(head)
    if head.entity:
        page["mainEntity"] = head.entity
    data: dict[str, Any] = absolute({"@context": CONTEXT, **page}, site)
    return data


def how_to_search() -> dict[str, Any]:
    """Return the way to search the site, which programs look for on its start page alone."""
    return {
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{page_url('explorer')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
    }


def breadcrumbs(head: Head) -> dict[str, Any]:
    """Return the trail of a page, itself at the end."""
    trail = [*head.crumbs, (head.title, head.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": path}
            for n, (name, path) in enumerate(trail, 1)
        ],
    }


def item_list(rows: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a list of pages, each with its name and its path."""
    return listed({"name": name, "url": path} for name, path in rows)


def listed(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a list of what is said of each of its items."""
    items = [{"@type": "ListItem", "position": n, **row} for n, row in enumerate(rows, 1)]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def as_script(data: Mapping[str, Any]) -> SafeString:
    """Return JSON that may stand in an HTML ``script`` element, whatever the data holds."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter, escaped in UNSAFE.items():
        written = written.replace(letter, escaped)
    return mark_safe(written)  # noqa: S308 - nothing in it can end the element
