"""Reads addresses of this site as people paste, bend and wrap them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote

CHUNK: Final = re.compile(r"\S+")
SCHEME: Final = re.compile(r"https?(?::|%3a)(?:/|%2f){1,3}", re.IGNORECASE)
HOST: Final = re.compile(
    r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,20}(?::\d{1,5})?|localhost|(?:\d{1,3}\.){3}\d{1,3}"
    r"|(?:[\w-]{1,63}|(?:\d{1,3}\.){3}\d{1,3}):\d{2,5}",
    re.IGNORECASE,
)
LONGEST_HOST: Final = 260
REWRITTEN: Final = re.compile(r"[?&]u=(https?)-3a__([^&]+)", re.IGNORECASE)
"""How one mail filter writes an address: its colon and slashes in letters of its own."""

OPENING: Final = "<([{\"'“‘„«*_`|"
JUNK: Final = re.compile(r"[^\w()-]|_")
"""What sentences, chats and Markdown leave at either end of an address."""

TAIL: Final = re.compile(
    r"[?#&]|%3f|%23|%26|__;|,(?=https?:)|;(?=[\w-]+=)|\]\(|(?<=\w/)\[|(?<=\w)[\"<]|(?<=\w/)[\"<]",
    re.IGNORECASE,
)
"""Where the path of an address ends: also what a server, Markdown or HTML put behind it."""

CODED: Final = re.compile(r"=(?=[0-9A-F]{2})")
"""With what mail writes a character in letters, as addresses do with a percent sign."""

BETWEEN: Final = re.compile(r"(?<=\d)\s*[._:][\s._:]*(?=\d)")
"""What people write between the number of an article and that of a paragraph."""

SUFFIX: Final = re.compile(r"(?<=[\w)])((?:\.[a-z][a-z0-9]{1,8}){1,2})$", re.IGNORECASE)
ARTICLES: Final = frozenset({"articles", "article", "arts", "art"})
PARTS: Final = frozenset({"preamble", "closing"})
PAGES: Final = frozenset({"cite", "compare"})
"""What an address of a provision may end with."""


class Named(NamedTuple):
    """What a path names, to be read as numbers are; the end that asks for data.

    Nothing is named by the path of another page. It ``is_set`` if it may name several provisions.
    """

    text: str
    suffix: str = ""
    is_set: bool = False


class Pasted(NamedTuple):
    """An address in a text, of this site or of another, and what its path names."""

    start: int
    end: int
    named: Named


def addresses(text: str) -> Iterator[Pasted]:
    """Yield every address in a text, of this site or of another."""
    before = 0
    for chunk in CHUNK.finditer(text):
        said = chunk.group()
        scheme = SCHEME.search(said)
        if scheme is None and "/" not in said and "%2f" not in said.lower():
            continue
        start = scheme.start() if scheme else len(said) - len(said.lstrip(OPENING))
        if (named := named_by(said[start:])) is not None:
            begins = linked_from(text, before, chunk.start() + start)
            before = chunk.end()
            yield Pasted(begins, before, named)


def linked_from(text: str, before: int, start: int) -> int:
    """Return where the link begins that an address is that of in Markdown: ``[…](address)``."""
    opening = text.rfind("[", before, start) if text.endswith("](", before, start) else -1
    return start if opening < 0 else opening


def named_by(address: str) -> Named | None:
    """Return what an address names; None if it is no address."""
    schemes = list(SCHEME.finditer(address))
    if rewritten := REWRITTEN.search(address):
        address = f"{rewritten[1]}://{rewritten[2].replace('_', '/')}"
    elif schemes:
        inner = address[schemes[-1].start() :]
        address = unquote(inner.partition("&")[0]) if "%" in schemes[-1].group() else inner
    address = SCHEME.sub("//", address, count=1)
    has_scheme = address.startswith("//")
    host, slash, path = address.lstrip("/").partition("/")
    is_path = address.startswith("/") and not has_scheme
    if is_path or host.lower() in {*ARTICLES, *PARTS, "set"}:
        path, host = address, ""
    elif not has_scheme and not (len(host) <= LONGEST_HOST and HOST.fullmatch(host) and slash):
        return None
    return named_in(path, is_short=bool(host))


def named_in(path: str, *, is_short: bool = False) -> Named:
    """Return what a path names, however it is bent.

    On a site that may be another one (``is_short``) numbers alone are taken only as short
    addresses have them.
    """
    segments, _ = straightened(path)
    if segments and segments[-1].lower() in PAGES:
        segments.pop()
    if not segments:
        return Named("")
    suffix = SUFFIX.search(segments[-1])
    if suffix:
        segments[-1] = segments[-1][: suffix.start()]
    ending = suffix[1].lower().removeprefix(".") if suffix else ""
    first = segments[0].lower()
    if first == "set":
        return Named("/".join(segments[1:]), ending, is_set=True)
    if first in ARTICLES:
        segments = segments[1:]
    elif is_short and len(segments) > 1 and first not in PARTS:
        return Named("")
    return Named("/".join(segments), ending)


def straightened(path: str) -> tuple[list[str], str]:
    """Return the parts of a path without what does not belong to them, and what stands behind it.

    That is a query string or a fragment with the mark it begins with, which may be encoded.
    """
    path, tail = cut(path)
    path, inner = cut(unquote(CODED.sub("%", path)).replace("\\", "/"))
    parts = filter(None, map(bare, path.split("/")))
    return [BETWEEN.sub(".", part) for part in parts], inner or tail


def cut(path: str) -> tuple[str, str]:
    """Return a path without its tail, and the tail."""
    end = found.start() if (found := TAIL.search(path)) else len(path)
    return path[:end], path[end:]


def bare(text: str) -> str:
    """Return a part of an address without what does not belong to it at either end."""
    start, end = 0, len(text)
    while start < end and (JUNK.match(text[start]) or text[start] == "("):
        start += 1
    while end > start and (
        JUNK.match(text[end - 1])
        or (text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end))
        or text[end - 1] == "("
    ):
        end -= 1
    return text[start:end]
