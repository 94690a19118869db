"""Walks the site as a link checker would, with Django's test client."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from justhtml import JustHTML

from articles.views.data import is_data

SITE = "http://testserver"

INLINE = 'style, script:not([src]):not([type="application/ld+json"]), [style], img, iframe'
"""What no page may hold: the policy forbids it, or it would ask another site."""


ONLY_COPIED = re.compile(r'<span class="copied-number".*?</span>')


@dataclass(frozen=True)
class Page:
    """A page as it was answered."""

    path: str
    status: int
    html: str

    @cached_property
    def document(self) -> JustHTML:
        """The page as it is seen: without the numbers that are there to be copied alone."""
        return JustHTML(ONLY_COPIED.sub("", self.html), sanitize=False)

    @cached_property
    def ids(self) -> list[str]:
        return [node.attrs["id"] for node in self.document.query("[id]")]

    @cached_property
    def links(self) -> set[str]:
        """Paths of this site, with query and fragment, that the page links to."""
        found = set()
        for node in self.document.query("a[href]"):
            address = urljoin(f"{SITE}{self.path}", node.attrs["href"])
            if address.startswith(f"{SITE}/"):
                found.add(address.removeprefix(SITE))
        return found

    @cached_property
    def followed(self) -> set[str]:
        """Those of the links that lead to pages, and that robots are not asked to leave alone.

        Links to data are tested with the data, each of them; a selection leads to any other.
        """
        left_alone = {node.attrs["href"] for node in self.document.query("a[rel=nofollow]")}
        return {
            link
            for link in self.links
            if link not in left_alone and not is_data(urlsplit(link).path)
        }

    def text(self, selector: str) -> list[str]:
        """The words of every element that the selector finds."""
        return [" ".join(node.to_text().split()) for node in self.document.query(selector)]


def fetch(path: str, *, follow: bool = False, **headers: str) -> Page:
    response = Client().get(path, headers=headers, follow=follow)
    return Page(path, response.status_code, response.content.decode())


def crawl(start: str = "/") -> dict[str, Page]:
    """Every page that can be reached by links, by its path; queries are followed one step.

    A search for a reference is the page of the provision, to which it leads.
    """
    pages: dict[str, Page] = {}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in pages:
            continue
        pages[path] = page = fetch(path, follow=True)
        if not urlsplit(path).query:
            waiting += [urldefrag(link).url for link in page.followed]
    return pages
