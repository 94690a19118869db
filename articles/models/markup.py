"""Turns the Markdown of the fixtures into HTML that is safe to show, and into plain text."""

import html as html_entities
import re
from functools import lru_cache
from typing import Final

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown

TAGS: Final = {"p", "ul", "ol", "li", "em", "strong", "blockquote", "br"}
"""What a passage of the edition may consist of; anything else is dropped, its words kept."""

WHITE_SPACE: Final = re.compile(r"\s+")
LAST_CLOSING_TAGS: Final = re.compile(r"(?:\s*</(?:p|ul|ol|li|blockquote)>)+\s*$")
FIRST_OPENING_TAGS: Final = re.compile(r"(?:\s*<(?:p|ul|ol|li|blockquote)>)+\s*")


def to_html(markdown: str) -> SafeString:
    """Return sanitised HTML of a passage of Markdown."""
    rendered = Markdown(extensions=["sane_lists"]).convert(markdown)
    return mark_safe(nh3.clean(rendered, tags=TAGS, attributes={}).strip())  # noqa: S308 - cleaned


@lru_cache(maxsize=10_000)
def to_text(html: str) -> str:
    """Return the words of sanitised HTML as one line of plain text."""
    spaced = re.sub(r"</(p|li)>|<br>", " ", html)
    bare = html_entities.unescape(nh3.clean(spaced, tags=set()))
    return WHITE_SPACE.sub(" ", bare).strip()


@lru_cache(maxsize=10_000)
def to_lines(html: str) -> str:
    """Return the words of sanitised HTML as plain text: a line for each block, a dash for items."""
    spaced = re.sub(r"\s*<li>\s*(?:<p>)?", "\n– ", WHITE_SPACE.sub(" ", html))
    broken = re.sub(r"</(?:p|li|ul|ol|blockquote)>|<br>", "\n", spaced)
    bare = html_entities.unescape(nh3.clean(broken, tags=set()))
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def append_inline(html: str, addition: str) -> SafeString:
    """Return sanitised HTML with safe inline HTML added at the end of its last line of text."""
    closing = LAST_CLOSING_TAGS.search(html)
    at = closing.start() if closing else len(html)
    return mark_safe(html[:at] + addition + html[at:])  # noqa: S308 - both parts are safe


def prepend_inline(html: str, addition: str) -> SafeString:
    """Return sanitised HTML with safe inline HTML added at the start of its first line of text."""
    opening = FIRST_OPENING_TAGS.match(html)
    at = opening.end() if opening else 0
    return mark_safe(html[:at] + addition + html[at:])  # noqa: S308 - both parts are safe


def to_xhtml(html: str) -> SafeString:
    """Return sanitised HTML as XHTML.

    The sanitiser closes what it opens and escapes what must be; only empty elements and the
    names of characters (it writes no name but ``&nbsp;`` that XML lacks) are written otherwise.
    """
    return safe(html.replace("<br>", "<br/>").replace("&nbsp;", "&#160;"))


def safe(html: str) -> SafeString:
    """Mark HTML that the loader rendered, and so sanitised, as fit for a template."""
    return mark_safe(html)  # noqa: S308 - sanitised by to_html when it was loaded
