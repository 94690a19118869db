"""The files of reference managers: an entry for each place, or one for the treaty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import text_name
from articles.exports.extract import ArticleData, Extract, OfficialTextData

VERSION_DIGITS: Final = 12
"""Of the data version, as many digits as pages show."""


def of(write: Callable[[Sequence[Pinpoint]], str]) -> Callable[[Extract], str]:
    """Return what gives an extract in the form of citations that a function writes."""
    return lambda extract: write(pinpoints(extract))


def pinpoints(extract: Extract) -> list[Pinpoint]:
    """Return what is cited: each place in the text that its page shows first, or the treaty."""
    if extract.scope == "treaty":
        return [pinpoint(extract, extract)]
    return [
        pinpoint(
            article,
            extract,
            place=article.place,
            is_alone=article.is_undivided and article.chosen_paragraph is not None,
        )
        for article in extract.articles
    ]


def pinpoint(shown: ArticleData | Extract, extract: Extract, **cited: Any) -> Pinpoint:
    """Return what is cited of an extract, given that part of it which the address shows."""
    text = next((row for row in extract.official_texts if row.slug == shown.lead), None)
    return Pinpoint(
        site=extract.site,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=extract.query,
        sha256=shown.sha256,
        provenance=provenance(text, extract),
        **cited,
    )


def provenance(text: OfficialTextData | None, extract: Extract) -> str:
    """Return where the words come from: of an official text its origin, and the data version."""
    published = f"as published by {text.publisher}" if text and text.publisher else ""
    address = text.url if text else ""
    version = f"data version {extract.edition.data_version[:VERSION_DIGITS]}"
    return "; ".join(filter(None, (published, address, version)))
