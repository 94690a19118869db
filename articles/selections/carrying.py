"""Makes every link of a page take along the selection that is in hand: the one place for it.

Templates and ``get_absolute_url`` know nothing of it, so no link can be forgotten. What takes it
along is what leads to a page of this site. Files and short addresses do not, nor does a
permalink (``rel="bookmark"``), since whoever copies one wants nothing but the place.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final
from urllib.parse import parse_qs

from articles.treaty.addresses import Pairs, query_string

TAG: Final = re.compile(r"<(a|form|input)\s[^>]*>")
"""A tag that may lead on; templates escape ``>`` within the values of attributes."""

ADDRESS: Final = {
    "a": re.compile(r'(?<=\shref=")[^"#][^"]*'),
    "form": re.compile(r'(?<=\saction=")[^"#][^"]*'),
    "input": re.compile(r'(?<=\shx-get=")[^"#][^"]*'),
}
"""Where each tag leads."""

PAGE: Final = re.compile(r"/(?:[^/].*)?(?<=/)")
"""The path of a page of this site: alone it ends with a slash."""

SETS: Final = "/set/"
"""The page that begins selections; below it, an address holds a selection of its own."""

PERMALINK: Final = 'rel="bookmark'
NO_ROBOTS: Final = "nofollow"
"""What tells robots not to follow: there are as many addresses as there are selections."""


def carrying(html: str, pairs: Pairs, here: str) -> str:
    """Return a page at the path ``here`` whose links, and whose searches, take the pairs along."""
    if not pairs:
        return html
    return TAG.sub(lambda tag: tag_carrying(tag, pairs, here), html)


def tag_carrying(tag: re.Match[str], pairs: Pairs, here: str) -> str:
    """Return a tag that takes along those of the pairs that where it leads to wants."""
    found = ADDRESS[tag[1]].search(tag[0])
    if found is None or PERMALINK in tag[0]:
        return tag[0]
    address = unescape(found[0])
    wanted = wanted_at(address, pairs, here)
    if tag[1] == "form":
        is_of_selections = address.startswith(SETS)
        return tag[0] + "".join(field(*pair) for pair in wanted if not is_of_selections)
    if not wanted:
        return tag[0]
    new = escape(address_with(address, wanted))
    changed = tag[0][: found.start()] + new + tag[0][found.end() :]
    return unfollowed(changed) if tag[1] == "a" else changed


def wanted_at(address: str, pairs: Pairs, here: str) -> Pairs:
    """Return those of the pairs that an address on the page ``here`` takes, and has not yet.

    A selection's own address says already which places are in it, and its forms say all.
    """
    path, _, query = address.partition("#")[0].partition("?")
    path = path or here
    if not PAGE.fullmatch(path):
        return ()
    given = set(parse_qs(query, keep_blank_values=True))
    if path != SETS and path.startswith(SETS):
        given.add("set")
    return tuple(pair for pair in pairs if pair[0] not in given)


def address_with(address: str, pairs: Pairs) -> str:
    """Return an address that takes the pairs along, before its anchor if it has one."""
    page, mark, anchor = address.partition("#")
    query = query_string(pairs)
    return page + (query.replace("?", "&", 1) if "?" in page else query) + mark + anchor


def unfollowed(tag: str) -> str:
    """Return a link that robots are asked not to follow."""
    if NO_ROBOTS in tag:
        return tag
    if ' rel="' in tag:
        return tag.replace(' rel="', f' rel="{NO_ROBOTS} ', 1)
    return f'{tag[:-1]} rel="{NO_ROBOTS}">'


def field(name: str, value: str) -> str:
    """Return a hidden field of a form."""
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'
