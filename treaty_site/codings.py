"""Content codings: which a request accepts, and how each is made (RFC 9110 §8.4 and §12.5.3).

Nothing secret is ever compressed here. The site has no cookies, tokens or accounts, so nobody
learns anything from the length of an answer that holds their own words (the attack named BREACH),
and no random bytes are added: the same content always becomes the same bytes.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import brotli
from django.http import HttpRequest, HttpResponseBase

IDENTITY: Final = "identity"
"""The name for no coding at all."""

Codings = Mapping[str, Callable[[bytes], bytes]]

CODINGS: Final[Codings] = {
    # Half a millisecond for the longest list of results; twice the time saves 1 %.
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=5),
    # Without a time in its header.
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
"""How each coding is made of bytes, by its name; of two that are liked alike, the first is sent."""

QUICK_CODINGS: Final[Codings] = {
    **CODINGS,
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=4),
}
"""The same for what hardly anybody asks for again: half the time, a fifteenth more bytes."""

CONTENTS: Final[Codings] = {
    IDENTITY: lambda sent: sent,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}
"""How the content is had again from what was sent, by the coding in which it was."""

LONGEST: Final = 1_000
"""Characters of a header that are read: no browser sends a tenth of that."""

SMALLEST: Final = 200
"""Bytes below which an answer fits one packet anyway and coding saves nothing."""

TEXT_TYPE: Final = re.compile(
    r"text/|application/(?:(?:[\w.-]+\+)?(?:json|xml)|x-bibtex|x-research-info-systems)\b"
)
"""How media types of text begin. Images and archives are compressed already."""

WEIGHT: Final = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
"""A quality value (RFC 9110 §12.4.2)."""


def codings_for(query: str) -> Codings:
    """Return how codings are made at an address with a query string, or with none."""
    return QUICK_CODINGS if query else CODINGS


def is_text(response: HttpResponseBase) -> bool:
    """Whether an answer is of a kind that coding makes smaller."""
    return bool(TEXT_TYPE.match(response.headers.get("Content-Type", "").lower()))


def preferred(request: HttpRequest) -> str:
    """Return the coding that a request likes best; ``identity`` if it accepts none at all."""
    return next(iter(accepted(request)), IDENTITY)


def accepted(request: HttpRequest) -> list[str]:
    """Return the codings that a request accepts, ``identity`` among them, the best liked first."""
    return [*accepted_by(request.headers.get("Accept-Encoding"))]


def accepted_by(header: str | None) -> tuple[str, ...]:
    """Return the codings that an ``Accept-Encoding`` accepts, the best liked first.

    A request that says nothing accepts all of them (RFC 9110 §12.5.3); it is sent none, since
    many a plain client that says nothing could not read it.
    """
    return (IDENTITY, *CODINGS) if header is None else liked_by(header[:LONGEST])


@lru_cache(maxsize=256)
def liked_by(header: str) -> tuple[str, ...]:
    """Return the codings that a header accepts, the best liked first."""
    weights = weights_of(header)
    others = weights.get("*", 0.0)
    liked = {name: weights.get(name, others) for name in CODINGS}
    # Unless it is named, identity is accepted, but only for want of anything else.
    liked[IDENTITY] = weights.get(IDENTITY, weights.get("*", 0.0001))
    return tuple(sorted((name for name in liked if liked[name]), key=lambda name: -liked[name]))


def weights_of(header: str) -> dict[str, float]:
    """Return the quality value, 0 to 1, of each name in a header; one that is none counts as 0."""
    weights = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        values = [
            value.strip()
            for key, _, value in (each.partition("=") for each in parameters)
            if key.strip() == "q"
        ]
        weight = values[0] if values else "1"
        weights[name] = float(weight) if WEIGHT.fullmatch(weight) else 0.0
    return weights
