"""Finds the encoding in which a text file or web page was saved."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final

from articles.official.languages import LANGUAGES
from articles.official.text import Refused

CANDIDATES: Final = (
    *("windows-1252", "windows-1251", "windows-1256"),
    *("koi8-r", "iso-8859-5", "cp866", "mac-cyrillic"),
)
"""Encodings that files in the treaty's languages were and are saved in, beside UTF-8.

The first is that of English: what is none of the others has its words in all of them.
"""

WIDE: Final = ("utf-16-le", "utf-16-be")
"""Encodings in which every other byte of some letters is zero, as in no other."""

DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD: Final = 2048
"""Bytes at the beginning of a page in which it declares its encoding."""

BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_BINARY: Final = 0.001
"""The share of characters that no text holds, above which a file is none."""


def decode(data: bytes) -> str:
    """Return the text of a file.

    Bytes that are UTF-8 are read as such, whatever a page declares. Otherwise the reading in
    which most articles begin is the right one. Raises ``Refused`` if the file is no text.
    """
    text = decoded(data)
    if len(BINARY.findall(text)) > MOST_BINARY * len(text):
        raise Refused(["is not text: check how it was saved"])
    return text


def decoded(data: bytes) -> str:
    """Return the bytes as text in the likeliest encoding, the one that a page declares first."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data and article_count(text := likeliest(data, WIDE)):
        return text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = [name.decode("ascii") for name in DECLARED.findall(data[:HEAD])[:1]]
        return likeliest(data, (*declared, *CANDIDATES))


def likeliest(data: bytes, encodings: Iterable[str]) -> str:
    """Return the bytes as text in the first of the encodings in which most articles begin."""
    return max((read_as(data, name) for name in encodings), key=article_count)


def read_as(data: bytes, encoding: str) -> str:
    """Return the bytes as text in an encoding, or nothing if Python does not know it."""
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return ""


def article_count(text: str) -> int:
    """Return how many times the word before an article's number stands in the text."""
    return sum(
        len(re.findall(rf"\b(?:{one.article})[\s&]", text, re.I)) for one in LANGUAGES.values()
    )
